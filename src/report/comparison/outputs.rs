//! The key outputs of compared scenarios, each with its difference to the reference.

use super::{Compared, Comparison};
use crate::analysis::{difference, is_code};
use crate::model::Series;
use crate::report::world::Binding;

/// The key outputs, in the order of the table.
pub const OUTPUTS: [Series; 11] = [
    Series::Need,
    Series::Stock,
    Series::Shortage,
    Series::Premium,
    Series::Rent,
    Series::Capex,
    Series::ChinaCaptured,
    Series::DomesticShareUnits,
    Series::ProfitTotal,
    Series::PowerInstalled,
    Series::Constraint,
];

/// A key output in all scenarios.
#[derive(Clone, Debug)]
pub struct OutputRow {
    /// Which.
    pub series: Series,
    /// Its short name.
    pub name: String,
    /// What it is measured in.
    pub unit: String,
    /// What it is in each scenario.
    pub cells: Vec<Cell>,
    /// All of it in a sentence.
    pub sentence: String,
}

/// A key output in one scenario.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The value without its unit.
    pub value: String,
    /// How it differs from the reference.
    pub delta: Delta,
}

/// How a value differs from that of the reference.
#[derive(Clone, Debug, PartialEq)]
pub enum Delta {
    /// Not at all: it is the reference.
    Reference,
    /// Nobody can say: a code, or a value that is not finite.
    NotComparable,
    /// By so much.
    Known {
        /// In the unit of the row.
        value: String,
        /// In per cent; none where the reference is zero or negative.
        percent: Option<String>,
        /// As a ratio, where both are positive.
        ratio: Option<f64>,
    },
}

/// The key outputs of the year in view.
pub fn outputs(comparison: &Comparison<'_>) -> Vec<OutputRow> {
    let row = |series: Series| {
        let worlds = comparison.worlds.iter();
        let columns: Vec<Cell> = worlds
            .map(|world| cell(comparison, world, series))
            .collect();
        OutputRow {
            series,
            name: comparison.name_of(series),
            unit: comparison.measure_of(series),
            sentence: sentence(comparison, series, &columns),
            cells: columns,
        }
    };
    OUTPUTS.map(row).into()
}

fn cell(comparison: &Comparison<'_>, world: &Compared<'_>, series: Series) -> Cell {
    let unit = &series.info().unit;
    let numbers = comparison.locale.numbers;
    let value = if is_code(series) {
        let limit = Binding::of(&world.run, comparison.year);
        limit.name(&comparison.locale).to_owned()
    } else {
        numbers.axis_value(world.run.get(series, comparison.year), unit)
    };
    let delta = delta(comparison, world, series);
    Cell { value, delta }
}

fn delta(comparison: &Comparison<'_>, world: &Compared<'_>, series: Series) -> Delta {
    let reference = comparison.reference();
    if std::ptr::eq(world, reference) {
        return Delta::Reference;
    }
    let value = world.run.get(series, comparison.year);
    let base = reference.run.get(series, comparison.year);
    let Some(found) = difference(series, value, base) else {
        return Delta::NotComparable;
    };
    let numbers = comparison.locale.numbers;
    Delta::Known {
        value: numbers.difference(value, base, &series.info().unit),
        percent: found.relative.map(|relative| numbers.percent(relative)),
        ratio: found
            .relative
            .map(|relative| 1.0 + relative)
            .filter(|&ratio| ratio > 0.0),
    }
}

fn sentence(comparison: &Comparison<'_>, series: Series, cells: &[Cell]) -> String {
    let locale = &comparison.locale;
    let words = |(world, cell): (&Compared<'_>, &Cell)| {
        let amount = if is_code(series) {
            cell.value.clone()
        } else {
            locale.amount(series, world.run.get(series, comparison.year))
        };
        let told = format!("{} {amount}", world.label);
        match cell.delta.words(&locale.text.charts.not_comparable) {
            words if words.is_empty() => told,
            words => format!("{told} ({words})"),
        }
    };
    let cells: Vec<String> = comparison.worlds.iter().zip(cells).map(words).collect();
    locale.text.compare.output.fill(&[
        ("name", &comparison.name_of(series)),
        ("year", &comparison.year.calendar()),
        ("values", &cells.join(&locale.text.charts.list_separator)),
    ])
}

impl Delta {
    /// Value and per cent; what is undefined is said to be so.
    pub fn words(&self, not_comparable: &str) -> String {
        self.lines(not_comparable).join("  ")
    }

    /// The same, value and per cent apart; nothing for the reference.
    pub fn lines(&self, not_comparable: &str) -> Vec<String> {
        match self {
            Self::Reference => Vec::new(),
            Self::NotComparable => vec![not_comparable.to_owned()],
            Self::Known { value, percent, .. } => {
                let percent = percent.as_deref().unwrap_or(not_comparable);
                vec![value.clone(), percent.to_owned()]
            }
        }
    }

    /// The same where there is little room, longest first: value and per cent, or per cent alone.
    pub fn short_words(&self, not_comparable: &str) -> Vec<String> {
        match self {
            Self::Known { percent: None, .. } => vec![not_comparable.to_owned()],
            Self::Known {
                percent: Some(percent),
                ..
            } => vec![self.words(not_comparable), percent.clone()],
            _ => vec![self.words(not_comparable)],
        }
    }
}
