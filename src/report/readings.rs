//! What a headline lever means, in one sentence with numbers of the current run.

use super::world::{Binding, World};
use crate::model::{Assumption, Series, Year};

/// The reading of a lever; `None` where it has none.
pub fn reading(world: &World<'_>, lever: Assumption) -> Option<String> {
    match lever {
        Assumption::ModelGrowth => Some(model_growth(world)),
        Assumption::GpuSupplyGrowth => Some(gpu_supply(world)),
        Assumption::ChipPriceChange => Some(chip_price(world)),
        Assumption::DomesticShareTarget => Some(domestic_share(world)),
        _ => None,
    }
}

fn model_growth(world: &World<'_>) -> String {
    let growth = |year: Year| {
        let before = year.before().unwrap_or(year);
        let ratio =
            world.run.get(Series::FrontierRun, year) / world.run.get(Series::FrontierRun, before);
        factor(world, ratio)
    };
    let (first, last) = (Year::all().nth(1).unwrap_or(Year::LAST), Year::LAST);
    world.locale.text.levers.reading_model_growth.fill(&[
        ("first", &growth(first)),
        ("start", &first.calendar()),
        ("last", &growth(last)),
        ("end", &last.calendar()),
    ])
}

fn gpu_supply(world: &World<'_>) -> String {
    let text = &world.locale.text.levers;
    let ratio = world.now(Series::ChipSupply) / world.run.get(Series::ChipSupply, Year::BASE);
    let binds = match world.binding(world.year) {
        Binding::Demand => &text.binds_demand,
        Binding::Chips => &text.binds_chips,
        Binding::Power => &text.binds_power,
        Binding::Ample => &text.binds_nothing,
    };
    text.reading_gpu_supply.fill(&[
        ("ratio", &factor(world, ratio)),
        ("year", &world.year.calendar()),
        ("binds", binds),
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

fn factor(world: &World<'_>, ratio: f64) -> String {
    world
        .locale
        .numbers
        .short(ratio, &Series::ComputeIndex.info().unit)
        .number
}
