//! No work is lost: not by a fault, not by another program, not by a crash.

mod crash;
mod outside;
mod saving;

use std::fs;
use std::path::{Path, PathBuf};

use suanli::app::{self, App, Command, Effect, Gesture, Journal, Settings};
use suanli::model::Assumption;
use tempfile::TempDir;

/// A program without a window, whose files are in a folder of its own.
pub(crate) struct Desk {
    pub app: App,
    pub folder: PathBuf,
    journal: Option<Journal>,
    /// Keeps the folder, where it is to vanish with the desk.
    _own: Option<TempDir>,
}

impl Desk {
    pub fn new() -> Self {
        let own = tempfile::tempdir().expect("a folder");
        Self {
            folder: own.path().to_owned(),
            _own: Some(own),
            ..Self::in_folder(Path::new(""))
        }
    }

    /// A desk in a folder that stays.
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            app: App::new(Settings::default()),
            folder: folder.to_owned(),
            journal: None,
            _own: None,
        }
    }

    /// Opens the journal as at a start.
    pub fn open_journal(&mut self) {
        let (journal, found) = Journal::open(&self.folder.join("journal")).expect("a journal");
        self.journal = Some(journal);
        self.apply(Command::FoundUnsaved(found));
    }

    pub fn apply(&mut self, command: Command) {
        let mut effects = self.app.apply(command);
        while !effects.is_empty() {
            let follow_up = match effects.remove(0) {
                Effect::Disk(job) => app::perform(job, None),
                Effect::Journal(unsaved) => {
                    self.journal
                        .iter()
                        .for_each(|journal| journal.keep(unsaved.clone()));
                    None
                }
                Effect::ForgetUnsaved(id) => {
                    self.journal
                        .iter()
                        .for_each(|journal| journal.forget(id.clone()));
                    None
                }
                _ => None,
            };
            effects.extend(
                follow_up
                    .into_iter()
                    .flat_map(|command| self.app.apply(command)),
            );
        }
    }

    /// A file of the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a file")
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("written");
    }

    /// Opens a file of the folder.
    pub fn open(&mut self, name: &str) {
        self.apply(Command::OpenPath(self.path(name)));
        assert!(self.app.notice().is_none(), "{:?}", self.app.notice());
    }

    /// Moves the lever of model growth to a value.
    pub fn move_to(&mut self, value: f64) {
        self.apply(Command::SetLever {
            assumption: Assumption::ModelGrowth,
            value,
            gesture: Gesture::Done,
        });
    }

    /// Where it stands.
    pub fn growth(&self) -> f64 {
        self.app.scenario().value(Assumption::ModelGrowth)
    }

    /// The names of the files in the folder.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.folder).expect("a folder");
        let mut names: Vec<String> = entries
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        names.sort();
        names
    }
}
