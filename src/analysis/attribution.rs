//! Why a result is not what it is in the baseline: the difference, split over what was changed.
//!
//! Each change gets its Shapley value: what it adds to the result when the changes are made one
//! after the other, averaged over all orders. Of all splits it is the only one that adds up, gives
//! nothing to a change without effect, treats equal changes alike, and adds over results: the part
//! of a sum is the sum of the parts.

use super::outcomes::Outcomes;
use super::shapley;
use super::strip::Cell;
use crate::model::{self, Assumption, Assumptions};

/// Up to so many changes all their subsets are run: 4096 runs.
const EXACT: usize = 12;
/// Of more changes, so many orders are drawn, and as many backwards.
const PAIRS: usize = 128;
/// The same orders are drawn every time.
const SEED: u64 = 1;

/// The difference of one result between two worlds, split over the assumptions that differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// The result in the baseline.
    pub from: f64,
    /// The result in the scenario.
    pub to: f64,
    /// What each change contributes, the largest first. Added up in this order they are the
    /// difference, also where they were estimated.
    pub parts: Vec<Part>,
}

/// What one change contributes to a difference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// What was changed.
    pub assumption: Assumption,
    /// Its share of the difference, in the unit of the result.
    pub contribution: f64,
    /// The standard error of the contribution, where it was estimated.
    pub error: Option<f64>,
}

impl Attribution {
    /// In how many orders the changes are made where contributions are estimated.
    pub const ORDERS: usize = 2 * PAIRS;

    /// The largest standard error of a contribution, where they were estimated: there were too
    /// many changes to run all their subsets. That of their sum is zero.
    pub fn error(&self) -> Option<f64> {
        let errors = self.parts.iter().filter_map(|part| part.error);
        errors.reduce(f64::max)
    }
}

/// Splits the difference of a result between two worlds over the assumptions that differ.
pub fn attribute(
    baseline: &Assumptions<f64>,
    scenario: &Assumptions<f64>,
    cell: Cell,
) -> Attribution {
    let changes: Vec<(Assumption, f64)> = scenario
        .iter()
        .filter(|(assumption, value)| baseline[*assumption] != **value)
        .map(|(assumption, value)| (assumption, *value))
        .collect();
    let mut parts = split(&Outcomes {
        base: baseline,
        changes: &changes,
        cell,
    });
    let result = |assumptions| model::run(assumptions).get(cell.series, cell.year);
    let (from, to) = (result(baseline), result(scenario));
    parts.sort_by(|a, b| {
        let (a, b) = (a.contribution.abs(), b.contribution.abs());
        b.total_cmp(&a)
    });
    settle(&mut parts, to - from);
    Attribution { from, to, parts }
}

/// What each change contributes to the difference of outcomes, in the order of the table.
fn split(outcomes: &Outcomes<'_>) -> Vec<Part> {
    let count = outcomes.changes.len();
    let shares = if count <= EXACT {
        shapley::exact(count, |runs, makes| outcomes.of(runs, makes))
    } else {
        shapley::sampled(count, PAIRS, SEED, |runs, makes| outcomes.of(runs, makes))
    };
    let part = |((assumption, _), share): (&(Assumption, f64), shapley::Share)| Part {
        assumption: *assumption,
        contribution: share.mean,
        error: share.error,
    };
    outcomes.changes.iter().zip(shares).map(part).collect()
}

/// Has parts add up to `difference`, in the order they have. The largest takes what lanes and
/// rounding have left over; the last that has an effect, the smallest, is then what is left, which
/// is exact: the sum of all before it is within a factor of two of the difference (Sterbenz).
fn settle(parts: &mut [Part], difference: f64) {
    let with_effect = parts.partition_point(|part| part.contribution != 0.0);
    let Some((last, before)) = parts[..with_effect].split_last_mut() else {
        return;
    };
    let sum = |parts: &[Part]| parts.iter().map(|part| part.contribution).sum::<f64>();
    let rest = difference - (sum(before) + last.contribution);
    if !rest.is_finite() {
        return;
    }
    if let Some(largest) = before.first_mut() {
        largest.contribution += rest;
    }
    last.contribution = difference - sum(before);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_take_what_rounding_left_over() {
        let part = |contribution| Part {
            assumption: Assumption::Fx,
            contribution,
            error: None,
        };
        // 0.7 + 0.2 + 0.1 is 0.9999999999999999 in doubles.
        let mut parts = [part(0.7), part(0.2), part(0.1), part(0.0)];
        settle(&mut parts, 1.0);
        let sum: f64 = parts.iter().map(|part| part.contribution).sum();
        assert_eq!(sum, 1.0);
        for (part, kept) in parts.iter().zip([0.7, 0.2, 0.1]) {
            assert!((part.contribution - kept).abs() < 3e-16);
        }
        assert_eq!(parts[3].contribution, 0.0, "no effect stays none");
        settle(&mut [], 0.0);
        settle(&mut [part(1.0)], f64::NAN);
    }
}
