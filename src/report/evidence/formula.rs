//! Formulas as mathematics: `3.14×10²³ ÷ (1,024 × 3.12×10¹⁴ × 34 × 86,400)`.

use crate::evidence::{Expression, Operator};
use crate::report::world::Locale;

/// From here on, numbers are written with a power of ten.
const LARGE: f64 = 1e9;
/// Units whose values are written plainly, and with a power of ten.
const PLAIN: &str = "code";
const SCIENTIFIC: &str = "FLOP";

/// A formula with the names of what it takes from the model.
pub fn formula(expression: &Expression, locale: &Locale) -> String {
    match expression {
        Expression::Number(value) => {
            let unit = if *value < LARGE { PLAIN } else { SCIENTIFIC };
            let number = locale.numbers.typed(*value, unit).number;
            // A power of ten alone needs no 1 in front.
            number
                .strip_prefix("1×")
                .map_or(number.clone(), str::to_owned)
        }
        Expression::Assumption(assumption) => {
            assumption.info().label.get(locale.language).to_owned()
        }
        Expression::Result(series, year) => locale.text.evidence.of_year.fill(&[
            ("name", &series.info().label.get(locale.language)),
            ("year", &year.calendar()),
        ]),
        Expression::Binary(Operator::Power, base, exponent) => power(base, exponent, locale),
        Expression::Binary(operator, left, right) => {
            let rank = operator.rank();
            // What follows a minus or a division is bracketed where it has the same rank.
            let is_one_way = matches!(operator, Operator::Subtract | Operator::Divide);
            let least = rank + u8::from(is_one_way);
            let sign = match operator {
                Operator::Add => '+',
                Operator::Subtract => '−',
                Operator::Multiply => '×',
                Operator::Divide | Operator::Power => '÷',
            };
            let (left, right) = (operand(left, rank, locale), operand(right, least, locale));
            format!("{left} {sign} {right}")
        }
        Expression::Call(function, values) => {
            let values: Vec<String> = values.iter().map(|value| formula(value, locale)).collect();
            format!("{}({})", function.name(), values.join(", "))
        }
    }
}

/// A formula in brackets where it binds less tightly than what stands around it.
fn operand(expression: &Expression, least: u8, locale: &Locale) -> String {
    let text = formula(expression, locale);
    match expression {
        Expression::Binary(operator, ..) if operator.rank() < least => format!("({text})"),
        _ => text,
    }
}

/// A power: digits are raised, anything else stands in brackets behind a caret.
fn power(base: &Expression, exponent: &Expression, locale: &Locale) -> String {
    let base = operand(base, Operator::Power.rank() + 1, locale);
    match exponent {
        Expression::Number(value) if value.fract() == 0.0 => {
            let digits = format!("{value:.0}");
            base + &digits.chars().filter_map(raised).collect::<String>()
        }
        _ => format!("{base}^({})", formula(exponent, locale)),
    }
}

fn raised(digit: char) -> Option<char> {
    let digits = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    digits.get(digit.to_digit(10)? as usize).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn formulas_read_like_mathematics() {
        let shown = |text: &str, language| {
            let expression = Expression::parse(text).expect("a formula");
            formula(&expression, &Locale::of(language))
        };
        for (text, expected) in [
            (
                "3.14e23 / (1024 * 312e12 * 34 * 86400)",
                "3.14×10²³ ÷ (1,024 × 3.12×10¹⁴ × 34 × 86,400)",
            ),
            ("0.867 * 1.22^4", "0.867 × 1.22⁴"),
            ("(2 + 3)^10", "(2 + 3)¹⁰"),
            ("2^(12 / 3.5)", "2^(12 ÷ 3.5)"),
            ("27.5 * 1e15 / 2", "27.5 × 10¹⁵ ÷ 2"),
            ("10 - (4 - 3)", "10 − (4 − 3)"),
            ("10 - 4 - 3", "10 − 4 − 3"),
            ("8 / (4 / 2)", "8 ÷ (4 ÷ 2)"),
            ("max(1, 2 * 3)", "max(1, 2 × 3)"),
        ] {
            assert_eq!(shown(text, Language::En), expected);
        }
        let name = &crate::model::Series::ChinaEflops.info().label.en;
        let result = shown("china_eflops@2026 / 2", Language::En);
        assert_eq!(result, format!("{name} 2026 ÷ 2"));
        let chinese = shown("fx * 2", Language::Zh);
        let name = &crate::model::Assumption::Fx.info().label.zh;
        assert_eq!(chinese, format!("{name} × 2"));
    }
}
