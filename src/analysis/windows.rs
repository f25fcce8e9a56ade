//! The windows of all wanted ranks of a stream of samples.

use fearless_simd::prelude::*;
use fearless_simd::{Simd, f32x16};

use super::chunk::{Chunk, WIDTH, count, splat_all};
use super::fan::SHARES;
use super::heap::Heap;
use super::window::{Rank, Window};

/// So many ranks are wanted.
pub(super) const RANKS: usize = SHARES.len();

/// A window for each wanted rank, from the lowest. No two have a value in common, so that a rank
/// may be found in the window of its neighbour.
#[derive(Clone, Copy)]
pub(super) struct Windows {
    pub of_ranks: [Window; RANKS],
    /// Is any of them a point?
    points: bool,
}

impl Windows {
    /// Around the ranks of values that have all been sorted; `value` tells the one at a rank, if
    /// there is one.
    #[inline(always)]
    pub fn around(ranks: &[Rank; RANKS], value: impl Fn(usize) -> Option<f32>) -> Self {
        let mut of_ranks = ranks.map(|rank| Window::around(rank, &value));
        for upper in 1..RANKS {
            let (lower, upper) = of_ranks.split_at_mut(upper);
            for lower in lower.iter_mut().rev() {
                keep_apart(lower, &mut upper[0]);
            }
        }
        Self::new(of_ranks)
    }

    pub fn new(of_ranks: [Window; RANKS]) -> Self {
        let points = of_ranks.iter().any(Window::is_point);
        Self { of_ranks, points }
    }

    /// The same windows, in which nothing has been counted.
    pub fn emptied(&self) -> Self {
        Self::new(self.of_ranks.map(|window| Window {
            below: 0,
            inside: 0,
            ..window
        }))
    }

    /// Adds what was counted in the same windows elsewhere.
    pub fn merge(&mut self, other: &Self) {
        for (own, other) in self.of_ranks.iter_mut().zip(&other.of_ranks) {
            own.below += other.below;
            own.inside += other.inside;
        }
    }

    /// The window that a rank is in.
    pub fn find(&self, rank: usize) -> Option<usize> {
        let holds = |window: &Window| rank >= window.below && rank < window.below + window.inside;
        self.of_ranks.iter().position(holds)
    }

    /// Are a rank and the next inside, wherever they may still move to? A rank whose own window
    /// is nowhere lies in that of a neighbour.
    pub fn hold(&self, index: usize, rank: Rank) -> bool {
        let own = &self.of_ranks[index];
        let holds_first = match rank.at.checked_sub(rank.drift) {
            Some(first) => self.find(first).is_some(),
            None => own.low == f32::NEG_INFINITY,
        };
        let last = rank.at + 1 + rank.drift;
        own.is_nowhere() || holds_first && self.find(last).is_some()
    }

    /// The value at a rank, given those kept in ascending order; `None` where no window has it.
    #[inline(always)]
    pub fn value(&self, rank: usize, kept: impl Fn(usize) -> f32) -> Option<f32> {
        let found = self.find(rank)?;
        let window = self.of_ranks[found];
        if window.is_point() {
            return Some(window.low);
        }
        let lower = self.of_ranks[..found]
            .iter()
            .filter(|window| !window.is_point());
        let before: usize = lower.map(|window| window.inside).sum();
        Some(kept(before + rank - window.below))
    }

    /// Counts so many values, and keeps those in a window.
    #[inline(always)]
    pub fn take<S: Simd>(&mut self, simd: S, chunks: &[Chunk], len: usize, kept: &mut Heap) {
        if self.points && self.take_points(simd, chunks, len) {
            return;
        }
        let low = splat_all(simd, self.of_ranks.map(|window| window.low));
        let upto = splat_all(simd, self.of_ranks.map(|window| window.kept_upto()));
        let mut reached = [0; RANKS];
        kept.make_room(chunks.len() * WIDTH);
        for chunk in chunks {
            let values = f32x16::from_slice(simd, chunk);
            // The end of the last window that begins at the value or before.
            let mut end = f32x16::splat(simd, f32::NAN);
            for index in 0..RANKS {
                let from_low = values.simd_ge(low[index]);
                reached[index] += count(from_low);
                end = from_low.select(upto[index], end);
            }
            kept.push(values, values.simd_le(end));
        }
        for (window, reached) in self.of_ranks.iter_mut().zip(reached) {
            window.below += len - reached;
        }
    }

    /// Counts the values at windows that are points. Where all are, everything is counted.
    #[inline(always)]
    fn take_points<S: Simd>(&mut self, simd: S, chunks: &[Chunk], len: usize) -> bool {
        for index in 0..RANKS {
            if !self.of_ranks[index].is_point() {
                continue;
            }
            let point = self.of_ranks[index].low;
            let lanes = f32x16::splat(simd, point);
            let mut at_point = 0;
            for chunk in chunks {
                at_point += count(f32x16::from_slice(simd, chunk).simd_eq(lanes));
            }
            self.of_ranks[index].inside += at_point;
            if at_point == len {
                for window in &mut self.of_ranks {
                    window.below += if window.low <= point { 0 } else { len };
                }
                return true;
            }
        }
        false
    }

    /// Parts of these windows in their place, given the values that were kept; those still to be
    /// kept are added to `still_kept`.
    #[inline(always)]
    pub fn replaced<S: Simd>(
        &self,
        simd: S,
        parts: [Window; RANKS],
        kept: &[Chunk],
        still_kept: &mut Heap,
    ) -> Self {
        let from = splat_all(simd, self.of_ranks.map(|window| window.low));
        let low = splat_all(simd, parts.map(|window| window.low));
        let high = splat_all(simd, parts.map(|window| window.high));
        let upto = splat_all(simd, parts.map(|window| window.kept_upto()));
        let mut below = [0; RANKS];
        let mut inside = [0; RANKS];
        still_kept.make_room(kept.len() * WIDTH);
        for chunk in kept {
            let values = f32x16::from_slice(simd, chunk);
            let mut end = f32x16::splat(simd, f32::NAN);
            for index in 0..RANKS {
                let from_low = values.simd_ge(low[index]);
                below[index] += count(values.simd_ge(from[index]) & values.simd_lt(low[index]));
                inside[index] += count(from_low & values.simd_le(high[index]));
                end = from_low.select(upto[index], end);
            }
            still_kept.push(values, values.simd_le(end));
        }
        let mut of_ranks = parts;
        for (index, part) in of_ranks.iter_mut().enumerate() {
            let window = self.of_ranks[index];
            if window.is_point() {
                *part = window;
            } else {
                part.below = window.below + below[index];
                part.inside = inside[index];
            }
        }
        Self::new(of_ranks)
    }
}

/// Takes from one of two windows what they have in common: from the other, if one is a point.
fn keep_apart(lower: &mut Window, upper: &mut Window) {
    if lower.high < upper.low || lower.is_nowhere() {
        return;
    }
    if upper.is_point() && lower.low < lower.high && lower.high == upper.low {
        lower.high = lower.high.next_down();
    } else if lower.high < upper.high {
        upper.low = lower.high.next_up();
    } else {
        *upper = Window::NOWHERE;
    }
}
