//! The open scenario: where it is saved, whether it has changed, and its history.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::exporting::Picture;
use super::history::{Change, History};
use crate::report::handout::file_stem;
use crate::scenario::Scenario;
use crate::scenario::file::{Original, to_ron};
use crate::text::Words;

/// The open scenario.
pub struct Document {
    history: History,
    /// As it was opened or last saved.
    saved: Scenario,
    path: Option<PathBuf>,
    /// Its file as it was last read or written; none before that, and where that no longer matters.
    original: Option<Original>,
}

impl Document {
    /// A scenario that has no file yet.
    pub fn untitled(scenario: Scenario) -> Self {
        Self {
            saved: scenario.clone(),
            history: History::new(scenario),
            path: None,
            original: None,
        }
    }

    /// A scenario read from a file.
    pub fn of_file(path: PathBuf, original: Original) -> Self {
        Self {
            path: Some(path),
            original: Some(original.clone()),
            ..Self::untitled(original.scenario)
        }
    }

    /// The scenario as it stands.
    pub fn scenario(&self) -> &Scenario {
        self.history.now()
    }

    /// The scenario as it was opened or last saved.
    pub fn saved_scenario(&self) -> &Scenario {
        &self.saved
    }

    /// Its file, if it has one.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Its history.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Has it changed since it was opened or saved?
    pub fn is_changed(&self) -> bool {
        self.scenario() != &self.saved
    }

    /// A file name with this ending made from the scenario's English name that every system
    /// accepts.
    pub fn suggested_file_name(&self, ending: &str) -> String {
        format!("{}.{ending}", self.stem())
    }

    /// The same for a picture of an exhibit.
    pub fn file_name_of(&self, picture: Picture, ending: &str) -> String {
        let shown = match picture {
            Picture::Exhibit(exhibit) => exhibit.id().replace(':', "_"),
            Picture::Goal => "goal_seek".to_owned(),
            Picture::Compared(series) => format!("compared_{}", series.id()),
        };
        format!("{}_{shown}.{ending}", self.stem())
    }

    fn stem(&self) -> String {
        file_stem(&self.scenario().name.en.to_lowercase())
    }

    /// Names a changed world that has no file yet after the file it gets: the name and the story
    /// it started from, say of a shipped one, are no longer true of it. Those that somebody wrote
    /// stay, in every state of the history.
    pub(super) fn name_after(&mut self, path: &Path) {
        if self.path.is_some() || !self.is_changed() {
            return;
        }
        let (name, story) = (self.saved.name.clone(), self.saved.story.clone());
        let stem = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        self.history.edit_all(|scenario| {
            if (&scenario.name, &scenario.story) != (&name, &story) {
                return;
            }
            scenario.name = Words {
                en: stem.clone(),
                zh: stem.clone(),
            };
            scenario.story = Words::default();
        });
    }

    pub(super) fn edit(&mut self, edit: impl FnOnce(&mut Scenario)) {
        edit(self.history.now_mut());
    }

    /// Changes what is no step of history, once no gesture goes on.
    pub(super) fn amend(&mut self, edit: impl FnOnce(&mut Scenario)) {
        self.history.amend(edit);
    }

    pub(super) fn step(&mut self, change: Change) {
        self.history.step(change);
    }

    pub(super) fn travel(&mut self, step: fn(&mut History) -> bool) -> bool {
        step(&mut self.history)
    }

    /// The file as it is to be written. A scenario that is the one of its file has its very bytes,
    /// comments and all.
    pub(super) fn to_save(&self) -> Original {
        match &self.original {
            Some(original) if self.is_as_in_file() => original.clone(),
            _ => Original {
                bytes: to_ron(self.scenario()).into_bytes().into(),
                scenario: self.scenario().clone(),
            },
        }
    }

    /// What the file holds as far as is known.
    pub(super) fn expected(&self) -> Option<Arc<[u8]>> {
        Some(Arc::clone(&self.original.as_ref()?.bytes))
    }

    /// Are there comments in the file, which the program does not write?
    pub(super) fn has_comments(&self) -> bool {
        self.original.as_ref().is_some_and(Original::has_comments)
    }

    /// Is the scenario the one that the file holds?
    pub(super) fn is_as_in_file(&self) -> bool {
        let original = self.original.as_ref();
        original.is_some_and(|original| original.scenario == *self.scenario())
    }

    /// Notes what was written. The user may have gone on meanwhile: that stays unsaved.
    pub(super) fn saved(&mut self, path: PathBuf, original: Original) {
        self.path = Some(path);
        self.saved = original.scenario.clone();
        self.original = Some(original);
    }

    /// Notes what is in the file now, without taking it over.
    pub(super) fn file_is(&mut self, original: Original) {
        self.saved = original.scenario.clone();
        self.original = Some(original);
    }

    /// Takes over what is in the file now, as a step of the history.
    pub(super) fn reload(&mut self, original: Original) {
        self.history.now_mut().clone_from(&original.scenario);
        self.history.step(Change::Reloaded);
        self.file_is(original);
    }

    /// Goes on with work that was never saved, as a step of the history.
    pub(super) fn restore(&mut self, scenario: Scenario) {
        *self.history.now_mut() = scenario;
        self.history.step(Change::Restored);
    }

    /// Whatever the file holds may be replaced.
    pub(super) fn give_up_file(&mut self) {
        self.original = None;
    }
}
