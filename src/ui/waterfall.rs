//! Paints a waterfall as a card: bars from the baseline's result to the scenario's.

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Align, Align2, CornerRadius, CursorIcon, Id, Rect, Response, Role as Access, Sense, Stroke, Ui,
    WidgetInfo, pos2, vec2,
};

use super::card_head::CardHead;
use super::chart_axes;
use super::paint::{card, describe, focus_ring, line, text, wrapped};
use super::style::{self, size, space};
use crate::app::{Command, Picture};
use crate::model::Series;
use crate::report::Locale;
use crate::report::waterfall::{Bar, BarKind, Waterfall};
use crate::scenario::exhibit::Exhibit;
use crate::theme::Role;

/// Space for the numbers of the axis, as in charts.
const LEFT: f32 = 46.0;
/// Height of the numbers above the bars, and of the names below.
const ABOVE: f32 = 22.0;
const NAMES: f32 = 34.0;
/// Between two numbers of the axis.
const TICK: f32 = 15.0;
/// Width of a bar: a part of its place, and at most.
const PART: f32 = 0.76;
const WIDEST: f32 = 60.0;
/// A bar needs this much place.
const PLACE: f32 = 64.0;
/// A bar that is lower than this would not be seen.
const LEAST: f32 = 1.5;
/// Bars of changes: at least, and at most.
const CHANGES: (usize, usize) = (3, 8);

/// How many changes have a bar of their own in a card of a width.
pub fn changes(width: f32) -> usize {
    // Both results and all others have their places, too.
    let places = ((width - LEFT) / PLACE) as usize;
    places.saturating_sub(3).clamp(CHANGES.0, CHANGES.1)
}

/// Shows the picture of a series as a card; gives the lever that is to be moved, or what is wanted
/// of the picture.
pub fn show(
    ui: &Ui,
    locale: &Locale,
    (series, waterfall): (Series, &Waterfall),
    rect: Rect,
) -> Option<Command> {
    card(ui, rect);
    let inner = rect.shrink2(vec2(space::CARD, 10.0));
    let head = CardHead {
        id: "waterfall",
        title: &waterfall.title,
        subtitle: &waterfall.subtitle,
        about: &waterfall.about,
        summary: &waterfall.summary,
        picture: Picture::Exhibit(Exhibit::Waterfall(series)),
        data: &|| waterfall.to_tsv(),
    };
    let (top, mut wanted) = head.show(ui, locale, rect, inner);
    if let Some(sentence) = &waterfall.empty {
        show_empty(ui, sentence, inner.with_min_y(top));
        return wanted;
    }
    let left = chart_axes::width(ui, locale, &waterfall.axis).max(LEFT);
    let plot = Rect::from_min_max(
        pos2(inner.left() + left, top + ABOVE),
        pos2(inner.right(), inner.bottom() - NAMES),
    );
    if plot.height() < 20.0 {
        return wanted;
    }
    let frame = Frame {
        plot,
        place: plot.width() / waterfall.bars.len().max(1) as f32,
        waterfall,
    };
    grid(ui, locale, &frame);
    connectors(ui, &frame);
    for (index, bar) in waterfall.bars.iter().enumerate() {
        wanted = show_bar(ui, &frame, index, bar).or(wanted);
    }
    wanted
}

/// Where everything stands.
struct Frame<'a> {
    plot: Rect,
    /// Width of the place of a bar.
    place: f32,
    waterfall: &'a Waterfall,
}

impl Frame<'_> {
    fn y(&self, value: f64) -> f32 {
        let share = self.waterfall.axis.position(value).clamp(0.0, 1.0);
        self.plot.bottom() - self.plot.height() * share as f32
    }

    fn middle(&self, index: usize) -> f32 {
        self.plot.left() + (index as f32 + 0.5) * self.place
    }

    fn width(&self) -> f32 {
        (self.place * PART).min(WIDEST)
    }

    /// The bar itself.
    fn bar(&self, index: usize, bar: &Bar) -> Rect {
        let (from, to) = (self.y(bar.from), self.y(bar.to));
        let (top, bottom) = (from.min(to), from.max(to));
        let x = self.middle(index);
        Rect::from_min_max(
            pos2(x - self.width() / 2.0, top),
            pos2(x + self.width() / 2.0, bottom.max(top + LEAST)),
        )
    }

    /// All that belongs to a bar, its number and its name among it.
    fn column(&self, index: usize) -> Rect {
        let x = self.middle(index);
        Rect::from_x_y_ranges(
            x - self.place / 2.0 + 1.0..=x + self.place / 2.0 - 1.0,
            self.plot.top() - ABOVE + 4.0..=self.plot.bottom() + NAMES,
        )
    }
}

/// Why there are no bars.
fn show_empty(ui: &Ui, sentence: &str, place: Rect) {
    let ink = style::color(ui, Role::Text2);
    let font = style::regular(size::BODY);
    let width = (place.width() - 40.0).min(460.0);
    let words = wrapped(ui.painter(), sentence, font, ink, (width, 4));
    let at = Align2::CENTER_CENTER.anchor_size(place.center(), words.size());
    ui.painter().galley(at.min, words, ink);
    describe(ui, "no waterfall", at, sentence);
}

/// Horizontal lines with their numbers.
fn grid(ui: &Ui, locale: &Locale, frame: &Frame<'_>) {
    let axis = &frame.waterfall.axis;
    let quiet = style::color(ui, Role::Text3);
    for tick in ticks(frame) {
        let y = frame.y(tick);
        let role = if axis.is_reference(tick) {
            Role::StrokeStrong
        } else {
            Role::Stroke
        };
        let stroke = Stroke::new(1.0, style::color(ui, role));
        ui.painter().hline(frame.plot.x_range(), y, stroke);
        let words = locale.numbers.tick(tick, &axis.unit);
        let at = pos2(frame.plot.left() - 8.0, y);
        let font = style::regular(size::CAPTION);
        text(ui.painter(), at, Align2::RIGHT_CENTER, &words, font, quiet);
    }
}

/// Round values, no closer than their numbers are high.
fn ticks(frame: &Frame<'_>) -> impl Iterator<Item = f64> {
    let ticks = frame.waterfall.axis.ticks();
    let apart = match ticks[..] {
        [first, second, ..] => frame.y(first) - frame.y(second),
        _ => TICK,
    };
    let every = (TICK / apart.max(1.0)).ceil() as usize;
    ticks.into_iter().step_by(every.max(1))
}

/// Thin lines from the end of each bar to the next.
fn connectors(ui: &Ui, frame: &Frame<'_>) {
    let half = frame.width() / 2.0;
    let stroke = Stroke::new(1.0, style::color(ui, Role::StrokeStrong));
    let bars = frame.waterfall.bars.iter().enumerate();
    for (index, bar) in bars.take(frame.waterfall.bars.len().saturating_sub(1)) {
        let gap = frame.middle(index) + half..=frame.middle(index + 1) - half;
        ui.painter().hline(gap, frame.y(bar.to), stroke);
    }
}

fn show_bar(ui: &Ui, frame: &Frame<'_>, index: usize, bar: &Bar) -> Option<Command> {
    let (rect, column) = (frame.bar(index, bar), frame.column(index));
    let response = interact(ui, column, index, bar);
    let painter = ui.painter();
    if response.hovered() {
        let fill = style::color(ui, Role::Hover);
        painter.rect_filled(column, CornerRadius::same(4), fill);
    }
    painter.rect_filled(rect, CornerRadius::same(2), style::color(ui, bar.role));
    let is_result = bar.kind == BarKind::Result;
    let ink = style::color(ui, if is_result { Role::Text1 } else { bar.role });
    let font = style::semibold(size::LABEL);
    let number = line(painter, &bar.text, font, ink, frame.place);
    let at = pos2(rect.center().x, rect.top() - 3.0);
    let place = Align2::CENTER_BOTTOM.anchor_size(at, number.size());
    painter.galley(place.min, number, ink);
    name(ui, frame, index, bar);
    focus_ring(ui, &response, column.shrink(2.0), 4);
    let wanted = match bar.kind {
        BarKind::Change(lever) if response.clicked() => Some(Command::SeekLever(lever)),
        _ => None,
    };
    response.on_hover_text(&bar.sentence);
    wanted
}

/// A change is a button to its lever, all else only words.
fn interact(ui: &Ui, column: Rect, index: usize, bar: &Bar) -> Response {
    match bar.kind {
        BarKind::Change(lever) => {
            let id = Id::unique(("waterfall", lever.id()));
            let response = ui.interact(column, id, Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &bar.sentence));
            response.on_hover_cursor(CursorIcon::PointingHand)
        }
        BarKind::Result | BarKind::Others => {
            describe(ui, ("waterfall", index), column, &bar.sentence)
        }
    }
}

/// The name below a bar, in up to two lines.
fn name(ui: &Ui, frame: &Frame<'_>, index: usize, bar: &Bar) {
    let (font, role) = if bar.is_strong {
        (style::semibold(size::CAPTION), Role::Text1)
    } else {
        (style::regular(size::CAPTION), Role::Text2)
    };
    let ink = style::color(ui, role);
    let format = TextFormat::simple(font, ink);
    let mut job = LayoutJob::single_section(bar.name.clone(), format);
    job.halign = Align::Center;
    job.wrap = TextWrapping {
        max_width: frame.place - 4.0,
        max_rows: 2,
        ..TextWrapping::default()
    };
    let words = ui.painter().layout_job(job);
    let at = pos2(frame.middle(index), frame.plot.bottom() + 5.0);
    ui.painter().galley(at, words, ink);
}
