//! What is being explained: a number, and the walk that led to it.

use super::{App, Command, Effect};
use crate::model::{Formulas, Reference, Year};

impl App {
    pub(super) fn explain(&mut self, command: &Command) -> Vec<Effect> {
        self.view.explain(command);
        Vec::new()
    }
}

/// The panel that explains a number. A walk goes from a number to one that its formula names, from
/// that to another, and so on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explaining {
    is_open: bool,
    /// The walk, from where it began; it may be empty only before the panel is opened.
    trail: Vec<Reference>,
}

impl Explaining {
    /// The number that is explained, while the panel is open.
    pub fn now(&self) -> Option<Reference> {
        self.trail.last().copied().filter(|_| self.is_open)
    }

    /// The walk to that number, which is its last place.
    pub fn trail(&self) -> &[Reference] {
        &self.trail
    }

    /// Explains a number: a walk begins.
    pub(super) fn start(&mut self, reference: Reference) {
        self.trail = vec![reference];
        self.is_open = true;
    }

    /// Goes on to another number.
    pub(super) fn walk(&mut self, reference: Reference) {
        self.trail.push(reference);
        self.is_open = true;
    }

    /// Goes back to a place of the walk.
    pub(super) fn back(&mut self, place: usize) {
        self.trail.truncate(place + 1);
    }

    /// Closes the panel.
    pub(super) fn close(&mut self) {
        self.is_open = false;
    }

    /// Closes the panel, or opens it where it was; the first time with `first`.
    pub(super) fn toggle(&mut self, first: Reference) {
        self.is_open = !self.is_open;
        if self.trail.is_empty() {
            self.trail.push(first);
        }
    }

    /// Follows the year in view: a walk that began in it goes the same way in the new year, as far
    /// as that year has the numbers for it. One that began in another year stays there.
    pub(super) fn follow(&mut self, before: Year, after: Year) {
        let first = self.trail.first().and_then(|reference| reference.year());
        if first != Some(before) || before == after {
            return;
        }
        let there = |reference: &Reference| {
            let moved = shifted(*reference, before, after)?;
            let is_there =
                moved.year().is_none() || Formulas::of_model().definition(moved).is_some();
            is_there.then_some(moved)
        };
        self.trail = self.trail.iter().map_while(there).collect();
    }
}

/// The same number as many years later as `after` is later than `before`.
fn shifted(reference: Reference, before: Year, after: Year) -> Option<Reference> {
    let other =
        |year: Year| Year::from_calendar(year.calendar() + after.calendar() - before.calendar());
    Some(match reference {
        Reference::Assumption(_) => reference,
        Reference::Intermediate(intermediate, year) => {
            Reference::Intermediate(intermediate, other(year)?)
        }
        Reference::Series(series, year) => Reference::Series(series, other(year)?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Assumption, Series};

    fn year(calendar: u16) -> Year {
        Year::from_calendar(calendar).expect("a year of the run")
    }

    #[test]
    fn a_walk_is_gone_back_and_begins_anew_with_another_number() {
        let mut explaining = Explaining::default();
        assert_eq!(explaining.now(), None);
        let [spent, stock] =
            [Series::Capex, Series::Stock].map(|s| Reference::Series(s, year(2030)));
        let share = Reference::Assumption(Assumption::DomesticShareTarget);
        explaining.start(spent);
        explaining.walk(stock);
        explaining.walk(share);
        explaining.back(1);
        assert_eq!(explaining.trail(), [spent, stock]);
        explaining.toggle(spent);
        assert_eq!(explaining.now(), None);
        explaining.toggle(spent);
        assert_eq!(explaining.now(), Some(stock));
        explaining.start(share);
        assert_eq!(explaining.trail(), [share]);
    }

    #[test]
    fn a_walk_from_the_year_in_view_follows_it_as_far_as_there_are_numbers() {
        let of = |calendar| Reference::Series(Series::Stock, year(calendar));
        let mut explaining = Explaining::default();
        explaining.start(of(2030));
        explaining.walk(of(2029));
        explaining.follow(year(2031), year(2028));
        assert_eq!(explaining.trail(), [of(2030), of(2029)], "another year");
        explaining.follow(year(2030), year(2032));
        assert_eq!(explaining.trail(), [of(2032), of(2031)]);
        explaining.follow(year(2032), Year::BASE);
        assert_eq!(
            explaining.trail(),
            [of(2025)],
            "nothing before the base year"
        );
    }
}
