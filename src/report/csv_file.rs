//! Tables as files that spreadsheets open with a double click.

use std::borrow::Cow;
use std::io;

use csv::{Terminator, Writer, WriterBuilder};

/// Without it Excel takes UTF-8 for something else.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A table as CSV for spreadsheets: words first, then numbers at full precision.
pub struct CsvFile(Writer<Vec<u8>>);

impl CsvFile {
    /// An empty table with these columns.
    ///
    /// # Errors
    /// None that could be: what is written stays in memory.
    pub fn new(columns: impl IntoIterator<Item = String>) -> io::Result<Self> {
        let mut writer = WriterBuilder::new()
            .terminator(Terminator::CRLF)
            .from_writer(BYTE_ORDER_MARK.to_vec());
        writer.write_record(columns.into_iter().map(|name| harmless(&name).into_owned()))?;
        Ok(Self(writer))
    }

    /// Adds a row of words, which a spreadsheet will not run, and numbers.
    ///
    /// # Errors
    /// Where there are more or fewer cells than columns.
    pub fn row<'a>(
        &mut self,
        words: impl IntoIterator<Item = &'a str>,
        numbers: impl IntoIterator<Item = f64>,
    ) -> io::Result<()> {
        let words = words.into_iter().map(|words| harmless(words).into_owned());
        let numbers = numbers.into_iter().map(|number| number.to_string());
        Ok(self.0.write_record(words.chain(numbers))?)
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// None that could be.
    pub fn bytes(self) -> io::Result<Vec<u8>> {
        self.0.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

/// What a formula begins with in a spreadsheet; full-width marks are taken for ordinary ones by some.
const FORMULA_MARKS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Words that a spreadsheet will not run: an apostrophe before what looks like a formula.
pub fn harmless(words: &str) -> Cow<'_, str> {
    if words.starts_with(FORMULA_MARKS) {
        Cow::Owned(format!("'{words}"))
    } else {
        Cow::Borrowed(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_no_formulas_and_numbers_stay_numbers() {
        let mut file = CsvFile::new(["name", "value"].map(str::to_owned)).expect("a table");
        for words in ["=1+1", "@here", "-1", "＝1", "need", "a, \"b\""] {
            file.row([words], [-0.1]).expect("a row");
        }
        let text = String::from_utf8(file.bytes().expect("a file")).expect("UTF-8");
        let rows = "'=1+1,-0.1\r\n'@here,-0.1\r\n'-1,-0.1\r\n'＝1,-0.1\r\nneed,-0.1\r\n\"a, \"\"b\"\"\",-0.1\r\n";
        assert_eq!(text, format!("\u{feff}name,value\r\n{rows}"));
    }
}
