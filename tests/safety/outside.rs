//! Other programs that change the open file.

use std::fs;

use suanli::app::{Command, DiskJob, Notice, Question, Tab};

use crate::Desk;

fn with_growth(value: f64) -> String {
    format!(
        "Scenario(version: 1, baseline: \"2025\", name: (en: \"Mine\", zh: \"\"), story: (en: \"\", zh: \"\"), \
         changes: {{ \"model_growth\": {value:?} }})\n"
    )
}

fn opened() -> Desk {
    let mut desk = Desk::new();
    desk.write("a.ron", &with_growth(5.0));
    desk.open("a.ron");
    desk
}

/// What the watcher does once it has seen a change.
fn look(desk: &mut Desk) {
    let job = DiskJob::ReadAgain(desk.path("a.ron"));
    let command = suanli::app::perform(job, None).expect("a command");
    desk.apply(command);
}

#[test]
fn where_nothing_can_be_lost_the_file_is_read_again_and_undo_goes_back() {
    let mut desk = opened();
    desk.write("a.ron", &with_growth(7.0));
    look(&mut desk);
    assert_eq!(desk.growth(), 7.0);
    assert!(matches!(desk.app.notice(), Some(Notice::Reloaded { .. })));
    assert!(!desk.app.document().is_changed());
    desk.apply(Command::Undo);
    assert_eq!(desk.growth(), 5.0);
    assert!(desk.app.document().is_changed(), "the file has 7 now");
}

#[test]
fn the_own_save_is_no_change_of_others() {
    let mut desk = opened();
    desk.move_to(6.0);
    desk.apply(Command::Save);
    look(&mut desk);
    assert!(desk.app.notice().is_none() && desk.app.question().is_none());
    assert_eq!(
        desk.app.document().history().states(),
        2,
        "no step was added"
    );
}

#[test]
fn other_spaces_are_no_other_scenario() {
    let mut desk = opened();
    let spaced = with_growth(5.0).replace(", ", ",\n\n   ");
    desk.write("a.ron", &spaced);
    look(&mut desk);
    assert!(desk.app.notice().is_none());
    desk.apply(Command::Save);
    assert_eq!(desk.read("a.ron"), spaced);
}

#[test]
fn saving_over_the_work_of_others_is_asked_about() {
    let mut desk = opened();
    desk.move_to(6.0);
    desk.write("a.ron", &with_growth(7.0));
    desk.apply(Command::Save);
    assert!(matches!(
        desk.app.question(),
        Some(Question::ChangedOutside { .. })
    ));
    assert_eq!(
        desk.read("a.ron"),
        with_growth(7.0),
        "nothing is written unasked"
    );

    desk.apply(Command::Stay);
    assert_eq!(desk.growth(), 6.0);
    desk.apply(Command::Save);
    desk.apply(Command::KeepMine);
    assert!(desk.read("a.ron").contains("\"model_growth\": 6"));
    assert!(!desk.app.document().is_changed() && desk.app.question().is_none());
}

#[test]
fn taking_theirs_can_be_undone() {
    let mut desk = opened();
    desk.move_to(6.0);
    desk.write("a.ron", &with_growth(7.0));
    look(&mut desk);
    desk.apply(Command::TakeTheirs);
    assert_eq!(desk.growth(), 7.0);
    assert!(!desk.app.document().is_changed());
    desk.apply(Command::Undo);
    assert_eq!(desk.growth(), 6.0, "mine is one step away");
}

#[test]
fn both_can_be_compared_before_anything_is_decided() {
    let mut desk = opened();
    desk.move_to(6.0);
    desk.write("a.ron", &with_growth(7.0));
    look(&mut desk);
    desk.apply(Command::CompareWithTheirs);
    assert_eq!(desk.app.view().tab, Tab::Compare);
    let growth = suanli::model::Assumption::ModelGrowth;
    let values: Vec<f64> = desk
        .app
        .compared()
        .map(|(_, world)| world.value(growth))
        .collect();
    assert!(values.contains(&6.0) && values.contains(&7.0), "{values:?}");
    desk.apply(Command::Save);
    assert!(matches!(
        desk.app.question(),
        Some(Question::ChangedOutside { .. })
    ));
}

#[test]
fn a_lever_that_is_moving_is_not_interrupted() {
    use suanli::app::Gesture;
    let mut desk = opened();
    let drag = |value, gesture| Command::SetLever {
        assumption: suanli::model::Assumption::ModelGrowth,
        value,
        gesture,
    };
    desk.apply(drag(6.0, Gesture::Live));
    desk.write("a.ron", &with_growth(7.0));
    look(&mut desk);
    assert!(desk.app.question().is_none());
    desk.apply(drag(6.2, Gesture::Done));
    assert!(matches!(
        desk.app.question(),
        Some(Question::ChangedOutside { .. })
    ));
    assert_eq!(desk.growth(), 6.2);
}

#[test]
fn a_file_that_is_gone_or_broken_costs_nothing() {
    let mut desk = opened();
    desk.move_to(6.0);
    fs::remove_file(desk.path("a.ron")).expect("removed");
    look(&mut desk);
    assert!(matches!(desk.app.notice(), Some(Notice::FileGone { .. })));
    desk.apply(Command::DismissNotice);
    desk.apply(Command::Save);
    assert!(
        desk.read("a.ron").contains("\"model_growth\": 6"),
        "saving writes it anew"
    );

    desk.write("a.ron", "(");
    look(&mut desk);
    assert!(matches!(
        desk.app.notice(),
        Some(Notice::BrokenOutside { .. })
    ));
    assert_eq!(desk.growth(), 6.0);
    desk.apply(Command::DismissNotice);
    desk.move_to(6.5);
    desk.apply(Command::Save);
    assert!(desk.read("a.ron").contains("6.5"));
}
