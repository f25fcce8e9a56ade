//! The table of key outputs: values, differences to the reference, and these as bars.

use eframe::egui::{Align2, CornerRadius, FontId, Rangef, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::paint::{card, describe, line, text_within};
use super::style::{self, size, space};
use crate::report::comparison::{Cell, Comparison, Delta, OutputRow, outputs};
use crate::theme::Role;

const HEAD: f32 = 34.0;
/// Rows with a value beside its difference, with the difference below it, and with the
/// difference on two lines below it.
const ROW: f32 = 27.0;
const TALL_ROW: f32 = 33.0;
const TALLEST_ROW: f32 = 46.0;
/// Least widths of columns.
const NAME: f32 = 202.0;
const UNIT: f32 = 104.0;
const VALUE: f32 = 66.0;
const DELTA: f32 = 130.0;
const BARS: f32 = 130.0;
/// Widths where differences stand below their values.
const TALL_NAME: f32 = 140.0;
const TALL_VALUE: f32 = 86.0;
/// Font size of a difference below its value.
const TALL_DELTA: f32 = 10.5;
/// With less, a difference stands on two lines; with more, a value is too far from the next.
const ONE_LINE: f32 = 102.0;
const WIDEST_VALUE: f32 = 112.0;
/// Bars wider than this say no more.
const WIDEST_BARS: f32 = 380.0;
/// Doublings from the middle of the bars to their ends.
const REACH: f64 = 1.25;

/// Where the columns stand, measured from the left edge of the table.
struct Columns {
    /// Do differences stand below their values?
    is_tall: bool,
    /// Does each of them need two lines?
    is_tallest: bool,
    name: f32,
    unit: f32,
    /// Right edges of values, and of differences.
    values: Vec<f32>,
    deltas: Vec<f32>,
    value_width: f32,
    /// The bars, where there is room for them.
    bars: Option<Rangef>,
}

impl Columns {
    fn new(comparison: &Comparison<'_>, width: f32) -> Self {
        let count = comparison.worlds.len();
        let others = count.saturating_sub(1) as f32;
        let wide = NAME + UNIT + VALUE * count as f32 + DELTA * others;
        if wide + BARS + space::MARGIN <= width {
            Self::wide(comparison, width, wide)
        } else {
            Self::tall(count, width)
        }
    }

    fn wide(comparison: &Comparison<'_>, width: f32, needed: f32) -> Self {
        let bars = (width - needed - space::MARGIN).min(WIDEST_BARS);
        // What is left over goes to the values.
        let count = comparison.worlds.len() as f32;
        let spare = (width - needed - space::MARGIN - bars) / count;
        let (mut at, mut values, mut deltas) = (NAME + UNIT, Vec::new(), Vec::new());
        for index in 0..comparison.worlds.len() {
            at += VALUE + spare;
            values.push(at);
            if index != comparison.reference {
                at += DELTA;
            }
            deltas.push(at);
        }
        Self {
            is_tall: false,
            is_tallest: false,
            name: NAME - space::GAP,
            unit: UNIT,
            values,
            deltas,
            value_width: VALUE + spare - space::GAP,
            bars: Some(Rangef::new(width - bars, width)),
        }
    }

    fn tall(count: usize, width: f32) -> Self {
        let least = TALL_NAME + TALL_VALUE * count as f32;
        let bars = (least + BARS + space::MARGIN <= width).then_some(BARS);
        let room = width - bars.map_or(0.0, |bars| bars + space::MARGIN);
        // First the names get what they need, then the values, then the bars.
        let name = (room - TALL_VALUE * count as f32).min(NAME);
        let each = ((room - name) / count as f32).min(WIDEST_VALUE);
        let values = name + each * count as f32;
        let bars = bars.map(|_| (width - values - space::MARGIN).min(WIDEST_BARS));
        let name = match bars {
            Some(bars) => width - space::MARGIN - bars - each * count as f32,
            None => width - each * count as f32,
        };
        let edges: Vec<f32> = (1..=count)
            .map(|index| name + each * index as f32)
            .collect();
        Self {
            is_tall: true,
            is_tallest: each < ONE_LINE,
            name: name - space::GAP,
            unit: 0.0,
            values: edges.clone(),
            deltas: edges,
            value_width: each - space::GAP,
            bars: bars.map(|bars| Rangef::new(width - bars, width)),
        }
    }

    fn row(&self) -> f32 {
        match (self.is_tall, self.is_tallest) {
            (_, true) => TALLEST_ROW,
            (true, false) => TALL_ROW,
            (false, false) => ROW,
        }
    }
}

/// The height of the table in a card of this width.
pub fn height(comparison: &Comparison<'_>, width: f32) -> f32 {
    let columns = Columns::new(comparison, width - 2.0 * space::CARD);
    let rows = crate::report::comparison::OUTPUTS.len() as f32;
    HEAD + rows * columns.row() + 8.0
}

/// Shows the table as a card in `rect`.
pub fn show(ui: &Ui, comparison: &Comparison<'_>, rect: Rect) {
    card(ui, rect);
    let inner = rect.shrink2(vec2(space::CARD, 0.0));
    let columns = Columns::new(comparison, inner.width());
    head(ui, comparison, &columns, inner);
    let edge = style::color(ui, Role::Stroke);
    for (index, row) in outputs(comparison).iter().enumerate() {
        let top = inner.top() + HEAD + columns.row() * index as f32;
        let size = vec2(inner.width(), columns.row());
        let place = Rect::from_min_size(pos2(inner.left(), top), size);
        ui.painter()
            .hline(place.x_range(), place.top(), (1.0, edge));
        show_row(ui, comparison, &columns, row, place);
    }
}

fn head(ui: &Ui, comparison: &Comparison<'_>, columns: &Columns, inner: Rect) {
    let color = |role| style::color(ui, role);
    let painter = ui.painter();
    let y = inner.top() + HEAD / 2.0;
    let title = comparison
        .locale
        .text
        .compare
        .outputs_title
        .fill(&[("year", &comparison.year.calendar())]);
    let font = style::semibold(size::TITLE);
    let at = pos2(inner.left(), y);
    let width = columns.name + columns.unit;
    let place = text_within(
        painter,
        at,
        Align2::LEFT_CENTER,
        &title,
        font,
        color(Role::Text1),
        width,
    );
    describe(ui, "key outputs", place, &title);
    for (index, world) in comparison.worlds.iter().enumerate() {
        right(
            ui,
            &world.label,
            pos2(inner.left() + columns.values[index], y),
            (style::semibold(size::BODY), world.role),
            columns.value_width,
        );
        if !columns.is_tall && index != comparison.reference {
            let at = pos2(inner.left() + columns.deltas[index], y);
            right(
                ui,
                "Δ",
                at,
                (style::regular(size::LABEL), Role::Text3),
                DELTA,
            );
        }
    }
    let Some(bars) = columns.bars else { return };
    let label = &comparison.reference().label;
    for (ratio, words) in [(0.5, "×½"), (1.0, label.as_str()), (2.0, "×2")] {
        let at = pos2(inner.left() + bar_x(bars, ratio), y);
        let font = style::regular(size::CAPTION);
        text_within(
            painter,
            at,
            Align2::CENTER_CENTER,
            words,
            font,
            color(Role::Text3),
            bars.span() * 0.36,
        );
    }
}

/// The place of a ratio: equal distances are equal ratios.
fn bar_x(bars: Rangef, ratio: f64) -> f32 {
    let share = (ratio.log2() / REACH).clamp(-1.0, 1.0) as f32;
    bars.center() + share * bars.span() / 2.0
}

/// Words that end at a place.
fn right(ui: &Ui, words: &str, at: eframe::egui::Pos2, look: (FontId, Role), width: f32) {
    let color = style::color(ui, look.1);
    text_within(
        ui.painter(),
        at,
        Align2::RIGHT_CENTER,
        words,
        look.0,
        color,
        width,
    );
}

fn show_row(ui: &Ui, comparison: &Comparison<'_>, columns: &Columns, row: &OutputRow, place: Rect) {
    let painter = ui.painter();
    let color = |role| style::color(ui, role);
    let y = place.center().y;
    let (name, unit) = if columns.is_tall {
        (pos2(place.left(), y - 7.0), pos2(place.left(), y + 8.0))
    } else {
        (pos2(place.left(), y), pos2(place.left() + NAME, y))
    };
    let font = style::regular(size::BODY);
    let anchor = Align2::LEFT_CENTER;
    let width = columns.name;
    text_within(
        painter,
        name,
        anchor,
        &row.name,
        font,
        color(Role::Text1),
        width,
    );
    let font = style::regular(size::CAPTION);
    let width = if columns.is_tall { width } else { columns.unit };
    text_within(
        painter,
        unit,
        anchor,
        &row.unit,
        font,
        color(Role::Text3),
        width,
    );
    for (index, cell) in row.cells.iter().enumerate() {
        show_cell(ui, comparison, columns, cell, (index, place));
    }
    if let Some(bars) = columns.bars {
        show_bars(ui, comparison, row, place, bars);
    }
    describe(ui, ("output", row.series.id()), place, &row.sentence);
}

fn show_cell(
    ui: &Ui,
    comparison: &Comparison<'_>,
    columns: &Columns,
    cell: &Cell,
    (index, place): (usize, Rect),
) {
    let y = place.center().y;
    let not_comparable = &comparison.locale.text.charts.not_comparable;
    let value = (style::semibold(size::BODY), Role::Text1);
    let x = place.left() + columns.values[index];
    if columns.is_tall {
        let width = columns.value_width;
        let (lines, above, step) = if columns.is_tallest {
            (cell.delta.lines(not_comparable), 14.0, 14.0)
        } else {
            // Where not all fits, the per cent say more.
            let words = cell.delta.short_words(not_comparable);
            let fits = |words: &&String| {
                let (font, color) = (style::regular(TALL_DELTA), style::color(ui, Role::Text3));
                let galley = line(ui.painter(), words, font, color, f32::INFINITY);
                galley.size().x <= width
            };
            let line = words.iter().find(fits).or(words.last());
            (line.into_iter().cloned().collect(), 7.0, 15.0)
        };
        // One height for all values of a row, whatever stands below them.
        let mut y = y - above;
        right(ui, &cell.value, pos2(x, y), value, width);
        for line in &lines {
            y += step;
            let quiet = (style::regular(TALL_DELTA), Role::Text3);
            right(ui, line, pos2(x, y), quiet, width);
        }
    } else {
        let delta = cell.delta.words(not_comparable);
        let quiet = (style::regular(size::LABEL), Role::Text3);
        right(ui, &cell.value, pos2(x, y), value, columns.value_width);
        let x = place.left() + columns.deltas[index];
        right(ui, &delta, pos2(x, y), quiet, DELTA - space::GAP);
    }
}

/// A bar for every scenario but the reference, from ×1 to its ratio.
fn show_bars(ui: &Ui, comparison: &Comparison<'_>, row: &OutputRow, place: Rect, bars: Rangef) {
    let color = |role| style::color(ui, role);
    let painter = ui.painter();
    let x = |ratio| place.left() + bar_x(bars, ratio);
    for (ratio, role) in [
        (0.5, Role::Stroke),
        (2.0, Role::Stroke),
        (1.0, Role::StrokeStrong),
    ] {
        painter.vline(x(ratio), place.y_range(), (1.0, color(role)));
    }
    let others = comparison.worlds.len().saturating_sub(1).max(1) as f32;
    let lane = ((place.height() - 8.0) / others).min(11.0);
    let mut top = place.center().y - lane * others / 2.0;
    for (world, cell) in comparison.worlds.iter().zip(&row.cells) {
        if cell.delta == Delta::Reference {
            continue;
        }
        let (from, to) = (top + 0.5, top + lane - 0.5);
        top += lane;
        let Delta::Known {
            ratio: Some(ratio), ..
        } = cell.delta
        else {
            continue;
        };
        let fill = color(world.role);
        let bar = Rect::from_two_pos(pos2(x(1.0), from), pos2(x(ratio), to));
        painter.rect_filled(bar, CornerRadius::same(1), fill);
        if ratio.log2().abs() > REACH {
            // It goes on beyond the edge.
            let (edge, tip) = (x(ratio), if ratio > 1.0 { 6.0 } else { -6.0 });
            let middle = f32::midpoint(from, to);
            let half = (to - from) / 2.0 + 1.5;
            let arrow = vec![
                pos2(edge, middle - half),
                pos2(edge + tip, middle),
                pos2(edge, middle + half),
            ];
            painter.add(Shape::convex_polygon(arrow, fill, Stroke::NONE));
        }
    }
}
