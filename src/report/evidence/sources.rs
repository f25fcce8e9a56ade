//! The sources, and what rests on each.

use std::cmp::Reverse;

use super::{holds, source_kind};
use crate::evidence::{self, Source};
use crate::model::{Assumption, suppliers};
use crate::report::world::{Locale, World};

/// The source that stands for this project's own judgement.
const OWN: &str = "judgement";

/// A source and how much rests on it.
#[derive(Clone, Debug)]
pub struct SourceRow {
    /// The source.
    pub source: &'static Source,
    /// The assumptions that name it.
    pub assumptions: Vec<Assumption>,
    /// How many observations and forecasts name it.
    pub actuals: usize,
    /// How many claims stand in it.
    pub claims: usize,
    /// How many suppliers have their share from it.
    pub suppliers: usize,
}

/// What the sources are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SourceOrder {
    /// Title.
    Title,
    /// Publisher.
    Publisher,
    /// Date, the newest first.
    Date,
    /// Kind in words.
    Kind,
    /// How many assumptions rest on it.
    #[default]
    Assumptions,
    /// How many observations and forecasts.
    Actuals,
    /// How many claims.
    Claims,
    /// How many suppliers.
    Suppliers,
}

/// Which sources are wanted, and in which order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceSelection {
    /// With these words in title, publisher or id.
    pub words: String,
    /// Sorted by.
    pub order: SourceOrder,
    /// The other way round.
    pub reversed: bool,
}

/// All sources that are wanted, in order.
pub fn source_rows(locale: &Locale, selection: &SourceSelection) -> Vec<SourceRow> {
    let mut rows: Vec<SourceRow> = evidence::sources()
        .iter()
        .filter(|source| is_wanted(source, &selection.words))
        .map(row)
        .collect();
    let text = |words: &str| words.to_lowercase();
    match selection.order {
        SourceOrder::Title => {
            rows.sort_by_key(|row| text(row.source.title.get(locale.language)));
        }
        SourceOrder::Publisher => {
            rows.sort_by_key(|row| text(row.source.publisher.get(locale.language)));
        }
        SourceOrder::Date => rows.sort_by_key(|row| Reverse(row.source.date.clone())),
        SourceOrder::Kind => rows.sort_by_key(|row| text(source_kind(row.source, locale))),
        SourceOrder::Assumptions => rows.sort_by_key(|row| Reverse(row.assumptions.len())),
        SourceOrder::Actuals => rows.sort_by_key(|row| Reverse(row.actuals)),
        SourceOrder::Claims => rows.sort_by_key(|row| Reverse(row.claims)),
        SourceOrder::Suppliers => rows.sort_by_key(|row| Reverse(row.suppliers)),
    }
    if selection.reversed {
        rows.reverse();
    }
    rows
}

fn is_wanted(source: &Source, words: &str) -> bool {
    let texts = [&source.title, &source.publisher];
    let texts = texts.into_iter().flat_map(|words| [&words.en, &words.zh]);
    holds(words, texts.map(String::as_str).chain([source.id.as_str()]))
}

fn row(source: &'static Source) -> SourceRow {
    let id = &source.id;
    let names_it = |assumption: &Assumption| assumption.info().sources.contains(id);
    SourceRow {
        source,
        assumptions: Assumption::ALL.iter().copied().filter(names_it).collect(),
        actuals: evidence::actuals()
            .iter()
            .filter(|actual| &actual.source == id)
            .count(),
        claims: evidence::claims()
            .iter()
            .filter(|claim| &claim.seed == id)
            .count(),
        suppliers: suppliers::all()
            .iter()
            .filter(|supplier| &supplier.source == id)
            .count(),
    }
}

/// What the sources come to, in one sentence.
pub fn headline(world: &World<'_>) -> String {
    let others = evidence::sources().iter().filter(|source| source.id != OWN);
    world.locale.text.evidence.sources.headline.fill(&[
        ("count", &others.count()),
        ("assumptions", &Assumption::ALL.len()),
        ("actuals", &evidence::actuals().len()),
        ("claims", &evidence::claims().len()),
    ])
}

impl SourceRow {
    /// The row in one sentence.
    pub fn sentence(&self, locale: &Locale) -> String {
        locale.text.evidence.sources.row.fill(&[
            ("title", &self.source.title.get(locale.language)),
            ("publisher", &self.source.publisher.get(locale.language)),
            ("date", &self.source.date),
            ("assumptions", &self.assumptions.len()),
            ("actuals", &self.actuals),
            ("claims", &self.claims),
            ("suppliers", &self.suppliers),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn everything_that_names_a_source_is_counted_at_it() {
        let locale = Locale::of(Language::En);
        let rows = source_rows(&locale, &SourceSelection::default());
        let sum = |count: fn(&SourceRow) -> usize| rows.iter().map(count).sum::<usize>();
        assert_eq!(sum(|row| row.actuals), evidence::actuals().len());
        assert_eq!(sum(|row| row.claims), evidence::claims().len());
        assert_eq!(sum(|row| row.suppliers), suppliers::all().len());
        let named = Assumption::ALL.iter();
        let named: usize = named.map(|named| named.info().sources.len()).sum();
        assert_eq!(sum(|row| row.assumptions.len()), named);
        assert!(rows.is_sorted_by(|a, b| a.assumptions.len() >= b.assumptions.len()));
    }
}
