//! Changing the scenario: moves of levers, resets, names, and steps of history.

use super::{App, Change, Effect, Gesture, History, LastMove, ResetTo};
use crate::model::Assumption;
use crate::text::Words;

impl App {
    /// A former value of a lever; `None` where there was no other before.
    pub fn former_value(&self, assumption: Assumption, which: ResetTo) -> Option<f64> {
        match which {
            ResetTo::Saved => Some(self.document.saved_scenario().value(assumption)),
            ResetTo::Baseline => Some(self.scenario().baseline.range(assumption).base),
            ResetTo::Previous => self.document.history().value_before(assumption),
        }
    }

    /// Does a lever stand elsewhere than at a former value?
    pub fn has_moved_from(&self, assumption: Assumption, which: ResetTo) -> bool {
        let now = self.scenario().value(assumption);
        self.former_value(assumption, which)
            .is_some_and(|value| value.to_bits() != now.to_bits())
    }

    pub(super) fn set_lever(&mut self, assumption: Assumption, value: f64, gesture: Gesture) {
        if !assumption.info().allows(value) {
            return;
        }
        if self
            .gesture
            .as_ref()
            .is_some_and(|(moved, _, _)| *moved != assumption)
        {
            self.finish_gesture();
        }
        if self.gesture.is_none() {
            let before = self.scenario().value(assumption);
            self.gesture = Some((assumption, before, self.run.clone()));
        }
        self.document
            .edit(|scenario| scenario.set(assumption, value));
        self.recompute();
        if gesture == Gesture::Done {
            self.finish_gesture();
        }
    }

    /// Makes one step of history of a gesture, if it changed anything.
    pub(super) fn finish_gesture(&mut self) {
        let Some((assumption, before, run_before)) = self.gesture.take() else {
            return;
        };
        let after = self.scenario().value(assumption);
        if after.to_bits() != before.to_bits() {
            self.document.step(Change::Lever {
                assumption,
                before,
                after,
            });
            self.last_move = Some(LastMove {
                assumption,
                before,
                after,
                run_before,
            });
        }
    }

    /// Gives the scenario a name and a story.
    pub(super) fn describe(&mut self, name: Words, story: Words) {
        self.view.describing = false;
        self.finish_gesture();
        if (&name, &story) == (&self.scenario().name, &self.scenario().story) {
            return;
        }
        self.document.edit(|scenario| {
            scenario.name = name;
            scenario.story = story;
        });
        self.document.step(Change::Description);
    }

    pub(super) fn reset_all(&mut self) {
        self.finish_gesture();
        if self.scenario().changed() == 0 {
            return;
        }
        let moves_levers = !self.scenario().changes.is_empty();
        self.document.edit(|scenario| {
            scenario.changes.clear();
            scenario.ranges.clear();
        });
        self.document.step(Change::ResetAll);
        if moves_levers {
            self.last_move = None;
            self.recompute();
        }
    }

    pub(super) fn step(&mut self, step: fn(&mut History) -> bool) -> Vec<Effect> {
        self.finish_gesture();
        let levers = self.scenario().changes.clone();
        if !self.document.travel(step) {
            return Vec::new();
        }
        if self.scenario().changes == levers {
            // Names, ranges, suppliers: the model knows none, and the last move is still the last.
            self.comparison.follow(self.document.scenario());
        } else {
            self.last_move = None;
            self.recompute();
        }
        Vec::new()
    }
}
