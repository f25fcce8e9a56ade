//! Formulas of the model in the notation of spreadsheets.

use crate::model::{Formulas, Reference};
use crate::number::formula::{Formula, Step};

/// A formula, without the sign of equality in front.
pub(super) fn written(
    formulas: &Formulas,
    formula: Formula,
    address: &dyn Fn(Reference) -> String,
) -> String {
    Writer { formulas, address }.piece(formula).text
}

struct Writer<'a> {
    formulas: &'a Formulas,
    address: &'a dyn Fn(Reference) -> String,
}

/// A part of a formula.
struct Piece {
    text: String,
    strength: Strength,
}

/// How strongly a part holds together, weakest first.
///
/// A sign is the weakest here, although spreadsheets let it bind before a power (−2^2 is 4 to
/// them, and −4 to a mathematician): it always stands in brackets, and nobody has to know.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Strength {
    Sign,
    Sum,
    Product,
    Power,
    Whole,
}

impl Writer<'_> {
    fn piece(&self, formula: Formula) -> Piece {
        use Strength::{Power, Product, Sum, Whole};
        match self.formulas.step(formula) {
            Step::Constant(value) => constant(value),
            Step::Name(name) => whole((self.address)(self.formulas.named(name))),
            // Sums and products stay in the order in which the model works them off.
            Step::Add(a, b) => self.infix(Sum, (a, Sum), "+", (b, Product)),
            Step::Sub(a, b) => self.infix(Sum, (a, Sum), "-", (b, Product)),
            Step::Mul(a, b) => self.infix(Product, (a, Product), "*", (b, Power)),
            Step::Div(a, b) => self.infix(Product, (a, Product), "/", (b, Power)),
            Step::Power(a, b) => self.infix(Power, (a, Whole), "^", (b, Whole)),
            Step::Neg(a) => Piece {
                text: format!("-{}", self.at_least(Whole, a)),
                strength: Strength::Sign,
            },
            Step::Min(..) => whole(format!("MIN({})", self.extremes(formula, smaller))),
            Step::Max(..) => whole(format!("MAX({})", self.extremes(formula, larger))),
            Step::Sqrt(a) => whole(format!("SQRT({})", self.piece(a).text)),
            Step::IfLess {
                value,
                bound,
                then,
                otherwise,
            } => {
                let condition = self.infix(Sum, (value, Sum), "<", (bound, Sum)).text;
                let [then, otherwise] = [then, otherwise].map(|branch| self.piece(branch).text);
                whole(format!("IF({condition},{then},{otherwise})"))
            }
        }
    }

    fn infix(
        &self,
        strength: Strength,
        (left, left_strength): (Formula, Strength),
        sign: &str,
        (right, right_strength): (Formula, Strength),
    ) -> Piece {
        let left = self.at_least(left_strength, left);
        let right = self.at_least(right_strength, right);
        Piece {
            text: format!("{left}{sign}{right}"),
            strength,
        }
    }

    /// A part, in brackets where it would fall apart.
    fn at_least(&self, strength: Strength, formula: Formula) -> String {
        let piece = self.piece(formula);
        if piece.strength < strength {
            format!("({})", piece.text)
        } else {
            piece.text
        }
    }

    /// Everything of which the smallest, or the largest, is taken.
    fn extremes(&self, formula: Formula, both: Extreme) -> String {
        match both(self.formulas.step(formula)) {
            Some((a, b)) => format!("{},{}", self.extremes(a, both), self.extremes(b, both)),
            None => self.piece(formula).text,
        }
    }
}

/// The two numbers of which a step takes the smaller, or the larger.
type Extreme = fn(Step) -> Option<(Formula, Formula)>;

fn smaller(step: Step) -> Option<(Formula, Formula)> {
    match step {
        Step::Min(a, b) => Some((a, b)),
        _ => None,
    }
}

fn larger(step: Step) -> Option<(Formula, Formula)> {
    match step {
        Step::Max(a, b) => Some((a, b)),
        _ => None,
    }
}

fn whole(text: String) -> Piece {
    Piece {
        text,
        strength: Strength::Whole,
    }
}

/// A number with all its digits, with a power of ten where it would be long.
fn constant(value: f64) -> Piece {
    const SHORT: std::ops::Range<f64> = 1e-5..1e15;
    let text = if value == 0.0 || SHORT.contains(&value.abs()) {
        value.to_string()
    } else {
        format!("{value:E}")
    };
    let strength = if value.is_sign_negative() {
        Strength::Sign
    } else {
        Strength::Whole
    };
    Piece { text, strength }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_all_their_digits() {
        let written = |value| constant(value).text;
        assert_eq!(written(0.0), "0");
        assert_eq!(written(8766.0), "8766");
        assert_eq!(written(0.1 + 0.2), "0.30000000000000004");
        assert_eq!(written(9.89e14), "989000000000000");
        assert_eq!(written(2e26), "2E26");
        assert_eq!(written(-1e-6), "-1E-6");
    }
}
