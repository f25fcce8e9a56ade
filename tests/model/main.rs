//! The model: against hand-worked runs, at its extremes, and in its properties.

mod comparing;
mod extremes;
mod golden;
mod properties;
mod tables;
