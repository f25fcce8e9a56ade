//! Scenarios: what differs from a named baseline. Knows no window and no command line.

pub mod baseline;
mod check;
mod encoding;
pub(crate) mod entry;
pub mod exhibit;
pub mod fault;
pub mod figure;
pub mod file;
mod layout;
mod marks;
mod moved;
pub(crate) mod nearest;
mod numerals;
mod outline;
pub mod problem;
mod quotation;
mod sentence;
pub mod shipped;
pub mod slide;
mod slide_entry;
pub mod slide_fault;
mod source;
pub mod speech;
mod supplier_entry;
pub mod suppliers;
mod syntax;
mod token;
mod version;

use std::borrow::Cow;
use std::collections::BTreeMap;

pub use baseline::{Baseline, Range};
pub use moved::MovedResult;

use slide::Slide;
use suppliers::SupplierChange;

use crate::analysis::{Spread, Spreads};
use crate::model::{self, Assumption, Assumptions, Run, Series, Year};
use crate::text::{Language, Words, outside};

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
    /// The steps of a talk about it.
    pub slides: Vec<Slide>,
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
            slides: Vec::new(),
            check: BTreeMap::new(),
        }
    }

    /// Its name as it may be shown; empty where it has none.
    pub fn shown_name(&self, language: Language) -> Cow<'_, str> {
        outside::one_line(self.name.get(language))
    }

    /// Its story as it may be shown; empty where it has none.
    pub fn shown_story(&self, language: Language) -> Cow<'_, str> {
        outside::story(self.story.get(language))
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

    /// Gives an assumption its own P5 and P95; those that the baseline gives it at its value are
    /// no own ones.
    pub fn set_range(&mut self, assumption: Assumption, range: Option<(f64, f64)>) {
        let given = self.given_range(assumption);
        match range {
            Some(own) if !is_same_range(own, given) => self.ranges.insert(assumption, own),
            _ => self.ranges.remove(&assumption),
        };
    }

    /// P5 and P95 that the baseline gives an assumption at its value in this world.
    pub fn given_range(&self, assumption: Assumption) -> (f64, f64) {
        let spread = self.baseline.spread(assumption);
        spread.moved_to(self.value(assumption)).ends()
    }

    /// Does an assumption differ from the baseline, by its value or by its range?
    pub fn is_changed(&self, assumption: Assumption) -> bool {
        self.changes.contains_key(&assumption) || self.ranges.contains_key(&assumption)
    }

    /// How many assumptions do.
    pub fn changed(&self) -> usize {
        let all = Assumption::ALL.iter();
        all.filter(|&&assumption| self.is_changed(assumption))
            .count()
    }

    /// All values, as the model takes them.
    pub fn assumptions(&self) -> Assumptions<f64> {
        Assumptions::from_fn(|assumption| self.value(assumption))
    }

    /// What is believed of an assumption in this world: its own P5 and P95 where it has them, else
    /// those of the baseline, moved with the value.
    pub fn spread(&self, assumption: Assumption) -> Spread {
        let value = self.value(assumption);
        match self.ranges.get(&assumption) {
            Some(&(low, high)) => Spread::new(assumption, low, value, high),
            None => self.baseline.spread(assumption).moved_to(value),
        }
    }

    /// What is believed of all assumptions.
    pub fn spreads(&self) -> Spreads {
        Assumptions::from_fn(|assumption| self.spread(assumption))
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

/// Are two ranges the same but for noise of floating point? A range that has moved with its value
/// has some.
fn is_same_range(a: (f64, f64), b: (f64, f64)) -> bool {
    const NOISE: f64 = 1e-9;
    let is_same = |a: f64, b: f64| (a - b).abs() <= NOISE * a.abs().max(b.abs());
    is_same(a.0, b.0) && is_same(a.1, b.1)
}
