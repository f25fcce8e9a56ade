//! What must hold of every run (MODEL.md §8).

use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert, proptest};
use suanli::model::{Assumption, Measure, Run, Segment, Series, Year};
use suanli::scenario::{Baseline, Scenario};

/// Scenarios with up to a dozen assumptions anywhere between their ends.
fn scenarios() -> impl Strategy<Value = Scenario> {
    let change = (
        0..Assumption::ALL.len(),
        any::<f64>().prop_map(|x| x.to_bits() as f64 / u64::MAX as f64),
    );
    proptest::collection::vec(change, 0..12).prop_map(|changes| {
        let mut scenario = Scenario::new(Baseline::current());
        for (index, share) in changes {
            let assumption = Assumption::ALL[index];
            let info = assumption.info();
            scenario.set(assumption, info.min + share * (info.max - info.min));
        }
        scenario
    })
}

fn with(scenario: &Scenario, assumption: Assumption, value: f64) -> Run {
    let mut changed = scenario.clone();
    changed.set(assumption, value);
    changed.run()
}

fn first_forecast() -> Year {
    Year::from_calendar(2026).expect("a year of the run")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn money_is_conserved(scenario in scenarios()) {
        let run = scenario.run();
        for year in Year::all() {
            let capex = run.get(Series::Capex, year);
            let captured: f64 = Segment::ALL
                .iter()
                .map(|&segment| run.get(Series::of_segment(segment, Measure::Captured), year))
                .sum();
            prop_assert!((captured - capex).abs() <= 1e-9 * capex.abs().max(1e-6));
        }
    }

    #[test]
    fn nothing_is_delivered_that_was_not_supplied(scenario in scenarios()) {
        let run = scenario.run();
        for year in Year::all().skip(1) {
            let got = run.get(Series::Delivered, year) - run.get(Series::ChinaDelivered, year);
            let rounding = 1e-9 * run.get(Series::Delivered, year);
            prop_assert!(got <= run.get(Series::Supply, year) + rounding);
            let lesser = run.get(Series::ChipSupply, year).min(run.get(Series::PowerSupply, year));
            prop_assert!(run.get(Series::Supply, year).to_bits() == lesser.to_bits());
        }
    }

    #[test]
    fn more_supply_never_raises_the_premium_of_the_next_year(
        scenario in scenarios(), low in 0.0..1.0_f64, high in 0.0..1.0_f64,
    ) {
        let info = Assumption::GpuSupplyGrowth.info();
        let at = |share: f64| {
            let value = info.min + share * (info.max - info.min);
            with(&scenario, Assumption::GpuSupplyGrowth, value).get(Series::Premium, first_forecast())
        };
        prop_assert!(at(low.max(high)) <= at(low.min(high)) * (1.0 + 1e-12));
    }

    #[test]
    fn dearer_chips_never_raise_the_need_of_the_next_year(
        scenario in scenarios(), low in 0.0..1.0_f64, high in 0.0..1.0_f64,
    ) {
        let info = Assumption::ChipPriceChange.info();
        let at = |share: f64| {
            let value = info.min + share * (info.max - info.min);
            with(&scenario, Assumption::ChipPriceChange, value).get(Series::Need, first_forecast())
        };
        prop_assert!(at(low.max(high)) <= at(low.min(high)) * (1.0 + 1e-12));
    }

    #[test]
    fn a_scenario_runs_the_same_twice_even_after_another(a in scenarios(), b in scenarios()) {
        let bits = |run: &Run| -> Vec<u64> {
            Series::ALL.iter().flat_map(|&s| run.years(s).map(f64::to_bits)).collect()
        };
        let first = bits(&a.run());
        b.run();
        prop_assert!(first == bits(&a.run()));
    }

    #[test]
    fn compute_bought_and_retired_is_compute_installed(scenario in scenarios()) {
        // Stock of this year = stock of last year less retirement plus deliveries.
        let run = scenario.run();
        let value = |assumption| scenario.value(assumption);
        let span = value(Assumption::TargetYear) - 2025.0;
        for (before, year) in Year::all().zip(Year::all().skip(1)) {
            let progress = (year.index() as f64 / span).min(1.0);
            let (start, end) =
                (value(Assumption::RetirementRate), value(Assumption::RetirementRateTarget));
            let kept = 1.0 - (start + (end - start) * progress);
            let expected = run.get(Series::Stock, before) * kept + run.get(Series::Delivered, year);
            let stock = run.get(Series::Stock, year);
            prop_assert!((stock - expected).abs() <= 1e-9 * stock);
        }
    }
}

#[test]
fn chip_designers_of_the_baseline_earn_no_more_than_they_capture() {
    let run = Scenario::new(Baseline::current()).run();
    for segment in [Segment::AcceleratorsForeign, Segment::AcceleratorsDomestic] {
        for year in Year::all() {
            let of = |measure| run.get(Series::of_segment(segment, measure), year);
            assert!(
                of(Measure::Profit) <= of(Measure::Captured),
                "{segment:?} {year:?}"
            );
        }
    }
}

#[test]
fn a_domestic_industry_never_ships_more_than_it_can_make() {
    // With no domestic growth at all and a target of every card, capacity is what binds:
    // the premium on domestic cards rises to its cap and the share stays below its target.
    let mut scenario = Scenario::new(Baseline::current());
    scenario.set(Assumption::DomesticCapacityGrowth, -0.3);
    scenario.set(Assumption::DomesticShareTarget, 1.0);
    scenario.set(Assumption::DomesticSupplyResponse, 0.0);
    scenario.set(Assumption::SupplyLongRun, -0.2);
    let run = scenario.run();
    let capacity_2026 = scenario.value(Assumption::DomesticCapacity) * 0.7;
    let shipped = run.get(Series::DomesticCards, first_forecast());
    assert!(
        (shipped - capacity_2026).abs() < 1e-12,
        "{shipped} of {capacity_2026}"
    );
    let cap = scenario.value(Assumption::PriceCap);
    assert!((run.get(Series::DomesticPremium, first_forecast()) - cap).abs() < 1e-12);
}
