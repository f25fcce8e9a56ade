//! How long one run takes: all 120 series of 8 years, on one thread.

use divan::Bencher;
use divan::black_box;
use suanli::model::{self, Run};
use suanli::scenario::{Baseline, Scenario};

fn main() {
    divan::main();
}

/// Budget: 5 µs. The assumptions stand ready and the sheet is reused, as while a lever is dragged.
#[divan::bench]
fn one_run(bencher: Bencher) {
    let assumptions = Scenario::new(Baseline::current()).assumptions();
    let mut run = Run::empty();
    bencher.bench_local(|| model::simulate(black_box(&assumptions), black_box(&mut run)));
}

/// The same with a fresh sheet and the scenario turned into assumptions.
#[divan::bench]
fn one_run_from_a_scenario(bencher: Bencher) {
    let scenario = Scenario::new(Baseline::current());
    bencher.bench_local(|| black_box(&scenario).run());
}
