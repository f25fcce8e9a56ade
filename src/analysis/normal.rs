//! Standard normal deviates from uniform ones, on lanes.

use fearless_simd::prelude::*;
use fearless_simd::{Simd, f64x8};

use crate::number::powers::{log2, polynomial};

// P. J. Acklam's rational approximation of the inverse normal distribution (2003): relative error
// below 1.15e-9, far finer than what a sample of any size can show.
const CENTRE: ([f64; 6], [f64; 6]) = (
    [
        -3.969_683_028_665_376e1,
        2.209_460_984_245_205e2,
        -2.759_285_104_469_687e2,
        1.383_577_518_672_69e2,
        -3.066_479_806_614_716e1,
        2.506_628_277_459_239,
    ],
    [
        -5.447_609_879_822_406e1,
        1.615_858_368_580_409e2,
        -1.556_989_798_598_866e2,
        6.680_131_188_771_972e1,
        -1.328_068_155_288_572e1,
        1.0,
    ],
);
const TAIL: ([f64; 6], [f64; 5]) = (
    [
        -7.784_894_002_430_293e-3,
        -3.223_964_580_411_365e-1,
        -2.400_758_277_161_838,
        -2.549_732_539_343_734,
        4.374_664_141_464_968,
        2.938_163_982_698_783,
    ],
    [
        7.784_695_709_041_462e-3,
        3.224_671_290_700_398e-1,
        2.445_134_137_142_996,
        3.754_408_661_907_416,
        1.0,
    ],
);
/// Where the tail begins: |u − ½| above this.
const CENTRE_HALF_WIDTH: f64 = 0.5 - 0.024_25;

/// The normal deviate below which a share `u` of them lies, for `u` between 0 and 1.
#[inline(always)]
pub(super) fn normal_deviate<S: Simd>(u: f64x8<S>) -> f64x8<S> {
    let q = u - 0.5;
    let square = q * q;
    let centre = q * polynomial(CENTRE.0, square) / polynomial(CENTRE.1, square);
    let in_tail = q.abs().simd_gt(f64x8::splat(u.simd, CENTRE_HALF_WIDTH));
    if !in_tail.any_true() {
        return centre;
    }
    let share = u.min(f64x8::splat(u.simd, 1.0) - u);
    let depth = (log2(share) * (-2.0 * std::f64::consts::LN_2)).sqrt();
    let size = polynomial(TAIL.0, depth) / polynomial(TAIL.1, depth);
    // The approximation is of the lower tail, where deviates are negative.
    let tail = q.simd_lt(f64x8::splat(u.simd, 0.0)).select(size, -size);
    in_tail.select(tail, centre)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::lanes::{Path, Work};

    struct Deviates([f64; 8]);

    impl Work for Deviates {
        type Output = Vec<f64>;

        #[inline(always)]
        fn run<S: Simd>(self, simd: S) -> Vec<f64> {
            normal_deviate(f64x8::from_slice(simd, &self.0))
                .as_slice()
                .to_vec()
        }
    }

    #[test]
    fn deviates_have_the_share_below_them_that_was_asked_for() {
        let shares = [1e-8, 0.002, 0.024, 0.05, 0.3, 0.5, 0.975, 0.999_99];
        for path in Path::all() {
            for (u, z) in shares.iter().zip(path.run(Deviates(shares))) {
                let share = 0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2);
                assert!((share / u - 1.0).abs() < 1e-6, "{z} for {u}");
            }
        }
    }
}
