//! The key results of all years.

use maud::{Markup, html};

use super::table::{Column, Row, cell, table, two_lines};
use crate::analysis::is_code;
use crate::model::{Run, Series, Year};
use crate::report::comparison::{OUTPUTS, result_measure, result_name};
use crate::report::world::{Binding, Locale, World};

/// A table of the key results: a column a year, and where the baseline differs its row below.
pub fn by_year(world: &World<'_>) -> Markup {
    let text = &world.locale.text;
    let mut columns = vec![Column::words(&text.charts.series)];
    columns.extend(Year::all().map(|year| Column::number(&year.calendar().to_string())));
    let rows = OUTPUTS.iter().flat_map(|&series| rows_of(world, series));
    html! {
        (table(&text.document.sections.results, &columns, rows))
        p.quiet { (text.document.all_results) }
    }
}

fn rows_of(world: &World<'_>, series: Series) -> Vec<Row> {
    let locale = &world.locale;
    let row = |run: &Run, name: Markup| {
        let values = Year::all().map(|year| cell(&value(locale, run, (series, year))));
        std::iter::once(name).chain(values).collect()
    };
    let name = named(locale, series);
    let mut rows = vec![Row::plain(row(world.run, name))];
    if world.differs() {
        let name = cell(&locale.text.charts.baseline);
        rows.push(Row::ghost(row(world.baseline, name)));
    }
    rows
}

/// What a result is called, and what it is measured in.
pub fn named(locale: &Locale, series: Series) -> Markup {
    two_lines(
        &result_name(locale, series),
        &result_measure(locale, series),
    )
}

/// A result of a year without its unit; a code as its word.
fn value(locale: &Locale, run: &Run, (series, year): (Series, Year)) -> String {
    if is_code(series) {
        return Binding::of(run, year).name(locale).to_owned();
    }
    let value = run.get(series, year);
    locale.numbers.axis_value(value, &series.info().unit)
}
