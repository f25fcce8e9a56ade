//! Opening and saving: what follows from files that were read and written.

use std::path::PathBuf;
use std::sync::Arc;

use super::{App, Command, DiskJob, Document, Effect, Notice, Question};
use crate::scenario::MovedResult;
use crate::scenario::file::{Original, ReadError, SaveError};

impl App {
    /// Saves to the scenario's file, or asks where to. Asks first where comments would be lost.
    pub(super) fn save(&mut self) -> Vec<Effect> {
        let Some(path) = self.document.path() else {
            return self.ask_where_to_save();
        };
        let is_rewritten = !self.document.is_as_in_file() || !self.moved_results().is_empty();
        if is_rewritten && self.document.has_comments() {
            let then = self.leaving();
            self.question = Some(Question::Comments { then });
            return Vec::new();
        }
        self.write(path.to_owned(), self.document.expected(), false)
    }

    /// What is to happen once unsaved changes are saved, where saving was the answer to that.
    fn leaving(&mut self) -> Option<Box<Command>> {
        match self.question.take()? {
            Question::UnsavedChanges { then } => Some(then),
            Question::Comments { then } | Question::ChangedOutside { then, .. } => then,
            Question::Unsaved(_) => None,
        }
    }

    /// Goes on with what waits for saving: the question stays until that has worked.
    fn wait_for_saving(&mut self, then: Option<Box<Command>>) {
        self.question = then.map(|then| Question::UnsavedChanges { then });
    }

    pub(super) fn give_up_comments(&mut self) -> Vec<Effect> {
        let then = self.leaving();
        self.wait_for_saving(then);
        match self.document.path() {
            Some(path) => self.write(path.to_owned(), self.document.expected(), true),
            None => self.ask_where_to_save(),
        }
    }

    pub(super) fn save_for_leaving(&mut self) -> Vec<Effect> {
        // The question stays: what comes after saving is still to be done.
        self.apply(Command::Save)
    }

    pub(super) fn leave_without_saving(&mut self) -> Vec<Effect> {
        match self.leaving() {
            Some(then) => self.carry_out(*then),
            None => Vec::new(),
        }
    }

    pub(super) fn ask_where_to_save(&self) -> Vec<Effect> {
        vec![Effect::AskWhereToSave {
            file_name: self.document.suggested_file_name("ron"),
        }]
    }

    /// Asks for another place: what stood in the way of saving stays as it is.
    pub(super) fn save_as(&mut self) -> Vec<Effect> {
        let then = self.leaving();
        self.wait_for_saving(then);
        self.ask_where_to_save()
    }

    /// Writes the scenario to a file, whatever that holds where nothing is `expected` of it.
    pub(super) fn write(
        &mut self,
        path: PathBuf,
        expected: Option<Arc<[u8]>>,
        keeps_copy: bool,
    ) -> Vec<Effect> {
        self.finish_gesture();
        self.document.name_after(&path);
        if self.document.is_changed() || !self.moved_results().is_empty() {
            let run = &self.run;
            self.document.amend(|scenario| scenario.refresh_check(run));
        }
        let original = Box::new(self.document.to_save());
        vec![Effect::Disk(DiskJob::Write {
            path,
            original,
            expected,
            keeps_copy,
        })]
    }

    pub(super) fn opened(
        &mut self,
        path: PathBuf,
        result: Result<Original, ReadError>,
    ) -> Vec<Effect> {
        match result {
            Ok(original) => {
                self.settings.remember_file(&path);
                self.open(Document::of_file(path.clone(), original));
                self.tell_what_moved(path);
                self.remember()
            }
            Err(error) => {
                self.settings.forget_file(&path);
                self.notice = Some(Notice::CannotOpen { path, error });
                self.remember()
            }
        }
    }

    pub(super) fn saved(
        &mut self,
        path: PathBuf,
        original: Original,
        result: Result<Option<PathBuf>, SaveError>,
    ) -> Vec<Effect> {
        let copy = match result {
            Ok(copy) => copy,
            // What it holds now decides what is asked.
            Err(SaveError::ChangedMeanwhile) => {
                return vec![Effect::Disk(DiskJob::ReadAgain(path))];
            }
            Err(SaveError::Io(error)) => {
                self.question = None;
                self.notice = Some(Notice::CannotSave { path, error });
                return Vec::new();
            }
        };
        self.settings.remember_file(&path);
        self.document.saved(path, original);
        self.notice = copy.map(|copy| Notice::KeptCopy { copy });
        let mut effects = self.remember();
        if let Some(then) = self.leaving() {
            effects.extend(self.apply(*then));
        }
        effects
    }

    pub(super) fn open(&mut self, document: Document) {
        self.document = document;
        self.gesture = None;
        self.last_move = None;
        self.notice = None;
        // What is being typed there belongs to the world that was open.
        self.view.describing = false;
        self.view.supplier_form = None;
        self.recompute();
    }

    /// Says which results are no longer those that the file was saved with.
    fn tell_what_moved(&mut self, path: PathBuf) {
        let moved = self.moved_results();
        if !moved.is_empty() {
            self.notice = Some(Notice::ResultsMoved { path, moved });
        }
    }

    fn moved_results(&self) -> Vec<MovedResult> {
        self.scenario().moved_results(&self.run)
    }

    /// Keeps what is on screen for the next start.
    pub(super) fn remember(&mut self) -> Vec<Effect> {
        self.settings.language = Some(self.view.language);
        self.settings.theme = self.view.theme;
        self.settings.currency = self.view.currency;
        self.settings.span = self.view.span;
        self.settings.fans = self.view.fans;
        self.settings.zoom = self.view.zoom;
        vec![Effect::Disk(DiskJob::Remember(Box::new(
            self.settings.clone(),
        )))]
    }
}

#[cfg(test)]
mod tests {
    use super::super::Settings;
    use super::*;
    use crate::model::Series;
    use crate::scenario::file::to_ron;
    use crate::scenario::{Baseline, Scenario};

    /// A program that has opened a file with a saved result, off by a factor.
    fn opened_with_result(factor: f64) -> App {
        let mut scenario = Scenario::new(Baseline::current());
        let capex = scenario.run().years(Series::Capex)[5];
        let saved = [(2030, capex * factor)].into();
        scenario.check.insert(Series::Capex, saved);
        let mut app = App::new(Settings::default());
        let bytes = to_ron(&scenario).into_bytes().into();
        let result = Box::new(Ok(Original { bytes, scenario }));
        let path = PathBuf::from("old.ron");
        app.apply(Command::Opened { path, result });
        app
    }

    #[test]
    fn results_that_moved_are_told_once_and_saving_makes_them_agree() {
        let mut app = opened_with_result(0.5);
        let Some(Notice::ResultsMoved { moved, .. }) = app.notice() else {
            panic!("nothing is told");
        };
        let found: Vec<_> = moved
            .iter()
            .map(|moved| (moved.series, moved.year.calendar()))
            .collect();
        assert_eq!(found, [(Series::Capex, 2030)]);
        app.apply(Command::DismissNotice);
        let effects = app.apply(Command::Save);
        let [Effect::Disk(DiskJob::Write { original, .. }), ..] = &effects[..] else {
            panic!("{effects:?}");
        };
        let scenario = &original.scenario;
        assert_eq!(scenario.moved_results(&scenario.run()), []);
    }

    #[test]
    fn results_that_agree_are_not_told_and_not_touched() {
        let mut app = opened_with_result(1.000_001);
        assert!(app.notice().is_none());
        let before = app.scenario().clone();
        app.apply(Command::Save);
        assert_eq!(app.scenario(), &before);
    }
}
