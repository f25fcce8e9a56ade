//! All assumptions with their values, how well they are known, and where they come from.

use std::cmp::Ordering;

use super::holds;
use crate::evidence::{self, Source};
use crate::model::Assumption;
use crate::model::assumptions::{AssumptionInfo, Basis, Kind};
use crate::report::world::{Locale, World};
use crate::scenario::Range;

/// An assumption with its value in the world that is shown.
#[derive(Clone, Copy, Debug)]
pub struct AssumptionRow {
    /// Which.
    pub assumption: Assumption,
    /// Its value, in its unit.
    pub value: f64,
    /// P5, base and P95 of the baseline.
    pub range: Range,
    /// Does the scenario change it?
    pub is_changed: bool,
}

/// What the assumptions are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is a column")]
pub enum AssumptionOrder {
    Name,
    #[default]
    Group,
    Kind,
    Value,
    Baseline,
    Low,
    High,
    Unit,
    Basis,
    Source,
}

/// Which assumptions are let through, whatever their words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AssumptionFilter {
    /// Only those that the scenario changes.
    pub changed: bool,
    /// Only those that are known in one way.
    pub basis: Option<Basis>,
}

/// Which assumptions are wanted, and in which order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssumptionSelection {
    /// With these words in name, id or source.
    pub words: String,
    /// Those that this lets through.
    pub filter: AssumptionFilter,
    /// Sorted by.
    pub order: AssumptionOrder,
    /// The other way round.
    pub reversed: bool,
}

/// All assumptions that are wanted, in order.
pub fn assumption_rows(world: &World<'_>, selection: &AssumptionSelection) -> Vec<AssumptionRow> {
    let mut rows: Vec<AssumptionRow> = Assumption::ALL
        .iter()
        .map(|&assumption| AssumptionRow {
            assumption,
            value: world.scenario.value(assumption),
            range: world.scenario.baseline.range(assumption),
            is_changed: world.scenario.is_changed(assumption),
        })
        .filter(|row| is_wanted(row, selection))
        .collect();
    sort(&mut rows, selection.order, &world.locale);
    if selection.reversed {
        rows.reverse();
    }
    rows
}

fn is_wanted(row: &AssumptionRow, selection: &AssumptionSelection) -> bool {
    let info = row.info();
    let named = row.sources().flat_map(|source| {
        let words = [&source.title, &source.publisher];
        words.into_iter().flat_map(|words| [&words.en, &words.zh])
    });
    let texts = [&info.label.en, &info.label.zh]
        .into_iter()
        .chain(&info.sources)
        .chain(named)
        .map(String::as_str)
        .chain([row.assumption.id()]);
    let filter = selection.filter;
    (row.is_changed || !filter.changed)
        && filter.basis.is_none_or(|basis| info.basis == basis)
        && holds(&selection.words, texts)
}

fn sort(rows: &mut [AssumptionRow], by: AssumptionOrder, locale: &Locale) {
    match by {
        AssumptionOrder::Name => rows.sort_by_cached_key(|row| row.name(locale).to_lowercase()),
        // Groups stand in the order of the levers, not of their names.
        AssumptionOrder::Group => rows.sort_by_key(|row| row.info().group),
        AssumptionOrder::Kind => rows.sort_by_key(|row| row.info().kind as usize),
        AssumptionOrder::Value => rows.sort_by(largest(|row| row.value)),
        AssumptionOrder::Baseline => rows.sort_by(largest(|row| row.range.base)),
        AssumptionOrder::Low => rows.sort_by(largest(|row| row.range.low)),
        AssumptionOrder::High => rows.sort_by(largest(|row| row.range.high)),
        AssumptionOrder::Unit => rows.sort_by_cached_key(|row| row.unit(locale).to_lowercase()),
        AssumptionOrder::Basis => rows.sort_by_key(|row| row.info().basis as usize),
        AssumptionOrder::Source => {
            rows.sort_by_cached_key(|row| row.publishers(locale).to_lowercase());
        }
    }
}

/// The largest first.
fn largest(
    value: impl Fn(&AssumptionRow) -> f64,
) -> impl Fn(&AssumptionRow, &AssumptionRow) -> Ordering {
    move |a, b| value(b).total_cmp(&value(a))
}

impl AssumptionRow {
    /// Its row of the table.
    pub fn info(&self) -> &'static AssumptionInfo {
        self.assumption.info()
    }

    /// Its name.
    pub fn name(&self, locale: &Locale) -> &'static str {
        self.info().label.get(locale.language)
    }

    /// Its sources.
    pub fn sources(&self) -> impl Iterator<Item = &'static Source> + use<> {
        let ids = self.info().sources.iter();
        ids.filter_map(|id| evidence::source(id))
    }

    /// Who published its sources.
    pub fn publishers(&self, locale: &Locale) -> String {
        let names: Vec<&str> = self
            .sources()
            .map(|source| source.publisher.get(locale.language))
            .collect();
        names.join(&locale.text.charts.list_separator)
    }

    /// The unit that its column of numbers is in.
    pub fn unit(&self, locale: &Locale) -> String {
        locale.numbers.axis_unit(&self.info().unit)
    }

    /// A value of it as it stands in the table, in that unit.
    pub fn number(&self, locale: &Locale, value: f64) -> String {
        locale.numbers.tick(value, &self.info().unit)
    }

    /// The group it belongs to.
    pub fn group(&self, locale: &Locale) -> &'static str {
        let id: &'static str = self.info().group.into();
        locale.text.levers.groups.get(id).map_or(id, String::as_str)
    }

    /// How it is meant to be used.
    pub fn kind(&self, locale: &Locale) -> &'static str {
        kind(locale, self.info().kind)
    }

    /// How well it is known, and what that means.
    pub fn basis(&self, locale: &Locale) -> (&'static str, &'static str) {
        basis(locale, self.info().basis)
    }

    /// The row in one sentence.
    pub fn sentence(&self, locale: &Locale) -> String {
        let texts = &locale.text.evidence.assumptions;
        let sentence = if self.is_changed {
            &texts.row_changed
        } else {
            &texts.row
        };
        sentence.fill(&[
            ("name", &self.name(locale)),
            ("value", &locale.typed(self.assumption, self.value)),
            ("baseline", &locale.typed(self.assumption, self.range.base)),
            ("basis", &self.basis(locale).0),
            ("sources", &self.publishers(locale)),
        ])
    }
}

/// How an assumption is meant to be used, in a word.
pub fn kind(locale: &Locale, kind: Kind) -> &'static str {
    let id: &'static str = kind.into();
    let kinds = &locale.text.levers.kinds;
    kinds.get(id).map_or(id, String::as_str)
}

/// How well something is known in a word, and what that word means.
pub fn basis(locale: &Locale, basis: Basis) -> (&'static str, &'static str) {
    let id: &'static str = basis.into();
    let words = locale.text.evidence.assumptions.bases.get(id);
    words.map_or((id, ""), |(word, meaning)| {
        (word.as_str(), meaning.as_str())
    })
}

/// How well something is known, with what that means.
pub fn told_basis(locale: &Locale, known: Basis) -> String {
    let (word, meaning) = basis(locale, known);
    let texts = &locale.text.evidence.assumptions;
    texts
        .told_basis
        .fill(&[("word", &word), ("meaning", &meaning)])
}

/// How many assumptions are known in one of these ways.
pub fn count(bases: &[Basis]) -> usize {
    let is_of = |assumption: &&Assumption| bases.contains(&assumption.info().basis);
    Assumption::ALL.iter().filter(is_of).count()
}

/// What the assumptions come to, in one sentence.
pub fn headline(world: &World<'_>) -> String {
    world.locale.text.evidence.assumptions.headline.fill(&[
        ("all", &Assumption::ALL.len()),
        ("known", &count(&[Basis::Measured, Basis::Derived])),
        ("judged", &count(&[Basis::Judged])),
    ])
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;
    use crate::model::Year;
    use crate::scenario::{Baseline, Scenario};
    use crate::text::Language;

    fn rows(scenario: &Scenario, selection: &AssumptionSelection) -> Vec<AssumptionRow> {
        let run = scenario.run();
        let world = World::alone(scenario, &run, Year::LAST, Locale::of(Language::En));
        assumption_rows(&world, selection)
    }

    #[test]
    fn every_column_sorts_all_rows_and_can_be_turned_round() {
        use AssumptionOrder as By;
        let scenario = Scenario::new(Baseline::current());
        for order in [
            By::Name,
            By::Group,
            By::Kind,
            By::Value,
            By::Baseline,
            By::Low,
            By::High,
            By::Unit,
            By::Basis,
            By::Source,
        ] {
            let mut selection = AssumptionSelection {
                order,
                ..AssumptionSelection::default()
            };
            let ids = |rows: &[AssumptionRow]| -> Vec<Assumption> {
                rows.iter().map(|row| row.assumption).collect()
            };
            let sorted = ids(&rows(&scenario, &selection));
            assert_eq!(sorted.len(), Assumption::ALL.len(), "{order:?}");
            selection.reversed = true;
            let mut turned = ids(&rows(&scenario, &selection));
            assert_ne!(turned, sorted, "{order:?}");
            turned.reverse();
            assert_eq!(turned, sorted, "{order:?}");
        }
        let by_value = AssumptionSelection {
            order: By::Value,
            ..AssumptionSelection::default()
        };
        let values = rows(&scenario, &by_value);
        assert!(values.is_sorted_by(|a, b| a.value >= b.value));
    }

    #[test]
    fn changed_rows_say_from_what() {
        let mut scenario = Scenario::new(Baseline::current());
        scenario.set(Assumption::DiscountRate, 0.12);
        let filter = AssumptionFilter {
            changed: true,
            basis: None,
        };
        let changed = AssumptionSelection {
            filter,
            ..AssumptionSelection::default()
        };
        let rows = rows(&scenario, &changed);
        assert_eq!(rows.len(), 1);
        let said = rows[0].sentence(&Locale::of(Language::En));
        assert!(
            said.contains("+12\u{a0}%/yr, changed from +10\u{a0}%"),
            "{said}"
        );
    }

    #[test]
    fn each_basis_is_counted_once() {
        let sum: usize = Basis::VARIANTS.iter().map(|&basis| count(&[basis])).sum();
        assert_eq!(sum, Assumption::ALL.len());
        assert_eq!(count(Basis::VARIANTS), sum);
    }
}
