//! The scenarios that come with the program, all of them without a list.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use suanli::model::Series;
use suanli::scenario::file::{parse, to_ron};
use suanli::scenario::shipped::{Shipped, shipped};
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

#[test]
fn every_slide_speaks_both_languages_and_shows_the_levers_it_moves() {
    for shipped in shipped() {
        let mut before = shipped.scenario().changes.clone();
        for slide in &shipped.scenario().slides {
            let title = &slide.title.en;
            for words in [&slide.title, &slide.caption, &slide.note] {
                assert!(!words.en.is_empty() && !words.zh.is_empty(), "{title}");
            }
            let now = shipped.scenario().on_slide(slide).changes;
            for (lever, value) in &now {
                let is_moved = before.get(lever) != Some(value);
                let is_shown = slide.levers.contains(lever);
                assert!(is_shown || !is_moved, "{title}: {}", lever.id());
            }
            before = now;
        }
    }
}

#[test]
fn every_talk_moves_levers_from_slide_to_slide() {
    let talks = shipped().iter().map(Shipped::scenario);
    let mut talks = talks.filter(|talk| !talk.slides.is_empty()).peekable();
    assert!(talks.peek().is_some(), "there is no talk");
    for talk in talks {
        let worlds: Vec<_> = talk
            .slides
            .iter()
            .map(|slide| talk.on_slide(slide))
            .collect();
        let moves = worlds.windows(2).filter(|pair| pair[0] != pair[1]).count();
        assert!(moves >= 3, "{}: only {moves} moves", talk.name.en);
    }
}
