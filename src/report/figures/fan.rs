//! Fans in charts: bands that hold half and nine tenths of the draws.

use super::Figure;
use super::frame::{calendar, label};
use crate::analysis::{Cell, Fan, Percentiles};
use crate::model::{Series, Year};
use crate::report::chart::{Area, Chart, FanOf, Label, Line, LineStroke, Note, Row};
use crate::report::world::World;
use crate::theme::Role;

/// The bands, the widest first: their percentiles, and how strongly they are filled.
const BANDS: [(usize, usize, f32); 2] = [(0, 4, 0.13), (1, 3, 0.22)];
/// The place of the median among the percentiles.
const MEDIAN: usize = 2;

/// The same chart with the fans of its lines behind them, where there is a fan.
pub fn carry(world: &World<'_>, mut chart: Chart) -> Chart {
    let Some(fan) = world.fan else {
        return chart;
    };
    let with_fan = |line: &Line| line.fan.map(|of| (of, line.role));
    let fans: Vec<(FanOf, Role)> = chart.lines.iter().filter_map(with_fan).collect();
    let (mut reached, without_bands) = (Vec::new(), chart.areas.len());
    for (of, role) in fans {
        let yearly = yearly(fan, of.series);
        if yearly.is_empty() {
            continue;
        }
        for (low, high, opacity) in BANDS {
            chart
                .areas
                .push(band(&yearly, of.factor, (low, high), role, opacity));
        }
        let shown = yearly
            .iter()
            .filter(|(year, _)| world.span.holds(year.calendar()));
        reached.extend(shown.flat_map(|(_, values)| [values[0], values[4]].map(|v| v * of.factor)));
    }
    // A payback that never comes would hide all others.
    if chart.figure != Figure::Payback {
        chart.axis = chart.axis.holding(reached.into_iter());
    }
    if chart.areas.len() > without_bands {
        chart.about = format!("{}\n{}", chart.about, told(world, fan));
    }
    chart
}

/// What the bands are, for those who want to know.
fn told(world: &World<'_>, fan: &Fan) -> String {
    let text = &world.locale.text.uncertainty;
    let draws = world.locale.numbers.count(fan.samples());
    text.bands.fill(&[("draws", &draws)])
}

/// The percentiles of a series by year; none where it is not in the fan.
fn yearly(fan: &Fan, series: Series) -> Vec<(Year, Percentiles)> {
    Cell::of_series(series)
        .filter_map(|cell| Some((cell.year, fan.get(cell)?)))
        .collect()
}

fn band(
    yearly: &[(Year, Percentiles)],
    factor: f64,
    (low, high): (usize, usize),
    role: Role,
    opacity: f32,
) -> Area {
    let bounds = yearly
        .iter()
        .map(|(year, values)| (calendar(*year), values[low] * factor, values[high] * factor));
    Area {
        role,
        opacity,
        bounds: bounds.collect(),
        seam: false,
    }
}

/// Turns the chart of one series into that of its fan: the median takes the place of the line,
/// and the scenario's own run stands beside it, for the two are not the same.
pub fn unfold(world: &World<'_>, series: Series, mut chart: Chart) -> Chart {
    let Some(fan) = world.fan else {
        return chart;
    };
    let yearly = yearly(fan, series);
    let last = world.span.last_year();
    let Some((_, ends)) = yearly.iter().find(|(year, _)| *year == last) else {
        return chart;
    };
    let text = &world.locale.text.uncertainty;
    for line in &mut chart.lines {
        if line.stroke == LineStroke::Current {
            line.stroke = LineStroke::Dotted;
            line.role = Role::Text1;
            line.fan = None;
        }
    }
    let median = yearly
        .iter()
        .map(|(year, values)| (calendar(*year), values[MEDIAN]));
    let role = Role::Accent;
    chart.lines.push(Line {
        role,
        stroke: LineStroke::Current,
        points: median.collect(),
        over_area: false,
        fan: Some(FanOf::series(series)),
    });
    let unit = &series.info().unit;
    for label in &mut chart.labels {
        if label.strong {
            label.strong = false;
            label.role = Role::Text1;
        }
    }
    let names = text.percentiles.iter().zip(ends).enumerate();
    chart.labels.extend(names.map(|(index, (name, &value))| {
        let is_median = index == MEDIAN;
        let role = if is_median { role } else { Role::Text2 };
        Label {
            strong: is_median,
            ..label(world, name, unit, value, value, role)
        }
    }));
    chart.notes.extend(values_in_view(world, series, &yearly));
    chart.rows.extend(percentile_rows(world, series, &yearly));
    chart.subtitle = [
        chart.subtitle.as_str(),
        &text
            .fan_subtitle
            .fill(&[("draws", &world.locale.numbers.count(fan.samples()))]),
    ]
    .join(&world.locale.text.charts.list_separator);
    chart
}

/// The outer percentiles and the median of the year in view, as numbers beside the curves.
fn values_in_view(world: &World<'_>, series: Series, yearly: &[(Year, Percentiles)]) -> Vec<Note> {
    let is_last = world.year == world.span.last_year();
    let in_view = yearly.iter().find(|(year, _)| *year == world.year);
    let Some((year, values)) = in_view.filter(|_| !is_last && world.year != Year::BASE) else {
        return Vec::new();
    };
    [0, MEDIAN, 4]
        .map(|index| Note {
            at: (calendar(*year), values[index]),
            text: (world.locale.numbers).axis_value(values[index], &series.info().unit),
            role: if index == MEDIAN {
                Role::Accent
            } else {
                Role::Text2
            },
        })
        .into()
}

/// The percentiles as numbers, the highest first.
fn percentile_rows(world: &World<'_>, series: Series, yearly: &[(Year, Percentiles)]) -> Vec<Row> {
    let names = world.locale.text.uncertainty.percentiles.iter().enumerate();
    names
        .rev()
        .map(|(index, name)| Row {
            series: None,
            name: name.clone(),
            role: Role::Accent,
            unit: series.info().unit.clone(),
            values: yearly
                .iter()
                .map(|(year, values)| (calendar(*year), values[index]))
                .collect(),
            baseline: Vec::new(),
            observed: Vec::new(),
        })
        .collect()
}
