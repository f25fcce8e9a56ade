//! The built-in file dialog, by the names of what it shows. No test asks the system for one.

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use suanli::app::{Command, LastFolders, Settings};
use suanli::scenario::file;
use suanli::text::Language;

use crate::Session;

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["export_ban.ron", "power_wall.ron"] {
        fs::copy(Path::new("scenarios").join(name), folder.path().join(name)).expect("copied");
    }
    fs::create_dir(folder.path().join("Worlds")).expect("made");
    folder
}

fn session(language: Language, folder: &Path) -> Session {
    Session::started(Settings {
        language: Some(language),
        built_in_dialog: true,
        folders: LastFolders {
            scenarios: Some(folder.to_owned()),
            exports: None,
        },
        ..Settings::default()
    })
}

impl Session {
    /// Steps until something is called this: folders are read in the background.
    fn wait_for(&mut self, label: &str) {
        self.wait_until(label, |session| session.shows(label));
    }

    fn wait_until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let started = Instant::now();
        while !is_so(self) {
            let waited = started.elapsed();
            assert!(waited < Duration::from_secs(20), "never came: {what}");
            sleep(Duration::from_millis(5));
            self.harness.step();
        }
        self.harness.run();
    }

    fn shows(&self, label: &str) -> bool {
        let mut found = self.harness.query_all_by_label_contains(label);
        found.next().is_some()
    }

    fn path(&self) -> String {
        let field = self.harness.get_by_role_and_label(Role::TextInput, "Path");
        field.accesskit_node().value().unwrap_or_default()
    }

    fn type_path(&mut self, text: &str) {
        self.press(Modifiers::COMMAND, Key::A);
        let field = self.harness.get_by_role_and_label(Role::TextInput, "Path");
        field.type_text(text);
        self.harness.run();
    }

    /// Nothing is read or looked at any more.
    fn settle(&mut self) {
        sleep(Duration::from_millis(100));
        self.harness.step();
        self.harness.run();
    }
}

#[test]
fn a_file_is_opened_with_a_few_letters_and_tab() {
    let folder = folder();
    let mut session = session(Language::En, folder.path());
    session.press(Modifiers::COMMAND, Key::O);
    session.wait_for("power_wall.ron");
    session.wait_for("Worlds, folder");
    session.type_path(&format!("{}/pow", folder.path().display()));
    assert!(!session.shows("export_ban.ron"), "the list is narrowed");
    session.press(Modifiers::NONE, Key::Tab);
    let path = folder.path().join("power_wall.ron");
    assert_eq!(session.path(), path.display().to_string());
    session.press(Modifiers::NONE, Key::Enter);
    session.wait_until("the file", |session| {
        session.app().document().path().is_some()
    });
    assert_eq!(session.app().document().path(), Some(&*path));
    assert!(!session.shows("Parent folder"), "the dialog is closed");
}

#[test]
fn arrows_walk_into_a_folder_and_tab_moves_on_where_nothing_is_to_be_completed() {
    let folder = folder();
    let mut session = session(Language::En, folder.path());
    session.press(Modifiers::COMMAND, Key::O);
    session.wait_for("Worlds, folder");
    session.press(Modifiers::NONE, Key::ArrowDown);
    session.press(Modifiers::NONE, Key::ArrowDown);
    session.press(Modifiers::NONE, Key::Enter);
    session.wait_for("Nothing to choose here");
    assert!(Path::new(&session.path()).ends_with("Worlds"));
    session.press(Modifiers::NONE, Key::Tab);
    let field = session
        .harness
        .get_by_role_and_label(Role::TextInput, "Path");
    assert!(!field.accesskit_node().is_focused(), "Tab is no trap");
}

#[test]
fn saving_adds_the_ending_and_asks_before_it_overwrites() {
    let folder = folder();
    let mut session = session(Language::En, folder.path());
    session.set_slider("GPU price", 0.0);
    session.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    session.wait_for("export_ban.ron");
    let taken = folder.path().join("export_ban");
    let before = fs::read(taken.with_extension("ron")).expect("a file");
    session.type_path(&taken.display().to_string());
    session.wait_for("The file will be called export_ban.ron.");
    session.press(Modifiers::NONE, Key::Enter);
    session.wait_for("export_ban.ron exists already");
    session.harness.get_by_label("Replace");
    // Another name needs no such answer, and the old file stays.
    session.type_path(&folder.path().join("mine").display().to_string());
    session.press(Modifiers::NONE, Key::Enter);
    session.wait_until("the file", |session| !session.app().document().is_changed());
    let saved = file::read(&folder.path().join("mine.ron")).expect("a scenario");
    assert_eq!(saved.name.en, "mine");
    assert_eq!(
        fs::read(taken.with_extension("ron")).expect("a file"),
        before
    );
    // Once more over it: that must be said twice.
    session.set_slider("GPU price", 0.1);
    session.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    session.wait_for("mine.ron");
    session.type_path(&folder.path().join("mine.ron").display().to_string());
    session.harness.get_by_label("Save").click();
    session.wait_for("mine.ron exists already");
    assert!(session.app().document().is_changed());
    session.harness.get_by_label("Replace").click();
    session.wait_until("the file", |session| !session.app().document().is_changed());
}

#[test]
fn escape_and_cancel_change_nothing_and_give_the_keyboard_back() {
    let folder = folder();
    let mut session = session(Language::En, folder.path());
    session.slider("GPU supply").focus();
    session.harness.run();
    for cancels in [true, false] {
        session.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
        session.wait_for("Parent folder");
        if cancels {
            session.harness.get_by_label("Cancel").click();
            session.harness.run();
        } else {
            session.press(Modifiers::NONE, Key::Escape);
        }
        assert!(!session.shows("Parent folder"));
        let slider = session.slider("GPU supply");
        assert!(
            slider.accesskit_node().is_focused(),
            "the lever has the keys again"
        );
    }
    assert_eq!(session.app().document().path(), None);
    assert_eq!(fs::read_dir(folder.path()).expect("read").count(), 3);
}

#[test]
fn a_folder_that_vanished_is_told_of_before_anything_is_saved_there() {
    let folder = folder();
    let gone = folder.path().join("gone");
    let mut session = session(Language::Zh, &gone);
    session.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    session.wait_for("尚不存在");
    session.press(Modifiers::NONE, Key::Enter);
    session.wait_for("新建文件夹");
    assert!(!gone.exists(), "nothing is made before that is confirmed");
    session.press(Modifiers::NONE, Key::Enter);
    session.wait_until("the file", |session| {
        session.app().document().path().is_some()
    });
    assert!(gone.join("baseline.ron").exists());
    // What is to be opened must be there.
    fs::remove_dir_all(&gone).expect("removed");
    session.press(Modifiers::COMMAND, Key::O);
    session.wait_for("找不到文件夹");
}

#[test]
fn the_wish_for_the_built_in_dialog_is_remembered() {
    let mut session = Session::open(Language::En, None);
    assert!(!session.app().settings().built_in_dialog);
    session.apply(Command::SetBuiltInDialog(true));
    assert!(session.app().settings().built_in_dialog);
    session.press(Modifiers::COMMAND, Key::O);
    session.wait_for("Open a scenario file");
    assert!(
        !session.shows("This one takes its place"),
        "it is what was wanted"
    );
}

#[test]
fn files_that_are_dropped_while_a_dialog_is_open_are_left_alone() {
    let folder = folder();
    let mut session = session(Language::En, folder.path());
    session.press(Modifiers::COMMAND, Key::O);
    session.wait_for("Parent folder");
    session.drop_file("scenarios/power_wall.ron");
    assert_eq!(session.app().document().path(), None);
    session.press(Modifiers::NONE, Key::Escape);
    session.drop_file("scenarios/power_wall.ron");
    assert!(session.app().document().path().is_some());
}

#[test]
fn an_idle_dialog_paints_nothing() {
    let folder = folder();
    let mut session = session(Language::En, folder.path());
    session.press(Modifiers::COMMAND, Key::O);
    session.wait_for("power_wall.ron");
    session.settle();
    // The cursor blinks: the field alone asks for frames, and those come later.
    assert!(session.harness.run() <= 2);
}
