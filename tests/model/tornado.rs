//! The tornado: its ends are runs, and the widest stands first.

use suanli::analysis::{Sampling, tornado};
use suanli::model::{Assumption, Series};
use suanli::scenario::shipped::shipped;
use suanli::scenario::{Baseline, Scenario};

use super::cell;

#[test]
fn ends_are_plain_runs_of_the_scenario() {
    let capex = cell(Series::Capex, 2030);
    for shipped in shipped() {
        let scenario = shipped.scenario();
        for swing in tornado(&scenario.assumptions(), &scenario.spreads(), false, capex) {
            for (end, result) in [(swing.low, swing.at_low), (swing.high, swing.at_high)] {
                let mut world = scenario.clone();
                world.set(swing.assumption, end);
                assert!(swing.assumption.info().allows(end));
                assert_eq!(world.run().get(capex.series, capex.year), result);
            }
        }
    }
}

#[test]
fn what_is_drawn_swings_the_widest_first() {
    let scenario = Scenario::new(Baseline::current());
    let (base, spreads) = (scenario.assumptions(), scenario.spreads());
    let rent = cell(Series::Rent, 2030);
    for observed in [false, true] {
        let swings = tornado(&base, &spreads, observed, rent);
        let sampling = Sampling {
            observed,
            ..Sampling::default()
        };
        let all = Assumption::ALL.iter();
        let drawn = all.filter(|&&assumption| sampling.draws(&spreads, assumption));
        assert_eq!(swings.len(), drawn.count());
        assert!(swings.is_sorted_by(|a, b| {
            let is_in_order = a.width() == b.width() && a.assumption < b.assumption;
            a.width() > b.width() || is_in_order
        }));
    }
}

#[test]
fn an_own_range_is_what_swings_and_a_fixed_value_does_not() {
    let mut scenario = Scenario::new(Baseline::current());
    scenario.ranges.insert(Assumption::ModelGrowth, (4.0, 5.0));
    scenario.ranges.insert(Assumption::Fx, (7.1, 7.1));
    scenario.set(Assumption::Fx, 7.1);
    let capex = cell(Series::Capex, 2030);
    let swings = tornado(&scenario.assumptions(), &scenario.spreads(), false, capex);
    let of = |assumption| swings.iter().find(|swing| swing.assumption == assumption);
    let growth = of(Assumption::ModelGrowth).expect("a swing");
    assert_eq!((growth.low, growth.high), (4.0, 5.0));
    assert_eq!(of(Assumption::Fx), None);
}
