//! How far one assumption swings one result.

use crate::model::{self, Assumption, Assumptions, Series, Year};

/// A result with one assumption at the low and at the high end of its range, all others kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swing {
    /// The result at the low end.
    pub at_low: f64,
    /// The result at the high end.
    pub at_high: f64,
}

/// Runs the model at both ends of a range.
pub fn swing(
    assumptions: &Assumptions<f64>,
    assumption: Assumption,
    (low, high): (f64, f64),
    series: Series,
    year: Year,
) -> Swing {
    let at = |value: f64| {
        let mut values = assumptions.clone();
        values[assumption] = value;
        model::run(&values).get(series, year)
    };
    Swing {
        at_low: at(low),
        at_high: at(high),
    }
}
