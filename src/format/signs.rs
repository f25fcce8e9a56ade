//! Signs in front of digits and words behind them.

use super::round::{grouped, per_cent};
use super::{MINUS, SPACE};

/// The first of the Chinese characters.
const IDEOGRAPHS: char = '\u{4e00}';

/// Digits with a sign of money in front, behind a minus.
pub fn prefixed(digits: &str, sign: &str) -> String {
    match digits.strip_prefix(MINUS) {
        Some(positive) => format!("{MINUS}{sign}{positive}"),
        None => format!("{sign}{digits}"),
    }
}

/// `1.2` and `亿` or `k`, with a no-break space between where both are there.
pub fn joined(left: &str, right: &str) -> String {
    if left.is_empty() || right.is_empty() {
        return format!("{left}{right}");
    }
    format!("{left}{SPACE}{right}")
}

/// A word for a large number and the unit behind it: `M/yr`, `M H100e`. What begins with a slash
/// follows without a space, and Chinese words are written together.
pub fn worded(word: &str, unit: &str) -> String {
    let is_chinese = |letter: Option<char>| letter.is_some_and(|letter| letter >= IDEOGRAPHS);
    let together = unit.starts_with('/')
        || is_chinese(word.chars().next_back()) && is_chinese(unit.chars().next());
    if together {
        format!("{word}{unit}")
    } else {
        joined(word, unit)
    }
}

/// Puts a plus in front of what has no minus and is not zero.
pub fn signed(digits: &str) -> String {
    let zero = digits.chars().all(|digit| matches!(digit, '0' | '.'));
    if zero || digits.starts_with(MINUS) {
        digits.to_owned()
    } else {
        format!("+{digits}")
    }
}

/// A ratio as a change: per cent, or a factor from a doubling up.
pub fn relative(ratio: f64) -> String {
    if ratio >= 2.0 {
        format!("×{}", grouped(ratio, 2))
    } else {
        joined(&signed(&per_cent((ratio - 1.0) * 100.0)), "%")
    }
}

pub fn scientific(value: f64, digits: impl Fn(f64) -> String) -> String {
    if value == 0.0 || !value.is_finite() {
        return digits(value);
    }
    let exponent = value.abs().log10().floor();
    let superscript: String = format!("{exponent:.0}").chars().map(raised).collect();
    format!("{}×10{superscript}", digits(mantissa(value, exponent)))
}

/// What is left of a value without its power of ten. The smallest powers are no numbers any more: the
/// value is raised first.
fn mantissa(value: f64, exponent: f64) -> f64 {
    const LEAST: f64 = -300.0;
    const RAISED: f64 = 100.0;
    if exponent < LEAST {
        value * 10f64.powf(RAISED) / 10f64.powf(exponent + RAISED)
    } else {
        value / 10f64.powf(exponent)
    }
}

fn raised(digit: char) -> char {
    match digit {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '-' => '⁻',
        _ => digit
            .to_digit(10)
            .and_then(|d| char::from_u32(0x2070 + d))
            .unwrap_or(digit),
    }
}

#[cfg(test)]
mod tests {
    use super::scientific;

    #[test]
    fn the_smallest_number_there_is_has_digits() {
        let one_digit = |mantissa: f64| format!("{mantissa:.0}");
        assert_eq!(scientific(1e-323, one_digit), "10×10⁻³²⁴");
        assert_eq!(scientific(-3e-310, one_digit), "-3×10⁻³¹⁰");
        assert_eq!(scientific(5e26, one_digit), "5×10²⁶");
    }
}
