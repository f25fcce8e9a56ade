//! What differs from the baseline: assumptions, and suppliers.

use maud::{Markup, html};

use super::table::{Column, Row, cell, table, two_lines};
use crate::report::evidence::assumptions::{
    AssumptionFilter, AssumptionRow, AssumptionSelection, assumption_rows,
};
use crate::report::readings::likelihood;
use crate::report::segment_table::segment_name;
use crate::report::supplier_table::{Selection, SupplierRow, supplier_rows};
use crate::report::world::World;

/// The assumptions and suppliers of a scenario that are not those of its baseline.
pub fn changed(world: &World<'_>) -> Markup {
    let text = &world.locale.text.document;
    let (assumptions, suppliers) = (changed_assumptions(world), changed_suppliers(world));
    let is_baseline = assumptions.is_empty() && suppliers.is_empty();
    let id = world.scenario.baseline.id();
    html! {
        @if is_baseline { p { (text.no_changes.fill(&[("id", &id)])) } }
        @if !assumptions.is_empty() { (assumption_table(world, &assumptions)) }
        @if !suppliers.is_empty() {
            p.finding { (text.own_suppliers) }
            (supplier_table(world, &suppliers))
        }
    }
}

/// The assumptions that a scenario changes, in the order of the table.
pub fn changed_assumptions(world: &World<'_>) -> Vec<AssumptionRow> {
    let filter = AssumptionFilter {
        changed: true,
        basis: None,
    };
    let selection = AssumptionSelection {
        filter,
        ..AssumptionSelection::default()
    };
    assumption_rows(world, &selection)
}

/// The suppliers that a scenario changes or adds, the largest first.
fn changed_suppliers(world: &World<'_>) -> Vec<SupplierRow> {
    let mut rows = supplier_rows(world, &Selection::default());
    rows.retain(|row| row.is_own() || row.is_changed());
    rows
}

fn assumption_table(world: &World<'_>, rows: &[AssumptionRow]) -> Markup {
    let locale = &world.locale;
    let (text, heads) = (&locale.text.document, &locale.text.evidence.assumptions);
    let columns = [
        Column::words(&heads.name),
        Column::number(&heads.baseline),
        Column::number(&heads.value),
        Column::words(&text.likelihood),
        Column::words(&heads.source),
    ];
    let rows = rows.iter().map(|row| {
        let typed = |value| cell(&locale.typed(row.assumption, value));
        Row::plain(vec![
            two_lines(row.name(locale), row.group(locale)),
            typed(row.range.base),
            html! { strong { (typed(row.value)) } },
            cell(&likelihood(world, row.assumption)),
            two_lines(row.basis(locale).0, &row.publishers(locale)),
        ])
    });
    table(&text.sections.inputs, &columns, rows)
}

fn supplier_table(world: &World<'_>, rows: &[SupplierRow]) -> Markup {
    let locale = &world.locale;
    let (text, heads) = (&locale.text.document, &locale.text.chain.suppliers);
    let columns = [
        Column::words(&heads.name),
        Column::short(&locale.text.chain.segments.name),
        Column::number(&text.table_share),
        Column::number(&text.share),
    ];
    let rows = rows.iter().map(|row| {
        let share = |share| cell(&locale.numbers.share(share));
        let in_table = row.table_share.map_or_else(|| cell(&heads.own), share);
        Row::plain(vec![
            cell(row.supplier.name.get(locale.language)),
            cell(segment_name(world, row.supplier.segment)),
            in_table,
            share(row.supplier.share),
        ])
    });
    table(&text.own_suppliers, &columns, rows)
}
