//! Names that are formulas, paths, commands to a terminal or without end: what is written of them.

use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use suanli::model::suppliers::Origin;
use suanli::model::{Assumption, Segment};
use suanli::scenario::suppliers::{OwnSupplier, SupplierChange};
use suanli::scenario::{Baseline, Scenario, file};
use suanli::text::Words;

use super::{in_project, output_of_input, rows, suanli, words};

const FORMULA: &str = "=HYPERLINK(\"http://example.com\",\"x\")";
const COMMANDS: &str = "\u{202e}\u{1b}[31m\n\t../../x\u{0}";

/// A scenario whose every text is meant to harm.
fn hostile(name: &str) -> Scenario {
    let mut scenario = Scenario::new(Baseline::current());
    let both = |text: &str| Words {
        en: text.to_owned(),
        zh: text.to_owned(),
    };
    scenario.name = both(name);
    scenario.story = both(&format!("{COMMANDS}{}", "long\n".repeat(20_000)));
    scenario.set(Assumption::Fx, 7.0);
    let own = OwnSupplier {
        name: both(FORMULA),
        ticker: "@SUM(1)\t-1".to_owned(),
        segment: Segment::Optics,
        origin: Origin::China,
        share: 0.01,
    };
    scenario.set_supplier("own", SupplierChange::Own(own));
    scenario
}

/// Runs `report` on a scenario from standard input, so that its files are called after its name.
fn reported(scenario: &Scenario) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().to_str().expect("UTF-8");
    let output = output_of_input(
        &["report", "-", "--out", out],
        file::to_ron(scenario).as_bytes(),
    );
    assert!(output.status.success(), "{}", words(&output));
    folder
}

fn looks_like_a_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) && cell.parse::<f64>().is_err()
}

fn is_harmful(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\r') || matches!(c, '\u{202A}'..='\u{202E}')
}

#[test]
fn every_file_of_a_hand_out_is_harmless() {
    let name = format!("{COMMANDS}{}", "N".repeat(100_000));
    let folder = reported(&hostile(&name));
    let mut endings = BTreeSet::new();
    for entry in fs::read_dir(folder.path()).expect("a folder") {
        let path = entry.expect("a file").path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .expect("UTF-8");
        assert!(name.len() < 200, "{name}");
        assert!(
            name.chars()
                .all(|c| c.is_alphanumeric() || "._-".contains(c)),
            "{name}"
        );
        let bytes = fs::read(&path).expect("a file");
        let ending = path
            .extension()
            .and_then(|ending| ending.to_str())
            .expect("an ending");
        match ending {
            "csv" => {
                let text = String::from_utf8(bytes).expect("UTF-8");
                let text = text.strip_prefix('\u{feff}').expect("a mark of UTF-8");
                assert!(!text.contains(is_harmful), "{name}");
                for row in rows(text) {
                    for cell in &row {
                        assert!(!looks_like_a_formula(cell), "{name}: {cell}");
                    }
                }
            }
            "svg" | "html" => {
                let text = String::from_utf8(bytes).expect("UTF-8");
                assert!(!text.contains(is_harmful), "{name}");
                assert!(text.len() < 20_000_000, "{name}");
            }
            "xlsx" => {
                let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
                let mut found = false;
                for sheet in book.sheet_names() {
                    let cells = book.worksheet_range(&sheet).expect("a sheet");
                    let formulas = book.worksheet_formula(&sheet).expect("a sheet");
                    found |= cells
                        .used_cells()
                        .any(|cell| cell.2 == &Data::String(FORMULA.into()));
                    let is_link =
                        |cell: &str| cell.contains("HYPERLINK") || cell.contains("SUM(1)");
                    assert!(
                        !formulas.used_cells().any(|cell| is_link(cell.2)),
                        "{sheet}"
                    );
                }
                assert!(found, "the words stay as they are");
            }
            _ => {}
        }
        endings.insert(ending.to_owned());
    }
    let all = ["csv", "html", "png", "svg", "xlsx"].map(str::to_owned);
    assert_eq!(endings, BTreeSet::from(all));
}

#[cfg(unix)]
#[test]
fn a_file_that_is_called_like_a_formula_is_words_in_every_table() {
    let folder = tempfile::tempdir().expect("a folder");
    let names = ["=1+1.ron", "@a.ron", "+b.ron"];
    for name in names {
        file::save(&folder.path().join(name), &hostile("a")).expect("saved");
    }
    for arguments in [
        &["check", "=1+1.ron", "@a.ron", "+b.ron"][..],
        &["compare", "=1+1.ron", "@a.ron", "+b.ron"],
    ] {
        let output = suanli(arguments).current_dir(folder.path()).output();
        let output = output.expect("the program runs");
        assert!(output.status.success(), "{}", words(&output));
        let table = String::from_utf8(output.stdout).expect("UTF-8");
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(table.as_bytes());
        let mut quoted = 0;
        for row in reader.records() {
            for cell in &row.expect("a row") {
                assert!(!looks_like_a_formula(cell), "{cell}");
                quoted += usize::from(cell.starts_with('\''));
            }
        }
        assert_eq!(quoted, names.len(), "{table}");
    }
}

#[test]
fn negative_numbers_stay_as_they_are() {
    let ban = in_project("scenarios/export_ban.ron");
    let table = super::printed(&["why", &ban, "--series", "capex", "--year", "2030"]);
    let is_negative = |row: &csv::StringRecord| row.iter().any(|cell| cell.starts_with('-'));
    assert!(rows(&table).iter().any(is_negative), "{table}");
    assert!(!table.contains('\''), "{table}");
}

#[cfg(unix)]
#[test]
fn no_file_name_is_a_command_to_the_terminal() {
    let output = suanli(&["check", "a\u{1b}[31m\u{202e}.ron"]).output();
    let words = words(&output.expect("the program runs"));
    assert!(!words.contains(is_harmful), "{words:?}");
}
