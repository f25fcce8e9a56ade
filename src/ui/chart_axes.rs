//! Around the plot of a chart: grid, numbers, years, and the divider of forecast and observation.

use eframe::egui::{Align2, CornerRadius, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::chart::{Frame, strip_height};
use super::paint::{line, text, translucent};
use super::style::{self, size};
use crate::report::Locale;
use crate::report::axis::Axis;
use crate::report::chart::Chart;
use crate::theme::Role;

/// Horizontal lines with their numbers, the divider, and the hairline of the year in view.
pub fn grid(ui: &Ui, locale: &Locale, chart: &Chart, frame: &Frame) {
    let color = |role| style::color(ui, role);
    let painter = ui.painter();
    let span = frame.plot.x_range();
    for tick in frame.axis.ticks() {
        let Some(y) = frame.y(tick) else { continue };
        let role = if frame.axis.is_reference(tick) {
            Role::StrokeStrong
        } else {
            Role::Stroke
        };
        painter.hline(span, y, (1.0, color(role)));
        axis_number(ui, locale, frame, tick, y);
    }
    let reference = frame.axis.reference.and_then(|value| frame.y(value));
    if let Some(y) = reference.filter(|&y| frame.plot.y_range().contains(y)) {
        painter.hline(span, y, (1.0, color(Role::StrokeStrong)));
    }

    let divider = frame.x(chart.divider.at);
    let top = frame.plot.top() - 12.0;
    let dashes = [
        pos2(divider, top),
        pos2(divider, frame.plot.bottom() + strip_height(chart)),
    ];
    let stroke = Stroke::new(1.0, color(Role::StrokeStrong));
    painter.extend(Shape::dashed_line(&dashes, stroke, 2.0, 3.0));
    let font = style::regular(10.5);
    let (before, after) = (
        pos2(divider - 6.0, top + 4.0),
        pos2(divider + 6.0, top + 4.0),
    );
    let quiet = color(Role::Text3);
    text(
        painter,
        before,
        Align2::RIGHT_CENTER,
        &chart.divider.before,
        font.clone(),
        quiet,
    );
    text(
        painter,
        after,
        Align2::LEFT_CENTER,
        &chart.divider.after,
        font,
        quiet,
    );

    let now = frame.x(f64::from(chart.year));
    let bottom = frame.plot.bottom() + strip_height(chart) + 3.0;
    let hairline = translucent(color(Role::Accent), 0.55);
    painter.vline(now, frame.plot.top()..=bottom, (1.0, hairline));
}

/// How much space the numbers of an axis need, left of the plot.
pub fn width(ui: &Ui, locale: &Locale, axis: &Axis) -> f32 {
    let (font, color) = (style::regular(size::CAPTION), style::color(ui, Role::Text3));
    let number = |tick| locale.numbers.tick(tick, &axis.unit);
    let width = |tick| {
        let galley = line(
            ui.painter(),
            &number(tick),
            font.clone(),
            color,
            f32::INFINITY,
        );
        galley.size().x
    };
    axis.ticks().into_iter().map(width).fold(0.0, f32::max) + 9.0
}

/// A number of the axis, left of the plot.
pub fn axis_number(ui: &Ui, locale: &Locale, frame: &Frame, value: f64, y: f32) {
    let number = locale.numbers.tick(value, &frame.axis.unit);
    let at = pos2(frame.plot.left() - 8.0, y);
    let (font, color) = (style::regular(size::CAPTION), style::color(ui, Role::Text3));
    text(ui.painter(), at, Align2::RIGHT_CENTER, &number, font, color);
}

/// The years under the plot; the year in view as a flag.
pub fn years(ui: &Ui, chart: &Chart, frame: &Frame, y: f32) {
    let color = |role| style::color(ui, role);
    let painter = ui.painter();
    let room = frame.x(1.0) - frame.x(0.0);
    for year in chart.years.0..=chart.years.1 {
        let at = pos2(frame.x(f64::from(year)), y);
        if year == chart.year {
            continue;
        }
        // Beside the flag, which is wider than a short year, there may be no room.
        let near_flag = year.abs_diff(chart.year) == 1 && room < 30.0;
        if near_flag || (room < 22.0 && (year - chart.years.0) % 2 == 1) {
            continue;
        }
        let words = if year == chart.years.0 && room >= 34.0 {
            year.to_string()
        } else {
            format!("’{:02}", year % 100)
        };
        let font = style::regular(size::CAPTION);
        text(
            painter,
            at,
            Align2::CENTER_CENTER,
            &words,
            font,
            color(Role::Text3),
        );
    }
    let at = pos2(frame.x(f64::from(chart.year)), y);
    let flag = Rect::from_center_size(at, vec2(32.0, 15.0));
    painter.rect_filled(flag, CornerRadius::same(3), color(Role::Accent));
    let font = style::semibold(size::CAPTION);
    let words = chart.year.to_string();
    text(
        painter,
        at,
        Align2::CENTER_CENTER,
        &words,
        font,
        color(Role::Card),
    );
}
