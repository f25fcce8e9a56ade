//! Every assumption at its least and its greatest, alone and in pairs: nothing may break.

use suanli::model::{self, Assumption, Assumptions, Measure, Run, Segment, Series, Year};
use suanli::scenario::Baseline;

fn base() -> Assumptions<f64> {
    Assumptions::from_fn(|assumption| Baseline::current().range(assumption).base)
}

fn ends(assumption: Assumption) -> [f64; 2] {
    let info = assumption.info();
    [info.min, info.max]
}

/// Results that count things or are paid for things: they cannot be negative.
fn never_negative(series: Series) -> bool {
    let signed = [Series::LeaseMargin, Series::LeaseNpv];
    let of_measure = |measure| {
        Segment::ALL
            .iter()
            .any(|&s| Series::of_segment(s, measure) == series)
    };
    let may_lose = [Measure::Captured, Measure::China, Measure::Profit]
        .map(of_measure)
        .contains(&true);
    let totals = [
        Series::ChinaCaptured,
        Series::ChinaCapturedShare,
        Series::ProfitTotal,
    ];
    !may_lose && !signed.contains(&series) && !totals.contains(&series)
}

fn check(run: &Run, what: impl Fn() -> String) {
    for &series in Series::ALL {
        for year in Year::all() {
            let value = run.get(series, year);
            let place = || format!("{} {} with {}", series.id(), year.calendar(), what());
            assert!(value.is_finite(), "{} is {value}", place());
            assert!(
                value >= 0.0 || !never_negative(series),
                "{} is {value}",
                place()
            );
        }
    }
    for year in Year::all() {
        let capex = run.get(Series::Capex, year);
        let captured = run.get(Series::CapturedTotal, year);
        assert!(
            (captured - capex).abs() <= 1e-9 * capex.abs().max(1e-6),
            "{captured} captured of {capex} spent in {} with {}",
            year.calendar(),
            what()
        );
    }
}

#[test]
fn each_assumption_at_its_ends() {
    for &assumption in Assumption::ALL {
        for value in ends(assumption) {
            let mut values = base();
            values[assumption] = value;
            check(&model::run(&values), || {
                format!("{} = {value}", assumption.id())
            });
        }
    }
}

#[test]
fn each_pair_of_assumptions_at_their_ends() {
    let mut values = base();
    let mut runs = 0;
    for (index, &first) in Assumption::ALL.iter().enumerate() {
        for first_value in ends(first) {
            values[first] = first_value;
            for &second in &Assumption::ALL[index + 1..] {
                let kept = values[second];
                for second_value in ends(second) {
                    values[second] = second_value;
                    check(&model::run(&values), || {
                        format!(
                            "{} = {first_value}, {} = {second_value}",
                            first.id(),
                            second.id()
                        )
                    });
                    runs += 1;
                }
                values[second] = kept;
            }
        }
        values[first] = Baseline::current().range(first).base;
    }
    assert_eq!(runs, 4 * 141 * 140 / 2);
}
