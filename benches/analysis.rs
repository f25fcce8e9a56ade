//! How long the analyses of one result take, on one thread.

use divan::{Bencher, black_box};
use suanli::analysis::{
    Cell, FanMaker, FanRequest, Progress, Sampling, attribute, seek, sensitivities,
    tornado as swings,
};
use suanli::model::{Assumption, Run, Series, Year};
use suanli::number::lanes::Path;
use suanli::report::{Figure, Locale, World};
use suanli::scenario::{Baseline, Scenario};
use suanli::text::Language;

fn main() {
    divan::main();
}

fn capex() -> Cell {
    let year = Year::from_calendar(2030).expect("a year of the run");
    let series = Series::Capex;
    Cell { series, year }
}

/// All results: 10,000 draws to hold against `NumPy`, 32,768 on release of a lever (aim: 150 ms).
#[divan::bench(args = [10_000, 32_768])]
fn fan_of_all(bencher: Bencher, samples: usize) {
    make_fans(bencher, samples, &Cell::all().collect::<Vec<_>>());
}

/// Aim: 4 ms. What the charts of the overview show, while a lever is dragged.
#[divan::bench]
fn fan_on_screen(bencher: Bencher) {
    let scenario = Scenario::new(Baseline::current());
    let run = scenario.run();
    let world = World::alone(&scenario, &run, capex().year, Locale::of(Language::En));
    let figures = Figure::OVERVIEW.into_iter();
    let series = figures.flat_map(|figure| figure.banded(&world));
    let cells: Vec<Cell> = series.flat_map(Cell::of_series).collect();
    make_fans(bencher, 4096, &cells);
}

fn make_fans(bencher: Bencher, samples: usize, cells: &[Cell]) {
    let spreads = Scenario::new(Baseline::current()).spreads();
    let mut maker = FanMaker::default();
    let request = FanRequest {
        spreads: &spreads,
        cells,
        watched: None,
        sampling: Sampling {
            samples,
            ..Sampling::default()
        },
        threads: 1,
        path: Path::best(),
    };
    bencher.bench_local(|| maker.make(black_box(&request), &Progress::default()));
}

/// Aim: 2 ms. All assumptions that are drawn, each at both ends.
#[divan::bench]
fn tornado(bencher: Bencher) {
    let scenario = Scenario::new(Baseline::current());
    let (base, spreads) = (scenario.assumptions(), scenario.spreads());
    bencher.bench_local(|| swings(black_box(&base), &spreads, false, capex()));
}

/// Aim: 20 ms for ten changed levers: 1024 runs. Of more than twelve, orders are drawn.
#[divan::bench(args = [10, 12, 20])]
fn attribution(bencher: Bencher, levers: usize) {
    let baseline = Scenario::new(Baseline::current());
    let mut scenario = baseline.clone();
    let all = Assumption::ALL.iter().copied();
    let spread = all.filter(|&lever| !baseline.spread(lever).is_fixed());
    for lever in spread.take(levers) {
        scenario.set(lever, baseline.spread(lever).ends().1);
    }
    let (from, to) = (baseline.assumptions(), scenario.assumptions());
    bencher.bench_local(|| attribute(black_box(&from), &to, capex()));
}

/// Aim: 1 ms, also where the target is out of reach and the search looks closer at the extremes.
#[divan::bench(args = [1500.0, 1e9])]
fn goal_seek(bencher: Bencher, target: f64) {
    let base = Scenario::new(Baseline::current()).assumptions();
    let output = |run: &Run| run.get(capex().series, capex().year);
    bencher.bench_local(|| seek(black_box(&base), Assumption::ModelGrowth, output, target));
}

/// The exact derivatives of one result by all assumptions.
#[divan::bench]
fn gradient(bencher: Bencher) {
    let base = Scenario::new(Baseline::current()).assumptions();
    bencher.bench_local(|| sensitivities(black_box(&base), capex()));
}
