//! `suanli report`.

use std::fs;
use std::path::Path;

use calamine::{Reader as _, Xlsx};
use suanli::text::{Language, Text};
use tempfile::{TempDir, tempdir};

use super::{in_project, output, output_of_input, printed, rows, words};

fn folder() -> (TempDir, String) {
    let folder = tempdir().expect("a folder");
    let out = folder.path().join("new").join("报告");
    let out = out.to_str().expect("UTF-8").to_owned();
    (folder, out)
}

/// The names of the files that were written, which are those that were printed.
fn written(out: &str, printed: &str) -> Vec<String> {
    let mut found: Vec<String> = fs::read_dir(out)
        .expect("a folder")
        .map(|entry| entry.expect("a file").path().display().to_string())
        .collect();
    let mut told: Vec<String> = printed.lines().map(str::to_owned).collect();
    found.sort();
    told.sort();
    assert_eq!(found, told);
    let name = |path: &String| {
        let name = Path::new(path).file_name().expect("a name");
        name.to_str().expect("UTF-8").to_owned()
    };
    told.iter().map(name).collect()
}

fn sheets(path: &str) -> Vec<String> {
    let bytes = fs::read(path).expect("a file");
    let workbook: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook");
    workbook.sheet_names()
}

#[test]
fn without_a_file_it_reports_the_baseline() {
    let (_folder, out) = folder();
    let told = printed(&["report", "--out", &out]);
    assert_eq!(written(&out, &told), ["baseline.csv", "baseline.xlsx"]);
    assert_eq!(sheets(&format!("{out}/baseline.xlsx"))[0], "About");
}

#[test]
fn the_table_is_that_of_run_with_names() {
    let (_folder, out) = folder();
    let ban = in_project("scenarios/export_ban.ron");
    printed(&["report", &ban, "--out", &out]);
    let bytes = fs::read(format!("{out}/export_ban.csv")).expect("a file");
    let text = String::from_utf8(bytes).expect("UTF-8");
    let table = text.strip_prefix('\u{feff}').expect("a byte order mark");
    assert_eq!(table.matches('\n').count(), table.matches("\r\n").count());
    let (found, wanted) = (rows(table), rows(&printed(&["run", &ban])));
    assert_eq!(found.len(), wanted.len());
    for (found, wanted) in found.iter().zip(&wanted) {
        assert_eq!(
            found.iter().take(2).collect::<Vec<_>>(),
            wanted.iter().take(2).collect::<Vec<_>>()
        );
        assert!(found.iter().skip(4).eq(wanted.iter().skip(2)));
    }
}

#[test]
fn files_of_one_name_do_not_replace_each_other() {
    let (folder, out) = folder();
    let copy = folder.path().join("EXPORT_BAN.ron");
    let ban = in_project("scenarios/export_ban.ron");
    fs::copy(&ban, &copy).expect("a copy");
    let copy = copy.to_str().expect("UTF-8");
    let told = printed(&["report", &ban, copy, &ban, "--out", &out]);
    let names = written(&out, &told);
    assert_eq!(
        names,
        [
            "EXPORT_BAN-2.csv",
            "EXPORT_BAN-2.xlsx",
            "export_ban-3.csv",
            "export_ban-3.xlsx",
            "export_ban.csv",
            "export_ban.xlsx",
        ]
    );
    let again = printed(&["report", &ban, copy, &ban, "--out", &out]);
    assert_eq!(again, told, "a second report takes the place of the first");
}

#[test]
fn standard_input_is_called_by_the_name_in_it() {
    let (_folder, out) = folder();
    let ban = fs::read(in_project("scenarios/export_ban.ron")).expect("a file");
    for (language, name) in [(Language::En, "Export_ban"), (Language::Zh, "出口禁令")] {
        let tag = &language.tag()[..2];
        let output = output_of_input(&["report", "-", "--out", &out, "--lang", tag], &ban);
        assert_eq!(output.status.code(), Some(0), "{}", words(&output));
        let sheets = sheets(&format!("{out}/{name}.xlsx"));
        let about = &Text::of(language).workbook.sheets["about"];
        assert_eq!(&sheets[0], about);
    }
}

#[test]
fn broken_scenarios_are_all_named_and_nothing_is_written() {
    let (folder, out) = folder();
    let broken = folder.path().join("broken.ron");
    fs::write(&broken, "Scenario(version: 1").expect("a file");
    let broken = broken.to_str().expect("UTF-8");
    let output = output(&["report", broken, "missing.ron", "--out", &out]);
    assert_eq!(output.status.code(), Some(2));
    let words = words(&output);
    assert!(
        words.contains("broken.ron") && words.contains("missing.ron"),
        "{words}"
    );
    assert!(output.stdout.is_empty());
    assert!(!Path::new(&out).exists());
}

#[test]
fn a_folder_that_cannot_be_made_is_a_failure() {
    let folder = tempdir().expect("a folder");
    let file = folder.path().join("file");
    fs::write(&file, "").expect("a file");
    let out = file.to_str().expect("UTF-8");
    let output = output(&["report", "--out", out]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        words(&output).starts_with(&format!("{out} could not be written")),
        "{}",
        words(&output)
    );
}

#[test]
fn a_file_that_cannot_be_replaced_is_a_failure() {
    let (_folder, out) = folder();
    fs::create_dir_all(format!("{out}/baseline.xlsx")).expect("a folder in the way");
    let output = output(&["report", "--out", &out]);
    assert_eq!(output.status.code(), Some(1));
    assert!(words(&output).contains("baseline.xlsx could not be written"));
}

#[test]
fn it_wants_a_folder() {
    assert_eq!(output(&["report"]).status.code(), Some(2));
}
