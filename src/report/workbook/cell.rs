//! What stands in a cell: words that stay words, and formulas that bring their value along.

use std::borrow::Cow;

use rust_xlsxwriter::{ColNum, Format, Formula, RowNum, Worksheet, XlsxError};

/// A cell holds no more characters than this, in the units of UTF-16.
const LONGEST_TEXT: usize = 32_767;

/// Writes words, whatever they begin with: they are never read as a formula.
pub(super) fn write_words(
    page: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    words: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    page.write_string_with_format(row, column, fitting(words), format)?;
    Ok(())
}

/// Writes words into neighbouring cells of a row.
pub(super) fn write_row<'a>(
    page: &mut Worksheet,
    row: RowNum,
    words: impl IntoIterator<Item = &'a str>,
    format: &Format,
) -> Result<(), XlsxError> {
    for (column, words) in (0..).zip(words) {
        write_words(page, (row, column), words, format)?;
    }
    Ok(())
}

/// Writes a formula with the value that it has now, for readers that do not calculate.
pub(super) fn write_formula(
    page: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    formula: &str,
    value: f64,
    format: &Format,
) -> Result<(), XlsxError> {
    let formula = Formula::new(formula).set_result(result(value));
    page.write_formula_with_format(row, column, formula, format)?;
    Ok(())
}

/// A value as the format takes it, which knows no infinity.
fn result(value: f64) -> String {
    if value.is_finite() {
        value.to_string()
    } else {
        "#DIV/0!".to_owned()
    }
}

/// Stands for what is cut off.
const ELLIPSIS: char = '…';

/// As much of a text as a cell can hold.
fn fitting(words: &str) -> Cow<'_, str> {
    if words.encode_utf16().count() <= LONGEST_TEXT {
        return Cow::Borrowed(words);
    }
    let mut room = LONGEST_TEXT - ELLIPSIS.len_utf16();
    let start = words.chars().take_while(|character| {
        let fits = character.len_utf16() <= room;
        room = room.saturating_sub(character.len_utf16());
        fits
    });
    Cow::Owned(start.chain([ELLIPSIS]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_where_a_cell_ends() {
        assert_eq!(fitting("=1+1"), "=1+1");
        let long = "算".repeat(LONGEST_TEXT);
        assert_eq!(fitting(&long), long);
        let cut = fitting(&"🂡".repeat(LONGEST_TEXT)).into_owned();
        assert_eq!(cut.encode_utf16().count(), LONGEST_TEXT);
        assert!(cut.ends_with("🂡…"));
    }

    #[test]
    fn values_that_are_no_numbers_are_errors() {
        assert_eq!(result(0.1), "0.1");
        assert_eq!(result(f64::INFINITY), "#DIV/0!");
    }
}
