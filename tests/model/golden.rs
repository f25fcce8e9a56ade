//! Four whole runs that come with the specification of the model, to a relative 1e-9.

use std::collections::BTreeMap;

use suanli::model::{Assumption, Series, Year};
use suanli::scenario::{Baseline, Scenario};

/// Largest relative difference to the specification.
const TOLERANCE: f64 = 1e-9;

fn rows(csv_text: &str) -> impl Iterator<Item = csv::StringRecord> {
    let rows: Vec<_> = csv::Reader::from_reader(csv_text.as_bytes())
        .records()
        .map(|row| row.expect("a row"))
        .collect();
    rows.into_iter()
}

fn cases() -> BTreeMap<String, Scenario> {
    let base = Scenario::new(Baseline::current());
    let mut cases = BTreeMap::from([("baseline".to_owned(), base.clone())]);
    for row in rows(include_str!("../data/golden_cases.csv")) {
        let assumption = Assumption::from_id(&row[1]).expect("a known assumption");
        let case = cases
            .entry(row[0].to_owned())
            .or_insert_with(|| base.clone());
        case.set(assumption, row[2].parse().expect("a number"));
    }
    cases
}

#[test]
fn four_runs_agree_with_the_specification() {
    let runs: BTreeMap<_, _> = cases()
        .into_iter()
        .map(|(name, scenario)| (name, scenario.run()))
        .collect();
    let mut compared = 0;
    let mut wrong = Vec::new();
    for row in rows(include_str!("../data/golden.csv")) {
        let series = Series::from_id(&row[1]).expect("a known series");
        for (year, want) in Year::all().zip(row.iter().skip(2)) {
            let want: f64 = want.parse().expect("a number");
            let value = runs[&row[0]].get(series, year);
            compared += 1;
            if (value - want).abs() > TOLERANCE * want.abs() {
                let (name, id) = (&row[0], series.id());
                wrong.push(format!(
                    "{name} {id} {}: {value} is not {want}",
                    year.calendar()
                ));
            }
        }
    }
    assert_eq!(compared, 4 * Series::ALL.len() * Year::all().count());
    assert!(
        wrong.is_empty(),
        "{} cells differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
