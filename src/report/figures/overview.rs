//! The charts of the overview: one function builds one chart.

use super::Figure;
use super::area::{shortage, stack};
use super::china::target_share;
use super::frame::{
    Heading, axis, baseline_label, calendar, circles, end_label, frame, ghost, observed, points,
    row, shown, with_unit,
};
use super::quantity::{Quantity, ghosts};
use crate::model::{Series, Year};
use crate::report::axis::Scale;
use crate::report::chart::{Area, Bracket, Chart, Line, LineStroke, Note, Point};
use crate::report::findings;
use crate::report::world::World;
use crate::theme::Role;

/// Need by category as stacked areas, and what is installed.
pub fn need(world: &World<'_>) -> Chart {
    let text = &world.locale.text.charts;
    let (need, stock) = (Series::Need, Series::Stock);
    let categories = [
        (Series::NeedTraining, Role::Training, text.training.as_str()),
        (Series::NeedInference, Role::Inference, &text.inference),
        (Series::NeedFinetuning, Role::Finetuning, &text.finetuning),
        (Series::NeedOther, Role::Other, &text.other_ai),
    ];
    let categories = stack(world, &categories);
    let mut lines = Vec::new();
    let mut labels = categories.labels;
    if world.differs() {
        lines.push(ghost(world.baseline, need, LineStroke::Ghost));
        labels.push(baseline_label(world, need, None));
    }
    let dots = observed(world, stock);
    lines.push(installed(world, &dots));
    let installed = &text.installed;
    labels.push(end_label(world, installed, stock, Role::Text1, true));
    let mut rows = vec![row(world, &text.need_index, need, Role::Text2)];
    rows.extend(categories.rows);
    rows.push(row(world, installed, stock, Role::Text1));

    let unit = &need.info().unit;
    let heading = Heading {
        title: findings::need(world),
        subtitle: with_unit(world, &text.need_subtitle, unit, Scale::Linear),
        told: &[need],
    };
    let axis = axis(world, Scale::Linear, shown(world, &[need, stock]), unit);
    Chart {
        areas: categories.areas,
        lines,
        dots: vec![circles(Role::Text1, dots)],
        bracket: shortage(world, need, stock),
        labels,
        rows,
        ..frame(world, Figure::Need, heading, axis)
    }
}

/// What is installed: as observed up to the base year, then as the model has it.
fn installed(world: &World<'_>, observed: &[Point]) -> Line {
    let modelled = points(world.run, Series::Stock).into_iter().skip(1);
    Line {
        role: Role::Text1,
        stroke: LineStroke::Current,
        points: observed.iter().copied().chain(modelled).collect(),
        over_area: true,
        // Over stacked areas a band would be one more colour in the stack.
        fan: None,
    }
}

/// Need and compute per dollar as indices: the scissors.
pub fn scissors(world: &World<'_>) -> Chart {
    let text = &world.locale.text.charts;
    let (need, per_dollar) = (Series::ComputeIndex, Series::PricePerformanceIndex);
    let quantities = [
        Quantity::of_series(world, need, &text.need_index, Role::Accent),
        Quantity::of_series(world, per_dollar, &text.per_dollar, Role::PerDollar),
    ];
    let (mut lines, mut labels) = ghosts(world, &quantities);
    lines.extend(quantities.iter().map(Quantity::line));
    labels.extend(quantities.iter().map(|quantity| quantity.label(world)));
    let dots = observed_per_dollar(world);
    let both = [need, per_dollar];
    let values = shown(world, &both).chain(dots.iter().map(|dot| dot.1));
    let axis = axis(world, Scale::Log, values, &need.info().unit).with_reference(1.0);
    let heading = Heading {
        title: findings::scissors(world),
        subtitle: text.scissors_subtitle.clone(),
        told: &both,
    };
    Chart {
        areas: vec![between_the_blades(world, need, per_dollar)],
        lines,
        dots: vec![circles(Role::PerDollar, dots)],
        bracket: scissors_gap(world),
        labels,
        rows: vec![
            row(world, &text.need_index, need, Role::Accent),
            row(world, &text.per_dollar, per_dollar, Role::PerDollar),
            row(world, &text.gap, Series::Scissors, Role::Text1),
        ],
        ..frame(world, Figure::Scissors, heading, axis)
    }
}

/// Observed prices per H100e as compute per dollar, against the base year of the model.
fn observed_per_dollar(world: &World<'_>) -> Vec<Point> {
    let base_price = world.first(Series::ComputePrice);
    observed(world, Series::ComputePrice)
        .into_iter()
        .map(|(year, price)| (year, base_price / price))
        .collect()
}

fn between_the_blades(world: &World<'_>, one: Series, other: Series) -> Area {
    let bounds = Year::all().map(|year| {
        let (one, other) = (world.run.get(one, year), world.run.get(other, year));
        (calendar(year), one.min(other), one.max(other))
    });
    Area {
        role: Role::Accent,
        opacity: 0.1,
        bounds: bounds.collect(),
        seam: false,
    }
}

fn scissors_gap(world: &World<'_>) -> Option<Bracket> {
    if world.year == Year::BASE {
        return None;
    }
    let text = &world.locale.text.charts;
    let factor = |value| world.locale.number(Series::Scissors, value);
    let caption = if world.differs() {
        text.baseline_value
            .fill(&[("value", &factor(world.baseline_now(Series::Scissors)))])
    } else {
        String::new()
    };
    Some(Bracket {
        from: world.now(Series::PricePerformanceIndex),
        to: world.now(Series::ComputeIndex),
        text: factor(world.now(Series::Scissors)),
        caption,
        role: Role::Text1,
    })
}

/// China: the share of cards aimed for and reached, and how much of its need is covered.
pub fn china_target(world: &World<'_>) -> Chart {
    let text = &world.locale.text.charts;
    let (share, coverage) = (Series::DomesticShareUnits, Series::ChinaCoverage);
    let quantities = [
        Quantity::of_series(world, coverage, &text.covered, Role::ChinaCovered),
        Quantity::of_series(world, share, &text.domestic, Role::Accent),
        target_share(world),
    ];
    let (mut lines, mut labels) = ghosts(world, &quantities);
    let [covered, domestic, target] = &quantities;
    lines.extend([target.line(), reached(domestic), covered.line()]);
    labels.extend([target, domestic, covered].map(|quantity| quantity.label(world)));

    let both = [share, coverage];
    let values = shown(world, &both).chain([1.0]);
    let axis = axis(world, Scale::Linear, values, &share.info().unit).with_reference(1.0);
    let note = Note {
        at: (f64::from(world.span.first), 1.0),
        text: text.all_of_need_met.clone(),
        role: Role::Text3,
    };
    let heading = Heading {
        title: findings::china(world, target.values[world.year]),
        subtitle: text.china_subtitle.clone(),
        told: &both,
    };
    Chart {
        lines,
        dots: vec![circles(Role::Accent, domestic.observed.clone())],
        notes: vec![note],
        labels,
        rows: [domestic, target, covered]
            .map(|quantity| quantity.row(world))
            .into(),
        ..frame(world, Figure::ChinaTarget, heading, axis)
    }
}

/// The line of a share, which begins with what was observed before the base year.
fn reached(share: &Quantity<'_>) -> Line {
    let mut line = share.line();
    let observed = share.observed.iter().copied();
    let before_base = observed.filter(|dot| dot.0 < calendar(Year::BASE));
    line.points = before_base.chain(line.points).collect();
    line
}
