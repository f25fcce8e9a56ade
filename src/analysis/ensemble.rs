//! Many runs of the model on draws, and the percentiles of their results.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use fearless_simd::Simd;

use super::fan::{Percentiles, Progress, SHARES};
use super::order::Column;
use super::sampling::{Draws, STRIP, Sampler};
use super::select::{Neighbours, Scratch};
use super::strip::{Cell, Strip};
use super::window::Rank;
use crate::number::lanes::{Path, Work};

/// The results of an ensemble, one column for each cell.
pub(super) type Columns = Vec<Column<{ SHARES.len() }>>;

/// So many samples are kept before windows are opened. From then on these are narrowed whenever
/// the number of samples has doubled: a Sobol sequence is most even at powers of two.
const ALL_KEPT: usize = 512;
/// How far a percentile of the samples so far may lie from that of the whole, in standard
/// deviations of a random sample's rank; a Sobol sequence stays well within.
const MARGIN: f64 = 2.5;
/// So much wider are the first windows, for few samples are less even. They are soon narrowed.
const FIRST_MARGIN: f64 = 1.5;

/// Runs of the model on draws.
pub(super) struct Ensemble<'a> {
    pub sampler: &'a Sampler,
    pub cells: &'a [Cell],
    pub threads: usize,
    pub path: Path,
    pub progress: &'a Progress,
    /// The results, one column for each cell.
    pub columns: &'a mut [Column<{ SHARES.len() }>],
    pub scratch: &'a mut Scratch,
    /// The column that is watched, and the value.
    pub watched: Option<(usize, f32)>,
    /// How many of its values so far were below that.
    pub below: AtomicUsize,
}

impl Ensemble<'_> {
    /// The percentiles of every cell over so many samples.
    pub fn percentiles(&mut self, samples: usize) -> Option<Vec<Percentiles>> {
        let mut margin = MARGIN;
        loop {
            self.columns.iter_mut().for_each(Column::clear);
            self.gather(samples, margin)?;
            let found = self.path.run(Read {
                columns: self.columns,
                scratch: self.scratch,
                samples,
            });
            if found.is_some() {
                return found;
            }
            margin *= 2.0;
        }
    }

    /// Has the columns take the results of so many samples; `None` where it was cancelled.
    fn gather(&mut self, samples: usize, margin: f64) -> Option<()> {
        self.below = AtomicUsize::new(0);
        let mut done = 0;
        let mut stage = ALL_KEPT;
        while 2 * stage <= samples {
            self.fill(done, stage);
            let is_first = done == 0;
            let margin = if is_first {
                FIRST_MARGIN * margin
            } else {
                margin
            };
            self.path.run(Focus {
                columns: self.columns,
                scratch: self.scratch,
                ranks: SHARES.map(|share| rank_so_far(share, stage, samples, margin)),
                is_first,
            });
            done = stage;
            stage *= 2;
        }
        self.fill(done, samples);
        (!self.progress.is_cancelled()).then_some(())
    }

    /// Runs the model on the samples from `first` on and has the columns take the results.
    fn fill(&mut self, first: usize, samples: usize) {
        let next = AtomicUsize::new(first);
        let fill = |columns: &mut [Column<_>]| {
            self.path.run(Fill {
                sampler: self.sampler,
                cells: self.cells,
                progress: self.progress,
                columns,
                samples,
                next: &next,
                watched: self.watched,
                below: &self.below,
            });
        };
        if self.threads == 1 {
            fill(self.columns);
            return;
        }
        let empty: Vec<_> = self.columns.iter().map(Column::emptied).collect();
        let whole = Mutex::new(&mut *self.columns);
        std::thread::scope(|scope| {
            for _ in 0..self.threads {
                scope.spawn(|| {
                    let mut part = empty.clone();
                    fill(&mut part);
                    let mut whole = whole.lock().unwrap_or_else(PoisonError::into_inner);
                    for (whole, part) in whole.iter_mut().zip(&part) {
                        whole.merge(part);
                    }
                });
            }
        });
    }
}

/// The rank of a percentile among the first of so many samples.
fn rank_so_far(share: f64, so_far: usize, samples: usize, margin: f64) -> Rank {
    let to_come = 1.0 - so_far as f64 / samples as f64;
    let deviation = (share * (1.0 - share) * so_far as f64 * to_come).sqrt();
    Rank {
        at: place(share, so_far).0,
        drift: (margin * deviation).ceil() as usize,
    }
}

/// Where a percentile lies: at a rank, or this far between it and the next, as `numpy.percentile`
/// has it.
pub(super) fn place(share: f64, samples: usize) -> (usize, f64) {
    let place = share * (samples - 1) as f64;
    (place as usize, place.fract())
}

struct Fill<'a> {
    sampler: &'a Sampler,
    cells: &'a [Cell],
    progress: &'a Progress,
    columns: &'a mut [Column<{ SHARES.len() }>],
    samples: usize,
    /// The first sample that nobody has taken.
    next: &'a AtomicUsize,
    watched: Option<(usize, f32)>,
    below: &'a AtomicUsize,
}

impl Work for Fill<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) {
        let mut strip = Strip::new(self.cells);
        let mut draws = Draws::default();
        while !self.progress.is_cancelled() {
            let first = self.next.fetch_add(STRIP, Ordering::Relaxed);
            if first >= self.samples {
                break;
            }
            let samples = STRIP.min(self.samples - first);
            self.sampler.draw(simd, first, &mut draws);
            strip.run(simd, self.sampler, &draws, samples);
            for (index, column) in self.columns.iter_mut().enumerate() {
                column.take(simd, &strip.row(index)[..samples]);
            }
            if let Some((index, bound)) = self.watched {
                let values = strip.row(index)[..samples].iter();
                let below = values.filter(|value| **value < bound).count();
                self.below.fetch_add(below, Ordering::Relaxed);
            }
            self.progress.samples.fetch_add(samples, Ordering::Relaxed);
        }
    }
}

struct Focus<'a> {
    columns: &'a mut [Column<{ SHARES.len() }>],
    scratch: &'a mut Scratch,
    ranks: [Rank; SHARES.len()],
    is_first: bool,
}

impl Work for Focus<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) {
        if self.is_first {
            Column::open_windows(simd, self.columns, &self.ranks, self.scratch);
            return;
        }
        for column in self.columns {
            column.narrow(simd, &self.ranks, self.scratch);
        }
    }
}

struct Read<'a> {
    columns: &'a mut [Column<{ SHARES.len() }>],
    scratch: &'a mut Scratch,
    samples: usize,
}

impl Work for Read<'_> {
    type Output = Option<Vec<Percentiles>>;

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) -> Self::Output {
        let ranks = SHARES.map(|share| rank_so_far(share, self.samples, self.samples, 0.0));
        let found = Column::read_all(simd, self.columns, &ranks, self.scratch)?;
        let percentiles = |neighbours: [Neighbours; SHARES.len()]| {
            std::array::from_fn(|index| {
                let (_, beyond) = place(SHARES[index], self.samples);
                let (at, next) = (neighbours[index].at, neighbours[index].next);
                f64::from(at) + beyond * (f64::from(next) - f64::from(at))
            })
        };
        Some(found.into_iter().map(percentiles).collect())
    }
}
