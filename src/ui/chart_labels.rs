//! The words on a chart: labels at the ends of lines, brackets, notes.

use std::sync::Arc;

use eframe::egui::{Align2, Galley, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::chart::Frame;
use super::paint::{line, text};
use super::style::{self, size};
use crate::report::chart::{Bracket, Chart, Label, spread};
use crate::theme::Role;

/// Least distance between two labels.
const GAP: f32 = 14.5;
/// Space for labels right of a plot, with its leaders.
const ROOM: f32 = 104.0;
/// Labels moved farther than this get a leader.
const MOVED: f32 = 3.0;

/// Paints all words of a chart but those of its axes.
pub fn paint(ui: &Ui, chart: &Chart, frame: &Frame) {
    paint_ends(ui, &chart.labels, frame, frame.plot.right());
    // The labels are about the last year, whichever is in view.
    let at = pos2(frame.plot.right() + 15.0, frame.plot.top() - 8.0);
    let (font, quiet) = (style::regular(10.5), style::color(ui, Role::Text3));
    let last = chart.years.1.to_string();
    text(ui.painter(), at, Align2::LEFT_CENTER, &last, font, quiet);
    for note in &chart.notes {
        if let Some(at) = frame.point(note.at) {
            let font = style::regular(size::CAPTION);
            let color = style::color(ui, note.role);
            let (at, anchor) = if frame.axis.is_reference(note.at.1) {
                (pos2(at.x, at.y - 2.0), Align2::LEFT_BOTTOM)
            } else {
                (pos2(at.x + 8.0, at.y), Align2::LEFT_CENTER)
            };
            let galley = line(ui.painter(), &note.text, font, color, f32::INFINITY);
            let place = anchor.anchor_size(at, galley.size());
            let veil = style::color(ui, Role::Card).gamma_multiply(0.85);
            let behind = place.shrink2(vec2(-2.0, 2.0));
            ui.painter().rect_filled(behind, 2.0, veil);
            ui.painter().galley(place.min, galley, color);
        }
    }
    if let Some(bracket) = &chart.bracket {
        paint_bracket(ui, chart, bracket, frame);
    }
}

/// Labels right of the plot, apart from each other, with leaders where they had to move.
pub fn paint_ends(ui: &Ui, labels: &[Label], frame: &Frame, right: f32) {
    let painter = ui.painter();
    let mut placed: Vec<(&Label, f32)> = labels
        .iter()
        .filter_map(|label| Some((label, frame.y(label.value)?)))
        .collect();
    // Ordered before they are clamped: beyond the plot's edge the higher value still comes first.
    placed.sort_by(|a, b| a.1.total_cmp(&b.1));
    for (_, y) in &mut placed {
        *y = y.clamp(frame.plot.top() + 6.0, frame.plot.bottom() + 2.0);
    }
    let mut positions: Vec<f32> = placed.iter().map(|&(_, y)| y).collect();
    spread(
        &mut positions,
        GAP,
        (frame.plot.top() + 7.0, frame.plot.bottom() + 4.0),
    );
    for (&(label, wanted), &y) in placed.iter().zip(&positions) {
        let color = style::color(ui, label.role);
        let start = right + 3.0;
        if (y - wanted).abs() > MOVED {
            let leader = vec![
                pos2(start, wanted),
                pos2(start + 4.0, wanted),
                pos2(start + 9.0, y),
            ];
            painter.add(Shape::line(leader, Stroke::new(1.0, color)));
        }
        let font = if label.strong {
            style::semibold(size::LABEL)
        } else {
            style::regular(size::LABEL)
        };
        let galley = line(painter, &label.text, font, color, ROOM);
        let at = pos2(start + 12.0, y - galley.size().y / 2.0);
        painter.galley(at, galley, color);
    }
}

/// A distance at the year in view, with words on the side that has room.
fn paint_bracket(ui: &Ui, chart: &Chart, bracket: &Bracket, frame: &Frame) {
    let (Some(from), Some(to)) = (frame.y(bracket.from), frame.y(bracket.to)) else {
        return;
    };
    let painter = ui.painter();
    let x = frame.x(f64::from(chart.year));
    let under = Stroke::new(4.0, style::color(ui, Role::Card));
    let ink = Stroke::new(1.8, style::color(ui, Role::Text1));
    for stroke in [under, ink] {
        painter.vline(x, from.min(to)..=from.max(to), stroke);
        for y in [from, to] {
            painter.hline(x - 4.0..=x + 4.0, y, stroke);
        }
    }
    let color = style::color(ui, bracket.role);
    let quiet = style::color(ui, Role::Text3);
    let words = line(
        painter,
        &bracket.text,
        style::semibold(size::TITLE),
        color,
        f32::INFINITY,
    );
    let caption = line(
        painter,
        &bracket.caption,
        style::regular(size::CAPTION),
        quiet,
        f32::INFINITY,
    );
    let height = words.size().y
        + if bracket.caption.is_empty() {
            0.0
        } else {
            caption.size().y
        };
    let width = words.size().x.max(caption.size().x);
    let (high, low) = (from.min(to), from.max(to));
    // Inside the gap where it is tall enough, else beside its upper end, where the plot is empty.
    let is_inside = low - high > height + 16.0;
    let top = if is_inside {
        f32::midpoint(high, low) - height / 2.0
    } else {
        (high + 2.0 - height).max(frame.plot.top() - 6.0)
    };
    let left_side = x - 10.0 - width > frame.plot.left();
    let place = |galley: &Arc<Galley>, top: f32| {
        let left = if left_side {
            x - 10.0 - galley.size().x
        } else {
            x + 10.0
        };
        pos2(left, top)
    };
    // Areas and lines may run behind the words.
    let left = if left_side {
        x - 10.0 - width
    } else {
        x + 10.0
    };
    let behind = Rect::from_min_size(pos2(left, top), vec2(width, height));
    let veil = style::color(ui, Role::Card).gamma_multiply(0.85);
    painter.rect_filled(behind.expand2(vec2(3.0, -2.0)), 3.0, veil);
    painter.galley(place(&words, top), words.clone(), color);
    if !bracket.caption.is_empty() {
        painter.galley(place(&caption, top + words.size().y), caption, quiet);
    }
}
