//! Several worlds side by side: which inputs are not the same in all, and how far results are
//! apart.

use crate::model::{Assumption, Assumptions, Series};

/// How a value differs from the one it is held against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// Value less reference, in the unit of the series.
    pub value: f64,
    /// The same as a share of the reference; none where the reference is zero or negative.
    pub relative: Option<f64>,
}

/// The assumptions that have not the same value in all worlds, in the order of the table.
pub fn differing(worlds: &[Assumptions<f64>]) -> Vec<Assumption> {
    let is_one = |assumption: Assumption| {
        worlds
            .windows(2)
            .all(|pair| pair[0][assumption] == pair[1][assumption])
    };
    let all = Assumption::ALL.iter().copied();
    all.filter(|&assumption| !is_one(assumption)).collect()
}

/// How a value of a series differs from a reference; none where the two cannot be compared:
/// a code is no amount, and what is not finite is no value.
pub fn difference(series: Series, value: f64, reference: f64) -> Option<Difference> {
    if is_code(series) || !value.is_finite() || !reference.is_finite() {
        return None;
    }
    let difference = value - reference;
    let relative = if difference == 0.0 {
        Some(0.0)
    } else {
        (reference > 0.0).then(|| difference / reference)
    };
    Some(Difference {
        value: difference,
        relative: relative.filter(|relative| relative.is_finite()),
    })
}

/// Do the values of a series stand for words rather than for amounts?
pub fn is_code(series: Series) -> bool {
    series == Series::Constraint
}

#[cfg(test)]
mod tests {
    use super::*;

    fn relative(series: Series, value: f64, reference: f64) -> Option<f64> {
        difference(series, value, reference)
            .expect("two values")
            .relative
    }

    #[test]
    fn a_difference_is_told_in_value_and_as_a_share_of_the_reference() {
        let found = difference(Series::Capex, 150.0, 200.0).expect("comparable");
        assert_eq!((found.value, found.relative), (-50.0, Some(-0.25)));
        // From a loss of 2 to a gain of 1 is a rise of 3, and no per cent of anything.
        let found = difference(Series::LeaseNpv, 1.0, -2.0).expect("comparable");
        assert_eq!((found.value, found.relative), (3.0, None));
    }

    #[test]
    fn what_has_no_meaning_is_not_compared() {
        assert_eq!(difference(Series::Constraint, 2.0, 1.0), None);
        assert_eq!(difference(Series::LeasePayback, f64::INFINITY, 3.0), None);
        assert_eq!(difference(Series::LeasePayback, 3.0, f64::NAN), None);
        assert_eq!(relative(Series::Shortage, 5.0, 0.0), None);
        assert_eq!(relative(Series::Shortage, 0.0, 0.0), Some(0.0));
    }

    #[test]
    fn only_what_is_not_the_same_everywhere_differs() {
        let one = Assumptions::from_fn(|_| 1.0);
        let mut other = one.clone();
        other[Assumption::Fx] = 7.0;
        other[Assumption::ModelGrowth] = 2.0;
        assert_eq!(differing(std::slice::from_ref(&one)), []);
        assert_eq!(differing(&[one.clone(), one.clone()]), []);
        let found = differing(&[one.clone(), one, other]);
        assert_eq!(found, [Assumption::ModelGrowth, Assumption::Fx]);
    }
}
