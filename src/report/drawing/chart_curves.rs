//! Areas, lines and dots of a drawn chart, cut where the plot ends.

use super::chart::Canvas;
use super::clip;
use super::look::Look;
use super::plot::PlotFrame;
use super::{Drawing, Fill, Place, Shape, Stroke};
use crate::report::chart::{Area, DotShape, Dots, Line, LineStroke};
use crate::theme::Role;

/// Draws what the chart shows.
pub(super) fn draw(drawing: &mut Drawing, canvas: &Canvas<'_>) {
    for area in &canvas.chart.areas {
        draw_area(drawing, canvas, area);
    }
    for line in &canvas.chart.lines {
        draw_line(drawing, canvas, line);
    }
    for dots in &canvas.chart.dots {
        draw_dots(drawing, canvas, dots);
    }
}

fn draw_area(drawing: &mut Drawing, canvas: &Canvas<'_>, area: &Area) {
    let frame = &canvas.frame;
    let share = |value: f64| frame.axis.position(value);
    let bounds: Vec<(f64, f64, f64)> = area
        .bounds
        .iter()
        .map(|&(year, low, high)| (year, low_share(share(low), low), share(high)))
        .collect();
    for band in clip::bands(&bounds, canvas.span()) {
        let steps: Vec<(f32, f32, f32)> = band
            .iter()
            .map(|&(year, low, high)| (frame.x(year), height(frame, low), height(frame, high)))
            .collect();
        let edge = steps.iter().map(|&(x, _, high)| (x, high)).collect();
        drawing.shapes.push(Shape::Band {
            steps,
            fill: Fill::tint(area.role, area.opacity),
        });
        if area.seam {
            let stroke = Stroke::solid(canvas.look.hairline, canvas.look.ground);
            drawing.line(edge, stroke);
        }
    }
}

/// A lower bound that a log axis has no place for is at its foot.
fn low_share(share: f64, value: f64) -> f64 {
    if share.is_nan() && value <= 0.0 {
        0.0
    } else {
        share
    }
}

fn height(frame: &PlotFrame, share: f64) -> f32 {
    frame.plot.bottom - frame.plot.height() * share as f32
}

/// A line, parted where it has no value.
fn draw_line(drawing: &mut Drawing, canvas: &Canvas<'_>, line: &Line) {
    let frame = &canvas.frame;
    let points: Vec<(f64, f64)> = line
        .points
        .iter()
        .map(|&(year, value)| (year, frame.axis.position(value)))
        .collect();
    let stroke = stroke(line.stroke, line.role, canvas.look);
    for piece in clip::lines(&points, canvas.span()) {
        let points: Vec<Place> = piece
            .iter()
            .map(|&(year, share)| (frame.x(year), height(frame, share)))
            .collect();
        if line.over_area {
            let width = stroke.width + canvas.look.under;
            drawing.line(points.clone(), Stroke::solid(width, canvas.look.ground));
        }
        drawing.line(points, stroke);
    }
}

/// How a line is drawn.
fn stroke(kind: LineStroke, role: Role, look: &Look) -> Stroke {
    let ghost = look.ghost;
    match kind {
        LineStroke::Current | LineStroke::Binding => Stroke::solid(look.line, role),
        LineStroke::Secondary => Stroke::solid(look.secondary, role),
        LineStroke::Dotted => {
            let dash = (look.secondary * 1.2, look.secondary * 1.6);
            Stroke::dashed(look.secondary, role, dash)
        }
        LineStroke::Ghost => Stroke::dashed(ghost, role, (ghost * 3.2, ghost * 2.4)),
        LineStroke::GhostDotted => Stroke::dashed(ghost, role, (ghost * 1.4, ghost * 2.0)),
    }
}

/// Hollow dots: observations as circles, forecasts of others as diamonds.
fn draw_dots(drawing: &mut Drawing, canvas: &Canvas<'_>, dots: &Dots) {
    let (frame, look) = (&canvas.frame, canvas.look);
    let (radius, edge) = look.dot;
    let fill = Fill::solid(look.ground);
    let stroke = Stroke::solid(edge, dots.role);
    let (first, last) = canvas.span();
    for &point in &dots.points {
        let is_shown = (first..=last).contains(&point.0)
            && (0.0..=1.0).contains(&frame.axis.position(point.1));
        let Some(centre) = frame.place(point).filter(|_| is_shown) else {
            continue;
        };
        match dots.shape {
            DotShape::Circle => drawing.disc(centre, radius, fill, Some(stroke)),
            DotShape::Diamond => {
                let reach = radius * 1.4;
                let corners = [(0.0, -reach), (reach, 0.0), (0.0, reach), (-reach, 0.0)];
                let points = corners.map(|(x, y)| (centre.0 + x, centre.1 + y));
                drawing.shapes.push(Shape::Polygon {
                    points: points.into(),
                    fill: Some(fill),
                    stroke: Some(stroke),
                });
            }
        }
    }
}
