//! The sheet of a stage of the model: its results, and the steps that lead to them.

use rust_xlsxwriter::{RowNum, Worksheet, XlsxError};

use super::places::steps_head;
use super::places::{FIRST_YEAR, HEAD, Quantity, RESULTS_HEAD, Sheet, column_of, results, steps};
use super::{Book, cell, style};
use crate::model::series::Stage;
use crate::model::{Reference, Year};

const ID_WIDTH: f64 = 30.0;
const NAME_WIDTH: f64 = 44.0;
const UNIT_WIDTH: f64 = 26.0;
const YEAR_WIDTH: f64 = 11.0;
/// Ids and names stay in view.
const FROZEN: u16 = 2;

pub(super) fn write(page: &mut Worksheet, book: &Book<'_>, stage: Stage) -> Result<(), XlsxError> {
    let text = &book.locale.text.workbook;
    head(page, book)?;
    cell::write_words(page, (RESULTS_HEAD, 0), &text.results, &style::section())?;
    for quantity in results(stage) {
        row(page, book, quantity)?;
    }
    let steps = steps(stage);
    if !steps.is_empty() {
        let at = (steps_head(stage), 0);
        cell::write_words(page, at, &text.steps, &style::section())?;
    }
    for quantity in steps {
        row(page, book, quantity)?;
    }
    Ok(())
}

fn head(page: &mut Worksheet, book: &Book<'_>) -> Result<(), XlsxError> {
    let text = &book.locale.text;
    let names = [&text.workbook.id, &text.workbook.name, &text.charts.unit];
    cell::write_row(page, HEAD, names.map(String::as_str), &style::head())?;
    year_heads(page, FIRST_YEAR)?;
    for (column, width) in [ID_WIDTH, NAME_WIDTH, UNIT_WIDTH].into_iter().enumerate() {
        page.set_column_width(column as u16, width)?;
    }
    page.set_freeze_panes(HEAD + 1, FROZEN)?;
    for_print(page)
}

/// The years as names of columns, from a column on.
pub(super) fn year_heads(page: &mut Worksheet, first: u16) -> Result<(), XlsxError> {
    let format = style::number_head().set_num_format("0");
    for year in Year::all() {
        let column = first + year.index() as u16;
        page.write_number_with_format(HEAD, column, f64::from(year.calendar()), &format)?;
        page.set_column_width(column, YEAR_WIDTH)?;
    }
    Ok(())
}

/// A table on paper: lying, as wide as the page, its head on every page.
pub(super) fn for_print(page: &mut Worksheet) -> Result<(), XlsxError> {
    page.set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(HEAD, HEAD)?;
    Ok(())
}

fn row(page: &mut Worksheet, book: &Book<'_>, quantity: Quantity) -> Result<(), XlsxError> {
    let locale = &book.locale;
    let (sheet, row) = book.places.row(quantity);
    let name = quantity.label().get(locale.language);
    let unit = locale.numbers.plain_name(quantity.unit());
    cell::write_words(page, (row, 0), quantity.id(), &style::quiet())?;
    cell::write_words(page, (row, 1), name, &style::words())?;
    cell::write_words(page, (row, 2), unit, &style::quiet())?;
    for year in Year::all() {
        value(page, book, (sheet, row), quantity.at(year))?;
    }
    Ok(())
}

/// The formula of a year, where the model has one: some steps are taken only in the base year, or
/// only after it.
fn value(
    page: &mut Worksheet,
    book: &Book<'_>,
    (sheet, row): (Sheet, RowNum),
    reference: Reference,
) -> Result<(), XlsxError> {
    let formula = book.formula(reference, sheet);
    let (Some(formula), Some(year)) = (formula, reference.year()) else {
        return Ok(());
    };
    let format = book.locale.numbers.cell_format(reference.unit());
    let at = (row, column_of(year));
    cell::write_formula(
        page,
        at,
        &formula,
        book.values.get(reference),
        &style::number(format),
    )
}
