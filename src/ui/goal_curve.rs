//! Paints the small curve of goal seek: an output over a lever, with the target and what reaches it.

use eframe::egui::{Align2, CursorIcon, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::paint::{describe, line, text};
use super::style::{self, size};
use crate::report::goal_curve::Curve;
use crate::theme::Role;

/// Height of the numbers below the curve.
const FOOT: f32 = 15.0;
/// Free space above and below the curve.
const MARGIN: f32 = 5.0;
/// Radii of what reaches the target, and of where the scenario stands.
const FOUND: f32 = 4.5;
const NOW: f32 = 2.5;

/// Shows the curve in `rect`; gives the output to which its point was dragged.
pub fn show(ui: &Ui, curve: &Curve, rect: Rect) -> Option<f64> {
    let about = describe(ui, "goal curve", rect, &curve.summary).on_hover_text(&curve.summary);
    let dragged = about
        .interact(Sense::click_and_drag())
        .on_hover_cursor(CursorIcon::ResizeHorizontal);
    let frame = Frame {
        plot: rect
            .with_max_y(rect.bottom() - FOOT)
            .shrink2(vec2(FOUND + 1.0, MARGIN)),
        curve,
    };
    let painter = ui.painter();
    let foot = rect.bottom() - FOOT;
    let edge = Stroke::new(1.0, style::color(ui, Role::StrokeStrong));
    painter.hline(rect.x_range(), foot, edge);
    let points = curve.points.iter().filter(|point| point.1.is_finite());
    let points = points.map(|&point| frame.at(point)).collect();
    let accent = style::color(ui, Role::Accent);
    painter.add(Shape::line(points, Stroke::new(2.0, accent)));
    let now = frame.at(curve.now);
    painter.circle_filled(now, NOW, style::color(ui, Role::Text2));
    if let Some(target) = curve.target {
        show_target(ui, &frame, target, (rect, foot));
    }
    numbers(ui, &frame, rect);
    let place = frame.position(dragged.interact_pointer_pos()?.x);
    // A point that is held still wants nothing new.
    let output = curve.output_at(place);
    output.filter(|output| Some(*output) != curve.target)
}

/// Where everything stands.
struct Frame<'a> {
    plot: Rect,
    curve: &'a Curve,
}

impl Frame<'_> {
    fn x(&self, position: f64) -> f32 {
        self.plot.left() + self.plot.width() * position as f32
    }

    fn position(&self, x: f32) -> f64 {
        f64::from((x - self.plot.left()) / self.plot.width()).clamp(0.0, 1.0)
    }

    /// A place on the lever with its output; a flat curve runs through the middle.
    fn at(&self, (position, output): (f64, f64)) -> eframe::egui::Pos2 {
        let (least, greatest) = self.curve.range;
        let share = (output - least) / (greatest - least);
        let share = if share.is_finite() { share as f32 } else { 0.5 };
        pos2(
            self.x(position),
            self.plot.bottom() - self.plot.height() * share,
        )
    }
}

/// A dotted line at the target, and what reaches it.
fn show_target(ui: &Ui, frame: &Frame<'_>, target: f64, (rect, foot): (Rect, f32)) {
    let painter = ui.painter();
    let stroke = Stroke::new(1.0, style::color(ui, Role::Text2));
    let y = frame.at((0.0, target)).y;
    let ends = [pos2(rect.left(), y), pos2(rect.right(), y)];
    painter.extend(Shape::dashed_line(&ends, stroke, 1.5, 2.5));
    for (position, _) in &frame.curve.reached {
        let at = pos2(frame.x(*position), y);
        let down = [at, pos2(at.x, foot)];
        painter.extend(Shape::dashed_line(&down, stroke, 1.5, 2.5));
        let ring = Stroke::new(1.8, style::color(ui, Role::Accent));
        painter.circle(at, FOUND, style::color(ui, Role::Card), ring);
    }
}

/// The values of the lever: what reaches the target, and the ends where there is room.
fn numbers(ui: &Ui, frame: &Frame<'_>, rect: Rect) {
    let painter = ui.painter();
    let mut taken: Vec<Rect> = Vec::new();
    let [low, high] = &frame.curve.ends;
    let found = frame.curve.reached.iter();
    let found = found.map(|(position, words)| (frame.x(*position), words, Role::Accent));
    let ends = [
        (rect.left(), low, Role::Text3),
        (rect.right(), high, Role::Text3),
    ];
    for (x, words, role) in found.chain(ends) {
        let font = if role == Role::Accent {
            style::semibold(size::CAPTION)
        } else {
            style::regular(size::CAPTION)
        };
        let ink = style::color(ui, role);
        let width = line(painter, words, font.clone(), ink, f32::INFINITY)
            .size()
            .x;
        let most = (rect.right() - width / 2.0).max(rect.left() + width / 2.0);
        let at = pos2(
            x.clamp(rect.left() + width / 2.0, most),
            rect.bottom() - 6.0,
        );
        let place = Rect::from_center_size(at, vec2(width + 8.0, FOOT));
        if !taken.iter().any(|other| other.intersects(place)) {
            text(painter, at, Align2::CENTER_CENTER, words, font, ink);
            taken.push(place);
        }
    }
}
