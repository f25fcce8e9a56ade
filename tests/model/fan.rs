//! Fans against an independent implementation: the program of `benches/numpy`, with
//! pseudo-random samples of the baseline.

use suanli::analysis::{Cell, FanMaker, FanRequest, Progress, SHARES, Sampling};
use suanli::model::{Series, Year};
use suanli::number::lanes::Path;
use suanli::scenario::{Baseline, Scenario};

/// Percentiles of twenty series in four years: means, six digits, of what ten calls of
/// `fan.py --samples 200000` with the seeds 7 to 16 print. One alone is off by up to 1 % itself,
/// at the P95 of a long tail.
const REFERENCE: &str = include_str!("../data/fan_numpy.csv");

#[test]
fn percentiles_agree_with_numpy() {
    let spreads = Scenario::new(Baseline::current()).spreads();
    let rows: Vec<(Cell, Vec<f64>)> = REFERENCE.lines().skip(1).map(row).collect();
    assert_eq!(rows.len(), 80);
    let cells: Vec<Cell> = rows.iter().map(|(cell, _)| *cell).collect();
    let request = FanRequest {
        spreads: &spreads,
        cells: &cells,
        watched: None,
        sampling: Sampling {
            samples: 1 << 17,
            ..Sampling::default()
        },
        threads: 2,
        path: Path::best(),
    };
    let fan = FanMaker::default().make(&request, &Progress::default());
    let fan = fan.expect("nobody cancels it");
    for (cell, want) in &rows {
        let found = fan.get(*cell).expect("it was asked for");
        for ((share, found), want) in SHARES.iter().zip(found).zip(want) {
            let off = (found / want - 1.0).abs();
            assert!(
                off < 0.015,
                "{cell:?} at {share}: {found}, NumPy has {want}"
            );
        }
    }
}

fn row(line: &str) -> (Cell, Vec<f64>) {
    let parts: Vec<&str> = line.split(',').collect();
    let series = Series::from_id(parts[0]).expect("a series");
    let year = Year::from_calendar(parts[1].parse().expect("a year")).expect("a year of a run");
    let values = parts[2..]
        .iter()
        .map(|part| part.parse().expect("a number"));
    (Cell { series, year }, values.collect())
}
