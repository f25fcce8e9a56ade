//! `suanli compare`.

use std::fs;

use suanli::model::{Series, Year};
use suanli::scenario::{Scenario, file};

use super::{in_project, output, output_of_input, printed, rows, words};

fn two() -> (String, String) {
    (
        in_project("scenarios/baseline.ron"),
        in_project("scenarios/bear_digestion.ron"),
    )
}

fn read(path: &str) -> Scenario {
    file::read(path.as_ref()).expect("valid")
}

#[test]
fn every_difference_and_every_year_of_the_key_outputs_is_printed() {
    let (base, bear) = two();
    let table = printed(&["compare", &base, &bear]);
    assert!(table.starts_with(&format!("kind,id,unit,year,{base},{bear}\n")));
    let rows = rows(&table);
    let changes = read(&bear).changes;
    let inputs: Vec<_> = rows.iter().filter(|row| &row[0] == "input").collect();
    assert_eq!(inputs.len(), changes.len());
    for row in inputs {
        let (assumption, value) = changes
            .iter()
            .find(|(assumption, _)| assumption.id() == &row[1])
            .expect("a change");
        assert_eq!(row[2], assumption.info().unit);
        assert_eq!(&row[3], "", "an input has no year");
        let before = read(&base).value(*assumption);
        assert_eq!([&row[4], &row[5]], [before.to_string(), value.to_string()]);
    }
    let outputs: Vec<_> = rows.iter().filter(|row| &row[0] == "output").collect();
    assert_eq!(outputs.len(), 11 * 8);
    let runs = [read(&base).run(), read(&bear).run()];
    for row in outputs {
        let series = Series::from_id(&row[1]).expect("a series");
        let year = Year::from_calendar(row[3].parse().expect("a year")).expect("of the model");
        for (index, run) in runs.iter().enumerate() {
            let value: f64 = row[4 + index].parse().expect("a number");
            assert_eq!(value.to_bits(), run.get(series, year).to_bits());
        }
    }
}

#[test]
fn only_what_differs_is_listed_and_the_headline_levers_come_first() {
    let (base, bear) = two();
    let ids = |arguments: &[&str]| -> Vec<String> {
        let rows = rows(&printed(arguments));
        let inputs = rows.iter().filter(|row| &row[0] == "input");
        inputs.map(|row| row[1].to_owned()).collect()
    };
    assert!(ids(&["compare", &bear, &bear]).is_empty());
    let found = ids(&["compare", &base, &bear]);
    assert_eq!(found[..2], ["model_growth", "gpu_supply_growth"]);
}

#[test]
fn readers_get_two_tables_with_differences_to_the_first_file() {
    let (base, bear) = two();
    let page = printed(&["compare", &base, &bear, "--format", "md"]).replace('\u{a0}', " ");
    assert!(
        page.contains("| Model growth | /yr | ×4.8 | ×3.9 |"),
        "{page}"
    );
    let year = Year::from_calendar(2030).expect("a year");
    let [before, after] =
        [read(&base), read(&bear)].map(|scenario| scenario.run().get(Series::Need, year));
    let percent = (after / before - 1.0) * 100.0;
    let need = format!(
        "| Compute need | million H100e | {before:.0} | {after:.0} | −{:.0} (−{:.0} %) |",
        before - after,
        -percent
    );
    assert!(page.contains(&need), "{page} has no {need}");
    assert!(page.contains("| not comparable |"), "{page}");
}

#[test]
fn readers_of_chinese_get_chinese() {
    let (base, bear) = two();
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_suanli"));
    let arguments = ["--lang", "zh", "compare", &base, &bear, "--format", "md"];
    let output = program.args(arguments).output().expect("the program runs");
    let page = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(page.contains("| 2030 年关键结果 | 单位 |"), "{page}");
    assert!(page.contains("不可比"), "{page}");
}

#[test]
fn the_same_twice_has_no_differences_and_says_so() {
    let (base, _) = two();
    let page = printed(&["compare", &base, &base, "--format", "md"]);
    assert!(page.starts_with("Nothing differs"), "{page}");
    assert!(page.contains("| 0 (0\u{a0}%) |"), "{page}");
}

#[test]
fn one_of_them_may_come_from_standard_input() {
    let (base, bear) = two();
    let text = fs::read(&bear).expect("read");
    let output = output_of_input(&["compare", &base, "-"], &text);
    assert_eq!(output.status.code(), Some(0), "{}", words(&output));
    let piped = String::from_utf8(output.stdout).expect("UTF-8");
    let from_file = printed(&["compare", &base, &bear]);
    assert_eq!(rows(&piped), rows(&from_file));
}

#[test]
fn every_bad_file_is_named_and_nothing_is_printed() {
    let (base, _) = two();
    let bad = in_project("tests/data/broken/percent.ron");
    let output = output(&["compare", &base, &bad, "missing.ron"]);
    assert_eq!(output.status.code(), Some(2));
    let words = words(&output);
    assert!(words.contains("percent.ron:7:24:"), "{words}");
    assert!(words.contains("missing.ron"), "{words}");
    assert!(output.stdout.is_empty());
}

#[test]
fn two_to_six_files_can_be_compared() {
    let (base, _) = two();
    for count in 0..=7 {
        let mut arguments = vec!["compare"];
        arguments.extend(std::iter::repeat_n(base.as_str(), count));
        let code = if (2..=6).contains(&count) { 0 } else { 2 };
        assert_eq!(output(&arguments).status.code(), Some(code), "{count}");
    }
}
