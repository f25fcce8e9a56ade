//! A frozen file of every version there has been, with all that a file of it can hold: each is read,
//! gives the results that it gave, and its own saved results agree.
//!
//! The files never change. Where one is no longer read as it was, the program has lost the files of
//! its users.

use std::path::PathBuf;
use std::{env, fs};

use suanli::scenario::Scenario;
use suanli::scenario::file::{parse, to_ron};

use super::{differences, to_csv};

/// All versions, the newest last.
const VERSIONS: [&str; 1] = ["1"];

fn path(version: &str, ending: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/versions");
    folder.join(format!("{version}.{ending}"))
}

fn text(version: &str) -> String {
    fs::read_to_string(path(version, "ron")).expect("a frozen file")
}

fn scenario(version: &str) -> Scenario {
    parse(text(version).as_bytes()).unwrap_or_else(|problems| panic!("{version}: {problems:?}"))
}

#[test]
fn every_version_gives_the_results_it_gave() {
    for version in VERSIONS {
        let scenario = scenario(version);
        let run = scenario.run();
        let golden = path(version, "csv");
        if env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, to_csv(&run)).expect("a writable golden file");
        }
        let golden = fs::read_to_string(golden).expect("a golden file");
        let differences = differences(version, &run, &golden);
        assert!(differences.is_empty(), "{}", differences.join("\n"));
        assert_eq!(scenario.moved_results(&run), []);
    }
}

#[test]
fn the_newest_version_holds_everything_and_is_written_as_it_was() {
    let newest = VERSIONS[VERSIONS.len() - 1];
    let scenario = scenario(newest);
    assert!(to_ron(&scenario) == text(newest), "{}", to_ron(&scenario));
    let Scenario {
        baseline: _,
        name,
        story,
        changes,
        ranges,
        suppliers,
        slides,
        check,
    } = &scenario;
    assert!(![&name.en, &name.zh, &story.en, &story.zh].contains(&&String::new()));
    let sizes = [
        changes.len(),
        ranges.len(),
        suppliers.len(),
        slides.len(),
        check.len(),
    ];
    assert!(!sizes.contains(&0), "{sizes:?}");
}

#[test]
fn every_version_has_its_frozen_file() {
    let folder = path("1", "ron");
    let folder = fs::read_dir(folder.parent().expect("a folder")).expect("a folder");
    let ending = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "ron");
    let files = folder
        .map(|entry| entry.expect("an entry").path())
        .filter(ending);
    assert_eq!(files.count(), VERSIONS.len());
    // The number that is written today is the last of them.
    let newest = VERSIONS[VERSIONS.len() - 1];
    assert!(text(newest).contains(&format!("version: {newest},")));
    let written = to_ron(&scenario(newest));
    assert!(written.contains(&format!("version: {newest},")));
}
