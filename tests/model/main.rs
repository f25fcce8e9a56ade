//! The model: against hand-worked runs, at its extremes, and in its properties.

mod claims;
mod extremes;
mod golden;
mod properties;
mod tables;
