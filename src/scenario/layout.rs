//! How a scenario is laid out in a file. The layout is fixed, so that an unchanged scenario gives
//! the same bytes and a changed one differs in the lines that changed.

use std::fmt::{Display, Write as _};

use super::{Baseline, Scenario};
use crate::text::Words;

/// The version of the file format.
pub(super) const VERSION: u32 = 1;

/// The name that a file begins with.
pub(super) const NAME: &str = "Scenario";

/// The fields of a file, in order.
pub(super) const FIELDS: [&str; 8] = [
    "version", "baseline", "name", "story", "changes", "ranges", "slides", "check",
];

/// The fields of a text in both languages, in order.
pub(super) const LANGUAGES: [&str; 2] = ["en", "zh"];

/// How a field is written where there is nothing to say.
pub(super) fn blank(field: &str) -> String {
    match field {
        "version" => VERSION.to_string(),
        "baseline" => quoted(Baseline::current().id()),
        "name" | "story" => "(en: \"\", zh: \"\")".to_owned(),
        "en" | "zh" => quoted(""),
        "slides" => "[]".to_owned(),
        _ => "{}".to_owned(),
    }
}

/// A scenario as the text of a file.
pub fn to_ron(scenario: &Scenario) -> String {
    let changes = scenario.changes.iter();
    let changes = changes.map(|(id, value)| (quoted(id.id()), number(*value)));
    let ranges = scenario.ranges.iter().map(|(id, (low, high))| {
        let pair = format!("({}, {})", number(*low), number(*high));
        (quoted(id.id()), pair)
    });
    let check = scenario.check.iter().map(|(id, years)| {
        let years = years.iter();
        let years = years.map(|(year, value)| (year, number(*value)));
        (quoted(id.id()), map(2, years))
    });
    let values = [
        VERSION.to_string(),
        quoted(scenario.baseline.id()),
        words(&scenario.name),
        words(&scenario.story),
        map(1, changes),
        map(1, ranges),
        blank("slides"),
        map(1, check),
    ];
    let fields = FIELDS.into_iter().zip(values);
    format!("{NAME}{}\n", block(0, ['(', ')'], fields))
}

fn words(words: &Words) -> String {
    let values = [quoted(&words.en), quoted(&words.zh)];
    block(1, ['(', ')'], LANGUAGES.into_iter().zip(values))
}

fn map(depth: usize, entries: impl Iterator<Item = (impl Display, String)>) -> String {
    block(depth, ['{', '}'], entries)
}

/// Entries one a line, between brackets; the brackets alone where there are none.
fn block(
    depth: usize,
    [open, close]: [char; 2],
    entries: impl Iterator<Item = (impl Display, String)>,
) -> String {
    const INDENT: &str = "    ";
    let mut block = String::from(open);
    for (key, value) in entries {
        // Writing to a text cannot fail.
        let _ = write!(block, "\n{}{key}: {value},", INDENT.repeat(depth + 1));
    }
    if block.len() > open.len_utf8() {
        block.push('\n');
        block += &INDENT.repeat(depth);
    }
    block.push(close);
    block
}

/// The shortest text that gives the same number when read, always with a point or an exponent.
fn number(value: f64) -> String {
    format!("{value:?}")
}

/// A text in quotes, all on one line whatever is in it.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' | '\n' | '\r' | '\t' => quoted.extend(c.escape_default()),
            // Line separators and marks of direction would do to the file what they do to a page.
            _ if c.is_control()
                || matches!(c, '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}') =>
            {
                quoted.extend(c.escape_unicode());
            }
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
