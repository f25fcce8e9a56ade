//! A chart as a table: names on the left, a column for each year.

use eframe::egui::{Align2, CornerRadius, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use super::explained;
use super::paint::{describe, line, text, text_within};
use super::style::{self, size};
use crate::app::Command;
use crate::report::chart::Chart;
use crate::report::{ChartTable, Locale, TableLine};
use crate::theme::Role;

/// Height of a line.
const LINE: f32 = 19.0;
/// Space between two columns.
const GAP: f32 = 12.0;
/// The longest name that is shown whole.
const NAME: f32 = 190.0;
/// Room for the colour in front of a name.
const SWATCH: f32 = 14.0;

/// Shows the numbers of a chart in `rect`; scrolls where they need more room. Gives the number that
/// is to be explained.
pub fn show(ui: &mut Ui, locale: &Locale, chart: &Chart, rect: Rect) -> Option<Command> {
    let mut wanted = None;
    let table = chart.table(locale);
    let columns = Columns::of(ui, &table);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(rect));
    ui.set_clip_rect(ui.clip_rect().intersect(rect));
    ScrollArea::both()
        .id_salt(("chart table", chart.figure))
        .auto_shrink(false)
        .show(&mut ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let place = row(ui, &columns);
            for (column, year) in table.years.iter().enumerate() {
                let is_now = *year == chart.year;
                let role = if is_now { Role::Accent } else { Role::Text3 };
                let words = year.to_string();
                columns.cell(ui, (place, column), &words, (role, is_now));
            }
            for (index, entry) in table.lines.iter().enumerate() {
                let place = row(ui, &columns);
                let id = ("name", chart.figure, index);
                let name = name(ui, entry, place, &columns);
                describe(ui, id, name, &entry.name);
                for (column, words) in entry.cells.iter().enumerate() {
                    let is_now = table.years[column] == chart.year && !entry.is_baseline;
                    let look = (ink(entry), is_now);
                    let cell = columns.cell(ui, (place, column), words, look);
                    let id = ("cell", chart.figure, index, column);
                    match entry.references[column] {
                        Some(reference) => {
                            wanted =
                                explained::cell(ui, id, cell, words, reference).or(wanted.take());
                        }
                        None => {
                            describe(ui, id, cell, words);
                        }
                    }
                }
            }
        });
    wanted
}

fn ink(entry: &TableLine) -> Role {
    if entry.is_baseline {
        Role::Text3
    } else {
        Role::Text1
    }
}

fn row(ui: &mut Ui, columns: &Columns) -> Rect {
    ui.allocate_exact_size(vec2(columns.width(), LINE), Sense::hover())
        .0
}

/// Widths of the columns, so that every number is whole.
struct Columns {
    name: f32,
    years: Vec<f32>,
}

impl Columns {
    fn of(ui: &Ui, table: &ChartTable) -> Self {
        let width = |words: &str| {
            let (font, color) = (style::semibold(size::LABEL), style::color(ui, Role::Text1));
            line(ui.painter(), words, font, color, f32::INFINITY)
                .size()
                .x
        };
        let names = table.lines.iter().map(|entry| width(&entry.name));
        let year = |(index, year): (usize, &u16)| {
            let cells = table.lines.iter().map(|entry| width(&entry.cells[index]));
            cells.fold(width(&year.to_string()), f32::max)
        };
        Self {
            name: SWATCH + names.fold(0.0, f32::max).min(NAME),
            years: table.years.iter().enumerate().map(year).collect(),
        }
    }

    fn width(&self) -> f32 {
        self.name + self.years.iter().map(|width| width + GAP).sum::<f32>() + 2.0
    }

    /// Writes into the column of a year, to the right; says where.
    fn cell(&self, ui: &Ui, (row, column): (Rect, usize), words: &str, look: (Role, bool)) -> Rect {
        let before: f32 = self.years[..=column].iter().map(|width| width + GAP).sum();
        let right = row.left() + self.name + before;
        let (role, is_strong) = look;
        let font = if is_strong {
            style::semibold(size::LABEL)
        } else {
            style::regular(size::LABEL)
        };
        let at = pos2(right, row.center().y);
        let color = style::color(ui, role);
        text(ui.painter(), at, Align2::RIGHT_CENTER, words, font, color)
    }
}

/// Writes the name of a line with its colour; says where.
fn name(ui: &Ui, entry: &TableLine, row: Rect, columns: &Columns) -> Rect {
    if !entry.is_baseline {
        let at = row.left_center() + vec2(4.0, 0.0);
        let square = Rect::from_center_size(at, vec2(8.0, 8.0));
        let color = style::color(ui, entry.role);
        ui.painter()
            .rect_filled(square, CornerRadius::same(2), color);
    }
    let at = row.left_center() + vec2(SWATCH, 0.0);
    let (font, color) = (style::regular(size::LABEL), style::color(ui, ink(entry)));
    let width = columns.name - SWATCH;
    let anchor = Align2::LEFT_CENTER;
    text_within(ui.painter(), at, anchor, &entry.name, font, color, width)
}
