//! Paints a tornado as a card: for each assumption its name, its bar, and the results at both ends.

use eframe::egui::{
    Align2, CornerRadius, CursorIcon, FontId, Id, Rangef, Rect, Response, Role as Access, Sense,
    Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::card_head::CardHead;
use super::paint::{card, focus_ring, line, text, text_within, translucent};
use super::style::{self, size, space};
use crate::app::{Command, Picture};
use crate::model::Series;
use crate::report::Locale;
use crate::report::tornado::{Bar, End, Tornado};
use crate::scenario::exhibit::Exhibit;
use crate::theme::Role;

/// Height of a row: at least, and at most.
const ROW: f32 = 33.0;
const TALLEST: f32 = 58.0;
/// Rows that are drawn: at least, and at most.
const ROWS: (usize, usize) = (6, 12);
/// Height of everything but the rows, with a title and a subtitle of one line and a half.
const FRAME: f32 = 96.0;
/// Height of the legend with the flag of the base, and of the numbers below the rows.
const LEGEND: f32 = 25.0;
const FOOT: f32 = 20.0;
/// Width of the names: a part of the card, at least, and at most.
const NAMES: (f32, f32, f32) = (0.38, 120.0, 230.0);
/// Between the end of a bar and its number.
const GAP: f32 = 6.0;
/// Height of a bar whose ends lie on both sides of the base.
const BAR: f32 = 14.0;
/// How much of the colour the end at P5 has.
const LIGHT: f32 = 0.48;
/// Height of the flag of the base.
const FLAG: f32 = 16.0;

/// How many bars fit into a card of a height.
pub fn rows(height: f32) -> usize {
    (((height - FRAME) / ROW) as usize).clamp(ROWS.0, ROWS.1)
}

/// Shows the picture of a series as a card; gives the lever that is to be moved, or what is wanted
/// of the picture.
pub fn show(
    ui: &Ui,
    locale: &Locale,
    (series, tornado): (Series, &Tornado),
    rect: Rect,
) -> Option<Command> {
    card(ui, rect);
    let inner = rect.shrink2(vec2(space::CARD, 10.0));
    let head = CardHead {
        id: "tornado",
        title: &tornado.title,
        subtitle: &tornado.subtitle,
        about: &tornado.about,
        summary: &tornado.summary,
        picture: Picture::Exhibit(Exhibit::Tornado(series)),
        data: &|| tornado.to_tsv(),
    };
    let (top, mut wanted) = head.show(ui, locale, rect, inner);
    if tornado.bars.is_empty() {
        return wanted;
    }
    let frame = Frame::new(ui, tornado, inner.with_min_y(top));
    legend(ui, tornado, &frame);
    let responses: Vec<Response> = frame
        .rows(tornado)
        .map(|(row, bar, place)| row_under(ui, row, bar, place))
        .collect();
    grid(ui, tornado, &frame);
    for ((_, bar, place), response) in frame.rows(tornado).zip(responses) {
        names(ui, bar, place, frame.names);
        paint_bar(ui, bar, &frame, place);
        if response.clicked() {
            wanted = Some(Command::SeekLever(bar.assumption));
        }
        focus_ring(ui, &response, place.shrink(2.0), 3);
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        response.on_hover_text(&bar.sentence);
    }
    base(ui, tornado, &frame);
    wanted
}

/// Where everything stands.
struct Frame {
    /// All rows, as wide as their stripes.
    area: Rect,
    row: f32,
    /// Width of the names.
    names: f32,
    /// Where the least and the greatest result stand.
    plot: Rangef,
    /// Where the scenario's own result stands.
    base: f32,
    /// The least and the greatest result.
    positions: (f64, f64),
}

impl Frame {
    fn new(ui: &Ui, tornado: &Tornado, inner: Rect) -> Self {
        let top = inner.top() + LEGEND;
        let count = tornado.bars.len().max(1) as f32;
        let row = ((inner.bottom() - FOOT - top) / count).min(TALLEST);
        let area = Rect::from_min_max(
            pos2(inner.left() - 6.0, top),
            pos2(inner.right() + 6.0, top + row * count),
        );
        let (part, least, most) = NAMES;
        let names = (inner.width() * part).clamp(least, most);
        let number = widest_number(ui, tornado) + GAP;
        let plot = Rangef::new(inner.left() + names + 8.0 + number, inner.right() - number);
        let mut frame = Self {
            area,
            row,
            names,
            plot,
            base: 0.0,
            positions: tornado.axis.range,
        };
        frame.base = frame.x(tornado.base);
        frame
    }

    /// The place of a result, at the edge where it lies beyond.
    fn x(&self, value: f64) -> f32 {
        let (low, high) = self.positions;
        let share = ((value - low) / (high - low)).clamp(0.0, 1.0);
        self.plot.min + self.plot.span() * if share.is_finite() { share as f32 } else { 1.0 }
    }

    /// The bars, each with its row and its place.
    fn rows<'a>(&'a self, tornado: &'a Tornado) -> impl Iterator<Item = (usize, &'a Bar, Rect)> {
        let place = |row: usize| {
            let top = self.area.top() + row as f32 * self.row;
            let size = vec2(self.area.width(), self.row);
            Rect::from_min_size(pos2(self.area.left(), top), size)
        };
        let bars = tornado.bars.iter().enumerate();
        bars.map(move |(row, bar)| (row, bar, place(row)))
    }
}

fn number_font() -> FontId {
    style::regular(size::LABEL)
}

fn widest_number(ui: &Ui, tornado: &Tornado) -> f32 {
    let color = style::color(ui, Role::Text2);
    let width = |end: &End| {
        line(ui.painter(), &end.text, number_font(), color, f32::INFINITY)
            .size()
            .x
    };
    let ends = tornado.bars.iter().flat_map(|bar| [&bar.low, &bar.high]);
    ends.map(width).fold(0.0, f32::max)
}

/// The stripe and the button of a row, under everything else of it.
fn row_under(ui: &Ui, row: usize, bar: &Bar, place: Rect) -> Response {
    let id = Id::unique(("tornado", bar.assumption.id()));
    let response = ui.interact(place, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &bar.sentence));
    let stripe = style::color(ui, Role::Hover);
    let radius = CornerRadius::same(4);
    if response.hovered() {
        ui.painter().rect_filled(place, radius, stripe);
    } else if row.is_multiple_of(2) {
        ui.painter()
            .rect_filled(place, radius, translucent(stripe, 0.5));
    }
    response
}

/// What the colours mean.
fn legend(ui: &Ui, tornado: &Tornado, frame: &Frame) {
    let painter = ui.painter();
    let y = frame.area.top() - LEGEND / 2.0;
    let mut left = frame.area.left() + 6.0;
    for (words, strength) in tornado.legend.iter().zip([LIGHT, 1.0]) {
        let square = Rect::from_center_size(pos2(left + 6.0, y), vec2(12.0, 9.0));
        let fill = translucent(style::color(ui, Role::Accent), strength);
        painter.rect_filled(square, CornerRadius::same(2), fill);
        let at = pos2(square.right() + 5.0, y);
        let (font, quiet) = (style::regular(size::CAPTION), style::color(ui, Role::Text3));
        left = text(painter, at, Align2::LEFT_CENTER, words, font, quiet).right() + 12.0;
    }
}

/// The lines of the axis, and its numbers below.
fn grid(ui: &Ui, tornado: &Tornado, frame: &Frame) {
    let painter = ui.painter();
    let mut free_from = f32::NEG_INFINITY;
    for (value, words) in &tornado.ticks {
        let x = frame.x(*value);
        let stroke = Stroke::new(1.0, style::color(ui, Role::Stroke));
        painter.vline(x, frame.area.y_range(), stroke);
        let (font, quiet) = (style::regular(size::CAPTION), style::color(ui, Role::Text3));
        let number = line(painter, words, font, quiet, f32::INFINITY);
        let place =
            Align2::CENTER_CENTER.anchor_size(pos2(x, frame.area.bottom() + 11.0), number.size());
        if place.left() > free_from {
            free_from = place.right() + 6.0;
            painter.galley(place.min, number, quiet);
        }
    }
}

/// The line of the scenario's own result, with its flag.
fn base(ui: &Ui, tornado: &Tornado, frame: &Frame) {
    let painter = ui.painter();
    let ink = style::color(ui, Role::Text1);
    let top = frame.area.top() - LEGEND / 2.0;
    painter.vline(frame.base, top..=frame.area.bottom(), (1.4, ink));
    let (font, color) = (style::semibold(size::CAPTION), style::color(ui, Role::Card));
    let number = line(painter, &tornado.base_text, font, color, f32::INFINITY);
    let half = number.size().x / 2.0 + 5.0;
    let x = frame.base.min(frame.area.right() - half);
    let flag = Rect::from_center_size(pos2(x, top), vec2(2.0 * half, FLAG));
    painter.rect_filled(flag, CornerRadius::same(3), ink);
    let place = Align2::CENTER_CENTER.anchor_size(flag.center(), number.size());
    painter.galley(place.min, number, color);
}

/// The name of the assumption over its two values.
fn names(ui: &Ui, bar: &Bar, place: Rect, width: f32) {
    let painter = ui.painter();
    let left = place.left() + 6.0;
    let font = if bar.is_strong {
        style::semibold(size::BODY)
    } else {
        style::regular(size::BODY)
    };
    let anchor = Align2::LEFT_CENTER;
    let at = pos2(left, place.center().y - 7.0);
    text_within(
        painter,
        at,
        anchor,
        &bar.name,
        font,
        style::color(ui, Role::Text1),
        width,
    );
    let at = pos2(left, place.center().y + 8.0);
    let (font, quiet) = (style::regular(size::CAPTION), style::color(ui, Role::Text3));
    text_within(painter, at, anchor, &bar.inputs, font, quiet, width);
}

/// The bar with the results at its ends.
fn paint_bar(ui: &Ui, bar: &Bar, frame: &Frame, place: Rect) {
    let accent = style::color(ui, Role::Accent);
    let y = place.center().y;
    let ends = [(&bar.low, LIGHT), (&bar.high, 1.0)];
    let (height, tops) = if bar.note.is_some() {
        (BAR / 2.0, [y - BAR / 2.0 - 1.0, y + 1.0])
    } else {
        (BAR, [y - BAR / 2.0; 2])
    };
    for ((end, strength), top) in ends.into_iter().zip(tops) {
        let x = frame.x(end.value);
        let sides = Rangef::new(frame.base.min(x), frame.base.max(x));
        let part = Rect::from_x_y_ranges(sides, Rangef::new(top, top + height));
        let fill = translucent(accent, strength);
        ui.painter().rect_filled(part, CornerRadius::same(1), fill);
    }
    if let Some(note) = &bar.note {
        one_sided(ui, bar, note, frame, y);
        return;
    }
    // An end that stays where the scenario is has no number: the flag has it.
    let has_moved = |end: &&End| frame.x(end.value) != frame.base;
    for end in [&bar.low, &bar.high].into_iter().filter(has_moved) {
        number(ui, frame, end, frame.x(end.value) < frame.base, y);
    }
}

/// The number of the farther end, and on the other side of the base the words about both.
fn one_sided(ui: &Ui, bar: &Bar, note: &str, frame: &Frame, y: f32) {
    let distance = |end: &End| (frame.x(end.value) - frame.base).abs();
    let far = if distance(&bar.low) < distance(&bar.high) {
        &bar.high
    } else {
        &bar.low
    };
    let is_left = frame.x(far.value) < frame.base;
    number(ui, frame, far, is_left, y);
    let (at, anchor, room) = if is_left {
        let room = frame.area.right() - frame.base - GAP;
        (frame.base + GAP, Align2::LEFT_CENTER, room)
    } else {
        let room = frame.base - frame.plot.min;
        (frame.base - GAP, Align2::RIGHT_CENTER, room)
    };
    let (font, quiet) = (style::regular(size::CAPTION), style::color(ui, Role::Text3));
    text_within(ui.painter(), pos2(at, y), anchor, note, font, quiet, room);
}

/// The number beside an end of a bar.
fn number(ui: &Ui, frame: &Frame, end: &End, is_left: bool, y: f32) {
    let x = frame.x(end.value);
    let (at, anchor) = if is_left {
        (pos2(x - GAP, y), Align2::RIGHT_CENTER)
    } else {
        (pos2(x + GAP, y), Align2::LEFT_CENTER)
    };
    let color = style::color(ui, Role::Text2);
    text(ui.painter(), at, anchor, &end.text, number_font(), color);
}
