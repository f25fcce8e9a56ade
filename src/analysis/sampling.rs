//! Draws of the assumptions: a scrambled Sobol sequence, mapped to what is believed of each.

use fearless_simd::prelude::*;
use fearless_simd::{Simd, f64x8};
use sobol_burley::parts::{hash, owen_scramble_rev, sobol_rev};

use super::normal::normal_deviate;
use super::spread::{Line, Spreads};
use crate::model::assumptions::Kind;
use crate::model::{Assumption, Assumptions};
use crate::number::lanes::{LANES, Lanes};

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
                points: std::array::from_fn(|index| {
                    sobol_rev((index as u32).reverse_bits(), dimension)
                }),
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
            for (point, value) in drawn.points.iter().zip(values.iter_mut()) {
                // The middle of the point's cell: never 0, never 1.
                let point = owen_scramble_rev(point ^ start, scramble).reverse_bits();
                *value = (f64::from(point) + 0.5) * (1.0 / 4_294_967_296.0);
            }
            let (values, _) = values.as_chunks_mut::<LANES>();
            for values in values {
                let u = f64x8::from_slice(simd, values);
                drawn.line.value(normal_deviate(u)).store_slice(values);
            }
        }
    }

    /// The assumptions of eight samples of a strip that was drawn, from its sample `offset` on.
    #[inline(always)]
    pub fn load<S: Simd>(&self, simd: S, draws: &Draws, offset: usize) -> Assumptions<Lanes<S>> {
        let mut values = self.medians.map(
            #[inline(always)]
            |median| Lanes::splat(simd, *median),
        );
        for (drawn, Row(row)) in self.drawn.iter().zip(&draws.0) {
            let (chunks, _) = row.as_chunks::<LANES>();
            values[drawn.assumption] = Lanes::load(simd, &chunks[offset / LANES]);
        }
        values
    }
}

impl Line {
    /// The draws for eight normal deviates.
    #[inline(always)]
    fn value<S: Simd>(&self, z: f64x8<S>) -> f64x8<S> {
        let simd = z.simd;
        let is_down = z.simd_lt(f64x8::splat(simd, 0.0));
        let slope = is_down.select(f64x8::splat(simd, self.down), f64x8::splat(simd, self.up));
        let mut value = z.mul_add(slope, f64x8::splat(simd, self.start));
        if self.exponential {
            value = crate::number::powers::exp2(value);
        }
        let (min, max) = self.limits;
        value
            .max(f64x8::splat(simd, min))
            .min(f64x8::splat(simd, max))
    }
}
