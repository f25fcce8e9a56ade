//! Exact derivatives: against plain runs and their differences.

use suanli::analysis::{Cell, Sensitivity, sensitivities};
use suanli::model::{self, Assumption, Assumptions, Series, Year};
use suanli::scenario::shipped::shipped;
use suanli::scenario::{Baseline, Scenario};

use super::cell;

/// What derivatives are checked of: every stage of the model.
const SERIES: [Series; 14] = [
    Series::NeedTraining,
    Series::NeedInference,
    Series::Wanted,
    Series::Stock,
    Series::Premium,
    Series::ChipPrice,
    Series::ChinaStock,
    Series::DomesticShareValue,
    Series::Capex,
    Series::CapturedHbm,
    Series::ProfitAcceleratorsForeign,
    Series::Energy,
    Series::LeasePayback,
    Series::OwnVsRent,
];

fn cells() -> impl Iterator<Item = Cell> {
    let series = SERIES.iter();
    series.flat_map(|&series| Year::all().map(move |year| Cell { series, year }))
}

#[test]
fn values_are_those_of_a_plain_run_to_the_last_bit() {
    for shipped in shipped() {
        let base = shipped.scenario().assumptions();
        let run = model::run(&base);
        let sensitivity = Sensitivity::new(&base, Assumption::ModelGrowth);
        for &series in Series::ALL {
            for year in Year::all() {
                let output = sensitivity.output(Cell { series, year });
                let plain = run.get(series, year);
                assert_eq!(
                    output.to_bits(),
                    plain.to_bits(),
                    "{} {year:?}",
                    series.id()
                );
            }
        }
    }
}

/// The slopes to the left and to the right of a value, for each cell.
fn differences(base: &Assumptions<f64>, lever: Assumption, step: f64) -> Vec<(f64, f64)> {
    let at = |value: f64| {
        let mut values = base.clone();
        values[lever] = value;
        model::run(&values)
    };
    let value = base[lever];
    let (low, middle, high) = (value - step, value, value + step);
    let [before, here, after] = [low, middle, high].map(at);
    let slope = |cell: Cell| {
        let of = |run: &model::Run| run.get(cell.series, cell.year);
        let left = (of(&here) - of(&before)) / (middle - low);
        let right = (of(&after) - of(&here)) / (high - middle);
        (left, right)
    };
    cells().map(slope).collect()
}

#[test]
fn derivatives_are_the_limits_of_differences() {
    let mut checked = 0;
    for id in ["baseline", "gpu_crunch", "export_ban"] {
        let shipped = shipped().iter().find(|shipped| shipped.id == id);
        let scenario = shipped.expect("a shipped scenario").scenario();
        let base = scenario.assumptions();
        let all = Assumption::ALL.iter().copied();
        for lever in all.filter(|&lever| !scenario.spread(lever).is_fixed()) {
            let step = 1e-5 * base[lever].abs().max(1e-3);
            let sensitivity = Sensitivity::new(&base, lever);
            for (cell, (left, right)) in cells().zip(differences(&base, lever, step)) {
                // Where the slopes disagree there is a kink.
                if (left - right).abs() > 1e-3 * left.abs().max(right.abs()) {
                    continue;
                }
                let (exact, middle) = (sensitivity.derivative(cell), f64::midpoint(left, right));
                let rounding = 1e-14 * sensitivity.output(cell).abs() / step;
                let off = (exact - middle).abs();
                let (lever, series) = (lever.id(), cell.series.id());
                assert!(
                    off <= 1e-5 * middle.abs() + rounding,
                    "{id}: {series} {:?} by {lever} is {exact}, not {middle}",
                    cell.year
                );
                checked += usize::from(exact != 0.0);
            }
        }
    }
    assert!(checked > 5000, "only {checked} slopes that are not zero");
}

#[test]
fn an_elasticity_is_a_ratio_of_per_cents() {
    let scenario = Scenario::new(Baseline::current());
    let mut base = scenario.assumptions();
    // Rents follow the base rent in proportion, spending does not follow it at all.
    let sensitivity = Sensitivity::new(&base, Assumption::BaseRent);
    let rent = sensitivity.elasticity(cell(Series::Rent, 2030));
    assert!((rent.expect("a ratio") - 1.0).abs() < 1e-14);
    assert_eq!(sensitivity.elasticity(cell(Series::Capex, 2030)), Some(0.0));
    base[Assumption::ExportRestriction] = 0.0;
    let sensitivity = Sensitivity::new(&base, Assumption::ExportRestriction);
    assert_eq!(sensitivity.elasticity(cell(Series::Capex, 2030)), None);
}

#[test]
fn the_gradient_holds_the_derivatives_by_all_assumptions() {
    let base = Scenario::new(Baseline::current()).assumptions();
    let capex = cell(Series::Capex, 2028);
    let gradient = sensitivities(&base, capex);
    for (lever, derivative) in gradient.iter() {
        let alone = Sensitivity::new(&base, lever).derivative(capex);
        assert!(
            derivative.is_finite() && *derivative == alone,
            "{}",
            lever.id()
        );
    }
}
