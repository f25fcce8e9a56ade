//! Scenarios: what differs from a named baseline. Knows no window and no command line.

pub mod baseline;
mod check;
mod encoding;
pub(crate) mod entry;
pub mod fault;
pub mod file;
mod layout;
mod marks;
pub(crate) mod nearest;
mod numerals;
mod outline;
pub mod problem;
mod sentence;
pub mod shipped;
mod source;
mod supplier_entry;
pub mod suppliers;
mod syntax;
mod token;

use std::collections::BTreeMap;

pub use baseline::{Baseline, Range};

use suppliers::SupplierChange;

use crate::model::{self, Assumption, Assumptions, Run, Series, Year};
use crate::text::Words;

/// A what-if world: a name, a story, and what differs from its baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// The baseline it starts from.
    pub baseline: &'static Baseline,
    /// Its name.
    pub name: Words,
    /// What happens in it, in two to four sentences.
    pub story: Words,
    /// The assumptions that differ from the baseline, with their values.
    pub changes: BTreeMap<Assumption, f64>,
    /// Own P5 and P95 of assumptions.
    pub ranges: BTreeMap<Assumption, (f64, f64)>,
    /// Suppliers that are not as the table has them, by their ids.
    pub suppliers: BTreeMap<String, SupplierChange>,
    /// Key results by calendar year when the file was saved: a later model says where it differs.
    pub check: BTreeMap<Series, BTreeMap<u16, f64>>,
}

impl Scenario {
    /// The baseline itself, without a name or a story.
    pub fn new(baseline: &'static Baseline) -> Self {
        Self {
            baseline,
            name: Words::default(),
            story: Words::default(),
            changes: BTreeMap::new(),
            ranges: BTreeMap::new(),
            suppliers: BTreeMap::new(),
            check: BTreeMap::new(),
        }
    }

    /// The value of an assumption in this world.
    pub fn value(&self, assumption: Assumption) -> f64 {
        self.changes
            .get(&assumption)
            .copied()
            .unwrap_or_else(|| self.baseline.range(assumption).base)
    }

    /// Sets an assumption; a value equal to the baseline's is no change.
    pub fn set(&mut self, assumption: Assumption, value: f64) {
        // Equal to the bit: a value typed to look like the baseline's is the baseline's.
        if value.to_bits() == self.baseline.range(assumption).base.to_bits() {
            self.changes.remove(&assumption);
        } else {
            self.changes.insert(assumption, value);
        }
    }

    /// All values, as the model takes them.
    pub fn assumptions(&self) -> Assumptions<f64> {
        Assumptions::from_fn(|assumption| self.value(assumption))
    }

    /// Brings the key results kept in `check` up to date with a run of this world.
    pub fn refresh_check(&mut self, run: &Run) {
        for (&series, years) in &mut self.check {
            for (&calendar, value) in years {
                if let Some(year) = Year::from_calendar(calendar) {
                    *value = run.get(series, year);
                }
            }
        }
    }

    /// Runs the model on this world.
    pub fn run(&self) -> Run {
        model::run(&self.assumptions())
    }
}
