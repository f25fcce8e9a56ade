//! What is known from outside: sources, observations, and published claims.

mod actuals;
mod claims;
mod sources;

pub use actuals::{Actual, ActualKind, actuals, forecasts_of, of_series};
pub use claims::{Claim, claims};
pub use sources::{Source, source, sources};
