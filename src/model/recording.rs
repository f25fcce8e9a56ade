//! The formulas of the model, recorded from the equations themselves.
//!
//! Choices between values are part of a formula, so formulas are the same for all inputs: they
//! are recorded once.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use super::assumptions::{Assumption, Assumptions};
use super::intermediate::Intermediate;
use super::series::Series;
use super::sheet::Sheet;
use super::simulate;
use super::year::Year;
use crate::number::formula::{Formula, Origin, Step, Tape, Values};

/// A value that a formula can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reference {
    /// An input.
    Assumption(Assumption),
    /// A named step on the way to a result.
    Intermediate(Intermediate, Year),
    /// A result.
    Series(Series, Year),
}

impl Reference {
    /// Its year; an assumption has none.
    pub fn year(self) -> Option<Year> {
        match self {
            Self::Assumption(_) => None,
            Self::Intermediate(_, year) | Self::Series(_, year) => Some(year),
        }
    }

    /// Its unit, a key of the units in `assets/text`.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Assumption(assumption) => &assumption.info().unit,
            Self::Intermediate(intermediate, _) => &intermediate.info().unit,
            Self::Series(series, _) => &series.info().unit,
        }
    }
}

/// The formula of every result and of every named step.
#[derive(Debug)]
pub struct Formulas {
    tape: Tape,
    /// By the number of a name on the tape.
    names: Vec<Reference>,
    definitions: HashMap<Reference, Formula>,
}

impl Formulas {
    /// The formulas of the model.
    pub fn of_model() -> &'static Self {
        static FORMULAS: LazyLock<Formulas> = LazyLock::new(Formulas::record);
        &FORMULAS
    }

    fn record() -> Self {
        let (tape, sheet) = Tape::record(|| {
            let mut sheet = Recorder::default();
            let assumptions =
                Assumptions::from_fn(|assumption| sheet.name(Reference::Assumption(assumption)));
            simulate(&assumptions, &mut sheet);
            sheet
        });
        Self {
            tape,
            names: sheet.names,
            definitions: sheet.definitions,
        }
    }

    /// The formula of a value; `None` for an assumption, and for a step that the year has not.
    pub fn definition(&self, reference: Reference) -> Option<Formula> {
        self.definitions.get(&reference).copied()
    }

    /// How a number of a formula comes about.
    pub fn step(&self, formula: Formula) -> Step {
        self.tape.step(formula)
    }

    /// What a name on the tape stands for.
    pub fn named(&self, name: u32) -> Reference {
        self.names[name as usize]
    }

    /// The values that a formula names, each once: first results and steps, then assumptions, in
    /// the order of their tables.
    pub fn precedents(&self, reference: Reference) -> Vec<Reference> {
        let names = self.parts(reference).filter_map(|step| match step {
            Step::Name(name) => Some(self.named(name)),
            _ => None,
        });
        let found: BTreeSet<Reference> = names.collect();
        let is_input = |found: &Reference| matches!(found, Reference::Assumption(_));
        let (inputs, computed): (Vec<_>, Vec<_>) = found.into_iter().partition(is_input);
        computed.into_iter().chain(inputs).collect()
    }

    /// The fixed numbers in a formula.
    pub fn constants(&self, reference: Reference) -> Vec<f64> {
        let constants = self.parts(reference).filter_map(|step| match step {
            Step::Constant(value) => Some(value),
            _ => None,
        });
        constants.collect()
    }

    /// All steps of a formula, from the last.
    fn parts(&self, reference: Reference) -> impl Iterator<Item = Step> {
        let mut open: Vec<Formula> = self.definition(reference).into_iter().collect();
        std::iter::from_fn(move || {
            let step = self.step(open.pop()?);
            open.extend(step.operands());
            Some(step)
        })
    }

    /// The values of everything named, for these inputs.
    pub fn evaluate(&self, assumptions: &Assumptions<f64>) -> Worksheet<'_> {
        let values = self.tape.evaluate(|name| match self.named(name) {
            Reference::Assumption(assumption) => Origin::Given(assumptions[assumption]),
            computed => Origin::Computed(self.definitions[&computed]),
        });
        Worksheet {
            formulas: self,
            assumptions: assumptions.clone(),
            values,
        }
    }
}

/// All formulas with their values: what a run leaves out.
#[derive(Debug)]
pub struct Worksheet<'a> {
    formulas: &'a Formulas,
    assumptions: Assumptions<f64>,
    values: Values,
}

impl Worksheet<'_> {
    /// The value of something named; "not a number" where the year has no such step.
    pub fn get(&self, reference: Reference) -> f64 {
        match reference {
            Reference::Assumption(assumption) => self.assumptions[assumption],
            computed => (self.formulas.definition(computed))
                .map_or(f64::NAN, |formula| self.values.get(formula)),
        }
    }

    /// The value of any part of a formula.
    pub fn value(&self, formula: Formula) -> f64 {
        self.values.get(formula)
    }
}

/// A sheet that keeps formulas, and gives back the name of a cell in the place of its formula.
#[derive(Default)]
struct Recorder {
    names: Vec<Reference>,
    definitions: HashMap<Reference, Formula>,
}

impl Recorder {
    fn name(&mut self, reference: Reference) -> Formula {
        self.names.push(reference);
        Formula::name(self.names.len() as u32 - 1)
    }

    fn define(&mut self, reference: Reference, formula: Formula) -> Formula {
        self.definitions.insert(reference, formula);
        self.name(reference)
    }
}

impl Sheet<Formula> for Recorder {
    fn put(&mut self, series: Series, year: Year, value: Formula) -> Formula {
        self.define(Reference::Series(series, year), value)
    }

    fn note(&mut self, intermediate: Intermediate, year: Year, value: Formula) -> Formula {
        self.define(Reference::Intermediate(intermediate, year), value)
    }
}
