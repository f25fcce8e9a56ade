//! `suanli check`.

use suanli::model::{Assumption, Series};
use suanli::scenario::{Baseline, Scenario, file};

use super::{in_project, output, printed, rows, words};

#[test]
fn what_differs_is_printed_for_every_file() {
    let ban = in_project("scenarios/export_ban.ron");
    let baseline = in_project("scenarios/baseline.ron");
    let output = output(&["check", &baseline, &ban]);
    assert_eq!(output.status.code(), Some(0));
    assert!(words(&output).contains("export_ban.ron: valid; it changes 7 of 141 assumptions"));
    let table = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(table.starts_with("file,assumption,unit,baseline,value,own_p5,own_p95\n"));
    let scenario = file::read(ban.as_ref()).expect("valid");
    let rows = rows(&table);
    assert_eq!(rows.len(), scenario.changes.len());
    for (row, (assumption, value)) in rows.iter().zip(&scenario.changes) {
        let base = Baseline::current().range(*assumption).base;
        let unit = &assumption.info().unit;
        let cells = [
            &ban,
            assumption.id(),
            unit,
            &base.to_string(),
            &value.to_string(),
            "",
            "",
        ];
        assert_eq!(row.iter().collect::<Vec<_>>(), cells);
    }
}

#[test]
fn one_bad_file_does_not_hide_the_others() {
    let bad = in_project("tests/data/broken/percent.ron");
    let good = in_project("scenarios/export_ban.ron");
    let output = output(&["check", &bad, &good, "missing.ron"]);
    assert_eq!(output.status.code(), Some(2));
    let words = words(&output);
    for part in [
        "percent.ron:7:24:",
        "export_ban.ron: valid",
        "missing.ron",
        "2 of 3 files",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(String::from_utf8_lossy(&output.stdout).contains("export_restriction"));
}

#[test]
fn a_value_equal_to_the_baseline_is_no_difference() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("same.ron");
    let mut scenario = Scenario::new(Baseline::current());
    let base = scenario.value(Assumption::Fx);
    scenario.changes.insert(Assumption::Fx, base);
    file::save(&path, &scenario).expect("saved");
    let table = printed(&["check", path.to_str().expect("UTF-8")]);
    assert_eq!(table.lines().count(), 1);
}

#[test]
fn a_range_of_its_own_is_a_difference() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("range.ron");
    let mut scenario = Scenario::new(Baseline::current());
    scenario.set_range(Assumption::ModelGrowth, Some((4.0, 9.5)));
    file::save(&path, &scenario).expect("saved");
    let table = printed(&["check", path.to_str().expect("UTF-8")]);
    let row = table.lines().nth(1).expect("a row");
    assert!(row.ends_with("model_growth,x/yr,4.8,4.8,4,9.5"), "{row}");
}

#[test]
fn results_that_have_moved_since_saving_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("old.ron");
    let mut scenario = Scenario::new(Baseline::current());
    let capex = scenario.run().years(Series::Capex)[5];
    let saved = [(2030, capex * 1.001), (2026, f64::from(1))];
    scenario.check.insert(Series::Capex, saved.into());
    let stock = scenario.run().years(Series::Stock)[5];
    scenario
        .check
        .insert(Series::Stock, [(2030, stock * 1.000_01)].into());
    file::save(&path, &scenario).expect("saved");
    let output = output(&["check", path.to_str().expect("UTF-8")]);
    assert_eq!(output.status.code(), Some(0));
    let words = words(&output);
    assert!(words.contains("capex in 2030 is now"), "{words}");
    assert!(words.contains("capex in 2026 is now"), "{words}");
    assert!(!words.contains("stock"), "{words}");
}

#[test]
fn suppliers_that_differ_are_counted_in_words_only() {
    let file = in_project("tests/data/valid/suppliers.ron");
    let output = output(&["check", &file]);
    assert_eq!(output.status.code(), Some(0));
    let words = words(&output);
    assert!(
        words.contains("suppliers.ron: valid; it changes 0 of 141"),
        "{words}"
    );
    assert!(
        words.contains("suppliers.ron: suppliers changed or added: 2"),
        "{words}"
    );
    let table = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(table.lines().count(), 1, "the table is of assumptions");
}

#[test]
fn slides_are_counted_in_words_only() {
    let file = in_project("tests/data/valid/slides.ron");
    let output = output(&["check", &file]);
    assert_eq!(output.status.code(), Some(0));
    let words = words(&output);
    assert!(words.contains("slides.ron: slides: 3"), "{words}");
    let table = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(rows(&table).len(), 1, "the table is of the scenario");
}
