//! Payback over rent and utilisation, against the runs themselves.

use suanli::analysis::Renting;
use suanli::model::{self, Assumption, Series, Year};
use suanli::scenario::shipped::shipped;

const RENTS: [f64; 5] = [0.25, 0.5, 1.0, 2.0, 4.0];
const UTILISATIONS: [f64; 4] = [0.1, 0.4, 0.7, 1.0];

#[test]
fn the_scenarios_own_point_is_its_own_payback() {
    for shipped in shipped() {
        let assumptions = shipped.scenario().assumptions();
        let run = model::run(&assumptions);
        for year in Year::all() {
            let rent = run.get(Series::Rent, year);
            let utilisation = assumptions[Assumption::RentalUtilisation];
            let map = Renting::new(&assumptions, &run, year).payback_map(&[rent], &[utilisation]);
            let own = run.get(Series::LeasePayback, year);
            assert!((map[0][0] / own - 1.0).abs() < 1e-9, "{}", shipped.id);
        }
    }
}

#[test]
fn payback_is_cost_over_income() {
    let assumptions = shipped()[0].scenario().assumptions();
    let year = Year::LAST;
    let run = model::run(&assumptions);
    let map = Renting::new(&assumptions, &run, year).payback_map(&[2.0], &[0.5]);
    // Half of 8766 hours at 2 dollars is 8.766 thousand dollars a year.
    let income = 8.766 - run.get(Series::LeaseOpex, year);
    let expected = run.get(Series::LeaseCapex, year) / income;
    assert!((map[0][0] / expected - 1.0).abs() < 1e-9, "{}", map[0][0]);
}

#[test]
fn more_rent_or_more_hours_never_take_longer() {
    for shipped in shipped() {
        let assumptions = shipped.scenario().assumptions();
        let run = model::run(&assumptions);
        for year in Year::all() {
            let map = Renting::new(&assumptions, &run, year).payback_map(&RENTS, &UTILISATIONS);
            for row in &map {
                assert!(row.is_sorted_by(|a, b| a >= b), "{}: {row:?}", shipped.id);
            }
            for (lower, upper) in map.iter().zip(&map[1..]) {
                let falls = lower.iter().zip(upper).all(|(lower, upper)| lower >= upper);
                assert!(falls, "{}: {lower:?} {upper:?}", shipped.id);
            }
        }
    }
}
