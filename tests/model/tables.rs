//! The tables: complete, in order, in both languages, and true to each other.

use std::collections::HashSet;

use suanli::evidence;
use suanli::model::suppliers::{self, Origin};
use suanli::model::{Assumption, Measure, Segment, Series};
use suanli::scenario::Baseline;
use suanli::text::Words;

fn assert_bilingual(words: &Words, of: &str) {
    assert!(!words.en.trim().is_empty(), "{of} has no English");
    assert!(!words.zh.trim().is_empty(), "{of} has no Chinese");
}

fn assert_unique<'a>(ids: impl Iterator<Item = &'a str>) {
    let mut seen = HashSet::new();
    for id in ids {
        assert!(seen.insert(id), "`{id}` stands twice");
    }
}

fn assert_known_source(id: &str, of: &str) {
    assert!(
        evidence::source(id).is_some(),
        "{of} names an unknown source `{id}`"
    );
}

#[test]
fn assumptions_are_complete_and_in_order() {
    assert_eq!(Assumption::ALL.len(), 141);
    for &assumption in Assumption::ALL {
        let info = assumption.info();
        assert_eq!(info.id, assumption, "rows stand in the order of the names");
        assert_bilingual(&info.label, assumption.id());
        assert!(
            !info.unit.is_empty() && !info.sources.is_empty(),
            "{}",
            assumption.id()
        );
        for source in &info.sources {
            assert_known_source(source, assumption.id());
        }
        let range = Baseline::current().range(assumption);
        let ends = [info.min, range.low, range.base, range.high, info.max];
        assert!(
            ends.is_sorted() && info.min < info.max,
            "{}: {ends:?}",
            assumption.id()
        );
        assert!(
            info.min > 0.0 || info.scale == suanli::model::assumptions::Scale::Linear,
            "{} has a log scale that starts at zero",
            assumption.id()
        );
    }
}

#[test]
fn series_are_complete_and_in_order() {
    assert_eq!(Series::ALL.len(), 120);
    for &series in Series::ALL {
        assert_eq!(
            series.info().id,
            series,
            "rows stand in the order of the names"
        );
        assert_bilingual(&series.info().label, series.id());
        assert!(!series.info().unit.is_empty(), "{}", series.id());
    }
}

#[test]
fn segments_find_their_series() {
    for &segment in Segment::ALL {
        for (measure, prefix) in [
            (Measure::Revenue, "rev"),
            (Measure::Captured, "captured"),
            (Measure::China, "china"),
            (Measure::Profit, "profit"),
        ] {
            let name: &str = segment.into();
            assert_eq!(
                Series::of_segment(segment, measure).id(),
                format!("{prefix}_{name}")
            );
        }
    }
}

#[test]
fn suppliers_share_no_more_than_their_segment() {
    assert_unique(suppliers::all().iter().map(|supplier| supplier.id.as_str()));
    for supplier in suppliers::all() {
        assert_bilingual(&supplier.name, &supplier.id);
        assert_known_source(&supplier.source, &supplier.id);
        assert!(
            supplier.share > 0.0 && supplier.share <= 1.0,
            "{}",
            supplier.id
        );
    }
    for &segment in Segment::ALL {
        for origin in [Origin::China, Origin::Foreign] {
            let sum: f64 = suppliers::all()
                .iter()
                .filter(|supplier| supplier.segment == segment && supplier.origin == origin)
                .map(|supplier| supplier.share)
                .sum();
            assert!(sum <= 1.0 + 1e-9, "{segment:?} {origin:?}: {sum}");
        }
    }
}

#[test]
fn evidence_names_its_sources() {
    assert_unique(evidence::sources().iter().map(|source| source.id.as_str()));
    for source in evidence::sources() {
        assert_bilingual(&source.title, &source.id);
        assert_bilingual(&source.publisher, &source.id);
    }
    for actual in evidence::actuals() {
        assert_known_source(&actual.source, actual.series.id());
        assert!(
            actual.value.is_finite() && actual.value >= 0.0,
            "{actual:?}"
        );
        assert_eq!(
            actual.note.en.is_empty(),
            actual.note.zh.is_empty(),
            "{actual:?}"
        );
    }
    assert_unique(evidence::claims().iter().map(|claim| claim.id.as_str()));
    for claim in evidence::claims() {
        assert_known_source(&claim.seed, &claim.id);
        for words in [
            &claim.claim,
            &claim.computation,
            &claim.result,
            &claim.verdict,
        ] {
            assert_bilingual(words, &claim.id);
        }
    }
}
