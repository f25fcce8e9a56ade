//! Many runs of the model on draws, and the percentiles of their results.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use fearless_simd::Simd;

use super::chunk::WIDTH;
use super::fan::{Percentiles, Progress, SHARES};
use super::group::{Group, Neighbours, Scratch};
use super::sampling::{Draws, STRIP, Sampler};
use super::strip::{Cell, Strip};
use super::window::Rank;
use super::windows::RANKS;
use crate::number::lanes::{Path, Work};

/// So many samples are kept before windows are opened. From then on these are narrowed whenever
/// the number of samples has doubled: a Sobol sequence is most even at powers of two.
const ALL_KEPT: usize = 512;
/// So much wider are the first windows, for few samples are less even. They are soon narrowed.
const FIRST_MARGIN: f64 = 1.5;

/// Room that ensembles need, kept from one to the next.
#[derive(Default)]
pub(super) struct Room {
    /// The results, sixteen cells a group.
    groups: Vec<Group>,
    scratch: Scratch,
    strip: Strip,
}

/// Runs of the model on draws.
pub(super) struct Ensemble<'a> {
    pub sampler: &'a Sampler,
    pub samples: usize,
    pub threads: usize,
    pub path: Path,
    pub progress: &'a Progress,
    pub room: &'a mut Room,
    pub watched: Option<Watched>,
}

/// A result of which the samples below a bound are counted.
pub(super) struct Watched {
    pub cell: Cell,
    pub bound: f32,
    pub below: AtomicUsize,
}

impl Watched {
    /// Which of some cells it is, if it is one; they are in the order of the table.
    pub fn among(&self, cells: &[Cell]) -> Option<usize> {
        cells.binary_search(&self.cell).ok()
    }
}

impl Ensemble<'_> {
    /// The percentiles of every cell; `None` where it was cancelled. `margin`: how far
    /// a percentile may move at first, see [`margin`]; those that have moved further are computed
    /// again.
    pub fn percentiles(&mut self, cells: &[Cell], mut margin: f64) -> Option<Vec<Percentiles>> {
        let mut found = vec![None; cells.len()];
        let mut missing: Vec<usize> = (0..cells.len()).collect();
        while !missing.is_empty() {
            let cells: Vec<Cell> = missing.iter().map(|index| cells[*index]).collect();
            self.gather(&cells, margin)?;
            let read = self.path.run(Read {
                room: self.room,
                samples: self.samples,
            });
            for (index, percentiles) in missing.iter().zip(read) {
                found[*index] = percentiles;
            }
            missing.retain(|index| found[*index].is_none());
            margin *= 2.0;
        }
        found.into_iter().collect()
    }

    /// Has groups take the results of all samples; `None` where it was cancelled.
    fn gather(&mut self, cells: &[Cell], margin: f64) -> Option<()> {
        let groups = &mut self.room.groups;
        groups.resize_with(cells.len().div_ceil(WIDTH), Group::default);
        for (group, cells) in groups.iter_mut().zip(cells.chunks(WIDTH)) {
            group.clear(cells.len());
        }
        self.progress.samples.store(0, Ordering::Relaxed);
        if let Some(watched) = &self.watched
            && watched.among(cells).is_some()
        {
            watched.below.store(0, Ordering::Relaxed);
        }
        let mut done = 0;
        let mut stage = ALL_KEPT;
        while 2 * stage <= self.samples {
            self.fill(cells, done, stage);
            let is_first = done == 0;
            let margin = if is_first {
                FIRST_MARGIN * margin
            } else {
                margin
            };
            self.path.run(Focus {
                room: self.room,
                ranks: SHARES.map(|share| rank_so_far(share, stage, self.samples, margin)),
                is_first,
            });
            done = stage;
            stage *= 2;
        }
        self.fill(cells, done, self.samples);
        (!self.progress.is_cancelled()).then_some(())
    }

    /// Runs the model on the samples from `first` on and has groups take the results.
    fn fill(&mut self, cells: &[Cell], first: usize, samples: usize) {
        let next = AtomicUsize::new(first);
        let Room { groups, strip, .. } = &mut *self.room;
        let watched = self.watched.as_ref();
        let watched = watched.and_then(|watched| Some((watched.among(cells)?, watched)));
        let fill = |groups: &mut [Group], strip: &mut Strip| {
            self.path.run(Fill {
                sampler: self.sampler,
                cells,
                progress: self.progress,
                groups,
                strip,
                samples,
                next: &next,
                watched,
            });
        };
        if self.threads == 1 {
            fill(groups, strip);
        } else {
            fill_on_threads(self.threads, groups, fill);
        }
    }
}

/// Has threads fill groups with the same windows, and brings together what they have taken.
fn fill_on_threads(
    threads: usize,
    groups: &mut [Group],
    fill: impl Fn(&mut [Group], &mut Strip) + Sync,
) {
    let emptied = |groups: &[Group]| groups.iter().map(Group::emptied).collect::<Vec<_>>();
    let empty = emptied(groups);
    let whole = Mutex::new(groups);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let mut part = emptied(&empty);
                fill(&mut part, &mut Strip::default());
                let mut whole = whole.lock().unwrap_or_else(PoisonError::into_inner);
                for (whole, part) in whole.iter_mut().zip(&part) {
                    whole.merge(part);
                }
            });
        }
    });
}

/// How far a percentile of the samples so far may lie from that of the whole, in standard deviations
/// of a random sample's rank. A Sobol sequence is more even; but there are many results, and each time
/// that windows are narrowed is another chance to miss one. Measured: one of thirty fans of all results
/// misses one or two of them; one of four at 16,384 draws, where some results of a few assumptions
/// meet dimensions of the sequence that are uneven together.
pub(super) fn margin(samples: usize) -> f64 {
    const LEAST: f64 = 1.75;
    const EACH_TIME: f64 = 0.15;
    let doublings = (samples / ALL_KEPT).max(1).ilog2();
    LEAST + EACH_TIME * f64::from(doublings)
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
    groups: &'a mut [Group],
    strip: &'a mut Strip,
    samples: usize,
    /// The first sample that nobody has taken.
    next: &'a AtomicUsize,
    watched: Option<(usize, &'a Watched)>,
}

impl Work for Fill<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) {
        let strip = self.strip;
        strip.want(self.cells);
        let mut draws = Draws::default();
        while !self.progress.is_cancelled() {
            let first = self.next.fetch_add(STRIP, Ordering::Relaxed);
            if first >= self.samples {
                break;
            }
            let samples = STRIP.min(self.samples - first);
            self.sampler.draw(simd, first, &mut draws);
            strip.run(simd, self.sampler, &draws, samples);
            for (index, group) in self.groups.iter_mut().enumerate() {
                group.take(simd, samples, |column| strip.chunks(index * WIDTH + column));
            }
            if let Some((index, watched)) = self.watched {
                let values = strip.chunks(index).as_flattened().iter();
                let below = values.filter(|value| **value < watched.bound).count();
                watched.below.fetch_add(below, Ordering::Relaxed);
            }
            self.progress.samples.fetch_add(samples, Ordering::Relaxed);
        }
    }
}

struct Focus<'a> {
    room: &'a mut Room,
    ranks: [Rank; RANKS],
    is_first: bool,
}

impl Work for Focus<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) {
        let Room {
            groups, scratch, ..
        } = self.room;
        for group in groups {
            if self.is_first {
                group.open_windows(simd, &self.ranks, scratch);
            } else {
                group.narrow(simd, &self.ranks, scratch);
            }
        }
    }
}

struct Read<'a> {
    room: &'a mut Room,
    samples: usize,
}

impl Work for Read<'_> {
    type Output = Vec<Option<Percentiles>>;

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) -> Self::Output {
        let places = SHARES.map(|share| place(share, self.samples));
        let ranks = places.map(|(rank, _)| rank);
        let percentiles = |neighbours: [Neighbours; RANKS]| {
            std::array::from_fn(|index| {
                let (_, beyond) = places[index];
                let (at, next) = (neighbours[index].at, neighbours[index].next);
                f64::from(at) + beyond * (f64::from(next) - f64::from(at))
            })
        };
        let Room {
            groups, scratch, ..
        } = self.room;
        let mut found = Vec::with_capacity(groups.len() * WIDTH);
        for group in groups {
            let read = group.read(simd, &ranks, scratch);
            found.extend(read.into_iter().map(|found| found.map(percentiles)));
        }
        found
    }
}
