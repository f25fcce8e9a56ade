//! Scenario files: reading, checking, writing.

mod broken;
mod limits;
mod round_trip;
mod saving;
mod shipped;
mod valid;
