//! What the results say about China.

use super::{AT_LIST, MET, ON_TARGET};
use crate::model::{self, Series, Year};
use crate::report::world::World;

/// The headline of the page: the target, and whether China has what it needs.
pub fn headline(world: &World<'_>) -> String {
    let text = &world.locale.text.china;
    let plan = model::domestic_share_plan(&world.scenario.assumptions());
    let reached = world.now(Series::DomesticShareUnits);
    let target = if reached > plan[world.year] + ON_TARGET {
        &text.target_passed
    } else if reached < plan[world.year] - ON_TARGET {
        &text.target_missed
    } else {
        &text.target_met
    };
    let target = target.fill(&[
        ("year", &world.year.calendar()),
        (
            "reached",
            &world.locale.amount(Series::DomesticShareUnits, reached),
        ),
    ]);
    let coverage = world.now(Series::ChinaCoverage);
    let sentence = if coverage < 1.0 - MET {
        &text.headline_short
    } else {
        &text.headline_covered
    };
    let gap = world
        .locale
        .amount(Series::ChinaCoverage, (1.0 - coverage).abs());
    sentence.fill(&[("target", &target), ("gap", &gap)])
}

/// Title of the chart of domestic shares.
pub fn shares(world: &World<'_>) -> String {
    let share = |series| world.locale.amount(series, world.now(series));
    world.locale.text.china.shares_title.fill(&[
        ("year", &world.year.calendar()),
        ("cards", &share(Series::DomesticShareUnits)),
        ("spending", &share(Series::DomesticShareValue)),
    ])
}

/// Title of the chart of domestic capacity: scarce where cards cost more than their list price.
pub fn capacity(world: &World<'_>) -> String {
    let text = &world.locale.text.china;
    let premium = world.now(Series::DomesticPremium);
    let sentence = if premium > 1.0 + AT_LIST {
        &text.capacity_binds
    } else if premium < 1.0 - AT_LIST {
        &text.capacity_ample
    } else {
        &text.capacity_meets
    };
    let premium = world.locale.number(Series::DomesticPremium, premium);
    sentence.fill(&[("year", &world.year.calendar()), ("premium", &premium)])
}

/// Title of the chart of China's need.
pub fn need(world: &World<'_>) -> String {
    let text = &world.locale.text.china;
    let coverage = world.now(Series::ChinaCoverage);
    let sentence = if coverage < 1.0 - MET {
        &text.need_short
    } else if coverage > 1.0 + MET {
        &text.need_exceeded
    } else {
        &text.need_met
    };
    let coverage = world.locale.amount(Series::ChinaCoverage, coverage);
    sentence.fill(&[("year", &world.year.calendar()), ("coverage", &coverage)])
}

/// Title of the chart of suppliers: when foreign cards peak.
pub fn suppliers(world: &World<'_>) -> String {
    let text = &world.locale.text.china;
    let foreign = |year: Year| world.run.get(Series::ExportCards, year);
    let peak = Year::all()
        .max_by(|&a, &b| foreign(a).total_cmp(&foreign(b)))
        .unwrap_or(Year::LAST);
    let sentence = match peak {
        Year::BASE => &text.foreign_falls,
        Year::LAST => &text.foreign_grows,
        _ => &text.foreign_peaks,
    };
    let share = world.now(Series::DomesticShareUnits);
    sentence.fill(&[
        ("peak", &peak.calendar()),
        ("year", &world.year.calendar()),
        (
            "share",
            &world.locale.amount(Series::DomesticShareUnits, share),
        ),
    ])
}

/// Title of the chart of China's compute.
pub fn compute(world: &World<'_>) -> String {
    grown(
        world,
        Series::ChinaEflops,
        &world.locale.text.china.compute_title,
    )
}

/// Title of the chart of domestic revenue.
pub fn revenue(world: &World<'_>) -> String {
    let title = &world.locale.text.china.revenue_title;
    grown(world, Series::RevAcceleratorsDomestic, title)
}

/// A series of the year in view, and how many times that of the base year it is.
pub(super) fn grown(world: &World<'_>, series: Series, title: &crate::text::Template) -> String {
    let ratio = world.now(series) / world.first(series);
    let ratio = world.locale.number(Series::ComputeIndex, ratio);
    title.fill(&[
        ("amount", &world.locale.amount(series, world.now(series))),
        ("year", &world.year.calendar()),
        ("start", &Year::BASE.calendar()),
        ("ratio", &ratio),
    ])
}
