//! The first sheet: which world this is, what the workbook holds, and how to use it.

use std::fmt::Display;

use rust_xlsxwriter::{ColNum, Format, RowNum, Url, Worksheet, XlsxError};

use super::places::{Sheet, results, steps};
use super::{Book, cell, style};
use crate::model::Assumption;
use crate::report::evidence::limits;

const HEADS: ColNum = 0;
const WORDS: ColNum = 1;
const WIDTHS: [f64; 2] = [32.0, 110.0];

pub(super) fn write(page: &mut Worksheet, book: &Book<'_>) -> Result<(), XlsxError> {
    for (column, width) in (HEADS..).zip(WIDTHS) {
        page.set_column_width(column, width)?;
    }
    page.set_screen_gridlines(false)
        .set_landscape()
        .set_print_fit_to_pages(1, 0);
    let mut lines = Lines { page, row: 0 };
    scenario(&mut lines, book)?;
    contents(&mut lines, book)?;
    advice(&mut lines, book)?;
    left_out(&mut lines, book)
}

fn scenario(lines: &mut Lines<'_>, book: &Book<'_>) -> Result<(), XlsxError> {
    let text = &book.locale.text.workbook.about;
    lines.head(&book.title(), &style::title())?;
    let version = env!("CARGO_PKG_VERSION");
    lines.words(&text.made_by.fill(&[("version", &version)]))?;
    lines.words(&text.baseline.fill(&[
        ("id", &book.scenario.baseline.id()),
        ("count", &book.scenario.changes.len()),
        ("of", &Assumption::ALL.len()),
    ]))?;
    lines.words(&book.scenario.shown_story(book.locale.language))
}

/// All other sheets, each with a way there.
fn contents(lines: &mut Lines<'_>, book: &Book<'_>) -> Result<(), XlsxError> {
    let text = &book.locale.text.workbook.about;
    lines.section(&text.contents)?;
    for sheet in Sheet::all()
        .into_iter()
        .filter(|sheet| *sheet != Sheet::About)
    {
        let words = held(book, sheet);
        let link = format!("internal:{}!A1", book.places.quoted(sheet));
        lines.link(Url::new(link).set_text(book.places.name(sheet)))?;
        lines.words(&words)?;
    }
    Ok(())
}

/// What a sheet holds.
fn held(book: &Book<'_>, sheet: Sheet) -> String {
    let text = &book.locale.text.workbook.about;
    if let Sheet::Stage(stage) = sheet {
        let (results, steps) = (results(stage).len(), steps(stage).len());
        let sentence = match steps {
            0 => &text.stage_without_steps,
            _ => &text.stage,
        };
        return sentence.fill(&[("results", &results), ("steps", &steps)]);
    }
    let counts = [
        ("of", &Assumption::ALL.len() as &dyn Display),
        ("suppliers", &book.suppliers.len()),
    ];
    let sentence = text.sheets.get(sheet.id());
    sentence.map_or_else(String::new, |sentence| sentence.fill(&counts))
}

fn advice(lines: &mut Lines<'_>, book: &Book<'_>) -> Result<(), XlsxError> {
    let text = &book.locale.text.workbook.about;
    for (title, advice) in [
        (&text.use_title, &text.uses),
        (&text.notes_title, &text.notes),
    ] {
        lines.section(title)?;
        for words in advice {
            lines.words(words)?;
        }
    }
    Ok(())
}

/// What is not modelled.
fn left_out(lines: &mut Lines<'_>, book: &Book<'_>) -> Result<(), XlsxError> {
    lines.section(&book.locale.text.evidence.limits.headline)?;
    for (title, sentence) in limits(&book.world()) {
        lines.head(title, &style::lines())?;
        lines.words(&sentence)?;
    }
    Ok(())
}

/// A page that is written from top to bottom: heads to the left, words to the right.
struct Lines<'a> {
    page: &'a mut Worksheet,
    row: RowNum,
}

impl Lines<'_> {
    /// A head beside the words that follow.
    fn head(&mut self, words: &str, format: &Format) -> Result<(), XlsxError> {
        cell::write_words(self.page, (self.row, HEADS), words, format)
    }

    /// A head with a line of its own, after an empty one.
    fn section(&mut self, words: &str) -> Result<(), XlsxError> {
        self.row += 1;
        self.head(words, &style::section())?;
        self.row += 1;
        Ok(())
    }

    fn link(&mut self, link: Url) -> Result<(), XlsxError> {
        self.page.write_url(self.row, HEADS, link)?;
        Ok(())
    }

    /// Words, which end the line; there may be none.
    fn words(&mut self, words: &str) -> Result<(), XlsxError> {
        cell::write_words(self.page, (self.row, WORDS), words, &style::lines())?;
        let lines = lines_of(words);
        if lines > 1 {
            // Not every program makes room for lines that are broken.
            let height = LINE_HEIGHT * lines as f64;
            self.page
                .set_row_height(self.row, height.min(HIGHEST_ROW))?;
        }
        self.row += 1;
        Ok(())
    }
}

/// In points.
const LINE_HEIGHT: f64 = 15.0;
/// Spreadsheets allow no more.
const HIGHEST_ROW: f64 = 409.0;
/// Letters in a line of words, a little less than fit; those of Chinese count twice.
const LINE: usize = 100;

/// How many lines words take in their column.
fn lines_of(words: &str) -> usize {
    const FIRST_WIDE: char = '\u{2e80}';
    let width = |letter: char| if letter < FIRST_WIDE { 1 } else { 2 };
    let of_line = |line: &str| line.chars().map(width).sum::<usize>().div_ceil(LINE).max(1);
    words.lines().map(of_line).sum()
}
