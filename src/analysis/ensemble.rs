//! Many runs of the model on draws, and the percentiles of their results.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use fearless_simd::Simd;

use super::fan::{Percentiles, Progress, SHARES};
use super::order::Column;
use super::sampling::{Draws, STRIP, Sampler};
use super::select::Scratch;
use super::strip::{Cell, Strip};
use crate::number::lanes::{Path, Work};

/// The results of an ensemble, one column for each cell.
pub(super) type Columns = Vec<Column<{ SHARES.len() }>>;

/// Up to so many samples all results are kept.
const ALL_KEPT: usize = 2048;
/// The sample that shows where percentiles lie is this part of the whole, or the least size.
const PART: usize = 8;
const LEAST_PART: usize = 1024;
/// How far a percentile of the part may lie from that of the whole, in standard deviations of a
/// random sample's rank; a Sobol sequence stays well within.
const MARGIN: f64 = 2.5;

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
            let gathered = self.gather(samples, margin);
            let found = gathered.and_then(|()| {
                self.path.run(Read {
                    columns: self.columns,
                    scratch: self.scratch,
                    samples,
                })
            });
            if found.is_some() || self.progress.is_cancelled() {
                return found;
            }
            margin *= 2.0;
        }
    }

    /// Has the columns take the results of so many samples; `None` where it was cancelled or a
    /// window is too narrow.
    fn gather(&mut self, samples: usize, margin: f64) -> Option<()> {
        let mut first = 0;
        if samples > ALL_KEPT {
            let part = power_of_two_upto(samples / PART).max(LEAST_PART);
            self.gather(part, margin)?;
            let all_kept = part <= ALL_KEPT;
            if all_kept {
                first = part;
            }
            self.path.run(Focus {
                columns: self.columns,
                scratch: self.scratch,
                ranks: SHARES.map(|share| rank_with_margin(share, part, margin)),
                all_kept,
            })?;
            if !all_kept {
                let expected = expected_inside(part, margin) * samples as f64;
                for column in &mut *self.columns {
                    column.expect(expected as usize);
                }
            }
        }
        if first == 0 {
            self.below = AtomicUsize::new(0);
        }
        self.fill(first, samples);
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

/// The greatest power of two that is no greater: a Sobol sequence is most even at these.
fn power_of_two_upto(count: usize) -> usize {
    (count / 2 + 1).next_power_of_two()
}

/// The rank below a percentile of so many samples, and how far it may move.
fn rank_with_margin(share: f64, samples: usize, margin: f64) -> (usize, usize) {
    let deviation = (share * (1.0 - share) * samples as f64).sqrt();
    let (rank, _) = place(share, samples);
    (rank, (margin * deviation).ceil() as usize)
}

/// The share of values that windows seen in a part should hold, with some to spare.
fn expected_inside(part: usize, margin: f64) -> f64 {
    const SPARE: f64 = 1.15;
    let width = |share| 2 * rank_with_margin(share, part, margin).1 + 2;
    let inside: usize = SHARES.into_iter().map(width).sum();
    (SPARE * inside as f64 / part as f64).min(1.0)
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
    ranks: [(usize, usize); SHARES.len()],
    all_kept: bool,
}

impl Work for Focus<'_> {
    type Output = Option<()>;

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) -> Option<()> {
        if self.all_kept {
            Column::focus_all(simd, self.columns, &self.ranks, self.scratch);
            return Some(());
        }
        for column in self.columns {
            column.refocus(simd, &self.ranks, self.scratch)?;
        }
        Some(())
    }
}

struct Read<'a> {
    columns: &'a [Column<{ SHARES.len() }>],
    scratch: &'a mut Scratch,
    samples: usize,
}

impl Work for Read<'_> {
    type Output = Option<Vec<Percentiles>>;

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) -> Self::Output {
        let mut found = Vec::with_capacity(self.columns.len());
        for column in self.columns {
            let mut percentiles = [0.0; SHARES.len()];
            for (index, percentile) in percentiles.iter_mut().enumerate() {
                let (rank, beyond) = place(SHARES[index], self.samples);
                let values = column.neighbours(simd, index, rank, self.scratch)?;
                let (at, next) = (f64::from(values.at), f64::from(values.next));
                *percentile = at + beyond * (next - at);
            }
            found.push(percentiles);
        }
        Some(found)
    }
}
