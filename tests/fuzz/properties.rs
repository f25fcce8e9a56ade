//! What must hold for any input at all. Fuzzers look for input for which it does not; the tests of the
//! program hold it for the inputs that were found.

use suanli::format::Numbers;
use suanli::scenario::file::{parse, to_ron};
use suanli::text::Language;

/// Any bytes are a scenario that survives its file, or are refused in words.
pub fn scenario(bytes: &[u8]) {
    match parse(bytes) {
        Ok(scenario) => {
            let text = to_ron(&scenario);
            let read = parse(text.as_bytes()).unwrap_or_else(|found| panic!("{found:?} in {text}"));
            assert_eq!(read, scenario, "{text}");
            // Equal numbers may differ in their bits; their texts would differ, too.
            assert_eq!(to_ron(&read), text);
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            for problem in problems {
                for language in [Language::En, Language::Zh] {
                    assert!(!problem.one_line(language).contains('\n'));
                    assert!(!problem.render("a.ron", language).is_empty());
                }
            }
        }
    }
}

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
