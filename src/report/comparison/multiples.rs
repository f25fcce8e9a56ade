//! Small charts, one a result, each with a line for every compared scenario on one axis.

use super::{Compared, Comparison};
use crate::model::{Series, Year};
use crate::report::axis::Axis;
use crate::report::chart::{Chart, Divider, Label, Line, LineStroke, Point, Row};
use crate::report::figures::{Figure, calendar};
use crate::report::world::Span;

/// How the axis of a chart is chosen.
#[derive(Clone, Copy)]
enum Start {
    /// At zero: heights are amounts.
    Zero,
    /// Where the values are: a ratio has no zero to start from.
    Values,
}

/// The results that are shown.
const SHOWN: [(Series, Start); 6] = [
    (Series::Need, Start::Zero),
    (Series::Coverage, Start::Values),
    (Series::Premium, Start::Values),
    (Series::Capex, Start::Zero),
    (Series::ChinaCapturedShare, Start::Values),
    (Series::Scissors, Start::Values),
];

/// The small charts, in the order of the page.
pub fn multiples(comparison: &Comparison<'_>) -> Vec<Chart> {
    let chart = |(series, start)| chart(comparison, series, start);
    SHOWN.map(chart).into()
}

fn chart(comparison: &Comparison<'_>, series: Series, start: Start) -> Chart {
    let years: Vec<Year> = comparison.span.years().collect();
    let first = years.first().map_or(Year::BASE, |&year| year);
    let text = &comparison.locale.text.charts;
    Chart {
        figure: Figure::Single(series),
        title: comparison.name_of(series),
        subtitle: comparison.measure_of(series),
        about: series
            .info()
            .label
            .get(comparison.locale.language)
            .to_owned(),
        summary: summary(comparison, series),
        years: (first.calendar(), comparison.span.last),
        year: comparison.year.calendar(),
        divider: Divider {
            at: calendar(Year::BASE) + 0.5,
            before: text.actual.clone(),
            after: text.forecast.clone(),
        },
        axis: axis(comparison, series, start, &years),
        areas: Vec::new(),
        lines: each(comparison, |world| Line {
            fan: None,
            role: world.role,
            stroke: LineStroke::Secondary,
            points: points(world, series, comparison.span),
            over_area: false,
        }),
        dots: Vec::new(),
        bracket: None,
        notes: Vec::new(),
        labels: each(comparison, |world| label(comparison, world, series)),
        strip: None,
        rows: each(comparison, |world| row(comparison, world, series)),
        against: comparison
            .locale
            .text
            .compare
            .against_note
            .fill(&[("name", &comparison.reference().label)]),
    }
}

fn each<T>(comparison: &Comparison<'_>, part: impl Fn(&Compared<'_>) -> T) -> Vec<T> {
    comparison.worlds.iter().map(part).collect()
}

fn points(world: &Compared<'_>, series: Series, span: Span) -> Vec<Point> {
    let point = |year| (calendar(year), world.run.get(series, year));
    span.years().map(point).collect()
}

/// One axis that holds the values of all scenarios.
fn axis(comparison: &Comparison<'_>, series: Series, start: Start, years: &[Year]) -> Axis {
    let unit = &series.info().unit;
    let factor = comparison.locale.numbers.factor(unit);
    let worlds = comparison.worlds.iter();
    let values = worlds.flat_map(|world| years.iter().map(|&year| world.run.get(series, year)));
    match start {
        Start::Zero => Axis::linear(values, unit, factor),
        Start::Values => Axis::fitted(values, unit, factor).with_reference(1.0),
    }
}

fn label(comparison: &Comparison<'_>, world: &Compared<'_>, series: Series) -> Label {
    let value = world.run.get(series, comparison.span.last_year());
    let numbers = comparison.locale.numbers;
    let shown = numbers.axis_value(value, &series.info().unit);
    Label {
        value,
        text: format!("{} {shown}", world.label),
        role: world.role,
        strong: true,
    }
}

/// A scenario as numbers, with the reference's to be held against.
fn row(comparison: &Comparison<'_>, world: &Compared<'_>, series: Series) -> Row {
    let span = comparison.span;
    let reference = comparison.reference();
    let baseline = if std::ptr::eq(world, reference) {
        Vec::new()
    } else {
        points(reference, series, span)
    };
    Row {
        series: None,
        name: world.label.clone(),
        role: world.role,
        unit: series.info().unit.clone(),
        values: points(world, series, span),
        baseline,
        observed: Vec::new(),
    }
}

/// The year in view and the last year of every scenario.
fn summary(comparison: &Comparison<'_>, series: Series) -> String {
    let locale = &comparison.locale;
    let last = comparison.span.last_year();
    let at = |year| {
        comparison.listed(|world| {
            let amount = locale.amount(series, world.run.get(series, year));
            format!("{} {amount}", world.label)
        })
    };
    locale.text.compare.summary.fill(&[
        ("year", &comparison.year.calendar()),
        ("now", &at(comparison.year)),
        ("end", &last.calendar()),
        ("last", &at(last)),
    ])
}
