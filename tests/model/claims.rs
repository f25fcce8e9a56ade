//! The published claims are computed anew, and come to what their table says.

use suanli::evidence::{self, Claimed, Standing};
use suanli::format::Numbers;
use suanli::model::{self, Assumption, Series, Year};
use suanli::scenario::{Baseline, Scenario};

/// What the table prints as results: the claim, which of its values, the digits, and how many
/// units one of the printed number stands for.
const PRINTED: [(&str, usize, &str, f64); 35] = [
    ("gpt3-gpu-days", 0, "0.335", 1.0),
    ("gpt4-gpu-days", 0, "2.2e25", 1.0),
    ("gpt4-over-gpt3", 0, "67", 1.0),
    ("ai-servers-2022", 0, "0.867", 1.0),
    ("ai-servers-2026", 1, "1.92", 1.0),
    ("china-compute", 1, "1,272", 1.0),
    ("optical-cost", 0, "0.45", 1.0),
    ("optical-cost", 1, "0.20", 1.0),
    ("laser-share", 0, "0.20", 1.0),
    ("doubling", 0, "4.8", 1.0),
    ("doubling", 1, "10.8", 1.0),
    ("v100-years", 0, "0.28", 1.0),
    ("gpt3-cost", 0, "1,264", 1.0),
    ("chatgpt-visits", 0, "6.16", 1e6),
    ("chatgpt-compute", 0, "4,874", 1.0),
    ("chatgpt-training", 0, "29,800", 1.0),
    ("pf-day-slip", 0, "27,500", 1.0),
    ("params-compute", 1, "1.5", 1.0),
    ("gpt5-params", 1, "71", 1.0),
    ("optics-ratio", 0, "2.3", 1.0),
    ("llm-cost-rmb", 0, "270", 1e6),
    ("ten-models", 0, "2.7", 1e9),
    ("a100-rise", 0, "0.50", 1.0),
    ("self-design", 0, "4", 1.0),
    ("self-design", 1, "3", 1.0),
    ("self-design", 2, "1.5", 1.0),
    ("self-design", 3, "1", 1.0),
    ("h100-premium", 0, "0.29", 1.0),
    ("h100-premium", 1, "0.44", 1.0),
    ("rent-usd", 1, "1.91", 1.0),
    ("rent-usd", 2, "2.86", 1.0),
    ("ascend-price", 0, "0.70", 1e6),
    ("ascend-price", 1, "0.35", 1e6),
    ("use-split", 0, "0.52", 1.0),
    ("rent-share", 0, "0.61", 1.0),
];

/// A value of a claim in a world.
fn live(id: &str, index: usize, scenario: &Scenario) -> f64 {
    let claim = evidence::claims().iter().find(|claim| claim.id == id);
    let value = &claim.expect("a claim").live[index];
    let run = scenario.run();
    let value = value.expression.value(&scenario.assumptions(), &run);
    value.expect("a number")
}

#[test]
fn every_claim_is_computed_anew_in_a_unit_with_a_name() {
    let inputs = Scenario::new(Baseline::current()).assumptions();
    let run = model::run(&inputs);
    for claim in evidence::claims() {
        assert!(!claim.live.is_empty(), "{}", claim.id);
        for value in &claim.live {
            let computed = value.expression.value(&inputs, &run);
            assert!(computed.is_some(), "{}: {:?}", claim.id, value.expression);
            assert!(!value.name.en.is_empty() && !value.name.zh.is_empty());
            for language in ["en", "zh-CN"] {
                let is_known = Numbers::of(language).knows(&value.unit);
                assert!(is_known, "{}: {} in {language}", claim.id, value.unit);
            }
        }
    }
}

#[test]
fn results_are_what_the_table_prints() {
    let baseline = Scenario::new(Baseline::current());
    for (id, index, printed, scale) in PRINTED {
        let claim = evidence::claims().iter().find(|claim| claim.id == id);
        let result = &claim.expect("a claim").result.en;
        assert!(
            result.contains(&printed.replace("e25", "×10²⁵")),
            "{id}: `{result}` does not print {printed}"
        );
        let value = live(id, index, &baseline) / scale;
        let number: f64 = printed.replace(',', "").parse().expect("a number");
        // Half a unit of the last digit printed.
        let (digits, power) = printed.split_once('e').unwrap_or((printed, "0"));
        let decimals = digits.split_once('.').map_or(0, |(_, after)| after.len());
        let power: i32 = power.parse().expect("a power of ten");
        let last = 10_f64.powi(power - decimals as i32);
        assert!(
            (value - number).abs() <= last * 0.500_000_1,
            "{id}: {value} is not {printed}"
        );
    }
}

#[test]
fn a_fall_of_rents_by_a_fifth_lengthens_payback_by_more_than_a_quarter() {
    // (14.4639 − 2.3036) ÷ (0.8 × 14.4639 − 2.3036) − 1 = 0.3121, by hand.
    let lengthened = live("rent-fall", 0, &Scenario::new(Baseline::current()));
    assert!(
        (lengthened - 0.3121).abs() < 1e-4 && lengthened > 0.25,
        "{lengthened}"
    );
}

#[test]
fn claims_about_the_model_move_with_it() {
    let mut scenario = Scenario::new(Baseline::current());
    scenario.set(Assumption::OpticsPerGpu, 2.75);
    scenario.set(Assumption::GpuSupplyGrowth, 0.4);
    assert_eq!(
        live("optics-ratio", 0, &scenario).to_bits(),
        2.75_f64.to_bits()
    );
    let year = Year::from_calendar(2026).expect("a year of the run");
    let servers = scenario.run().get(Series::Servers, year);
    let growth = (servers / 0.867).powf(0.25) - 1.0;
    assert!((live("ai-servers-2026", 0, &scenario) - growth).abs() < 1e-12);
}

#[test]
fn equal_verdicts_come_to_the_same() {
    let count = |standing| {
        let claims = evidence::claims().iter();
        claims.filter(|claim| claim.standing == standing).count()
    };
    let counts = [
        Standing::Holds,
        Standing::Partly,
        Standing::Off,
        Standing::Open,
    ]
    .map(count);
    assert_eq!(counts, [14, 3, 6, 9]);
    for a in evidence::claims() {
        for b in evidence::claims() {
            assert!(
                a.verdict.en != b.verdict.en || a.standing == b.standing,
                "{} and {} are both {}",
                a.id,
                b.id,
                a.verdict.en
            );
        }
    }
}

#[test]
fn the_nearest_value_that_agrees_with_a_claim() {
    for (claimed, value, nearest) in [
        (Claimed::Exactly(3.0), 5.0, 3.0),
        (Claimed::Between(1.0, 3.0), 5.0, 3.0),
        (Claimed::Between(1.0, 3.0), 2.0, 2.0),
        (Claimed::Between(1.0, 3.0), 0.0, 1.0),
        (Claimed::AtLeast(3.0), 5.0, 5.0),
        (Claimed::AtLeast(3.0), 2.0, 3.0),
        (Claimed::AtMost(3.0), 5.0, 3.0),
        (Claimed::AtMost(3.0), 2.0, 2.0),
    ] {
        assert_eq!(claimed.nearest(value), nearest, "{claimed:?} and {value}");
    }
}
