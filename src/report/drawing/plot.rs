//! Where values and years stand in a drawn chart: what draws over it later needs the same places.

use super::{Area, Place};
use crate::report::axis::{Axis, Scale};

/// The plot of a drawn chart.
#[derive(Clone, Debug, PartialEq)]
pub struct PlotFrame {
    /// The plot without its axes.
    pub plot: Area,
    /// First and last calendar year.
    pub years: (u16, u16),
    /// The vertical axis.
    pub axis: Axis,
}

/// Parts of a year before the first and after the last, to keep dots and bars inside.
const MARGINS: (f64, f64) = (0.25, 0.15);

impl PlotFrame {
    /// The years at the left and at the right edge of the plot.
    pub fn year_range(&self) -> (f64, f64) {
        (
            f64::from(self.years.0) - MARGINS.0,
            f64::from(self.years.1) + MARGINS.1,
        )
    }

    /// The place of a year.
    pub fn x(&self, year: f64) -> f32 {
        let (first, last) = self.year_range();
        self.plot.left + self.plot.width() * ((year - first) / (last - first)) as f32
    }

    /// The place of a value, if it can be drawn.
    pub fn y(&self, value: f64) -> Option<f32> {
        let y = self.plot.bottom - self.plot.height() * self.axis.position(value) as f32;
        y.is_finite().then_some(y)
    }

    /// The place of a point, if it can be drawn.
    pub fn place(&self, (year, value): (f64, f64)) -> Option<Place> {
        Some((self.x(year), self.y(value)?))
    }

    /// The year at a place, with its part.
    pub fn year_at(&self, x: f32) -> f64 {
        let (first, last) = self.year_range();
        let share = f64::from((x - self.plot.left) / self.plot.width().max(f32::MIN_POSITIVE));
        first + share * (last - first)
    }

    /// The value at a height.
    pub fn value_at(&self, y: f32) -> f64 {
        let share = f64::from((self.plot.bottom - y) / self.plot.height().max(f32::MIN_POSITIVE));
        let (low, high) = self.axis.range;
        match self.axis.scale {
            Scale::Linear => low + share * (high - low),
            Scale::Log => low * (high / low).powf(share),
        }
    }

    /// How far apart two years are.
    pub fn year_width(&self) -> f32 {
        self.x(1.0) - self.x(0.0)
    }

    /// The height of a value, moved to the nearest edge where it is outside of the plot.
    pub fn y_inside(&self, value: f64) -> Option<f32> {
        let y = self.y(value)?;
        Some(y.max(self.plot.top).min(self.plot.bottom))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(axis: Axis) -> PlotFrame {
        PlotFrame {
            plot: Area::new((100.0, 50.0), (1140.0, 450.0)),
            years: (2022, 2032),
            axis,
        }
    }

    #[test]
    fn places_are_worked_out_by_hand() {
        let frame = frame(Axis::linear([545.0].into_iter(), "GW", 1.0));
        // 10.4 years are 1040 points wide, the first stands a quarter of a year from the left.
        assert!((frame.x(2022.0) - 125.0).abs() < 1e-3);
        assert!((frame.x(2032.0) - 1125.0).abs() < 1e-3);
        // The axis ends at 600.
        assert_eq!(frame.y(150.0), Some(350.0));
        assert_eq!(frame.y(f64::NAN), None);
        assert_eq!(frame.y(f64::INFINITY), None);
        assert_eq!(frame.y_inside(900.0), Some(50.0));
    }

    #[test]
    fn places_lead_back_to_values_and_years() {
        for axis in [
            Axis::linear([545.0].into_iter(), "GW", 1.0),
            Axis::linear([-30.0, 80.0].into_iter(), "GW", 7.1),
            Axis::log([0.41, 25.0].into_iter(), "GW", 1.0),
        ] {
            let frame = frame(axis);
            for value in [0.5, 3.0, 20.0] {
                let back = frame.value_at(frame.y(value).expect("it can be drawn"));
                assert!((back / value - 1.0).abs() < 1e-3, "{value}: {back}");
            }
            for year in [2021.9, 2025.0, 2032.0] {
                assert!((frame.year_at(frame.x(year)) - year).abs() < 1e-3);
            }
        }
    }
}
