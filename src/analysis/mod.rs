//! What runs of the model say beyond their numbers. Knows no scenario, no file and no words.

mod compare;
mod movement;
mod payback_map;
mod percentile;
mod swing;

pub use compare::{Difference, difference, differing, is_code};
pub use movement::{Movement, largest_movements};
pub use payback_map::Renting;
pub use percentile::share_below;
pub use swing::{Swing, swing};
