//! The card with the tables of the value chain: suppliers, or segments.

use eframe::egui::{Align2, Id, Rect, Ui, pos2, vec2};

use super::paint::{card, describe, text_within};
use super::style::{self, size, space};
use super::{segmented, segments, suppliers};
use crate::app::Command;
use crate::model::{Measure, Series};
use crate::report::World;
use crate::theme::Role;

/// Height of the title, and the card's own margins.
const TITLE: f32 = 34.0;
const MARGIN: f32 = 12.0;

/// Which table is shown.
#[derive(Clone, Copy, Default, PartialEq)]
enum Shown {
    #[default]
    Suppliers,
    Segments,
}

/// How high the card is when its table shows every row.
pub fn height(ui: &Ui, world: &World<'_>, width: f32, measure: Measure) -> f32 {
    let width = width - 2.0 * space::CARD;
    let table = match shown(ui) {
        Shown::Suppliers => suppliers::height(ui, world, width),
        Shown::Segments => segments::height(ui, world, width, measure),
    };
    TITLE + 2.0 * MARGIN + table
}

/// Shows the card in `rect`; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>, rect: Rect, measure: Measure) -> Vec<Command> {
    card(ui, rect);
    let inner = rect.shrink2(vec2(space::CARD, MARGIN));
    let shown = head(ui, world, inner);
    let table = inner.with_min_y(inner.top() + TITLE);
    match shown {
        Shown::Suppliers => suppliers::show(ui, world, table),
        Shown::Segments => Vec::from_iter(segments::show(ui, world, table, measure)),
    }
}

/// Title, and the choice of the table.
fn head(ui: &Ui, world: &World<'_>, inner: Rect) -> Shown {
    let texts = &world.locale.text.chain;
    let mut shown = shown(ui);
    let y = inner.top() + 12.0;
    let all = [Shown::Suppliers, Shown::Segments];
    let words = [&texts.suppliers.tab, &texts.segments.tab].map(String::clone);
    let on = usize::from(shown == Shown::Segments);
    let right = pos2(inner.right(), y);
    let (chosen, left) = segmented::show(ui, memory().with("switch"), right, &words, on);
    if let Some(chosen) = chosen {
        shown = all[chosen];
        ui.data_mut(|data| data.insert_temp(memory(), shown));
    }
    let title = match shown {
        Shown::Suppliers => &texts.suppliers.title,
        Shown::Segments => &texts.segments.title,
    };
    let unit = world.locale.numbers.axis_unit(&Series::Capex.info().unit);
    let title = title.fill(&[("unit", &unit)]);
    let (font, ink) = (style::semibold(size::TITLE), style::color(ui, Role::Text1));
    let at = pos2(inner.left(), y);
    let room = left - inner.left() - space::GAP;
    let painter = ui.painter();
    let place = text_within(painter, at, Align2::LEFT_CENTER, &title, font, ink, room);
    describe(ui, "title of the tables", place, &title);
    shown
}

/// Lets the suppliers with these words be shown next.
pub fn seek_supplier(ui: &Ui, words: &str) {
    ui.data_mut(|data| data.insert_temp(memory(), Shown::Suppliers));
    suppliers::seek(ui, words);
}

fn shown(ui: &Ui) -> Shown {
    ui.data(|data| data.get_temp(memory())).unwrap_or_default()
}

fn memory() -> Id {
    Id::unique("table of the value chain")
}
