//! Draws of the assumptions: a scrambled Sobol sequence, mapped to what is believed of each.

use fearless_simd::prelude::*;
use fearless_simd::{Simd, f32x16, f64x8, i32x16, u32x16};
use sobol_burley::parts::{hash, owen_scramble_rev, sobol_rev};

use super::chunk::WIDTH;
use super::normal::lower_deviate;
use super::spread::{Line, Spreads};
use crate::model::assumptions::Kind;
use crate::model::{Assumption, Assumptions};
use crate::number::lanes::{LANES, Lanes};
use crate::number::single::exp2;

/// How many samples are drawn, run and counted together: few enough that all their results stay
/// in the processor's cache.
pub(super) const STRIP: usize = 256;
/// Length of one Sobol sequence. Longer samples go on with another scramble of it.
const SEQUENCE: usize = 1 << 16;

/// Which draws are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sampling {
    /// How many.
    pub samples: usize,
    /// The same seed draws the same numbers: a fan moves only because the scenario has moved.
    pub seed: u32,
    /// Are facts of the base year drawn too?
    pub observed: bool,
}

impl Default for Sampling {
    fn default() -> Self {
        Self {
            samples: 4096,
            seed: 1,
            observed: false,
        }
    }
}

impl Sampling {
    /// Is an assumption drawn?
    pub fn draws(&self, spreads: &Spreads, assumption: Assumption) -> bool {
        let is_observed = assumption.info().kind == Kind::Observed;
        !spreads[assumption].is_fixed() && (self.observed || !is_observed)
    }
}

/// Draws samples of all assumptions, strip by strip.
pub(super) struct Sampler {
    seed: u32,
    /// Every assumption's value where it is not drawn, and its median where it is.
    medians: Assumptions<f64>,
    drawn: Vec<Drawn>,
}

/// An assumption that is drawn.
struct Drawn {
    assumption: Assumption,
    line: Line,
    /// The first `STRIP` points of its dimension, bits reversed. A strip starts at a multiple of
    /// its length, so that its points are these, each combined with the strip's first.
    points: [u32; STRIP],
}

impl Drawn {
    /// Its dimension of the Sobol sequence: its place in the table, so that the draws of one
    /// assumption do not depend on which others are drawn.
    fn dimension(assumption: Assumption) -> u32 {
        assumption as u32
    }
}

/// The values of the drawn assumptions in the samples of a strip, one row for each.
#[derive(Default)]
pub(super) struct Draws(Vec<Row>);

/// Aligned, so that no vector lies on two lines of the cache.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Row([f64; STRIP]);

impl Sampler {
    pub fn new(spreads: &Spreads, sampling: Sampling) -> Self {
        let all = Assumption::ALL.iter().copied();
        let drawn = all.filter(|&assumption| sampling.draws(spreads, assumption));
        let drawn = drawn.map(|assumption| {
            let dimension = Drawn::dimension(assumption);
            Drawn {
                assumption,
                line: spreads[assumption].line(),
                points: first_points(dimension),
            }
        });
        Self {
            seed: sampling.seed,
            medians: Assumptions::from_fn(|assumption| spreads[assumption].median),
            drawn: drawn.collect(),
        }
    }

    /// Draws the samples of the strip that starts at `first`, a multiple of its length.
    #[inline(always)]
    pub fn draw<S: Simd>(&self, simd: S, first: usize, draws: &mut Draws) {
        let sequence = hash(self.seed ^ hash((first / SEQUENCE) as u32));
        let start = ((first % SEQUENCE) as u32).reverse_bits();
        draws.0.resize(self.drawn.len(), Row([0.0; STRIP]));
        for (drawn, Row(values)) in self.drawn.iter().zip(&mut draws.0) {
            let dimension = Drawn::dimension(drawn.assumption);
            let scramble = hash(sequence.wrapping_add(dimension));
            let start = sobol_rev(start, dimension);
            let mut points = drawn.points;
            for point in &mut points {
                *point = owen_scramble_rev(*point ^ start, scramble).reverse_bits();
            }
            let (points, _) = points.as_chunks::<WIDTH>();
            let (values, _) = values.as_chunks_mut::<WIDTH>();
            for (points, values) in points.iter().zip(values) {
                let deviates = deviates(u32x16::from_slice(simd, points));
                drawn.line.values(deviates, values);
            }
        }
    }

    /// What all samples have in common: every assumption that is not drawn, and the medians of those
    /// that are.
    #[inline(always)]
    pub fn medians<S: Simd>(&self, simd: S) -> Assumptions<Lanes<S>> {
        self.medians.map(
            #[inline(always)]
            |median| Lanes::splat(simd, *median),
        )
    }

    /// Writes what was drawn for eight samples of a strip, from its sample `offset` on.
    #[inline(always)]
    pub fn load<S: Simd>(
        &self,
        simd: S,
        draws: &Draws,
        offset: usize,
        assumptions: &mut Assumptions<Lanes<S>>,
    ) {
        for (drawn, Row(row)) in self.drawn.iter().zip(&draws.0) {
            let (chunks, _) = row.as_chunks::<LANES>();
            assumptions[drawn.assumption] = Lanes::load(simd, &chunks[offset / LANES]);
        }
    }
}

/// The first points of a dimension, bits reversed. A point combines those of the bits of its index.
fn first_points(dimension: u32) -> [u32; STRIP] {
    let mut points = [0; STRIP];
    for index in 1..STRIP {
        let last_bit = index & index.wrapping_neg();
        points[index] = if index == last_bit {
            sobol_rev((index as u32).reverse_bits(), dimension)
        } else {
            points[index ^ last_bit] ^ points[last_bit]
        };
    }
    points
}

/// Normal deviates by points of a sequence, from 0 to 2³² − 1. Each stands for the middle of its
/// cell, so that none is infinite; the upper half mirrors the lower.
#[inline(always)]
fn deviates<S: Simd>(points: u32x16<S>) -> f32x16<S> {
    let simd = points.simd;
    let is_upper = points.simd_gt(u32x16::splat(simd, u32::MAX / 2));
    let from_end: i32x16<S> = is_upper.select(!points, points).bitcast();
    let share = (f32x16::float_from(from_end) + 0.5) * (1.0 / 4_294_967_296.0);
    let deviates = lower_deviate(share);
    is_upper.select(-deviates, deviates)
}

impl Line {
    /// The draws for sixteen normal deviates.
    #[inline(always)]
    fn values<S: Simd>(&self, z: f32x16<S>, values: &mut [f64; WIDTH]) {
        let simd = z.simd;
        let is_down = z.simd_lt(f32x16::splat(simd, 0.0));
        let down = f32x16::splat(simd, self.down as f32);
        let up = f32x16::splat(simd, self.up as f32);
        let away = z * is_down.select(down, up);
        let median = f64x8::splat(simd, self.median);
        let limit = |value: f64x8<S>| {
            let (min, max) = self.limits;
            let value = value.max(f64x8::splat(simd, min));
            value.min(f64x8::splat(simd, max))
        };
        let (first, second) = if self.exponential {
            let (first, second) = exp2(away).widen();
            (first * median, second * median)
        } else {
            let (first, second) = away.widen();
            (first + median, second + median)
        };
        limit(first).store_slice(&mut values[..LANES]);
        limit(second).store_slice(&mut values[LANES..]);
    }
}
