//! Words for large numbers: M and B, 万 and 亿.

use serde::Deserialize;

/// A word for a large number.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Magnitude {
    /// The least size it is used for.
    pub from: f64,
    /// The word; empty for 1.
    pub word: String,
}

/// The size of the magnitude that a value is shown in.
pub fn magnitude(value: f64, magnitudes: &[Magnitude]) -> f64 {
    largest(value, magnitudes).map_or(1.0, |magnitude| magnitude.from.max(1.0))
}

/// The largest magnitude that a value reaches.
fn largest(value: f64, magnitudes: &[Magnitude]) -> Option<&Magnitude> {
    // 999.6 million is written 1.00 B, not 1,000 M: the size is judged as it will be rounded.
    let size = value.abs() * 1.0005;
    magnitudes.iter().find(|magnitude| size >= magnitude.from)
}

/// The digits of a value in the largest magnitude it reaches, and that magnitude's word.
pub fn in_magnitudes(
    value: f64,
    magnitudes: &[Magnitude],
    digits: impl Fn(f64) -> String,
) -> (String, &str) {
    match largest(value, magnitudes) {
        Some(magnitude) => (digits(value / magnitude.from.max(1.0)), &magnitude.word),
        None => (digits(value), ""),
    }
}
