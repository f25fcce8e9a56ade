//! The table of suppliers: search, filter, sortable heads, rows, and a button to add one.

use std::sync::Arc;

use eframe::egui::{
    Align, Align2, Button, Galley, Id, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2,
    style::ScrollAnimation, vec2,
};

use super::columns::{self, Head, Order};
use super::style::{self, size, space};
use super::supplier_row::{self, Cells};
use super::{search_field, segmented, share_field, sparkline};
use crate::app::{Command, SupplierForm};
use crate::model::Year;
use crate::model::suppliers::Origin;
use crate::report::World;
use crate::report::supplier_table::{
    Selection, SortBy, SupplierRow, supplier_count, supplier_rows,
};
use crate::theme::Role;

/// Height of what stands above the rows.
const HEAD: f32 = 58.0;
/// Tables narrower than this have the filter in a line of its own.
const NARROW: f32 = 470.0;

/// How high the table is when it shows every row.
pub fn height(ui: &Ui, world: &World<'_>, width: f32) -> f32 {
    let rows = world.scenario.all_suppliers().len() as f32;
    let note = note_height(ui, &world.locale.text.chain.suppliers.note, width);
    head_height(width) + rows * supplier_row::HEIGHT + supplier_row::SENTENCE + note
}

fn head_height(width: f32) -> f32 {
    HEAD + if width < NARROW { 36.0 } else { 0.0 }
}

/// Shows the table in `inner`; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>, inner: Rect) -> Vec<Command> {
    let mut selection: Selection = ui.data(|data| data.get_temp(memory())).unwrap_or_default();
    if ui
        .data(|data| data.get_temp::<Revealed>(memory()))
        .is_some()
    {
        (selection.origin, selection.words) = (None, String::new());
    }
    let add = filters(ui, world, inner, &mut selection);
    let rows = supplier_rows(world, &selection);
    let cells: Vec<Cells> = rows.iter().map(|row| Cells::new(world, row)).collect();
    let top = inner.top() + head_height(inner.width());
    let edges = edges(ui, world, inner, &cells, order(&selection));
    column_heads(ui, world, inner, top - 12.0, &edges, &mut selection);
    ui.data_mut(|data| data.insert_temp(memory(), selection));

    let words = &world.locale.text.chain.suppliers.note;
    let bottom = inner.bottom() - note_height(ui, words, inner.width());
    let list = Rect::from_min_max(pos2(inner.left(), top), pos2(inner.right() + 8.0, bottom));
    let mut commands = list_rows(ui, world, &rows, &cells, &edges, list);
    commands.extend(add);
    note(ui, words, inner);
    commands
}

fn list_rows(
    ui: &mut Ui,
    world: &World<'_>,
    rows: &[SupplierRow],
    cells: &[Cells],
    edges: &[f32],
    list: Rect,
) -> Vec<Command> {
    let mut commands = Vec::new();
    let mut ui = ui.new_child(UiBuilder::new().max_rect(list));
    let scroll = ScrollArea::vertical()
        .id_salt("suppliers")
        .auto_shrink(false);
    scroll.show(&mut ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if rows.is_empty() {
            ui.add_space(space::GAP);
            ui.label(&world.locale.text.chain.suppliers.none);
        }
        for (row, cells) in rows.iter().zip(cells) {
            let is_refused = share_field::refusal(ui, row).is_some();
            let more = if is_refused {
                supplier_row::SENTENCE
            } else {
                0.0
            };
            let size = vec2(list.width() - 8.0, supplier_row::HEIGHT + more);
            let (place, _) = ui.allocate_exact_size(size, Sense::hover());
            if is_revealed(ui, row) {
                let at_once = ScrollAnimation::none();
                ui.scroll_to_rect_animation(place, Some(Align::Center), at_once);
            }
            if ui.is_rect_visible(place) {
                commands.extend(supplier_row::show(ui, world, row, cells, place, edges));
            }
        }
    });
    commands
}

/// The search, the choice of origin, and the button to add a supplier; gives what it wants.
fn filters(
    ui: &mut Ui,
    world: &World<'_>,
    inner: Rect,
    selection: &mut Selection,
) -> Option<Command> {
    let texts = &world.locale.text.chain.suppliers;
    let origins = [None, Some(Origin::China), Some(Origin::Foreign)];
    let words = [&texts.all, &texts.china, &texts.foreign];
    let words: Vec<String> = words
        .into_iter()
        .zip(origins)
        .map(|(words, origin)| words.fill(&[("count", &supplier_count(world, origin))]))
        .collect();
    let on = origins
        .iter()
        .position(|&origin| origin == selection.origin)
        .unwrap_or(0);

    let y = inner.top() + space::BUTTON / 2.0;
    let add = columns::width(ui, [texts.add.as_str()]) + 28.0;
    let add = Rect::from_center_size(pos2(inner.right() - add / 2.0, y), vec2(add, space::BUTTON));
    let is_wanted = ui.put(add, Button::new(&texts.add)).clicked();
    let id = Id::unique("supplier origin");
    let is_narrow = inner.width() < NARROW;
    let (right, below) = if is_narrow {
        (inner.left() + segmented::width(ui, &words), 36.0)
    } else {
        (add.left() - space::GAP, 0.0)
    };
    let (chosen, left) = segmented::show(ui, id, pos2(right, y + below), &words, on);
    if let Some(chosen) = chosen {
        selection.origin = origins[chosen];
    }
    let end = if is_narrow { add.left() } else { left } - space::GAP;
    let field = Rect::from_min_max(inner.min, pos2(end, inner.top() + space::BUTTON));
    let id = Id::unique("supplier search");
    search_field::show(ui, id, field, &texts.search, &mut selection.words);
    is_wanted.then_some(Command::AskForSupplier(SupplierForm::New))
}

/// What the number columns sort by.
const SORTS: [SortBy; 5] = [
    SortBy::Share,
    SortBy::First,
    SortBy::Now,
    SortBy::Multiple,
    SortBy::Change,
];

fn order(selection: &Selection) -> Order<SortBy> {
    Order {
        sort: selection.sort,
        reversed: selection.reversed,
    }
}

/// What the heads of the number columns say: share, base year, year in view, ratio, change.
fn head_words(world: &World<'_>) -> [String; 5] {
    let texts = &world.locale.text.chain.suppliers;
    [
        texts.share.clone(),
        Year::BASE.calendar().to_string(),
        world.year.calendar().to_string(),
        texts.multiple.clone(),
        texts.against_baseline.clone(),
    ]
}

/// The years of the curves.
fn curve_head() -> String {
    let last = Year::LAST.calendar() % 100;
    format!("{}–{last}", Year::BASE.calendar())
}

/// Right edges of the columns: share, four numbers, and the curve.
fn edges(
    ui: &Ui,
    world: &World<'_>,
    inner: Rect,
    cells: &[Cells],
    order: Order<SortBy>,
) -> Vec<f32> {
    let heads = head_words(world).into_iter().zip(SORTS);
    let heads: Vec<_> = heads
        .map(|(words, sort)| columns::head_words(&words, sort, order))
        .collect();
    let mut widths = vec![share_field::WIDTH.max(columns::width(ui, [heads[0].as_str()]))];
    for (column, head) in heads[1..].iter().enumerate() {
        let cells = cells.iter().map(|cells| cells.words[column].as_str());
        widths.push(columns::width(ui, cells.chain([head.as_str()])));
    }
    let curve = columns::width(ui, [curve_head().as_str()]);
    widths.push(curve.max(sparkline::WIDTH));
    columns::edges(inner.right() - 4.0, inner.width(), &widths)
}

fn column_heads(
    ui: &Ui,
    world: &World<'_>,
    inner: Rect,
    y: f32,
    edges: &[f32],
    selection: &mut Selection,
) {
    let name = &world.locale.text.chain.suppliers.name;
    let numbers = head_words(world);
    let mut heads = vec![Head {
        sort: SortBy::Name,
        words: name,
        at: pos2(inner.left() + 10.0, y),
        anchor: Align2::LEFT_CENTER,
    }];
    for ((sort, words), &edge) in SORTS.into_iter().zip(&numbers).zip(edges) {
        heads.push(Head {
            sort,
            words,
            at: pos2(edge, y),
            anchor: Align2::RIGHT_CENTER,
        });
    }
    if let Some(&edge) = edges.last() {
        let words = curve_head();
        columns::cell(ui, edge, y, &words, false, Role::Text3);
    }
    let order = columns::heads(ui, "suppliers", &heads, order(selection));
    (selection.sort, selection.reversed) = (order.sort, order.reversed);
    let edge = style::color(ui, Role::Stroke);
    ui.painter().hline(inner.x_range(), y + 12.0, (1.0, edge));
}

/// What is to be known of a table, below it.
pub fn note(ui: &Ui, words: &str, inner: Rect) {
    let galley = note_galley(ui, words, inner.width());
    let at = pos2(inner.left(), inner.bottom() - galley.size().y);
    ui.painter()
        .galley(at, galley, style::color(ui, Role::Text3));
}

/// How much room a note wants below a table.
pub fn note_height(ui: &Ui, words: &str, width: f32) -> f32 {
    note_galley(ui, words, width).size().y + space::GAP
}

fn note_galley(ui: &Ui, words: &str, width: f32) -> Arc<Galley> {
    let (font, color) = (style::regular(size::CAPTION), style::color(ui, Role::Text3));
    ui.painter().layout(words.to_owned(), font, color, width)
}

/// A supplier to be scrolled to.
#[derive(Clone)]
struct Revealed(String);

/// Brings a supplier into view once it is there, whatever was searched for.
pub fn reveal(ui: &Ui, id: &str) {
    ui.data_mut(|data| data.insert_temp(memory(), Revealed(id.to_owned())));
}

/// Is this the supplier to be scrolled to? Only once.
fn is_revealed(ui: &Ui, row: &SupplierRow) -> bool {
    let revealed = ui.data(|data| data.get_temp::<Revealed>(memory()));
    let is_it = revealed.is_some_and(|revealed| revealed.0 == row.supplier.id);
    if is_it {
        ui.data_mut(|data| data.remove::<Revealed>(memory()));
    }
    is_it
}

/// Lets the suppliers with these words be shown next.
pub fn seek(ui: &Ui, words: &str) {
    let selection = Selection {
        words: words.to_owned(),
        ..Selection::default()
    };
    ui.data_mut(|data| data.insert_temp(memory(), selection));
}

fn memory() -> Id {
    Id::unique("supplier selection")
}
