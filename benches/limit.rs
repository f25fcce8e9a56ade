//! How far a run of the model on lanes is from the machine's limit: its operations are counted, its
//! time is measured, and so is the most that the machine can do, in the same run.
//!
//! `cargo bench --no-default-features --bench limit`

use std::cell::Cell as Counter;
use std::hint::black_box;
use std::ops::{Add, Div, Mul, Neg, Sub};
use std::time::Instant;

use fearless_simd::prelude::*;
use fearless_simd::{Level, Simd, dispatch, f64x8};
use suanli::analysis::{Cell, FanMaker, FanRequest, Progress, Sampling};
use suanli::model::{Series, Sheet, Year, simulate};
use suanli::number::Number;
use suanli::number::lanes::Path;
use suanli::scenario::{Baseline, Scenario};

/// Operations of a power as `number::powers` computes it: log₂ 16 multiply-adds and 5 others; the
/// product; 2^x 10 multiply-adds and 4 others. A multiply-add
/// counts as two.
const POWER: u64 = 2 * 16 + 5 + 1 + 2 * 10 + 4;

thread_local! {
    static OPERATIONS: Counter<u64> = const { Counter::new(0) };
}

fn counted(value: f64, operations: u64) -> Counted {
    OPERATIONS.with(|count| count.set(count.get() + operations));
    Counted(value)
}

/// A number that counts what is done with it.
#[derive(Clone, Copy)]
struct Counted(f64);

macro_rules! operator {
    ($trait:ident, $method:ident) => {
        impl $trait for Counted {
            type Output = Self;
            fn $method(self, other: Self) -> Self {
                counted(self.0.$method(other.0), 1)
            }
        }
        impl $trait<f64> for Counted {
            type Output = Self;
            fn $method(self, other: f64) -> Self {
                counted(self.0.$method(other), 1)
            }
        }
    };
}

operator!(Add, add);
operator!(Sub, sub);
operator!(Mul, mul);
operator!(Div, div);

impl Neg for Counted {
    type Output = Self;
    fn neg(self) -> Self {
        counted(-self.0, 1)
    }
}

impl Number for Counted {
    fn constant(value: f64) -> Self {
        Self(value)
    }
    fn min(self, other: Self) -> Self {
        counted(self.0.min(other.0), 1)
    }
    fn max(self, other: Self) -> Self {
        counted(self.0.max(other.0), 1)
    }
    fn powf(self, exponent: Self) -> Self {
        counted(self.0.powf(exponent.0), POWER)
    }
    fn sqrt(self) -> Self {
        counted(self.0.sqrt(), 1)
    }
    fn if_less(self, bound: Self, then: Self, otherwise: Self) -> Self {
        counted(
            if self.0 < bound.0 {
                then.0
            } else {
                otherwise.0
            },
            2,
        )
    }
}

/// Keeps nothing.
struct Nowhere;

impl Sheet<Counted> for Nowhere {
    fn put(&mut self, _: Series, _: Year, value: Counted) -> Counted {
        value
    }
}

/// Operations of one run.
fn operations() -> u64 {
    let assumptions = Scenario::new(Baseline::current()).assumptions();
    simulate(&assumptions.map(|value| Counted(*value)), &mut Nowhere);
    OPERATIONS.with(Counter::get)
}

/// Nanoseconds of one run on lanes, the draw of its assumptions included: a fan of one result.
fn nanoseconds() -> f64 {
    const SAMPLES: usize = 2048;
    let spreads = Scenario::new(Baseline::current()).spreads();
    let cells: Vec<Cell> = Cell::of_series(Series::Capex).take(1).collect();
    let request = FanRequest {
        spreads: &spreads,
        cells: &cells,
        watched: None,
        sampling: Sampling {
            samples: SAMPLES,
            ..Sampling::default()
        },
        threads: 1,
        path: Path::best(),
    };
    let mut maker = FanMaker::default();
    median(|| {
        black_box(maker.make(&request, &Progress::default()));
    }) / SAMPLES as f64
}

/// Multiply-adds that do not wait for each other, a thousand rounds of them.
#[inline(always)]
fn multiply_adds<S: Simd>(simd: S) -> f64 {
    const CHAINS: usize = 12;
    let factor = f64x8::splat(simd, black_box(0.999_999));
    let mut chains = [f64x8::splat(simd, black_box(1.0)); CHAINS];
    for _ in 0..1000 {
        for chain in &mut chains {
            *chain = chain.mul_add(factor, factor);
        }
    }
    let sum = chains.into_iter().reduce(|a, b| a + b);
    sum.map_or(0.0, |sum| sum.as_slice()[0])
}

/// The most operations a nanosecond that this processor does on lanes.
fn peak() -> f64 {
    const OPERATIONS: f64 = 1000.0 * 12.0 * 8.0 * 2.0;
    let level = Level::new();
    OPERATIONS
        / median(|| {
            black_box(dispatch!(level, simd => multiply_adds(simd)));
        })
}

/// The median time of many calls, nanoseconds.
fn median(mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..301)
        .map(|_| {
            let started = Instant::now();
            work();
            started.elapsed().as_secs_f64() * 1e9
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn main() {
    let (operations, time, peak) = (operations() as f64, nanoseconds(), peak());
    let speed = operations / time;
    println!("operations of a run: {operations:.0}");
    println!("time of a run on lanes, its draw included: {time:.0} ns");
    println!("speed: {speed:.1} operations a nanosecond");
    println!("multiply-adds alone: {peak:.1} operations a nanosecond");
    println!("part of the limit: {:.0} %", speed / peak * 100.0);
}
