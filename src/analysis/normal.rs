//! Standard normal deviates from uniform ones, on lanes.

use fearless_simd::prelude::*;
use fearless_simd::{Simd, f32x16};

use crate::number::single::{log2, polynomial};

// The deviate of a share u of draws is (u − ½) times a smooth function of how deep in a tail u is, by
// −log₂ 4u(1 − u): an idea of M. Giles (Approximating the erfinv function, 2010). The polynomials are
// fitted with the least greatest relative error, 2e-7: far finer than what a sample of any size can
// show.

/// How deep the first polynomial reaches: to all but 0.3 % of shares.
const CENTRE_DEPTH: f32 = 7.25;
/// Of the depth from the middle of its range.
const CENTRE: ([f32; 10], f32) = (
    [
        -9.116_745e-10,
        3.365_743e-9,
        1.016_923_65e-7,
        -1.073_564_1e-6,
        -2.363_124e-6,
        0.000_142_349_02,
        -0.001_169_600_5,
        -0.005_741_13,
        0.483_333_77,
        4.255_455_5,
    ],
    3.625,
);
/// Of the depth's square root from the middle of its range, which ends at a share of 2⁻³⁶.
const TAIL: ([f32; 10], f32) = (
    [
        1.497_713_6e-5,
        1.114_501_7e-5,
        -0.000_212_038_55,
        0.000_424_858_97,
        -0.000_564_389_05,
        0.001_207_614_2,
        -0.003_089_287_8,
        0.005_890_729,
        2.372_889_3,
        9.571_401,
    ],
    4.261_767,
);

/// The normal deviate below which a share of them lies, for a share between 0 and ½.
#[inline(always)]
pub(super) fn lower_deviate<S: Simd>(share: f32x16<S>) -> f32x16<S> {
    let simd = share.simd;
    let one = f32x16::splat(simd, 1.0);
    let depth = -log2(share * (one - share) * 4.0);
    let mut slope = polynomial(CENTRE.0, depth - CENTRE.1);
    let in_tail = depth.simd_gt(f32x16::splat(simd, CENTRE_DEPTH));
    if in_tail.any_true() {
        let tail = polynomial(TAIL.0, depth.sqrt() - TAIL.1);
        slope = in_tail.select(tail, slope);
    }
    (share - 0.5) * slope
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::lanes::{Path, Work};

    struct Deviates([f32; 16]);

    impl Work for Deviates {
        type Output = Vec<f32>;

        #[inline(always)]
        fn run<S: Simd>(self, simd: S) -> Vec<f32> {
            lower_deviate(f32x16::from_slice(simd, &self.0))
                .as_slice()
                .to_vec()
        }
    }

    #[test]
    fn deviates_have_the_share_below_them_that_was_asked_for() {
        let shares = [
            1.2e-10, 1e-8, 1e-6, 1e-4, 0.001, 0.0016, 0.0017, 0.002, 0.024, 0.05, 0.1, 0.2, 0.3,
            0.4, 0.499, 0.5,
        ];
        for path in Path::all() {
            for (u, z) in shares.iter().zip(path.run(Deviates(shares))) {
                let share = 0.5 * libm::erfc(-f64::from(z) * std::f64::consts::FRAC_1_SQRT_2);
                assert!((share / f64::from(*u) - 1.0).abs() < 1e-5, "{z} for {u}");
            }
        }
    }
}
