//! Where a wanted rank of a stream of samples must lie.

use fearless_simd::prelude::*;
use fearless_simd::{Simd, mask32x16};

use super::select::Heap;
use super::tally::{MOST_COUNTED, Reached, in_chunks, splat_all};

/// A wanted rank among the values so far.
#[derive(Clone, Copy)]
pub(super) struct Rank {
    pub at: usize,
    /// How far it may still move, either way, as more values come.
    pub drift: usize,
}

/// Two values between which a wanted rank, and the next, are expected to stay.
#[derive(Clone, Copy)]
pub(super) struct Window {
    pub low: f32,
    pub high: f32,
    /// How many values were below `low`.
    pub below: usize,
    /// How many were from `low` to `high`. Of a window that is a point these are counted and not
    /// kept; those of others are kept, and counted when windows are narrowed.
    pub inside: usize,
}

impl Window {
    /// Around a rank of values that have all been sorted; `value` tells the one at a rank, if
    /// there is one.
    #[inline(always)]
    pub fn around(rank: Rank, value: impl Fn(usize) -> Option<f32>) -> Self {
        let first = rank.at.checked_sub(rank.drift);
        let low = first.and_then(&value).unwrap_or(f32::NEG_INFINITY);
        let high = value(rank.at + 1 + rank.drift).unwrap_or(f32::INFINITY);
        Self {
            low,
            high,
            below: 0,
            inside: if low == high { 0 } else { 2 * (rank.drift + 1) },
        }
    }

    pub fn is_point(&self) -> bool {
        self.low == self.high
    }

    /// Are the rank and the next inside, wherever they may still move to?
    pub fn holds(&self, rank: Rank) -> bool {
        self.below + rank.drift <= rank.at && rank.at + 1 + rank.drift < self.below + self.inside
    }

    /// The part of the window in which a rank of `count` values should lie, if values lie nearly
    /// evenly in it: not more than a guess. `growth`: how many more values there are now than
    /// when those inside were counted.
    #[inline(always)]
    pub fn narrowed(&self, rank: Rank, count: usize, growth: f32) -> Self {
        /// How far a value strays from its even place, in standard deviations.
        const DEVIATIONS: f32 = 3.5;
        /// How far the curve of a density bends away from even, for a window that is as wide as
        /// the share beyond it.
        const BEND: f32 = 0.05;
        let inside = self.inside as f32 * growth;
        if self.is_point() || !(self.low.is_finite() && self.high.is_finite()) || inside < 1.0 {
            return *self;
        }
        let place = (rank.at as f32 - self.below as f32 + 1.0) / inside;
        let share = (rank.at + 1) as f32 / (count + 1) as f32;
        let bend = BEND * inside / (count as f32 * share * (1.0 - share));
        let stray = (place * (1.0 - place) / inside).max(0.0).sqrt();
        let margin = (rank.drift + 1) as f32 / inside + bend + DEVIATIONS * stray;
        let width = self.high - self.low;
        Self {
            low: self.low + width * (place - margin).clamp(0.0, 1.0),
            high: if place + margin < 1.0 {
                self.low + width * (place + margin).max(0.0)
            } else {
                self.high
            },
            ..*self
        }
    }

    /// A part that turned out not to hold the rank, as much wider as was missing.
    #[inline(always)]
    pub fn widened(&self, part: &Self, rank: Rank) -> Self {
        /// More than was missing, for values lie less densely further out.
        const SPARE: f32 = 1.5;
        const LEAST: f32 = 4.0;
        let distance = if part.inside > 0 {
            (part.high - part.low) / part.inside as f32
        } else {
            (self.high - self.low) / LEAST
        };
        let mut wider = *part;
        let (first, last) = (
            rank.at as f32 - rank.drift as f32,
            (rank.at + 1 + rank.drift) as f32,
        );
        let missing_below = part.below as f32 - first;
        if missing_below > 0.0 {
            let step = distance * (SPARE * missing_below + LEAST);
            wider.low = (part.low - step).max(self.low);
        }
        let missing_above = last - (part.below + part.inside) as f32 + 1.0;
        if missing_above > 0.0 {
            let step = distance * (SPARE * missing_above + LEAST);
            wider.high = (part.high + step).min(self.high);
        }
        wider
    }

    /// The end of the window that is nearer to a part of it: many values may be just there.
    pub fn nearer_end(&self, part: &Self) -> Self {
        let is_high = self.high - part.high < part.low - self.low;
        let end = if is_high { self.high } else { self.low };
        Self {
            low: end,
            high: end,
            ..*self
        }
    }
}

/// The windows of some ranks, from the lowest.
#[derive(Clone, Copy)]
pub(super) struct Windows<const N: usize> {
    pub of_ranks: [Window; N],
    low: [f32; N],
    /// Values up to here are kept: none of a window that is a point.
    kept_upto: [f32; N],
    /// Is any of them a point?
    points: bool,
    /// How many values had come when they were narrowed.
    pub narrowed_at: usize,
}

impl<const N: usize> Windows<N> {
    pub fn new(of_ranks: [Window; N], narrowed_at: usize) -> Self {
        let kept_upto = |window: Window| {
            if window.is_point() {
                f32::NEG_INFINITY
            } else {
                window.high
            }
        };
        Self {
            of_ranks,
            low: of_ranks.map(|window| window.low),
            kept_upto: of_ranks.map(kept_upto),
            points: of_ranks.iter().any(Window::is_point),
            narrowed_at,
        }
    }

    /// The same windows, in which nothing has been counted.
    pub fn emptied(mut self) -> Self {
        for window in &mut self.of_ranks {
            (window.below, window.inside) = (0, 0);
        }
        self
    }

    /// Adds what was counted in the same windows elsewhere.
    pub fn merge(&mut self, other: &Self) {
        for (own, other) in self.of_ranks.iter_mut().zip(&other.of_ranks) {
            own.below += other.below;
            own.inside += other.inside;
        }
    }

    /// What is no longer in each window.
    fn beyond(&self) -> [f32; N] {
        self.of_ranks.map(|window| window.high.next_up())
    }

    /// The value that all windows consist of, if they do.
    fn only_value(&self) -> Option<f32> {
        let (first, last) = (self.of_ranks.first()?, self.of_ranks.last()?);
        (self.points && first.low == last.high).then_some(first.low)
    }

    /// Counts values, and keeps those that are in a window.
    #[inline(always)]
    pub fn take<S: Simd>(&mut self, simd: S, values: &[f32], kept: &mut Heap) {
        if let Some(only) = self.only_value()
            && values.iter().all(|value| *value == only)
        {
            for window in &mut self.of_ranks {
                window.inside += values.len();
            }
            return;
        }
        let mut from_low = Reached::new(simd, &self.low);
        let upto = splat_all(simd, &self.kept_upto);
        kept.make_room(values.len());
        in_chunks(
            simd,
            values,
            #[inline(always)]
            |values| {
                let mut wanted = mask32x16::splat(simd, false);
                for (index, upto) in upto.iter().enumerate() {
                    wanted |= from_low.count(index, values) & values.simd_le(*upto);
                }
                kept.push(values, wanted);
            },
        );
        let from_low = from_low.totals();
        if self.points {
            self.count_points(simd, values, from_low);
        }
        for (window, from_low) in self.of_ranks.iter_mut().zip(from_low) {
            window.below += values.len() - from_low;
        }
    }

    /// Counts the values at windows that are points.
    #[inline(always)]
    fn count_points<S: Simd>(&mut self, simd: S, values: &[f32], from_low: [usize; N]) {
        let mut beyond = Reached::new(simd, &self.beyond());
        in_chunks(
            simd,
            values,
            #[inline(always)]
            |values| {
                for index in 0..N {
                    beyond.count(index, values);
                }
            },
        );
        let beyond = beyond.totals();
        for (index, window) in self.of_ranks.iter_mut().enumerate() {
            if window.is_point() {
                window.inside += from_low[index] - beyond[index];
            }
        }
    }

    /// These windows in the place of wider ones, given the values that were kept; those still to
    /// be kept go to `still_kept`.
    #[inline(always)]
    pub fn replace<S: Simd>(
        mut self,
        simd: S,
        wider: &Self,
        kept: &[f32],
        still_kept: &mut Heap,
    ) -> Self {
        let upto = splat_all(simd, &self.kept_upto);
        for (window, wider) in self.of_ranks.iter_mut().zip(&wider.of_ranks) {
            window.below = wider.below;
            window.inside = if wider.is_point() { wider.inside } else { 0 };
        }
        still_kept.clear();
        still_kept.make_room(kept.len());
        for kept in kept.chunks(MOST_COUNTED) {
            let mut from_wider = Reached::new(simd, &wider.low);
            let mut from_low = Reached::new(simd, &self.low);
            let mut beyond = Reached::new(simd, &self.beyond());
            in_chunks(
                simd,
                kept,
                #[inline(always)]
                |values| {
                    let mut wanted = mask32x16::splat(simd, false);
                    for (index, upto) in upto.iter().enumerate() {
                        from_wider.count(index, values);
                        beyond.count(index, values);
                        wanted |= from_low.count(index, values) & values.simd_le(*upto);
                    }
                    still_kept.push(values, wanted);
                },
            );
            let from_wider = from_wider.totals();
            let from_low = from_low.totals();
            let beyond = beyond.totals();
            for (index, window) in self.of_ranks.iter_mut().enumerate() {
                if !wider.of_ranks[index].is_point() {
                    window.below += from_wider[index] - from_low[index];
                    window.inside += from_low[index] - beyond[index];
                }
            }
        }
        self
    }
}
