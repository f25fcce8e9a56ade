//! Undo and redo: whole scenarios, one a gesture. A scenario is a few hundred bytes.

use crate::model::Assumption;
use crate::scenario::Scenario;
use crate::text::Words;

/// Steps that are kept.
const LONGEST: usize = 200;

/// What a step changed, for its label.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// One lever was moved.
    Lever {
        /// Which.
        assumption: Assumption,
        /// From where.
        before: f64,
        /// To where.
        after: f64,
    },
    /// An assumption got its own range, or the baseline's back.
    Range {
        /// Which.
        assumption: Assumption,
    },
    /// Every lever went back to the baseline.
    ResetAll,
    /// The name or the story was edited.
    Description,
    /// A supplier got another share.
    SupplierShare {
        /// Its name.
        name: Words,
        /// The share before.
        before: f64,
        /// The share after.
        after: f64,
    },
    /// A supplier of this name was added.
    SupplierAdded(Words),
    /// More than the share of a supplier of this name was changed.
    SupplierEdited(Words),
    /// A supplier of this name was removed.
    SupplierRemoved(Words),
    /// The file was changed by another program and read again.
    Reloaded,
    /// Work that was never saved came back.
    Restored,
    /// Something happened to the slide of this number, the first being 1.
    Slide(SlideChange, usize),
}

/// What happened to a slide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlideChange {
    /// It was added.
    Added,
    /// It was edited.
    Edited,
    /// It went to another place.
    Moved,
    /// It was removed.
    Removed,
}

/// A scenario and how it came about.
pub struct History {
    /// States before and after each step; `states.len() == changes.len() + 1`.
    states: Vec<Scenario>,
    changes: Vec<Change>,
    /// Which state is behind the working copy.
    position: usize,
    /// The working copy: differs from `states[position]` only while a gesture goes on.
    now: Scenario,
}

impl History {
    /// A scenario without a past.
    pub fn new(scenario: Scenario) -> Self {
        Self {
            states: vec![scenario.clone()],
            changes: Vec::new(),
            position: 0,
            now: scenario,
        }
    }

    /// The scenario as it stands.
    pub fn now(&self) -> &Scenario {
        &self.now
    }

    pub(super) fn now_mut(&mut self) -> &mut Scenario {
        &mut self.now
    }

    /// Changes what is no step of history in the state as it is. No gesture is going on.
    pub(super) fn amend(&mut self, edit: impl FnOnce(&mut Scenario)) {
        edit(&mut self.now);
        self.states[self.position] = self.now.clone();
    }

    /// Changes what is no step of history, such as a name, in every state.
    pub(super) fn edit_all(&mut self, edit: impl Fn(&mut Scenario)) {
        self.states.iter_mut().for_each(&edit);
        edit(&mut self.now);
    }

    /// How many states it holds, the present one among them.
    pub fn states(&self) -> usize {
        self.states.len()
    }

    /// What undo would take back.
    pub fn undoable(&self) -> Option<&Change> {
        self.changes.get(self.position.checked_sub(1)?)
    }

    /// What redo would bring back.
    pub fn redoable(&self) -> Option<&Change> {
        self.changes.get(self.position)
    }

    /// The value of a lever before the last step that changed it alone.
    pub fn value_before(&self, lever: Assumption) -> Option<f64> {
        let done = &self.changes[..self.position];
        done.iter().rev().find_map(|change| match change {
            Change::Lever {
                assumption, before, ..
            } if *assumption == lever => Some(*before),
            _ => None,
        })
    }

    /// The levers of the steps that moved one lever, the latest first.
    pub fn moved_levers(&self) -> impl Iterator<Item = Assumption> {
        let done = self.changes[..self.position].iter().rev();
        done.filter_map(|change| match change {
            Change::Lever { assumption, .. } => Some(*assumption),
            _ => None,
        })
    }

    /// Makes a step of what the working copy has become. What was undone before is gone.
    pub fn step(&mut self, change: Change) {
        self.states.truncate(self.position + 1);
        self.changes.truncate(self.position);
        self.states.push(self.now.clone());
        self.changes.push(change);
        if self.changes.len() > LONGEST {
            self.states.remove(0);
            self.changes.remove(0);
        }
        self.position = self.changes.len();
    }

    /// Goes one step back, if there is one.
    pub fn undo(&mut self) -> bool {
        self.position > 0 && self.go_to(self.position - 1)
    }

    /// Goes one step forward, if there is one.
    pub fn redo(&mut self) -> bool {
        self.position < self.changes.len() && self.go_to(self.position + 1)
    }

    fn go_to(&mut self, position: usize) -> bool {
        self.position = position;
        self.now.clone_from(&self.states[position]);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Baseline;

    fn move_to(history: &mut History, value: f64) {
        let before = history.now().value(Assumption::ModelGrowth);
        history.now_mut().set(Assumption::ModelGrowth, value);
        let assumption = Assumption::ModelGrowth;
        history.step(Change::Lever {
            assumption,
            before,
            after: value,
        });
    }

    #[test]
    fn undo_and_redo_after_saving_come_back_to_what_was_saved() {
        let mut history = History::new(Scenario::new(Baseline::current()));
        move_to(&mut history, 6.0);
        // As saving does with the results that a file keeps.
        history.amend(|scenario| {
            scenario
                .check
                .insert(crate::model::Series::Capex, [(2030, 1.0)].into());
        });
        let saved = history.now().clone();
        assert!(history.undo() && history.now() != &saved);
        assert!(history.redo());
        assert_eq!(history.now(), &saved);
    }

    #[test]
    fn undo_and_redo_go_through_every_state() {
        let start = Scenario::new(Baseline::current());
        let mut history = History::new(start.clone());
        move_to(&mut history, 5.0);
        move_to(&mut history, 6.0);
        assert!(history.undo() && history.now().value(Assumption::ModelGrowth) == 5.0);
        assert!(history.undo() && *history.now() == start);
        assert!(!history.undo(), "there is nothing before the start");
        assert!(history.redo() && history.redo());
        assert!(history.now().value(Assumption::ModelGrowth) == 6.0 && !history.redo());
    }

    #[test]
    fn a_new_step_forgets_what_was_undone() {
        let mut history = History::new(Scenario::new(Baseline::current()));
        move_to(&mut history, 5.0);
        history.undo();
        move_to(&mut history, 3.0);
        assert!(!history.redo() && history.undo() && history.undoable().is_none());
    }

    #[test]
    fn a_long_history_forgets_its_oldest_steps() {
        let mut history = History::new(Scenario::new(Baseline::current()));
        for step in 0..=LONGEST {
            move_to(&mut history, 2.0 + step as f64 / 100.0);
        }
        let mut undone = 0;
        while history.undo() {
            undone += 1;
        }
        assert_eq!(undone, LONGEST);
        assert!(history.now().value(Assumption::ModelGrowth) == 2.0);
    }
}
