//! Numbers as people type them.

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseError {
    /// Nothing was typed.
    Empty,
    /// Something that is not a number, or not a finite one.
    NotANumber,
}

/// A typed number, and what stood behind it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Typed {
    /// The digits.
    pub number: f64,
    /// The sign or word behind them.
    pub suffix: Suffix,
}

/// What can stand behind a typed number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Suffix {
    /// Nothing: the number is meant in the unit of the field.
    None,
    /// A per-cent sign.
    Percent,
    /// Points of per cent: more or less than what stands there.
    Points,
    /// A word for a large number.
    Magnitude(f64),
}

/// Reads a typed number: `7%`, `+3pp`, `1,234.5`, `1 234`, `×4.8`, `1.2k`, `3 万`, `2.5 亿`, `－０．５％`.
///
/// # Errors
/// Where nothing, or nothing that is a finite number, was typed.
pub fn parse(typed: &str) -> Result<Typed, ParseError> {
    let text: String = typed.chars().filter_map(ascii).collect();
    if text.is_empty() {
        return Err(ParseError::Empty);
    }
    let text = text.trim_start_matches(['×', 'x', 'X', '$', '¥', '+']);
    let text = without_money_behind_minus(text).replace("×10", "e");
    let (digits, suffix) = split(&text);
    let Ok(number) = without_separators(digits)?.parse::<f64>() else {
        return Err(ParseError::NotANumber);
    };
    // `inf`, `nan` and `1e999` are numbers to Rust, not to anybody who plans.
    if digits.contains(|c: char| c.is_ascii_digit()) && number.is_finite() {
        Ok(Typed { number, suffix })
    } else {
        Err(ParseError::NotANumber)
    }
}

/// Full-width characters and typographic signs as plain ones; spaces are dropped.
fn ascii(typed: char) -> Option<char> {
    match typed {
        '\u{ff01}'..='\u{ff5e}' => ascii(char::from_u32(typed as u32 - 0xfee0)?),
        '−' | '–' | '⁻' => Some('-'),
        '⁰' => Some('0'),
        '¹' => Some('1'),
        '²' => Some('2'),
        '³' => Some('3'),
        '⁴'..='⁹' => char::from_digit(typed as u32 - 0x2070, 10),
        '。' => Some('.'),
        _ if typed.is_whitespace() => None,
        _ => Some(typed),
    }
}

/// `-$7` as `-7`: a sign of money stands behind a minus, as amounts are shown.
fn without_money_behind_minus(text: &str) -> String {
    match text.strip_prefix('-') {
        Some(amount) => format!("-{}", amount.trim_start_matches(['$', '¥'])),
        None => text.to_owned(),
    }
}

/// Words for points of per cent.
const POINTS: [&str; 4] = ["pp", "pts", "pt", "PP"];

/// Splits a magnitude or per-cent sign from the digits in front of it.
fn split(text: &str) -> (&str, Suffix) {
    const MAGNITUDES: [(&str, f64); 12] = [
        ("万亿", 1e12),
        ("亿", 1e8),
        ("万", 1e4),
        ("bn", 1e9),
        ("tn", 1e12),
        ("k", 1e3),
        ("K", 1e3),
        ("m", 1e6),
        ("M", 1e6),
        ("b", 1e9),
        ("B", 1e9),
        ("T", 1e12),
    ];
    if let Some(digits) = text.strip_suffix('%') {
        return (digits, Suffix::Percent);
    }
    for word in POINTS {
        if let Some(digits) = text.strip_suffix(word) {
            return (digits, Suffix::Points);
        }
    }
    for (word, magnitude) in MAGNITUDES {
        if let Some(digits) = text.strip_suffix(word) {
            return (digits, Suffix::Magnitude(magnitude));
        }
    }
    (text, Suffix::None)
}

/// Drops commas that group thousands; a comma anywhere else is refused, since it might be
/// meant as a decimal point.
fn without_separators(digits: &str) -> Result<String, ParseError> {
    if !digits.contains(',') {
        return Ok(digits.to_owned());
    }
    let integer = digits.split('.').next().unwrap_or_default();
    let groups: Vec<&str> = integer.trim_start_matches('-').split(',').collect();
    let grouped = groups[0].len() <= 3
        && !groups[0].is_empty()
        && groups[1..].iter().all(|group| group.len() == 3);
    let elsewhere = digits[integer.len()..].contains(',');
    if grouped && !elsewhere {
        Ok(digits.replace(',', ""))
    } else {
        Err(ParseError::NotANumber)
    }
}

#[cfg(test)]
mod tests {
    use super::Suffix::{Magnitude, None, Percent, Points};
    use super::*;

    #[test]
    fn what_people_type() {
        for (typed, number, suffix) in [
            ("7", 7.0, None),
            (" 7 ", 7.0, None),
            ("+7", 7.0, None),
            ("-7", -7.0, None),
            ("−7", -7.0, None),
            ("–7", -7.0, None),
            ("7%", 7.0, Percent),
            ("7 %", 7.0, Percent),
            ("7\u{a0}%", 7.0, Percent),
            ("-12.5%", -12.5, Percent),
            ("+3pp", 3.0, Points),
            ("-2.5 pp", -2.5, Points),
            ("＋３ｐｐ", 3.0, Points),
            ("3pts", 3.0, Points),
            ("×4.8", 4.8, None),
            ("x4.8", 4.8, None),
            ("1,234.5", 1234.5, None),
            ("1 234.5", 1234.5, None),
            ("1\u{202f}234.5", 1234.5, None),
            ("12,345,678", 12_345_678.0, None),
            ("-1,234", -1234.0, None),
            ("1.2k", 1.2, Magnitude(1e3)),
            ("1.2 K", 1.2, Magnitude(1e3)),
            ("3m", 3.0, Magnitude(1e6)),
            ("3M", 3.0, Magnitude(1e6)),
            ("2bn", 2.0, Magnitude(1e9)),
            ("2B", 2.0, Magnitude(1e9)),
            ("1.5T", 1.5, Magnitude(1e12)),
            ("$1.5tn", 1.5, Magnitude(1e12)),
            ("3万", 3.0, Magnitude(1e4)),
            ("3 万", 3.0, Magnitude(1e4)),
            ("2.5亿", 2.5, Magnitude(1e8)),
            ("1.2万亿", 1.2, Magnitude(1e12)),
            ("７", 7.0, None),
            ("－０．５％", -0.5, Percent),
            ("１，２３４", 1234.0, None),
            ("０。５", 0.5, None),
            ("5e26", 5e26, None),
            ("5×10²⁶", 5e26, None),
            ("1.5×10⁻³", 1.5e-3, None),
            ("×10", 10.0, None),
            ("1E3", 1000.0, None),
            ("$24", 24.0, None),
            ("-$24", -24.0, None),
            ("−¥24", -24.0, None),
            (".5", 0.5, None),
        ] {
            assert_eq!(parse(typed), Ok(Typed { number, suffix }), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number() {
        for typed in [
            "nan", "NaN", "inf", "-inf", "infinity", "1e999", "abc", "1,23", "1,2345", "1.2.3",
            "1,234,5", "0.1,234", "--1", "%", "k", "1;2", ",123", "7%%",
        ] {
            assert_eq!(parse(typed), Err(ParseError::NotANumber), "{typed}");
        }
        assert_eq!(parse(""), Err(ParseError::Empty));
        assert_eq!(parse("  \u{3000}"), Err(ParseError::Empty));
    }
}
