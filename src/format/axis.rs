//! Numbers along an axis or a rail: short, alike, and without the unit, which the axis has.

use super::Numbers;
use super::magnitude::in_magnitudes;
use super::round::{fixed, grouped, significant, trimmed};
use super::signs::{joined, worded};
use super::units::Style;

impl Numbers {
    /// Values short enough for the ticks of one rail, all with as many decimals, where that gives
    /// none of them more than three digits.
    pub fn alike<const N: usize>(&self, values: [f64; N], unit: &str) -> [String; N] {
        let short = values.map(|value| self.short(value, unit).number);
        let decimals = short.iter().map(|number| decimals_in(number)).max();
        let decimals = decimals.unwrap_or_default();
        let same = values.map(|value| {
            let same = self.write(value, unit, |value| fixed(value, decimals));
            same.number
        });
        let digits = |number: &String| number.chars().filter(char::is_ascii_digit).count();
        if same.iter().all(|number| digits(number) <= 3) {
            same
        } else {
            short
        }
    }

    /// The label of an axis tick: no unit, since the chart's subtitle has it.
    pub fn tick(&self, value: f64, unit: &str) -> String {
        match self.style(unit) {
            _ if self.has_magnitudes(unit) && !self.magnitudes_on_axes() => {
                trimmed(value * self.factor(unit), 6)
            }
            Style::Count(scale) | Style::Dollars(scale) | Style::Yuan(scale) => {
                let (digits, word) =
                    in_magnitudes(value * scale, &self.table.magnitudes, |value| {
                        trimmed(value, 3)
                    });
                joined(&digits, word)
            }
            _ => self.short(value, unit).number,
        }
    }

    /// A value beside an axis of its unit: three significant digits, no unit.
    pub fn axis_value(&self, value: f64, unit: &str) -> String {
        if self.has_magnitudes(unit) && self.magnitudes_on_axes() {
            self.on_axis(value, unit, |value| significant(value, 3))
        } else {
            self.on_axis(value, unit, |value| grouped(value, 3))
        }
    }

    /// A value in the unit of an axis, with the digits that `digits` gives it.
    pub(super) fn on_axis(&self, value: f64, unit: &str, digits: impl Fn(f64) -> String) -> String {
        match self.style(unit) {
            _ if self.has_magnitudes(unit) && !self.magnitudes_on_axes() => {
                digits(value * self.factor(unit))
            }
            Style::Count(scale) | Style::Dollars(scale) | Style::Yuan(scale) => {
                let (digits, word) = in_magnitudes(value * scale, &self.table.magnitudes, digits);
                joined(&digits, word)
            }
            _ => self.write(value, unit, digits).number,
        }
    }

    /// The unit of an axis, which has its magnitude where the ticks have none: `million H100e`,
    /// `$ billion`. Empty for shares and factors, whose ticks say all.
    pub fn axis_unit(&self, unit: &str) -> String {
        if let Some(alone) = self
            .table
            .units
            .get(unit)
            .and_then(|unit| unit.alone.as_ref())
        {
            return alone.clone();
        }
        let name = self.unit_name(unit);
        let word = |scale: f64| {
            let words = &self.table.axis_magnitudes;
            in_magnitudes(scale, words, |_| String::new()).1
        };
        match self.style(unit) {
            Style::Count(scale) => worded(word(scale), &name).trim().to_owned(),
            Style::Dollars(scale) | Style::Yuan(scale) => {
                let word = word(scale / self.factor(unit));
                let sign = self.money_sign(unit);
                match self.without_leading_sign(&name, sign) {
                    Some(rest) => format!("{}{rest}", joined(sign, word)),
                    None => worded(word, &name),
                }
            }
            _ => name.into_owned(),
        }
    }

    fn magnitudes_on_axes(&self) -> bool {
        self.table.axis_magnitudes.is_empty()
    }
}

/// How many digits stand behind the point.
fn decimals_in(number: &str) -> usize {
    let behind = number.split_once('.').map_or("", |(_, behind)| behind);
    behind.chars().take_while(char::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::SPACE;

    #[test]
    fn values_of_one_rail_are_alike() {
        let alike = |values, unit| Numbers::of("en").alike(values, unit);
        assert_eq!(alike([3.8, 4.8, 6.0], "x/yr"), ["×3.8", "×4.8", "×6.0"]);
        assert_eq!(alike([0.05, 1.2, 30.0], "ratio"), ["×0.05", "×1.2", "×30"]);
        assert_eq!(alike([20.0, 24.0, 30.0], "kUSD"), ["$20k", "$24k", "$30k"]);
    }

    #[test]
    fn units_that_stand_alone_have_a_name_of_their_own() {
        for (tag, unit, shown) in [
            ("en", "million/yr", "million/yr"),
            ("zh", "million/yr", "每年数量"),
            ("en", "billion CNY", "¥ billion"),
            ("zh", "billion CNY", "元"),
            ("en", "10,000 CNY/PFLOP/s/yr", "¥10k/P/yr"),
        ] {
            let name = Numbers::of(tag).axis_unit(unit);
            assert_eq!(name.replace(SPACE, " "), shown);
        }
    }

    #[test]
    fn ticks_carry_no_unit() {
        assert_eq!(Numbers::of("en").tick(800.0, "million H100e"), "800");
        assert_eq!(Numbers::of("en").tick(1500.0, "million H100e"), "1,500");
        assert_eq!(
            Numbers::of("zh")
                .tick(800.0, "million H100e")
                .replace(SPACE, " "),
            "8 亿"
        );
        assert_eq!(
            Numbers::of("en").tick(0.5, "share").replace(SPACE, " "),
            "50 %"
        );
    }
}
