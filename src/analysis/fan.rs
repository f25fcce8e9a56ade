//! Fans: the percentiles of results over many draws of the assumptions.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::ensemble::{Ensemble, Room, Watched, margin};
use super::sampling::{Sampler, Sampling};
use super::spread::Spreads;
use super::strip::Cell;
use crate::number::lanes::Path;

/// The shares of draws below P5, P25, P50, P75 and P95.
pub const SHARES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// P5, P25, P50, P75 and P95 of a result.
pub type Percentiles = [f64; SHARES.len()];

/// The percentiles of some results.
#[derive(Clone, Debug, PartialEq)]
pub struct Fan {
    samples: usize,
    /// In the order of the table.
    percentiles: Vec<(Cell, Percentiles)>,
    share_below: Option<f64>,
}

impl Fan {
    /// How many draws it was made of.
    pub fn samples(&self) -> usize {
        self.samples
    }

    /// The percentiles of a result, if it was asked for.
    pub fn get(&self, cell: Cell) -> Option<Percentiles> {
        let index = self
            .percentiles
            .binary_search_by_key(&cell, |(cell, _)| *cell)
            .ok()?;
        Some(self.percentiles[index].1)
    }

    /// The share of draws in which the result that was watched is below the value, 0 to 1.
    pub fn share_below(&self) -> Option<f64> {
        self.share_below
    }

    /// Is it about all results?
    pub fn is_whole(&self) -> bool {
        self.percentiles.len() == Cell::COUNT
    }

    /// All results with their percentiles, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &(Cell, Percentiles)> {
        self.percentiles.iter()
    }
}

/// Tells how far a fan has come, and stops it.
#[derive(Debug, Default)]
pub struct Progress {
    pub(super) samples: AtomicUsize,
    cancelled: AtomicBool,
}

impl Progress {
    /// How many samples have been run.
    pub fn samples(&self) -> usize {
        self.samples.load(Ordering::Relaxed)
    }

    /// Makes the fan stop at the next strip.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    pub(super) fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

/// A fan that is to be made.
#[derive(Clone, Debug)]
pub struct FanRequest<'a> {
    /// What is believed of the assumptions.
    pub spreads: &'a Spreads,
    /// The results that are wanted.
    pub cells: &'a [Cell],
    /// A result of which the share of draws below a value is wanted, too; one of `cells`.
    pub watched: Option<(Cell, f64)>,
    /// Which draws.
    pub sampling: Sampling,
    /// On how many threads. The fan is the same on any number, to the last bit.
    pub threads: usize,
    /// With which instructions.
    pub path: Path,
}

/// Makes fans, and keeps the room that they need from one to the next.
#[derive(Default)]
pub struct FanMaker {
    room: Room,
}

impl FanMaker {
    /// Makes a fan; `None` where it was cancelled.
    pub fn make(&mut self, request: &FanRequest<'_>, progress: &Progress) -> Option<Fan> {
        self.make_with(margin(request.sampling.samples), request, progress)
    }

    /// The same with another [`margin`].
    fn make_with(
        &mut self,
        margin: f64,
        request: &FanRequest<'_>,
        progress: &Progress,
    ) -> Option<Fan> {
        let mut cells = request.cells.to_vec();
        cells.sort_unstable();
        cells.dedup();
        let samples = request.sampling.samples;
        let mut ensemble = Ensemble {
            sampler: &Sampler::new(request.spreads, request.sampling),
            samples,
            threads: request.threads.max(1),
            path: request.path,
            progress,
            room: &mut self.room,
            watched: request.watched.map(|(cell, bound)| Watched {
                cell,
                bound: bound as f32,
                below: AtomicUsize::new(0),
            }),
        };
        let percentiles = ensemble.percentiles(&cells, margin)?;
        let watched = ensemble
            .watched
            .filter(|watched| watched.among(&cells).is_some());
        Some(Fan {
            samples,
            share_below: watched.map(|it| it.below.into_inner() as f64 / samples as f64),
            percentiles: cells.into_iter().zip(percentiles).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use fearless_simd::Simd;

    use super::*;
    use crate::analysis::ensemble::place;
    use crate::analysis::sampling::{Draws, STRIP};
    use crate::analysis::spread::tests::baseline;
    use crate::model::{self, Assumption, Series, Year};
    use crate::number::lanes::{LANES, Work};

    /// The assumptions of every sample, eight after eight.
    struct Samples<'a>(&'a Sampler, usize);

    impl Work for Samples<'_> {
        type Output = Vec<model::Assumptions<[f64; LANES]>>;

        #[inline(always)]
        fn run<S: Simd>(self, simd: S) -> Self::Output {
            let mut draws = Draws::default();
            let mut samples = Vec::new();
            for first in (0..self.1).step_by(STRIP) {
                self.0.draw(simd, first, &mut draws);
                for offset in (0..STRIP).step_by(LANES) {
                    let mut lanes = self.0.medians(simd);
                    self.0.load(simd, &draws, offset, &mut lanes);
                    samples.push(model::Assumptions::from_fn(|assumption| {
                        let mut values = [0.0; LANES];
                        lanes[assumption].store(&mut values);
                        values
                    }));
                }
            }
            samples
        }
    }

    fn request<'a>(spreads: &'a Spreads, cells: &'a [Cell], samples: usize) -> FanRequest<'a> {
        FanRequest {
            spreads,
            cells,
            watched: None,
            sampling: Sampling {
                samples,
                ..Sampling::default()
            },
            threads: 1,
            path: Path::best(),
        }
    }

    fn made(request: &FanRequest<'_>) -> Fan {
        let fan = FanMaker::default().make(request, &Progress::default());
        fan.expect("nobody cancels it")
    }

    #[test]
    fn percentiles_are_those_of_plain_runs_of_the_same_draws() {
        const SAMPLES: usize = 2560;
        let spreads = baseline();
        let cells: Vec<Cell> = Cell::all().collect();
        let mut request = request(&spreads, &cells, SAMPLES);
        let watched = Cell {
            series: Series::Capex,
            year: Year::LAST,
        };
        request.watched = Some((watched, 1500.0));
        let fan = made(&request);

        let sampler = Sampler::new(&spreads, request.sampling);
        let drawn = request.path.run(Samples(&sampler, SAMPLES));
        let lanes = drawn
            .iter()
            .flat_map(|eight| (0..LANES).map(|lane| eight.map(|values| values[lane])));
        let runs: Vec<model::Run> = lanes.map(|sample| model::run(&sample)).collect();
        assert_eq!(runs.len(), SAMPLES);
        for &cell in &cells {
            let mut values: Vec<f64> = (runs.iter())
                .map(|run| run.get(cell.series, cell.year))
                .collect();
            values.sort_by(f64::total_cmp);
            let found = fan.get(cell).expect("it was asked for");
            for (share, found) in SHARES.into_iter().zip(found) {
                let (rank, beyond) = place(share, SAMPLES);
                let want = values[rank] + beyond * (values[rank + 1] - values[rank]);
                let off = (found - want).abs();
                assert!(
                    off <= 1e-6 * want.abs() + 1e-9,
                    "{cell:?}: {found} is not {want}"
                );
            }
        }
        let below = |run: &&model::Run| run.get(watched.series, watched.year) < 1500.0;
        let share = runs.iter().filter(below).count() as f64 / SAMPLES as f64;
        assert_eq!(fan.share_below(), Some(share));
    }

    #[test]
    fn a_fan_whose_windows_missed_is_made_again_and_is_the_same() {
        let spreads = baseline();
        let cells: Vec<Cell> = Cell::all().step_by(7).collect();
        let mut request = request(&spreads, &cells, 3000);
        request.watched = Some((cells[40], 1500.0));
        let want = made(&request);
        for margin in [0.02, 0.5, 100.0] {
            let fan = FanMaker::default().make_with(margin, &request, &Progress::default());
            assert_eq!(fan.as_ref(), Some(&want), "margin {margin}");
        }
    }

    #[test]
    fn a_fan_is_the_same_on_any_number_of_threads_and_close_on_any_path() {
        let spreads = baseline();
        let cells: Vec<Cell> = Cell::of_series(Series::LeaseNpv).collect();
        let one = made(&request(&spreads, &cells, 5000));
        let three = made(&FanRequest {
            threads: 3,
            ..request(&spreads, &cells, 5000)
        });
        assert_eq!(one, three);
        for path in Path::all() {
            let other = made(&FanRequest {
                path,
                ..request(&spreads, &cells, 5000)
            });
            for ((cell, found), (_, want)) in other.iter().zip(one.iter()) {
                for (found, want) in found.iter().zip(want) {
                    let off = (found - want).abs();
                    assert!(off < 1e-5 * want.abs().max(1.0), "{path:?} {cell:?}");
                }
            }
        }
    }

    #[test]
    fn without_spread_every_percentile_is_the_run() {
        let spreads = baseline();
        let run = model::run(&spreads.map(|spread| spread.median));
        let spreads = spreads.map(|spread| {
            let mut fixed = *spread;
            (fixed.low, fixed.high) = (fixed.median, fixed.median);
            fixed
        });
        let cells: Vec<Cell> = Cell::all().collect();
        for (cell, percentiles) in made(&request(&spreads, &cells, 100)).iter() {
            let want = run.get(cell.series, cell.year);
            for percentile in percentiles {
                assert!(
                    (percentile - want).abs() <= 1e-6 * want.abs() + 1e-9,
                    "{cell:?}"
                );
            }
        }
    }

    #[test]
    fn one_draw_and_a_cancelled_fan_are_no_trouble() {
        let spreads = baseline();
        let cells = [Cell {
            series: Series::Need,
            year: Year::LAST,
        }];
        let one = made(&request(&spreads, &cells, 1));
        let percentiles = one.get(cells[0]).expect("it was asked for");
        assert!(percentiles.iter().all(|value| *value == percentiles[0]));
        let progress = Progress::default();
        progress.cancel();
        let fan = FanMaker::default().make(&request(&spreads, &cells, 1000), &progress);
        assert_eq!(fan, None);
    }

    #[test]
    fn the_draws_of_an_assumption_do_not_depend_on_what_else_is_drawn() {
        let spreads = baseline();
        let mut fewer = spreads.clone();
        let fixed = &mut fewer[Assumption::ModelGrowth];
        (fixed.low, fixed.high) = (fixed.median, fixed.median);
        let drawn = |spreads: &Spreads| {
            let sampler = Sampler::new(spreads, Sampling::default());
            Path::best().run(Samples(&sampler, STRIP))
        };
        let (all, fewer) = (drawn(&spreads), drawn(&fewer));
        let kept = Assumption::PowerLimitGrowth;
        assert!(all.iter().zip(&fewer).all(|(a, b)| a[kept] == b[kept]));
    }
}
