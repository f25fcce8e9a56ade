//! Values in chunks of sixteen, which are handled at once.

use fearless_simd::prelude::*;
use fearless_simd::{Simd, f32x16, mask32x16};

/// Values handled at a time.
pub(super) const WIDTH: usize = 16;

/// Sixteen values, or fewer: what is not a number fills them up.
pub(super) type Chunk = [f32; WIDTH];

/// In how many lanes a mask is set.
#[inline(always)]
pub(super) fn count<S: Simd>(mask: mask32x16<S>) -> usize {
    mask.to_bitmask().count_ones() as usize
}

/// Each value in all lanes. (Not by `map`, which is compiled without the instructions of `S`.)
#[inline(always)]
pub(super) fn splat_all<S: Simd, const N: usize>(simd: S, values: [f32; N]) -> [f32x16<S>; N] {
    let mut lanes = [f32x16::splat(simd, 0.0); N];
    for (lanes, value) in lanes.iter_mut().zip(values) {
        *lanes = f32x16::splat(simd, value);
    }
    lanes
}
