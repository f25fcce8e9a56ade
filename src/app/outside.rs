//! Changes that other programs make to the open file: taken over where nothing can be lost, else
//! asked about.

use std::path::PathBuf;

use super::{App, Command, Effect, Notice, Question, Source, Tab};
use crate::scenario::file::{Original, ReadError};

impl App {
    /// The open file was read again.
    pub(super) fn found_outside(
        &mut self,
        path: PathBuf,
        result: Result<Original, ReadError>,
    ) -> Vec<Effect> {
        if self.document.path() != Some(&path) {
            return Vec::new();
        }
        match result {
            Ok(theirs) => self.found_theirs(theirs),
            Err(error) if error.is_not_found() => {
                // Saving writes it anew; until then all of it is unsaved.
                self.document.give_up_file();
                self.notice = Some(Notice::FileGone { path });
            }
            Err(error) => {
                self.document.give_up_file();
                self.notice = Some(Notice::BrokenOutside { path, error });
            }
        }
        Vec::new()
    }

    fn found_theirs(&mut self, theirs: Original) {
        if self.document.expected().as_ref() == Some(&theirs.bytes) {
            return;
        }
        if theirs.scenario == *self.document.saved_scenario() {
            // It only looks different.
            self.document.file_is(theirs);
        } else if self.document.is_changed() || self.is_dragging() || self.presenting.is_some() {
            self.ask_about(theirs);
        } else {
            self.take_over(theirs);
        }
    }

    /// Asks at once, or as soon as nothing else is asked, no lever is moving and no talk is given.
    fn ask_about(&mut self, theirs: Original) {
        let then = match self.question.take() {
            Some(Question::UnsavedChanges { then }) => Some(then),
            Some(Question::Comments { then } | Question::ChangedOutside { then, .. }) => then,
            other => {
                self.question = other;
                None
            }
        };
        self.theirs = Some((theirs, then));
        self.ask_when_possible();
    }

    /// Asks what is to become of a change of another program, where that waits and now is the time.
    pub(super) fn ask_when_possible(&mut self) {
        let is_busy = self.question.is_some() || self.is_dragging() || self.presenting.is_some();
        if is_busy {
            return;
        }
        if let Some((theirs, then)) = self.theirs.take() {
            let theirs = Box::new(theirs);
            self.question = Some(Question::ChangedOutside { theirs, then });
        }
    }

    /// Takes over what is in the file now; undo brings back what was open.
    fn take_over(&mut self, theirs: Original) {
        let before = self.scenario().clone();
        self.document.reload(theirs);
        self.last_move = None;
        self.view.describing = false;
        self.view.supplier_form = None;
        self.recompute();
        self.notice = Some(Notice::Reloaded {
            before: Box::new(before),
        });
    }

    pub(super) fn take_theirs(&mut self) -> Vec<Effect> {
        if let Some(Question::ChangedOutside { theirs, .. }) = self.question.take() {
            self.take_over(*theirs);
        }
        Vec::new()
    }

    pub(super) fn keep_mine(&mut self) -> Vec<Effect> {
        let Some(Question::ChangedOutside { theirs, then }) = self.question.take() else {
            return Vec::new();
        };
        self.document.file_is(*theirs);
        self.question = then.map(|then| Question::UnsavedChanges { then });
        self.save()
    }

    pub(super) fn compare_with_theirs(&mut self) -> Vec<Effect> {
        let Some(Question::ChangedOutside { theirs, .. }) = self.question.take() else {
            return Vec::new();
        };
        let mut effects = Vec::new();
        if let Some(path) = self.document.path() {
            let source = Source::File(path.to_owned());
            self.compare_again(source, theirs.scenario);
            effects = self.apply(Command::AddToComparison(Source::Open));
        }
        effects.extend(self.apply(Command::SetTab(Tab::Compare)));
        effects
    }
}
