//! The charts of the page about China.

use super::Figure;
use super::area::{shortage, stack, unmet};
use super::frame::{Heading, frame, row, with_unit};
use super::quantity::{Quantity, add_forecasts, axis_around, forecasts, line, lines};
use super::strip::strip;
use crate::evidence;
use crate::model::{self, Run, Series, Yearly};
use crate::report::axis::Scale;
use crate::report::chart::{Bracket, Chart, LineStroke, Point};
use crate::report::evidence::publisher;
use crate::report::findings::domestic;
use crate::report::world::World;
use crate::text::Template;
use crate::theme::Role;

/// The domestic share of cards and of spending, with the target and what others forecast.
pub fn shares(world: &World<'_>) -> Chart {
    let text = &world.locale.text.china;
    let (cards, spending) = (Series::DomesticShareUnits, Series::DomesticShareValue);
    let quantities = [
        Quantity::of_series(world, cards, &text.cards, Role::Accent),
        Quantity::of_series(world, spending, &text.spending, Role::PerDollar),
        target_share(world),
    ];
    let others: Vec<f64> = values_of(&forecasts(world, spending));
    let axis = axis_around(world, Scale::Linear, &quantities, &others);
    let subtitle = publisher_named(world, &text.shares_subtitle, spending);
    let heading = (domestic::shares(world), subtitle.as_str());
    let mut chart = lines(world, Figure::DomesticShares, heading, &quantities, axis);
    add_forecasts(world, &mut chart, spending, Role::PerDollar);
    chart
}

/// The share of cards that China aims for.
pub fn target_share<'a>(world: &World<'a>) -> Quantity<'a> {
    Quantity {
        name: &world.locale.text.charts.target,
        unit: &Series::DomesticShareUnits.info().unit,
        role: Role::Accent,
        stroke: LineStroke::Dotted,
        values: model::domestic_share_plan(&world.scenario.assumptions()),
        baseline: None,
        observed: Vec::new(),
        fan: None,
    }
}

/// What is measured, and who made the forecasts beside it.
fn publisher_named(world: &World<'_>, subtitle: &Template, series: Series) -> String {
    let forecast = evidence::forecasts_of(series).next();
    let publisher = forecast.map_or("", |forecast| publisher(forecast, &world.locale));
    subtitle.fill(&[("publisher", &publisher)])
}

fn values_of(points: &[Point]) -> Vec<f64> {
    points.iter().map(|point| point.1).collect()
}

/// Domestic cards delivered and those that the target would take, and what scarcity costs.
pub fn capacity(world: &World<'_>) -> Chart {
    let text = &world.locale.text.china;
    let delivered = Series::DomesticCards;
    let share = target_share(world).values;
    let all_cards = |run: &Run, year| run.get(delivered, year) + run.get(Series::ExportCards, year);
    let target = Quantity {
        name: &text.target_takes,
        unit: &delivered.info().unit,
        values: Yearly::from_fn(|year| share[year] * all_cards(world.run, year)),
        ..target_share(world)
    };
    let domestic = Role::SegmentAcceleratorsDomestic;
    let quantities = [
        Quantity::of_series(world, delivered, &text.delivered, domestic),
        target,
    ];
    let axis = axis_around(world, Scale::Linear, &quantities, &[]);
    let heading = (domestic::capacity(world), text.capacity_subtitle.as_str());
    let figure = Figure::DomesticCapacity;
    let mut chart = lines(world, figure, heading, &quantities, axis);
    let charts = &world.locale.text.charts;
    let premium = Series::DomesticPremium;
    let title = (text.premium.as_str(), charts.premium_unit.as_str());
    chart.strip = Some(strip(world, premium, title, (1.0, 1.2)));
    chart
        .rows
        .push(row(world, &text.premium, premium, Role::Accent));
    let premium = Quantity::of_series(world, premium, &text.premium, Role::Accent);
    chart.summary.push(' ');
    chart.summary += &premium.sentence(world, |value| {
        world.locale.amount(Series::DomesticPremium, value)
    });
    chart
}

/// What China needs, and what is installed there.
pub fn need(world: &World<'_>) -> Chart {
    let text = &world.locale.text.china;
    let (need, stock) = (Series::ChinaNeed, Series::ChinaStock);
    let installed = &world.locale.text.charts.installed;
    let quantities = [
        Quantity::of_series(world, need, &text.need, Role::Accent),
        Quantity::of_series(world, stock, installed, Role::Text1),
    ];
    let axis = axis_around(world, Scale::Linear, &quantities, &[]);
    let heading = (domestic::need(world), text.need_subtitle.as_str());
    let mut chart = lines(world, Figure::ChinaNeed, heading, &quantities, axis);
    chart.areas.push(unmet(world, stock, need));
    chart.bracket = shortage(world, need, stock).map(|bracket| Bracket {
        caption: covered(world),
        ..bracket
    });
    let name = &world.locale.text.charts.covered;
    let coverage = row(world, name, Series::ChinaCoverage, Role::ChinaCovered);
    chart.rows.push(coverage);
    chart
}

/// How much of the need is covered in the year in view.
fn covered(world: &World<'_>) -> String {
    let coverage = world.now(Series::ChinaCoverage);
    let coverage = world.locale.amount(Series::ChinaCoverage, coverage);
    let text = &world.locale.text.china.covered;
    text.fill(&[("coverage", &coverage)])
}

/// Cards delivered in China, by origin, on top of each other.
pub fn suppliers(world: &World<'_>) -> Chart {
    let text = &world.locale.text.china;
    let unit = &Series::DomesticCards.info().unit;
    let origins = [
        (
            Series::DomesticCards,
            Role::SegmentAcceleratorsDomestic,
            text.domestic_cards.as_str(),
        ),
        (
            Series::ExportCards,
            Role::SegmentAcceleratorsForeign,
            &text.foreign_cards,
        ),
    ];
    let all_cards = |run: &Run, year| origins.iter().map(|origin| run.get(origin.0, year)).sum();
    let all = Quantity::of_runs(world, (&text.all_cards, unit), Role::Text2, all_cards);
    let stack = stack(world, &origins);
    let mut labels = stack.labels;
    let mut rows = vec![all.row(world)];
    rows.extend(stack.rows);
    let mut lines = Vec::new();
    if world.differs() {
        let baseline = all.baseline.iter();
        lines.extend(baseline.map(|values| line(values, Role::Ghost, LineStroke::Ghost)));
        labels.extend(all.baseline_label(world, true));
    }
    let heading = Heading {
        title: domestic::suppliers(world),
        subtitle: with_unit(world, &text.suppliers_subtitle, unit, Scale::Linear),
        told: &origins.map(|origin| origin.0),
    };
    let axis = axis_around(world, Scale::Linear, &[all], &[]);
    Chart {
        areas: stack.areas,
        lines,
        labels,
        rows,
        ..frame(world, Figure::ChinaSuppliers, heading, axis)
    }
}

/// Installed compute in China, with what was counted and what others forecast.
pub fn compute(world: &World<'_>) -> Chart {
    let text = &world.locale.text.china;
    let series = Series::ChinaEflops;
    let title = domestic::compute(world);
    let installed = &world.locale.text.charts.installed;
    let quantities = [Quantity::of_series(world, series, installed, Role::Accent)];
    let others = values_of(&forecasts(world, series));
    let axis = axis_around(world, Scale::Log, &quantities, &others);
    let subtitle = publisher_named(world, &text.compute_subtitle, series);
    let heading = (title, subtitle.as_str());
    let mut chart = lines(world, Figure::ChinaCompute, heading, &quantities, axis);
    add_forecasts(world, &mut chart, series, Role::Text2);
    chart
}

/// What domestic makers of AI chips take in, with what others forecast.
pub fn revenue(world: &World<'_>) -> Chart {
    let text = &world.locale.text.china;
    let series = Series::RevAcceleratorsDomestic;
    let role = Role::SegmentAcceleratorsDomestic;
    let quantities = [Quantity::of_series(world, series, &text.revenue, role)];
    let others = values_of(&forecasts(world, series));
    let axis = axis_around(world, Scale::Linear, &quantities, &others);
    let subtitle = publisher_named(world, &text.revenue_subtitle, series);
    let heading = (domestic::revenue(world), subtitle.as_str());
    let figure = Figure::DomesticRevenue;
    let mut chart = lines(world, figure, heading, &quantities, axis);
    add_forecasts(world, &mut chart, series, role);
    chart
}
