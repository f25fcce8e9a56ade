//! The sign of the program: three rising bars on a square.

use super::{Area, Drawing, Fill, Place};
use crate::theme::Role;

/// The side of the square that the other sizes are parts of.
const WHOLE: f32 = 24.0;
/// From the edge to the first bar, and to the foot of all.
const EDGE: f32 = 5.5;
/// From a bar to the next, their width, and their heights.
const STEP: f32 = 5.0;
const WIDTH: f32 = 3.2;
const HEIGHTS: [f32; 3] = [5.0, 9.0, 13.0];

/// Draws the sign with its upper left corner at a place.
pub fn draw(drawing: &mut Drawing, (left, top): Place, side: f32) {
    let unit = side / WHOLE;
    let square = Area::new((left, top), (left + side, top + side));
    drawing.fill(square, 5.0 * unit, Fill::solid(Role::Accent));
    let foot = square.bottom - EDGE * unit;
    let mut x = left + EDGE * unit;
    for height in HEIGHTS {
        let bar = Area::new((x, foot - height * unit), (x + WIDTH * unit, foot));
        drawing.fill(bar, unit, Fill::solid(Role::Card));
        x += STEP * unit;
    }
}
