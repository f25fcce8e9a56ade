//! The years of a value as a small curve, with the baseline behind it.

use eframe::egui::{Color32, Pos2, Rect, Shape, Stroke, Ui, pos2};

use super::style;
use crate::model::{YEARS, Year};
use crate::theme::Role;

/// How wide a curve in a table is.
pub const WIDTH: f32 = 52.0;

/// Paints the curve in `rect` with a dot at a year.
pub fn show(
    ui: &Ui,
    rect: Rect,
    values: &[f64; YEARS],
    baseline: Option<&[f64; YEARS]>,
    year: Year,
    color: Color32,
) {
    let all = || values.iter().chain(baseline.into_iter().flatten()).copied();
    let (least, most) = (all().fold(0.0, f64::min), all().fold(1e-12, f64::max));
    let curve = |values: &[f64; YEARS]| -> Vec<Pos2> {
        let place = |(index, value): (usize, &f64)| {
            let x = rect.left() + rect.width() * index as f32 / (YEARS - 1) as f32;
            let share = ((value - least) / (most - least)) as f32;
            pos2(x, rect.bottom() - rect.height() * share)
        };
        values.iter().enumerate().map(place).collect()
    };
    let painter = ui.painter();
    if let Some(baseline) = baseline {
        let ghost = Stroke::new(1.1, style::color(ui, Role::Ghost));
        painter.extend(Shape::dashed_line(&curve(baseline), ghost, 3.0, 2.5));
    }
    let points = curve(values);
    painter.line(points.clone(), Stroke::new(1.5, color));
    painter.circle_filled(points[year.index()], 2.2, color);
}
