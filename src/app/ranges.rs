//! Own ranges: P5 and P95 that the scenario gives an assumption in place of its baseline's. The
//! model runs on values alone, so nothing is run again; fans and swings follow by themselves.

use super::{App, Change};
use crate::model::Assumption;

impl App {
    /// Gives an assumption a range of its own, or the baseline's back, as one step of history;
    /// does nothing where the model accepts no such range, or where nothing changes.
    pub(super) fn set_range(&mut self, assumption: Assumption, range: Option<(f64, f64)>) {
        if range.is_some_and(|range| !is_range(assumption, range)) {
            return;
        }
        self.finish_gesture();
        let before = self.scenario().ranges.get(&assumption).copied();
        self.document
            .edit(|scenario| scenario.set_range(assumption, range));
        if self.scenario().ranges.get(&assumption).copied() == before {
            return;
        }
        self.document.step(Change::Range { assumption });
        self.comparison.follow(self.document.scenario());
    }
}

/// Does the model accept both ends, and do they stand in order?
fn is_range(assumption: Assumption, (low, high): (f64, f64)) -> bool {
    let info = assumption.info();
    info.allows(low) && info.allows(high) && low <= high
}

#[cfg(test)]
mod tests {
    use super::super::{Command, Gesture, Settings};
    use super::*;

    const GROWTH: Assumption = Assumption::ModelGrowth;

    /// The baseline, which has no own ranges.
    fn baseline() -> App {
        let mut app = App::new(Settings::default());
        app.apply(Command::New);
        app
    }

    fn set(app: &mut App, range: Option<(f64, f64)>) {
        let assumption = GROWTH;
        app.apply(Command::SetRange { assumption, range });
    }

    fn move_to(app: &mut App, value: f64, gesture: Gesture) {
        app.apply(Command::SetLever {
            assumption: GROWTH,
            value,
            gesture,
        });
    }

    #[test]
    fn a_range_is_one_step_and_runs_nothing() {
        let mut app = baseline();
        move_to(&mut app, 5.0, Gesture::Done);
        let (time, run) = (app.model_time(), app.run().clone());
        set(&mut app, Some((4.0, 7.0)));
        assert_eq!(app.scenario().spread(GROWTH).ends(), (4.0, 7.0));
        let history = app.document().history();
        let step = Change::Range { assumption: GROWTH };
        assert_eq!(history.undoable(), Some(&step));

        app.apply(Command::Undo);
        assert!(app.scenario().ranges.is_empty());
        assert_eq!(app.scenario().value(GROWTH), 5.0);
        app.apply(Command::Redo);
        assert_eq!(app.scenario().ranges[&GROWTH], (4.0, 7.0));
        assert!(app.last_move().is_some(), "it moved no lever");
        assert_eq!((app.model_time(), app.run()), (time, &run));
    }

    #[test]
    fn a_range_is_a_change_of_the_document_until_it_is_given_back() {
        let mut app = baseline();
        set(&mut app, Some((4.0, 7.0)));
        assert!(app.document().is_changed() && app.scenario().is_changed(GROWTH));
        set(&mut app, None);
        assert!(!app.document().is_changed());
        set(&mut app, Some((4.0, 7.0)));
        app.apply(Command::ResetAll);
        assert!(app.scenario().ranges.is_empty());
    }

    #[test]
    fn what_the_model_does_not_accept_is_ignored() {
        let mut app = baseline();
        let info = GROWTH.info();
        for range in [
            (7.0, 4.0),
            (info.min - 0.1, 7.0),
            (4.0, info.max + 0.1),
            (f64::NAN, 7.0),
            (4.0, f64::INFINITY),
        ] {
            set(&mut app, Some(range));
            assert!(app.scenario().ranges.is_empty(), "{range:?}");
        }
        assert!(app.document().history().undoable().is_none());
    }

    #[test]
    fn the_range_of_the_baseline_is_no_own_range() {
        let mut app = baseline();
        let range = app.scenario().baseline.range(GROWTH);
        set(&mut app, Some((range.low, range.high)));
        assert!(app.document().history().undoable().is_none());

        // Where the value has moved, the baseline's range has moved with it.
        move_to(&mut app, 6.0, Gesture::Done);
        let ends = app.scenario().spread(GROWTH).ends();
        assert_ne!(ends, (range.low, range.high));
        set(&mut app, Some((range.low, range.high)));
        assert_eq!(app.scenario().ranges.len(), 1);
        set(&mut app, Some((ends.0 * (1.0 + 1e-12), ends.1)));
        assert!(app.scenario().ranges.is_empty());
    }

    #[test]
    fn a_gesture_that_goes_on_is_finished_first() {
        let mut app = baseline();
        move_to(&mut app, 6.0, Gesture::Live);
        set(&mut app, Some((4.0, 7.0)));
        app.apply(Command::Undo);
        assert_eq!(app.scenario().value(GROWTH), 6.0);
        app.apply(Command::Undo);
        assert_eq!(app.scenario().changes.len(), 0);
    }
}
