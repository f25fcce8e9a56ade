//! Finding the values at a rank, sixteen compared at a time.

use fearless_simd::prelude::*;
use fearless_simd::{Simd, f32x16, mask32x16};

/// Values compared at a time.
pub(super) const WIDTH: usize = 16;
/// Up to so many values are handed to the standard library.
const FEW: usize = 64;

/// The values at a rank and at the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Neighbours {
    pub at: f32,
    pub next: f32,
}

/// Room for the values among which a rank is looked for.
#[derive(Default)]
pub(super) struct Scratch {
    pub from: Heap,
    to: Heap,
    /// Lists side by side, to be sorted.
    pub rows: Vec<[f32; WIDTH]>,
}

/// Values in no order, with room for more: sixteen are always written, of which some stay.
#[derive(Clone, Default)]
pub(super) struct Heap {
    values: Vec<f32>,
    pub len: usize,
}

impl Heap {
    pub fn values(&self) -> &[f32] {
        &self.values[..self.len]
    }

    pub fn clear(&mut self) {
        self.len = 0;
    }

    /// Makes room for so many values, and no more; those that were there are gone.
    pub fn start_with_room(&mut self, room: usize) {
        self.len = 0;
        if self.values.len() < room + WIDTH {
            self.values = Vec::new();
            self.values = vec![0.0; room + WIDTH];
        }
    }

    /// Makes room for so many more values.
    #[inline(always)]
    pub fn make_room(&mut self, more: usize) {
        let wanted = self.len + more + WIDTH;
        if self.values.len() < wanted {
            self.values.resize(wanted + wanted / 4, 0.0);
        }
    }

    /// Adds those of sixteen values that are wanted. There must be room for all of them.
    #[inline(always)]
    pub fn push<S: Simd>(&mut self, values: f32x16<S>, wanted: mask32x16<S>) {
        let kept = values.compress(wanted);
        kept.store_slice(&mut self.values[self.len..self.len + WIDTH]);
        self.len += wanted.to_bitmask().count_ones() as usize;
    }

    pub fn extend(&mut self, values: &[f32]) {
        self.make_room(values.len());
        self.values[self.len..self.len + values.len()].copy_from_slice(values);
        self.len += values.len();
    }
}

/// The values at a rank of `scratch.from` and at the next, or twice the last.
#[inline(always)]
pub(super) fn select<S: Simd>(simd: S, mut rank: usize, scratch: &mut Scratch) -> Neighbours {
    let Scratch { from, to, .. } = scratch;
    while from.len > FEW {
        let ends = guess(from.values(), rank);
        let below = filter(simd, from.values(), ends, to);
        match rank.checked_sub(below) {
            Some(inside) if inside + 1 < to.len && ends.0 == ends.1 => {
                return Neighbours {
                    at: ends.0,
                    next: ends.0,
                };
            }
            Some(inside) if inside + 1 < to.len && to.len < from.len - from.len / 4 => {
                rank = inside;
            }
            _ => break,
        }
        std::mem::swap(from, to);
    }
    let values = &mut from.values[..from.len];
    let (_, &mut at, above) = values.select_nth_unstable_by(rank, f32::total_cmp);
    let next = above.iter().copied().min_by(f32::total_cmp);
    Neighbours {
        at,
        next: next.unwrap_or(at),
    }
}

/// Two values between which a rank should lie, seen from a few of the values.
#[inline(always)]
fn guess(values: &[f32], rank: usize) -> (f32, f32) {
    const SEEN: usize = 16;
    const MARGIN: f32 = 2.5;
    let mut seen: [f32; SEEN] = std::array::from_fn(|index| values[index * values.len() / SEEN]);
    seen.sort_unstable_by(f32::total_cmp);
    let place = (rank as f32 + 1.0) / values.len() as f32 * SEEN as f32 - 0.5;
    let low = place - MARGIN;
    let high = (place + MARGIN).ceil() as usize;
    (
        if low < 0.0 {
            f32::NEG_INFINITY
        } else {
            seen[low as usize]
        },
        seen.get(high).copied().unwrap_or(f32::INFINITY),
    )
}

/// Copies the values from `low` to `high`, and tells how many were below.
#[inline(always)]
pub(super) fn filter<S: Simd>(
    simd: S,
    values: &[f32],
    (low, high): (f32, f32),
    to: &mut Heap,
) -> usize {
    to.clear();
    to.make_room(values.len());
    let mut count = 0;
    let (chunks, rest) = values.as_chunks::<WIDTH>();
    let mut last = [f32::NAN; WIDTH];
    last[..rest.len()].copy_from_slice(rest);
    for chunk in chunks.iter().chain([&last]) {
        let values = f32x16::from_slice(simd, chunk);
        let below = values.simd_lt(f32x16::splat(simd, low));
        let upto = values.simd_le(f32x16::splat(simd, high));
        to.push(values, upto & !below);
        count += below.to_bitmask().count_ones() as usize;
    }
    count
}

/// Sorts sixteen lists of values side by side, each in its lane: Batcher's odd-even merge sort
/// (1968), whose comparisons do not depend on the values.
#[inline(always)]
pub(super) fn sort_lanes<S: Simd>(simd: S, rows: &mut [[f32; WIDTH]]) {
    /// So many rows stay in the nearest cache.
    const NEAR: usize = 256;
    for near in rows.chunks_mut(NEAR) {
        merge_lanes(simd, near, 1);
    }
    merge_lanes(simd, rows, NEAR);
}

/// Merges sorted blocks of so many rows, until all rows are one block.
#[inline(always)]
fn merge_lanes<S: Simd>(simd: S, rows: &mut [[f32; WIDTH]], mut block: usize) {
    while block < rows.len() {
        let mut step = block;
        while step > 0 {
            let mut start = step % block;
            while start + step < rows.len() {
                // Both in the same pair of blocks: they differ only in bits below it.
                if start ^ (start + step) < 2 * block {
                    let (low, high) = rows[start..].split_at_mut(step);
                    for (low, high) in low.iter_mut().zip(high) {
                        let a = f32x16::from_slice(simd, low);
                        let b = f32x16::from_slice(simd, high);
                        a.min(b).store_slice(low);
                        a.max(b).store_slice(high);
                    }
                }
                start += 2 * step;
            }
            step /= 2;
        }
        block *= 2;
    }
}
