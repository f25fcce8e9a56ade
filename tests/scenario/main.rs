//! Scenario files: reading, checking, writing.

mod broken;
mod corpus;
mod limits;
#[path = "../fuzz/properties.rs"]
mod properties;
mod round_trip;
mod saving;
mod shipped;
mod valid;
