//! Where a value stands among the draws of an assumption.

use crate::model::assumptions::Scale;

/// Standard deviations between the median and P5 or P95 of a normal distribution (MODEL.md §7).
const TAIL: f64 = 1.6449;

/// The share of draws below a value, 0 to 1, for a two-piece distribution whose P5, median and
/// P95 are `(low, base, high)`; `None` where it is a single value (MODEL.md §7).
pub fn share_below((low, base, high): (f64, f64, f64), scale: Scale, value: f64) -> Option<f64> {
    if low == high {
        return None;
    }
    let distance = |from: f64, to: f64| match scale {
        Scale::Linear => to - from,
        Scale::Log => (to / from).ln(),
    };
    let side = if value >= base {
        distance(base, high)
    } else {
        distance(low, base)
    };
    let deviation = distance(base, value);
    if side == 0.0 {
        // All draws of this side are the base itself.
        return Some(match deviation.total_cmp(&0.0) {
            std::cmp::Ordering::Less => 0.0,
            std::cmp::Ordering::Equal => 0.5,
            std::cmp::Ordering::Greater => 1.0,
        });
    }
    Some(normal(deviation / side * TAIL))
}

/// The share of a standard normal distribution below `z`.
fn normal(z: f64) -> f64 {
    0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_the_range_are_p5_and_p95() {
        for scale in [Scale::Linear, Scale::Log] {
            let below = |value| share_below((3.8, 4.8, 6.0), scale, value).expect("a range");
            assert!((below(3.8) - 0.05).abs() < 1e-4);
            assert!((below(4.8) - 0.5).abs() < 1e-12);
            assert!((below(6.0) - 0.95).abs() < 1e-4);
        }
    }

    #[test]
    fn one_sided_and_single_values() {
        assert_eq!(share_below((1.0, 1.0, 1.0), Scale::Linear, 2.0), None);
        let one_sided = |value| share_below((0.0, 0.0, 1.0), Scale::Linear, value);
        assert_eq!(one_sided(-0.5), Some(0.0));
        assert_eq!(one_sided(0.0), Some(0.5));
    }
}
