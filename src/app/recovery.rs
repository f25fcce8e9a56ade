//! Work of earlier runs that was never saved: found at the start, taken over or given up.

use std::io;

use super::journal::{Recovered, Unsaved};
use super::{App, Document, Effect, Notice, Question};
use crate::scenario::Scenario;

impl App {
    pub(super) fn found_unsaved(&mut self, mut found: Vec<Recovered>) -> Vec<Effect> {
        // What is in its file by now is not unsaved.
        let is_saved = |entry: &Recovered| {
            let original = entry.original.as_ref();
            original.is_some_and(|original| original.scenario == entry.unsaved.scenario)
        };
        let saved = found.extract_if(.., |entry| is_saved(entry));
        let effects = saved.map(|entry| Effect::ForgetUnsaved(entry.id)).collect();
        if !found.is_empty() {
            self.question = Some(Question::Unsaved(found));
        }
        effects
    }

    /// Goes on with unsaved work as a step after what its file holds.
    pub(super) fn restore(&mut self, number: usize) -> Vec<Effect> {
        let Some(entry) = self.answered(number) else {
            return Vec::new();
        };
        let Unsaved { path, scenario } = entry.unsaved;
        let document = match (path, entry.original) {
            (Some(path), Some(original)) => Document::of_file(path, original),
            _ => Document::untitled(Scenario::new(scenario.baseline)),
        };
        self.open(document);
        self.document.restore(scenario);
        self.recompute();
        let mut effects: Vec<Effect> = self.keep_journal().into_iter().collect();
        effects.push(Effect::ForgetUnsaved(entry.id));
        effects
    }

    pub(super) fn forget(&mut self, number: usize) -> Vec<Effect> {
        let entry = self.answered(number);
        let forget = entry.map(|entry| Effect::ForgetUnsaved(entry.id));
        forget.into_iter().collect()
    }

    /// Takes an entry off the question, which is answered with the last one.
    fn answered(&mut self, number: usize) -> Option<Recovered> {
        let Some(Question::Unsaved(found)) = &mut self.question else {
            return None;
        };
        let entry = (number < found.len()).then(|| found.remove(number));
        if found.is_empty() {
            self.question = None;
        }
        entry
    }

    /// What is to be kept in the journal, where that has changed.
    pub(super) fn keep_journal(&mut self) -> Option<Effect> {
        let is_unsaved = self.document.is_changed() && !self.may_close;
        let is_kept = match &self.journaled {
            Some(kept) => {
                is_unsaved
                    && kept.scenario == *self.scenario()
                    && kept.path.as_deref() == self.document.path()
            }
            None => !is_unsaved,
        };
        if is_kept {
            return None;
        }
        self.journaled = is_unsaved.then(|| Unsaved {
            path: self.document.path().map(ToOwned::to_owned),
            scenario: self.scenario().clone(),
        });
        Some(Effect::Journal(self.journaled.clone().map(Box::new)))
    }

    pub(super) fn journal_failed(&mut self, error: io::Error) -> Vec<Effect> {
        // Said once: it is of no use to say it every second.
        if !std::mem::replace(&mut self.journal_has_failed, true) {
            self.notice = Some(Notice::JournalFailed { error });
        }
        Vec::new()
    }
}
