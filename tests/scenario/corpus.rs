//! What fuzzers start from and what they have found, replayed; and random mutations of the shipped
//! scenarios, which hold the same properties.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use suanli::scenario::shipped::shipped;

use super::{number_property, scenario_property};

/// All files of a folder of the project, in order.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).expect("a folder");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    files
}

#[test]
fn every_file_of_the_corpus_is_read_or_refused() {
    let own = files("tests/data/fuzz/scenario");
    assert!(own.len() > 20, "only {} files", own.len());
    let folders = [
        "tests/data/broken",
        "tests/data/valid",
        "tests/data/versions",
        "scenarios",
    ];
    for path in own.into_iter().chain(folders.into_iter().flat_map(files)) {
        println!("{}", path.display());
        scenario_property::scenario(&fs::read(path).expect("a file"));
    }
}

#[test]
fn every_typed_number_of_the_corpus_is_read_or_refused() {
    let own = files("tests/data/fuzz/number");
    assert!(own.len() > 20, "only {} files", own.len());
    for path in own {
        println!("{}", path.display());
        number_property::number(&String::from_utf8_lossy(&fs::read(path).expect("a file")));
    }
}

/// What may happen to bytes.
#[derive(Clone, Debug)]
enum Mutation {
    Delete(Index, usize),
    Duplicate(Index, usize),
    Swap(Index, Index),
    Insert(Index, Vec<u8>),
    Cut(Index),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let place = any::<Index>;
    let marks: Vec<u8> = b"()[]{},:\"'\\/*#\n0".to_vec();
    let inserted = prop_oneof![vec(any::<u8>(), 1..4), vec(select(marks), 1..4)];
    prop_oneof![
        (place(), 1..60_usize).prop_map(|(at, length)| Mutation::Delete(at, length)),
        (place(), 1..60_usize).prop_map(|(at, length)| Mutation::Duplicate(at, length)),
        (place(), place()).prop_map(|(a, b)| Mutation::Swap(a, b)),
        (place(), inserted).prop_map(|(at, bytes)| Mutation::Insert(at, bytes)),
        place().prop_map(Mutation::Cut),
    ]
}

fn mutate(bytes: &mut Vec<u8>, mutation: &Mutation) {
    if bytes.is_empty() {
        return;
    }
    let length = bytes.len();
    let stretch = |at: &Index, of: usize| {
        let start = at.index(length);
        start..(start + of).min(length)
    };
    match mutation {
        Mutation::Delete(at, of) => drop(bytes.drain(stretch(at, *of))),
        Mutation::Duplicate(at, of) => {
            let stretch = stretch(at, *of);
            let copy = bytes[stretch.clone()].to_vec();
            bytes.splice(stretch.start..stretch.start, copy);
        }
        Mutation::Swap(a, b) => bytes.swap(a.index(length), b.index(length)),
        Mutation::Insert(at, new) => {
            let at = at.index(length);
            bytes.splice(at..at, new.iter().copied());
        }
        Mutation::Cut(at) => bytes.truncate(at.index(length)),
    }
}

proptest! {
    #[test]
    fn any_mutation_of_a_shipped_scenario_is_read_or_refused(
        which in any::<Index>(),
        mutations in vec(mutation(), 1..6),
    ) {
        let shipped = shipped();
        let id = shipped[which.index(shipped.len())].id;
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(id);
        let mut bytes = fs::read(path.with_extension("ron")).expect("a shipped file");
        for mutation in &mutations {
            mutate(&mut bytes, mutation);
        }
        scenario_property::scenario(&bytes);
    }

    #[test]
    fn any_text_is_a_number_or_none(typed in any::<String>()) {
        number_property::number(&typed);
    }

    #[test]
    fn anything_like_a_number_is_a_number_or_none(
        typed in "[+−–-]?[×x$¥]?[0-9０-９,. ]{0,12}(e[+-]?[0-9]{1,3}|×10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{0,4})?[ ]?(%|pp|万|亿|k|bn|T|％)?",
    ) {
        number_property::number(&typed);
    }
}
