//! Results on standard output.

use std::borrow::Cow;
use std::io::{self, Write as _};

use crate::report::csv_file::harmless;

/// A table as CSV: UTF-8 without a mark, lines end in LF, numbers are never rounded.
#[derive(Debug)]
pub(super) struct Table {
    writer: csv::Writer<Vec<u8>>,
}

impl Table {
    /// An empty table with these columns.
    pub fn new<C: AsRef<str>>(columns: impl IntoIterator<Item = C>) -> io::Result<Self> {
        let mut table = Self {
            writer: csv::Writer::from_writer(Vec::new()),
        };
        table.row(columns)?;
        Ok(table)
    }

    /// Adds a row. Numbers stay as they are; words a spreadsheet will not run.
    pub fn row<C: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = C>) -> io::Result<()> {
        for cell in cells {
            let cell = cell.as_ref();
            let is_number = cell.parse::<f64>().is_ok();
            let cell = if is_number {
                Cow::Borrowed(cell)
            } else {
                harmless(cell)
            };
            self.writer.write_field(&*cell)?;
        }
        // A record without cells is the end of one with cells.
        Ok(self.writer.write_record(None::<&[u8]>)?)
    }

    /// Writes the table to standard output.
    pub fn print(self) -> io::Result<()> {
        let bytes = self
            .writer
            .into_inner()
            .map_err(csv::IntoInnerError::into_error)?;
        print(&bytes)
    }
}

/// Writes results to standard output, all of them or an error.
pub(super) fn print(results: &[u8]) -> io::Result<()> {
    let mut output = io::stdout().lock();
    output.write_all(results)?;
    output.flush()
}
