//! Differences between runs, over all shipped scenarios.

use suanli::analysis::{difference, differing, is_code};
use suanli::model::{Run, Series, Year};
use suanli::scenario::shipped::shipped;

fn cells() -> impl Iterator<Item = (Series, Year)> {
    let all = Series::ALL.iter();
    all.flat_map(|&series| Year::all().map(move |year| (series, year)))
}

#[test]
fn nothing_differs_from_itself() {
    for shipped in shipped() {
        let inputs = shipped.scenario().assumptions();
        assert!(differing(&[inputs.clone(), inputs]).is_empty());
        let run = shipped.scenario().run();
        for (series, year) in cells() {
            let value = run.get(series, year);
            let found = difference(series, value, value);
            assert_eq!(found.is_some(), !is_code(series) && value.is_finite());
            if let Some(found) = found {
                assert_eq!((found.value, found.relative), (0.0, Some(0.0)));
            }
        }
    }
}

#[test]
fn a_difference_turned_round_changes_its_sign_and_nothing_else() {
    let runs: Vec<Run> = shipped().iter().map(|s| s.scenario().run()).collect();
    for one in &runs {
        for other in &runs {
            for (series, year) in cells() {
                let (a, b) = (one.get(series, year), other.get(series, year));
                let there = difference(series, a, b);
                let back = difference(series, b, a);
                assert_eq!(there.is_some(), back.is_some());
                let (Some(there), Some(back)) = (there, back) else {
                    continue;
                };
                assert_eq!(there.value, -back.value);
                if let (Some(up), Some(down)) = (there.relative, back.relative) {
                    let product = (1.0 + up) * (1.0 + down);
                    let is_zero = a == 0.0 || b == 0.0;
                    assert!(is_zero || (product - 1.0).abs() < 1e-9, "{product}");
                }
            }
        }
    }
}
