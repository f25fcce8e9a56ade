//! One result of many runs that each make some of the same changes, eight runs at a time.

use fearless_simd::Simd;

use super::strip::Cell;
use crate::model::{Assumption, Assumptions, Series, Sheet, Year, simulate};
use crate::number::Number as _;
use crate::number::lanes::{LANES, Lanes, Path, Work};

/// Runs that start from one base, and differ in which of some changes they make.
pub(super) struct Outcomes<'a> {
    /// What is not changed.
    pub base: &'a Assumptions<f64>,
    /// Assumptions with other values than in the base.
    pub changes: &'a [(Assumption, f64)],
    /// The result that is kept of each run.
    pub cell: Cell,
}

impl Outcomes<'_> {
    /// The result of each of `runs` runs. `makes(run, change)`: does a run make a change?
    ///
    /// Equal runs have equal results, to the last bit; from plain runs they differ by the
    /// rounding of powers on lanes.
    pub fn of(&self, runs: usize, makes: impl Fn(usize, usize) -> bool) -> Vec<f64> {
        let path = Path::best();
        let mut rows = vec![[0.0; LANES]; self.changes.len()];
        let mut outcomes = Vec::with_capacity(runs.next_multiple_of(LANES));
        for first in (0..runs).step_by(LANES) {
            for (change, row) in rows.iter_mut().enumerate() {
                let (assumption, value) = self.changes[change];
                for (lane, entry) in row.iter_mut().enumerate() {
                    // Lanes that are left over repeat the last run.
                    let run = (first + lane).min(runs - 1);
                    *entry = if makes(run, change) {
                        value
                    } else {
                        self.base[assumption]
                    };
                }
            }
            outcomes.extend(path.run(Eight {
                outcomes: self,
                rows: &rows,
            }));
        }
        outcomes.truncate(runs);
        outcomes
    }
}

/// Eight runs, with the values of the changed assumptions in each: one row for each assumption.
struct Eight<'a> {
    outcomes: &'a Outcomes<'a>,
    rows: &'a [[f64; LANES]],
}

impl Work for Eight<'_> {
    type Output = [f64; LANES];

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) -> [f64; LANES] {
        let Outcomes {
            base,
            changes,
            cell,
        } = self.outcomes;
        let mut assumptions = base.map(
            #[inline(always)]
            |value| Lanes::splat(simd, *value),
        );
        for ((assumption, _), row) in changes.iter().zip(self.rows) {
            assumptions[*assumption] = Lanes::load(simd, row);
        }
        let mut kept = Kept {
            cell: *cell,
            value: Lanes::constant(f64::NAN),
        };
        simulate(&assumptions, &mut kept);
        let mut values = [0.0; LANES];
        kept.value.store(&mut values);
        values
    }
}

/// Keeps one cell.
struct Kept<S: Simd> {
    cell: Cell,
    value: Lanes<S>,
}

impl<S: Simd> Sheet<Lanes<S>> for Kept<S> {
    #[inline(always)]
    fn put(&mut self, series: Series, year: Year, value: Lanes<S>) -> Lanes<S> {
        if (Cell { series, year }) == self.cell {
            self.value = value;
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model;

    #[test]
    fn outcomes_are_those_of_plain_runs_but_for_rounding() {
        let base = Assumptions::from_fn(|assumption| assumption.info().value_at(0.4));
        let changes = [
            Assumption::ModelGrowth,
            Assumption::GpuSupply,
            Assumption::Fx,
        ]
        .map(|assumption| (assumption, assumption.info().value_at(0.6)));
        let makes = |run: usize, change: usize| run >> change & 1 == 1;
        for (series, runs) in [(Series::Capex, 8), (Series::Stock, 3)] {
            let cell = Cell {
                series,
                year: Year::LAST,
            };
            let outcomes = Outcomes {
                base: &base,
                changes: &changes,
                cell,
            };
            let outcomes = outcomes.of(runs, makes);
            assert_eq!(outcomes.len(), runs);
            for (run, outcome) in outcomes.iter().enumerate() {
                let mut values = base.clone();
                for (change, (assumption, value)) in changes.iter().enumerate() {
                    if makes(run, change) {
                        values[*assumption] = *value;
                    }
                }
                let plain = model::run(&values).get(series, Year::LAST);
                assert!((outcome / plain - 1.0).abs() < 1e-9, "{outcome} {plain}");
            }
        }
    }
}
