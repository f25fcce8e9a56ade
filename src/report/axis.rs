//! Vertical axes: range, scale and round ticks.

/// A vertical axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// How values are spread.
    pub scale: Scale,
    /// The least and the greatest value shown.
    pub range: (f64, f64),
    /// The unit of the series on it.
    pub unit: String,
    /// How many units are shown for one unit of the series: ticks are round in what is shown.
    pub factor: f64,
    /// A value whose line is drawn stronger.
    pub reference: Option<f64>,
}

/// How values are spread on an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Equal distances are equal differences.
    Linear,
    /// Equal distances are equal ratios.
    Log,
}

/// Values that span more than this many fold are shown on a log axis.
const DECADES: f64 = 60.0;

/// More labels than this are too many.
const MOST_TICKS: usize = 6;

impl Scale {
    /// Values that span decades grow evenly on a log axis, and only there can their beginnings be
    /// seen.
    pub fn around(values: impl IntoIterator<Item = f64>) -> Self {
        let finite = values.into_iter().filter(|value| value.is_finite());
        let (low, high) = finite.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
            (low.min(value), high.max(value))
        });
        if low > 0.0 && high / low > DECADES {
            Self::Log
        } else {
            Self::Linear
        }
    }
}

impl Axis {
    /// A linear axis from zero, or from the least value if that is negative, to a round number
    /// at or above all values; `factor` as in [`Axis::factor`].
    pub fn linear(values: impl Iterator<Item = f64>, unit: &str, factor: f64) -> Self {
        let (low, high) = extent(values.chain([0.0]));
        let step = round_step((high - low) * factor) / factor;
        let range = ((low / step).floor() * step, (high / step).ceil() * step);
        Self {
            scale: Scale::Linear,
            range,
            unit: unit.to_owned(),
            factor,
            reference: Some(0.0),
        }
    }

    /// A linear axis between round numbers around all values, not from zero: for ratios, of which
    /// the distances matter; `factor` as in [`Axis::factor`].
    pub fn fitted(values: impl Iterator<Item = f64>, unit: &str, factor: f64) -> Self {
        let (low, high) = extent(values);
        let step = round_step((high - low) * factor) / factor;
        Self {
            scale: Scale::Linear,
            range: ((low / step).floor() * step, (high / step).ceil() * step),
            unit: unit.to_owned(),
            factor,
            reference: None,
        }
    }

    /// A log axis between round numbers (…, 0.3, 1, 3, 10, …) around all positive values, from 1
    /// to 10 where there is none; `factor` as in [`Axis::factor`].
    pub fn log(values: impl Iterator<Item = f64>, unit: &str, factor: f64) -> Self {
        let shown = values.map(|value| value * factor);
        let (low, high) = match extent(shown.filter(|&value| value > 0.0)) {
            (low, high) if low > 0.0 => (low, high),
            _ => (1.0, 10.0),
        };
        let low = rounds_of_log(low / 10.0, low).last().unwrap_or(low);
        let high = rounds_of_log(high * (1.0 - 1e-9), high * 10.0)
            .next()
            .unwrap_or(high);
        Self {
            scale: Scale::Log,
            range: (low / factor, high / factor),
            unit: unit.to_owned(),
            factor,
            reference: None,
        }
    }

    /// A linear axis from zero or a log axis; `factor` as in [`Axis::factor`].
    pub fn scaled(
        scale: Scale,
        values: impl Iterator<Item = f64>,
        unit: &str,
        factor: f64,
    ) -> Self {
        match scale {
            Scale::Linear => Self::linear(values, unit, factor),
            Scale::Log => Self::log(values, unit, factor),
        }
    }

    /// The same axis, long enough for more values.
    #[must_use]
    pub fn holding(self, values: impl Iterator<Item = f64>) -> Self {
        let (low, high) = self.range;
        let all: Vec<f64> = values.chain([low, high]).collect();
        if all.iter().all(|value| (low..=high).contains(value)) {
            return self;
        }
        let longer = match self.scale {
            Scale::Linear if low == 0.0 || high == 0.0 => {
                Self::linear(all.into_iter(), &self.unit, self.factor)
            }
            Scale::Linear => Self::fitted(all.into_iter(), &self.unit, self.factor),
            Scale::Log => Self::log(all.into_iter(), &self.unit, self.factor),
        };
        Self {
            range: longer.range,
            ..self
        }
    }

    /// The same axis, with a line at `value` drawn stronger.
    #[must_use]
    pub fn with_reference(self, value: f64) -> Self {
        Self {
            reference: Some(value),
            ..self
        }
    }

    /// The same axis wide enough for both ranges: so it does not jump under a moving lever.
    #[must_use]
    pub fn widened(self, other: (f64, f64)) -> Self {
        let range = (self.range.0.min(other.0), self.range.1.max(other.1));
        Self { range, ..self }
    }

    /// Where a value stands on the axis, 0 at its low end and 1 at its high end.
    pub fn position(&self, value: f64) -> f64 {
        let (low, high) = (self.coordinate(self.range.0), self.coordinate(self.range.1));
        (self.coordinate(value) - low) / (high - low)
    }

    /// The value as drawn: its logarithm on a log axis. Not finite where it cannot be drawn.
    pub fn coordinate(&self, value: f64) -> f64 {
        match self.scale {
            Scale::Linear => value,
            Scale::Log if value > 0.0 => value.log10(),
            Scale::Log => f64::NAN,
        }
    }

    /// Whether a value stands on the reference line.
    pub fn is_reference(&self, value: f64) -> bool {
        self.reference.is_some_and(|at| (at - value).abs() < 1e-9)
    }

    /// Round values to label, about four to six.
    pub fn ticks(&self) -> Vec<f64> {
        let (low, high) = (self.range.0 * self.factor, self.range.1 * self.factor);
        let shown: Vec<f64> = match self.scale {
            Scale::Linear => {
                let step = round_step(high - low);
                let first = (low / step - 1e-9).ceil() as i64;
                let last = (high / step + 1e-9).floor() as i64;
                (first..=last).map(|index| index as f64 * step).collect()
            }
            Scale::Log => {
                let rounds: Vec<f64> = rounds_of_log(low, high).collect();
                let decade = |value: &f64| (value.log10() - value.log10().round()).abs() < 1e-9;
                if rounds.len() <= MOST_TICKS {
                    rounds
                } else {
                    let decades: Vec<f64> = rounds.into_iter().filter(decade).collect();
                    let every = decades.len().div_ceil(MOST_TICKS).max(1);
                    decades.into_iter().step_by(every).collect()
                }
            }
        };
        shown.into_iter().map(|tick| tick / self.factor).collect()
    }
}

/// Least and greatest of the finite values; 0 and 1 where there are none or all are equal.
fn extent(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let (low, high) = values
        .filter(|value| value.is_finite())
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| {
            (low.min(v), high.max(v))
        });
    if low < high {
        (low, high)
    } else if low.is_finite() {
        (low, low + 1.0)
    } else {
        (0.0, 1.0)
    }
}

/// A step of 1, 2, 2.5 or 5 times a power of ten that parts a span into four or five.
fn round_step(span: f64) -> f64 {
    let rough = span / 4.2;
    let power = 10f64.powf(rough.log10().floor());
    let factor = [1.0, 2.0, 2.5, 5.0]
        .into_iter()
        .find(|factor| factor * power >= rough);
    factor.unwrap_or(10.0) * power
}

/// The round numbers 1 and 3 times a power of ten within a range.
fn rounds_of_log(low: f64, high: f64) -> impl Iterator<Item = f64> {
    // The logarithm of nothing is endless; doubles end near 10 to the power of 308.
    let power = |value: f64| value.log10().clamp(-300.0, 300.0);
    let first = power(low).floor() as i32;
    let last = power(high).ceil() as i32;
    let inside = move |value: &f64| (low * (1.0 - 1e-9)..=high * (1.0 + 1e-9)).contains(value);
    (first..=last)
        .flat_map(|power| [1.0, 3.0].map(|f| f * 10f64.powi(power)))
        .filter(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_decades_are_on_a_log_axis() {
        for (values, scale) in [
            ([1.0, 60.0, 30.0], Scale::Linear),
            ([1.0, 60.1, 30.0], Scale::Log),
            ([0.0, 60.1, 30.0], Scale::Linear),
            ([-1.0, 60.1, 30.0], Scale::Linear),
            ([1.0, f64::INFINITY, 30.0], Scale::Linear),
            ([f64::NAN; 3], Scale::Linear),
        ] {
            assert_eq!(Scale::around(values), scale, "{values:?}");
        }
    }

    #[test]
    fn linear_axes_start_at_zero_and_end_round() {
        let axis = Axis::linear([120.0, 545.0].into_iter(), "GW", 1.0);
        assert_eq!(axis.range, (0.0, 600.0));
        assert_eq!(axis.ticks(), [0.0, 200.0, 400.0, 600.0]);
        assert!((axis.position(150.0) - 0.25).abs() < 1e-12);
    }

    #[test]
    fn linear_axes_hold_negative_values() {
        let axis = Axis::linear([-30.0, 80.0].into_iter(), "GW", 1.0);
        assert_eq!(axis.range, (-50.0, 100.0));
    }

    #[test]
    fn fitted_axes_hold_their_values_and_need_no_zero() {
        let axis = Axis::fitted([0.79, 1.05].into_iter(), "share", 1.0);
        assert!((axis.range.0 - 0.7).abs() < 1e-9 && (axis.range.1 - 1.1).abs() < 1e-9);
    }

    #[test]
    fn log_axes_tick_in_ones_and_threes() {
        let axis = Axis::log([0.41, 25.0].into_iter(), "x base year", 1.0);
        assert!((axis.range.0 - 0.3).abs() < 1e-9 && (axis.range.1 - 30.0).abs() < 1e-9);
        assert_eq!(axis.ticks().len(), 5);
        assert!(axis.coordinate(0.0).is_nan());
    }

    #[test]
    fn long_log_axes_tick_in_decades() {
        let axis = Axis::log([0.3, 1410.0].into_iter(), "GW", 1.0);
        let ticks: Vec<i64> = axis
            .ticks()
            .iter()
            .map(|tick| tick.round() as i64)
            .collect();
        assert_eq!(ticks, [1, 10, 100, 1000]);
    }

    #[test]
    fn ticks_are_round_in_what_is_shown() {
        let axis = Axis::linear([0.0, 100.0].into_iter(), "billion USD", 7.1);
        let shown: Vec<f64> = axis.ticks().iter().map(|tick| tick * 7.1).collect();
        for (tick, round) in shown.iter().zip([0.0, 200.0, 400.0, 600.0, 800.0]) {
            assert!((tick - round).abs() < 1e-9, "{shown:?}");
        }
    }

    #[test]
    fn axes_of_nothing_are_axes_still() {
        let nothing = Axis::linear([f64::NAN].into_iter(), "GW", 1.0);
        assert!(nothing.range.0 < nothing.range.1 && !nothing.ticks().is_empty());
        for values in [vec![], vec![0.0, -1.0], vec![f64::NAN]] {
            let nothing = Axis::log(values.into_iter(), "GW", 7.1);
            let ticks: Vec<f64> = nothing.ticks().iter().map(|tick| tick * 7.1).collect();
            assert_eq!(ticks, [1.0, 3.0, 10.0]);
        }
        let from_nothing = Axis::log([1.0].into_iter(), "GW", 1.0).widened((0.0, 1.0));
        assert!(!from_nothing.ticks().is_empty());
        let one = Axis::log([1.0].into_iter(), "GW", 1.0);
        assert!(one.range.0 <= 1.0 && one.range.1 > 1.0);
    }
}
