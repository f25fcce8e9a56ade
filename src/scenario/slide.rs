//! Slides: the steps of a talk that a scenario file carries.

use std::collections::BTreeMap;

use super::Scenario;
use super::exhibit::Exhibit;
use crate::model::{Assumption, Year};
use crate::text::Words;

/// More levers than this nobody follows from the back of a room.
pub const MOST_LEVERS: usize = 3;

/// The calendar year in view where a slide names none.
pub const USUAL_YEAR: u16 = 2030;

/// The first calendar year that a slide can show: observations begin here.
pub const FIRST_YEAR: u16 = 2022;

/// A step of a talk.
///
/// Its words may name results, which are filled in as they stand: see [`super::speech`].
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// What it says, in one sentence.
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
    /// Values of assumptions that differ from those of the scenario while it is shown.
    pub changes: BTreeMap<Assumption, f64>,
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
            years: (FIRST_YEAR, Year::LAST.calendar()),
            levers: Vec::new(),
            changes: BTreeMap::new(),
        }
    }
}

impl Scenario {
    /// The world that a slide shows: this one with the slide's changes.
    #[must_use]
    pub fn on_slide(&self, slide: &Slide) -> Self {
        let mut world = self.clone();
        for (&assumption, &value) in &slide.changes {
            world.set(assumption, value);
        }
        world
    }
}
