//! How far each assumption alone swings one result, from its P5 to its P95.

use super::sampling::Sampling;
use super::spread::Spreads;
use super::strip::Cell;
use crate::model::{self, Assumption, Assumptions};

/// A result with one assumption at the low and at the high end of its range, all others kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swing {
    /// The assumption.
    pub assumption: Assumption,
    /// Its low end.
    pub low: f64,
    /// Its high end.
    pub high: f64,
    /// The result at the low end.
    pub at_low: f64,
    /// The result at the high end.
    pub at_high: f64,
}

impl Swing {
    /// How far the two ends are apart, in the unit of the result.
    pub fn width(&self) -> f64 {
        (self.at_high - self.at_low).abs()
    }

    /// Do both ends lie on the same side of `base`, the result at the scenario's own value? Then the
    /// result turns within the range, and the width does not tell all.
    pub fn is_one_sided(&self, base: f64) -> bool {
        (self.at_low > base && self.at_high > base) || (self.at_low < base && self.at_high < base)
    }
}

/// The swing of every assumption that draws would vary, from its P5 to its P95 within its limits:
/// the widest first, equal ones in the order of the table.
///
/// Facts of the base year swing only where `observed` asks for them. Each end is a plain run, so
/// that it is what the window and the command line show of that run: two hundred of them take less
/// than half a millisecond, and lanes would differ in the last digits.
pub fn tornado(
    base: &Assumptions<f64>,
    spreads: &Spreads,
    observed: bool,
    cell: Cell,
) -> Vec<Swing> {
    let sampling = Sampling {
        observed,
        ..Sampling::default()
    };
    let mut swings: Vec<Swing> = Assumption::ALL
        .iter()
        .filter(|&&assumption| sampling.draws(spreads, assumption))
        .map(|&assumption| swing(base, assumption, spreads[assumption].ends(), cell))
        .collect();
    swings.sort_by(|a, b| b.width().total_cmp(&a.width()));
    swings
}

/// Runs the model with an assumption at both ends of a range.
pub fn swing(
    base: &Assumptions<f64>,
    assumption: Assumption,
    (low, high): (f64, f64),
    cell: Cell,
) -> Swing {
    let at = |value: f64| {
        let mut values = base.clone();
        values[assumption] = value;
        model::run(&values).get(cell.series, cell.year)
    };
    Swing {
        assumption,
        low,
        high,
        at_low: at(low),
        at_high: at(high),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swing_is_one_sided_where_the_result_turns_within_the_range() {
        let swing = |at_low, at_high| Swing {
            assumption: Assumption::Fx,
            low: 1.0,
            high: 2.0,
            at_low,
            at_high,
        };
        assert!(swing(5.0, 4.0).is_one_sided(3.0));
        assert!(swing(1.0, 2.0).is_one_sided(3.0));
        assert!(!swing(2.0, 4.0).is_one_sided(3.0));
        assert!(
            !swing(3.0, 4.0).is_one_sided(3.0),
            "an end that stays is on no side"
        );
        assert_eq!(swing(5.0, 3.0).width(), 2.0);
    }
}
