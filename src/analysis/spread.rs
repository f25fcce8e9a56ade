//! What is believed of an assumption: a two-piece distribution around its value (MODEL.md §7).

use crate::model::assumptions::Scale;
use crate::model::{Assumption, Assumptions};

/// Standard deviations between the median and P5 or P95 of a normal distribution (MODEL.md §7).
const TAIL: f64 = 1.6449;

/// A two-piece distribution by its P5, median and P95, in the unit of its assumption: half a
/// normal one on each side of the median, of the values or, on a log scale, of their logarithms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// P5, before it is clamped to the limits.
    pub low: f64,
    /// The median.
    pub median: f64,
    /// P95, before it is clamped to the limits.
    pub high: f64,
    scale: Scale,
    limits: (f64, f64),
}

impl Spread {
    /// A spread of `assumption` with these P5, median and P95. A P5 above the median or a P95
    /// below it is taken as the median: on that side the value is certain.
    pub fn new(assumption: Assumption, low: f64, median: f64, high: f64) -> Self {
        let info = assumption.info();
        Self {
            low: low.min(median),
            median,
            high: high.max(median),
            scale: info.scale,
            limits: (info.min, info.max),
        }
    }

    /// The same spread around another median: by the same differences, on a log scale by the same
    /// ratios.
    #[must_use]
    pub fn moved_to(self, median: f64) -> Self {
        let moved = |end: f64| match self.scale {
            Scale::Linear => median + (end - self.median),
            Scale::Log => median * (end / self.median),
        };
        if median == self.median {
            return self;
        }
        Self {
            low: moved(self.low),
            median,
            high: moved(self.high),
            ..self
        }
    }

    /// Is it one value? Then there is nothing to draw.
    pub fn is_fixed(&self) -> bool {
        self.low == self.high
    }

    /// P5 and P95, within the limits of the assumption.
    pub fn ends(&self) -> (f64, f64) {
        (self.clamped(self.low), self.clamped(self.high))
    }

    /// The draw for a normal deviate `z`, within the limits of the assumption.
    pub fn draw(&self, z: f64) -> f64 {
        let line = self.line();
        let away = z * if z >= 0.0 { line.up } else { line.down };
        self.clamped(if line.exponential {
            line.median * away.exp2()
        } else {
            line.median + away
        })
    }

    /// The share of draws below a value, 0 to 1, had they not been clamped; `None` where it is
    /// one value.
    pub fn share_below(&self, value: f64) -> Option<f64> {
        if self.is_fixed() {
            return None;
        }
        let distance = |from: f64, to: f64| match self.scale {
            Scale::Linear => to - from,
            Scale::Log => (to / from).ln(),
        };
        let side = if value >= self.median {
            distance(self.median, self.high)
        } else {
            distance(self.low, self.median)
        };
        let deviation = distance(self.median, value);
        if side == 0.0 {
            // All draws of this side are the median itself.
            return Some(match deviation.total_cmp(&0.0) {
                std::cmp::Ordering::Less => 0.0,
                std::cmp::Ordering::Equal => 0.5,
                std::cmp::Ordering::Greater => 1.0,
            });
        }
        Some(normal_share_below(deviation / side * TAIL))
    }

    /// How draws follow from normal deviates.
    pub(super) fn line(&self) -> Line {
        let of = match self.scale {
            Scale::Linear => |value: f64| value,
            Scale::Log => f64::log2,
        };
        let median = of(self.median);
        Line {
            median: self.median,
            up: (of(self.high) - median) / TAIL,
            down: (median - of(self.low)) / TAIL,
            exponential: self.scale == Scale::Log,
            limits: self.limits,
        }
    }

    fn clamped(&self, value: f64) -> f64 {
        let (min, max) = self.limits;
        value.max(min).min(max)
    }
}

/// A draw is `median + z · up` for a deviate z ≥ 0 and `median + z · down` below; where
/// `exponential`, `median · 2^(z · up)` and so on; then clamped to `limits`.
#[derive(Clone, Copy)]
pub(super) struct Line {
    pub median: f64,
    pub up: f64,
    pub down: f64,
    pub exponential: bool,
    pub limits: (f64, f64),
}

/// What is believed of every assumption of a scenario.
pub type Spreads = Assumptions<Spread>;

/// The share of a standard normal distribution below `z`.
fn normal_share_below(z: f64) -> f64 {
    0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::table;
    use std::collections::BTreeMap;

    /// What the newest baseline believes, read off its file: baselines are known further right.
    pub(in crate::analysis) fn baseline() -> Spreads {
        #[derive(serde::Deserialize)]
        struct Baseline {
            values: BTreeMap<Assumption, Range>,
        }
        #[derive(serde::Deserialize)]
        struct Range {
            low: f64,
            base: f64,
            high: f64,
        }
        let file: Baseline = table::embedded(include_str!("../../assets/baselines/2025.ron"));
        Assumptions::from_fn(|assumption| {
            let Range { low, base, high } = file.values[&assumption];
            Spread::new(assumption, low, base, high)
        })
    }

    fn spread(scale: Scale, low: f64, median: f64, high: f64) -> Spread {
        Spread {
            low,
            median,
            high,
            scale,
            limits: (0.5, 8.0),
        }
    }

    #[test]
    fn ends_of_the_range_are_p5_and_p95() {
        for scale in [Scale::Linear, Scale::Log] {
            let spread = spread(scale, 3.8, 4.8, 6.0);
            for (value, share, z) in [(3.8, 0.05, -TAIL), (4.8, 0.5, 0.0), (6.0, 0.95, TAIL)] {
                let below = spread.share_below(value).expect("a range");
                assert!((below - share).abs() < 1e-4);
                assert!((spread.draw(z) - value).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn one_sided_and_single_values() {
        assert_eq!(spread(Scale::Linear, 1.0, 1.0, 1.0).share_below(2.0), None);
        let one_sided = spread(Scale::Linear, 1.0, 1.0, 2.0);
        assert_eq!(one_sided.share_below(0.5), Some(0.0));
        assert_eq!(one_sided.share_below(1.0), Some(0.5));
        assert_eq!(one_sided.draw(-2.0), 1.0);
    }

    #[test]
    fn a_spread_moves_with_its_value_and_draws_stay_within_limits() {
        let linear = spread(Scale::Linear, 2.0, 3.0, 5.0).moved_to(4.0);
        assert_eq!((linear.low, linear.high), (3.0, 6.0));
        let log = spread(Scale::Log, 2.0, 4.0, 8.0).moved_to(6.0);
        assert_eq!((log.low, log.high), (3.0, 12.0));
        assert_eq!(log.ends(), (3.0, 8.0));
        assert_eq!(log.draw(TAIL), 8.0);
    }
}
