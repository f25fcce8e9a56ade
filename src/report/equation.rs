//! Formulas as a reader writes them: sums, fractions, powers, instead of the steps of a program.

use crate::format::exact;
use crate::model::{Formulas, Reference, Year};
use crate::number::formula::{Formula, Step};
use crate::text::Template;
use crate::text::explanation::EquationText;

/// A formula as mathematics.
#[derive(Clone, Debug, PartialEq)]
pub enum Equation {
    /// A fixed number.
    Number(f64),
    /// Something that has a name.
    Name(Reference),
    /// The other sign.
    Negative(Box<Self>),
    /// Terms that are added or subtracted; the first is added.
    Sum(Vec<Term>),
    /// Factors.
    Product(Vec<Self>),
    /// What is above the line, and what is below.
    Fraction(Box<Self>, Box<Self>),
    /// Base and exponent.
    Power(Box<Self>, Box<Self>),
    /// A square root.
    Root(Box<Self>),
    /// Without its sign.
    Absolute(Box<Self>),
    /// The least of some.
    Least(Vec<Self>),
    /// The greatest of some.
    Greatest(Vec<Self>),
    /// One of two, by comparison.
    Choice(Box<Choice>),
}

/// A term of a sum.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Is it taken away?
    pub is_subtracted: bool,
    /// What is added or taken away.
    pub equation: Equation,
}

/// `then` where `value` is less than `bound`, else `otherwise`.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the sentence above names them all")]
pub struct Choice {
    pub value: Equation,
    pub bound: Equation,
    pub then: Equation,
    pub otherwise: Equation,
}

impl Equation {
    /// How a result or a step comes about; `None` for an assumption.
    pub fn of(reference: Reference) -> Option<Self> {
        let formulas = Formulas::of_model();
        let formula = formulas.definition(reference)?;
        Some(Self::read(formulas, formula))
    }

    fn read(formulas: &Formulas, formula: Formula) -> Self {
        let read = |formula| Self::read(formulas, formula);
        match formulas.step(formula) {
            Step::Constant(value) => Self::Number(value),
            Step::Name(name) => Self::Name(formulas.named(name)),
            Step::Add(a, b) => sum(read(a), read(b), false),
            Step::Sub(a, b) => sum(read(a), read(b), true),
            Step::Mul(a, b) => product(read(a), read(b)),
            Step::Div(a, b) => quotient(read(a), read(b)),
            Step::Neg(a) => Self::Negative(Box::new(read(a))),
            Step::Min(a, b) => Self::Least(several(read(a), read(b), |equation| match equation {
                Self::Least(of) => Ok(of),
                other => Err(other),
            })),
            Step::Max(a, b) if formulas.step(b) == Step::Neg(a) => {
                Self::Absolute(Box::new(read(a)))
            }
            Step::Max(a, b) => {
                Self::Greatest(several(read(a), read(b), |equation| match equation {
                    Self::Greatest(of) => Ok(of),
                    other => Err(other),
                }))
            }
            Step::Power(a, b) => Self::Power(Box::new(read(a)), Box::new(read(b))),
            Step::Sqrt(a) => Self::Root(Box::new(read(a))),
            Step::IfLess {
                value,
                bound,
                then,
                otherwise,
            } => Self::Choice(Box::new(Choice {
                value: read(value),
                bound: read(bound),
                then: read(then),
                otherwise: read(otherwise),
            })),
        }
    }

    /// In one line of text; `name` words what has a name.
    pub fn text(&self, texts: &EquationText, name: &impl Fn(Reference) -> String) -> String {
        let text = |equation: &Self| equation.text(texts, name);
        let list = |of: &[Self]| {
            of.iter()
                .map(text)
                .collect::<Vec<_>>()
                .join(&texts.separator)
        };
        let called = |word: &Template, of: &[Self]| word.fill(&[("of", &list(of))]);
        match self {
            Self::Number(value) => constant(*value),
            Self::Name(reference) => name(*reference),
            Self::Negative(of) => format!("−{}", of.bound_text(Binding::Product, texts, name)),
            Self::Sum(terms) => {
                let mut line = String::new();
                for (index, term) in terms.iter().enumerate() {
                    let sign = match (index, term.is_subtracted) {
                        (0, _) => "",
                        (_, false) => " + ",
                        (_, true) => " − ",
                    };
                    let binding = if term.is_subtracted {
                        Binding::Product
                    } else {
                        Binding::Sum
                    };
                    let text = term.equation.bound_text(binding, texts, name);
                    line += sign;
                    line += &if index == 0 { text } else { shielded(text) };
                }
                line
            }
            Self::Product(of) => {
                let factors = of
                    .iter()
                    .map(|of| of.bound_text(Binding::Product, texts, name));
                factors.collect::<Vec<_>>().join(" × ")
            }
            Self::Fraction(above, below) => format!(
                "{} ÷ {}",
                above.bound_text(Binding::Product, texts, name),
                shielded(below.bound_text(Binding::Power, texts, name))
            ),
            Self::Power(base, exponent) => format!(
                "{} ^ {}",
                shielded(base.bound_text(Binding::Single, texts, name)),
                shielded(exponent.bound_text(Binding::Single, texts, name))
            ),
            Self::Root(of) => format!("√({})", text(of)),
            Self::Absolute(of) => format!("|{}|", text(of)),
            Self::Least(of) => called(&texts.least, of),
            Self::Greatest(of) => called(&texts.greatest, of),
            Self::Choice(choice) => texts.choice.fill(&[
                ("then", &choice.then.bound_text(Binding::Sum, texts, name)),
                ("value", &text(&choice.value)),
                ("bound", &text(&choice.bound)),
                (
                    "otherwise",
                    &choice.otherwise.bound_text(Binding::Sum, texts, name),
                ),
            ]),
        }
    }

    /// The text, in parentheses where it binds less than what is around it.
    fn bound_text(
        &self,
        least: Binding,
        texts: &EquationText,
        name: &impl Fn(Reference) -> String,
    ) -> String {
        let text = self.text(texts, name);
        if self.binding() < least {
            format!("({text})")
        } else {
            text
        }
    }

    /// How tightly its parts hang together.
    pub fn binding(&self) -> Binding {
        match self {
            Self::Choice(_) => Binding::Loose,
            Self::Sum(_) => Binding::Sum,
            Self::Product(_) | Self::Fraction(..) | Self::Negative(_) => Binding::Product,
            Self::Power(..) => Binding::Power,
            _ => Binding::Single,
        }
    }
}

/// In parentheses where a sign would meet another.
fn shielded(text: String) -> String {
    if text.starts_with('−') {
        format!("({text})")
    } else {
        text
    }
}

/// A fixed number as a reader writes it: a year is not grouped, and what is nearly 1 is not 1.
pub fn constant(value: f64) -> String {
    if value == f64::from(Year::BASE.calendar()) {
        return value.to_string();
    }
    let rounded = exact(value);
    let digits = value.to_string();
    let is_lost = (1.0 - value).abs() < 1e-6 && value != 1.0;
    if is_lost { digits } else { rounded }
}

/// How tightly the parts of an equation hang together, from the loosest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Binding {
    /// Words.
    Loose,
    /// Terms.
    Sum,
    /// Factors.
    Product,
    /// A base and its exponent.
    Power,
    /// One thing.
    Single,
}

/// Terms in one row; a single number that is added comes first, as in 1 + r.
fn sum(first: Equation, second: Equation, is_subtracted: bool) -> Equation {
    let mut terms = match first {
        Equation::Sum(terms) => terms,
        other => vec![Term {
            is_subtracted: false,
            equation: other,
        }],
    };
    let is_number = matches!(second, Equation::Number(_));
    match second {
        Equation::Sum(more) => terms.extend(more.into_iter().map(|term| Term {
            is_subtracted: term.is_subtracted != is_subtracted,
            ..term
        })),
        equation => terms.push(Term {
            is_subtracted,
            equation,
        }),
    }
    if is_number && !is_subtracted {
        terms.rotate_right(1);
    }
    Equation::Sum(terms)
}

/// Factors in one row; one that comes again is a power; all that is divided by, under one line.
fn product(first: Equation, second: Equation) -> Equation {
    match (first, second) {
        (Equation::Fraction(above, below), Equation::Fraction(more, also_below)) => {
            Equation::Fraction(
                Box::new(product(*above, *more)),
                Box::new(product(*below, *also_below)),
            )
        }
        (Equation::Fraction(above, below), other) => {
            Equation::Fraction(Box::new(product(*above, other)), below)
        }
        (other, Equation::Fraction(above, below)) => {
            Equation::Fraction(Box::new(product(other, *above)), below)
        }
        (first, second) => {
            let mut factors = factors(first);
            for factor in self::factors(second) {
                push_factor(&mut factors, factor);
            }
            match factors.len() {
                1 => factors.swap_remove(0),
                _ => Equation::Product(factors),
            }
        }
    }
}

fn factors(equation: Equation) -> Vec<Equation> {
    match equation {
        Equation::Product(factors) => factors,
        other => vec![other],
    }
}

fn push_factor(factors: &mut Vec<Equation>, factor: Equation) {
    match factors.last_mut() {
        Some(Equation::Power(base, exponent)) if **base == factor => {
            if let Equation::Number(times) = **exponent {
                **exponent = Equation::Number(times + 1.0);
                return;
            }
        }
        Some(last) if *last == factor => {
            let base = Box::new(last.clone());
            *last = Equation::Power(base, Box::new(Equation::Number(2.0)));
            return;
        }
        _ => (),
    }
    factors.push(factor);
}

fn quotient(above: Equation, below: Equation) -> Equation {
    let (above, already_below) = match above {
        Equation::Fraction(above, below) => (*above, Some(*below)),
        other => (other, None),
    };
    // Dividing by a fraction is multiplying by the other way round.
    let (above, below) = match below {
        Equation::Fraction(of, by) => (product(above, *by), *of),
        other => (above, other),
    };
    let below = match already_below {
        Some(first) => product(first, below),
        None => below,
    };
    Equation::Fraction(Box::new(above), Box::new(below))
}

/// Two in one list, with the members of those that are such a list already.
fn several(
    first: Equation,
    second: Equation,
    members: impl Fn(Equation) -> Result<Vec<Equation>, Equation>,
) -> Vec<Equation> {
    let of = |equation| members(equation).unwrap_or_else(|other| vec![other]);
    let mut all = of(first);
    all.extend(of(second));
    all
}
