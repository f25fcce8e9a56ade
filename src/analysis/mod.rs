//! What runs of the model say beyond their numbers. Knows no scenario, no file and no words.

#![expect(
    clippy::inline_always,
    reason = "vector instructions reach only inlined code"
)]

mod attribution;
mod compare;
mod ensemble;
mod fan;
mod goal_seek;
mod movement;
mod normal;
mod order;
mod outcomes;
mod payback_map;
mod reach;
mod sampling;
mod select;
mod sensitivity;
mod shapley;
mod spread;
mod strip;
mod tally;
mod tornado;
mod window;

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
