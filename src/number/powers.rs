//! Powers of several numbers at once: 2^(y · log₂ x), from polynomials.
//!
//! The polynomials interpolate at Chebyshev nodes or are minimax fits (Remez), good to 4e-14: far
//! finer than the 1e-9 to which runs on lanes must agree with plain runs.

use fearless_simd::prelude::*;
use fearless_simd::{Simd, f64x8, i64x8};

/// Bits of √½ as a double: mantissas are taken from √½ to √2, around 1.
const ROOT_HALF_BITS: i64 = 0x3FE6_A09E_667F_3BCD;
/// Width of a double's mantissa in bits.
const MANTISSA_BITS: u32 = 52;
/// 1.5 · 2^52: a small whole number added to it stands in its lowest bits.
const WHOLE: f64 = 6_755_399_441_055_744.0;
/// The exponents of the least and the greatest power of two that are normal doubles.
const EXPONENTS: (f64, f64) = (-1022.0, 1023.0);

/// log₂ (1 + f) / f, for f from √½ − 1 to √2 − 1. (By a division half as many terms would do, but
/// divisions are what lanes wait for.)
const LOG2: [f64; 16] = [
    -0.056_079_883_041_332_64,
    0.114_271_319_195_529_41,
    -0.118_950_576_183_289_95,
    0.111_080_481_879_083_02,
    -0.118_031_579_892_779_45,
    0.130_892_655_881_267_72,
    -0.144_414_205_022_110_1,
    0.160_323_269_573_035_7,
    -0.180_331_874_976_771_22,
    0.206_098_389_608_885_52,
    -0.240_449_262_301_882_2,
    0.288_539_023_305_081_63,
    -0.360_673_759_511_882_96,
    0.480_898_346_871_101_5,
    -0.721_347_520_446_212_4,
    1.442_695_040_889_052_4,
];

/// 2^r for r from −½ to ½; exactly 1 at 0.
const EXP2: [f64; 11] = [
    7.037_279_530_582_804e-9,
    1.020_853_790_455_216_4e-7,
    1.321_566_283_184_610_4e-6,
    1.525_265_811_656_138_4e-5,
    0.000_154_035_299_611_353_6,
    0.001_333_355_822_856_147_6,
    0.009_618_129_108_034_59,
    0.055_504_108_664_458_83,
    0.240_226_506_959_087_68,
    0.693_147_180_559_949_7,
    1.0,
];

/// `x` to the power of `y`, for `x` > 0; 0 counts as 2^−1023.
#[inline(always)]
pub(super) fn power<S: Simd>(x: f64x8<S>, y: f64x8<S>) -> f64x8<S> {
    exp2(log2(x) * y)
}

/// The logarithm to base 2, for `x` > 0.
#[inline(always)]
fn log2<S: Simd>(x: f64x8<S>) -> f64x8<S> {
    let simd = x.simd;
    let bits: i64x8<S> = x.bitcast();
    let exponent = (bits - i64x8::splat(simd, ROOT_HALF_BITS)) >> MANTISSA_BITS;
    let mantissa: f64x8<S> = (bits - (exponent << MANTISSA_BITS)).bitcast();
    let whole = f64x8::splat(simd, WHOLE);
    let whole_bits: i64x8<S> = whole.bitcast();
    let exponent: f64x8<S> = (exponent + whole_bits).bitcast();
    let f = mantissa - 1.0;
    f.mul_add(polynomial(LOG2, f), exponent - whole)
}

/// 2 to the power of `x`; beyond the range of doubles, its ends.
#[inline(always)]
fn exp2<S: Simd>(x: f64x8<S>) -> f64x8<S> {
    let simd = x.simd;
    let (least, greatest) = EXPONENTS;
    let x = x
        .max(f64x8::splat(simd, least))
        .min(f64x8::splat(simd, greatest));
    let shifted = x + WHOLE;
    let rest = x - (shifted - WHOLE);
    let exponent: i64x8<S> = shifted.bitcast();
    let mantissa: i64x8<S> = polynomial(EXP2, rest).bitcast();
    (mantissa + (exponent << MANTISSA_BITS)).bitcast()
}

/// A polynomial at `x`, its coefficients from the highest power down.
#[inline(always)]
fn polynomial<S: Simd, const N: usize>(coefficients: [f64; N], x: f64x8<S>) -> f64x8<S> {
    let mut sum = f64x8::splat(x.simd, coefficients[0]);
    for coefficient in &coefficients[1..] {
        sum = sum.mul_add(x, f64x8::splat(x.simd, *coefficient));
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::lanes::{Path, Work};

    struct Powers<'a>(&'a [f64; 8], f64);

    impl Work for Powers<'_> {
        type Output = Vec<f64>;

        #[inline(always)]
        fn run<S: Simd>(self, simd: S) -> Vec<f64> {
            let x = f64x8::from_slice(simd, self.0);
            power(x, f64x8::splat(simd, self.1)).as_slice().to_vec()
        }
    }

    #[test]
    fn powers_agree_with_the_standard_library_on_every_path() {
        let bases = [1e-9, 0.1, 0.5, 0.707, 1.0, 1.42, 37.5, 1e12];
        for path in Path::all() {
            for exponent in [-3.5, -1.0, -0.2, 0.0, 0.4, 1.0, 2.0, 3.3] {
                let powers = path.run(Powers(&bases, exponent));
                for (base, power) in bases.iter().zip(powers) {
                    let want = base.powf(exponent);
                    let off = (power / want - 1.0).abs();
                    assert!(off < 1e-12, "{path:?}: {base}^{exponent} is off by {off:e}");
                }
            }
        }
    }

    #[test]
    fn zero_to_the_power_of_zero_is_one_and_to_more_is_nothing() {
        let zeros = [0.0; 8];
        assert_eq!(Path::best().run(Powers(&zeros, 0.0))[0], 1.0);
        assert!(Path::best().run(Powers(&zeros, 0.5))[0] < 1e-150);
    }
}
