//! Numbers to reckon with: six digits, whatever the unit.

use super::round::trimmed;
use super::signs::scientific;

/// A bare number with six significant digits: what a reader needs to follow a formula by hand.
/// Very large and very small ones as powers of ten.
pub fn exact(value: f64) -> String {
    const DIGITS: usize = 6;
    const PLAIN: std::ops::Range<f64> = 1e-4..1e9;
    if value == 0.0 || PLAIN.contains(&value.abs()) {
        return trimmed(value, DIGITS);
    }
    let text = scientific(value, |mantissa| trimmed(mantissa, DIGITS));
    match text.strip_prefix("1×") {
        Some(power) => power.to_owned(),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::exact;

    #[test]
    fn six_digits_and_powers_of_ten() {
        assert_eq!(exact(0.0), "0");
        assert_eq!(exact(86_400.0), "86,400");
        assert_eq!(exact(31_557_600.0), "31,557,600");
        assert_eq!(exact(0.123_456_78), "0.123457");
        assert_eq!(exact(1e12), "10¹²");
        assert_eq!(exact(989e12), "9.89×10¹⁴");
        assert_eq!(exact(1e-6), "10⁻⁶");
    }
}
