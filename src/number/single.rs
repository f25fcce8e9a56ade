//! Logarithms and powers of two of sixteen numbers at once, in single precision.
//!
//! The polynomials are fitted with the least greatest error, and are good to the last digits of
//! single precision. The model runs on doubles; this is for draws.

use fearless_simd::prelude::*;
use fearless_simd::{Simd, f32x16, i32x16};

/// Bits of √½: mantissas are taken from √½ to √2, around 1.
const ROOT_HALF_BITS: i32 = 0x3F35_04F3;
/// Width of a mantissa in bits.
const MANTISSA_BITS: u32 = 23;
/// 1.5 · 2^23: a small whole number added to it stands in its lowest bits.
const WHOLE: f32 = 12_582_912.0;
/// The exponents of the least and of a great power of two that are normal.
const EXPONENTS: (f32, f32) = (-126.0, 126.0);

/// log₂ (1 + f) / f, for f from √½ − 1 to √2 − 1.
const LOG2: [f32; 9] = [
    0.125_836_98,
    -0.207_269_73,
    0.215_715_62,
    -0.238_944_83,
    0.287_916_24,
    -0.360_703_68,
    0.480_910_63,
    -0.721_347_33,
    std::f32::consts::LOG2_E,
];

/// 2^r for r from −½ to ½; exactly 1 at 0.
const EXP2: [f32; 7] = [
    0.000_153_458_12,
    0.001_339_993_1,
    0.009_618_489,
    0.055_503_286,
    0.240_226_46,
    std::f32::consts::LN_2,
    1.0,
];

/// The logarithm to base 2, for `x` > 0.
#[inline(always)]
pub(crate) fn log2<S: Simd>(x: f32x16<S>) -> f32x16<S> {
    let simd = x.simd;
    let bits: i32x16<S> = x.bitcast();
    let exponent = (bits - i32x16::splat(simd, ROOT_HALF_BITS)) >> MANTISSA_BITS;
    let mantissa: f32x16<S> = (bits - (exponent << MANTISSA_BITS)).bitcast();
    let f = mantissa - 1.0;
    f.mul_add(polynomial(LOG2, f), f32x16::float_from(exponent))
}

/// 2 to the power of `x`; beyond the range of normal numbers, about its ends.
#[inline(always)]
pub(crate) fn exp2<S: Simd>(x: f32x16<S>) -> f32x16<S> {
    let simd = x.simd;
    let (least, greatest) = EXPONENTS;
    let x = x
        .max(f32x16::splat(simd, least))
        .min(f32x16::splat(simd, greatest));
    let shifted = x + WHOLE;
    let rest = x - (shifted - WHOLE);
    let exponent: i32x16<S> = shifted.bitcast();
    let mantissa: i32x16<S> = polynomial(EXP2, rest).bitcast();
    (mantissa + (exponent << MANTISSA_BITS)).bitcast()
}

/// A polynomial at `x`, its coefficients from the highest power down.
#[inline(always)]
pub(crate) fn polynomial<S: Simd, const N: usize>(
    coefficients: [f32; N],
    x: f32x16<S>,
) -> f32x16<S> {
    let mut sum = f32x16::splat(x.simd, coefficients[0]);
    for coefficient in &coefficients[1..] {
        sum = sum.mul_add(x, f32x16::splat(x.simd, *coefficient));
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::lanes::{Path, Work};

    struct Both([f32; 16]);

    impl Work for Both {
        type Output = (Vec<f32>, Vec<f32>);

        #[inline(always)]
        fn run<S: Simd>(self, simd: S) -> Self::Output {
            let x = f32x16::from_slice(simd, &self.0);
            (log2(x).as_slice().to_vec(), exp2(x).as_slice().to_vec())
        }
    }

    #[test]
    fn logarithms_and_powers_agree_with_the_standard_library_on_every_path() {
        let x = [
            1e-30, 1e-9, 0.1, 0.5, 0.707, 0.999, 1.0, 1.001, 1.42, 2.0, 3.7, 5.5, 16.0, 37.5, 99.0,
            120.0,
        ];
        for path in Path::all() {
            let (logarithms, powers) = path.run(Both(x));
            for (index, x) in x.into_iter().enumerate() {
                let off = (logarithms[index] - x.log2()).abs();
                assert!(
                    off < 2e-7 * x.log2().abs().max(1.0),
                    "log2 {x}, {path:?}: {off:e}"
                );
                let off = (powers[index] / x.exp2() - 1.0).abs();
                assert!(off < 3e-7, "2^{x}, {path:?}: {off:e}");
            }
        }
    }

    #[test]
    fn two_to_the_power_of_nothing_is_one() {
        assert_eq!(Path::best().run(Both([0.0; 16])).1[0], 1.0);
    }
}
