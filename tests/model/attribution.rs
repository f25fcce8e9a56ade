//! Attribution: the parts add up to the difference, whatever was changed.

use suanli::analysis::{Attribution, Cell, attribute};
use suanli::model::{Assumption, Series};
use suanli::scenario::shipped::shipped;
use suanli::scenario::{Baseline, Scenario};

use super::cell;

fn attribution(scenario: &Scenario, cell: Cell) -> Attribution {
    let baseline = Scenario::new(scenario.baseline).assumptions();
    attribute(&baseline, &scenario.assumptions(), cell)
}

fn assert_adds_up(attribution: &Attribution, scenario: &Scenario, cell: Cell) {
    let result = |world: &Scenario| world.run().get(cell.series, cell.year);
    let from = result(&Scenario::new(scenario.baseline));
    let to = result(scenario);
    assert_eq!((attribution.from, attribution.to), (from, to));
    let parts = attribution.parts.iter().map(|part| part.contribution);
    assert_eq!(parts.clone().sum::<f64>(), to - from);
    let sizes = parts.map(f64::abs);
    // What lanes round otherwise than plain runs is added to the largest last.
    assert!(sizes.is_sorted_by(|a, b| *a >= b * (1.0 - 1e-9)));
}

/// The baseline with its first `count` assumptions at their P95.
fn with_changes(count: usize) -> Scenario {
    let mut scenario = Scenario::new(Baseline::current());
    let all = Assumption::ALL.iter().copied();
    let spread = all.filter(|&assumption| !scenario.spread(assumption).is_fixed());
    for assumption in spread.take(count).collect::<Vec<_>>() {
        let (_, high) = scenario.spread(assumption).ends();
        scenario.set(assumption, high);
    }
    assert_eq!(scenario.changes.len(), count);
    scenario
}

#[test]
fn parts_of_every_shipped_scenario_add_up() {
    for shipped in shipped() {
        let scenario = shipped.scenario();
        for series in Series::ALL {
            let cell = cell(*series, 2030);
            let attribution = attribution(scenario, cell);
            assert_adds_up(&attribution, scenario, cell);
            assert_eq!(attribution.parts.len(), scenario.changes.len());
            assert_eq!(attribution.error(), None);
        }
    }
}

#[test]
fn one_change_is_the_whole_difference_and_one_without_effect_is_none() {
    let mut scenario = Scenario::new(Baseline::current());
    scenario.set(Assumption::ModelGrowth, 6.0);
    scenario.set(Assumption::DiscountRate, 0.2);
    let attribution = attribution(&scenario, cell(Series::Need, 2029));
    let [growth, rate] = attribution.parts[..] else {
        panic!("two parts")
    };
    assert_eq!(growth.assumption, Assumption::ModelGrowth);
    assert_eq!(growth.contribution, attribution.to - attribution.from);
    assert_eq!(rate.contribution, 0.0);
}

#[test]
fn two_changes_share_what_only_both_bring_about() {
    let at = cell(Series::Premium, 2028);
    let result = |growth: bool, supply: bool| {
        let mut scenario = Scenario::new(Baseline::current());
        if growth {
            scenario.set(Assumption::ModelGrowth, 6.0);
        }
        if supply {
            scenario.set(Assumption::GpuSupplyGrowth, 0.1);
        }
        (scenario.run().get(Series::Premium, at.year), scenario)
    };
    // Half of what growth adds alone, and half of what it adds to the other.
    let (none, _) = result(false, false);
    let (growth, _) = result(true, false);
    let (supply, _) = result(false, true);
    let (both, scenario) = result(true, true);
    let want = f64::midpoint(growth - none, both - supply);
    let parts = attribution(&scenario, at).parts;
    let part = parts
        .iter()
        .find(|part| part.assumption == Assumption::ModelGrowth);
    let found = part.expect("a part").contribution;
    assert!(
        (found - want).abs() <= 1e-10 * want.abs(),
        "{found} is not {want}"
    );
}

#[test]
fn many_changes_are_estimated_and_still_add_up() {
    for count in [12, 13, 60] {
        let scenario = with_changes(count);
        let capex = cell(Series::Capex, 2030);
        let attribution = attribution(&scenario, capex);
        assert_adds_up(&attribution, &scenario, capex);
        assert_eq!(attribution.error().is_some(), count > 12);
        let error = attribution.error().unwrap_or(0.0);
        assert!(
            error < 0.05 * attribution.parts[0].contribution.abs(),
            "{error}"
        );
    }
}

#[test]
fn nothing_changed_has_no_parts() {
    let scenario = Scenario::new(Baseline::current());
    let attribution = attribution(&scenario, cell(Series::Capex, 2030));
    assert!(attribution.parts.is_empty());
    assert_eq!(attribution.from, attribution.to);
}
