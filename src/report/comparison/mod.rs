//! Several scenarios side by side: what differs in them, and in what comes of it. The window and
//! the command line say the same.

mod headline;
mod inputs;
mod labels;
mod multiples;
mod outputs;

pub use inputs::{InputRow, inputs};
pub use labels::{Name, labels};
pub use multiples::multiples;
pub use outputs::{Cell, Delta, OUTPUTS, OutputRow, outputs};

use super::world::{Locale, Span};
use crate::model::{Run, Series, Year};
use crate::scenario::Scenario;
use crate::theme::Role;

/// Several scenarios, one of which the others are held against.
pub struct Comparison<'a> {
    /// The scenarios; at least one.
    pub worlds: Vec<Compared<'a>>,
    /// Which of them is the reference.
    pub reference: usize,
    /// The year in view.
    pub year: Year,
    /// The years that charts show.
    pub span: Span,
    /// The language to speak.
    pub locale: Locale,
}

/// A scenario of a comparison with its results.
pub struct Compared<'a> {
    /// A short name that no other one here has.
    pub label: String,
    /// Its colour.
    pub role: Role,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its results.
    pub run: Run,
}

impl<'a> Compared<'a> {
    /// A scenario, run.
    pub fn new(label: String, role: Role, scenario: &'a Scenario) -> Self {
        Self {
            label,
            role,
            scenario,
            run: scenario.run(),
        }
    }
}

impl<'a> Comparison<'a> {
    /// The scenario that the others are held against.
    pub fn reference(&self) -> &Compared<'a> {
        &self.worlds[self.reference]
    }

    /// What the comparison shows, in a sentence.
    pub fn headline(&self) -> String {
        headline::headline(self)
    }

    fn name_of(&self, series: Series) -> String {
        result_name(&self.locale, series)
    }

    fn measure_of(&self, series: Series) -> String {
        result_measure(&self.locale, series)
    }

    /// Words of all scenarios, one after the other.
    fn listed(&self, words: impl Fn(&Compared<'a>) -> String) -> String {
        let words: Vec<String> = self.worlds.iter().map(words).collect();
        words.join(&self.locale.text.charts.list_separator)
    }
}

/// The short name of a result.
pub fn result_name(locale: &Locale, series: Series) -> String {
    let in_table = || series.info().label.get(locale.language).to_owned();
    let names = &locale.text.compare.names;
    names.get(series.id()).cloned().unwrap_or_else(in_table)
}

/// What a result is measured in, as it stands beside an axis.
pub fn result_measure(locale: &Locale, series: Series) -> String {
    let unit = || locale.numbers.axis_unit(&series.info().unit);
    let measures = &locale.text.compare.measures;
    measures.get(series.id()).cloned().unwrap_or_else(unit)
}
