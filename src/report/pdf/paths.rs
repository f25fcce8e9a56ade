//! The shapes of a drawing as paths of a PDF.

use krilla::geom::{Path, PathBuilder};
use krilla::paint::{self, LineCap, LineJoin, StrokeDash};

use super::{colour, opacity};
use crate::report::drawing::{Area, Fill, Place, Shape, Stroke};
use crate::theme::Theme;

/// How far the control points of a quarter of a circle lie from its ends, in radii.
const QUARTER: f32 = 0.552_285;

/// The path of a shape that is no text; none where it has no extent.
pub(super) fn shape_path(shape: &Shape) -> Option<Path> {
    match shape {
        Shape::Rect { area, radius, .. } => rounded(*area, *radius),
        Shape::Line { points, .. } => through(points, false),
        Shape::Band { steps, .. } => {
            let forth = steps.iter().map(|(x, y, _)| (*x, *y));
            let back = steps.iter().rev().map(|(x, _, y)| (*x, *y));
            through(&forth.chain(back).collect::<Vec<_>>(), true)
        }
        Shape::Polygon { points, .. } => through(points, true),
        Shape::Circle { centre, radius, .. } => {
            let (x, y) = *centre;
            let corners = ((x - radius, y - radius), (x + radius, y + radius));
            rounded(Area::new(corners.0, corners.1), *radius)
        }
        Shape::Text(_) => None,
    }
}

/// Straight segments.
fn through(points: &[Place], is_closed: bool) -> Option<Path> {
    let ((first_x, first_y), rest) = points.split_first()?;
    let mut path = PathBuilder::new();
    path.move_to(*first_x, *first_y);
    for (x, y) in rest {
        path.line_to(*x, *y);
    }
    if is_closed {
        path.close();
    }
    path.finish()
}

/// A box with rounded corners.
fn rounded(area: Area, radius: f32) -> Option<Path> {
    let Area {
        left,
        top,
        right,
        bottom,
    } = area;
    let radius = radius.min(area.width() / 2.0).min(area.height() / 2.0);
    if radius <= 0.0 {
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        return through(&corners, true);
    }
    // Each corner: where the arc begins, the corner itself, and where the arc ends.
    let arcs = [
        ((right - radius, top), (right, top), (right, top + radius)),
        (
            (right, bottom - radius),
            (right, bottom),
            (right - radius, bottom),
        ),
        (
            (left + radius, bottom),
            (left, bottom),
            (left, bottom - radius),
        ),
        ((left, top + radius), (left, top), (left + radius, top)),
    ];
    let mut path = PathBuilder::new();
    path.move_to(left + radius, top);
    for (begin, corner, end) in arcs {
        let (first, second) = (towards(begin, corner), towards(end, corner));
        path.line_to(begin.0, begin.1);
        path.cubic_to(first.0, first.1, second.0, second.1, end.0, end.1);
    }
    path.close();
    path.finish()
}

/// The control point of an arc between its end and the corner.
fn towards(end: Place, corner: Place) -> Place {
    let between = |from: f32, to: f32| from + (to - from) * QUARTER;
    (between(end.0, corner.0), between(end.1, corner.1))
}

/// How an inside is painted.
pub(super) fn filling(fill: Fill, theme: Theme) -> paint::Fill {
    paint::Fill {
        paint: colour(fill.role, theme).into(),
        opacity: opacity(fill.opacity),
        rule: paint::FillRule::NonZero,
    }
}

/// How an edge is painted.
pub(super) fn stroking(stroke: Stroke, theme: Theme) -> paint::Stroke {
    let line_cap = match stroke.dash {
        None => LineCap::Round,
        Some(_) => LineCap::Butt,
    };
    paint::Stroke {
        paint: colour(stroke.fill.role, theme).into(),
        width: stroke.width,
        line_cap,
        line_join: LineJoin::Round,
        opacity: opacity(stroke.fill.opacity),
        dash: stroke.dash.map(|(dash, gap)| StrokeDash {
            array: vec![dash, gap],
            offset: 0.0,
        }),
        ..paint::Stroke::default()
    }
}
