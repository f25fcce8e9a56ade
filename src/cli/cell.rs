//! The result that a command is about: a series and a year.

use clap::Args;

use super::failure::{Failure, both};
use super::input::half_widths;
use crate::analysis::Cell;
use crate::model::{Series, Year};
use crate::scenario::entry;
use crate::text::Language;

/// One result.
#[derive(Debug, Args)]
pub(super) struct CellArguments {
    /// The result, as in --series capex.
    #[arg(long, value_name = "ID")]
    series: String,

    /// Its year, as in --year 2030.
    #[arg(long)]
    year: String,
}

impl CellArguments {
    /// The result, or all that is wrong with its series and its year.
    pub fn cell(&self, language: Language) -> Result<Cell, Failure> {
        let (series, year) = both(series(&self.series, language), year(&self.year, language))?;
        Ok(Cell { series, year })
    }
}

/// The series of a `--series` argument.
pub(super) fn series(word: &str, language: Language) -> Result<Series, Failure> {
    let series = entry::series_by_id(half_widths(word).trim());
    series.map_err(|fault| Failure::of_argument("series", word, fault, language))
}

fn year(word: &str, language: Language) -> Result<Year, Failure> {
    let year = entry::year_by_number(half_widths(word).trim());
    year.map_err(|fault| Failure::of_argument("year", word, fault, language))
}
