//! The scenarios that come with the program: all files of `scenarios/`.

use std::path::Path;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

use super::Scenario;
use super::file;
use crate::text::Language;

static FILES: Dir = include_dir!("$CARGO_MANIFEST_DIR/scenarios");

/// The id of the scenario in which nothing differs from the baseline.
const BASELINE: &str = "baseline";

/// A scenario that comes with the program.
#[derive(Debug)]
pub struct Shipped {
    /// Its id: the name of its file without the ending.
    pub id: &'static str,
    scenario: Scenario,
}

impl Shipped {
    /// The scenario itself.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }
}

/// All scenarios that come with the program: the baseline first, then by id.
///
/// # Panics
/// Where one is broken: a fault of the program itself, which its tests would have shown.
pub fn shipped() -> &'static [Shipped] {
    &SHIPPED
}

static SHIPPED: LazyLock<Vec<Shipped>> = LazyLock::new(|| {
    let mut all: Vec<_> = FILES
        .files()
        .filter_map(|file| Some((id(file.path())?, file.contents())))
        .map(|(id, bytes)| Shipped {
            id,
            scenario: embedded(id, bytes),
        })
        .collect();
    all.sort_by_key(|shipped| (shipped.id != BASELINE, shipped.id));
    all
});

fn id(path: &'static Path) -> Option<&'static str> {
    let is_scenario = path.extension().is_some_and(|ending| ending == "ron");
    is_scenario.then(|| path.file_stem()?.to_str()).flatten()
}

fn embedded(id: &str, bytes: &[u8]) -> Scenario {
    match file::parse(bytes) {
        Ok(scenario) => scenario,
        Err(problems) => {
            let pages = problems.iter().map(|p| p.render(id, Language::En));
            let pages: Vec<_> = pages.collect();
            panic!("a built-in scenario is broken: {}", pages.join("\n"))
        }
    }
}
