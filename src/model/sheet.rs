//! Where a run writes its results.

use super::intermediate::Intermediate;
use super::series::Series;
use super::year::{YEARS, Year};

/// Takes every result of a run, cell by cell.
pub trait Sheet<N> {
    /// Stores a result and gives it back for further use.
    ///
    /// The equations go on with what they get back, not with what they put in: a sheet that
    /// records formulas gives back a reference to the cell, so that formulas stay short.
    fn put(&mut self, series: Series, year: Year, value: N) -> N;

    /// Names a value on the way to a result and gives it back for further use, as above. Most
    /// sheets do not keep it.
    #[inline(always)]
    fn note(&mut self, _intermediate: Intermediate, _year: Year, value: N) -> N {
        value
    }
}

/// Keeps nothing.
impl<N> Sheet<N> for () {
    #[inline(always)]
    fn put(&mut self, _series: Series, _year: Year, value: N) -> N {
        value
    }
}

/// The results of one run: 120 series by 8 years.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    cells: Box<[[f64; YEARS]; Series::ALL.len()]>,
}

impl Run {
    /// A run with nothing in it yet: every cell is "not a number".
    pub fn empty() -> Self {
        Self {
            cells: Box::new([[f64::NAN; YEARS]; Series::ALL.len()]),
        }
    }

    /// One result.
    pub fn get(&self, series: Series, year: Year) -> f64 {
        self.cells[series as usize][year.index()]
    }

    /// All years of a series, oldest first.
    pub fn years(&self, series: Series) -> &[f64; YEARS] {
        &self.cells[series as usize]
    }
}

impl Sheet<f64> for Run {
    #[inline(always)]
    fn put(&mut self, series: Series, year: Year, value: f64) -> f64 {
        self.cells[series as usize][year.index()] = value;
        value
    }
}
