//! The world that a slide shows, with its results.

use super::world::{Span, World};
use crate::model::Run;
use crate::scenario::Scenario;
use crate::scenario::slide::Slide;

/// The world that a slide shows.
pub struct SlideWorld {
    scenario: Scenario,
    run: Run,
}

impl SlideWorld {
    /// That of a slide of a scenario.
    pub fn of(scenario: &Scenario, slide: &Slide) -> Self {
        let scenario = scenario.on_slide(slide);
        let run = scenario.run();
        Self { scenario, run }
    }

    /// Everything that the slide shows, in the language of another world and against its baseline.
    pub fn world<'a>(&'a self, slide: &Slide, other: &World<'a>) -> World<'a> {
        let (first, last) = slide.years;
        World {
            scenario: &self.scenario,
            run: &self.run,
            fan: None,
            year: slide.year_in_view(),
            span: Span { first, last },
            ..*other
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::model::{Assumption, Series, Year};
    use crate::report::Locale;
    use crate::scenario::Baseline;
    use crate::scenario::exhibit::Exhibit;
    use crate::text::Language;

    #[test]
    fn a_slide_shows_its_own_levers_year_and_years() {
        let scenario = Scenario::new(Baseline::current());
        let run = scenario.run();
        let other = World::alone(&scenario, &run, Year::BASE, Locale::of(Language::En));
        let slide = Slide {
            year: 2028,
            years: (2025, 2030),
            changes: Some(BTreeMap::from([(Assumption::ModelGrowth, 6.0)])),
            ..Slide::of(Exhibit::MoneyFlow)
        };
        let shown = SlideWorld::of(&scenario, &slide);
        let world = shown.world(&slide, &other);
        assert_eq!(world.year.calendar(), 2028);
        assert_eq!((world.span.first, world.span.last), (2025, 2030));
        let mut moved = scenario.clone();
        moved.set(Assumption::ModelGrowth, 6.0);
        assert_eq!(
            world.now(Series::Need),
            moved.run().get(Series::Need, world.year)
        );
        assert!(world.now(Series::Need) > world.baseline_now(Series::Need));
    }
}
