//! The charts of the page about leasing.

use super::Figure;
use super::frame::{observed, row};
use super::quantity::{Quantity, axis_around, lines};
use super::strip::strip;
use crate::model::{Run, Series, Year};
use crate::report::axis::Scale;
use crate::report::chart::{Chart, FanOf, Note};
use crate::report::findings::renting;
use crate::report::payback;
use crate::report::rent_unit::RentUnit;
use crate::report::world::World;
use crate::theme::Role;

/// No margin is higher than all of the rent.
const HIGHEST_MARGIN: f64 = 1.0;

/// The market rent, and the rent at which a lessor breaks even.
pub fn rent(world: &World<'_>, unit: RentUnit) -> Chart {
    let text = &world.locale.text.leasing;
    let of = |series, name, role| {
        let value = |run: &Run, year| unit.value(run, series, year);
        // The ratio of the units follows from the exchange rate, which draws leave alone.
        let factor = unit.value(world.run, series, Year::BASE) / world.run.get(series, Year::BASE);
        Quantity {
            fan: Some(FanOf { series, factor }),
            ..Quantity::of_runs(world, (name, unit.unit()), role, value)
        }
    };
    let mut rent = of(Series::Rent, text.rent.as_str(), Role::Accent);
    // Before the first run there is no rent in both units: its ratio is that of the base year.
    let ratio = unit.per_hourly(world.run, Year::BASE);
    let observed = observed(world, Series::Rent).into_iter();
    rent.observed = observed.map(|(year, rent)| (year, rent * ratio)).collect();
    let breakeven = of(
        Series::BreakevenRent,
        text.breakeven.as_str(),
        Role::PerDollar,
    );
    let quantities = [rent, breakeven];
    let axis = axis_around(world, Scale::Linear, &quantities, &[]);
    let heading = (renting::rent(world), text.rent_subtitle.as_str());
    lines(world, Figure::Rent(unit), heading, &quantities, axis)
}

/// How long a card takes to pay back against how long it lives, and what is left of the rent.
pub fn payback(world: &World<'_>) -> Chart {
    let text = &world.locale.text.leasing;
    let series = Series::LeasePayback;
    let value = |run: &Run, year| {
        let years = run.get(series, year);
        if payback::is_never(years) {
            f64::NAN
        } else {
            years
        }
    };
    let named = (text.payback.as_str(), series.info().unit.as_str());
    let quantity = Quantity {
        fan: Some(FanOf::series(series)),
        ..Quantity::of_runs(world, named, Role::Accent, value)
    };
    let life = payback::life(world);
    let quantities = [quantity];
    // The words on the line of the life need room above it.
    let above = 1.2 * life;
    let axis = axis_around(world, Scale::Linear, &quantities, &[above]).with_reference(life);
    let heading = (renting::payback(world), text.payback_subtitle.as_str());
    let mut chart = lines(world, Figure::Payback, heading, &quantities, axis);
    let words = text.life.fill(&[("life", &payback::life_in_words(world))]);
    chart.notes.push(reference_note(world, life, words));
    let margin = Series::LeaseMargin;
    let title = (text.margin.0.as_str(), text.margin.1.as_str());
    chart.strip = Some(strip(world, margin, title, (0.0, HIGHEST_MARGIN)));
    chart
        .rows
        .push(row(world, &text.margin.0, margin, Role::Accent));
    let [quantity] = quantities;
    let margins = Quantity::of_series(world, margin, &text.margin.0, Role::Accent);
    chart.summary = [
        quantity.sentence(world, |years| payback::amount(world, years).to_string()),
        margins.sentence(world, |share| world.locale.amount(margin, share)),
    ]
    .join(" ");
    chart
}

/// What owning costs against what renting costs.
pub fn own_against_rent(world: &World<'_>) -> Chart {
    let text = &world.locale.text.leasing;
    let series = Series::OwnVsRent;
    let name = &text.own_against_rent;
    let quantities = [Quantity::of_series(world, series, name, Role::Accent)];
    let axis = axis_around(world, Scale::Linear, &quantities, &[1.0]).with_reference(1.0);
    let heading = (renting::own_against_rent(world), text.own_subtitle.as_str());
    let mut chart = lines(world, Figure::OwnAgainstRent, heading, &quantities, axis);
    let words = text.own_as_rent.clone();
    chart.notes.push(reference_note(world, 1.0, words));
    chart
}

/// What China pays for rented compute.
pub fn market(world: &World<'_>) -> Chart {
    let text = &world.locale.text.leasing;
    let series = Series::ChinaLeasingMarket;
    let quantities = [Quantity::of_series(
        world,
        series,
        &text.market,
        Role::Accent,
    )];
    let axis = axis_around(world, Scale::Linear, &quantities, &[]);
    let heading = (renting::market(world), text.market_subtitle.as_str());
    lines(world, Figure::LeasingMarket, heading, &quantities, axis)
}

/// Words on the line of a reference.
fn reference_note(world: &World<'_>, value: f64, text: String) -> Note {
    Note {
        at: (f64::from(world.span.first), value),
        text,
        role: Role::Text3,
    }
}
