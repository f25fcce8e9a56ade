//! Counting values against bounds, sixteen at a time.

use fearless_simd::prelude::*;
use fearless_simd::{Simd, f32x16, mask32x16, u32x16};

use super::select::WIDTH;

/// Counts the values that reach each of some bounds, sixteen at a time.
pub(super) struct Reached<S: Simd, const N: usize> {
    bounds: [f32x16<S>; N],
    /// Lane by lane, three counts to a number.
    counts: [u32x16<S>; N],
}

/// So many values can be counted, of which sixteen at a time: ten bits of a lane are a count.
pub(super) const MOST_COUNTED: usize = ((1 << BITS) - 1) / WIDTH * WIDTH;
const BITS: u32 = 10;
const SHARED: usize = 3;

impl<S: Simd, const N: usize> Reached<S, N> {
    #[inline(always)]
    pub fn new(simd: S, bounds: &[f32; N]) -> Self {
        Self {
            bounds: splat_all(simd, bounds),
            counts: [u32x16::splat(simd, 0); N],
        }
    }

    /// Which of sixteen values reach the bound with this index. What is not a number does not.
    #[inline(always)]
    pub fn count(&mut self, index: usize, values: f32x16<S>) -> mask32x16<S> {
        let simd = values.simd;
        let reached = values.simd_ge(self.bounds[index]);
        let one = u32x16::splat(simd, 1 << Self::shift(index));
        self.counts[index / SHARED] += reached.select(one, u32x16::splat(simd, 0));
        reached
    }

    /// How many reached each bound.
    #[inline(always)]
    pub fn totals(self) -> [usize; N] {
        let mut sums = [0; N];
        for (sum, counts) in sums.iter_mut().zip(&self.counts[..N.div_ceil(SHARED)]) {
            *sum = counts.reduce_sum();
        }
        let mut totals = [0; N];
        for (index, total) in totals.iter_mut().enumerate() {
            let counts = sums[index / SHARED] >> Self::shift(index);
            *total = (counts & ((1 << BITS) - 1)) as usize;
        }
        totals
    }

    #[inline(always)]
    fn shift(index: usize) -> u32 {
        1 + BITS * (index % SHARED) as u32
    }
}

/// Each value in all lanes. (Not by `map`, which is compiled without the instructions of `S`.)
#[inline(always)]
pub(super) fn splat_all<S: Simd, const N: usize>(simd: S, values: &[f32; N]) -> [f32x16<S>; N] {
    let mut lanes = [f32x16::splat(simd, 0.0); N];
    for (lanes, value) in lanes.iter_mut().zip(values) {
        *lanes = f32x16::splat(simd, *value);
    }
    lanes
}

/// Hands out all values sixteen by sixteen, filled up with what is not a number.
#[inline(always)]
pub(super) fn in_chunks<S: Simd>(simd: S, values: &[f32], mut each: impl FnMut(f32x16<S>)) {
    let (chunks, rest) = values.as_chunks::<WIDTH>();
    for chunk in chunks {
        each(f32x16::from_slice(simd, chunk));
    }
    if !rest.is_empty() {
        let mut chunk = [f32::NAN; WIDTH];
        chunk[..rest.len()].copy_from_slice(rest);
        each(f32x16::from_slice(simd, &chunk));
    }
}
