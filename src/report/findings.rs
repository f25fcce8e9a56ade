//! What the results say in one sentence, so that a picture of the screen speaks for itself.

pub mod domestic;
pub mod renting;
pub mod uncertainty;

use super::world::{AT_LIST, Binding, World};
use crate::model::{Measure, Segment, Series, Year};

/// A coverage within this distance of 1 counts as met.
const MET: f64 = 0.03;
/// China is short where at least this share of its need is not covered.
const SHORT_IN_CHINA: f64 = 0.1;
/// A share within this distance of its target counts as on target.
const ON_TARGET: f64 = 0.01;

/// The headline of the overview: what limits compute in the year in view.
pub fn headline(world: &World<'_>) -> String {
    let text = &world.locale.text.findings;
    let coverage = world.now(Series::Coverage);
    let share = |value| world.locale.amount(Series::Coverage, value);
    let sentence = if coverage > 1.0 + MET {
        &text.glut
    } else if is_short_in_china_only(world) {
        &text.china_is_short
    } else if coverage < 1.0 - MET {
        match world.binding(world.year) {
            Binding::Power => &text.power_is_the_limit,
            Binding::Chips => &text.chips_are_the_limit,
            Binding::Demand | Binding::Ample => &text.short_after_digestion,
        }
    } else if world.binding(world.year) == Binding::Demand {
        &text.demand_is_the_limit
    } else {
        &text.supply_meets_need
    };
    sentence.fill(&[
        ("year", &world.year.calendar()),
        ("gap", &share((1.0 - coverage).abs())),
        ("coverage", &share(coverage)),
        ("china", &share(world.now(Series::ChinaCoverage))),
        ("premium", &premium(world)),
    ])
}

/// Is compute missing in China while the rest of the world has what it needs?
fn is_short_in_china_only(world: &World<'_>) -> bool {
    let stock = world.now(Series::Stock) - world.now(Series::ChinaStock);
    let need = world.now(Series::Need) - world.now(Series::ChinaNeed);
    let is_met_elsewhere = stock >= need * (1.0 - MET);
    is_met_elsewhere && world.now(Series::ChinaCoverage) < 1.0 - SHORT_IN_CHINA
}

/// Title of the chart of need and stock.
pub fn need(world: &World<'_>) -> String {
    let text = &world.locale.text.findings;
    let coverage = world.now(Series::Coverage);
    let sentence = if coverage < 1.0 - MET {
        &text.need_outruns_stock
    } else if coverage > 1.0 + MET {
        &text.stock_outruns_need
    } else {
        &text.stock_keeps_pace
    };
    sentence.fill(&[("year", &world.year.calendar())])
}

/// Title of the chart of wants, chips and power.
pub fn supply(world: &World<'_>) -> String {
    let text = &world.locale.text.findings;
    let is_at_list = world.now(Series::Premium) <= 1.0 + AT_LIST;
    let is_more_wanted = world.now(Series::Wanted) > world.now(Series::Supply) * (1.0 + AT_LIST);
    let sentence = match world.binding(world.year) {
        Binding::Demand => &text.capacity_idles,
        Binding::Ample => &text.chips_sell_below_list,
        Binding::Power => &text.power_caps_deliveries,
        Binding::Chips if !is_at_list => &text.chips_cap_deliveries,
        Binding::Chips if is_more_wanted => &text.chips_fall_short_at_list,
        Binding::Chips => &text.chips_sell_at_list,
    };
    sentence.fill(&[
        ("year", &world.year.calendar()),
        ("premium", &premium(world)),
    ])
}

/// The price of an accelerator in place over its list price, as it stands before “times”.
fn premium(world: &World<'_>) -> String {
    world.locale.numbers.times(world.now(Series::Premium))
}

/// Title of the chart of need and compute per dollar.
pub fn scissors(world: &World<'_>) -> String {
    let text = &world.locale.text.findings;
    let gap = |year: Year| world.run.get(Series::Scissors, year);
    let widest = Year::all()
        .max_by(|&a, &b| gap(a).total_cmp(&gap(b)))
        .unwrap_or(Year::LAST);
    let sentence = match widest {
        Year::BASE => &text.scissors_never_open,
        Year::LAST => &text.scissors_open,
        _ => &text.scissors_close,
    };
    let widest_gap = world.locale.numbers.times(gap(widest));
    sentence.fill(&[("year", &widest.calendar()), ("gap", &widest_gap)])
}

/// Title of the chart of China's share.
pub fn china(world: &World<'_>, target: f64) -> String {
    let text = &world.locale.text.findings;
    let reached = world.now(Series::DomesticShareUnits);
    let sentence = if reached > target + ON_TARGET {
        &text.china_passes_target
    } else if reached < target - ON_TARGET {
        &text.china_misses_target
    } else {
        &text.china_on_target
    };
    let share = |value| world.locale.amount(Series::DomesticShareUnits, value);
    let year = world.year.calendar();
    sentence.fill(&[
        ("year", &year),
        ("reached", &share(reached)),
        ("target", &share(target)),
    ])
}

/// The headline of the value chain: what Chinese suppliers get, and who gets most.
pub fn chain(world: &World<'_>) -> String {
    let text = &world.locale.text.chain;
    let kept = |segment: Segment| world.now(Series::of_segment(segment, Measure::Captured));
    let largest = Segment::ALL
        .iter()
        .copied()
        .max_by(|&a, &b| kept(a).total_cmp(&kept(b)));
    let top = largest.unwrap_or(Segment::Facility);
    let id: &str = top.into();
    let share = |value| {
        world
            .locale
            .numbers
            .short(value, &Series::ChinaCapturedShare.info().unit)
            .number
    };
    text.headline.fill(&[
        ("year", &world.year.calendar()),
        (
            "spent",
            &world.locale.amount(Series::Capex, world.now(Series::Capex)),
        ),
        ("chinese", &share(world.now(Series::ChinaCapturedShare))),
        ("top", &text.captured.get(id).map_or(id, String::as_str)),
        ("share", &share(kept(top) / world.now(Series::Capex))),
    ])
}
