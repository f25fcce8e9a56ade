//! What is known from outside: sources, observations, and published claims.

mod actuals;
mod claims;
mod expression;
mod sources;

pub use actuals::{Actual, ActualKind, Bound, actuals, forecasts_of, of_series};
pub use claims::{Claim, Claimed, Recomputation, Standing, claims};
pub use expression::{Expression, ExpressionError, Function, Operator};
pub use sources::{Source, source, sources};
