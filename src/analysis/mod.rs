//! What runs of the model say beyond their numbers. Knows no scenario, no file and no words.

#![expect(
    clippy::inline_always,
    reason = "vector instructions reach only inlined code"
)]

mod attribution;
mod chunk;
mod compare;
mod ensemble;
mod fan;
mod goal_seek;
mod group;
mod heap;
mod kept;
mod lane_sort;
mod movement;
mod normal;
mod outcomes;
mod payback_map;
mod reach;
mod sampling;
mod sensitivity;
mod shapley;
mod spread;
mod strip;
mod tornado;
mod window;
mod windows;

pub use attribution::{Attribution, Part, attribute};
pub use compare::{Difference, difference, differing, is_code};
pub use fan::{Fan, FanMaker, FanRequest, Percentiles, Progress, SHARES};
pub use goal_seek::{Sought, seek};
pub use movement::{Movement, largest_movements};
pub use payback_map::Renting;
pub use sampling::Sampling;
pub use sensitivity::{Sensitivity, sensitivities};
pub use spread::{Spread, Spreads};
pub use strip::Cell;
pub use tornado::{Swing, swing, tornado};
