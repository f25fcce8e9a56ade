//! How a scenario is laid out in a file. The layout is fixed, so that an unchanged scenario gives
//! the same bytes and a changed one differs in the lines that changed.
//!
//! A file holds what differs from its baseline:
//! - `changes`: values of assumptions, by their ids;
//! - `ranges`: own P5 and P95 of assumptions;
//! - `suppliers`: another share for a supplier of the table, `"nvidia": (share: 0.7)`, or a
//!   supplier of one's own with all its fields, `"my-optics": (name: (en: "My Optics", zh: ""),
//!   ticker: "300999.SZ", segment: "optics", origin: "china", share: 0.05)`. A share is that of
//!   its origin's part of the segment, in the two accelerator segments that of the whole; the
//!   shares of one part may not exceed 1. The field is left out where it is empty;
//! - `slides`: the steps of a talk, each with its `chart`, the id of an exhibit. The rest is left
//!   out where it is as usual: `title`, without which what is shown speaks, `caption` and `note`, `year` in view, `years` of the
//!   chart, at most three `levers`, and `changes`, which stand in the place of the scenario's own
//!   while the slide is shown. Of words the language that is empty is left out; they may name
//!   results, see `speech`;
//! - `check`: key results when the file was saved.

use std::collections::BTreeMap;
use std::fmt::{Display, Write as _};

use super::exhibit::Exhibit;
use super::figure::Figure;
use super::slide::Slide;
use super::suppliers::SupplierChange;
use super::version::VERSION;
use super::{Baseline, Scenario};
use crate::model::suppliers::Origin;
use crate::model::{Assumption, Segment};
use crate::text::Words;

/// The name that a file begins with.
pub(super) const NAME: &str = "Scenario";

/// The fields of a file, in order.
pub(super) const FIELDS: [&str; 9] = [
    "version", "baseline", "name", "story", "changes", "ranges", SUPPLIERS, "slides", "check",
];

/// The field that is left out where it is empty: files without it stay as they are.
const SUPPLIERS: &str = "suppliers";

/// The fields of a supplier, in order.
pub(super) const SUPPLIER_FIELDS: [&str; 5] = ["name", "ticker", "segment", "origin", "share"];

/// The fields of a slide, in order.
pub(super) const SLIDE_FIELDS: [&str; 8] = [
    "title", "caption", "note", "chart", "year", "years", "levers", "changes",
];

/// The fields of a text in both languages, in order.
pub(super) const LANGUAGES: [&str; 2] = ["en", "zh"];

/// How a field is written where there is nothing to say.
pub(super) fn blank(field: &str) -> String {
    match field {
        "version" => VERSION.to_string(),
        "baseline" => quoted(Baseline::current().id()),
        "name" | "story" => "(en: \"\", zh: \"\")".to_owned(),
        "en" | "zh" | "ticker" => quoted(""),
        "segment" => quoted(Segment::Optics.id()),
        "origin" => quoted(Origin::China.id()),
        "share" => number(0.0),
        "chart" => quoted(&Exhibit::Chart(Figure::Need).id()),
        "slides" => "[]".to_owned(),
        _ => "{}".to_owned(),
    }
}

/// A scenario as the text of a file.
pub fn to_ron(scenario: &Scenario) -> String {
    let ranges = scenario.ranges.iter().map(|(id, (low, high))| {
        let pair = format!("({}, {})", number(*low), number(*high));
        (quoted(id.id()), pair)
    });
    let check = scenario.check.iter().map(|(id, years)| {
        let years = years.iter();
        let years = years.map(|(year, value)| (year, number(*value)));
        (quoted(id.id()), map(2, years))
    });
    let suppliers = scenario.suppliers.iter();
    let suppliers = suppliers.map(|(id, change)| (quoted(id), supplier(change)));
    let values = [
        VERSION.to_string(),
        quoted(scenario.baseline.id()),
        words(&scenario.name),
        words(&scenario.story),
        changes(1, &scenario.changes),
        map(1, ranges),
        map(1, suppliers),
        lines(1, ['[', ']'], scenario.slides.iter().map(slide)),
        map(1, check),
    ];
    let fields = FIELDS.into_iter().zip(values);
    let fields = fields.filter(|(name, _)| *name != SUPPLIERS || !scenario.suppliers.is_empty());
    format!("{NAME}{}\n", block(0, ['(', ')'], fields))
}

fn words(words: &Words) -> String {
    let values = [quoted(&words.en), quoted(&words.zh)];
    block(1, ['(', ')'], LANGUAGES.into_iter().zip(values))
}

fn changes(depth: usize, changes: &BTreeMap<Assumption, f64>) -> String {
    let changes = changes.iter();
    map(
        depth,
        changes.map(|(id, value)| (quoted(id.id()), number(*value))),
    )
}

/// A slide with what differs from the usual one.
fn slide(slide: &Slide) -> String {
    let usual = Slide::of(slide.exhibit);
    let (first, last) = slide.years;
    let levers = slide.levers.iter().map(|lever| quoted(lever.id()));
    let levers: Vec<_> = levers.collect();
    let values = [
        (slide.title != usual.title).then(|| words_of_slide(&slide.title)),
        (slide.caption != usual.caption).then(|| words_of_slide(&slide.caption)),
        (slide.note != usual.note).then(|| words_of_slide(&slide.note)),
        Some(quoted(&slide.exhibit.id())),
        (slide.year != usual.year).then(|| slide.year.to_string()),
        (slide.years != usual.years).then(|| format!("({first}, {last})")),
        (slide.levers != usual.levers).then(|| format!("[{}]", levers.join(", "))),
        slide.changes.as_ref().map(|own| changes(3, own)),
    ];
    let fields = SLIDE_FIELDS.into_iter().zip(values);
    let fields = fields.filter_map(|(name, value)| Some((name, value?)));
    block(2, ['(', ')'], fields)
}

/// Words without the language that is empty.
fn words_of_slide(words: &Words) -> String {
    let languages = LANGUAGES.into_iter().zip([&words.en, &words.zh]);
    let languages = languages.filter(|(_, text)| !text.is_empty());
    block(
        3,
        ['(', ')'],
        languages.map(|(name, text)| (name, quoted(text))),
    )
}

/// A supplier on one line.
fn supplier(change: &SupplierChange) -> String {
    let own = match change {
        SupplierChange::Share(share) => return format!("(share: {})", number(*share)),
        SupplierChange::Own(own) => own,
    };
    let values = [
        format!(
            "(en: {}, zh: {})",
            quoted(&own.name.en),
            quoted(&own.name.zh)
        ),
        quoted(&own.ticker),
        quoted(own.segment.id()),
        quoted(own.origin.id()),
        number(own.share),
    ];
    let fields = SUPPLIER_FIELDS.into_iter().zip(values);
    let fields: Vec<_> = fields
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    format!("({})", fields.join(", "))
}

fn map(depth: usize, entries: impl Iterator<Item = (impl Display, String)>) -> String {
    block(depth, ['{', '}'], entries)
}

/// Names with their values, one a line.
fn block(
    depth: usize,
    brackets: [char; 2],
    entries: impl Iterator<Item = (impl Display, String)>,
) -> String {
    let entries = entries.map(|(key, value)| format!("{key}: {value}"));
    lines(depth, brackets, entries)
}

/// Entries one a line, between brackets; the brackets alone where there are none.
fn lines(depth: usize, [open, close]: [char; 2], entries: impl Iterator<Item = String>) -> String {
    const INDENT: &str = "    ";
    let mut block = String::from(open);
    for entry in entries {
        // Writing to a text cannot fail.
        let _ = write!(block, "\n{}{entry},", INDENT.repeat(depth + 1));
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
