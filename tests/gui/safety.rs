//! What the window asks before work is lost, and after a crash.

use std::fs;
use std::path::Path;

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use suanli::app::{Command, DiskJob, Journal, Unsaved};
use suanli::model::Assumption;
use suanli::scenario::{Baseline, Scenario, file};
use suanli::text::{Language, Words};

use crate::Session;

const LEVER: Assumption = Assumption::ModelGrowth;

fn scenario(growth: f64) -> Scenario {
    let mut scenario = Scenario::new(Baseline::current());
    scenario.name = Words {
        en: "Mine".to_owned(),
        zh: "我的".to_owned(),
    };
    scenario.set(LEVER, growth);
    scenario
}

fn growth(session: &Session) -> f64 {
    session.app().scenario().value(LEVER)
}

fn click(session: &mut Session, name: &str) {
    session.harness.get_by_label(name).click();
    session.harness.run();
}

/// Leaves unsaved work in a folder, as a program that dies does.
fn die_with(folder: &Path, growth: f64, path: Option<&Path>) {
    let (journal, _) = Journal::open(folder).expect("a journal");
    journal.keep(Some(Box::new(Unsaved {
        path: path.map(Path::to_owned),
        scenario: scenario(growth),
    })));
}

#[test]
fn unsaved_work_is_offered_with_what_and_when_and_comes_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mine.ron");
    file::save(&path, &scenario(5.0)).expect("saved");
    let journal = folder.path().join("journal");
    die_with(&journal, 6.0, Some(&path));
    let mut session = Session::open(Language::En, None);
    session.start_journal(&journal);
    session
        .harness
        .get_by_label("Unsaved work from an earlier start");
    session.label_starting("Mine, last changed 20");
    session.harness.get_by_label("Model growth: ×5 → ×6/yr");
    click(&mut session, "Restore Mine");
    assert_eq!(growth(&session), 6.0);
    assert_eq!(session.app().document().path(), Some(&*path));
    assert!(session.app().document().is_changed() && session.app().question().is_none());
    session.apply(Command::Undo);
    assert_eq!(
        growth(&session),
        5.0,
        "what the file holds is one step back"
    );
    assert_eq!(
        file::read(&path).expect("a file"),
        scenario(5.0),
        "nothing was written"
    );
}

#[test]
fn what_is_discarded_is_not_offered_again_and_what_waits_is() {
    let folder = tempfile::tempdir().expect("a folder");
    die_with(folder.path(), 6.0, None);
    die_with(folder.path(), 7.0, None);
    let mut session = Session::open(Language::Zh, None);
    session.start_journal(folder.path());
    let first = session.harness.get_all_by_label("放弃我的").next();
    first.expect("a button").click();
    session.harness.run();
    assert!(session.app().question().is_some(), "one more is left");
    click(&mut session, "以后再说");
    assert!(session.app().question().is_none());
    drop(session);
    let (_journal, left) = Journal::open(folder.path()).expect("a journal");
    assert_eq!(left.len(), 1);
}

#[test]
fn comments_are_asked_about_in_the_window() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mine.ron");
    file::save(&path, &scenario(5.0)).expect("saved");
    let text = fs::read_to_string(&path).expect("a file");
    fs::write(&path, format!("// by hand\n{text}")).expect("written");
    let mut session = Session::open(Language::En, Some(path.clone()));
    session.set(LEVER, 6.0);
    session.apply(Command::Save);
    session.harness.get_by_label("mine.ron has comments");
    click(&mut session, "Replace, keep a copy");
    session.harness.get_by_label_contains("mine.ron.bak");
    let saved = file::read(&path).expect("a file");
    assert_eq!(saved.value(LEVER), 6.0);
}

/// A room need not know that a file has gone.
#[test]
fn what_happens_to_the_file_waits_until_the_talk_is_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mine.ron");
    file::save(&path, &scenario(5.0)).expect("saved");
    let mut session = Session::open(Language::En, Some(path.clone()));
    session.press(Modifiers::NONE, Key::F11);
    assert!(session.app().presenting().is_some());
    fs::remove_file(&path).expect("removed");
    let look = suanli::app::perform(DiskJob::ReadAgain(path), None);
    session.apply(look.expect("a command"));
    let told = session.harness.query_by_label_contains("is gone");
    assert!(told.is_none());
    session.press(Modifiers::NONE, Key::Escape);
    session.harness.get_by_label_contains("is gone");
}

#[test]
fn both_sides_of_a_change_outside_are_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mine.ron");
    file::save(&path, &scenario(5.0)).expect("saved");
    let mut session = Session::open(Language::Zh, Some(path.clone()));
    session.set(LEVER, 6.0);
    let mut theirs = scenario(5.0);
    theirs.set(Assumption::Pue, 1.3);
    file::save(&path, &theirs).expect("saved by somebody else");
    session.apply(Command::Save);
    session.harness.get_by_label("mine.ron 已被其他程序修改");
    session.harness.get_by_label("模型增长：×5 → ×6/年");
    session.label_starting("电能利用效率 PUE：");
    click(&mut session, "保留我的");
    let saved = file::read(&path).expect("a file");
    assert_eq!(
        (saved.value(LEVER), saved.value(Assumption::Pue)),
        (6.0, 1.25)
    );
}
