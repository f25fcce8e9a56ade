//! The table of all assumptions, and where the chosen one comes from.

use eframe::egui::{Align2, CornerRadius, Id, Rect, Ui, pos2, vec2};

use strum::VariantArray as _;

use super::{detail, sorted_table};
use crate::app::{Command, Section, View};
use crate::model::Assumption;
use crate::model::assumptions::Basis;
use crate::report::World;
use crate::report::evidence::assumptions::{
    AssumptionFilter, AssumptionOrder, AssumptionRow, AssumptionSelection, assumption_rows, basis,
    told_basis,
};
use crate::theme::Role;
use crate::ui::paint::card;
use crate::ui::segmented;
use crate::ui::style::{self, size, space};
use crate::ui::table_head::Column;
use crate::ui::table_rows::{self, Rows};

const ROW: f32 = 28.0;
/// Narrower tables show fewer columns.
const WIDE: f32 = 860.0;
/// Where the meaning of a basis stands behind its name.
const MEANING: f32 = 82.0;

/// What is remembered of the section.
#[derive(Clone, Default)]
struct State {
    selection: AssumptionSelection,
    chosen: Option<Assumption>,
}

/// Shows the section; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>, rect: Rect, view: &View) -> Vec<Command> {
    let mut state: State = super::load(ui, Section::Assumptions);
    (view.evidence_words).clone_into(&mut state.selection.words);
    state.selection.filter = view.assumption_filter;
    state.chosen = view.sought_assumption.or(state.chosen);
    let (table, beside) = super::split(rect);
    card(ui, table);
    let inner = table.shrink2(vec2(space::CARD, 10.0));
    let (mut commands, below) = head(ui, world, inner, &state.selection);

    let rows = assumption_rows(world, &state.selection);
    let chosen = rows
        .iter()
        .position(|row| Some(row.assumption) == state.chosen)
        .unwrap_or(0);
    let list = inner.with_min_y(below);
    let follow = view.sought_assumption.is_some();
    commands.extend(follow.then_some(Command::FoundAssumption));
    let on = Chosen {
        row: chosen,
        follow,
    };
    if let Some(clicked) = body(ui, world, list, &rows, (on, &mut state.selection)) {
        state.chosen = rows.get(clicked).map(|row| row.assumption);
    }
    super::store(ui, Section::Assumptions, state);
    detail::show(ui, beside, "assumptions", |ui| {
        if let Some(row) = rows.get(chosen) {
            show_detail(ui, world, row);
        }
        legend(ui, world);
    });
    commands
}

/// The row that is chosen, and whether it is to be brought into view.
#[derive(Clone, Copy)]
struct Chosen {
    row: usize,
    follow: bool,
}

/// The search field, the choice of changed ones, and that of a basis; gives where it ends.
fn head(
    ui: &mut Ui,
    world: &World<'_>,
    inner: Rect,
    selection: &AssumptionSelection,
) -> (Vec<Command>, f32) {
    let mut commands = Vec::new();
    let filter = selection.filter;
    let mut wanted = |filter| commands.push(Command::FilterAssumptions(filter));
    let texts = &world.locale.text.evidence.assumptions;
    let mut words = vec![texts.any_basis.clone()];
    let known = Basis::VARIANTS.iter();
    words.extend(known.map(|&known| basis(&world.locale, known).0.to_owned()));
    let on = filter
        .basis
        .and_then(|basis| Basis::VARIANTS.iter().position(|&known| known == basis))
        .map_or(0, |index| index + 1);
    let y = inner.top() + 14.0;
    let id = Id::unique("assumption basis");
    let (chosen, mut left) = segmented::show(ui, id, pos2(inner.right(), y), &words, on);
    if let Some(chosen) = chosen {
        let basis = chosen.checked_sub(1).map(|index| Basis::VARIANTS[index]);
        wanted(AssumptionFilter { basis, ..filter });
    }

    let changed = world.scenario.changed();
    let words = [
        texts.all.fill(&[("count", &Assumption::ALL.len())]),
        texts.changed.fill(&[("count", &changed)]),
    ];
    let width = segmented::width(ui, &words);
    let is_tight = left - width - 12.0 < inner.left() + 180.0;
    let below = if is_tight { 36.0 } else { 0.0 };
    if is_tight {
        left = inner.right();
    }
    let on = usize::from(filter.changed);
    let id = Id::unique("assumption changed");
    let right = if is_tight { inner.right() } else { left - 12.0 };
    let (chosen, left) = segmented::show(ui, id, pos2(right, y + below), &words, on);
    if let Some(chosen) = chosen {
        let changed = chosen == 1;
        wanted(AssumptionFilter { changed, ..filter });
    }
    let right = (left - 12.0).min(inner.left() + 300.0);
    let top = inner.top() + below;
    let field = Rect::from_min_max(pos2(inner.left(), top), pos2(right, top + space::BUTTON));
    let words = &selection.words;
    commands.extend(super::search(
        ui,
        Section::Assumptions,
        field,
        &texts.search,
        words,
    ));
    (commands, top + 38.0)
}

/// The columns with their relative widths, and whether they hold numbers.
fn columns<'a>(world: &World<'a>, list: Rect) -> Vec<(AssumptionOrder, Column<'a>)> {
    use AssumptionOrder as By;
    let texts = &world.locale.text.evidence.assumptions;
    let mut columns = vec![
        (By::Name, &texts.name, 2.9, false),
        (By::Group, &texts.group, 1.25, false),
        (By::Kind, &texts.kind, 1.2, false),
        (By::Value, &texts.value, 0.85, true),
        (By::Baseline, &texts.baseline, 0.95, true),
        (By::Low, &texts.low, 0.85, true),
        (By::High, &texts.high, 0.85, true),
        (By::Unit, &texts.unit, 1.15, false),
        (By::Basis, &texts.basis, 1.3, false),
        (By::Source, &texts.source, 1.4, false),
    ];
    if list.width() < WIDE {
        columns.retain(|column| !matches!(column.0, By::Group | By::Kind | By::Source));
    }
    sorted_table::columns(list, &columns)
}

/// The names of the columns and the rows; gives the row that was clicked.
fn body(
    ui: &mut Ui,
    world: &World<'_>,
    list: Rect,
    rows: &[AssumptionRow],
    (chosen, selection): (Chosen, &mut AssumptionSelection),
) -> Option<usize> {
    let columns = columns(world, list);
    let id = Id::unique("assumptions");
    let sorting = (&mut selection.order, &mut selection.reversed);
    sorted_table::head(ui, id, list, &columns, sorting);
    let in_view = Rows {
        chosen: Some(chosen.row),
        follow: chosen.follow,
        ..sorted_table::rows(ui, world, id, list, (rows.len(), ROW))?
    };
    table_rows::show(ui, &in_view, |ui, index, place| {
        if rows[index].is_changed {
            mark(ui, place);
        }
        for (order, column) in &columns {
            cell(ui, world, &rows[index], *order, (column, place.center().y));
        }
        rows[index].sentence(&world.locale)
    })
}

/// The mark of what the scenario changes: colour alone would not do.
fn mark(ui: &Ui, place: Rect) {
    let tag = Rect::from_min_size(place.min + vec2(0.0, 8.0), vec2(3.0, ROW - 16.0));
    let color = style::color(ui, Role::Accent);
    ui.painter().rect_filled(tag, CornerRadius::same(1), color);
}

fn cell(
    ui: &Ui,
    world: &World<'_>,
    row: &AssumptionRow,
    order: AssumptionOrder,
    (column, y): (&Column<'_>, f32),
) {
    use AssumptionOrder as By;
    let locale = &world.locale;
    let number = |value| row.number(locale, value);
    let words = match order {
        By::Name => row.name(locale).to_owned(),
        By::Group => row.group(locale).to_owned(),
        By::Kind => row.kind(locale).to_owned(),
        By::Value => number(row.value),
        By::Baseline => number(row.range.base),
        By::Low => number(row.range.low),
        By::High => number(row.range.high),
        By::Unit => row.unit(locale),
        By::Basis => row.basis(locale).0.to_owned(),
        By::Source => row.publishers(locale),
    };
    if order == By::Basis {
        let at = pos2(column.place.min, y);
        let role = basis_role(row.info().basis);
        detail::pill(
            ui,
            at,
            Align2::LEFT_CENTER,
            &words,
            role,
            column.place.span(),
        );
        return;
    }
    let (strong, role) = match order {
        By::Name => (false, Role::Text1),
        By::Value if row.is_changed => (true, Role::Accent),
        By::Value => (true, Role::Text1),
        _ => (false, Role::Text3),
    };
    let font = if strong {
        style::semibold(size::LABEL)
    } else {
        style::regular(size::LABEL)
    };
    column.cell(ui, y, &words, font, style::color(ui, role));
}

/// The colour of a basis: what is measured stands out, what is judged warns.
pub fn basis_role(basis: Basis) -> Role {
    match basis {
        Basis::Measured | Basis::Derived => Role::Good,
        Basis::Analyst | Basis::Seed => Role::Neutral,
        Basis::Judged => Role::BindingPowerText,
    }
}

/// Everything about the chosen assumption, its sources in full.
fn show_detail(ui: &mut Ui, world: &World<'_>, row: &AssumptionRow) {
    let locale = &world.locale;
    let texts = &locale.text.evidence.assumptions;
    let typed = |value| locale.typed(row.assumption, value);
    detail::title(ui, row.name(locale));
    let about = [row.assumption.id(), row.group(locale), row.kind(locale)];
    detail::quiet(ui, &about.join(&locale.text.evidence.dot));
    ui.add_space(4.0);
    let (value, baseline) = (typed(row.value), typed(row.range.base));
    let values = [
        ("value", &value as &dyn std::fmt::Display),
        ("baseline", &baseline),
    ];
    detail::value(ui, &texts.this_value.fill(&values));
    let (low, high) = (typed(row.range.low), typed(row.range.high));
    detail::sentence(ui, &texts.likely.fill(&[("low", &low), ("high", &high)]));
    detail::heading(ui, &texts.sources);
    detail::sentence(ui, &told_basis(locale, row.info().basis));
    for source in row.sources() {
        detail::source(ui, world, source);
    }
}

/// What each basis means.
fn legend(ui: &mut Ui, world: &World<'_>) {
    ui.add_space(8.0);
    ui.separator();
    detail::heading(ui, &world.locale.text.evidence.assumptions.legend);
    for &known in Basis::VARIANTS {
        let (name, meaning) = basis(&world.locale, known);
        let (font, color) = (style::regular(size::CAPTION), style::color(ui, Role::Text2));
        let width = ui.available_width() - MEANING;
        let words = ui.painter().layout(meaning.to_owned(), font, color, width);
        let size = vec2(ui.available_width(), words.size().y.max(16.0) + 6.0);
        let (place, _) = ui.allocate_exact_size(size, eframe::egui::Sense::hover());
        let at = place.left_center();
        detail::pill(ui, at, Align2::LEFT_CENTER, name, basis_role(known), 90.0);
        let at = pos2(
            place.left() + MEANING,
            place.center().y - words.size().y / 2.0,
        );
        ui.painter().galley(at, words, color);
    }
}
