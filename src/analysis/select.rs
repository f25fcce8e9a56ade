//! Finding the values at a rank, sixteen compared at a time.

use fearless_simd::prelude::*;
use fearless_simd::{Simd, f32x16, mask32x16};

use super::window::Window;

/// Values compared at a time.
pub(super) const WIDTH: usize = 16;

/// The values at a rank and at the next.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Neighbours {
    pub at: f32,
    pub next: f32,
}

/// A value of each of sixteen lists: one line of the cache, so that none is read for two.
#[derive(Clone, Copy)]
#[repr(align(64))]
pub(super) struct Row(pub [f32; WIDTH]);

/// Room for the values among which a rank is looked for.
#[derive(Default)]
pub(super) struct Scratch {
    pub heap: Heap,
    pub list: Vec<f32>,
    /// Lists side by side, to be sorted.
    pub rows: Vec<Row>,
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

/// The values at a rank of those in a window, and at the next. Many may be just at an end of it:
/// the rank is looked for among the others only.
pub(super) fn select(
    values: &[f32],
    window: &Window,
    rank: usize,
    room: &mut Vec<f32>,
) -> Neighbours {
    let at_low = values.iter().filter(|value| **value == window.low).count();
    let is_inside = |value: &f32| window.low < *value && *value < window.high;
    room.clear();
    room.extend(values.iter().copied().filter(is_inside));
    let mut value = |rank: usize| match rank.checked_sub(at_low) {
        None => window.low,
        Some(rank) if rank < room.len() => *room.select_nth_unstable_by(rank, f32::total_cmp).1,
        Some(_) => window.high,
    };
    Neighbours {
        at: value(rank),
        next: value(rank + 1),
    }
}

/// Sorts sixteen lists of values side by side, each in its lane: a bitonic sort (Batcher, 1968),
/// whose comparisons do not depend on the values. There must be a power of two of them, and no
/// fewer than `BLOCK`.
#[inline(always)]
pub(super) fn sort_lanes<S: Simd>(simd: S, rows: &mut [Row]) {
    let (blocks, rest) = rows.as_chunks_mut();
    assert!(rest.is_empty(), "rows come in whole blocks");
    for block in blocks {
        in_registers(
            simd,
            block,
            #[inline(always)]
            |block| {
                for half in [1, 2, 4] {
                    flip(block, half);
                    clean(block, half / 2);
                }
            },
        );
    }
    let mut half = BLOCK;
    while half < rows.len() {
        merge(simd, rows, half);
        half *= 2;
    }
}

/// So many rows are sorted and merged in registers.
pub(super) const BLOCK: usize = 8;

type Block<S> = [f32x16<S>; BLOCK];

#[inline(always)]
fn in_registers<S: Simd>(simd: S, rows: &mut [Row; BLOCK], work: impl FnOnce(&mut Block<S>)) {
    let mut block = [f32x16::splat(simd, 0.0); BLOCK];
    for (values, row) in block.iter_mut().zip(&*rows) {
        *values = f32x16::from_slice(simd, &row.0);
    }
    work(&mut block);
    for (values, row) in block.iter().zip(rows) {
        values.store_slice(&mut row.0);
    }
}

#[inline(always)]
fn exchange<S: Simd>(block: &mut Block<S>, low: usize, high: usize) {
    let (a, b) = (block[low], block[high]);
    block[low] = a.min(b);
    block[high] = a.max(b);
}

/// Of two sorted parts, one after the other, compares the first of one with the last of the other.
#[inline(always)]
fn flip<S: Simd>(block: &mut Block<S>, half: usize) {
    for start in (0..BLOCK).step_by(2 * half) {
        for index in 0..half {
            exchange(block, start + index, start + 2 * half - 1 - index);
        }
    }
}

/// Sorts parts in which all that is out of order is a turning point.
#[inline(always)]
fn clean<S: Simd>(block: &mut Block<S>, mut step: usize) {
    while step > 0 {
        for start in (0..BLOCK).step_by(2 * step) {
            for index in start..start + step {
                exchange(block, index, index + step);
            }
        }
        step /= 2;
    }
}

/// Merges sorted parts of so many rows by twos.
#[inline(always)]
fn merge<S: Simd>(simd: S, rows: &mut [Row], half: usize) {
    for rows in rows.chunks_exact_mut(2 * half) {
        let (low, high) = rows.split_at_mut(half);
        for (low, high) in low.iter_mut().zip(high.iter_mut().rev()) {
            exchange_rows(simd, low, high);
        }
    }
    let mut step = half / 2;
    while step >= BLOCK {
        for rows in rows.chunks_exact_mut(2 * step) {
            let (low, high) = rows.split_at_mut(step);
            for (low, high) in low.iter_mut().zip(high) {
                exchange_rows(simd, low, high);
            }
        }
        step /= 2;
    }
    let (blocks, _) = rows.as_chunks_mut();
    for block in blocks {
        in_registers(
            simd,
            block,
            #[inline(always)]
            |block| clean(block, BLOCK / 2),
        );
    }
}

#[inline(always)]
fn exchange_rows<S: Simd>(simd: S, low: &mut Row, high: &mut Row) {
    let a = f32x16::from_slice(simd, &low.0);
    let b = f32x16::from_slice(simd, &high.0);
    a.min(b).store_slice(&mut low.0);
    a.max(b).store_slice(&mut high.0);
}
