//! What runs of the model say beyond their numbers. Knows no scenario, no file and no words.

mod movement;
mod percentile;
mod swing;

pub use movement::{Movement, largest_movements};
pub use percentile::share_below;
pub use swing::{Swing, swing};
