//! A small chart with a line for every compared scenario, labelled at its end.

use eframe::egui::{Align2, CornerRadius, Id, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::chart::{Frame, Size, settled_axis};
use super::paint::{card, describe, focus_ring, line, text, text_within, translucent};
use super::style::{self, CARD_RADIUS, size, space};
use super::{chart_hover, chart_menu, chart_table, year_choice};
use crate::app::Command;
use crate::model::Year;
use crate::report::World;
use crate::report::axis::Axis;
use crate::report::chart::{Chart, Point, Row, spread};
use crate::theme::Role;

/// Least distance between two labels, and between two years.
const LABEL_GAP: f32 = 14.5;
const YEAR_GAP: f32 = 34.0;
/// Width of the flag of the year in view, and of another year.
const FLAG: f32 = 32.0;
const YEAR: f32 = 27.0;
/// From the plot to its labels.
const LEADER: f32 = 15.0;
/// The longest name beside a line, and from a name to its value.
const NAME: f32 = 84.0;
const NAME_GAP: f32 = 5.0;

/// What charts beside each other leave free at both sides of their plots, so that equal years
/// stand below each other.
#[derive(Clone, Copy)]
pub struct Margins {
    left: f32,
    right: f32,
}

impl Margins {
    /// Enough for the widest number and the widest label of all `charts`.
    pub fn new(ui: &Ui, world: &World<'_>, charts: &[Chart], frozen: bool) -> Self {
        let mut margins = Self {
            left: 0.0,
            right: 0.0,
        };
        for chart in charts {
            let axis = settled_axis(ui, chart, frozen);
            for (_, words) in ticks(world, &axis) {
                margins.left = margins.left.max(width(ui, &words, false) + 8.0);
            }
            let ends = Ends::new(ui, world, chart);
            margins.right = margins.right.max(ends.width() + LEADER);
        }
        margins
    }
}

/// Shows the chart as a card; gives the year that was chosen on it, or what is wanted of it.
///
/// While `frozen`, the axis grows where it must but does not shrink: it stays calm under a
/// moving lever.
pub fn show(
    ui: &mut Ui,
    world: &World<'_>,
    chart: &Chart,
    rect: Rect,
    (frozen, margins): (bool, Margins),
) -> Option<Command> {
    card(ui, rect);
    let inner = rect.shrink2(vec2(space::CARD, 10.0));
    let (title_right, mut wanted) =
        chart_menu::show(ui, &world.locale, chart, inner, Size::Multiple);
    head(ui, chart, inner.with_max_x(title_right));
    describe(
        ui,
        ("small multiple", &chart.title),
        rect,
        &format!("{}. {}", chart.title, chart.summary),
    );
    if chart_menu::is_table(ui, chart) {
        let below = inner.with_min_y(inner.top() + 38.0);
        chart_table::show(ui, &world.locale, chart, below);
        return wanted;
    }
    let axis = settled_axis(ui, chart, frozen);
    let ends = Ends::new(ui, world, chart);
    let ticks = ticks(world, &axis);
    let frame = Frame {
        plot: Rect::from_min_max(
            pos2(inner.left() + margins.left, inner.top() + 46.0),
            pos2(inner.right() - margins.right, inner.bottom() - 20.0),
        ),
        years: chart.years,
        margins: (0.0, 0.0),
        axis,
    };
    if frame.plot.width() < 40.0 || frame.plot.height() < 20.0 {
        return wanted;
    }
    grid(ui, chart, &frame, &ticks);
    lines(ui, chart, &frame);
    ends.paint(ui, &frame);
    years(ui, chart, &frame, inner.bottom() - 6.0);

    let name = &world.locale.text.window.year_in_view;
    let name = format!("{}: {name}", chart.title);
    let id = Id::unique(("choose the year", &chart.title));
    let area = frame
        .plot
        .with_max_y(inner.bottom())
        .expand2(vec2(6.0, 0.0));
    let index_at = |x| Year::from_calendar(frame.year(x)).map_or(0, Year::index);
    let (response, chosen) = year_choice::choose(ui, world, id, area, &name, index_at);
    focus_ring(ui, &response, rect, CARD_RADIUS);
    chart_hover::show(ui, &world.locale, chart, &frame, &response);
    wanted = chosen.map(Command::SetYear).or(wanted);
    wanted
}

/// The numbers of an axis.
fn ticks(world: &World<'_>, axis: &Axis) -> Vec<(f64, String)> {
    let words = |tick| (tick, world.locale.numbers.tick(tick, &axis.unit));
    axis.ticks().into_iter().map(words).collect()
}

fn width(ui: &Ui, words: &str, strong: bool) -> f32 {
    let font = if strong {
        style::semibold(size::LABEL)
    } else {
        style::regular(size::CAPTION)
    };
    let color = style::color(ui, Role::Text1);
    let galley = line(ui.painter(), words, font, color, f32::INFINITY);
    galley.size().x
}

fn head(ui: &Ui, chart: &Chart, inner: Rect) {
    let looks = [
        (&chart.title, style::semibold(size::TITLE), Role::Text1, 8.0),
        (
            &chart.subtitle,
            style::regular(size::LABEL),
            Role::Text3,
            25.0,
        ),
    ];
    for (words, font, role, y) in looks {
        let at = pos2(inner.left(), inner.top() + y);
        let color = style::color(ui, role);
        text_within(
            ui.painter(),
            at,
            Align2::LEFT_CENTER,
            words,
            font,
            color,
            inner.width(),
        );
    }
}

/// Horizontal lines with their numbers, and the hairline of the year in view.
fn grid(ui: &Ui, chart: &Chart, frame: &Frame, ticks: &[(f64, String)]) {
    let color = |role| style::color(ui, role);
    let painter = ui.painter();
    for (tick, words) in ticks {
        let Some(y) = frame.y(*tick) else { continue };
        let role = if frame.axis.is_reference(*tick) {
            Role::StrokeStrong
        } else {
            Role::Stroke
        };
        painter.hline(frame.plot.x_range(), y, (1.0, color(role)));
        text(
            painter,
            pos2(frame.plot.left() - 8.0, y),
            Align2::RIGHT_CENTER,
            words,
            style::regular(size::CAPTION),
            color(Role::Text3),
        );
    }
    let now = frame.x(f64::from(chart.year));
    let hairline = translucent(color(Role::Accent), 0.55);
    let bottom = frame.plot.bottom() + 6.0;
    painter.vline(now, frame.plot.top() - 4.0..=bottom, (1.0, hairline));
}

/// A line for every scenario, with a dot at the year in view.
fn lines(ui: &Ui, chart: &Chart, frame: &Frame) {
    let painter = ui.painter();
    let place = |&(year, value): &Point| Some(pos2(frame.x(year), frame.y(value)?));
    for curve in &chart.lines {
        let color = style::color(ui, curve.role);
        let parts = curve.points.split(|point| place(point).is_none());
        for part in parts {
            let points: Vec<_> = part.iter().filter_map(place).collect();
            painter.add(Shape::line(points, Stroke::new(1.9, color)));
        }
    }
    let ring = Stroke::new(1.0, style::color(ui, Role::Card));
    for row in &chart.rows {
        let value = row.value(chart.year);
        if let Some(at) = value.and_then(|value| place(&(f64::from(chart.year), value))) {
            painter.circle(at, 3.4, style::color(ui, row.role), ring);
        }
    }
}

/// The years under the plot: the year in view as a flag, always the first and the last, and of the
/// others those that touch none.
fn years(ui: &Ui, chart: &Chart, frame: &Frame, y: f32) {
    let color = |role| style::color(ui, role);
    let painter = ui.painter();
    let (first, last) = chart.years;
    let x = |year: u16| frame.x(f64::from(year));
    let now = x(chart.year);
    let flag = Rect::from_center_size(pos2(now, y), vec2(FLAG, 15.0));
    let mut shown = vec![(chart.year, now)];
    // Beside the flag there is room outside the plot.
    let aside = f32::midpoint(FLAG, YEAR) + 4.0;
    if chart.year != first {
        shown.push((first, x(first).min(now - aside)));
    }
    if chart.year != last {
        shown.push((last, x(last).max(now + aside)));
    }
    for year in (first..=last).skip(2).step_by(2) {
        if shown
            .iter()
            .all(|(_, other)| (x(year) - other).abs() >= YEAR_GAP)
        {
            shown.push((year, x(year)));
        }
    }
    for &(year, x) in &shown[1..] {
        let (font, quiet) = (style::regular(size::CAPTION), color(Role::Text3));
        let words = year.to_string();
        text(
            painter,
            pos2(x, y),
            Align2::CENTER_CENTER,
            &words,
            font,
            quiet,
        );
    }
    painter.rect_filled(flag, CornerRadius::same(3), color(Role::Accent));
    text(
        painter,
        flag.center(),
        Align2::CENTER_CENTER,
        &chart.year.to_string(),
        style::semibold(size::CAPTION),
        color(Role::Card),
    );
}

/// The labels at the ends of the lines: name, and value of the last year.
struct Ends<'a> {
    labels: Vec<(&'a Row, f64, String)>,
    width: f32,
}

impl<'a> Ends<'a> {
    fn new(ui: &Ui, world: &World<'_>, chart: &'a Chart) -> Self {
        let labels: Vec<(&Row, f64, String)> = chart
            .rows
            .iter()
            .filter_map(|row| {
                let value = row.value(chart.years.1)?;
                let words = world.locale.numbers.axis_value(value, &row.unit);
                Some((row, value, words))
            })
            .collect();
        let wide = |(row, _, value): &(&Row, f64, String)| {
            width(ui, &row.name, true).min(NAME) + NAME_GAP + width(ui, value, true)
        };
        Self {
            width: labels.iter().map(wide).fold(0.0, f32::max),
            labels,
        }
    }

    fn width(&self) -> f32 {
        self.width
    }

    fn paint(mut self, ui: &Ui, frame: &Frame) {
        let painter = ui.painter();
        self.labels.sort_by(|a, b| b.1.total_cmp(&a.1));
        let wanted: Vec<f32> = self
            .labels
            .iter()
            .map(|label| frame.y(label.1).unwrap_or(frame.plot.bottom()))
            .collect();
        let mut positions = wanted.clone();
        let (top, bottom) = (frame.plot.top() - 4.0, frame.plot.bottom() + 4.0);
        spread(&mut positions, LABEL_GAP, (top, bottom));
        for ((row, _, value), (&wanted, &y)) in
            self.labels.iter().zip(wanted.iter().zip(&positions))
        {
            let color = style::color(ui, row.role);
            let start = frame.plot.right() + 2.0;
            let leader = vec![pos2(start, wanted), pos2(start + LEADER - 6.0, y)];
            let faint = Stroke::new(1.0, translucent(color, 0.6));
            painter.add(Shape::line(leader, faint));
            let font = style::semibold(size::LABEL);
            let left = pos2(frame.plot.right() + LEADER, y);
            let anchor = Align2::LEFT_CENTER;
            let name = text_within(painter, left, anchor, &row.name, font.clone(), color, NAME);
            let beside = pos2(name.right() + NAME_GAP, y);
            text(painter, beside, anchor, value, font, color);
        }
    }
}
