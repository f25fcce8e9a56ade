//! Slides: the steps of a talk that a scenario file carries.

use std::collections::BTreeMap;

use super::exhibit::Exhibit;
use super::fault::ProblemKind;
use super::file::{parse, to_ron};
use super::{Baseline, Scenario};
use crate::model::{Assumption, Year};
use crate::text::Words;

/// More levers than this nobody follows from the back of a room.
pub const MOST_LEVERS: usize = 3;

/// The calendar year in view where a slide names none.
pub const USUAL_YEAR: u16 = 2030;

/// The first calendar year that a slide can show: observations begin here.
pub const FIRST_YEAR: u16 = 2022;

/// The first and the last calendar year that a chart can show, which it does where a slide names
/// none.
pub fn usual_years() -> (u16, u16) {
    (FIRST_YEAR, Year::LAST.calendar())
}

/// A step of a talk.
///
/// Its words may name results, which are filled in as they stand: see [`super::speech`].
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// What it says, in one sentence; where it is empty, what its exhibit shows says that.
    pub title: Words,
    /// What stands below that, smaller.
    pub caption: Words,
    /// What the speaker wants to remember; the room does not see it.
    pub note: Words,
    /// What it shows.
    pub exhibit: Exhibit,
    /// The calendar year in view.
    pub year: u16,
    /// First and last calendar year that a chart shows.
    pub years: (u16, u16),
    /// The levers that stand below it, at most [`MOST_LEVERS`].
    pub levers: Vec<Assumption>,
    /// The values of assumptions that differ from the baseline while it is shown; `None`: those of
    /// the scenario, as it stands.
    pub changes: Option<BTreeMap<Assumption, f64>>,
}

impl Slide {
    /// A slide that shows an exhibit of a scenario as it is, without words and levers.
    pub fn of(exhibit: Exhibit) -> Self {
        Self {
            title: Words::default(),
            caption: Words::default(),
            note: Words::default(),
            exhibit,
            year: USUAL_YEAR,
            years: usual_years(),
            levers: Vec::new(),
            changes: None,
        }
    }

    /// The year in view.
    pub fn year_in_view(&self) -> Year {
        Year::from_calendar(self.year).unwrap_or(Year::LAST)
    }

    /// What a file that holds this slide would be refused for: no title, words that cannot be
    /// filled in, a year that its chart does not show. Empty where all is well.
    pub fn problems(&self) -> Vec<ProblemKind> {
        let slides = vec![self.clone()];
        let scenario = Scenario {
            slides,
            ..Scenario::new(Baseline::current())
        };
        let problems = parse(to_ron(&scenario).as_bytes()).err();
        let problems = problems.into_iter().flatten();
        problems.map(|problem| problem.kind).collect()
    }
}

impl Scenario {
    /// The world that a slide shows: this one, with the slide's changes in the place of its own
    /// where the slide has any.
    #[must_use]
    pub fn on_slide(&self, slide: &Slide) -> Self {
        let mut world = self.clone();
        if let Some(changes) = &slide.changes {
            world.changes.clone_from(changes);
        }
        world
    }
}

#[cfg(test)]
mod tests {
    use super::super::fault::FormFault;
    use super::super::figure::Figure;
    use super::super::slide_fault::SlideFault;
    use super::*;

    fn slide(title: &str) -> Slide {
        let (en, zh) = (title.to_owned(), String::new());
        let title = Words { en, zh };
        Slide {
            title,
            ..Slide::of(Exhibit::Chart(Figure::Need))
        }
    }

    #[test]
    fn what_would_keep_its_file_from_being_read_is_told_beforehand() {
        assert_eq!(slide("Need in {year}").problems(), []);
        assert_eq!(slide("").problems(), [], "what it shows is its title");
        let levers = vec![Assumption::Fx, Assumption::Fx];
        let twice = Slide {
            levers,
            ..slide("a [b")
        };
        let problems = twice.problems();
        assert_eq!(problems[0], SlideFault::UnclosedBracket.into());
        assert!(
            matches!(&problems[1], ProblemKind::Form(FormFault::Duplicate { name, .. }) if name == "fx")
        );
    }

    #[test]
    fn its_changes_stand_in_the_place_of_those_of_the_scenario() {
        let mut scenario = Scenario::new(Baseline::current());
        scenario.set(Assumption::ModelGrowth, 5.5);
        let mut slide = slide("a");
        assert_eq!(scenario.on_slide(&slide), scenario);
        slide.changes = Some(BTreeMap::from([(Assumption::Fx, 7.5)]));
        let world = scenario.on_slide(&slide);
        assert_eq!(world.changes, BTreeMap::from([(Assumption::Fx, 7.5)]));
    }
}
