//! Several scenarios side by side: what differs in them, and in what comes of it.

use maud::{Markup, html};

use super::Part;
use super::case::{Case, side_by_side};
use super::edition::Edition;
use super::figure;
use super::style::dotted;
use super::table::{Column, Row, cell, table, two_lines};
use crate::model::Assumption;
use crate::report::comparison::{
    self, Comparison, InputRow, OutputRow, inputs, multiples, outputs,
};
use crate::theme::Theme;

/// The part about what the scenarios have in common and what not; none where there are none.
pub fn part(cases: &[Case<'_>], edition: &Edition) -> Option<Part> {
    let comparison = side_by_side(cases)?;
    let text = comparison.locale.text;
    Some(Part {
        id: "comparison".to_owned(),
        title: text.document.sections.comparison.clone(),
        role: None,
        body: body(&comparison, edition.theme),
    })
}

fn body(comparison: &Comparison<'_>, theme: Theme) -> Markup {
    let text = comparison.locale.text;
    let year = comparison.year.calendar();
    let reference = &comparison.reference().label;
    let charts = multiples(comparison);
    html! {
        p.finding { (comparison.headline()) }
        (input_table(comparison))
        h3 { (text.compare.outputs_title.fill(&[("year", &year)])) }
        (output_table(comparison))
        p.quiet { (text.document.reference.fill(&[("name", reference)])) }
        div.figures.small {
            @for chart in &charts { (figure::small(&comparison.locale, chart, theme)) }
        }
        p.quiet { (text.document.multiples) }
    }
}

/// The inputs that are not the same in all.
fn input_table(comparison: &Comparison<'_>) -> Markup {
    let text = &comparison.locale.text.compare;
    let rows = inputs(comparison);
    let all = Assumption::ALL.len();
    let title = (text.inputs_title).fill(&[("count", &rows.len()), ("all", &all)]);
    let columns = columns(comparison, &text.input_head);
    let cells = |row: &InputRow| {
        let values = row.shown.iter().map(|value| cell(value));
        let name = two_lines(&row.name, &row.unit);
        Row::plain(std::iter::once(name).chain(values).collect())
    };
    html! {
        h3 { (title) }
        @if rows.is_empty() {
            p { (text.nothing_differs) }
        } @else {
            (table(&title, &columns, rows.iter().map(cells)))
        }
    }
}

/// The key outputs of the year in view, with their differences.
fn output_table(comparison: &Comparison<'_>) -> Markup {
    let text = &comparison.locale.text;
    let year = comparison.year.calendar();
    let title = text.compare.output_head.fill(&[("year", &year)]);
    let columns = columns(comparison, &title);
    let not_comparable = &text.charts.not_comparable;
    let value = |cell: &comparison::Cell| {
        let delta = cell.delta.lines(not_comparable);
        two_lines(&cell.value, &delta.join(&text.evidence.dot))
    };
    let cells = |row: OutputRow| {
        let name = two_lines(&row.name, &row.unit);
        let values = row.cells.iter().map(value);
        Row::plain(std::iter::once(name).chain(values).collect())
    };
    table(&title, &columns, outputs(comparison).into_iter().map(cells))
}

/// A column of names, and one for each scenario under its colour.
fn columns(comparison: &Comparison<'_>, name: &str) -> Vec<Column> {
    let worlds = comparison.worlds.iter();
    let heads = worlds.map(|world| Column::number_under(dotted(world.role, &world.label)));
    std::iter::once(Column::words(name)).chain(heads).collect()
}
