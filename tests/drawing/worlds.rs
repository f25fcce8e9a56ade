//! What is drawn in the tests: exhibits of shipped scenarios, on slides and as figures.

use suanli::model::{Assumption, Series, Year};
use suanli::report::drawing::Drawing;
use suanli::report::poster::poster;
use suanli::report::slide_page::{PageOptions, Place, SlidePage, slide_page};
use suanli::report::{Locale, Span, World};
use suanli::scenario::Scenario;
use suanli::scenario::exhibit::Exhibit;
use suanli::scenario::shipped::shipped;
use suanli::scenario::slide::Slide;
use suanli::text::{Language, Words};

pub const LANGUAGES: [Language; 2] = [Language::En, Language::Zh];
pub const DATE: &str = "2026-11-26";

/// The scenario that comes with the program under an id.
pub fn scenario(id: &str) -> Scenario {
    let found = shipped().iter().find(|shipped| shipped.id == id);
    found.expect("a shipped scenario").scenario().clone()
}

/// All exhibits, some series alone, and what swings and moved some of them.
pub fn exhibits() -> Vec<Exhibit> {
    let singles = [
        Series::Capex,
        Series::Shortage,
        Series::LeasePayback,
        Series::Premium,
        Series::RevOptics,
    ];
    let others = [Series::Capex, Series::Premium].map(Exhibit::Tornado);
    let moved = [Series::Capex, Series::Constraint].map(Exhibit::Waterfall);
    Exhibit::all()
        .chain(singles.map(Exhibit::of_series))
        .chain(others)
        .chain(moved)
        .collect()
}

/// A slide that shows an exhibit: with words and three levers, or without any.
pub fn slide(exhibit: Exhibit, is_full: bool) -> Slide {
    let slide = Slide::of(exhibit);
    if !is_full {
        return slide;
    }
    let words = |en: &str, zh: &str| Words {
        en: en.to_owned(),
        zh: zh.to_owned(),
    };
    Slide {
        title: words(
            "In {year}, for every 10 units of compute the world needs, [!only 6 can be installed]",
            "{year} 年，每需要 10 份算力，[!只装得上 6 份]",
        ),
        caption: words(
            "Cheaper chips bring more buyers, but the power added each year grows slowly: {shortage} are missing",
            "芯片降价让更多人想买，但每年新增电力增长缓慢：缺口扩大到 {shortage}",
        ),
        levers: vec![
            Assumption::ModelGrowth,
            Assumption::GpuSupplyGrowth,
            Assumption::ChipPriceChange,
        ],
        ..slide
    }
}

/// The sheet of a slide of a scenario.
pub fn sheet(
    scenario: &Scenario,
    language: Language,
    slide: &Slide,
    options: PageOptions,
) -> SlidePage {
    let (run, baseline) = (scenario.run(), Scenario::new(scenario.baseline).run());
    let world = World {
        baseline: &baseline,
        span: Span {
            first: slide.years.0,
            last: slide.years.1,
        },
        ..World::alone(
            scenario,
            &run,
            Year::from_calendar(slide.year).expect("a year of the run"),
            Locale::of(language),
        )
    };
    let place = Place {
        number: 3,
        count: 7,
    };
    slide_page(&world, slide, place, options)
}

/// A figure of a scenario.
pub fn figure(
    scenario: &Scenario,
    language: Language,
    exhibit: Exhibit,
    size: (f32, f32),
) -> Drawing {
    let (run, baseline) = (scenario.run(), Scenario::new(scenario.baseline).run());
    let year = Year::from_calendar(2030).expect("a year of the run");
    let world = World {
        baseline: &baseline,
        ..World::alone(scenario, &run, year, Locale::of(language))
    };
    poster(&world, exhibit, size, DATE)
}
