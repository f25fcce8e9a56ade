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

/// The same, with digits before the point rounded too: 9,793 with three digits is 9,790.
pub fn significant(value: f64, digits: usize) -> String {
    let before_point = value.abs().max(1.0).log10().floor() as i32 + 1;
    let step = 10f64.powi(before_point - digits as i32);
    if step > 1.0 && step.is_finite() {
        grouped((value / step).round() * step, digits)
    } else {
        grouped(value, digits)
    }
}

/// With so many digits behind the point.
pub fn fixed(value: f64, decimals: usize) -> String {
    with_separators(&format!("{value:.decimals$}"))
}

/// A difference of values of a size, no more exact than three digits of them are; one digit where
/// that leaves nothing.
pub fn as_exact_as(difference: f64, size: f64) -> String {
    if difference == 0.0 {
        return "0".to_owned();
    }
    let text = fixed(difference, decimals(size, 3));
    if text.contains(|digit| ('1'..='9').contains(&digit)) {
        text
    } else {
        grouped(difference, 1)
    }
}

/// A change in per cent with no digits that nobody would act on: whole numbers from 10 up, else
/// two digits, and never more than two decimals unless there would be nothing left.
pub fn per_cent(percent: f64) -> String {
    match percent.abs() {
        0.0 => "0".to_owned(),
        size if size < 0.005 => grouped(percent, 1),
        size if size < 0.995 => fixed(percent, 2),
        size if size < 9.95 => fixed(percent, 1),
        size if size < 999.5 => fixed(percent, 0),
        _ => grouped(percent, 3),
    }
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

    #[test]
    fn digits_before_the_point_may_be_rounded_too() {
        for (value, shown) in [
            (9793.0, "9,790"),
            (23_387.0, "23,400"),
            (9996.0, "10,000"),
            (979.3, "979"),
            (-1746.6, "−1,750"),
            (0.012_34, "0.0123"),
            (0.0, "0"),
        ] {
            assert_eq!(significant(value, 3), shown);
        }
    }

    #[test]
    fn a_difference_is_as_exact_as_its_values() {
        for (difference, size, shown) in [
            (-0.0831, 2.62, "−0.08"),
            (0.84, 1.6, "0.84"),
            (176.2, 539.0, "176"),
            (7.3, 1747.0, "7"),
            (0.0012, 1.6, "0.001"),
            (0.0, 1.6, "0"),
        ] {
            assert_eq!(as_exact_as(difference, size), shown);
        }
    }

    #[test]
    fn small_per_cents_have_two_digits() {
        for (percent, shown) in [
            (-1.0, "−1.0"),
            (0.163, "0.16"),
            (-0.074, "−0.07"),
            (0.0032, "0.003"),
            (9.96, "10"),
            (0.999, "1.0"),
            (2550.0, "2,550"),
            (0.0, "0"),
        ] {
            assert_eq!(per_cent(percent), shown);
        }
    }
}
