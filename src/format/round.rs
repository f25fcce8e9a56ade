//! Rounding to significant digits.

use super::MINUS;

/// Rounded to `digits` significant digits, trailing zeros kept, thousands grouped by commas.
pub fn grouped(value: f64, digits: usize) -> String {
    let decimals = decimals(value, digits);
    with_separators(&format!("{value:.decimals$}"))
}

/// The same without trailing zeros.
pub fn trimmed(value: f64, digits: usize) -> String {
    let decimals = decimals(value, digits);
    let text = format!("{value:.decimals$}");
    let text = if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        &text
    };
    with_separators(text)
}

/// Rounded to so many decimals.
pub fn fixed(value: f64, decimals: usize) -> String {
    with_separators(&format!("{value:.decimals$}"))
}

/// Decimals that leave `digits` significant digits, none where the integer part has them all.
fn decimals(value: f64, digits: usize) -> usize {
    if value == 0.0 || !value.is_finite() {
        return 0;
    }
    let before_point = |value: f64| value.abs().log10().floor() as i64 + 1;
    let wanted = digits as i64 - before_point(value);
    // Rounding may bring one digit more: 9.996 with three digits is 10.0.
    let unit = 10f64.powi(wanted as i32);
    let wanted = digits as i64 - before_point((value * unit).round() / unit);
    wanted.clamp(0, 12) as usize
}

/// `-1234.5` as `−1,234.5`; a rounded zero has no sign.
fn with_separators(text: &str) -> String {
    let (negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (rest.contains(|digit| ('1'..='9').contains(&digit)), rest),
        None => (false, text),
    };
    let (integer, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let mut grouped = String::new();
    if negative {
        grouped.push(MINUS);
    }
    for (index, digit) in integer.chars().enumerate() {
        if index > 0 && (integer.len() - index).is_multiple_of(3) && digit.is_ascii_digit() {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if !fraction.is_empty() {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn significant_digits() {
        for (value, digits, kept, cut) in [
            (0.0, 3, "0", "0"),
            (1.6, 3, "1.60", "1.6"),
            (9.996, 3, "10.0", "10"),
            (99.96, 3, "100", "100"),
            (353.7, 3, "354", "354"),
            (1746.6, 3, "1,747", "1,747"),
            (1_234_567.0, 3, "1,234,567", "1,234,567"),
            (0.012_34, 2, "0.012", "0.012"),
            (-12.0, 3, "−12.0", "−12"),
            (-0.000_1, 1, "−0.0001", "−0.0001"),
            (500.0, 2, "500", "500"),
        ] {
            assert_eq!(grouped(value, digits), kept, "{value}");
            assert_eq!(trimmed(value, digits), cut, "{value}");
        }
    }
}
