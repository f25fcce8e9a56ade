//! What each lever's likely range does to the result that is asked about: kept until either of
//! them moves, as it takes two runs for each lever.

use super::App;
use crate::analysis::{self, Cell, Spreads, Swing};
use crate::model::Assumptions;
use crate::scenario::Scenario;

/// The swing of every assumption.
#[derive(Clone, Debug)]
pub struct Swings {
    /// Of which result.
    pub cell: Cell,
    /// The swing of each.
    pub each: Assumptions<Swing>,
    /// What they follow from: the values and the likely range of every assumption.
    spreads: Spreads,
}

impl Swings {
    /// Those of a result in a scenario.
    pub(super) fn of(scenario: &Scenario, cell: Cell) -> Self {
        let values = scenario.assumptions();
        let spreads = scenario.spreads();
        let swing = |lever| analysis::swing(&values, lever, spreads[lever].ends(), cell);
        Self {
            cell,
            each: Assumptions::from_fn(swing),
            spreads,
        }
    }
}

impl App {
    /// What each lever's likely range does to the result that is asked about.
    pub fn swings(&self) -> &Swings {
        &self.swings
    }

    /// Brings the swings up to date.
    pub(super) fn follow_swings(&mut self) {
        let cell = self.view.cell();
        if self.swings.cell != cell || self.swings.spreads != self.scenario().spreads() {
            self.swings = Swings::of(self.scenario(), cell);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Command, Gesture, Settings};
    use super::*;
    use crate::model::{Assumption, Series, Year};

    const GROWTH: Assumption = Assumption::ModelGrowth;

    fn growth(app: &App) -> Swing {
        app.swings().each[GROWTH]
    }

    #[test]
    fn swings_follow_values_ranges_output_and_year() {
        let mut app = App::new(Settings::default());
        app.apply(Command::New);
        let first = growth(&app);
        let range = app.scenario().baseline.range(GROWTH);
        assert_eq!((first.low, first.high), (range.low, range.high));

        app.apply(Command::SetLever {
            assumption: Assumption::PowerLimitGrowth,
            value: 0.05,
            gesture: Gesture::Live,
        });
        assert_ne!(growth(&app), first, "another lever has moved");
        app.apply(Command::SetRange {
            assumption: GROWTH,
            range: Some((4.0, 9.0)),
        });
        assert_eq!((growth(&app).low, growth(&app).high), (4.0, 9.0));
        app.apply(Command::SetOutput(Series::Rent));
        app.apply(Command::SetYear(Year::LAST));
        let cell = Cell {
            series: Series::Rent,
            year: Year::LAST,
        };
        assert_eq!(app.swings().cell, cell);
        let values = app.scenario().assumptions();
        let expected = analysis::swing(&values, GROWTH, (4.0, 9.0), cell);
        assert_eq!(growth(&app), expected);
    }
}
