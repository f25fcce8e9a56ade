//! The table of sources, and what rests on the chosen one.

use eframe::egui::{Align2, Id, Rect, Ui, pos2, vec2};

use super::{detail, sorted_table};
use crate::app::{Command, Section};
use crate::report::World;
use crate::report::evidence::source_kind;
use crate::report::evidence::sources::{SourceOrder, SourceRow, SourceSelection, source_rows};
use crate::theme::Role;
use crate::ui::icons;
use crate::ui::paint::{card, describe};
use crate::ui::style::{self, size, space};
use crate::ui::table_head::Column;
use crate::ui::table_rows::{self, Rows};

const ROW: f32 = 28.0;
/// Narrower tables show fewer columns.
const WIDE: f32 = 860.0;

/// What is remembered of the section.
#[derive(Clone, Default)]
struct State {
    selection: SourceSelection,
    /// Id of the chosen source.
    chosen: Option<&'static str>,
}

/// Shows the section; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>, rect: Rect, words: &str) -> Vec<Command> {
    let texts = &world.locale.text.evidence.sources;
    let mut state: State = super::load(ui, Section::Sources);
    words.clone_into(&mut state.selection.words);
    let (table, beside) = super::split(rect);
    card(ui, table);
    let inner = table.shrink2(vec2(space::CARD, 10.0));
    let right = inner.right().min(inner.left() + 300.0);
    let field = Rect::from_min_max(inner.min, pos2(right, inner.top() + space::BUTTON));
    let searched = super::search(ui, Section::Sources, field, &texts.search, words);
    let mut commands: Vec<Command> = searched.into_iter().collect();
    credit(ui, world, inner, field);

    let rows = source_rows(&world.locale, &state.selection);
    let chosen = rows
        .iter()
        .position(|row| Some(row.source.id.as_str()) == state.chosen)
        .unwrap_or(0);
    let list = inner.with_min_y(inner.top() + 38.0);
    if let Some(clicked) = body(ui, world, list, &rows, (chosen, &mut state.selection)) {
        state.chosen = rows.get(clicked).map(|row| row.source.id.as_str());
    }
    super::store(ui, Section::Sources, state);
    detail::show(ui, beside, "sources", |ui| {
        if let Some(row) = rows.get(chosen) {
            commands.extend(show_detail(ui, world, row));
        }
    });
    commands
}

/// The credit that Epoch AI's licence asks for, in full beside the search field.
fn credit(ui: &Ui, world: &World<'_>, inner: Rect, field: Rect) {
    let words = &world.locale.text.evidence.sources.credit;
    let (font, color) = (style::regular(size::CAPTION), style::color(ui, Role::Text2));
    let width = inner.right() - field.right() - 16.0;
    let galley = ui.painter().layout(words.clone(), font, color, width);
    let at = pos2(inner.right(), field.center().y);
    let place = Align2::RIGHT_CENTER.anchor_size(at, galley.size());
    ui.painter().galley(place.min, galley, color);
    describe(ui, "credit", place, words);
}

/// The columns with their names.
fn columns<'a>(world: &World<'a>, list: Rect) -> Vec<(SourceOrder, Column<'a>)> {
    use SourceOrder as By;
    let texts = &world.locale.text.evidence.sources;
    let mut columns = vec![
        (By::Title, &texts.title, 3.4, false),
        (By::Publisher, &texts.publisher, 2.0, false),
        (By::Date, &texts.date, 0.8, false),
        (By::Kind, &texts.kind, 1.2, false),
        (By::Assumptions, &texts.assumptions, 1.25, true),
        (By::Actuals, &texts.actuals, 0.8, true),
        (By::Claims, &texts.claims, 0.8, true),
        (By::Suppliers, &texts.suppliers, 0.9, true),
    ];
    if list.width() < WIDE {
        columns.retain(|column| !matches!(column.0, By::Kind | By::Suppliers));
    }
    sorted_table::columns(list, &columns)
}

/// The names of the columns and the rows; gives the row that was clicked.
fn body(
    ui: &mut Ui,
    world: &World<'_>,
    list: Rect,
    rows: &[SourceRow],
    (chosen, selection): (usize, &mut SourceSelection),
) -> Option<usize> {
    let columns = columns(world, list);
    let id = Id::unique("sources");
    let sorting = (&mut selection.order, &mut selection.reversed);
    sorted_table::head(ui, id, list, &columns, sorting);
    let in_view = Rows {
        chosen: Some(chosen),
        ..sorted_table::rows(ui, world, id, list, (rows.len(), ROW))?
    };
    table_rows::show(ui, &in_view, |ui, index, place| {
        for (order, column) in &columns {
            cell(ui, world, &rows[index], *order, (column, place.center().y));
        }
        rows[index].sentence(&world.locale)
    })
}

fn cell(
    ui: &Ui,
    world: &World<'_>,
    row: &SourceRow,
    order: SourceOrder,
    (column, y): (&Column<'_>, f32),
) {
    use SourceOrder as By;
    let locale = &world.locale;
    let count = |count: usize| match count {
        0 => "–".to_owned(),
        _ => count.to_string(),
    };
    let words = match order {
        By::Title => row.source.title.get(locale.language).to_owned(),
        By::Publisher => row.source.publisher.get(locale.language).to_owned(),
        By::Date => row.source.date.clone(),
        By::Kind => source_kind(row.source, locale).to_owned(),
        By::Assumptions => count(row.assumptions.len()),
        By::Actuals => count(row.actuals),
        By::Claims => count(row.claims),
        By::Suppliers => count(row.suppliers),
    };
    let (font, role) = match order {
        By::Title => (style::regular(size::BODY), Role::Text1),
        By::Publisher | By::Date | By::Kind => (style::regular(size::LABEL), Role::Text3),
        _ => (style::regular(size::LABEL), Role::Text1),
    };
    column.cell(ui, y, &words, font, style::color(ui, role));
}

/// Everything about the chosen source; gives what the user wants to see of it.
fn show_detail(ui: &mut Ui, world: &World<'_>, row: &SourceRow) -> Option<Command> {
    let locale = &world.locale;
    let texts = &locale.text.evidence.sources;
    detail::source(ui, world, row.source);
    detail::quiet(ui, &row.source.id);
    detail::heading(ui, &texts.used_by);
    if row.assumptions.is_empty() {
        detail::sentence(ui, &texts.no_assumptions);
        return None;
    }
    let count = row.assumptions.len();
    let words = texts.show_assumptions.fill(&[("count", &count)]);
    ui.add_space(4.0);
    let is_wanted = icons::text_button(ui, &words).clicked();
    ui.add_space(4.0);
    for assumption in &row.assumptions {
        detail::sentence(ui, assumption.info().label.get(locale.language));
    }
    is_wanted.then(|| Command::ShowEvidence {
        section: Section::Assumptions,
        words: row.source.id.clone(),
        assumption: None,
    })
}
