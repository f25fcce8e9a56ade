//! Eight runs at a time: numbers with a lane for each run, on the widest instructions there are.

use std::ops::{Add, Div, Mul, Neg, Sub};

use fearless_simd::prelude::*;
use fearless_simd::{Level, Simd, f64x8};

use super::Number;
use super::powers::power;

/// How many runs go side by side, on every processor: the width of the widest vectors, so that
/// results do not depend on how the runs were grouped.
pub const LANES: usize = 8;

/// Work that is done with the instructions of a processor.
///
/// All that `run` calls must be inlined into it, or it is compiled without those instructions.
pub(crate) trait Work {
    /// What comes of it.
    type Output;

    /// Does the work. `simd` proves that the processor has the instructions.
    fn run<S: Simd>(self, simd: S) -> Self::Output;
}

/// A set of instructions that this processor has.
///
/// The program starts on any processor and chooses when it runs. Of the levels of x86-64 three
/// are built: each costs a copy of the model, and SSE4.2 gains next to nothing over SSE2.
#[derive(Clone, Copy, Debug)]
pub struct Path(Level);

impl Path {
    /// The widest that this processor has.
    pub fn best() -> Self {
        Self(Level::new())
    }

    /// All that this processor has and the program can use, the widest first.
    pub fn all() -> Vec<Self> {
        let best = Level::new();
        #[cfg(target_arch = "x86_64")]
        let levels = [
            best.as_avx512().map(Level::Avx512),
            best.as_avx2().map(Level::Avx2),
            best.as_sse2().map(Level::Sse2),
        ];
        #[cfg(not(target_arch = "x86_64"))]
        let levels = [Some(best)];
        levels.into_iter().flatten().map(Self).collect()
    }

    /// Does the work on this path.
    pub(crate) fn run<W: Work>(self, work: W) -> W::Output {
        #[cfg(target_arch = "x86_64")]
        {
            if let Level::Avx512(simd) = self.0 {
                return on(simd, work);
            }
            if let Some(simd) = self.0.as_avx2() {
                return on(simd, work);
            }
            if let Some(simd) = self.0.as_sse2() {
                return on(simd, work);
            }
        }
        fearless_simd::dispatch!(self.0, simd => on(simd, work))
    }
}

#[inline(always)]
fn on<S: Simd, W: Work>(simd: S, work: W) -> W::Output {
    simd.vectorize(
        #[inline(always)]
        || work.run(simd),
    )
}

/// One number for each of eight runs.
#[derive(Clone, Copy)]
pub(crate) struct Lanes<S: Simd>(f64x8<S>);

impl<S: Simd> Lanes<S> {
    /// The values of eight runs.
    #[inline(always)]
    pub fn load(simd: S, values: &[f64; LANES]) -> Self {
        Self(f64x8::from_slice(simd, values))
    }

    /// The same value in every run.
    #[inline(always)]
    pub fn splat(simd: S, value: f64) -> Self {
        Self(f64x8::splat(simd, value))
    }

    /// Writes the values of the eight runs.
    #[inline(always)]
    pub fn store(self, values: &mut [f64; LANES]) {
        self.0.store_slice(values);
    }

    /// Writes the values of the eight runs, rounded to single precision.
    #[inline(always)]
    pub fn store_rounded(self, values: &mut [f32; LANES]) {
        let (rounded, _) = self.0.narrow(self.0).split();
        rounded.store_slice(values);
    }

    /// A second copy of the proof that the processor has the instructions of `S`.
    #[inline(always)]
    fn proof() -> S {
        const { assert!(size_of::<S>() == 0, "a proof holds no data") };
        // SAFETY: `S` has no data (checked above) and can be copied, so that reading one from a
        // dangling but aligned pointer reads nothing. What it proves is true: only a caller of
        // `Path::run` can name an `S` that is not the processor's least, it names it by the proof
        // it was given, and this type is not seen outside the crate.
        #[expect(
            unsafe_code,
            reason = "`Number::constant` has no value to take the proof from"
        )]
        unsafe {
            std::ptr::NonNull::<S>::dangling().read()
        }
    }
}

macro_rules! operator {
    ($trait:ident, $method:ident) => {
        impl<S: Simd> $trait for Lanes<S> {
            type Output = Self;

            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                Self(self.0.$method(other.0))
            }
        }

        impl<S: Simd> $trait<f64> for Lanes<S> {
            type Output = Self;

            #[inline(always)]
            fn $method(self, other: f64) -> Self {
                Self(self.0.$method(other))
            }
        }
    };
}

operator!(Add, add);
operator!(Sub, sub);
operator!(Mul, mul);
operator!(Div, div);

impl<S: Simd> Neg for Lanes<S> {
    type Output = Self;

    #[inline(always)]
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl<S: Simd> Number for Lanes<S> {
    #[inline(always)]
    fn constant(value: f64) -> Self {
        Self::splat(Self::proof(), value)
    }

    #[inline(always)]
    fn min(self, other: Self) -> Self {
        Self(self.0.min(other.0))
    }

    #[inline(always)]
    fn max(self, other: Self) -> Self {
        Self(self.0.max(other.0))
    }

    #[inline(always)]
    fn powf(self, exponent: Self) -> Self {
        Self(power(self.0, exponent.0))
    }

    #[inline(always)]
    fn sqrt(self) -> Self {
        Self(self.0.sqrt())
    }

    #[inline(always)]
    fn if_less(self, bound: Self, then: Self, otherwise: Self) -> Self {
        Self(self.0.simd_lt(bound.0).select(then.0, otherwise.0))
    }
}
