//! The room guesses before it sees what the model says.

use std::collections::BTreeMap;

use super::Presenting;
use crate::model::Year;
use crate::scenario::exhibit::Exhibit;

/// A guess of the room.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guessing {
    /// The guess of each calendar year that has one, in the unit of the chart's axis.
    pub values: BTreeMap<u16, f64>,
    /// Does the room see what the model says?
    pub is_revealed: bool,
}

impl Presenting {
    /// Hides what the model says, or shows it, or forgets the guess: one key goes through all.
    pub(super) fn predict(&mut self) {
        let is_chart = matches!(self.slide().exhibit, Exhibit::Chart(_));
        self.guessing = match self.guessing.take() {
            None => is_chart.then(Guessing::default),
            Some(guessing) if !guessing.is_revealed => Some(Guessing {
                is_revealed: true,
                ..guessing
            }),
            Some(_) => None,
        };
    }

    /// Takes a guess of a year of the forecast that the slide shows.
    pub(super) fn guess(&mut self, year: u16, value: f64) {
        let last = self.slide().years.1;
        let Some(guessing) = &mut self.guessing else {
            return;
        };
        let is_forecast = year > Year::BASE.calendar() && year <= last;
        if is_forecast && value.is_finite() && !guessing.is_revealed {
            guessing.values.insert(year, value);
        }
    }

    pub(super) fn clear_guess(&mut self) {
        if self.guessing.is_some() {
            self.guessing = Some(Guessing::default());
        }
    }
}
