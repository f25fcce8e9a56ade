//! Paints a neutral chart as a card: title, axes, curves, words, and what can be done with it.

use eframe::egui::{Align2, CursorIcon, Id, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::paint::{card, describe, line, wrapped};
use super::style::{self, size, space};
use super::{chart_axes, chart_curves, chart_hover, chart_labels, chart_menu, chart_strip};
use super::{chart_explained, chart_table};
use crate::app::Command;
use crate::model::Year;
use crate::report::Locale;
use crate::report::axis::Axis;
use crate::report::chart::{Chart, DotShape, Dots, Strip};
use crate::theme::Role;

/// Space for the numbers of the axis, left of the plot; the same in most charts, so that their
/// years stand above each other.
const LEFT: f32 = 46.0;
/// Space for the labels, right of the plot.
const RIGHT: f32 = 112.0;
/// Height of the row of bars.
const STRIP: f32 = 50.0;
/// Space above the bars, so that their numbers do not touch those of the plot.
const STRIP_GAP: f32 = 16.0;
/// Height of title and subtitle.
const HEAD: f32 = 54.0;

/// Shows a chart as a card; gives what the user wants changed.
///
/// While `frozen`, the axis grows where it must but does not shrink: it stays calm under a
/// moving lever.
pub fn show(ui: &mut Ui, locale: &Locale, chart: &Chart, rect: Rect, frozen: bool) -> Vec<Command> {
    show_card(ui, locale, chart, rect, (frozen, Size::Small))
}

/// The same where the chart is already as large as it gets.
pub fn show_large(
    ui: &mut Ui,
    locale: &Locale,
    chart: &Chart,
    rect: Rect,
    frozen: bool,
) -> Vec<Command> {
    show_card(ui, locale, chart, rect, (frozen, Size::Large))
}

/// Can a chart be shown larger?
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// It can.
    Small,
    /// It fills its page, with its numbers below.
    Large,
    /// It is one of several that only make sense together.
    Multiple,
}

fn show_card(
    ui: &mut Ui,
    locale: &Locale,
    chart: &Chart,
    rect: Rect,
    (frozen, size): (bool, Size),
) -> Vec<Command> {
    card(ui, rect);
    let inner = rect.shrink2(vec2(space::CARD, 10.0));
    let mut commands = Vec::new();
    let (title_right, wanted) = chart_menu::show(ui, locale, chart, inner, size);
    commands.extend(wanted);
    head(ui, chart, inner.with_max_x(title_right));
    let summary = format!("{}. {}", chart.title, chart.summary);
    describe(ui, ("chart", chart.figure), rect, &summary);
    if size == Size::Small && chart_menu::is_table(ui, chart) {
        let below = inner.with_min_y(inner.top() + HEAD - 16.0);
        commands.extend(chart_table::show(ui, locale, chart, below));
    } else {
        let axis = settled_axis(ui, chart, frozen);
        commands.extend(plot(ui, locale, chart, (inner, axis)));
    }
    commands
}

/// Shows the plot with its axes; gives the year that was clicked, and the number.
fn plot(ui: &mut Ui, locale: &Locale, chart: &Chart, (inner, axis): (Rect, Axis)) -> Vec<Command> {
    let foot = inner.bottom() - 20.0 - strip_height(chart);
    let left = chart_axes::width(ui, locale, &axis).max(LEFT);
    let frame = Frame {
        plot: Rect::from_min_max(
            pos2(inner.left() + left, inner.top() + HEAD),
            pos2(inner.right() - RIGHT, foot),
        ),
        years: chart.years,
        margins: MARGINS,
        axis,
    };
    if frame.plot.height() < 20.0 || frame.plot.width() < 60.0 {
        return Vec::new();
    }
    paint(ui, locale, chart, &frame);
    chart_axes::years(ui, chart, &frame, inner.bottom() - 6.0);
    let area = Rect::from_min_max(frame.plot.min, pos2(frame.plot.right(), inner.bottom()));
    let id = Id::unique(("click", chart.figure));
    let response = ui.interact(area, id, Sense::CLICK);
    chart_hover::show(ui, locale, chart, &frame, &response);
    let mut commands = Vec::new();
    commands.extend(chart_explained::menu(locale, chart, &frame, &response));
    let bars = chart.strip.as_ref().map(|strip| strip_frame(strip, &frame));
    let under = |at| chart_explained::under(chart, &frame, bars.as_ref(), at);
    if response.hover_pos().and_then(under).is_some() {
        ui.set_cursor_icon(CursorIcon::PointingHand);
    }
    if let (true, Some(at)) = (response.clicked(), response.interact_pointer_pos()) {
        commands.extend(Year::from_calendar(frame.year(at.x)).map(Command::SetYear));
        commands.extend(under(at).map(Command::Explain));
    }
    commands
}

/// Paints everything inside the plot, and the bars under it.
fn paint(ui: &mut Ui, locale: &Locale, chart: &Chart, frame: &Frame) {
    chart_axes::grid(ui, locale, chart, frame);
    chart_curves::paint(ui, chart, frame);
    for dots in &chart.dots {
        paint_dots(ui, dots, frame);
    }
    chart_labels::paint(ui, chart, frame);
    if let Some(strip) = &chart.strip {
        let bars = strip_frame(strip, frame);
        chart_strip::paint(ui, locale, chart, strip, &bars);
    }
}

/// Where the bars under the plot stand.
fn strip_frame(strip: &Strip, frame: &Frame) -> Frame {
    let top = frame.plot.bottom() + STRIP_GAP;
    Frame {
        plot: Rect::from_min_max(
            pos2(frame.plot.left(), top),
            pos2(frame.plot.right(), top + STRIP - STRIP_GAP),
        ),
        years: frame.years,
        margins: frame.margins,
        axis: strip.axis.clone(),
    }
}

/// Height of what stands between the plot and the years.
pub fn strip_height(chart: &Chart) -> f32 {
    if chart.strip.is_some() { STRIP } else { 0.0 }
}

/// Where values and years stand on screen.
pub struct Frame {
    /// The plot without its axes.
    pub plot: Rect,
    /// First and last calendar year.
    pub years: (u16, u16),
    /// Parts of a year before the first and after the last, to keep dots and bars inside.
    pub margins: (f64, f64),
    /// The vertical axis as it is shown.
    pub axis: Axis,
}

/// The parts of a year at the ends of a chart with dots and bars.
const MARGINS: (f64, f64) = (0.25, 0.15);

impl Frame {
    /// The years at the left and the right edge of the plot.
    pub fn year_range(&self) -> (f64, f64) {
        (
            f64::from(self.years.0) - self.margins.0,
            f64::from(self.years.1) + self.margins.1,
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

    /// The year that is nearest to a place.
    pub fn year(&self, x: f32) -> u16 {
        let (first, last) = self.year_range();
        let share = f64::from((x - self.plot.left()) / self.plot.width());
        let year = (first + share * (last - first)).round() as u16;
        year.clamp(self.years.0, self.years.1)
    }
}

/// The axis of this frame: the chart's own, kept wide while a lever moves.
pub fn settled_axis(ui: &Ui, chart: &Chart, frozen: bool) -> Axis {
    let id = Id::unique(("axis", chart.figure));
    let last: Option<(f64, f64)> = ui.data(|data| data.get_temp(id));
    let axis = match last {
        Some(last) if frozen => chart.axis.clone().widened(last),
        _ => chart.axis.clone(),
    };
    ui.data_mut(|data| data.insert_temp(id, axis.range));
    axis
}

/// Title and subtitle; a title that needs two lines takes that of the subtitle.
fn head(ui: &Ui, chart: &Chart, inner: Rect) {
    let color = |role| style::color(ui, role);
    let width = inner.width();
    let font = style::semibold(size::TITLE);
    let ink = color(Role::Text1);
    let title = wrapped(ui.painter(), &chart.title, font, ink, (width, 2));
    let is_long = title.rows.len() > 1;
    let is_cut = title.elided;
    let at = pos2(inner.left(), inner.top() + if is_long { 17.0 } else { 8.0 });
    let mut place = Align2::LEFT_CENTER.anchor_size(at, title.size());
    ui.painter().galley(place.min, title, ink);
    let mut hidden = Vec::new();
    if is_cut {
        hidden.push(chart.title.as_str());
    }
    if is_long {
        hidden.push(&chart.subtitle);
    } else {
        let (font, quiet) = (style::regular(size::LABEL), color(Role::Text3));
        let at = pos2(inner.left(), inner.top() + 26.0);
        let subtitle = line(ui.painter(), &chart.subtitle, font, quiet, width);
        if subtitle.elided {
            hidden.push(&chart.subtitle);
        }
        let below = Align2::LEFT_CENTER.anchor_size(at, subtitle.size());
        place = place.union(below);
        ui.painter().galley(below.min, subtitle, quiet);
    }
    if !hidden.is_empty() {
        let id = Id::unique(("whole title", chart.figure));
        ui.interact(place, id, Sense::hover())
            .on_hover_text(hidden.join("\n"));
    }
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
