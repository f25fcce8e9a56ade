//! Whatever a scenario holds survives a file, and whatever a file holds is read without a panic.

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use suanli::model::suppliers::{self, Origin, Part};
use suanli::model::{Assumption, Segment, Series, Year};
use suanli::scenario::exhibit::Exhibit;
use suanli::scenario::fault::{ProblemKind, SyntaxFault};
use suanli::scenario::figure::Figure;
use suanli::scenario::file::{parse, to_ron};
use suanli::scenario::slide::{MOST_LEVERS, Slide, usual_years};
use suanli::scenario::speech::{Part as SpeechPart, Speech, Tone};
use suanli::scenario::suppliers::{OwnSupplier, SupplierChange};
use suanli::scenario::{Baseline, Scenario};
use suanli::text::{Language, Words};

fn words() -> impl Strategy<Value = Words> {
    any::<(String, String)>().prop_map(|(en, zh)| Words { en, zh })
}

/// A value somewhere between the limits of an assumption.
fn within(assumption: Assumption, place: f64) -> f64 {
    let info = assumption.info();
    (info.min + place * (info.max - info.min)).clamp(info.min, info.max)
}

fn changes() -> impl Strategy<Value = BTreeMap<Assumption, f64>> {
    let entry = (select(Assumption::ALL), 0.0..=1.0_f64);
    vec(entry, 0..20).prop_map(|entries| {
        let entries = entries.into_iter();
        entries.map(|(id, place)| (id, within(id, place))).collect()
    })
}

fn ranges() -> impl Strategy<Value = BTreeMap<Assumption, (f64, f64)>> {
    let entry = (select(Assumption::ALL), 0.0..=1.0_f64, 0.0..=1.0_f64);
    vec(entry, 0..5).prop_map(|entries| {
        let range = |(id, a, b): (_, f64, f64)| (id, (within(id, a.min(b)), within(id, a.max(b))));
        entries.into_iter().map(range).collect()
    })
}

fn check() -> impl Strategy<Value = BTreeMap<Series, BTreeMap<u16, f64>>> {
    let finite = any::<f64>().prop_filter("finite", |value| value.is_finite());
    let years: Vec<_> = Year::all().map(Year::calendar).collect();
    btree_map(
        select(Series::ALL),
        btree_map(select(years), finite, 0..4),
        0..4,
    )
}

/// A supplier of the user's own, whose share is still a share of what others leave.
fn own_supplier() -> impl Strategy<Value = OwnSupplier> {
    let named = words().prop_filter("a name", |name| !name.get(Language::En).trim().is_empty());
    let (segment, origin) = (select(Segment::ALL), select(Origin::ALL));
    (named, any::<String>(), segment, origin, 0.0..=1.0_f64).prop_map(
        |(name, ticker, segment, origin, share)| OwnSupplier {
            name,
            ticker,
            segment,
            origin,
            share,
        },
    )
}

/// Suppliers one after the other, each with a share of what is left.
fn with_suppliers() -> impl Strategy<Value = Scenario> {
    let ids: Vec<&str> = suppliers::all().iter().map(|s| s.id.as_str()).collect();
    let of_table = vec((select(ids), 0.0..=1.0_f64), 0..8);
    let own = btree_map("[a-z0-9_-]{1,40}", own_supplier(), 0..4);
    (of_table, own).prop_map(|(of_table, own)| {
        let mut scenario = Scenario::new(Baseline::current());
        for (id, of_left) in of_table {
            let part = suppliers::by_id(id).expect("in the table").part();
            let share = of_left * scenario.share_left(part, Some(id));
            scenario.set_supplier(id, SupplierChange::Share(share));
        }
        for (id, own) in own
            .into_iter()
            .filter(|(id, _)| suppliers::by_id(id).is_none())
        {
            let left = scenario.share_left(Part::of(own.segment, own.origin), Some(&id));
            let share = own.share * left;
            scenario.set_supplier(&id, SupplierChange::Own(OwnSupplier { share, ..own }));
        }
        scenario
    })
}

/// Words that name results, with anything around them.
fn speech() -> impl Strategy<Value = String> {
    let named = (select(Series::ALL), select(Assumption::ALL));
    let years: Vec<_> = Year::all().map(Year::calendar).collect();
    (any::<String>(), named, select(years)).prop_map(|(words, (series, assumption), year)| {
        let (words, series, assumption) = (Speech::escaped(&words), series.id(), assumption.id());
        format!("{words}[{{{series}@{year}}}]{words}[!{{{assumption}}}]{{year}}")
    })
}

fn words_of_slide() -> impl Strategy<Value = Words> {
    prop_oneof![
        speech().prop_map(|en| Words {
            en,
            zh: String::new()
        }),
        speech().prop_map(|zh| Words {
            en: String::new(),
            zh
        }),
        (speech(), speech()).prop_map(|(en, zh)| Words { en, zh }),
    ]
}

fn exhibit() -> impl Strategy<Value = Exhibit> {
    let single = |series| Exhibit::Chart(Figure::Single(series));
    let named: Vec<_> = Exhibit::all().collect();
    prop_oneof![select(named), select(Series::ALL).prop_map(single)]
}

/// A year in view, and the years of a chart that hold it.
fn times() -> impl Strategy<Value = (u16, (u16, u16))> {
    let (earliest, latest) = usual_years();
    let years: Vec<_> = Year::all().map(Year::calendar).collect();
    select(years).prop_flat_map(move |year| {
        let ends = (earliest..=year, year..=latest);
        let ends = ends.prop_filter("two years", |(first, last)| first < last);
        (Just(year), ends)
    })
}

fn slide() -> impl Strategy<Value = Slide> {
    let note = prop_oneof![Just(Words::default()), words_of_slide()];
    let words = (words_of_slide(), note.clone(), note);
    let levers = subsequence(Assumption::ALL.to_vec(), 0..=MOST_LEVERS).prop_shuffle();
    let changes = proptest::option::of(changes());
    (words, exhibit(), times(), levers, changes).prop_map(
        |((title, caption, note), exhibit, (year, years), levers, changes)| Slide {
            title,
            caption,
            note,
            exhibit,
            year,
            years,
            levers,
            changes,
        },
    )
}

fn scenario() -> impl Strategy<Value = Scenario> {
    let parts = (
        words(),
        words(),
        changes(),
        ranges(),
        check(),
        with_suppliers(),
        vec(slide(), 0..3),
    );
    parts.prop_map(
        |(name, story, changes, ranges, check, with_suppliers, slides)| Scenario {
            name,
            story,
            changes,
            ranges,
            check,
            slides,
            ..with_suppliers
        },
    )
}

/// Pieces that mean something in RON, or nearly do.
const PIECES: [&str; 26] = [
    "(", ")", "[", "]", "{", "}", ",", ":", "\"", "'", "\\", "//", "/*", "*/", "r#\"", "b\"", "#",
    "Some(", "1..2", "1e999", "，", "“", "\n", "\u{3000}", "{need@", "[!",
];

/// What may happen to a text: a part of it is replaced by pieces.
fn edits() -> impl Strategy<Value = Vec<(usize, usize, Vec<&'static str>)>> {
    let pieces = subsequence(PIECES.to_vec(), 0..3);
    vec((any::<usize>(), 0..8_usize, pieces), 1..4)
}

fn edited(text: &str, edits: &[(usize, usize, Vec<&str>)]) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for (place, length, pieces) in edits {
        let start = place % (characters.len() + 1);
        let end = (start + length).min(characters.len());
        characters.splice(start..end, pieces.concat().chars());
    }
    characters.into_iter().collect()
}

/// Reads bytes, and puts all that is wrong with them into words.
fn read_and_render(bytes: &[u8]) -> Result<(), TestCaseError> {
    for problem in parse(bytes).err().into_iter().flatten() {
        let characters = problem.source_line.chars().count();
        prop_assert!(problem.mark <= characters, "{problem:?}");
        for language in [Language::En, Language::Zh] {
            prop_assert!(!problem.render("a.ron", language).is_empty());
        }
        // What RON accepts, the outline must be able to follow.
        let found = String::new();
        let lost = ProblemKind::Syntax(SyntaxFault::Unexpected { found });
        prop_assert_ne!(problem.kind, lost);
    }
    Ok(())
}

proptest! {
    #[test]
    fn a_scenario_survives_its_file(scenario in scenario()) {
        let text = to_ron(&scenario);
        let read = parse(text.as_bytes());
        prop_assert_eq!(read.as_ref(), Ok(&scenario), "{}", text);
        // Equal numbers may differ in their bits; their texts would differ too.
        prop_assert_eq!(read.map(|read| to_ron(&read)), Ok(text));
    }

    #[test]
    fn every_scenario_with_suppliers_takes_each_of_them_again(scenario in with_suppliers()) {
        for (id, change) in &scenario.suppliers {
            prop_assert_eq!(scenario.judge_supplier(id, change), Ok(()), "{}", id);
        }
        for &segment in Segment::ALL {
            for part in Part::all(segment) {
                let all = scenario.all_suppliers();
                let of_part = all.iter().filter(|supplier| supplier.part() == part);
                let sum: f64 = of_part.map(|supplier| supplier.share).sum();
                prop_assert!(sum <= 1.0 + 1e-9, "{part:?}: {sum}");
            }
        }
    }

    #[test]
    fn no_word_of_a_speech_is_lost_while_it_is_written(text in "[a-z@{}\\[\\]! 算]{0,24}") {
        let written = Speech::lenient(&text);
        match Speech::parse(&text) {
            Ok(speech) => prop_assert_eq!(speech, written),
            Err(faults) => {
                prop_assert!(!faults.is_empty());
                for fault in &faults {
                    prop_assert!(text[fault.at..].starts_with(['{', '}', '[', ']']), "{fault:?}");
                }
            }
        }
    }

    #[test]
    fn escaped_words_are_said_as_they_are(text in any::<String>()) {
        let speech = Speech::parse(&Speech::escaped(&text)).expect("escaped");
        let said: String = (speech.parts.iter())
            .map(|(tone, part)| match part {
                SpeechPart::Words(words) if *tone == Tone::Plain => words.as_str(),
                other => panic!("{other:?}"),
            })
            .collect();
        prop_assert_eq!(said, text);
    }

    #[test]
    fn any_bytes_are_read(bytes in vec(any::<u8>(), 0..200)) {
        read_and_render(&bytes)?;
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        read_and_render(text.as_bytes())?;
    }

    #[test]
    fn any_edit_of_a_file_is_read(scenario in scenario(), edits in edits()) {
        read_and_render(edited(&to_ron(&scenario), &edits).as_bytes())?;
    }

    #[test]
    fn a_file_cut_anywhere_is_refused(scenario in scenario(), place in any::<usize>()) {
        let text = to_ron(&scenario);
        let cut = &text.as_bytes()[..place % (text.len() - 1)];
        prop_assert!(parse(cut).is_err());
    }
}
