//! What the results say about renting out compute.

use super::domestic::grown;
use crate::model::{Series, Year};
use crate::report::payback::{self, Payback};
use crate::report::rent_unit::RentUnit;
use crate::report::world::World;

/// The headline of the page: how soon a card pays back at the market rent.
pub fn headline(world: &World<'_>, unit: RentUnit) -> String {
    let text = &world.locale.text.leasing;
    let rent = unit.value(world.run, Series::Rent, world.year);
    let amount = world.locale.numbers.amount(rent, unit.unit());
    let phrase = match unit {
        RentUnit::PerHour => &text.rent_per_hour,
        RentUnit::PerPflop => &text.rent_per_pflop,
    };
    let rent = phrase.fill(&[("number", &amount.number), ("amount", &amount)]);
    let years = world.now(Series::LeasePayback);
    let sentence = match Payback::of(years, payback::life(world)) {
        Payback::Within => &text.headline_within,
        Payback::Late => &text.headline_late,
        Payback::Never => &text.headline_never,
    };
    sentence.fill(&[
        ("rent", &rent),
        ("year", &world.year.calendar()),
        ("payback", &payback::amount(world, years)),
    ])
}

/// Title of the chart of rent and break-even rent.
pub fn rent(world: &World<'_>) -> String {
    let text = &world.locale.text.leasing;
    let (rent, breakeven) = (world.now(Series::Rent), world.now(Series::BreakevenRent));
    let (sentence, gap) = if rent < breakeven {
        (&text.rent_below, breakeven / rent - 1.0)
    } else {
        (&text.rent_above, rent / breakeven - 1.0)
    };
    let gap = world.locale.amount(Series::LeaseMargin, gap);
    sentence.fill(&[("gap", &gap), ("year", &world.year.calendar())])
}

/// Title of the chart of payback: against the life of a card.
pub fn payback(world: &World<'_>) -> String {
    let text = &world.locale.text.leasing;
    let years = world.now(Series::LeasePayback);
    let sentence = match Payback::of(years, payback::life(world)) {
        Payback::Within => &text.payback_within,
        Payback::Late => &text.payback_late,
        Payback::Never => &text.payback_never,
    };
    sentence.fill(&[
        ("year", &world.year.calendar()),
        ("payback", &payback::amount(world, years)),
        ("life", &payback::life_in_words(world)),
    ])
}

/// Title of the chart of owning against renting: since when the cheaper one stays the cheaper.
pub fn own_against_rent(world: &World<'_>) -> String {
    let text = &world.locale.text.leasing;
    let owning_is_cheaper = |year: Year| world.run.get(Series::OwnVsRent, year) < 1.0;
    let at_end = owning_is_cheaper(Year::LAST);
    let since = Year::all()
        .rev()
        .take_while(|&year| owning_is_cheaper(year) == at_end)
        .last()
        .unwrap_or(Year::LAST);
    let sentence = match (at_end, since) {
        (true, Year::BASE) => &text.own_always,
        (true, _) => &text.own_from,
        (false, Year::BASE) => &text.rent_always,
        (false, _) => &text.rent_from,
    };
    sentence.fill(&[("since", &since.calendar())])
}

/// Title of the chart of the leasing market in China.
pub fn market(world: &World<'_>) -> String {
    let title = &world.locale.text.leasing.market_title;
    grown(world, Series::ChinaLeasingMarket, title)
}
