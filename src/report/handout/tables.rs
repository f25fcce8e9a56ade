//! The tables of a hand-out that are not all results: for spreadsheets, at full precision, in the
//! units of the model.

use std::io;

use strum::VariantArray as _;

use crate::model::suppliers::Origin;
use crate::model::{Assumption, Measure, Segment, Series, Year};
use crate::report::comparison::{Comparison, OUTPUTS, inputs};
use crate::report::csv_file::CsvFile;
use crate::report::document::changed_assumptions;
use crate::report::segment_table::segment_name;
use crate::report::supplier_table::{Selection, supplier_rows};
use crate::report::world::World;

/// The assumptions that a scenario changes: both values, what is believed, and where it is from.
///
/// # Errors
/// None that could be: what is written stays in memory.
pub fn inputs_that_differ(world: &World<'_>) -> io::Result<Vec<u8>> {
    let words = [
        "assumption",
        "unit",
        "name",
        "unit_name",
        "basis",
        "sources",
    ];
    let numbers = ["baseline", "value", "p5", "p95"];
    let mut table = CsvFile::new(words.into_iter().chain(numbers).map(str::to_owned))?;
    let locale = &world.locale;
    for row in changed_assumptions(world) {
        let (id, unit) = (row.assumption.id(), &row.info().unit);
        let publishers = row.publishers(locale);
        let words = [
            id,
            unit,
            row.name(locale),
            locale.numbers.plain_name(unit),
            row.basis(locale).0,
            &publishers,
        ];
        let (low, high) = world.scenario.spread(row.assumption).ends();
        table.row(words, [row.range.base, row.value, low, high])?;
    }
    table.bytes()
}

/// What segments take in, keep and earn, and the Chinese part of what they keep, in all years.
///
/// # Errors
/// None that could be: what is written stays in memory.
pub fn segments(world: &World<'_>) -> io::Result<Vec<u8>> {
    let words = ["segment", "name", "measure", "unit"];
    let mut table = CsvFile::new(columns(&words))?;
    for &segment in Segment::ALL {
        for &measure in Measure::VARIANTS {
            let series = Series::of_segment(segment, measure);
            let name: &str = measure.into();
            let unit = &series.info().unit;
            let words = [segment.id(), segment_name(world, segment), name, unit];
            table.row(words, world.run.years(series).iter().copied())?;
        }
    }
    table.bytes()
}

/// The revenue of all suppliers in all years.
///
/// # Errors
/// None that could be: what is written stays in memory.
pub fn suppliers(world: &World<'_>) -> io::Result<Vec<u8>> {
    let words = [
        "supplier",
        "name",
        "ticker",
        "segment",
        "segment_name",
        "origin",
        "unit",
    ];
    let columns = columns(&words);
    let share = "share".to_owned();
    let (words, years) = columns.split_at(words.len());
    let columns = words
        .iter()
        .cloned()
        .chain([share])
        .chain(years.iter().cloned());
    let mut table = CsvFile::new(columns)?;
    for row in supplier_rows(world, &Selection::default()) {
        let supplier = &row.supplier;
        let origin = match supplier.origin {
            Origin::China => "china",
            Origin::Foreign => "foreign",
        };
        let words = [
            supplier.id.as_str(),
            supplier.name.get(world.locale.language),
            &supplier.ticker,
            supplier.segment.id(),
            segment_name(world, supplier.segment),
            origin,
            &Series::Capex.info().unit,
        ];
        table.row(words, std::iter::once(supplier.share).chain(row.revenue))?;
    }
    table.bytes()
}

/// The inputs that are not the same in all scenarios: a column a scenario.
///
/// # Errors
/// None that could be: what is written stays in memory.
pub fn compared_inputs(comparison: &Comparison<'_>) -> io::Result<Vec<u8>> {
    let words = ["assumption", "unit", "name"].map(str::to_owned);
    let labels = comparison.worlds.iter().map(|world| world.label.clone());
    let mut table = CsvFile::new(words.into_iter().chain(labels))?;
    for row in inputs(comparison) {
        let info = Assumption::info(row.assumption);
        let words = [row.assumption.id(), &info.unit, &row.name];
        table.row(words, row.values)?;
    }
    table.bytes()
}

/// The key outputs of all years: a column a scenario.
///
/// # Errors
/// None that could be: what is written stays in memory.
pub fn compared_outputs(comparison: &Comparison<'_>) -> io::Result<Vec<u8>> {
    let words = ["series", "unit", "name", "year"].map(str::to_owned);
    let labels = comparison.worlds.iter().map(|world| world.label.clone());
    let mut table = CsvFile::new(words.into_iter().chain(labels))?;
    for series in OUTPUTS {
        let info = series.info();
        let name = info.label.get(comparison.locale.language);
        for year in Year::all() {
            let calendar = year.calendar().to_string();
            let words = [series.id(), &info.unit, name, &calendar];
            let values = comparison
                .worlds
                .iter()
                .map(|world| world.run.get(series, year));
            table.row(words, values)?;
        }
    }
    table.bytes()
}

/// Names of columns of words, and then a column a year.
fn columns(words: &[&str]) -> Vec<String> {
    let words = words.iter().map(|word| (*word).to_owned());
    let years = Year::all().map(|year| year.calendar().to_string());
    words.chain(years).collect()
}
