//! What must hold for any text that somebody types as a number. A fuzzer looks for those for which it
//! does not; the tests of the program hold it for what was found.

use suanli::format::Numbers;
use suanli::text::Language;

/// Units of every style in which numbers are shown.
const UNITS: [&str; 9] = [
    "/yr",
    "CNY",
    "FLOP",
    "GW",
    "kUSD",
    "million H100e",
    "share",
    "x/yr",
    "year",
];

/// Any text is a finite number in any unit, or none; what a number is shown as is a number again.
pub fn number(typed: &str) {
    for language in [Language::En, Language::Zh] {
        let numbers = Numbers::of(language.tag());
        for unit in UNITS {
            for shown in [0.0, 1.0, -3.5e9] {
                let Ok(value) = numbers.parse(typed, unit, shown) else {
                    continue;
                };
                assert!(value.is_finite(), "{typed} {unit}: {value}");
                let written = numbers.typed(value, unit).number;
                let read = numbers.parse(&written, unit, value);
                assert!(
                    read.is_ok_and(|read| (read - value).abs() <= tolerance(unit, value)),
                    "{typed} {unit}: {value} is written {written} and read {read:?}"
                );
            }
        }
    }
}

/// Six digits are shown, at most twelve of them behind the point; of a year only the whole.
fn tolerance(unit: &str, value: f64) -> f64 {
    const SHARE: f64 = 1e-5;
    let last_digit = if unit == "year" { 0.5 } else { 1e-11 };
    SHARE * value.abs() + last_digit
}
