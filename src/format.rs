//! Numbers as people read and type them. Each language has its own magnitudes (M and B, 万 and 亿)
//! and units, which stand in `assets/text/numbers-*.ron`; money is shown in dollars or yuan.

mod axis;
mod difference;
mod exact;
mod magnitude;
mod money;
mod parse;
mod quantities;
mod round;
mod share;
mod signs;
mod spreadsheet;
mod typed;
mod units;

use std::borrow::Cow;
use std::fmt;

pub use exact::exact;
use magnitude::{in_magnitudes, magnitude};
pub use money::{Currency, Money};
pub use parse::ParseError;
pub use quantities::quantities;
use round::{as_exact_as, fixed, grouped, per_cent, significant, trimmed};
use signs::{joined, prefixed, relative, scientific, signed, worded};
use units::{Style, Table};

/// A no-break space: a number is never torn from its unit.
const SPACE: char = '\u{a0}';
/// A true minus, as wide as a plus.
const MINUS: char = '−';

/// How numbers look in one language and one currency.
///
/// All values that go in are in the units of the model; what comes out is converted.
#[derive(Clone, Copy, Debug)]
pub struct Numbers {
    table: &'static Table,
    money: Money,
}

/// A value ready to be shown: digits and unit apart, since they are set in different sizes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// The digits, with sign, × or %.
    pub number: String,
    /// The unit; may be empty.
    pub unit: String,
    /// Does the unit stand first in a text, as in “net margin 3 %”?
    pub unit_leads: bool,
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { number, unit, .. } = self;
        if unit.is_empty() {
            write!(f, "{number}")
        } else if self.unit_leads {
            write!(f, "{unit}{SPACE}{number}")
        } else if unit.starts_with('/') {
            write!(f, "{number}{unit}")
        } else {
            write!(f, "{number}{SPACE}{unit}")
        }
    }
}

/// A difference between two values.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The difference with its sign: per cent, points or units.
    pub text: String,
    /// Which way it goes.
    pub direction: std::cmp::Ordering,
}

/// Relative differences below this are none.
const NO_CHANGE: f64 = 5e-4;

impl Numbers {
    /// How numbers look in the language with this tag, money in dollars; English where the tag is
    /// not known.
    pub fn of(language_tag: &str) -> Self {
        Self {
            table: Table::of(language_tag),
            money: Money::DOLLARS,
        }
    }

    /// The same with money in another currency.
    #[must_use]
    pub fn with_money(self, money: Money) -> Self {
        Self { money, ..self }
    }

    /// How many units are shown for one unit of the model: more than one where dollars are shown
    /// in yuan.
    pub fn factor(&self, unit: &str) -> f64 {
        match self.table.units.get(unit).map(|unit| unit.style) {
            Some(Style::Dollars(_)) => self.money.per_dollar,
            _ => 1.0,
        }
    }

    /// A value with three significant digits; before the point there may be more where there are
    /// no words for large numbers.
    pub fn amount(&self, value: f64, unit: &str) -> Amount {
        if self.has_magnitudes(unit) {
            self.write(value, unit, |value| significant(value, 3))
        } else {
            self.write(value, unit, |value| grouped(value, 3))
        }
    }

    /// How many there are of something, in whole numbers.
    pub fn count(&self, count: usize) -> String {
        fixed(count as f64, 0)
    }

    /// A factor as it stands before a word for “times”: three significant digits, no sign.
    pub fn times(&self, factor: f64) -> String {
        grouped(factor, 3)
    }

    /// Two values in the same magnitude, the digits of the first apart: `0.736` and
    /// `1.49 trillion`, so that one unit serves both.
    pub fn pair(&self, first: f64, second: f64, unit: &str) -> (String, Amount) {
        let larger = if first.abs() > second.abs() {
            first
        } else {
            second
        };
        let size = match self.style(unit) {
            Style::Count(scale) => magnitude(larger * scale, &self.table.magnitudes) / scale,
            Style::Dollars(scale) | Style::Yuan(scale) => {
                magnitude(larger * scale, &self.table.money_magnitudes) / scale
            }
            _ => 1.0,
        };
        let shown = self.amount(larger, unit);
        let digits = |value: f64| match self.style(unit) {
            Style::Count(_) => significant(value / size, 3),
            Style::Dollars(scale) | Style::Yuan(scale) => {
                let words = &self.table.money_magnitudes;
                let (_, word) = in_magnitudes(larger * scale, words, |_| String::new());
                self.money(unit, significant(value / size, 3), word).number
            }
            _ => self.amount(value, unit).number,
        };
        let number = digits(second);
        (digits(first), Amount { number, ..shown })
    }

    /// A value as exactly as a person would type it: up to six digits, no trailing zeros.
    pub fn typed(&self, value: f64, unit: &str) -> Amount {
        self.write(value, unit, |value| trimmed(value, 6))
    }

    /// A value short enough for a tick of a rail: up to three digits, no trailing zeros.
    pub fn short(&self, value: f64, unit: &str) -> Amount {
        self.write(value, unit, |value| trimmed(value, 3))
    }

    /// The name of a unit as it stands behind a number.
    pub fn unit_name<'a>(&self, unit: &'a str) -> Cow<'a, str> {
        let Some(known) = self.table.units.get(unit) else {
            return Cow::Borrowed(unit);
        };
        let signs = &self.table.money;
        match (known.style, self.money.currency()) {
            (Style::Dollars(_), Currency::Cny) => {
                Cow::Owned(known.name.replace(&signs.dollars, &signs.yuan))
            }
            _ => Cow::Borrowed(&known.name),
        }
    }

    /// The unit of a value written with all its digits: `billion USD`, `million H100e`.
    pub fn full_unit(&self, unit: &str) -> String {
        match self.money.currency() {
            Currency::Cny if self.factor(unit) != 1.0 => unit.replace("USD", "CNY"),
            _ => unit.to_owned(),
        }
    }

    /// Are values of a unit shares or rates, shown in per cent?
    pub fn is_per_cent(&self, unit: &str) -> bool {
        matches!(self.style(unit), Style::Percent | Style::SignedPercent)
    }

    /// Are values of a unit written with words for large numbers?
    fn has_magnitudes(&self, unit: &str) -> bool {
        use Style::{Count, Dollars, Yuan};
        matches!(self.style(unit), Count(_) | Dollars(_) | Yuan(_))
    }

    /// A sign for the currency that is the same in both languages.
    pub fn money_symbol(&self) -> &'static str {
        match self.money.currency() {
            Currency::Usd => "$",
            Currency::Cny => "¥",
        }
    }

    /// The sign of the currency of a unit, as it stands in the names of units.
    fn money_sign(&self, unit: &str) -> &'static str {
        match (self.style(unit), self.money.currency()) {
            (Style::Yuan(_), _) | (_, Currency::Cny) => &self.table.money.yuan,
            (_, Currency::Usd) => &self.table.money.dollars,
        }
    }

    /// What follows the sign of money in a unit's name, where the sign stands before the digits.
    fn without_leading_sign<'a>(&self, name: &'a str, sign: &str) -> Option<&'a str> {
        let rest = name.strip_prefix(sign);
        rest.filter(|_| self.table.money.leads)
    }

    /// Does this language know the unit?
    pub fn knows(&self, unit: &str) -> bool {
        self.table.units.contains_key(unit)
    }

    /// How `value` differs from `reference`; `None` where there is nothing to compare.
    pub fn change(&self, value: f64, reference: f64, unit: &str) -> Option<Change> {
        if !value.is_finite() || !reference.is_finite() {
            return None;
        }
        let size = value.abs().max(reference.abs());
        let difference = value - reference;
        let direction = if difference.abs() <= NO_CHANGE * size {
            std::cmp::Ordering::Equal
        } else {
            difference.total_cmp(&0.0)
        };
        let text = match self.style(unit) {
            Style::Percent | Style::SignedPercent => {
                joined(&signed(&per_cent(difference * 100.0)), &self.table.points)
            }
            Style::Factor => signed(&as_exact_as(difference, size)),
            _ if reference == 0.0 => return None,
            _ => relative(value / reference),
        };
        Some(Change { text, direction })
    }

    /// A bare number of up to three digits, as it stands in a sentence.
    pub fn plain(&self, value: f64) -> String {
        let (digits, word) =
            in_magnitudes(value, &self.table.magnitudes, |value| trimmed(value, 2));
        if value.abs() < 1e4 {
            trimmed(value, if value.abs() < 100.0 { 2 } else { 3 })
        } else {
            joined(&digits, word)
        }
    }

    /// A ratio as a change: per cent, or a factor from a doubling up.
    pub fn relative(&self, ratio: f64) -> String {
        relative(ratio)
    }

    /// The style of a unit; money counts units of the currency that is shown.
    fn style(&self, unit: &str) -> Style {
        match self.table.units.get(unit).map(|unit| unit.style) {
            Some(Style::Dollars(scale)) => Style::Dollars(scale * self.money.per_dollar),
            Some(style) => style,
            None => Style::Plain,
        }
    }

    fn write(&self, value: f64, unit: &str, digits: impl Fn(f64) -> String) -> Amount {
        let name = self.unit_name(unit);
        let plain = |number: String| Amount {
            number,
            unit: name.clone().into_owned(),
            unit_leads: self.table.units.get(unit).is_some_and(|unit| unit.leads),
        };
        match self.style(unit) {
            Style::Plain => plain(digits(value)),
            Style::Factor => plain(format!("×{}", digits(value))),
            Style::Percent => plain(joined(&digits(value * 100.0), "%")),
            Style::SignedPercent => plain(joined(&signed(&digits(value * 100.0)), "%")),
            Style::Year => plain(format!("{value:.0}")),
            Style::Scientific => plain(scientific(value, digits)),
            Style::Count(scale) => {
                let (number, word) = in_magnitudes(value * scale, &self.table.magnitudes, digits);
                Amount {
                    number,
                    unit: worded(word, &name).trim().to_owned(),
                    unit_leads: false,
                }
            }
            Style::Dollars(scale) | Style::Yuan(scale) => {
                let words = &self.table.money_magnitudes;
                let (digits, word) = in_magnitudes(value * scale, words, digits);
                self.money(unit, digits, word)
            }
        }
    }

    /// Digits of money with its sign and the word for a large number: English writes $1.2 trillion
    /// and $24k, Chinese 1.2 万亿美元.
    fn money(&self, unit: &str, digits: String, word: &str) -> Amount {
        let name = self.unit_name(unit);
        let sign = self.money_sign(unit);
        let (number, unit) = match self.without_leading_sign(&name, sign) {
            Some(rest) if word.len() == 1 => (prefixed(&digits, sign) + word, rest.to_owned()),
            Some(rest) => (prefixed(&digits, sign), format!("{word}{rest}")),
            None => (digits, format!("{word}{name}")),
        };
        Amount {
            number,
            unit,
            unit_leads: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(tag: &str, value: f64, unit: &str) -> String {
        Numbers::of(tag)
            .amount(value, unit)
            .to_string()
            .replace(SPACE, " ")
    }

    #[test]
    fn amounts_in_both_languages() {
        for (value, unit, en, zh) in [
            (338.4, "million H100e", "338 M H100e", "3.38 亿 H100e"),
            (1410.0, "million H100e", "1.41 B H100e", "14.1 亿 H100e"),
            (999.6, "million H100e", "1.00 B H100e", "10.0 亿 H100e"),
            (0.65, "million/yr", "650 k/yr", "65.0 万/年"),
            (1746.6, "billion USD", "$1.75 trillion", "1.75 万亿美元"),
            (28.4, "billion USD", "$28.4 billion", "284 亿美元"),
            (-3.0, "billion USD", "−$3.00 billion", "−30.0 亿美元"),
            (24.0, "kUSD", "$24.0k", "2.40 万美元"),
            (
                2.62,
                "USD/H100e-hour",
                "$2.62/H100e-h",
                "2.62 美元/H100e·时",
            ),
            (1914.0, "billion CNY", "¥1.91 trillion", "1.91 万亿元"),
            (97.93, "million H100e", "97.9 M H100e", "9,790 万 H100e"),
            (23_387.0, "trillion/day", "23,400 T/day", "23,400 万亿/日"),
            (
                128.0,
                "trillion parameters",
                "128 T parameters",
                "128 万亿参数",
            ),
            (0.03, "net margin", "3.00 % net margin", "净利率 3.00 %"),
            (0.5838, "share", "58.4 %", "58.4 %"),
            (1.6, "x list", "×1.60 list", "×1.60 目录价"),
            (0.28, "/yr", "+28.0 %/yr", "+28.0 %/年"),
            (-0.12, "/yr", "−12.0 %/yr", "−12.0 %/年"),
            (5e26, "FLOP", "5.00×10²⁶ FLOP", "5.00×10²⁶ FLOP"),
            (2030.0, "year", "2030", "2030 年"),
        ] {
            assert_eq!(shown("en", value, unit), en, "{value} {unit}");
            assert_eq!(shown("zh-CN", value, unit), zh, "{value} {unit}");
        }
    }

    #[test]
    fn changes_know_their_direction() {
        use std::cmp::Ordering::{Equal, Greater, Less};
        let numbers = Numbers::of("en");
        for (value, reference, unit, text, direction) in [
            (64.0, 100.0, "billion USD", "−36 %", Less),
            (310.0, 100.0, "billion USD", "×3.1", Greater),
            (0.58, 0.96, "share", "−38 pts", Less),
            (1.6, 1.07, "x list", "+0.53", Greater),
            (1.0, 1.0, "x list", "0", Equal),
            (101.2, 100.0, "GW", "+1.2 %", Greater),
        ] {
            let change = numbers.change(value, reference, unit).expect("comparable");
            assert_eq!(change.text.replace(SPACE, " "), text);
            assert_eq!(change.direction, direction, "{text}");
        }
        assert_eq!(
            numbers.change(1.0, 0.0, "GW"),
            None,
            "nothing to compare with"
        );
        assert_eq!(numbers.change(f64::NAN, 1.0, "share"), None);
    }

    #[test]
    fn one_unit_serves_both_values_of_a_pair() {
        for (tag, first, second, unit, shown) in [
            (
                "en",
                736.0,
                1490.0,
                "billion USD",
                "$0.736 → $1.49 trillion",
            ),
            ("en", 2.31, 0.689, "million/yr", "2.31 → 0.689 M/yr"),
            ("en", 24.0, 31.2, "kUSD", "$24.0k → $31.2k"),
            ("zh", 4.38, 247.0, "million H100e", "0.0438 → 2.47 亿 H100e"),
            ("en", 0.623, 0.314, "share", "62.3 % → 31.4 %"),
            ("en", 1.04, 1.6, "x list", "×1.04 → ×1.60 list"),
        ] {
            let (first, second) = Numbers::of(tag).pair(first, second, unit);
            assert_eq!(format!("{first} → {second}").replace(SPACE, " "), shown);
        }
    }
}
