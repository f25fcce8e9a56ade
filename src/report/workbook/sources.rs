//! The sheet of the sources.

use rust_xlsxwriter::{ColNum, RowNum, Worksheet, XlsxError};

use super::places::HEAD;
use super::stage::for_print;
use super::{Book, cell, style};
use crate::evidence::sources;
use crate::report::evidence::source_kind;

const WIDTHS: [f64; 5] = [26.0, 90.0, 36.0, 12.0, 20.0];

pub(super) fn write(page: &mut Worksheet, book: &Book<'_>) -> Result<(), XlsxError> {
    let (locale, text) = (&book.locale, &book.locale.text.evidence.sources);
    let id = &book.locale.text.workbook.id;
    let names = [id, &text.title, &text.publisher, &text.date, &text.kind];
    cell::write_row(page, HEAD, names.map(String::as_str), &style::head())?;
    for (row, source) in (HEAD + 1..).zip(sources()) {
        let words = [
            source.id.as_str(),
            source.title.get(locale.language),
            source.publisher.get(locale.language),
            &source.date,
            source_kind(source, locale),
        ];
        cell::write_row(page, row, words, &style::words())?;
    }
    for (column, width) in (0..).zip(WIDTHS) {
        page.set_column_width(column, width)?;
    }
    let credit = (HEAD + sources().len() as RowNum + 2, 0);
    cell::write_words(page, credit, &text.credit, &style::quiet())?;
    let last = (HEAD + sources().len() as RowNum, WIDTHS.len() as ColNum - 1);
    page.autofilter(HEAD, 0, last.0, last.1)?;
    page.set_freeze_panes(HEAD + 1, 1)?;
    for_print(page)
}
