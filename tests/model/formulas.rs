//! Formulas that are recorded from the equations: complete, right, and never a bare number.

use std::collections::BTreeSet;

use suanli::model::{self, Assumptions, Formulas, Intermediate, Reference, Series, Year};
use suanli::number::formula::Step;
use suanli::scenario::{Baseline, Scenario};

fn cells() -> impl Iterator<Item = Reference> {
    let all = Series::ALL.iter().copied();
    all.flat_map(|series| Year::all().map(move |year| Reference::Series(series, year)))
}

/// The baseline, and every assumption halfway to its end, up and down in turn.
fn worlds() -> [Assumptions<f64>; 2] {
    let baseline = Scenario::new(Baseline::current()).assumptions();
    let moved = Assumptions::from_fn(|assumption| {
        let info = assumption.info();
        let end = if (assumption as usize).is_multiple_of(2) {
            info.max
        } else {
            info.min
        };
        baseline[assumption] + (end - baseline[assumption]) / 2.0
    });
    [baseline, moved]
}

#[test]
fn formulas_compute_what_a_run_does_to_the_last_bit() {
    for assumptions in worlds() {
        let run = model::run(&assumptions);
        let worksheet = Formulas::of_model().evaluate(&assumptions);
        for &series in Series::ALL {
            for year in Year::all() {
                let found = worksheet.get(Reference::Series(series, year));
                let want = run.get(series, year);
                assert_eq!(
                    found.to_bits(),
                    want.to_bits(),
                    "{series:?} {year:?}: {found} {want}"
                );
            }
        }
    }
}

#[test]
fn every_result_leads_to_assumptions_and_none_is_a_bare_number() {
    let formulas = Formulas::of_model();
    let mut rooted: BTreeSet<Reference> = BTreeSet::new();
    let mut done: BTreeSet<Reference> = BTreeSet::new();
    let mut open: Vec<Reference> = cells().collect();
    assert_eq!(open.len(), 960);
    while let Some(reference) = open.pop() {
        if !done.insert(reference) {
            continue;
        }
        let formula = formulas.definition(reference);
        let formula = formula.unwrap_or_else(|| panic!("{reference:?} has no formula"));
        let step = formulas.step(formula);
        assert!(
            !matches!(step, Step::Constant(_)),
            "{reference:?} is a bare number"
        );
        let precedents = formulas.precedents(reference);
        assert!(!precedents.is_empty(), "{reference:?} comes from nowhere");
        for precedent in precedents {
            match precedent {
                Reference::Assumption(_) => {
                    rooted.insert(reference);
                }
                computed => open.push(computed),
            }
        }
    }
    // What needs only values that lead to assumptions leads to assumptions.
    loop {
        let before = rooted.len();
        for &reference in &done {
            let precedents = formulas.precedents(reference);
            if precedents
                .iter()
                .any(|precedent| rooted.contains(precedent))
            {
                rooted.insert(reference);
            }
        }
        if rooted.len() == before {
            break;
        }
    }
    assert_eq!(rooted.len(), done.len());
}

#[test]
fn every_named_step_is_used_and_formulas_stay_short() {
    let formulas = Formulas::of_model();
    let mut used: BTreeSet<Intermediate> = BTreeSet::new();
    let every = Intermediate::ALL.iter().copied();
    let steps =
        every.flat_map(|step| Year::all().map(move |year| Reference::Intermediate(step, year)));
    for reference in cells().chain(steps) {
        let precedents = formulas.precedents(reference);
        assert!(
            precedents.len() <= 20,
            "{reference:?} names {}",
            precedents.len()
        );
        for precedent in precedents {
            if let Reference::Intermediate(step, year) = precedent {
                assert!(
                    formulas.definition(precedent).is_some(),
                    "{step:?} {year:?}"
                );
                used.insert(step);
            }
        }
    }
    let unused: Vec<_> = Intermediate::ALL
        .iter()
        .filter(|step| !used.contains(step))
        .collect();
    assert_eq!(unused, Vec::<&Intermediate>::new());
}
