//! Typed values: what a person means by a number in the field of a unit.

use super::magnitude::magnitude;
use super::parse::{Suffix, parse};
use super::units::Style;
use super::{Numbers, ParseError};

/// Larger numbers nobody means; in the scale of their unit they might no longer be finite.
const LARGEST: f64 = 1e60;

impl Numbers {
    /// Reads a typed value in a unit. A bare number is meant as the field shows numbers: in per
    /// cent where it shows per cent, in 万 where it shows `shown` in 万.
    ///
    /// # Errors
    /// Where no number was typed, or none that anybody means.
    pub fn parse(&self, typed: &str, unit: &str, shown: f64) -> Result<f64, ParseError> {
        let typed = parse(typed)?;
        let bare = match self.style(unit) {
            Style::Percent | Style::SignedPercent => 0.01,
            Style::Count(scale) => magnitude(shown * scale, &self.table.magnitudes) / scale,
            Style::Dollars(scale) | Style::Yuan(scale) => {
                magnitude(shown * scale, &self.table.money_magnitudes) / scale
            }
            _ => 1.0,
        };
        let unit_scale = match self.style(unit) {
            Style::Count(scale) | Style::Dollars(scale) | Style::Yuan(scale) => scale,
            _ => 1.0,
        };
        let is_share = matches!(self.style(unit), Style::Percent | Style::SignedPercent);
        let value = match typed.suffix {
            Suffix::None => typed.number * bare,
            Suffix::Percent => typed.number / 100.0,
            Suffix::Points if is_share => shown + typed.number / 100.0,
            Suffix::Points => return Err(ParseError::NotANumber),
            Suffix::Magnitude(magnitude) => typed.number * magnitude / unit_scale,
        };
        if value.abs() <= LARGEST {
            Ok(value)
        } else {
            Err(ParseError::NotANumber)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_values_are_meant_as_the_field_shows_them() {
        for (tag, typed, unit, shown, value) in [
            ("en", "7", "/yr", 0.05, 0.07),
            ("en", "7%", "/yr", 0.05, 0.07),
            ("en", "+3pp", "/yr", 0.05, 0.08),
            ("en", "-2pp", "share", 0.05, 0.03),
            ("en", "0.07", "x/yr", 4.8, 0.07),
            ("en", "25", "kUSD", 24.0, 25.0),
            ("en", "25k", "kUSD", 24.0, 25.0),
            ("zh", "2.5", "kUSD", 24.0, 25.0),
            ("zh", "2.5万", "kUSD", 24.0, 25.0),
            ("en", "20", "million H100e", 19.0, 20.0),
            ("zh", "2000", "million H100e", 19.0, 20.0),
            ("zh", "2.4亿", "million H100e", 19.0, 240.0),
            ("en", "200", "trillion/day", 165.0, 200.0),
            ("en", "0.08", "USD/kWh", 0.07, 0.08),
        ] {
            let parsed = Numbers::of(tag)
                .parse(typed, unit, shown)
                .expect("a number");
            assert!(
                (parsed - value).abs() < 1e-12,
                "{tag} {typed} {unit}: {parsed}"
            );
        }
    }

    #[test]
    fn a_number_whose_dollars_are_infinite_is_refused() {
        for typed in ["1e297", "-1e308", "1e308万亿"] {
            let parsed = Numbers::of("en").parse(typed, "kUSD", 24.0);
            assert_eq!(parsed, Err(ParseError::NotANumber), "{typed}");
        }
    }

    #[test]
    fn what_a_field_shows_can_be_typed_back() {
        for tag in ["en", "zh"] {
            let numbers = Numbers::of(tag);
            let units = numbers
                .table
                .units
                .keys()
                .filter(|unit| numbers.style(unit) != Style::Year);
            for unit in units {
                for value in [0.07, 0.5, 1.505, 24.0, 1600.0, 98_765.0, 5e26] {
                    let shown = numbers.typed(value, unit).number;
                    let back = numbers.parse(&shown, unit, value);
                    let close = back.is_ok_and(|back| (back - value).abs() < 1e-5 * value);
                    assert!(
                        close,
                        "{tag} {unit}: {value} is shown as {shown}, read as {back:?}"
                    );
                }
            }
        }
    }
}
