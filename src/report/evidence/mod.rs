//! Where the numbers come from, as plain data: claims, comparisons with what was published,
//! assumptions, sources, and what is not modelled.

pub mod actuals;
pub mod assumptions;
pub mod claims;
mod formula;
pub mod sources;

use super::search::holds;
use super::world::{Locale, World};
use crate::evidence::{self, Actual, Source};
use crate::model::{Series, Year};

/// Who published a value.
pub fn publisher(actual: &Actual, locale: &Locale) -> &'static str {
    let source = evidence::source(&actual.source);
    source.map_or("", |source| source.publisher.get(locale.language))
}

/// Publisher and date of a source.
pub fn published(source: &Source, locale: &Locale) -> String {
    locale.text.evidence.published.fill(&[
        ("publisher", &source.publisher.get(locale.language)),
        ("date", &source.date),
    ])
}

/// The kind of a source in words.
pub fn source_kind<'a>(source: &'a Source, locale: &Locale) -> &'a str {
    // The five articles carry their number: `seed 000`.
    let kind = source.kind.split(' ').next().unwrap_or(&source.kind);
    let kinds = &locale.text.evidence.source_kinds;
    kinds.get(kind).map_or(kind, String::as_str)
}

/// What is not modelled: a title and a sentence each.
pub fn limits(world: &World<'_>) -> Vec<(&'static str, String)> {
    let share = world.run.get(Series::NeedOther, Year::BASE) / world.first(Series::Need);
    let other = world.locale.amount(Series::Coverage, share);
    let points = &world.locale.text.evidence.limits.points;
    points
        .iter()
        .map(|(title, sentence)| (title.as_str(), sentence.fill(&[("other", &other)])))
        .collect()
}
