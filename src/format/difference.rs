//! Differences as people read them: with a sign, in the unit of the values or in per cent.

use super::Numbers;
use super::round::{as_exact_as, per_cent};
use super::signs::{joined, signed};
use super::units::Style;

/// Differences smaller than this share of the values are noise of floating point.
const NOISE: f64 = 1e-9;

impl Numbers {
    /// The difference of two values of a unit, with its sign and without the unit, as beside an
    /// axis, and no more exact than they are shown; that of two shares in points.
    pub fn difference(&self, value: f64, reference: f64, unit: &str) -> String {
        let difference = value - reference;
        let size = value.abs().max(reference.abs());
        if difference.abs() <= NOISE * size {
            return "0".to_owned();
        }
        match self.style(unit) {
            Style::Percent | Style::SignedPercent => joined(
                &signed(&per_cent(difference * 100.0)),
                &self.table.points_short,
            ),
            Style::Factor => signed(&as_exact_as(difference, size)),
            _ => signed(&self.on_axis(difference, unit, |shown| {
                as_exact_as(shown, size * shown / difference)
            })),
        }
    }

    /// A relative difference in per cent, with its sign.
    pub fn percent(&self, relative: f64) -> String {
        let percent = relative * 100.0;
        let digits = if percent.abs() <= NOISE {
            "0".to_owned()
        } else {
            per_cent(percent)
        };
        joined(&signed(&digits), "%")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::SPACE;

    #[test]
    fn differences_carry_their_sign() {
        for (value, reference, unit, shown) in [
            (539.0, 363.0, "million H100e", "+176"),
            (255.0, 363.0, "million H100e", "−108"),
            (0.7, 0.8, "share", "−10 pts"),
            (0.79, 0.80, "share", "−1.0 pts"),
            (2.537, 2.62, "USD/H100e-hour", "−0.08"),
            (1.6, 1.07, "x list", "+0.53"),
            (1.6, 1.6, "x list", "0"),
            (0.1 + 0.2, 0.3, "GW", "0"),
        ] {
            let words = Numbers::of("en").difference(value, reference, unit);
            assert_eq!(words.replace(SPACE, " "), shown, "{value} {reference}");
        }
        let chinese = Numbers::of("zh").difference(539.0, 363.0, "million H100e");
        assert_eq!(chinese.replace(SPACE, " "), "+1.76 亿");
    }

    #[test]
    fn per_cent_has_few_digits_and_is_never_a_factor() {
        for (relative, shown) in [
            (0.485, "+48 %"),
            (-0.298, "−30 %"),
            (1.14, "+114 %"),
            (0.0123, "+1.2 %"),
            (-0.000_326, "−0.03 %"),
            (25.5, "+2,550 %"),
            (0.0, "0 %"),
        ] {
            let words = Numbers::of("en").percent(relative);
            assert_eq!(words.replace(SPACE, " "), shown);
        }
    }
}
