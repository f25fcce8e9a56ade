//! Which results moved most between two runs.

use crate::model::{Run, Series, Year};

/// A result that moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Movement {
    /// What moved.
    pub series: Series,
    /// Its value before.
    pub before: f64,
    /// Its value after.
    pub after: f64,
}

/// Ratios closer to 1 than this are no movement.
const STILL: f64 = 1e-6;

/// The results of a year that moved most between two runs, by the size of their log ratio,
/// at most one of each family and at most `count`.
///
/// `families` lists the series that are of interest, those of one family together: they say
/// much the same, so that only the one that moved most is worth a place.
pub fn largest_movements(
    before: &Run,
    after: &Run,
    year: Year,
    families: &[Vec<Series>],
    count: usize,
) -> Vec<Movement> {
    let mut movements: Vec<(f64, Movement)> = families
        .iter()
        .filter_map(|family| {
            family
                .iter()
                .filter_map(|&series| movement(before, after, series, year))
                .max_by(|a, b| a.0.total_cmp(&b.0))
        })
        .collect();
    movements.sort_by(|a, b| b.0.total_cmp(&a.0));
    movements
        .into_iter()
        .take(count)
        .map(|(_, movement)| movement)
        .collect()
}

/// A movement with the size of its log ratio; `None` where there is none, or no ratio.
fn movement(before: &Run, after: &Run, series: Series, year: Year) -> Option<(f64, Movement)> {
    let (before, after) = (before.get(series, year), after.get(series, year));
    let size = (after / before).ln().abs();
    (before > 0.0 && after > 0.0 && size > STILL).then_some((
        size,
        Movement {
            series,
            before,
            after,
        },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Sheet;

    fn run(values: &[(Series, f64)]) -> Run {
        let mut run = Run::empty();
        for &(series, value) in values {
            run.put(series, Year::LAST, value);
        }
        run
    }

    #[test]
    fn ranks_by_ratio_and_keeps_one_of_a_family() {
        use Series::{Capex, Energy, Need, Rent, Stock};
        let before = run(&[
            (Need, 100.0),
            (Stock, 100.0),
            (Capex, 1.0),
            (Rent, 4.0),
            (Energy, 0.0),
        ]);
        let after = run(&[
            (Need, 120.0),
            (Stock, 110.0),
            (Capex, 1.0),
            (Rent, 1.0),
            (Energy, 5.0),
        ]);
        let families = [vec![Need, Stock], vec![Capex], vec![Rent], vec![Energy]];
        let moved = largest_movements(&before, &after, Year::LAST, &families, 5);
        // Rent fell to a quarter, need rose by a fifth; capital spending stood still, and
        // energy has no ratio to nothing.
        let series: Vec<Series> = moved.iter().map(|movement| movement.series).collect();
        assert_eq!(series, [Rent, Need]);
    }
}
