//! Paints a heat map as a card: title, coloured cells with numbers, and where the scenario stands.

use eframe::egui::{
    Align2, CornerRadius, FontId, Pos2, Rangef, Rect, Shape, Stroke, Ui, pos2, vec2,
};

use super::paint::{card, describe, line, text, text_within, translucent};
use super::style::{self, size, space};
use crate::report::heat_map::{Cell, HeatMap, Tint};
use crate::theme::Role;

/// The middle of the second line of the head, from the top of the card.
pub const SECOND_LINE: f32 = 42.0;
/// Height of title and subtitle.
const HEAD: f32 = 54.0;
/// Space for the words beside the rows.
const LEFT: f32 = 46.0;
/// Space for the words under the columns and the legend.
const FOOT: f32 = 40.0;
/// Height of the flags that say where the scenario stands.
const FLAG: f32 = 15.0;

/// Shows a heat map as a card; the right end of its second line is `taken` by something else.
pub fn show(ui: &Ui, map: &HeatMap, rect: Rect, taken: f32) {
    card(ui, rect);
    let inner = rect.shrink2(vec2(space::CARD, 10.0));
    head(ui, map, inner, taken);
    let sentence = format!("{}. {}", map.title, map.summary);
    describe(ui, "heat map", rect, &sentence);
    let plot = Rect::from_min_max(
        pos2(inner.left() + LEFT, inner.top() + HEAD),
        pos2(inner.right(), inner.bottom() - FOOT),
    );
    let grid = Grid::new(map, plot);
    for (row, cells) in map.cells.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            show_cell(ui, cell, grid.cell(column, row), (column, row));
        }
    }
    border(ui, map, &grid);
    axes(ui, map, &grid);
    own(ui, map, &grid);
    legend(ui, map, inner);
}

/// Where the cells stand.
struct Grid {
    plot: Rect,
    /// Width and height of a cell.
    cell: (f32, f32),
}

impl Grid {
    fn new(map: &HeatMap, plot: Rect) -> Self {
        let width = plot.width() / map.columns.len().max(1) as f32;
        let height = plot.height() / map.rows.len().max(1) as f32;
        Self {
            plot,
            cell: (width, height),
        }
    }

    fn cell(&self, column: usize, row: usize) -> Rect {
        let at = self.at((column as f32, row as f32));
        Rect::from_min_size(at, vec2(self.cell.0, self.cell.1))
    }

    /// A place in columns and rows.
    fn at(&self, (column, row): (f32, f32)) -> Pos2 {
        let (width, height) = self.cell;
        self.plot.min + vec2(width * column, height * row)
    }
}

fn head(ui: &Ui, map: &HeatMap, inner: Rect, taken: f32) {
    let painter = ui.painter();
    let (font, color) = (style::semibold(size::TITLE), style::color(ui, Role::Text1));
    let at = pos2(inner.left(), inner.top() + 8.0);
    let width = inner.width();
    text_within(
        painter,
        at,
        Align2::LEFT_CENTER,
        &map.title,
        font,
        color,
        width,
    );
    let (font, color) = (style::regular(size::LABEL), style::color(ui, Role::Text3));
    let at = pos2(inner.left(), inner.top() + 26.0);
    let width = width - taken;
    text_within(
        painter,
        at,
        Align2::LEFT_CENTER,
        &map.subtitle,
        font,
        color,
        width,
    );
}

fn show_cell(ui: &Ui, cell: &Cell, place: Rect, id: (usize, usize)) {
    let inside = place.shrink(0.5);
    let fill = fill(ui, cell.tint);
    let painter = ui.painter();
    painter.rect_filled(inside, CornerRadius::same(1), fill);
    let ink = style::color(ui, Role::Text1);
    let font = number_font(cell.tint);
    text(
        painter,
        place.center(),
        Align2::CENTER_CENTER,
        &cell.text,
        font,
        ink,
    );
    let response = describe(ui, ("cell", id), place, &cell.sentence);
    if response.hovered() {
        let stroke = Stroke::new(1.4, ink);
        let inside = eframe::egui::StrokeKind::Inside;
        painter.rect_stroke(place, CornerRadius::same(1), stroke, inside);
    }
    response.on_hover_text(&cell.sentence);
}

fn fill(ui: &Ui, tint: Tint) -> eframe::egui::Color32 {
    translucent(style::color(ui, tint.role), tint.strength)
}

/// What is good stands out in more than its colour.
fn number_font(tint: Tint) -> FontId {
    if tint.role == Role::Good {
        style::semibold(size::CAPTION)
    } else {
        style::regular(size::CAPTION)
    }
}

/// A line between cells that are good and cells that are not.
fn border(ui: &Ui, map: &HeatMap, grid: &Grid) {
    let is_good = |column: usize, row: usize| {
        let cell = map.cells.get(row).and_then(|cells| cells.get(column));
        cell.map(|cell| cell.tint.role == Role::Good)
    };
    let differ = |a: Option<bool>, b: Option<bool>| a.zip(b).is_some_and(|(a, b)| a != b);
    let stroke = Stroke::new(1.6, style::color(ui, Role::Text2));
    for row in 0..map.rows.len() {
        for column in 0..map.columns.len() {
            let place = grid.cell(column, row);
            let here = is_good(column, row);
            if differ(here, is_good(column + 1, row)) {
                ui.painter().vline(place.right(), place.y_range(), stroke);
            }
            if differ(here, is_good(column, row + 1)) {
                ui.painter().hline(place.x_range(), place.bottom(), stroke);
            }
        }
    }
}

/// The words under the columns and beside the rows, but where a flag stands.
fn axes(ui: &Ui, map: &HeatMap, grid: &Grid) {
    let painter = ui.painter();
    let (font, quiet) = (style::regular(size::CAPTION), style::color(ui, Role::Text3));
    let own = own_place(map, grid);
    let flag = flag_width(ui, &map.own.column_text);
    let mut free_from = f32::NEG_INFINITY;
    for (column, words) in map.columns.iter().enumerate() {
        let x = grid.cell(column, 0).center().x;
        let galley = line(painter, words, font.clone(), quiet, f32::INFINITY);
        let half = galley.size().x / 2.0;
        let near_flag = (x - own.x).abs() < half + flag / 2.0 + 3.0;
        if near_flag || x - half < free_from {
            continue;
        }
        free_from = x + half + 3.0;
        let at = pos2(x - half, grid.plot.bottom() + 11.0 - galley.size().y / 2.0);
        painter.galley(at, galley, quiet);
    }
    for (row, words) in map.rows.iter().enumerate() {
        let y = grid.cell(0, row).center().y;
        if (y - own.y).abs() < FLAG {
            continue;
        }
        let at = pos2(grid.plot.left() - 8.0, y);
        text(
            painter,
            at,
            Align2::RIGHT_CENTER,
            words,
            font.clone(),
            quiet,
        );
    }
}

/// The scenario's place, at the edge where it lies beyond.
fn own_place(map: &HeatMap, grid: &Grid) -> Pos2 {
    let at = grid.at((map.own.column as f32, map.own.row as f32));
    if at.x.is_finite() && at.y.is_finite() {
        grid.plot.clamp(at)
    } else {
        grid.plot.left_bottom()
    }
}

/// A ring where the scenario stands, hairlines to the axes, and a flag on each.
fn own(ui: &Ui, map: &HeatMap, grid: &Grid) {
    let painter = ui.painter();
    let accent = style::color(ui, Role::Accent);
    let at = own_place(map, grid);
    let hairline = Stroke::new(1.2, accent);
    let (left, bottom) = (grid.plot.left(), grid.plot.bottom());
    for end in [pos2(left, at.y), pos2(at.x, bottom)] {
        let toward = (end - at).normalized() * RING;
        painter.extend(Shape::dashed_line(&[at + toward, end], hairline, 3.0, 2.5));
    }
    let under = Stroke::new(4.2, style::color(ui, Role::Card));
    painter.circle_stroke(at, RING, under);
    painter.circle_stroke(at, RING, Stroke::new(2.2, accent));
    let right_end = pos2(left - 4.0, at.y);
    let width = flag_width(ui, &map.own.row_text);
    flag(
        ui,
        &map.own.row_text,
        Rect::from_min_size(right_end - vec2(width, FLAG / 2.0), vec2(width, FLAG)),
    );
    let width = flag_width(ui, &map.own.column_text);
    let middle = pos2(at.x, bottom + 11.0);
    let place = Rect::from_center_size(middle, vec2(width, FLAG));
    flag(ui, &map.own.column_text, place);
    let around = Rect::from_center_size(at, vec2(2.0 * RING, 2.0 * RING));
    describe(ui, "own", around, &map.own.sentence).on_hover_text(&map.own.sentence);
}

/// Radius of the ring.
const RING: f32 = 7.0;

fn flag(ui: &Ui, words: &str, place: Rect) {
    let painter = ui.painter();
    painter.rect_filled(place, CornerRadius::same(3), style::color(ui, Role::Accent));
    let (font, ink) = (style::semibold(size::CAPTION), style::color(ui, Role::Card));
    text(
        painter,
        place.center(),
        Align2::CENTER_CENTER,
        words,
        font,
        ink,
    );
}

fn flag_width(ui: &Ui, words: &str) -> f32 {
    let (font, ink) = (style::semibold(size::CAPTION), style::color(ui, Role::Card));
    let galley = line(ui.painter(), words, font, ink, f32::INFINITY);
    galley.size().x + 8.0
}

/// What the tints mean, as far as there is room for the words.
fn legend(ui: &Ui, map: &HeatMap, inner: Rect) {
    let painter = ui.painter();
    let (font, quiet) = (style::regular(size::CAPTION), style::color(ui, Role::Text3));
    let y = inner.bottom() - 6.0;
    let mut left = inner.left();
    for (tint, words) in &map.legend {
        let square = Rect::from_min_size(pos2(left, y - 5.5), vec2(11.0, 11.0));
        painter.rect_filled(square, CornerRadius::same(2), fill(ui, *tint));
        let room = inner.right() - square.right() - 5.0;
        let words = line(painter, words, font.clone(), quiet, room);
        if words.elided {
            return;
        }
        let at = pos2(square.right() + 5.0, y - words.size().y / 2.0);
        left = at.x + words.size().x + 14.0;
        painter.galley(at, words, quiet);
    }
    let ring = Rangef::new(left, left + 11.0);
    let words = line(
        painter,
        &map.note,
        font,
        quiet,
        inner.right() - ring.max - 5.0,
    );
    if words.elided {
        return;
    }
    let accent = Stroke::new(2.0, style::color(ui, Role::Accent));
    painter.circle_stroke(pos2(ring.center(), y), 4.5, accent);
    let at = pos2(ring.max + 5.0, y - words.size().y / 2.0);
    painter.galley(at, words, quiet);
}
