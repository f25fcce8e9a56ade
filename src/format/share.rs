//! Shares of a whole, and multiples.

use super::Numbers;
use super::round::fixed;
use super::signs::joined;

/// From here on, tenths of a per cent do not matter.
const WHOLE: f64 = 0.0995;
/// Smaller shares have no tenth of a per cent.
const NONE: f64 = 5e-4;

impl Numbers {
    /// A share in per cent: whole ones, tenths where it is small.
    pub fn share(&self, share: f64) -> String {
        let is_small = share.abs() < WHOLE && share.abs() > NONE;
        joined(&fixed(100.0 * share, usize::from(is_small)), "%")
    }

    /// A share in whole per cent, where there is no room for more.
    pub fn whole_share(&self, share: f64) -> String {
        joined(&fixed(100.0 * share, 0), "%")
    }

    /// How many times as much, with one decimal.
    pub fn multiple(&self, ratio: f64) -> String {
        format!("×{}", fixed(ratio, 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_have_tenths_where_they_are_small() {
        let numbers = Numbers::of("en");
        for (share, words, whole) in [
            (0.336, "34 %", "34 %"),
            (0.0337, "3.4 %", "3 %"),
            (-0.0337, "−3.4 %", "−3 %"),
            (-0.0001, "0 %", "0 %"),
            (0.0, "0 %", "0 %"),
            (1.0, "100 %", "100 %"),
        ] {
            assert_eq!(numbers.share(share).replace('\u{a0}', " "), words);
            assert_eq!(numbers.whole_share(share).replace('\u{a0}', " "), whole);
        }
    }

    #[test]
    fn multiples_have_one_decimal() {
        for (ratio, words) in [(2.04, "×2.0"), (0.96, "×1.0"), (1234.56, "×1,234.6")] {
            assert_eq!(Numbers::of("en").multiple(ratio), words);
        }
    }
}
