//! The card of inputs that differ: a rail each, with a mark for every scenario.

use eframe::egui::{
    Align2, CornerRadius, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, pos2, vec2,
};

use super::paint::{card, describe, text, text_within, translucent};
use super::style::{self, size, space};
use crate::model::Assumption;
use crate::report::comparison::{Compared, Comparison, InputRow, inputs};
use crate::theme::Role;

const HEAD: f32 = 50.0;
/// Name and rail of an input.
const RAIL: f32 = 50.0;
/// A line of values.
const LINE: f32 = 20.0;
/// Space around the line between two inputs.
const GAP: f32 = 22.0;
/// Least width of a value with its scenario.
const VALUE: f32 = 100.0;
const MARK: f32 = 5.5;

/// The height of a card of a width that shows all inputs without scrolling.
pub fn height(comparison: &Comparison<'_>, width: f32) -> f32 {
    let rows = inputs(comparison).len().max(1) as f32;
    let row = row_height(comparison.worlds.len(), width - 2.0 * space::CARD);
    HEAD + 20.0 + rows * row
}

fn row_height(count: usize, width: f32) -> f32 {
    let lines = count.div_ceil(columns(count, width));
    RAIL + LINE * lines as f32 + GAP
}

/// How many values stand beside each other.
fn columns(count: usize, width: f32) -> usize {
    let room = ((width / VALUE) as usize).clamp(1, 3);
    let even = if count == 4 { 2 } else { 3 };
    count.min(even).min(room).max(1)
}

/// Shows the card in `rect`; it scrolls where not all fits.
pub fn show(ui: &mut Ui, comparison: &Comparison<'_>, rect: Rect) {
    card(ui, rect);
    let inner = rect.shrink2(vec2(space::CARD, 10.0));
    let rows = inputs(comparison);
    head(ui, comparison, inner, rows.len());
    let list = Rect::from_min_max(
        pos2(inner.left(), inner.top() + HEAD),
        pos2(inner.right() + 8.0, inner.bottom()),
    );
    if rows.is_empty() {
        let words = &comparison.locale.text.compare.nothing_differs;
        let (font, color) = (style::regular(size::BODY), style::color(ui, Role::Text2));
        let galley = ui
            .painter()
            .layout(words.clone(), font, color, inner.width());
        let place = Rect::from_min_size(list.min, galley.size());
        ui.painter().galley(place.min, galley, color);
        describe(ui, "nothing differs", place, words);
        return;
    }
    let mut ui_list = ui.new_child(UiBuilder::new().max_rect(list));
    ScrollArea::vertical()
        .id_salt("inputs that differ")
        .auto_shrink(false)
        .show(&mut ui_list, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, row) in rows.iter().enumerate() {
                let height = row_height(comparison.worlds.len(), inner.width());
                let size = vec2(inner.width(), height);
                let (place, _) = ui.allocate_exact_size(size, Sense::hover());
                if ui.is_rect_visible(place) {
                    let is_last = index + 1 == rows.len();
                    show_row(ui, comparison, row, place, is_last);
                }
            }
        });
}

fn head(ui: &Ui, comparison: &Comparison<'_>, inner: Rect, count: usize) {
    let texts = &comparison.locale.text.compare;
    let title = texts
        .inputs_title
        .fill(&[("count", &count), ("all", &Assumption::ALL.len())]);
    let (font, ink) = (style::semibold(size::TITLE), style::color(ui, Role::Text1));
    let at = pos2(inner.left(), inner.top() + 8.0);
    let place = text_within(
        ui.painter(),
        at,
        Align2::LEFT_CENTER,
        &title,
        font,
        ink,
        inner.width(),
    );
    describe(ui, "inputs that differ", place, &title);
    let (font, quiet) = (style::regular(size::LABEL), style::color(ui, Role::Text3));
    let at = pos2(inner.left(), inner.top() + 26.0);
    text_within(
        ui.painter(),
        at,
        Align2::LEFT_CENTER,
        &texts.inputs_caption,
        font,
        quiet,
        inner.width(),
    );
}

fn show_row(ui: &Ui, comparison: &Comparison<'_>, row: &InputRow, place: Rect, is_last: bool) {
    let painter = ui.painter();
    let y = place.top() + 10.0;
    let (font, quiet) = (style::regular(size::LABEL), style::color(ui, Role::Text3));
    let unit = text(
        painter,
        pos2(place.right(), y),
        Align2::RIGHT_CENTER,
        &row.unit,
        font,
        quiet,
    );
    let (font, ink) = (style::semibold(size::BODY), style::color(ui, Role::Text1));
    text_within(
        painter,
        pos2(place.left(), y),
        Align2::LEFT_CENTER,
        &row.name,
        font,
        ink,
        unit.left() - place.left() - space::GAP,
    );
    let track = Rect::from_min_max(
        pos2(place.left(), place.top() + 24.0),
        pos2(place.right(), place.top() + RAIL - 6.0),
    );
    rail(ui, comparison, row, track);
    values(ui, comparison, row, place.with_min_y(place.top() + RAIL));
    if !is_last {
        let edge = style::color(ui, Role::Stroke);
        let y = place.bottom() - GAP / 2.0;
        painter.hline(place.x_range(), y, (1.0, edge));
    }
    describe(ui, ("input", row.assumption.id()), place, &row.sentence);
}

/// The whole range, the likely range, a tick for the reference and a dot for every other one.
fn rail(ui: &Ui, comparison: &Comparison<'_>, row: &InputRow, track: Rect) {
    let color = |role| style::color(ui, role);
    let painter = ui.painter();
    let y = track.center().y;
    let x = |position: f64| track.left() + MARK + (track.width() - 2.0 * MARK) * position as f32;
    let whole = Rect::from_center_size(track.center(), vec2(track.width(), 4.0));
    painter.rect_filled(whole, CornerRadius::same(2), color(Role::Rail));
    let likely = Rect::from_min_max(
        pos2(x(row.likely.0), y - 5.0),
        pos2(x(row.likely.1), y + 5.0),
    );
    let grey = translucent(color(Role::Ghost), 0.38);
    painter.rect_filled(likely, CornerRadius::same(2), grey);
    let tick = Rect::from_center_size(
        pos2(x(row.positions[comparison.reference]), y),
        vec2(3.0, 16.0),
    );
    painter.rect_filled(tick, CornerRadius::same(1), color(Role::Text1));
    let ring = Stroke::new(1.4, color(Role::Card));
    for (index, (world, &position)) in comparison.worlds.iter().zip(&row.positions).enumerate() {
        // On the tick itself a dot would hide the reference.
        if row.values[index] != row.values[comparison.reference] {
            painter.circle(pos2(x(position), y), MARK, color(world.role), ring);
        }
    }
}

/// The values with their scenarios; quiet where they are those of the reference.
fn values(ui: &Ui, comparison: &Comparison<'_>, row: &InputRow, place: Rect) {
    let count = comparison.worlds.len();
    let columns = columns(count, place.width());
    let width = place.width() / columns as f32;
    for (index, (world, shown)) in comparison.worlds.iter().zip(&row.shown).enumerate() {
        let left = place.left() + width * (index % columns) as f32;
        let top = place.top() + LINE * (index / columns) as f32;
        let cell = Rect::from_min_size(pos2(left, top), vec2(width - 2.0, LINE));
        let is_reference = index == comparison.reference;
        let is_same = row.values[index] == row.values[comparison.reference];
        value(ui, world, shown, cell, is_same && !is_reference);
    }
}

fn value(ui: &Ui, world: &Compared<'_>, shown: &str, cell: Rect, is_quiet: bool) {
    let color = |role| style::color(ui, role);
    let painter = ui.painter();
    let y = cell.center().y;
    let mark = Rect::from_center_size(pos2(cell.left() + 1.5, y), vec2(3.0, 11.0));
    painter.rect_filled(mark, CornerRadius::same(1), color(world.role));
    let (font, role) = if is_quiet {
        (style::regular(size::BODY), Role::Text3)
    } else {
        (style::semibold(size::BODY), Role::Text1)
    };
    let ink = color(role);
    let value = super::paint::line(painter, shown, font, ink, cell.width() - 10.0);
    let room = (cell.width() - 9.0 - value.size().x - 6.0).max(0.0);
    let name = text_within(
        painter,
        pos2(mark.right() + 6.0, y),
        Align2::LEFT_CENTER,
        &world.label,
        style::regular(size::CAPTION),
        color(Role::Text3),
        room,
    );
    let at = pos2(name.right() + 6.0, y - value.size().y / 2.0);
    painter.galley(at, value, ink);
}
