//! The scenarios that come with the program, all of them without a list.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use suanli::model::Series;
use suanli::scenario::file::{parse, to_ron};
use suanli::scenario::shipped::shipped;
use suanli::text::Language;

/// The files of `scenarios/` by id.
fn files() -> BTreeMap<String, Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let entries = fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let scenarios = paths.filter(|path| path.extension().is_some_and(|ending| ending == "ron"));
    let id = |path: &Path| {
        path.file_stem()
            .and_then(|stem| stem.to_str())
            .map(str::to_owned)
    };
    scenarios
        .map(|path| {
            (
                id(&path).expect("a name"),
                fs::read(&path).expect("a readable file"),
            )
        })
        .collect()
}

#[test]
fn every_file_is_valid_and_saves_as_it_is() {
    for (id, bytes) in files() {
        match parse(&bytes) {
            Ok(scenario) => assert_eq!(to_ron(&scenario).as_bytes(), bytes, "{id}"),
            Err(problems) => panic!("{}", problems[0].render(&id, Language::En)),
        }
    }
}

#[test]
fn every_file_is_built_in_with_the_baseline_first() {
    let mut ids: Vec<_> = shipped().iter().map(|shipped| shipped.id).collect();
    assert_eq!(ids[0], "baseline");
    assert!(shipped()[0].scenario().changes.is_empty());
    assert!(ids[1..].is_sorted());
    ids.sort_unstable();
    let files = files();
    assert_eq!(ids, files.keys().map(String::as_str).collect::<Vec<_>>());
    for shipped in shipped() {
        assert_eq!(to_ron(shipped.scenario()).as_bytes(), files[shipped.id]);
    }
}

#[test]
fn every_scenario_has_words_and_finite_results() {
    for shipped in shipped() {
        let (id, scenario) = (shipped.id, shipped.scenario());
        for text in [
            &scenario.name.en,
            &scenario.name.zh,
            &scenario.story.en,
            &scenario.story.zh,
        ] {
            assert!(!text.is_empty(), "{id}");
        }
        let run = scenario.run();
        let values = Series::ALL.iter().flat_map(|series| run.years(*series));
        assert!(values.copied().all(f64::is_finite), "{id}");
    }
}
