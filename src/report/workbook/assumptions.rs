//! The sheet of the assumptions: the cells that everything else is computed from.

use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{
    ColNum, ConditionalFormatFormula, DataValidation, DataValidationRule, Formula, RowNum,
    Worksheet, XlsxError,
};

use super::places::{HEAD, VALUE, row_of};
use super::stage::for_print;
use super::{Book, cell, style};
use crate::evidence;
use crate::model::Assumption;
use crate::report::evidence::assumptions::basis;

// The columns beside that of the value.
const ID: ColNum = 0;
const NAME: ColNum = 1;
const UNIT: ColNum = 3;
const LOW: ColNum = 4;
const HIGH: ColNum = 5;
const MINIMUM: ColNum = 6;
const MAXIMUM: ColNum = 7;
const BASELINE: ColNum = 8;
const CHANGED: ColNum = 9;
const GROUP: ColNum = 10;
const BASIS: ColNum = 11;
const SOURCE: ColNum = 12;

const WIDTHS: [f64; SOURCE as usize + 1] = [
    30.0, 50.0, 12.0, 24.0, 11.0, 11.0, 11.0, 11.0, 11.0, 10.0, 18.0, 11.0, 70.0,
];
/// Ids, names and values stay in view.
const FROZEN: ColNum = VALUE + 1;
/// Stands between the titles of several sources.
const SEPARATOR: &str = "; ";

pub(super) fn write(page: &mut Worksheet, book: &Book<'_>) -> Result<(), XlsxError> {
    // No mark is an empty text, not the nothing of a formula that was never calculated.
    page.set_formula_result_default("");
    head(page, book)?;
    for &assumption in Assumption::ALL {
        words(page, book, assumption)?;
        numbers(page, book, assumption)?;
        limits(page, book, assumption)?;
    }
    mark_changes(page)?;
    page.autofilter(HEAD, ID, last_row(), SOURCE)?;
    page.set_freeze_panes(HEAD + 1, FROZEN)?;
    for_print(page)
}

fn last_row() -> RowNum {
    HEAD + Assumption::ALL.len() as RowNum
}

fn head(page: &mut Worksheet, book: &Book<'_>) -> Result<(), XlsxError> {
    let text = &book.locale.text.workbook;
    let columns = &book.locale.text.evidence.assumptions;
    let (plain, number) = (style::head(), style::number_head());
    for (column, name, format) in [
        (ID, &text.id, &plain),
        (NAME, &columns.name, &plain),
        (VALUE, &text.value, &number),
        (UNIT, &columns.unit, &plain),
        (LOW, &columns.low, &number),
        (HIGH, &columns.high, &number),
        (MINIMUM, &text.minimum, &number),
        (MAXIMUM, &text.maximum, &number),
        (BASELINE, &columns.baseline, &number),
        (CHANGED, &text.changed, &plain),
        (GROUP, &columns.group, &plain),
        (BASIS, &columns.basis, &plain),
        (SOURCE, &columns.source, &plain),
    ] {
        cell::write_words(page, (HEAD, column), name, format)?;
    }
    for (column, width) in (ID..).zip(WIDTHS) {
        page.set_column_width(column, width)?;
    }
    Ok(())
}

fn words(page: &mut Worksheet, book: &Book<'_>, assumption: Assumption) -> Result<(), XlsxError> {
    let (info, locale) = (assumption.info(), &book.locale);
    let group: &str = info.group.into();
    let groups = &locale.text.levers.groups;
    let titles = info.sources.iter().filter_map(|id| evidence::source(id));
    let titles = titles.map(|source| source.title.get(locale.language));
    let titles: Vec<&str> = titles.collect();
    let (quiet, plain, unit) = (style::quiet(), style::words(), style::unit());
    for (column, words, format) in [
        (ID, assumption.id(), &quiet),
        (NAME, info.label.get(locale.language), &plain),
        (UNIT, locale.numbers.plain_name(&info.unit), &unit),
        (
            GROUP,
            groups.get(group).map_or(group, String::as_str),
            &plain,
        ),
        (BASIS, basis(locale, info.basis).0, &plain),
        (SOURCE, &titles.join(SEPARATOR), &plain),
    ] {
        cell::write_words(page, (row_of(assumption), column), words, format)?;
    }
    Ok(())
}

fn numbers(page: &mut Worksheet, book: &Book<'_>, assumption: Assumption) -> Result<(), XlsxError> {
    let (info, row) = (assumption.info(), row_of(assumption));
    let value = book.scenario.value(assumption);
    let (low, high) = book.scenario.spread(assumption).ends();
    let baseline = book.scenario.baseline.range(assumption).base;
    let format = book.locale.numbers.cell_format(&info.unit);
    page.write_number_with_format(row, VALUE, value, &style::input(format))?;
    for (column, number) in [
        (LOW, low),
        (HIGH, high),
        (MINIMUM, info.min),
        (MAXIMUM, info.max),
        (BASELINE, baseline),
    ] {
        page.write_number_with_format(row, column, number, &style::number(format))?;
    }
    changed_mark(page, book, row, value.to_bits() != baseline.to_bits())
}

/// A word where the value is not the baseline's, also when it is changed in the workbook.
fn changed_mark(
    page: &mut Worksheet,
    book: &Book<'_>,
    row: RowNum,
    is_changed: bool,
) -> Result<(), XlsxError> {
    let word = book.locale.text.workbook.is_changed.as_str();
    let [value, baseline] = [VALUE, BASELINE].map(|column| row_col_to_cell(row, column));
    let formula = format!("IF({value}={baseline},\"\",\"{word}\")");
    let formula = Formula::new(formula).set_result(if is_changed { word } else { "" });
    page.write_formula_with_format(row, CHANGED, formula, &style::words())?;
    Ok(())
}

/// The model takes nothing beyond the limits, nor does the cell.
fn limits(page: &mut Worksheet, book: &Book<'_>, assumption: Assumption) -> Result<(), XlsxError> {
    let (info, text) = (assumption.info(), &book.locale.text.workbook);
    let refused = text.refused.fill(&[("min", &info.min), ("max", &info.max)]);
    let validation = DataValidation::new()
        .allow_decimal_number(DataValidationRule::Between(info.min, info.max))
        .set_error_title(text.refused_title.as_str())?
        .set_error_message(refused)?;
    let row = row_of(assumption);
    page.add_data_validation(row, VALUE, row, VALUE, &validation)?;
    Ok(())
}

/// Rows that differ from the baseline stand out; the cell of the value keeps its own colour.
fn mark_changes(page: &mut Worksheet) -> Result<(), XlsxError> {
    let first = HEAD + 1;
    let [value, baseline] = [VALUE, BASELINE].map(|column| row_col_to_cell(first, column));
    let rule = ConditionalFormatFormula::new()
        .set_rule(format!("=${value}<>${baseline}").as_str())
        .set_format(style::changed());
    for (from, to) in [(ID, NAME), (UNIT, SOURCE)] {
        page.add_conditional_format(first, from, last_row(), to, &rule)?;
    }
    Ok(())
}
