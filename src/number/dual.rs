//! Exact derivatives: numbers that carry their slope by one input through the model.

use std::ops::{Add, Div, Mul, Neg, Sub};

use num_dual::Dual64;

use super::Number;

/// A value with its derivative by one input.
///
/// Values are those of a plain run to the last bit, so that every choice falls as it does there;
/// the derivative is that of what was chosen. Where a slope is infinite, as that of √x at 0, it
/// counts as 0: an infinity would make "not a number" of all that follows.
#[derive(Clone, Copy, Debug)]
pub struct Dual(Dual64);

impl Dual {
    /// The input by which all derivatives are taken.
    pub fn input(value: f64) -> Self {
        Self(Dual64::from_re(value).derivative())
    }

    /// The value.
    pub fn value(self) -> f64 {
        self.0.re
    }

    /// The derivative by the input.
    pub fn derivative(self) -> f64 {
        self.0.eps
    }

    /// A function's value and slope at `self`: the chain rule, f(u)' = f'(u) · u'.
    fn chain(self, value: f64, slope: f64) -> Self {
        Self(Dual64::new(value, product(slope, self.0.eps)))
    }
}

/// A slope times a change; none where the slope is infinite or nothing changes.
fn product(slope: f64, change: f64) -> f64 {
    if change == 0.0 || !slope.is_finite() {
        0.0
    } else {
        slope * change
    }
}

macro_rules! operator {
    ($trait:ident, $method:ident) => {
        impl $trait for Dual {
            type Output = Self;

            fn $method(self, other: Self) -> Self {
                Self(self.0.$method(other.0))
            }
        }

        impl $trait<f64> for Dual {
            type Output = Self;

            fn $method(self, other: f64) -> Self {
                Self(self.0.$method(other))
            }
        }
    };
}

operator!(Add, add);
operator!(Sub, sub);
operator!(Mul, mul);

/// (u / v)' = (u' − u / v · v') / v. That of the crate multiplies by 1 / v, which is not what a
/// plain run does.
impl Div for Dual {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        let quotient = self.0.re / other.0.re;
        let change = self.0.eps - quotient * other.0.eps;
        Self(Dual64::new(quotient, change / other.0.re))
    }
}

impl Div<f64> for Dual {
    type Output = Self;

    fn div(self, other: f64) -> Self {
        Self(Dual64::new(self.0.re / other, self.0.eps / other))
    }
}

impl Neg for Dual {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Number for Dual {
    fn constant(value: f64) -> Self {
        Self(Dual64::from_re(value))
    }

    fn min(self, other: Self) -> Self {
        other.if_less(self, other, self)
    }

    fn max(self, other: Self) -> Self {
        self.if_less(other, other, self)
    }

    /// (u^v)' = v · u^(v − 1) · u' + u^v · ln u · v'.
    fn powf(self, exponent: Self) -> Self {
        let (base, exponent) = (self.0, exponent.0);
        let power = base.re.powf(exponent.re);
        let by_base = product(exponent.re * base.re.powf(exponent.re - 1.0), base.eps);
        // At 0, u^v stays 0 whatever the exponent; the logarithm there is infinite.
        let by_exponent = product(power * base.re.ln(), exponent.eps);
        Self(Dual64::new(power, by_base + by_exponent))
    }

    /// (√u)' = u' / (2 √u).
    fn sqrt(self) -> Self {
        let root = self.0.re.sqrt();
        self.chain(root, 0.5 / root)
    }

    fn if_less(self, bound: Self, then: Self, otherwise: Self) -> Self {
        if self.0.re < bound.0.re {
            then
        } else {
            otherwise
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The value and the derivative of a function at `x`.
    fn at(x: f64, function: impl Fn(Dual) -> Dual) -> (f64, f64) {
        let y = function(Dual::input(x));
        (y.value(), y.derivative())
    }

    fn constant(value: f64) -> Dual {
        Dual::constant(value)
    }

    #[test]
    fn sums_products_and_quotients() {
        // x² / (x + 1) at 3: 9/4, with the slope (2 · 3 · 4 − 9) / 4² = 15/16.
        assert_eq!(at(3.0, |x| x * x / (x + 1.0)), (2.25, 0.9375));
        // 1 − (2 − x) / 4 at 3: 1.25, with the slope 1/4.
        assert_eq!(at(3.0, |x| constant(1.0) - (-x + 2.0) / 4.0), (1.25, 0.25));
    }

    #[test]
    fn powers_follow_their_base_and_their_exponent() {
        assert_eq!(at(2.0, |x| x.powf(constant(3.0))), (8.0, 12.0));
        let (value, slope) = at(3.0, |x| constant(2.0).powf(x));
        assert_eq!((value, slope), (8.0, 8.0 * 2.0_f64.ln()));
        // x^x at 2: 4, with the slope 4 · (1 + ln 2).
        let (value, slope) = at(2.0, |x| x.powf(x));
        assert_eq!(value, 4.0);
        assert!((slope - 4.0 * (1.0 + 2.0_f64.ln())).abs() < 1e-15);
    }

    #[test]
    fn powers_of_nothing() {
        assert_eq!(at(0.0, |x| x.powf(constant(2.0))), (0.0, 0.0));
        assert_eq!(at(0.0, |x| x.powf(constant(1.0))), (0.0, 1.0));
        assert_eq!(at(0.0, |x| x.powf(constant(0.0))), (1.0, 0.0));
        assert_eq!(at(0.0, |x| x.powf(constant(0.5))), (0.0, 0.0));
        assert_eq!(at(2.0, |x| constant(0.0).powf(x)), (0.0, 0.0));
        assert_eq!(at(0.0, Number::sqrt), (0.0, 0.0));
    }

    #[test]
    fn choices_have_the_slope_of_what_was_chosen() {
        let limits = |x: Dual| (x * 2.0).min(constant(5.0)).max(constant(1.0));
        assert_eq!(at(2.0, limits), (4.0, 2.0));
        assert_eq!(at(3.0, limits), (5.0, 0.0));
        assert_eq!(at(0.0, limits), (1.0, 0.0));
        assert_eq!(at(-3.0, Number::abs), (3.0, -1.0));
        assert_eq!(at(4.0, Number::sqrt), (2.0, 0.25));
        let choice = |x: Dual| x.if_less(constant(1.0), -x, x * x);
        assert_eq!(at(0.5, choice), (-0.5, -1.0));
        assert_eq!(at(1.0, choice), (1.0, 2.0));
    }
}
