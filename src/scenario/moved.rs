//! Results that a file was saved with and the model gives no longer.

use super::Scenario;
use crate::model::{Run, Series, Year};

/// A result that is not what it was when the file was saved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MovedResult {
    /// The result.
    pub series: Series,
    /// Its year.
    pub year: Year,
    /// What it was.
    pub saved: f64,
    /// What it is.
    pub now: f64,
}

/// Results closer to the saved ones than this share are the same.
const SAME: f64 = 1e-4;

impl Scenario {
    /// The results kept in `check` that a run of this world no longer gives.
    pub fn moved_results(&self, run: &Run) -> Vec<MovedResult> {
        let all = self.check.iter().flat_map(|(&series, years)| {
            years.iter().filter_map(move |(&calendar, &saved)| {
                let year = Year::from_calendar(calendar)?;
                let now = run.get(series, year);
                let is_moved = (now - saved).abs() > SAME * saved.abs();
                is_moved.then_some(MovedResult {
                    series,
                    year,
                    saved,
                    now,
                })
            })
        });
        all.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Baseline;

    #[test]
    fn only_what_differs_by_more_than_rounding_has_moved() {
        let mut scenario = Scenario::new(Baseline::current());
        let run = scenario.run();
        let year = Year::from_calendar(2030).expect("a year");
        let capex = run.get(Series::Capex, year);
        let saved = |value: f64| [(2030, value)].into();
        scenario
            .check
            .insert(Series::Capex, saved(capex * 1.000_01));
        assert_eq!(scenario.moved_results(&run), []);
        scenario.check.insert(Series::Capex, saved(capex * 1.001));
        let [moved] = scenario.moved_results(&run)[..] else {
            panic!("one result");
        };
        assert_eq!((moved.series, moved.year), (Series::Capex, year));
        assert_eq!(moved.now.to_bits(), capex.to_bits());
        scenario.refresh_check(&run);
        assert_eq!(scenario.moved_results(&run), []);
    }
}
