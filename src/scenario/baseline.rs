//! Baselines: the frozen values that scenarios start from.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::analysis::Spread;
use crate::model::{Assumption, Assumptions, table};

/// The values of all assumptions at one date. Never changed once released, so that a scenario
/// file gives the same numbers for ever.
#[derive(Debug, PartialEq)]
pub struct Baseline {
    id: String,
    values: Assumptions<Range>,
}

/// What is believed of an assumption.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// P5: one draw in twenty lies below.
    pub low: f64,
    /// The median, and the value of the baseline's run.
    pub base: f64,
    /// P95: one draw in twenty lies above.
    pub high: f64,
}

impl Baseline {
    /// The baseline new scenarios start from.
    pub fn current() -> &'static Self {
        &BASELINE_2025
    }

    /// The baseline with this id, if the program knows it.
    pub fn by_id(id: &str) -> Option<&'static Self> {
        Self::all().find(|baseline| baseline.id == id)
    }

    /// All baselines the program knows, newest first.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        [&*BASELINE_2025].into_iter()
    }

    /// Its id, such as `2025`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What it says of an assumption.
    pub fn range(&self, assumption: Assumption) -> Range {
        self.values[assumption]
    }

    /// What it believes of an assumption, as a distribution.
    pub fn spread(&self, assumption: Assumption) -> Spread {
        let Range { low, base, high } = self.range(assumption);
        Spread::new(assumption, low, base, high)
    }
}

static BASELINE_2025: LazyLock<Baseline> =
    LazyLock::new(|| embedded(include_str!("../../assets/baselines/2025.ron")));

/// How a baseline stands in its file.
#[derive(Deserialize)]
#[serde(rename = "Baseline", deny_unknown_fields)]
struct BaselineFile {
    id: String,
    values: BTreeMap<Assumption, Range>,
}

fn embedded(ron_text: &str) -> Baseline {
    let file: BaselineFile = table::embedded(ron_text);
    let values = Assumptions::from_fn(|assumption| match file.values.get(&assumption) {
        Some(range) => *range,
        None => panic!("a built-in baseline lacks `{}`", assumption.id()),
    });
    Baseline {
        id: file.id,
        values,
    }
}
