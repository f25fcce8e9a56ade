//! Charts of nothing but lines: series of one unit, each with its baseline and observations.

use super::Figure;
use super::frame::{
    Heading, axis, baseline_label, end_label, frame, ghost, line, observed, row, shown,
};
use crate::model::Series;
use crate::report::axis::Scale;
use crate::report::chart::{Chart, DotShape, Dots, LineStroke};
use crate::report::world::World;
use crate::theme::Role;

/// Series that span more than this many fold are shown on a log axis.
const DECADES: f64 = 60.0;

/// A series of a chart.
#[derive(Clone, Copy)]
pub struct Curve<'a> {
    /// Which.
    pub series: Series,
    /// What the chart calls it.
    pub name: &'a str,
    /// Its colour.
    pub role: Role,
}

/// A chart of lines. All series must have one unit; the first is the most important one.
pub fn curves(
    world: &World<'_>,
    figure: Figure,
    title: String,
    subtitle: &str,
    curves: &[Curve<'_>],
) -> Chart {
    let series: Vec<Series> = curves.iter().map(|curve| curve.series).collect();
    let unit = curves
        .first()
        .map_or("", |curve| curve.series.info().unit.as_str());
    let dots: Vec<Dots> = curves
        .iter()
        .map(|curve| Dots {
            shape: DotShape::Circle,
            role: curve.role,
            points: observed(world, curve.series),
        })
        .collect();
    let dotted = || dots.iter().flat_map(|dots| &dots.points).map(|dot| dot.1);
    let scale = scale_of(shown(world, &series).chain(dotted()));
    let axis = axis(world, scale, shown(world, &series).chain(dotted()), unit);
    let mut lines = Vec::new();
    let mut labels = Vec::new();
    if world.differs() {
        let is_alone = curves.len() == 1;
        for (index, curve) in curves.iter().enumerate() {
            let stroke = if index == 0 {
                LineStroke::Ghost
            } else {
                LineStroke::GhostDotted
            };
            lines.push(ghost(world.baseline, curve.series, stroke));
            labels.push(baseline_label(
                world,
                curve.series,
                (!is_alone).then_some(curve.name),
            ));
        }
    }
    for curve in curves.iter().rev() {
        lines.push(line(
            world.run,
            curve.series,
            curve.role,
            LineStroke::Current,
        ));
        labels.push(end_label(world, curve.name, curve.series, curve.role, true));
    }
    Chart {
        lines,
        labels,
        dots,
        rows: curves
            .iter()
            .map(|curve| row(world, curve.name, curve.series, curve.role))
            .collect(),
        ..frame(
            world,
            figure,
            Heading {
                title,
                subtitle: with_unit(world, subtitle, unit, scale),
                told: &series,
            },
            axis,
        )
    }
}

/// Lines that span decades are straight where they grow evenly on a log axis, and only there can
/// their beginnings be seen.
fn scale_of(values: impl Iterator<Item = f64>) -> Scale {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for value in values.filter(|value| value.is_finite()) {
        low = low.min(value);
        high = high.max(value);
    }
    if low > 0.0 && high / low > DECADES {
        Scale::Log
    } else {
        Scale::Linear
    }
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
