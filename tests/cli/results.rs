//! `suanli run`.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use serde_json::Value;
use suanli::model::{Assumption, Series, Year};
use suanli::scenario::{Baseline, Scenario, file};

use super::{in_project, output, output_of_input, printed, rows, suanli, words};

const HEADER: &str = "series,unit,2025,2026,2027,2028,2029,2030,2031,2032";

#[test]
fn the_table_has_every_series_in_order_and_to_the_last_bit() {
    let table = printed(&["run"]);
    assert_eq!(table.lines().next(), Some(HEADER));
    assert!(!table.contains('\r'));
    let rows = rows(&table);
    assert_eq!(rows.len(), Series::ALL.len());
    let run = Scenario::new(Baseline::current()).run();
    for (row, series) in rows.iter().zip(Series::ALL) {
        assert_eq!(
            (&row[0], &row[1]),
            (series.id(), series.info().unit.as_str())
        );
        for (year, cell) in Year::all().zip(row.iter().skip(2)) {
            let value: f64 = cell.parse().expect("a number");
            assert_eq!(value.to_bits(), run.get(*series, year).to_bits());
        }
    }
}

#[test]
fn a_change_on_the_command_line_equals_one_in_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("情景.ron");
    let mut scenario = Scenario::new(Baseline::current());
    scenario.set(Assumption::ModelGrowth, 5.5);
    scenario.set(Assumption::ExportRestriction, 0.9);
    file::save(&path, &scenario).expect("saved");
    let from_file = printed(&["run", path.to_str().expect("UTF-8")]);
    let from_line = printed(&[
        "run",
        "--set",
        "model_growth=5.5",
        "--set=export_restriction = 0.9",
    ]);
    assert_eq!(from_file, from_line);
    assert_ne!(from_file, printed(&["run"]));
}

#[test]
fn changes_are_made_on_top_of_a_file() {
    let ban = in_project("scenarios/export_ban.ron");
    let undone = printed(&[
        "run",
        &ban,
        "--set",
        "fx=7.0",
        "--set",
        "export_restriction=0.2",
    ]);
    assert_ne!(undone, printed(&["run", &ban]));
    assert_ne!(undone, printed(&["run", "--set", "fx=7.0"]));
}

#[test]
fn full_width_characters_are_understood() {
    let wide = printed(&["run", "--set", "model_growth＝５．５"]);
    assert_eq!(wide, printed(&["run", "--set", "model_growth=5.5"]));
}

#[test]
fn a_file_may_come_from_standard_input() {
    let ban = in_project("scenarios/export_ban.ron");
    let bytes = std::fs::read(&ban).expect("a file");
    let output = output_of_input(&["run", "-"], &bytes);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(output.stdout, printed(&["run", &ban]).into_bytes());
}

#[test]
fn every_shipped_scenario_runs() {
    for row in rows(&printed(&["list", "scenarios"])) {
        let file = in_project(&format!("scenarios/{}.ron", &row[0]));
        let changes = row[3].split("; ").filter(|change| !change.is_empty());
        let mut arguments = vec!["run"];
        arguments.extend(changes.flat_map(|change| ["--set", change]));
        assert_eq!(printed(&arguments), printed(&["run", &file]), "{file}");
    }
}

#[test]
fn the_document_holds_the_scenario_and_the_table() {
    let ban = in_project("scenarios/export_ban.ron");
    let text = printed(&["run", &ban, "--set", "fx=7.0", "--format", "json"]);
    assert!(text.ends_with("}\n"));
    let document: Value = serde_json::from_str(&text).expect("JSON");
    let scenario = &document["scenario"];
    assert_eq!(scenario["name"]["zh"], "出口禁令");
    assert_eq!(scenario["baseline"], "2025");
    assert_eq!(scenario["changes"]["fx"], 7.0);
    assert_eq!(scenario["changes"]["export_restriction"], 0.9);
    let years: Vec<_> = Year::all().map(Year::calendar).collect();
    assert_eq!(document["years"], serde_json::json!(years));
    let series = document["series"].as_object().expect("an object");
    assert!(
        series
            .keys()
            .eq(Series::ALL.iter().map(|series| series.id()))
    );
    for row in rows(&printed(&["run", &ban, "--set", "fx=7.0"])) {
        assert_eq!(series[&row[0]]["unit"], row[1]);
        let cells = row.iter().skip(2);
        let values = series[&row[0]]["values"].as_array().expect("an array");
        assert_eq!(values.len(), years.len());
        for (value, cell) in values.iter().zip(cells) {
            let (value, cell) = (value.as_f64().expect("a number"), cell.parse::<f64>());
            let cell = cell.expect("a number");
            // The reader of JSON in this test may be wrong in the last bits.
            assert!(
                (value - cell).abs() <= 4.0 * f64::EPSILON * cell.abs(),
                "{value} {cell}"
            );
        }
    }
    let rent = Scenario::new(Baseline::current()).run();
    let rent = rent.get(Series::Rent, Year::LAST);
    assert!(printed(&["run", "--format", "json"]).contains(&format!(",{rent}]")));
}

#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    // Enough for the pipe to be full long before the end.
    let mut program = suanli(&["run", "--format", "json"]);
    program.stdout(Stdio::piped()).stderr(Stdio::piped());
    for _ in 0..20 {
        let mut program = program.spawn().expect("the program runs");
        drop(program.stdout.take());
        let output = program.wait_with_output().expect("the program ends");
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(words(&output), "");
    }
    let mut first = String::new();
    let mut program = suanli(&["run"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("it runs");
    let pipe = program.stdout.take().expect("a pipe");
    BufReader::new(pipe).read_line(&mut first).expect("a line");
    assert_eq!(first.trim_end(), HEADER);
    assert_eq!(program.wait().expect("it ends").code(), Some(0));
}

#[cfg(target_os = "linux")]
#[test]
fn results_that_cannot_be_written_are_a_failure() {
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .expect("a device");
    let output = suanli(&["run"])
        .stdout(full)
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(words(&output).starts_with("the results could not be written"));
}

#[test]
fn words_never_mix_with_results() {
    assert_eq!(words(&output(&["run"])), "");
    assert!(output(&["run", "missing.ron"]).stdout.is_empty());
}
