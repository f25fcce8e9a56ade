//! The kinds of number the model can run on. Knows nothing of the model.

// Lanes are as fast as the instructions they are compiled for, and those reach only what is inlined.
#![expect(
    clippy::inline_always,
    reason = "vector instructions reach only inlined code"
)]

pub mod dual;
pub mod formula;
pub mod lanes;
pub(crate) mod powers;
pub(crate) mod single;

use std::ops::{Add, Div, Mul, Neg, Sub};

/// What `simulate` may do with a value.
///
/// The model is written once against this trait, so one source serves plain runs, many runs at a
/// time, exact derivatives and recorded formulas. There is no comparison that yields a `bool`:
/// a value may stand for many runs at once, so every choice goes through [`Number::if_less`].
pub trait Number:
    Copy
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + Add<f64, Output = Self>
    + Sub<f64, Output = Self>
    + Mul<f64, Output = Self>
    + Div<f64, Output = Self>
{
    /// A number that is the same in every run.
    fn constant(value: f64) -> Self;

    /// The smaller of two values.
    #[must_use]
    fn min(self, other: Self) -> Self;

    /// The larger of two values.
    #[must_use]
    fn max(self, other: Self) -> Self;

    /// `self` to the power of `exponent`; 0 to the power of 0 is 1.
    #[must_use]
    fn powf(self, exponent: Self) -> Self;

    /// Square root.
    #[must_use]
    fn sqrt(self) -> Self;

    /// `then` where `self < bound`, else `otherwise`. Both are computed, one is kept.
    #[must_use]
    fn if_less(self, bound: Self, then: Self, otherwise: Self) -> Self;

    /// Absolute value.
    #[must_use]
    fn abs(self) -> Self {
        self.max(-self)
    }
}

impl Number for f64 {
    #[inline(always)]
    fn constant(value: f64) -> Self {
        value
    }

    #[inline(always)]
    fn min(self, other: Self) -> Self {
        if other < self { other } else { self }
    }

    #[inline(always)]
    fn max(self, other: Self) -> Self {
        if other > self { other } else { self }
    }

    #[inline(always)]
    fn powf(self, exponent: Self) -> Self {
        f64::powf(self, exponent)
    }

    #[inline(always)]
    fn sqrt(self) -> Self {
        f64::sqrt(self)
    }

    #[inline(always)]
    fn if_less(self, bound: Self, then: Self, otherwise: Self) -> Self {
        if self < bound { then } else { otherwise }
    }
}
