//! What the figures are made of: axes, lines, labels and rows of numbers.

use super::Figure;
use crate::evidence;
use crate::model::{Run, Series, Year};
use crate::report::axis::{Axis, Scale};
use crate::report::chart::{
    Chart, Divider, DotShape, Dots, FanOf, Label, Line, LineStroke, Point, Row,
};
use crate::report::world::{Locale, World};
use crate::theme::Role;

/// The words over a chart, and the series whose numbers its summary tells.
pub struct Heading<'a> {
    /// What it shows, as a finding.
    pub title: String,
    /// What is measured.
    pub subtitle: String,
    /// The series that are told to those who cannot see it.
    pub told: &'a [Series],
}

/// A chart with its words and axes, and nothing in it yet.
pub fn frame(world: &World<'_>, figure: Figure, heading: Heading<'_>, axis: Axis) -> Chart {
    let text = &world.locale.text.charts;
    Chart {
        figure,
        title: heading.title,
        subtitle: heading.subtitle,
        about: about(world, figure, &axis.unit),
        summary: summary(world, heading.told),
        years: (world.span.first, world.span.last),
        year: world.year.calendar(),
        divider: Divider {
            at: calendar(Year::BASE) + 0.5,
            before: text.actual.clone(),
            after: text.forecast.clone(),
        },
        axis,
        areas: Vec::new(),
        lines: Vec::new(),
        dots: Vec::new(),
        bracket: None,
        notes: Vec::new(),
        labels: Vec::new(),
        strip: None,
        rows: Vec::new(),
        against: text.against_baseline.clone(),
    }
}

/// What the unit is, where a reader may not know it.
pub fn unit_in_words<'a>(locale: &'a Locale, unit: &str) -> Option<&'a str> {
    unit.contains("H100e")
        .then_some(locale.text.charts.h100e.as_str())
}

/// What a figure shows, in one sentence; and what its unit is.
fn about(world: &World<'_>, figure: Figure, unit: &str) -> String {
    let text = &world.locale.text.charts;
    let id: &str = figure.into();
    let sentence = text.about.get(id).unwrap_or(&text.about_single);
    let name = match figure {
        Figure::Single(series) => series.info().label.get(world.locale.language),
        _ => "",
    };
    let sentence = sentence.fill(&[("name", &name)]);
    match unit_in_words(&world.locale, unit) {
        Some(unit) => format!("{sentence}\n{unit}"),
        None => sentence,
    }
}

/// Start, year in view and end of each series in words.
fn summary(world: &World<'_>, series: &[Series]) -> String {
    let locale = &world.locale;
    let last = world.span.last_year();
    let sentences: Vec<String> = series
        .iter()
        .map(|&series| {
            let at = |year| locale.amount(series, world.run.get(series, year));
            let end = locale.amount(series, world.baseline.get(series, last));
            locale.text.charts.summary.fill(&[
                ("name", &series.info().label.get(locale.language)),
                ("start", &Year::BASE.calendar()),
                ("first", &at(Year::BASE)),
                ("year", &world.year.calendar()),
                ("now", &at(world.year)),
                ("end", &last.calendar()),
                ("last", &at(last)),
                ("baseline", &end),
            ])
        })
        .collect();
    sentences.join(" ")
}

/// What is measured, in which unit, and whether the axis is logarithmic.
pub fn with_unit(world: &World<'_>, measure: &str, unit: &str, scale: Scale) -> String {
    let text = &world.locale.text.charts;
    let unit = world.locale.numbers.axis_unit(unit);
    let mut parts: Vec<&str> = vec![measure, &unit];
    if scale == Scale::Log {
        parts.push(&text.log_scale);
    }
    parts.retain(|part| !part.is_empty());
    parts.join(&text.list_separator)
}

/// A year as a place on the axis.
pub fn calendar(year: Year) -> f64 {
    f64::from(year.calendar())
}

/// All years of a series as points.
pub fn points(run: &Run, series: Series) -> Vec<Point> {
    Year::all()
        .map(|year| (calendar(year), run.get(series, year)))
        .collect()
}

/// What was observed of a series in the years shown, up to the base year.
pub fn observed(world: &World<'_>, series: Series) -> Vec<Point> {
    evidence::of_series(series)
        .filter(|actual| actual.year <= Year::BASE.calendar() && world.span.holds(actual.year))
        .map(|actual| (f64::from(actual.year), actual.value))
        .collect()
}

/// The values of series in the years shown, of the scenario and its baseline: the axis holds them.
pub fn shown<'a>(world: &'a World<'_>, series: &'a [Series]) -> impl Iterator<Item = f64> + 'a {
    series.iter().flat_map(move |&series| {
        let years = world.span.years();
        years.flat_map(move |year| [world.run, world.baseline].map(|run| run.get(series, year)))
    })
}

/// An axis of a unit around values, with round numbers in the currency that is shown.
pub fn axis(
    world: &World<'_>,
    scale: Scale,
    values: impl Iterator<Item = f64>,
    unit: &str,
) -> Axis {
    let factor = world.locale.numbers.factor(unit);
    Axis::scaled(scale, values, unit, factor)
}

/// A line of a series, which may carry its fan.
pub fn line(run: &Run, series: Series, role: Role, stroke: LineStroke) -> Line {
    Line {
        role,
        stroke,
        points: points(run, series),
        over_area: false,
        fan: Some(FanOf::series(series)),
    }
}

/// The line of a series in the baseline.
pub fn ghost(baseline: &Run, series: Series, stroke: LineStroke) -> Line {
    Line {
        fan: None,
        ..line(baseline, series, Role::Ghost, stroke)
    }
}

/// What was observed, as circles.
pub fn circles(role: Role, points: Vec<Point>) -> Dots {
    Dots {
        shape: DotShape::Circle,
        role,
        points,
    }
}

/// A series as numbers.
pub fn row(world: &World<'_>, name: &str, series: Series, role: Role) -> Row {
    let baseline = if world.differs() {
        points(world.baseline, series)
    } else {
        Vec::new()
    };
    Row {
        series: Some(series),
        name: name.to_owned(),
        role,
        unit: series.info().unit.clone(),
        values: points(world.run, series),
        baseline,
        observed: observed(world, series),
    }
}

/// A label at the last value of a series.
pub fn end_label(world: &World<'_>, name: &str, series: Series, role: Role, strong: bool) -> Label {
    let value = world.run.get(series, world.span.last_year());
    Label {
        strong,
        ..label(world, name, &series.info().unit, value, value, role)
    }
}

/// A label at the last value of a series in the baseline: with the name that the chart has for
/// it, or without where there is no other baseline.
pub fn baseline_label(world: &World<'_>, series: Series, name: Option<&str>) -> Label {
    let value = world.baseline.get(series, world.span.last_year());
    baseline_label_of(world, name, &series.info().unit, value)
}

/// The same of any value of the baseline in a unit.
pub fn baseline_label_of(world: &World<'_>, name: Option<&str>, unit: &str, value: f64) -> Label {
    let text = &world.locale.text.charts;
    let plain = label(world, &text.baseline, unit, value, value, Role::Text3);
    let Some(name) = name else {
        return plain;
    };
    let shown = world.locale.numbers.axis_value(value, unit);
    Label {
        text: text.baseline_of.fill(&[("name", &name), ("value", &shown)]),
        ..plain
    }
}

/// A label at `position` that says `value` in a unit, without naming the unit.
pub fn label(
    world: &World<'_>,
    name: &str,
    unit: &str,
    position: f64,
    value: f64,
    role: Role,
) -> Label {
    let value = world.locale.numbers.axis_value(value, unit);
    Label {
        value: position,
        text: format!("{name} {value}"),
        role,
        strong: false,
    }
}
