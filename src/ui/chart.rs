//! Paints a neutral chart as a card: title, axes, years, dots and bars.

use eframe::egui::{Align2, CornerRadius, Id, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::paint::{card, describe, text, text_within, translucent};
use super::style::{self, size, space};
use super::{chart_curves, chart_labels};
use crate::app::Command;
use crate::model::Year;
use crate::report::Locale;
use crate::report::axis::Axis;
use crate::report::chart::{Chart, DotShape, Dots, Strip};
use crate::theme::Role;

/// Space for the numbers of the axis, left of the plot.
const LEFT: f32 = 46.0;
/// Space for the labels, right of the plot.
const RIGHT: f32 = 112.0;
/// Height of the row of bars.
const STRIP: f32 = 44.0;

/// Shows a chart as a card; gives what the user wants changed.
///
/// While `frozen`, the axis grows where it must but does not shrink: it stays calm under a
/// moving lever.
pub fn show(ui: &mut Ui, locale: &Locale, chart: &Chart, rect: Rect, frozen: bool) -> Vec<Command> {
    card(ui, rect);
    let inner = rect.shrink2(vec2(space::CARD, 10.0));
    head(ui, chart, inner);
    let axis = settled_axis(ui, chart, frozen);
    let plot = Rect::from_min_max(
        pos2(inner.left() + LEFT, inner.top() + 54.0),
        pos2(
            inner.right() - RIGHT,
            inner.bottom() - 20.0 - strip_height(chart),
        ),
    );
    if plot.height() < 20.0 || plot.width() < 60.0 {
        return Vec::new();
    }
    let frame = Frame {
        plot,
        years: chart.years,
        axis,
    };
    grid(ui, locale, chart, &frame);
    chart_curves::paint(ui, chart, &frame);
    for dots in &chart.dots {
        paint_dots(ui, dots, &frame);
    }
    chart_labels::paint(ui, chart, &frame);
    if let Some(strip) = &chart.strip {
        let top = plot.bottom() + 10.0;
        let bars = Rect::from_min_max(
            pos2(plot.left(), top),
            pos2(plot.right(), top + STRIP - 10.0),
        );
        paint_strip(
            ui,
            locale,
            chart,
            strip,
            &Frame {
                plot: bars,
                years: chart.years,
                axis: strip.axis.clone(),
            },
        );
    }
    years(ui, chart, &frame, inner.bottom() - 6.0);
    describe(
        ui,
        ("chart", chart.figure),
        rect,
        &format!("{}. {}", chart.title, chart.summary),
    );
    clicked_year(ui, chart, &frame, inner.bottom())
        .and_then(Year::from_calendar)
        .map(Command::SetYear)
        .into_iter()
        .collect()
}

fn strip_height(chart: &Chart) -> f32 {
    if chart.strip.is_some() { STRIP } else { 0.0 }
}

/// Where values and years stand on screen.
pub struct Frame {
    /// The plot without its axes.
    pub plot: Rect,
    years: (u16, u16),
    /// The vertical axis as it is shown.
    pub axis: Axis,
}

impl Frame {
    /// Half a year at both ends keeps dots and bars inside.
    pub fn year_range(&self) -> (f64, f64) {
        (
            f64::from(self.years.0) - 0.25,
            f64::from(self.years.1) + 0.15,
        )
    }

    /// The place of a year.
    pub fn x(&self, year: f64) -> f32 {
        let (first, last) = self.year_range();
        self.plot.left() + self.plot.width() * ((year - first) / (last - first)) as f32
    }

    /// The place of a value, if it can be drawn.
    pub fn y(&self, value: f64) -> Option<f32> {
        let share = self.axis.position(value);
        share
            .is_finite()
            .then(|| self.plot.bottom() - self.plot.height() * share as f32)
    }

    /// The place of a point, if it can be drawn.
    pub fn point(&self, (year, value): (f64, f64)) -> Option<Pos2> {
        Some(pos2(self.x(year), self.y(value)?))
    }

    /// The year at a place.
    fn year(&self, x: f32) -> u16 {
        let (first, last) = self.year_range();
        let share = f64::from((x - self.plot.left()) / self.plot.width());
        (first + share * (last - first)).round() as u16
    }
}

/// The axis of this frame: the chart's own, kept wide while a lever moves.
fn settled_axis(ui: &Ui, chart: &Chart, frozen: bool) -> Axis {
    let id = Id::unique(("axis", chart.figure));
    let last: Option<(f64, f64)> = ui.data(|data| data.get_temp(id));
    let axis = match last {
        Some(last) if frozen => chart.axis.clone().widened(last),
        _ => chart.axis.clone(),
    };
    ui.data_mut(|data| data.insert_temp(id, axis.range));
    axis
}

fn head(ui: &Ui, chart: &Chart, inner: Rect) {
    let painter = ui.painter();
    let (font, color) = (style::semibold(size::TITLE), style::color(ui, Role::Text1));
    let at = pos2(inner.left(), inner.top() + 8.0);
    text_within(
        painter,
        at,
        Align2::LEFT_CENTER,
        &chart.title,
        font,
        color,
        inner.width(),
    );
    let (font, color) = (style::regular(size::LABEL), style::color(ui, Role::Text3));
    let at = pos2(inner.left(), inner.top() + 26.0);
    text_within(
        painter,
        at,
        Align2::LEFT_CENTER,
        &chart.subtitle,
        font,
        color,
        inner.width(),
    );
}

/// Horizontal lines with their numbers, the divider, and the hairline of the year in view.
fn grid(ui: &Ui, locale: &Locale, chart: &Chart, frame: &Frame) {
    let color = |role| style::color(ui, role);
    let painter = ui.painter();
    let span = frame.plot.x_range();
    for tick in frame.axis.ticks() {
        let Some(y) = frame.y(tick) else { continue };
        let is_reference = frame
            .axis
            .reference
            .is_some_and(|at| (at - tick).abs() < 1e-9);
        let role = if is_reference {
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

/// Hollow dots: observations as circles, forecasts of others as diamonds.
fn paint_dots(ui: &Ui, dots: &Dots, frame: &Frame) {
    let stroke = Stroke::new(1.6, style::color(ui, dots.role));
    let card = style::color(ui, Role::Card);
    for point in dots.points.iter().filter_map(|&point| frame.point(point)) {
        if !frame.plot.expand(4.0).contains(point) {
            continue;
        }
        match dots.shape {
            DotShape::Circle => ui.painter().circle(point, 3.0, card, stroke),
            DotShape::Diamond => {
                let corners = [(0.0, -4.6), (4.6, 0.0), (0.0, 4.6), (-4.6, 0.0)];
                let corners = corners.map(|(x, y)| point + vec2(x, y)).to_vec();
                ui.painter()
                    .add(Shape::convex_polygon(corners, card, stroke))
            }
        };
    }
}

/// A bar a year, the baseline as a tick across it.
fn paint_strip(ui: &Ui, locale: &Locale, chart: &Chart, strip: &Strip, frame: &Frame) {
    let color = |role| style::color(ui, role);
    let painter = ui.painter();
    let zero = strip
        .axis
        .reference
        .and_then(|value| frame.y(value))
        .unwrap_or(frame.plot.bottom());
    painter.hline(frame.plot.x_range(), zero, (1.0, color(Role::StrokeStrong)));
    let half = (frame.x(1.0) - frame.x(0.0)) * 0.22;
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

/// A number of the axis, left of the plot.
fn axis_number(ui: &Ui, locale: &Locale, frame: &Frame, value: f64, y: f32) {
    let number = locale.numbers.tick(value, &frame.axis.unit);
    let at = pos2(frame.plot.left() - 8.0, y);
    let (font, color) = (style::regular(size::CAPTION), style::color(ui, Role::Text3));
    text(ui.painter(), at, Align2::RIGHT_CENTER, &number, font, color);
}

/// The years under the plot; the year in view as a flag.
fn years(ui: &Ui, chart: &Chart, frame: &Frame, y: f32) {
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

/// A click anywhere over a year puts that year in view.
fn clicked_year(ui: &Ui, chart: &Chart, frame: &Frame, bottom: f32) -> Option<u16> {
    let area = Rect::from_min_max(frame.plot.min, pos2(frame.plot.right(), bottom));
    let response = ui.interact(area, Id::unique(("click", chart.figure)), Sense::CLICK);
    let pointer = response
        .interact_pointer_pos()
        .filter(|_| response.clicked())?;
    Some(frame.year(pointer.x))
}
