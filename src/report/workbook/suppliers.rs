//! The sheet of the suppliers: who they are, their shares, and what they take in.

use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{ColNum, DataValidation, DataValidationRule, RowNum, Worksheet, XlsxError};

use super::places::{HEAD, Sheet};
use super::stage::{for_print, year_heads};
use super::{Book, cell, style};
use crate::model::suppliers::{Origin, Supplier};
use crate::model::{Measure, Reference, Segment, Series, Year};
use crate::report::segment_table::segment_name;
use crate::report::supplier_table::share_unit;

const NAME: ColNum = 0;
const TICKER: ColNum = 1;
const ORIGIN: ColNum = 2;
const SEGMENT: ColNum = 3;
const SHARE: ColNum = 4;
const UNIT: ColNum = 5;
const FIRST_YEAR: ColNum = 6;

const WIDTHS: [f64; FIRST_YEAR as usize] = [34.0, 16.0, 10.0, 24.0, 12.0, 16.0];

pub(super) fn write(page: &mut Worksheet, book: &Book<'_>) -> Result<(), XlsxError> {
    head(page, book)?;
    for (row, supplier) in (HEAD + 1..).zip(&book.suppliers) {
        words(page, book, row, supplier)?;
        share(page, book, row, supplier)?;
        revenue(page, book, row, supplier)?;
    }
    let last_year = FIRST_YEAR + Year::LAST.index() as ColNum;
    page.autofilter(HEAD, NAME, HEAD + book.suppliers.len() as RowNum, last_year)?;
    page.set_freeze_panes(HEAD + 1, NAME + 1)?;
    for_print(page)
}

fn head(page: &mut Worksheet, book: &Book<'_>) -> Result<(), XlsxError> {
    let text = &book.locale.text;
    let form = &text.chain.supplier_form;
    let names = [
        &text.chain.suppliers.name,
        &form.ticker,
        &form.origin,
        &form.segment,
        &text.chain.suppliers.share,
        &text.charts.unit,
    ];
    cell::write_row(page, HEAD, names.map(String::as_str), &style::head())?;
    year_heads(page, FIRST_YEAR)?;
    for (column, width) in (NAME..).zip(WIDTHS) {
        page.set_column_width(column, width)?;
    }
    Ok(())
}

fn words(
    page: &mut Worksheet,
    book: &Book<'_>,
    row: RowNum,
    supplier: &Supplier,
) -> Result<(), XlsxError> {
    let (locale, text) = (&book.locale, &book.locale.text.chain);
    let ticker = match supplier.ticker.as_str() {
        "" => &text.suppliers.unlisted,
        ticker => ticker,
    };
    let origin = match supplier.origin {
        Origin::China => &text.supplier_form.china,
        Origin::Foreign => &text.supplier_form.foreign,
    };
    let unit = locale.numbers.plain_name(revenue_unit(supplier.segment));
    let (plain, quiet, unit_format) = (style::words(), style::quiet(), style::unit());
    for (column, words, format) in [
        (NAME, supplier.name.get(locale.language), &plain),
        (TICKER, ticker, &quiet),
        (ORIGIN, origin, &plain),
        (
            SEGMENT,
            segment_name(&book.world(), supplier.segment),
            &plain,
        ),
        (UNIT, unit, &unit_format),
    ] {
        cell::write_words(page, (row, column), words, format)?;
    }
    Ok(())
}

/// The share, which may be changed: from nothing to all.
fn share(
    page: &mut Worksheet,
    book: &Book<'_>,
    row: RowNum,
    supplier: &Supplier,
) -> Result<(), XlsxError> {
    let format = style::input(book.locale.numbers.cell_format(share_unit()));
    page.write_number_with_format(row, SHARE, supplier.share, &format)?;
    let text = &book.locale.text;
    let validation = DataValidation::new()
        .allow_decimal_number(DataValidationRule::Between(0.0, 1.0))
        .set_error_title(text.workbook.refused_title.as_str())?
        .set_error_message(text.chain.suppliers.no_share.as_str())?;
    page.add_data_validation(row, SHARE, row, SHARE, &validation)?;
    Ok(())
}

fn revenue(
    page: &mut Worksheet,
    book: &Book<'_>,
    row: RowNum,
    supplier: &Supplier,
) -> Result<(), XlsxError> {
    let format = book
        .locale
        .numbers
        .cell_format(revenue_unit(supplier.segment));
    let share = format!("${}", row_col_to_cell(row, SHARE));
    for year in Year::all() {
        let formula = format!("{share}*{}", part(book, supplier, year));
        let at = (row, FIRST_YEAR + year.index() as ColNum);
        let value = supplier.revenue(&book.run, year);
        cell::write_formula(page, at, &formula, value, &style::number(format))?;
    }
    Ok(())
}

fn revenue_unit(segment: Segment) -> &'static str {
    &Series::of_segment(segment, Measure::Revenue).info().unit
}

/// The revenue that a supplier shares in, as `model::suppliers::Part` has it: that of the segment,
/// or the part of its origin, which is that of what the segment keeps.
fn part(book: &Book<'_>, supplier: &Supplier, year: Year) -> String {
    let of = |measure| {
        let series = Series::of_segment(supplier.segment, measure);
        let reference = Reference::Series(series, year);
        book.places.address(reference, Sheet::Suppliers)
    };
    let [revenue, captured, chinese] =
        [Measure::Revenue, Measure::Captured, Measure::China].map(of);
    let part = match supplier.part().origin {
        None => return revenue,
        Some(Origin::China) => format!("{chinese}/{captured}"),
        Some(Origin::Foreign) => format!("(1-{chinese}/{captured})"),
    };
    // A segment that keeps nothing has no parts.
    format!("IF({captured}=0,0,{revenue}*{part})")
}
