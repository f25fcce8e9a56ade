//! Texts of the page of evidence.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Template;

/// Words in and around the page of evidence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct EvidenceText {
    pub tab: String,
    /// Names of the sections, by their ids.
    pub sections: BTreeMap<String, String>,
    pub nothing_found: String,
    /// Stands between the parts of a line, such as publisher and date.
    pub dot: String,
    /// A result of a year, in a formula.
    pub of_year: Template,
    /// Publisher and date.
    pub published: Template,
    /// Kinds of sources, by their ids.
    pub source_kinds: BTreeMap<String, String>,
    pub claims: ClaimsText,
    pub actuals: ActualsText,
    pub assumptions: AssumptionsText,
    pub sources: SourcesText,
    pub limits: LimitsText,
}

/// The published claims.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct ClaimsText {
    pub headline: Template,
    pub search: String,
    pub all: Template,
    /// Short names of what a verdict comes to, by ids, for the filter.
    pub standings: BTreeMap<String, Template>,
    pub claim: String,
    pub formula: String,
    pub claimed: String,
    pub recomputed: String,
    pub deviation: String,
    pub verdict: String,
    pub agrees: String,
    pub between: Template,
    pub at_least: Template,
    pub at_most: Template,
    pub claimed_value: Template,
    pub baseline_value: Template,
    pub moves: String,
    pub legend: String,
    pub how: String,
    pub article: String,
    pub row: Template,
    pub value: Template,
}

/// Observations, and forecasts of others.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct ActualsText {
    pub headline: Template,
    pub note: Template,
    pub legend_model: String,
    pub legend_baseline: String,
    pub legend_observed: String,
    pub legend_forecast: String,
    pub year: String,
    pub kind: String,
    pub published: String,
    pub model: String,
    pub deviation: String,
    pub source: String,
    /// How a value is known, by the ids of kinds.
    pub kinds: BTreeMap<String, String>,
    pub lower: String,
    pub upper: String,
    pub before_model: String,
    pub equal: String,
    pub forecast_above: Template,
    pub forecast_below: Template,
    pub forecast_times: Template,
    pub forecast_equal: Template,
    pub observed_above: Template,
    pub observed_below: Template,
    pub observed_times: Template,
    pub observed_equal: Template,
    pub only_before: String,
    pub row: Template,
    pub open_chart: Template,
}

/// The assumptions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct AssumptionsText {
    pub headline: Template,
    pub search: String,
    pub all: Template,
    pub changed: Template,
    pub any_basis: String,
    pub name: String,
    pub group: String,
    pub kind: String,
    pub value: String,
    pub baseline: String,
    pub low: String,
    pub high: String,
    pub unit: String,
    pub basis: String,
    pub source: String,
    /// How well a value is known, by ids: the word, and what it means.
    pub bases: BTreeMap<String, (String, String)>,
    pub told_basis: Template,
    pub legend: String,
    pub sources: String,
    pub this_value: Template,
    pub likely: Template,
    pub row: Template,
    pub row_changed: Template,
}

/// The sources.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct SourcesText {
    pub headline: Template,
    pub search: String,
    pub title: String,
    pub publisher: String,
    pub date: String,
    pub kind: String,
    pub assumptions: String,
    pub actuals: String,
    pub claims: String,
    pub suppliers: String,
    pub row: Template,
    pub used_by: String,
    pub no_assumptions: String,
    pub show_assumptions: Template,
    pub credit: String,
}

/// What the model does not know.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct LimitsText {
    pub headline: String,
    /// Title and sentence of each.
    pub points: Vec<(String, Template)>,
}
