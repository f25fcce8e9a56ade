//! A ribbon of the Sankey.

use eframe::egui::{Color32, Pos2, Shape, Ui};

use super::feather::{Cut, band};
use crate::report::sankey::Ribbon;

/// Straight pieces that a ribbon's edge is made of.
const STEPS: u8 = 32;

/// Paints a ribbon of a flow whose upper left corner is at `origin`.
pub fn paint(ui: &Ui, ribbon: &Ribbon, origin: Pos2, color: Color32) {
    let cuts = (0..=STEPS).map(|step| {
        let share = f32::from(step) / f32::from(STEPS);
        Cut {
            x: ribbon.start.0 + (ribbon.end.0 - ribbon.start.0) * share,
            top: ribbon.y(share),
            bottom: ribbon.y(share) + ribbon.thickness,
            slope: ribbon.slope(share),
        }
    });
    let mesh = band(cuts, color, origin, 1.0 / ui.pixels_per_point());
    ui.painter().add(Shape::mesh(mesh));
}
