//! Writing a world as a workbook.

use egui_kittest::kittest::Queryable as _;
use suanli::app::{Command, Export};
use suanli::text::Language;

use crate::Session;

#[test]
fn a_workbook_is_written_and_the_world_stays_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mine.xlsx");
    let mut session = Session::open(Language::En, None);
    session.set_slider("GPU price", 0.0);
    session.apply(Command::ExportTo {
        what: Export::Workbook,
        path: path.clone(),
    });
    let bytes = std::fs::read(&path).expect("a file");
    assert!(bytes.starts_with(b"PK"), "it is no archive");
    session
        .harness
        .get_by_label_contains("The workbook is written");
    // A copy is no save.
    assert!(session.app().document().is_changed());
    session.harness.get_by_label("Close").click();
    session.harness.run();
    assert!(session.app().notice().is_none());
}

#[test]
fn a_workbook_that_cannot_be_written_is_told_in_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let nowhere = folder.path().join("no folder").join("mine.xlsx");
    let mut session = Session::open(Language::Zh, None);
    session.apply(Command::ExportTo {
        what: Export::Workbook,
        path: nowhere,
    });
    session.harness.get_by_label_contains("未能写入");
}
