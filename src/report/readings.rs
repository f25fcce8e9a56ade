//! What a lever's value means, in one plain sentence, and how unusual it is.

use std::cmp::Ordering;

use super::world::World;
use crate::model::assumptions::Kind;
use crate::model::{Assumption, Series, Year};
use crate::text::Template;

/// Rates closer to zero than this are no change.
const FLAT: f64 = 0.005;

/// What a lever's value means: from the run for the headline levers, else from the value itself;
/// where there is nothing to say, how unusual it is.
pub fn reading(world: &World<'_>, lever: Assumption) -> String {
    match lever {
        Assumption::ModelGrowth => model_growth(world),
        Assumption::GpuSupplyGrowth => gpu_supply(world),
        Assumption::ChipPriceChange => chip_price(world),
        Assumption::DomesticShareTarget => domestic_share(world),
        _ => meaning(world, lever).unwrap_or_else(|| likelihood(world, lever)),
    }
}

/// What a value means by its own sentence, or by that of its unit.
fn meaning(world: &World<'_>, lever: Assumption) -> Option<String> {
    let value = world.scenario.value(lever);
    let meanings = &world.locale.text.levers.meanings;
    let by_unit = || meanings.get(&unit_key(&lever.info().unit, value));
    let sentence: &Template = meanings.get(lever.id()).or_else(by_unit)?;
    let years = f64::from(Year::LAST.calendar() - Year::BASE.calendar());
    let yearly = yearly_factor(&lever.info().unit, value);
    let number = |value: f64| world.locale.numbers.plain(value);
    Some(sentence.fill(&[
        ("value", &world.locale.typed(lever, value)),
        ("bare", &number(value)),
        ("percent", &number(value * 100.0)),
        ("halved", &number(value * 50.0)),
        ("tenths", &number(value * 10.0)),
        ("hours", &number(value * 24.0)),
        ("times", &number(yearly.powf(years))),
        ("double", &number((2f64.ln() / yearly.ln()).abs())),
        ("fourth", &number(100.0 * value.powi(4))),
        ("lifetime", &number(1.0 / value)),
        ("tenfold", &number(10f64.powf(value))),
        ("rootten", &number(10f64.powf(1.0 / value))),
        ("tighter", &number(100.0 * (1.1f64.powf(value) - 1.0))),
        ("cheaper", &number(100.0 * (1.0 - 0.9f64.powf(value)))),
        ("above", &number((value - 1.0) * 100.0)),
        ("end", &Year::LAST.calendar()),
    ]))
}

/// The key of the sentence for a unit; rates have one for growth, decline and standing still.
fn unit_key(unit: &str, value: f64) -> String {
    let suffix = match unit {
        "/yr" if value.abs() < FLAT => " 0",
        "/yr" if value > 0.0 => " +",
        "/yr" => " -",
        _ => "",
    };
    format!("{unit}{suffix}")
}

/// The factor from one year to the next that a rate stands for.
fn yearly_factor(unit: &str, value: f64) -> f64 {
    if unit == "/yr" { 1.0 + value } else { value }
}

/// How unusual a value is among the draws of its range.
pub fn likelihood(world: &World<'_>, lever: Assumption) -> String {
    let text = &world.locale.text.levers;
    let info = lever.info();
    let range = world.scenario.baseline.range(lever);
    let value = world.scenario.value(lever);
    let is_base = value.to_bits() == range.base.to_bits();
    if info.kind == Kind::Observed {
        let sentence = if is_base {
            &text.as_observed
        } else {
            &text.not_observed
        };
        return sentence.fill(&[("value", &world.locale.typed(lever, range.base))]);
    }
    if let Some(sentence) = own_range(world, lever) {
        return sentence;
    }
    if is_base {
        return text.at_baseline.clone();
    }
    let Some(below) = world.scenario.baseline.spread(lever).share_below(value) else {
        return text.no_range.clone();
    };
    let above = value.total_cmp(&range.base) == Ordering::Greater;
    let tail = if above { 1.0 - below } else { below };
    let sentence = match (tail < 0.05, above) {
        (false, true) => &text.draws_higher,
        (false, false) => &text.draws_lower,
        (true, true) => &text.beyond_high,
        (true, false) => &text.beyond_low,
    };
    sentence.fill(&[("count", &format!("{:.0}", tail * 100.0))])
}

/// What the scenario's own range says, if it has one.
fn own_range(world: &World<'_>, lever: Assumption) -> Option<String> {
    world.scenario.ranges.get(&lever)?;
    let text = &world.locale.text.levers;
    let spread = world.scenario.spread(lever);
    let (low, high) = spread.ends();
    let sentence = if spread.is_fixed() {
        &text.own_certain
    } else {
        &text.own_range
    };
    Some(sentence.fill(&[
        ("low", &world.locale.typed(lever, low)),
        ("high", &world.locale.typed(lever, high)),
    ]))
}

fn model_growth(world: &World<'_>) -> String {
    let growth = |year: Year| {
        let before = year.before().unwrap_or(year);
        let ratio =
            world.run.get(Series::FrontierRun, year) / world.run.get(Series::FrontierRun, before);
        factor(world, ratio)
    };
    let (first, last) = (Year::all().nth(1).unwrap_or(Year::LAST), Year::LAST);
    let whole = world.run.get(Series::FrontierRun, last) / world.first(Series::FrontierRun);
    world.locale.text.levers.reading_model_growth.fill(&[
        ("first", &growth(first)),
        ("start", &first.calendar()),
        ("end", &last.calendar()),
        ("whole", &factor(world, whole)),
    ])
}

fn gpu_supply(world: &World<'_>) -> String {
    let text = &world.locale.text.levers;
    let ratio = world.now(Series::ChipSupply) / world.run.get(Series::ChipSupply, Year::BASE);
    text.reading_gpu_supply.fill(&[
        ("ratio", &factor(world, ratio)),
        ("year", &world.year.calendar()),
        ("binds", &world.binding(world.year).binds(&world.locale)),
    ])
}

fn chip_price(world: &World<'_>) -> String {
    // The list price is the market price without its premium.
    let list = |year: Year| {
        let price = world.run.get(Series::ChipPrice, year);
        let list = price / world.run.get(Series::ChipPremium, year);
        world.locale.amount(Series::ChipPrice, list)
    };
    world.locale.text.levers.reading_chip_price.fill(&[
        ("before", &list(Year::BASE)),
        ("start", &Year::BASE.calendar()),
        ("after", &list(world.year)),
        ("year", &world.year.calendar()),
    ])
}

fn domestic_share(world: &World<'_>) -> String {
    let share = |value| {
        let amount = world
            .locale
            .numbers
            .short(value, &Series::DomesticShareUnits.info().unit);
        amount.to_string()
    };
    let target = world.scenario.value(Assumption::DomesticShareTarget);
    world.locale.text.levers.reading_domestic_share.fill(&[
        ("target", &share(target)),
        ("end", &world.scenario.value(Assumption::TargetYear).round()),
        ("reached", &share(world.now(Series::DomesticShareUnits))),
        ("year", &world.year.calendar()),
    ])
}

/// A factor as it stands before “times”.
fn factor(world: &World<'_>, ratio: f64) -> String {
    world.locale.numbers.times(ratio)
}
