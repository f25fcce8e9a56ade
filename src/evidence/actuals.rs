//! What was observed, and what others forecast.

use std::sync::LazyLock;

use serde::Deserialize;
use strum::IntoStaticStr;

use crate::model::{Series, table};
use crate::text::Words;

/// An observation or somebody's forecast of a series.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actual {
    /// The series, in its unit.
    pub series: Series,
    /// The calendar year; may lie before the base year.
    pub year: u16,
    /// The value.
    pub value: f64,
    /// How it is known.
    pub kind: ActualKind,
    /// Id of the source.
    pub source: String,
    /// What to know about it; may be empty.
    pub note: Words,
    /// Where it is no value but a limit of it.
    #[serde(default)]
    pub bound: Option<Bound>,
}

/// Which limit of the true value a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// The true value is this or more.
    Lower,
    /// The true value is this or less.
    Upper,
}

/// How a value is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ActualKind {
    /// Estimated from shipments or reports.
    Estimate,
    /// Half a year, doubled.
    HalfYearDoubled,
    /// Computed from published values.
    Derived,
    /// Published by an analyst.
    Analyst,
    /// Market prices.
    Market,
    /// Somebody else's forecast: not an observation.
    Forecast,
}

static TABLE: LazyLock<Vec<Actual>> =
    LazyLock::new(|| table::embedded(include_str!("../../assets/data/actuals.ron")));

/// All observations and forecasts in table order.
pub fn actuals() -> &'static [Actual] {
    &TABLE
}

/// What was observed of a series, oldest first. Forecasts of others are left out.
pub fn of_series(series: Series) -> impl Iterator<Item = &'static Actual> {
    TABLE
        .iter()
        .filter(move |actual| actual.series == series && actual.kind != ActualKind::Forecast)
}

/// What others forecast of a series, oldest first.
pub fn forecasts_of(series: Series) -> impl Iterator<Item = &'static Actual> {
    TABLE
        .iter()
        .filter(move |actual| actual.series == series && actual.kind == ActualKind::Forecast)
}
