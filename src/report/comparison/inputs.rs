//! The inputs that are not the same in all compared scenarios, and no others.

use super::Comparison;
use crate::analysis::differing;
use crate::model::Assumption;
use crate::model::assumptions::Kind;

/// An input that differs.
#[derive(Clone, Debug)]
pub struct InputRow {
    /// Which.
    pub assumption: Assumption,
    /// Its short name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// Where P5 and P95 of the reference's baseline stand: 0 at the least value, 1 at the greatest.
    pub likely: (f64, f64),
    /// The value in each scenario.
    pub values: Vec<f64>,
    /// Where it stands.
    pub positions: Vec<f64>,
    /// The same in words; the unit only where it is not the one above.
    pub shown: Vec<String>,
    /// All of it in a sentence.
    pub sentence: String,
}

/// The inputs that differ: the headline levers first, then as in the table.
pub fn inputs(comparison: &Comparison<'_>) -> Vec<InputRow> {
    let worlds: Vec<_> = comparison
        .worlds
        .iter()
        .map(|world| world.scenario.assumptions())
        .collect();
    let mut found = differing(&worlds);
    found.sort_by_key(|assumption| assumption.info().kind != Kind::Headline);
    let row = |assumption| row(comparison, assumption);
    found.into_iter().map(row).collect()
}

fn row(comparison: &Comparison<'_>, assumption: Assumption) -> InputRow {
    let locale = &comparison.locale;
    let info = assumption.info();
    let name = locale.short_name(assumption).to_owned();
    let unit = locale.numbers.unit_name(&info.unit).into_owned();
    let shown = |value: f64| {
        let amount = locale.numbers.typed(value, &info.unit);
        if amount.unit == unit {
            amount.number
        } else {
            amount.to_string()
        }
    };
    let values: Vec<f64> = comparison
        .worlds
        .iter()
        .map(|world| world.scenario.value(assumption))
        .collect();
    let range = comparison.reference().scenario.baseline.range(assumption);
    let told = comparison.listed(|world| {
        let value = locale.typed(assumption, world.scenario.value(assumption));
        format!("{} {value}", world.label)
    });
    InputRow {
        assumption,
        sentence: locale
            .text
            .compare
            .input
            .fill(&[("name", &name), ("values", &told)]),
        name,
        likely: (info.position(range.low), info.position(range.high)),
        positions: values.iter().map(|&value| info.position(value)).collect(),
        shown: values.iter().map(|&value| shown(value)).collect(),
        values,
        unit,
    }
}
