//! The model: against hand-worked runs, at its extremes, and in its properties.

mod claims;
mod comparing;
mod extremes;
mod golden;
mod payback_map;
mod properties;
mod tables;
