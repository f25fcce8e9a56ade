//! Paints a heat map as a card: title, coloured cells with numbers, and where the scenario stands.

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Id, Popup, Pos2, Rangef, Rect, RichText, Shape, Stroke,
    StrokeKind, Ui, Vec2, pos2, vec2,
};

use super::icons::{self, Icon};
use super::paint::{card, describe, line, text, text_within, translucent};
use super::picture_menu;
use super::style::{self, size, space};
use crate::app::{Command, Picture};
use crate::report::Locale;
use crate::report::heat_map::{Cell, HeatMap, Tint};
use crate::scenario::exhibit::Exhibit;
use crate::theme::Role;

/// The middle of the title's first line, and of what stands on its right, from the card's edge.
const TITLE_LINE: f32 = 18.0;
const SWITCH_LINE: f32 = 21.0;
/// Height of a line of the title, and of the rest of the head.
const LINE: f32 = 17.0;
const HEAD: f32 = 37.0;
/// Side of a button, and width of the words about the map.
const BUTTON: f32 = 22.0;
const ABOUT: f32 = 340.0;
/// Space for the words beside the rows.
const LEFT: f32 = 46.0;
/// Space for the words under the columns and the legend.
const FOOT: f32 = 40.0;
/// Height of the flags that say where the scenario stands.
const FLAG: f32 = 15.0;
/// Radius of the ring where it stands.
const RING: f32 = 6.0;

/// Shows a heat map as a card; on its title's right there is room as wide as `switch`, whose right
/// end is given. Gives what is wanted of it as a picture, too.
pub fn show(
    ui: &Ui,
    locale: &Locale,
    (exhibit, map): (Exhibit, &HeatMap),
    rect: Rect,
    switch: f32,
) -> (Pos2, Option<Command>) {
    card(ui, rect);
    let inner = rect.shrink2(vec2(space::CARD, 10.0));
    let button = vec2(BUTTON, BUTTON);
    let more = pos2(inner.right() + 5.0 - BUTTON / 2.0, rect.top() + SWITCH_LINE);
    let menu = (
        Id::unique("menu of the heat map"),
        Rect::from_center_size(more, button),
    );
    let wanted = picture_menu::button(ui, locale, menu, Picture::Exhibit(exhibit));
    let help = more - vec2(BUTTON, 0.0);
    about(ui, locale, map, Rect::from_center_size(help, button));
    let right = help - vec2(BUTTON / 2.0 + 4.0, 0.0);
    let head = head(ui, map, inner, right.x - switch - space::CARD);
    let sentence = format!("{}. {}", map.title, map.summary);
    describe(ui, "heat map", rect, &sentence);
    let plot = Rect::from_min_max(
        pos2(inner.left() + LEFT, inner.top() + head),
        pos2(inner.right(), inner.bottom() - FOOT),
    );
    let grid = Grid::new(map, plot);
    for (id, cell) in cells(map) {
        paint_fill(ui, cell, grid.cell(id.0, id.1));
    }
    hairlines(ui, map, &grid);
    for (id, cell) in cells(map) {
        show_number(ui, cell, (grid.cell(id.0, id.1), own_place(map, &grid)), id);
    }
    border(ui, map, &grid);
    axes(ui, map, &grid);
    own(ui, map, &grid);
    legend(ui, map, inner);
    (right, wanted)
}

/// The button that says what one is looking at.
fn about(ui: &Ui, locale: &Locale, map: &HeatMap, place: Rect) {
    let name = &locale.text.charts.what_is_this;
    let id = Id::unique("about the heat map");
    let help = icons::button_at(ui, Icon::Help, place, id, name);
    Popup::menu(&help).width(ABOUT).show(|ui| {
        ui.set_max_width(ABOUT);
        ui.label(RichText::new(name).font(style::semibold(size::TITLE)));
        ui.label(&map.about);
        let quiet = style::color(ui, Role::Text3);
        ui.label(RichText::new(&map.summary).small().color(quiet));
    });
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

/// Title and subtitle up to `right`; a title that is too long has two lines. Gives its height.
fn head(ui: &Ui, map: &HeatMap, inner: Rect, right: f32) -> f32 {
    let painter = ui.painter();
    let format = TextFormat {
        line_height: Some(LINE),
        ..TextFormat::simple(style::semibold(size::TITLE), style::color(ui, Role::Text1))
    };
    let mut job = LayoutJob::single_section(map.title.clone(), format);
    job.wrap = TextWrapping {
        max_width: right - inner.left(),
        max_rows: 2,
        ..TextWrapping::default()
    };
    let title = painter.layout_job(job);
    let top = inner.top() + TITLE_LINE - 10.0 - LINE / 2.0;
    let bottom = top + title.size().y;
    let is_cut = title.elided;
    let place = Rect::from_min_size(pos2(inner.left(), top), title.size());
    painter.galley(place.min, title, style::color(ui, Role::Text1));
    if is_cut {
        describe(ui, "whole title", place, &map.title).on_hover_text(&map.title);
    }
    let (font, color) = (style::regular(size::LABEL), style::color(ui, Role::Text3));
    let at = pos2(inner.left(), bottom + 9.0);
    let anchor = Align2::LEFT_CENTER;
    text_within(
        painter,
        at,
        anchor,
        &map.subtitle,
        font,
        color,
        inner.width(),
    );
    bottom - inner.top() + HEAD - 10.0
}

/// The cells with their columns and rows.
fn cells(map: &HeatMap) -> impl Iterator<Item = ((usize, usize), &Cell)> {
    let rows = map.cells.iter().enumerate();
    rows.flat_map(|(row, cells)| {
        let cells = cells.iter().enumerate();
        cells.map(move |(column, cell)| ((column, row), cell))
    })
}

fn paint_fill(ui: &Ui, cell: &Cell, place: Rect) {
    let fill = fill(ui, cell.tint);
    ui.painter()
        .rect_filled(place.shrink(0.5), CornerRadius::same(1), fill);
}

/// Paints a number over the hairlines to where the scenario stands, and beside its ring.
fn show_number(ui: &Ui, cell: &Cell, (place, own): (Rect, Pos2), id: (usize, usize)) {
    let ink = style::color(ui, Role::Text1);
    let painter = ui.painter();
    let number = line(
        painter,
        &cell.text,
        number_font(cell.tint),
        ink,
        place.width(),
    );
    let ring = Rect::from_center_size(own, Vec2::splat(2.0 * RING + 4.0));
    let words = beside(place, number.size(), ring);
    let back = words.expand2(vec2(2.0, -1.0)).intersect(place.shrink(0.5));
    let is_crossed = (back.y_range().contains(own.y) && back.right() < own.x)
        || (back.x_range().contains(own.x) && back.top() > own.y);
    if is_crossed {
        painter.rect_filled(back, 0.0, style::color(ui, Role::Card));
        painter.rect_filled(back, 0.0, fill(ui, cell.tint));
    }
    painter.galley(words.min, number, ink);
    let response = describe(ui, ("cell", id), place, &cell.sentence);
    if response.hovered() {
        let stroke = Stroke::new(1.4, ink);
        painter.rect_stroke(place, CornerRadius::same(1), stroke, StrokeKind::Inside);
    }
    response.on_hover_text(&cell.sentence);
}

/// Where words of a size stand in a cell: in its middle, or as near as the ring leaves free.
fn beside(cell: Rect, size: Vec2, ring: Rect) -> Rect {
    let middle = Rect::from_center_size(cell.center(), size);
    // The letters are lower than their line.
    let covered = |words: &Rect| words.expand2(vec2(0.0, -3.0)).intersects(ring);
    if !covered(&middle) {
        return middle;
    }
    let moves = [
        vec2(ring.left() - middle.right(), 0.0),
        vec2(ring.right() - middle.left(), 0.0),
        vec2(0.0, ring.top() - middle.bottom() + 3.0),
        vec2(0.0, ring.bottom() - middle.top() - 3.0),
    ];
    let places = moves.map(|by| (by.length(), middle.translate(by)));
    let free = places
        .into_iter()
        .filter(|(_, words)| cell.expand2(vec2(0.0, 3.0)).contains_rect(*words));
    free.min_by(|a, b| a.0.total_cmp(&b.0))
        .map_or(middle, |(_, words)| words)
}

fn fill(ui: &Ui, tint: Tint) -> Color32 {
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
        if (y - own.y).abs() < FLAG - 1.5 {
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

/// Hairlines from where the scenario stands to both axes, under the numbers.
fn hairlines(ui: &Ui, map: &HeatMap, grid: &Grid) {
    let at = own_place(map, grid);
    let stroke = Stroke::new(1.2, style::color(ui, Role::Accent));
    let ends = [pos2(grid.plot.left(), at.y), pos2(at.x, grid.plot.bottom())];
    for end in ends {
        let dashes = Shape::dashed_line(&[at, end], stroke, 3.0, 2.5);
        ui.painter().extend(dashes);
    }
}

/// A ring where the scenario stands, and a flag on each axis.
fn own(ui: &Ui, map: &HeatMap, grid: &Grid) {
    let painter = ui.painter();
    let at = own_place(map, grid);
    let under = Stroke::new(4.2, style::color(ui, Role::Card));
    painter.circle_stroke(at, RING, under);
    let ring = Stroke::new(2.2, style::color(ui, Role::Accent));
    painter.circle_stroke(at, RING, ring);

    let width = flag_width(ui, &map.own.row_text);
    let middle = pos2(grid.plot.left() - 4.0 - width / 2.0, at.y);
    flag(ui, &map.own.row_text, middle, width);
    let width = flag_width(ui, &map.own.column_text);
    let middle = pos2(at.x, grid.plot.bottom() + 11.0);
    flag(ui, &map.own.column_text, middle, width);
    let around = Rect::from_center_size(at, vec2(2.0 * RING, 2.0 * RING));
    describe(ui, "own", around, &map.own.sentence).on_hover_text(&map.own.sentence);
}

fn flag(ui: &Ui, words: &str, middle: Pos2, width: f32) {
    let place = Rect::from_center_size(middle, vec2(width, FLAG));
    let painter = ui.painter();
    painter.rect_filled(place, CornerRadius::same(3), style::color(ui, Role::Accent));
    let (font, ink) = (style::semibold(size::CAPTION), style::color(ui, Role::Card));
    text(painter, middle, Align2::CENTER_CENTER, words, font, ink);
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
