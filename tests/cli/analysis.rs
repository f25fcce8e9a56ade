//! `suanli tornado`, `suanli why` and `suanli seek`.

use std::process::{Command, Output};

use super::{in_project, output, printed, rows, words};

const CAPEX_2030: [&str; 4] = ["--series", "capex", "--year", "2030"];

/// What the program prints, with more arguments after the first.
fn printed_of(command: &[&str], more: &[&str]) -> String {
    printed(&[command, more].concat())
}

/// A cell of the table that `suanli run` prints.
fn result(file: &str, changes: &[String], series: &str, year: usize) -> f64 {
    let mut arguments = vec!["run", file];
    arguments.extend(changes.iter().flat_map(|change| ["--set", change]));
    let table = rows(&printed(&arguments));
    let row = table
        .iter()
        .find(|row| &row[0] == series)
        .expect("a series");
    number(&row[year - 2025 + 2])
}

fn number(cell: &str) -> f64 {
    cell.parse().expect("a number")
}

fn ban() -> String {
    in_project("scenarios/export_ban.ron")
}

#[test]
fn ends_of_a_tornado_are_runs() {
    let ban = ban();
    let table = printed_of(&["tornado", &ban, "--top", "6"], &CAPEX_2030);
    assert_eq!(
        table.lines().next(),
        Some("assumption,low,high,at_low,at_high")
    );
    let rows = rows(&table);
    assert_eq!(rows.len(), 6);
    let mut widths = Vec::new();
    for row in &rows {
        for (end, result_there) in [(1, 3), (2, 4)] {
            let change = format!("{}={}", &row[0], &row[end]);
            let run = result(&ban, &[change], "capex", 2030);
            assert_eq!(run, number(&row[result_there]), "{row:?}");
        }
        widths.push((number(&row[4]) - number(&row[3])).abs());
    }
    assert!(widths.is_sorted_by(|a, b| a >= b), "{widths:?}");
    assert!(printed_of(&["tornado", &ban], &CAPEX_2030).starts_with(&table));
}

#[test]
fn contributions_add_up_to_the_difference() {
    let ban = ban();
    for (series, year) in [("capex", 2030), ("china_coverage", 2028)] {
        let cell = ["--series", series, "--year", &year.to_string()];
        let table = printed_of(&["why", &ban, "--set", "fx=6.5"], &cell);
        assert_eq!(table.lines().next(), Some("assumption,contribution"));
        let parts: Vec<f64> = rows(&table).iter().map(|row| number(&row[1])).collect();
        let baseline = in_project("scenarios/baseline.ron");
        let changed = result(&ban, &["fx=6.5".to_owned()], series, year);
        let difference = changed - result(&baseline, &[], series, year);
        let sum: f64 = parts.iter().sum();
        assert!(
            (sum - difference).abs() <= 1e-9 * difference.abs(),
            "{sum} {difference}"
        );
        assert!(parts.is_sorted_by(|a, b| a.abs() >= b.abs()));
        assert!(parts.len() > 2);
    }
}

#[test]
fn the_baseline_has_nothing_to_explain() {
    assert_eq!(
        printed_of(&["why"], &CAPEX_2030),
        "assumption,contribution\n"
    );
}

#[test]
fn many_changes_are_estimated_and_it_says_so() {
    let assumptions = rows(&printed(&["list", "assumptions"]));
    let spread = assumptions.iter().filter(|row| row[4] != row[6]);
    let changes: Vec<String> = spread
        .take(13)
        .map(|row| format!("{}={}", &row[0], &row[6]))
        .collect();
    let mut arguments = vec!["why"];
    arguments.extend(changes.iter().flat_map(|change| ["--set", change]));
    arguments.extend(CAPEX_2030);
    let found = output(&arguments);
    assert_eq!(found.status.code(), Some(0));
    assert!(words(&found).contains("13 changes"), "{}", words(&found));
    let table = String::from_utf8(found.stdout).expect("UTF-8");
    let sum: f64 = rows(&table).iter().map(|row| number(&row[1])).sum();
    let baseline = in_project("scenarios/baseline.ron");
    let at = |changes: &[String]| result(&baseline, changes, "capex", 2030);
    let difference = at(&changes) - at(&[]);
    assert!(
        (sum - difference).abs() <= 1e-9 * difference.abs(),
        "{sum} {difference}"
    );
}

fn seek(language: &str, lever: &str, series: &str, target: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_suanli"));
    program.args(["--lang", language, "seek", "--lever", lever]);
    program.args(["--series", series, "--year", "2030", "--target", target]);
    program.output().expect("the program runs")
}

#[test]
fn a_value_that_was_found_gives_the_target() {
    let baseline = in_project("scenarios/baseline.ron");
    for (lever, series, target) in [
        ("model_growth", "capex", 1500.0),
        ("gpu_supply_growth", "shortage", 20.0),
        ("base_rent", "lease_npv", -0.5),
        ("domestic_share_target", "china_eflops", 28000.0),
    ] {
        let found = seek("en", lever, series, &target.to_string());
        assert_eq!(found.status.code(), Some(0), "{lever}: {}", words(&found));
        let table = String::from_utf8(found.stdout).expect("UTF-8");
        assert_eq!(table.lines().next(), Some("lever,value"));
        let rows = rows(&table);
        assert!(!rows.is_empty());
        for row in rows {
            let change = format!("{}={}", &row[0], &row[1]);
            let again = result(&baseline, &[change], series, 2030);
            let off = (again - target).abs();
            assert!(off <= 1e-6 * target.abs(), "{row:?} gives {again}");
        }
    }
}

#[test]
fn a_target_out_of_reach_is_a_failure_with_the_range() {
    for (language, range, effect) in [
        ("en", "it can be from ", "has no effect on capex in 2030"),
        ("zh", "可达范围为", "不影响 2030 年的 capex"),
    ] {
        let found = seek(language, "model_growth", "capex", "1e9");
        assert_eq!(found.status.code(), Some(1));
        assert!(found.stdout.is_empty());
        assert!(words(&found).contains(range), "{}", words(&found));
        // Each end that it names can be reached.
        let words_of_range = words(&found);
        let numbers = words_of_range
            .split([' ', '：', '；'])
            .filter_map(|word| word.trim().parse::<f64>().ok());
        let ends: Vec<f64> = numbers.collect();
        for end in &ends[ends.len() - 2..] {
            let found = seek(language, "model_growth", "capex", &end.to_string());
            assert_eq!(found.status.code(), Some(0), "{end}");
        }
        let found = seek(language, "discount_rate", "capex", "1");
        assert_eq!(found.status.code(), Some(1));
        assert!(words(&found).contains(effect), "{}", words(&found));
    }
}

#[test]
fn full_width_words_are_understood() {
    let narrow = seek("zh", "model_growth", "capex", "1500");
    let wide = seek("zh", "ｍｏｄｅｌ＿ｇｒｏｗｔｈ", "ｃａｐｅｘ", "１５００");
    assert_eq!(narrow.stdout, wide.stdout);
    assert_eq!(wide.status.code(), Some(0));
}

#[test]
fn all_that_is_wrong_with_a_goal_is_said_at_once() {
    let found = output(&[
        "seek",
        "missing.ron",
        "--set",
        "fx=x",
        "--lever",
        "zzz",
        "--series",
        "yyy",
        "--year",
        "1999",
        "--target",
        "much",
    ]);
    assert_eq!(found.status.code(), Some(2));
    let words = words(&found);
    for part in ["missing.ron", "`x`", "`zzz`", "`yyy`", "`1999`", "`much`"] {
        assert!(words.contains(part), "{part}: {words}");
    }
}
