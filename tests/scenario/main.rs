//! Scenario files: reading, checking, writing.

mod broken;
mod corpus;
mod limits;
#[path = "../fuzz/number_property.rs"]
mod number_property;
mod round_trip;
mod saving;
#[path = "../fuzz/scenario_property.rs"]
mod scenario_property;
mod shipped;
mod valid;
