//! Where the money of the year in view goes: its flow, the segments, the suppliers.

use maud::{Markup, html};

use super::figure;
use super::style::{dotted, tinted};
use super::table::{Column, Row, cell, table, two_lines};
use crate::model::{Measure, Series, Year};
use crate::report::findings;
use crate::report::money_flow::{money_flow, segment_role};
use crate::report::segment_table::{
    SegmentRow, SegmentSort, all_segments, segment_name, segment_rows,
};
use crate::report::supplier_table::{Selection, SupplierRow, supplier_rows};
use crate::report::world::World;
use crate::theme::{Role, Theme};

/// More suppliers than these are for the table that comes with the page.
const MOST_SUPPLIERS: usize = 24;
/// Stands where there is no number.
const NOTHING: &str = "–";

/// The picture of the flow.
pub fn flow(world: &World<'_>, theme: Theme) -> Markup {
    html! {
        p.finding { (findings::chain(world)) }
        (figure::flow(world, theme))
    }
}

/// What every node of the flow stands for, as a table.
pub fn flow_table(world: &World<'_>) -> Markup {
    let text = &world.locale.text.chain;
    let columns = [
        Column::short(&world.locale.text.charts.series),
        Column::number(&unit(world)),
        Column::number(&text.chinese),
    ];
    let nodes = money_flow(world).nodes;
    let rows = nodes.iter().map(|node| {
        let share = (node.amount > 0.0).then(|| node.chinese / node.amount);
        Row::plain(vec![
            dotted(node.role, &node.name),
            cell(&money(world, node.amount)),
            cell(&share.map_or_else(nothing, |share| world.locale.numbers.share(share))),
        ])
    });
    let year = world.year.calendar();
    let unit = unit(world);
    table(
        &text.title.fill(&[("year", &year), ("unit", &unit)]),
        &columns,
        rows,
    )
}

/// The segments, by what they keep, and their sum.
pub fn segments(world: &World<'_>) -> Markup {
    let text = &world.locale.text.chain;
    let columns = [
        Column::short(&text.segments.name),
        Column::number(&text.revenue),
        Column::number(&text.captured_value),
        Column::number(&text.segments.of_spending),
        Column::number(&text.profit),
        Column::number(&text.chinese),
        Column::number(&since_base(&text.suppliers.multiple)),
        Column::number(&text.suppliers.against_baseline),
    ];
    let measure = Measure::Captured;
    let rows = segment_rows(world, measure, SegmentSort::default(), false);
    let rows = rows
        .iter()
        .map(|row| Row::plain(segment_cells(world, row)))
        .chain([Row::strong(segment_cells(
            world,
            &all_segments(world, measure),
        ))]);
    let spent = world.locale.amount(Series::Capex, world.now(Series::Capex));
    let sums = (text.segments.sums).fill(&[("spent", &spent), ("measure", &text.captured_value)]);
    html! {
        (table(&text.segments.title.fill(&[("unit", &unit(world))]), &columns, rows))
        p.quiet { (unit(world)) (world.locale.text.evidence.dot) (sums) }
    }
}

fn segment_cells(world: &World<'_>, row: &SegmentRow) -> Vec<Markup> {
    let numbers = world.locale.numbers;
    let share = |share| cell(&numbers.share(share));
    let name = match row.segment {
        Some(segment) => dotted(segment_role(segment), &row.name),
        None => cell(&row.name),
    };
    let change = row.against_baseline().filter(|_| world.differs());
    vec![
        name,
        row.revenue.map_or_else(none, |value| amount(world, value)),
        amount(world, row.captured),
        share(row.of_spending),
        amount(world, row.profit),
        row.chinese.map_or_else(none, share),
        row.multiple()
            .map_or_else(none, |times| cell(&numbers.multiple(times))),
        change.map_or_else(none, |ratio| cell(&numbers.relative(ratio))),
    ]
}

/// The largest suppliers.
pub fn suppliers(world: &World<'_>) -> Markup {
    let text = &world.locale.text.chain.suppliers;
    let columns = [
        Column::short(&text.name),
        Column::short(&world.locale.text.chain.segments.name),
        Column::number(&text.share),
        Column::number(&Year::BASE.calendar().to_string()),
        Column::number(&world.year.calendar().to_string()),
        Column::number(&since_base(&text.multiple)),
        Column::number(&text.against_baseline),
    ];
    let all = supplier_rows(world, &Selection::default());
    let shown = &all[..all.len().min(MOST_SUPPLIERS)];
    let rows = shown
        .iter()
        .map(|row| Row::plain(supplier_cells(world, row)));
    let year = world.year.calendar();
    let largest = world.locale.text.document.largest_suppliers.fill(&[
        ("count", &shown.len()),
        ("of", &all.len()),
        ("year", &year),
    ]);
    html! {
        (table(&text.title.fill(&[("unit", &unit(world))]), &columns, rows))
        p.quiet { (unit(world)) (world.locale.text.evidence.dot) (largest) " " (text.note) }
    }
}

fn supplier_cells(world: &World<'_>, row: &SupplierRow) -> Vec<Markup> {
    let (text, numbers) = (&world.locale.text.chain.suppliers, world.locale.numbers);
    let supplier = &row.supplier;
    let ticker = match supplier.ticker.as_str() {
        "" if row.is_own() => &text.own,
        "" => &text.unlisted,
        ticker => ticker,
    };
    let change = row.against_baseline().filter(|_| row.differs(world));
    vec![
        two_lines(supplier.name.get(world.locale.language), ticker),
        dotted(
            segment_role(supplier.segment),
            segment_name(world, supplier.segment),
        ),
        cell(&numbers.share(supplier.share)),
        amount(world, row.first()),
        amount(world, row.now()),
        row.multiple()
            .map_or_else(none, |times| cell(&numbers.multiple(times))),
        change.map_or_else(none, |ratio| cell(&numbers.relative(ratio))),
    ]
}

/// Money as a cell; a loss in the colour of one.
fn amount(world: &World<'_>, value: f64) -> Markup {
    let words = money(world, value);
    if value < 0.0 {
        tinted(Role::Bad, &words)
    } else {
        cell(&words)
    }
}

/// Money without its unit.
fn money(world: &World<'_>, value: f64) -> String {
    world.locale.numbers.axis_value(value, money_unit())
}

fn unit(world: &World<'_>) -> String {
    world.locale.numbers.axis_unit(money_unit())
}

fn money_unit() -> &'static str {
    &Series::Capex.info().unit
}

/// The head of a column of multiples: since when.
fn since_base(multiple: &str) -> String {
    format!("{multiple} {}", Year::BASE.calendar())
}

fn none() -> Markup {
    cell(NOTHING)
}

fn nothing() -> String {
    NOTHING.to_owned()
}
