//! Saving: what is there stays until the new file is whole, and comments are not lost unasked.

use std::fs;

use suanli::app::{Command, Notice, Question};
use suanli::text::Words;

use crate::Desk;

const COMMENTED: &str = "// Mine, by hand.\nScenario(version: 1, baseline: \"2025\", \
    name: (en: \"Mine\", zh: \"\"), story: (en: \"\", zh: \"\"), changes: { \"model_growth\": 5.0 /* why */ })\n";

const PLAIN: &str = "Scenario(version: 1, baseline: \"2025\", \
    name: (en: \"Mine\", zh: \"\"), story: (en: \"\", zh: \"\"), changes: { \"model_growth\": 5.0 })\n";

#[test]
fn an_unchanged_file_is_written_as_it_was_to_the_last_byte() {
    let mut desk = Desk::new();
    desk.write("a.ron", COMMENTED);
    desk.open("a.ron");
    desk.apply(Command::Save);
    assert_eq!(desk.read("a.ron"), COMMENTED);
    desk.apply(Command::SaveTo(desk.path("b.ron")));
    assert_eq!(
        desk.read("b.ron"),
        COMMENTED,
        "a copy has the comments, too"
    );
}

#[test]
fn a_change_that_was_taken_back_leaves_the_file_as_it_was() {
    let mut desk = Desk::new();
    desk.write("a.ron", COMMENTED);
    desk.open("a.ron");
    desk.move_to(6.0);
    desk.apply(Command::Undo);
    desk.apply(Command::Save);
    assert!(desk.app.question().is_none());
    assert_eq!(desk.read("a.ron"), COMMENTED);
}

/// Saving brings the kept results up to date, and redo once went to a state without them.
#[test]
fn undo_and_redo_after_saving_come_back_to_what_was_saved() {
    let mut desk = Desk::new();
    let check = "check: { \"capex\": { 2030: 1.0 } })\n";
    desk.write("a.ron", &PLAIN.replace("})\n", &format!("}}, {check}")));
    desk.apply(Command::OpenPath(desk.path("a.ron")));
    desk.apply(Command::DismissNotice);
    desk.move_to(6.0);
    desk.apply(Command::Save);
    assert!(!desk.app.document().is_changed());
    desk.apply(Command::Undo);
    assert!(desk.app.document().is_changed());
    desk.apply(Command::Redo);
    assert!(!desk.app.document().is_changed(), "it is what was saved");
}

#[test]
fn comments_are_asked_about_and_kept_in_a_copy() {
    let mut desk = Desk::new();
    desk.write("a.ron", COMMENTED);
    desk.open("a.ron");
    desk.move_to(6.0);
    desk.apply(Command::Save);
    assert!(matches!(
        desk.app.question(),
        Some(Question::Comments { .. })
    ));
    assert_eq!(desk.read("a.ron"), COMMENTED, "nothing is written unasked");
    desk.apply(Command::Stay);
    assert!(desk.app.document().is_changed(), "cancelled");

    desk.apply(Command::Save);
    desk.apply(Command::GiveUpComments);
    assert!(matches!(desk.app.notice(), Some(Notice::KeptCopy { .. })));
    assert_eq!(desk.read("a.ron.bak"), COMMENTED);
    assert!(!desk.read("a.ron").contains("//"));
    assert!(!desk.app.document().is_changed());

    desk.move_to(7.0);
    desk.apply(Command::Save);
    assert!(
        desk.app.question().is_none(),
        "asked once: there are none any more"
    );
    assert_eq!(desk.names(), ["a.ron", "a.ron.bak"]);
}

/// Saving brings results up to date that the model moved: that rewrites the file, too.
#[test]
fn comments_are_asked_about_where_only_results_have_moved() {
    let mut desk = Desk::new();
    let check = "check: { \"capex\": { 2030: 1.0 } } /* mine */ })\n";
    let text = PLAIN
        .replace("})\n", &format!("}}, {check}"))
        .replace("*/ })", "*/ )");
    desk.write("a.ron", &text);
    desk.apply(Command::OpenPath(desk.path("a.ron")));
    assert!(matches!(
        desk.app.notice(),
        Some(Notice::ResultsMoved { .. })
    ));
    desk.apply(Command::DismissNotice);
    desk.apply(Command::Save);
    assert!(matches!(
        desk.app.question(),
        Some(Question::Comments { .. })
    ));
    assert_eq!(desk.read("a.ron"), text);
}

#[test]
fn a_web_address_in_a_text_is_no_comment() {
    let mut desk = Desk::new();
    desk.write("a.ron", &PLAIN.replace("Mine", "https://example.org/*"));
    desk.open("a.ron");
    desk.move_to(6.0);
    desk.apply(Command::Save);
    assert!(desk.app.question().is_none());
}

/// Quit, save, and the comments: after both answers the program closes.
#[test]
fn leaving_waits_for_all_that_saving_asks() {
    let mut desk = Desk::new();
    desk.write("a.ron", COMMENTED);
    desk.open("a.ron");
    desk.move_to(6.0);
    desk.apply(Command::Quit);
    desk.apply(Command::SaveForLeaving);
    assert!(matches!(
        desk.app.question(),
        Some(Question::Comments { .. })
    ));
    assert!(!desk.app.may_close());
    desk.apply(Command::GiveUpComments);
    assert!(desk.app.may_close());
    assert!(desk.read("a.ron").contains("\"model_growth\": 6"));
}

#[test]
fn a_place_that_cannot_be_written_costs_nothing() {
    let mut desk = Desk::new();
    desk.write("a.ron", PLAIN);
    desk.open("a.ron");
    desk.move_to(6.0);
    let before = desk.read("a.ron");
    for place in ["none/b.ron", "."] {
        desk.apply(Command::SaveTo(desk.path(place)));
        assert!(
            matches!(desk.app.notice(), Some(Notice::CannotSave { .. })),
            "{place}"
        );
        desk.apply(Command::DismissNotice);
        assert!(desk.app.document().is_changed(), "{place}");
    }
    assert_eq!((desk.read("a.ron"), desk.growth()), (before, 6.0));
    // The folder itself is gone: saving says so, and the work is still there.
    let folder = desk.folder.clone();
    fs::remove_dir_all(&folder).expect("removed");
    desk.apply(Command::Save);
    assert!(matches!(desk.app.notice(), Some(Notice::CannotSave { .. })));
    fs::create_dir(&folder).expect("a folder");
    desk.apply(Command::DismissNotice);
    desk.apply(Command::Save);
    assert!(
        !desk.app.document().is_changed() && desk.read("a.ron").contains("\"model_growth\": 6")
    );
}

#[test]
fn what_could_not_be_opened_again_is_not_written() {
    let mut desk = Desk::new();
    desk.write("a.ron", PLAIN);
    desk.open("a.ron");
    desk.apply(Command::Describe {
        name: Words::default(),
        story: Words {
            en: "long ".repeat(1_100_000),
            zh: String::new(),
        },
    });
    desk.apply(Command::Save);
    assert!(matches!(desk.app.notice(), Some(Notice::CannotSave { .. })));
    assert_eq!(desk.read("a.ron"), PLAIN);
}

/// A pipe that nobody writes to would be waited for without end.
#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_a_file_is_refused() {
    let mut desk = Desk::new();
    let pipe = desk.path("pipe.ron");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("it runs").success());
    desk.apply(Command::OpenPath(pipe));
    assert!(matches!(desk.app.notice(), Some(Notice::CannotOpen { .. })));
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let mut desk = Desk::new();
    fs::create_dir(desk.path("far")).expect("a folder");
    desk.write("far/a.ron", PLAIN);
    fs::set_permissions(desk.path("far/a.ron"), fs::Permissions::from_mode(0o640)).expect("set");
    symlink("far/a.ron", desk.path("link.ron")).expect("a link");
    desk.open("link.ron");
    desk.move_to(6.0);
    desk.apply(Command::Save);
    let link = fs::symlink_metadata(desk.path("link.ron")).expect("a link");
    assert!(link.file_type().is_symlink());
    let file = fs::metadata(desk.path("far/a.ron")).expect("a file");
    assert_eq!(file.permissions().mode() & 0o777, 0o640);
    assert!(desk.read("far/a.ron").contains("\"model_growth\": 6"));
}
