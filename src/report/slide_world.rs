//! The world that a slide shows, with its results.

use super::drawing::exhibit::Exhibited;
use super::spoken::{plain, spoken};
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

/// What a slide says in its world: its title as it is read, or what its exhibit shows where it has
/// none.
pub fn title_of(world: &World<'_>, slide: &Slide) -> String {
    let title = slide.title.get(world.locale.language);
    if title.trim().is_empty() {
        return Exhibited::new(world, slide.exhibit).title();
    }
    plain(&spoken(world, title, None))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::model::{Assumption, Series, Year};
    use crate::report::{Figure, Locale};
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

    #[test]
    fn a_slide_without_a_title_says_what_its_exhibit_shows() {
        let scenario = Scenario::new(Baseline::current());
        let run = scenario.run();
        let world = World::alone(&scenario, &run, Year::BASE, Locale::of(Language::En));
        let mut slide = Slide::of(Exhibit::Chart(Figure::Need));
        assert_eq!(title_of(&world, &slide), Figure::Need.chart(&world).title);
        slide.title.en = "In {year}, [all] of it".to_owned();
        assert_eq!(title_of(&world, &slide), "In 2025, all of it");
    }
}
