//! The row of bars under a chart.

use eframe::egui::{Align2, CornerRadius, Rect, Ui, pos2};

use super::chart::Frame;
use super::chart_axes::axis_number;
use super::chart_labels;
use super::paint::{text, translucent};
use super::style::{self, size};
use crate::report::Locale;
use crate::report::chart::{Chart, Strip};
use crate::theme::Role;

/// A bar a year, the baseline as a tick across it.
pub fn paint(ui: &Ui, locale: &Locale, chart: &Chart, strip: &Strip, frame: &Frame) {
    let color = |role| style::color(ui, role);
    let painter = ui.painter();
    let zero = strip
        .axis
        .reference
        .and_then(|value| frame.y(value))
        .unwrap_or(frame.plot.bottom());
    let half = (frame.x(1.0) - frame.x(0.0)) * 0.22;
    // The line begins with the bars: in front of them stands what they measure.
    let first = strip.bars.first().map_or(chart.years.0, |bar| bar.year);
    let start = frame.x(f64::from(first)) - 1.4 * half;
    let line = start.max(frame.plot.left())..=frame.plot.right();
    painter.hline(line, zero, (1.0, color(Role::StrokeStrong)));
    for bar in &strip.bars {
        let x = frame.x(f64::from(bar.year));
        let strength = if bar.year == chart.year { 1.0 } else { 0.55 };
        if let Some(y) = frame.y(bar.value) {
            let rect = Rect::from_two_pos(pos2(x - half, zero), pos2(x + half, y));
            let fill = translucent(color(Role::Accent), strength);
            painter.rect_filled(rect, CornerRadius::same(1), fill);
        }
        if let Some(y) = bar.baseline.and_then(|value| frame.y(value)) {
            painter.hline(
                x - half - 1.0..=x + half + 1.0,
                y,
                (2.0, color(Role::Ghost)),
            );
        }
    }
    let font = style::regular(size::CAPTION);
    let quiet = color(Role::Text3);
    for value in strip.ticks() {
        let Some(y) = frame.y(value) else { continue };
        axis_number(ui, locale, frame, value, y);
    }
    let at = pos2(frame.plot.left() + 2.0, frame.plot.center().y - 7.0);
    let title = style::semibold(size::CAPTION);
    text(
        painter,
        at,
        Align2::LEFT_CENTER,
        &strip.title.0,
        title,
        color(Role::Text2),
    );
    let at = pos2(at.x, at.y + 14.0);
    text(
        painter,
        at,
        Align2::LEFT_CENTER,
        &strip.title.1,
        font,
        quiet,
    );
    chart_labels::paint_ends(ui, &strip.labels, frame, frame.plot.right());
}
