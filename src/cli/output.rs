//! Results on standard output.

use std::io::{self, Write as _};

/// A table as CSV: UTF-8 without a mark, lines end in LF, numbers are never rounded.
#[derive(Debug)]
pub(super) struct Table {
    writer: csv::Writer<Vec<u8>>,
}

impl Table {
    /// An empty table with these columns.
    pub fn new<C: AsRef<[u8]>>(columns: impl IntoIterator<Item = C>) -> io::Result<Self> {
        let mut table = Self {
            writer: csv::Writer::from_writer(Vec::new()),
        };
        table.row(columns)?;
        Ok(table)
    }

    /// Adds a row.
    pub fn row<C: AsRef<[u8]>>(&mut self, cells: impl IntoIterator<Item = C>) -> io::Result<()> {
        Ok(self.writer.write_record(cells)?)
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
