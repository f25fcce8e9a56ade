//! Goal seek: what it finds, run, gives the target again.

use proptest::prelude::{ProptestConfig, prop_assert, prop_assume, proptest};
use suanli::analysis::{Sought, seek};
use suanli::model::{Assumption, Run, Series, Year, suppliers};
use suanli::scenario::shipped::shipped;
use suanli::scenario::{Baseline, Scenario};

use super::cell;

fn run_with(scenario: &Scenario, lever: Assumption, value: f64) -> Run {
    let mut world = scenario.clone();
    world.set(lever, value);
    world.run()
}

fn sought(scenario: &Scenario, lever: Assumption, series: Series, target: f64) -> Sought {
    let output = |run: &Run| run.get(series, cell(series, 2030).year);
    seek(&scenario.assumptions(), lever, output, target)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// The output at any value of any lever can be sought, and is found.
    #[test]
    fn what_a_lever_can_bring_about_is_found(
        world in 0..shipped().len(), lever in 0..Assumption::ALL.len(),
        series in 0..Series::ALL.len(), position in 0.0..=1.0_f64,
    ) {
        let scenario = shipped()[world].scenario();
        let (lever, series) = (Assumption::ALL[lever], Series::ALL[series]);
        let year = cell(series, 2030).year;
        let value = lever.info().value_at(position);
        prop_assume!(lever.info().allows(value));
        let target = run_with(scenario, lever, value).get(series, year);
        let found = sought(scenario, lever, series, target);
        let what = || format!("{} for {} of {target}", lever.id(), series.id());
        prop_assert!(!found.values.is_empty(), "{}: nothing but {:?}", what(), found.reachable);
        let (least, greatest) = found.reachable;
        // Small differences of large numbers are no better than the numbers.
        let noise = 1e-14 * least.abs().max(greatest.abs());
        for &value in &found.values {
            prop_assert!(lever.info().allows(value), "{}: {value}", what());
            let again = run_with(scenario, lever, value).get(series, year);
            let off = (again - target).abs();
            prop_assert!(off <= 1e-9 * target.abs() + noise, "{}: {value} gives {again}", what());
        }
        prop_assert!(least <= target + 1e-9 * target.abs());
        prop_assert!(greatest >= target - 1e-9 * target.abs());
    }
}

#[test]
fn the_nearest_value_stands_first() {
    let scenario = Scenario::new(Baseline::current());
    for lever in Assumption::ALL {
        for series in [
            Series::Shortage,
            Series::LeasePayback,
            Series::ChinaDelivered,
        ] {
            let now = scenario.run().get(series, cell(series, 2030).year);
            let found = sought(&scenario, *lever, series, now);
            assert_eq!(
                found.values[0],
                scenario.value(*lever),
                "{} changes",
                lever.id()
            );
            let info = lever.info();
            let home = info.position(scenario.value(*lever));
            let distance = |value: &f64| (info.position(*value) - home).abs();
            assert!(found.values.iter().map(distance).is_sorted());
        }
    }
}

#[test]
fn a_break_even_is_found_at_zero() {
    let scenario = Scenario::new(Baseline::current());
    let found = sought(&scenario, Assumption::BaseRent, Series::LeaseNpv, 0.0);
    let rent = found.values[0];
    let run = run_with(&scenario, Assumption::BaseRent, rent);
    let year = cell(Series::LeaseNpv, 2030).year;
    let worth = run.get(Series::LeaseNpv, year) / run.get(Series::LeaseCapex, year);
    assert!(worth.abs() < 1e-12, "{worth}");
}

#[test]
fn what_is_out_of_reach_says_how_far_one_gets() {
    let scenario = Scenario::new(Baseline::current());
    let found = sought(&scenario, Assumption::ModelGrowth, Series::Capex, 1e9);
    assert!(found.values.is_empty() && found.has_effect);
    let (least, greatest) = found.reachable;
    for end in [least, greatest] {
        let again = sought(&scenario, Assumption::ModelGrowth, Series::Capex, end);
        assert!(!again.values.is_empty(), "{end} is within reach");
    }
    let beyond = sought(
        &scenario,
        Assumption::ModelGrowth,
        Series::Capex,
        greatest * 1.000_001,
    );
    assert!(beyond.values.is_empty());
}

#[test]
fn a_lever_without_effect_is_told_apart() {
    let scenario = Scenario::new(Baseline::current());
    let capex = scenario
        .run()
        .get(Series::Capex, cell(Series::Capex, 2030).year);
    let found = sought(
        &scenario,
        Assumption::DiscountRate,
        Series::Capex,
        capex * 1.1,
    );
    assert!(found.values.is_empty() && !found.has_effect);
    assert_eq!(found.reachable, (capex, capex));
    let found = sought(&scenario, Assumption::DiscountRate, Series::Capex, capex);
    assert_eq!(found.values, [scenario.value(Assumption::DiscountRate)]);
}

#[test]
fn what_must_be_true_for_the_revenue_of_a_supplier() {
    let scenario = Scenario::new(Baseline::current());
    let supplier = suppliers::by_id("sk-hynix").expect("a supplier");
    let revenue = |run: &Run| supplier.revenue(run, Year::LAST);
    let target = 0.8 * revenue(&scenario.run());
    let lever = Assumption::GpuSupplyGrowth;
    let found = seek(&scenario.assumptions(), lever, revenue, target);
    let again = revenue(&run_with(&scenario, lever, found.values[0]));
    assert!((again / target - 1.0).abs() < 1e-12);
}
