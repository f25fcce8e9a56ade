//! `suanli explain`.

use super::{in_project, output, printed, rows, words};

const PAYBACK: [&str; 4] = ["--series", "lease_payback", "--year", "2030"];

fn explained(file: &str, more: &[&str]) -> String {
    let arguments = [&["explain", file][..], &PAYBACK, more].concat();
    printed(&arguments).replace('\u{a0}', " ")
}

/// The values of a formula, line by line after its heading.
fn lines_after<'a>(text: &'a str, heading: &str) -> Vec<&'a str> {
    let lines = text.lines().skip_while(|line| !line.contains(heading));
    lines.skip(1).map(str::trim).collect()
}

#[test]
fn a_reader_can_compute_payback_by_hand() {
    let file = in_project("scenarios/export_ban.ron");
    let text = explained(&file, &[]);
    let lines = lines_after(&text, "With the values");
    let (formula, value) = (lines[0], lines[1]);
    let numbers: Vec<f64> = formula
        .split(|letter: char| !(letter.is_ascii_digit() || letter == '.'))
        .filter_map(|number| number.parse().ok())
        .collect();
    let [cost, revenue, opex, least] = numbers[..] else {
        panic!("{formula}");
    };
    let by_hand = cost / (revenue - opex).max(least);
    let value: f64 = value.trim_start_matches("= ").parse().expect("a number");
    assert!((by_hand / value - 1.0).abs() < 1e-5, "{by_hand} {value}");

    let table = rows(&printed(&["run", &file]));
    let row = table.iter().find(|row| &row[0] == "lease_payback");
    let run: f64 = row.expect("a series")[7].parse().expect("a number");
    assert!((value / run - 1.0).abs() < 1e-5, "{value} {run}");
}

#[test]
fn depth_follows_what_a_result_comes_from() {
    let file = in_project("scenarios/export_ban.ron");
    let headings = |depth| {
        let text = explained(&file, &["--depth", depth]);
        text.lines()
            .filter(|line| !line.starts_with(' ') && !line.is_empty())
            .count()
    };
    // The result; with its three parts; with theirs.
    assert_eq!((headings("1"), headings("2")), (1, 4));
    assert!(headings("9") > 60);
}

#[test]
fn what_differs_from_the_baseline_is_told() {
    let file = in_project("scenarios/export_ban.ron");
    assert!(explained(&file, &[]).contains("baseline"));
    let baseline = [
        "explain",
        "--series",
        "lease_payback",
        "--year",
        "2030",
        "--depth",
        "9",
    ];
    let text = printed(&baseline);
    assert!(!text.contains("(baseline"), "{text}");
    for word in ["measured", "judged", "Believed range"] {
        assert!(text.contains(word), "{word} is missing");
    }
}

#[test]
fn it_speaks_chinese() {
    let arguments = [&["explain", "--lang", "zh"][..], &PAYBACK].concat();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_suanli"));
    let output = command.args(arguments).output().expect("the program runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(text.contains("公式") && text.contains("代入数值"), "{text}");
}

#[test]
fn wrong_arguments_are_refused_in_words() {
    for wrong in [&["--depth", "0"][..], &["--depth", "many"]] {
        let output = output(&[&["explain"][..], &PAYBACK, wrong].concat());
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
    }
    let output = output(&["explain", "--series", "capexx", "--year", "2030"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(words(&output).contains("capex"), "{}", words(&output));
}
