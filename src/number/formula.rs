//! Numbers that record how they were computed: run on them, `simulate` writes down its formulas.
//!
//! A formula is the number of a step on a tape, which belongs to the thread while it records. A
//! step comes after all that it uses, so that working off a tape from its start computes
//! everything, in the very order and to the very bits of a plain run.

use std::cell::RefCell;
use std::ops::{Add, Div, Mul, Neg, Sub};

use super::Number;

/// A recorded number: a step of the tape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Formula(u32);

/// How a number comes about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// A fixed number.
    Constant(f64),
    /// A value that has a name, by its place among the names of whoever records.
    Name(u32),
    /// A sum.
    Add(Formula, Formula),
    /// A difference.
    Sub(Formula, Formula),
    /// A product.
    Mul(Formula, Formula),
    /// A quotient.
    Div(Formula, Formula),
    /// The number with the other sign.
    Neg(Formula),
    /// The smaller of two.
    Min(Formula, Formula),
    /// The larger of two.
    Max(Formula, Formula),
    /// The first to the power of the second.
    Power(Formula, Formula),
    /// A square root.
    Sqrt(Formula),
    /// A choice by comparison.
    IfLess {
        /// What is compared,
        value: Formula,
        /// with what.
        bound: Formula,
        /// The number where `value < bound`,
        then: Formula,
        /// and elsewhere.
        otherwise: Formula,
    },
}

thread_local! {
    static TAPE: RefCell<Vec<Step>> = const { RefCell::new(Vec::new()) };
}

/// All that was computed with [`Formula`] while recording.
#[derive(Debug)]
pub struct Tape(Vec<Step>);

impl Tape {
    /// Records what `work` computes on this thread.
    ///
    /// Formulas made in it mean nothing outside this tape. It must not record in turn.
    pub fn record<T>(work: impl FnOnce() -> T) -> (Self, T) {
        TAPE.with_borrow_mut(Vec::clear);
        let made = work();
        (Self(TAPE.take()), made)
    }

    /// How a number of this tape comes about.
    pub fn step(&self, formula: Formula) -> Step {
        self.0[formula.0 as usize]
    }

    /// Computes every number of the tape, given where the named values come from.
    pub fn evaluate(&self, origin: impl Fn(u32) -> Origin) -> Values {
        let mut values = Vec::with_capacity(self.0.len());
        for step in &self.0 {
            let value = match *step {
                Step::Name(index) => match origin(index) {
                    Origin::Given(value) => value,
                    Origin::Computed(formula) => values[formula.0 as usize],
                },
                step => step.value(|formula| values[formula.0 as usize]),
            };
            values.push(value);
        }
        Values(values)
    }
}

/// Where a named value comes from.
#[derive(Clone, Copy, Debug)]
pub enum Origin {
    /// From outside.
    Given(f64),
    /// From an earlier step of the tape.
    Computed(Formula),
}

/// The values of all numbers of a tape.
#[derive(Debug)]
pub struct Values(Vec<f64>);

impl Values {
    /// The value of a number.
    pub fn get(&self, formula: Formula) -> f64 {
        self.0[formula.0 as usize]
    }
}

impl Formula {
    /// A value that has a name, by its place among the names of whoever records.
    pub fn name(index: u32) -> Self {
        Self::record(Step::Name(index))
    }

    fn record(step: Step) -> Self {
        TAPE.with_borrow_mut(|tape| {
            tape.push(step);
            // A run of the model takes some ten thousand steps.
            Self(tape.len() as u32 - 1)
        })
    }

    fn is(self, value: f64) -> bool {
        TAPE.with_borrow(|tape| tape[self.0 as usize] == Step::Constant(value))
    }
}

impl Step {
    /// What it computes with.
    pub fn operands(self) -> Vec<Formula> {
        match self {
            Self::Constant(_) | Self::Name(_) => Vec::new(),
            Self::Neg(a) | Self::Sqrt(a) => vec![a],
            Self::Add(a, b)
            | Self::Sub(a, b)
            | Self::Mul(a, b)
            | Self::Div(a, b)
            | Self::Min(a, b)
            | Self::Max(a, b)
            | Self::Power(a, b) => vec![a, b],
            Self::IfLess {
                value,
                bound,
                then,
                otherwise,
            } => vec![value, bound, then, otherwise],
        }
    }

    fn value(self, of: impl Fn(Formula) -> f64) -> f64 {
        match self {
            Self::Constant(value) => value,
            Self::Name(_) => f64::NAN,
            Self::Add(a, b) => of(a) + of(b),
            Self::Sub(a, b) => of(a) - of(b),
            Self::Mul(a, b) => of(a) * of(b),
            Self::Div(a, b) => of(a) / of(b),
            Self::Neg(a) => -of(a),
            Self::Min(a, b) => Number::min(of(a), of(b)),
            Self::Max(a, b) => Number::max(of(a), of(b)),
            Self::Power(a, b) => of(a).powf(of(b)),
            Self::Sqrt(a) => of(a).sqrt(),
            Self::IfLess {
                value,
                bound,
                then,
                otherwise,
            } => of(value).if_less(of(bound), of(then), of(otherwise)),
        }
    }
}

// What changes nothing is not recorded: no reader wants "0 + x" or "x × 1".

impl Add for Formula {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        if other.is(0.0) {
            self
        } else if self.is(0.0) {
            other
        } else {
            Self::record(Step::Add(self, other))
        }
    }
}

impl Sub for Formula {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        if other.is(0.0) {
            self
        } else {
            Self::record(Step::Sub(self, other))
        }
    }
}

impl Mul for Formula {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        if other.is(1.0) {
            self
        } else if self.is(1.0) {
            other
        } else {
            Self::record(Step::Mul(self, other))
        }
    }
}

impl Div for Formula {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        if other.is(1.0) {
            self
        } else {
            Self::record(Step::Div(self, other))
        }
    }
}

impl Neg for Formula {
    type Output = Self;

    fn neg(self) -> Self {
        Self::record(Step::Neg(self))
    }
}

macro_rules! with_plain_number {
    ($trait:ident, $method:ident) => {
        impl $trait<f64> for Formula {
            type Output = Self;

            fn $method(self, other: f64) -> Self {
                self.$method(Self::constant(other))
            }
        }
    };
}

with_plain_number!(Add, add);
with_plain_number!(Sub, sub);
with_plain_number!(Mul, mul);
with_plain_number!(Div, div);

impl Number for Formula {
    fn constant(value: f64) -> Self {
        Self::record(Step::Constant(value))
    }

    fn min(self, other: Self) -> Self {
        Self::record(Step::Min(self, other))
    }

    fn max(self, other: Self) -> Self {
        Self::record(Step::Max(self, other))
    }

    fn powf(self, exponent: Self) -> Self {
        if self.is(1.0) {
            self
        } else {
            Self::record(Step::Power(self, exponent))
        }
    }

    fn sqrt(self) -> Self {
        Self::record(Step::Sqrt(self))
    }

    fn if_less(self, bound: Self, then: Self, otherwise: Self) -> Self {
        Self::record(Step::IfLess {
            value: self,
            bound,
            then,
            otherwise,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The larger root of x² + px + q, or −1 where there is none.
    fn root<N: Number>(p: N, q: N) -> N {
        let half = p / 2.0;
        let square = half * half - q;
        square.if_less(N::constant(0.0), N::constant(-1.0), square.sqrt() - half)
    }

    #[test]
    fn a_recorded_formula_computes_what_the_plain_one_does() {
        let (tape, found) = Tape::record(|| root(Formula::name(0), Formula::name(1)));
        for given in [[-5.0, 6.0], [1.0, 1.0], [0.3, -0.7]] {
            let values = tape.evaluate(|name| Origin::Given(given[name as usize]));
            let plain: f64 = root(given[0], given[1]);
            assert_eq!(values.get(found).to_bits(), plain.to_bits());
        }
    }

    #[test]
    fn what_changes_nothing_is_not_recorded() {
        let (tape, found) = Tape::record(|| {
            let x = Formula::name(7);
            (Formula::constant(0.0) + x) * 1.0 / 1.0 - 0.0
        });
        assert_eq!(tape.step(found), Step::Name(7));
    }
}
