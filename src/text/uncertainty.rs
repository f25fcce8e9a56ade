//! Texts of the page about uncertainty, and of fans in charts.

use serde::Deserialize;

use super::Template;

/// Words in and around the page about uncertainty.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct UncertaintyText {
    pub tab: String,
    /// What the bands of a fan are.
    pub bands: Template,
    pub fan_subtitle: Template,
    /// P5, P25, P50, P75 and P95.
    pub percentiles: [String; 5],
    /// How many draws a fan was made of, and in what time.
    pub fan_time: Template,
    /// How far a fan has come.
    pub fan_progress: Template,
    /// How outcomes came about.
    pub method: Template,
    pub output: String,
    pub output_hint: String,
    pub draws: String,
    pub nothing_found: String,
    /// The name and year of a result.
    pub measure: Template,
    pub findings: OutcomeText,
    pub tornado: TornadoText,
    pub waterfall: WaterfallText,
    pub goal: GoalText,
}

/// Headlines about outcomes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct OutcomeText {
    pub below: Template,
    pub above: Template,
    pub hardly_below: Template,
    pub hardly_above: Template,
    pub half: Template,
    pub certain: Template,
    pub single: Template,
}

/// What swings a result.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct TornadoText {
    pub title: Template,
    pub title_none: Template,
    pub subtitle: Template,
    pub about: String,
    pub legend: [String; 2],
    pub inputs: Template,
    pub both_lower: String,
    pub both_higher: String,
    pub bar: Template,
    pub bar_with_note: Template,
    pub base: Template,
    pub between_sentences: String,
    pub columns: [String; 5],
}

/// What moved a result.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct WaterfallText {
    pub rise: Template,
    pub fall: Template,
    pub rise_alone: Template,
    pub fall_alone: Template,
    pub rise_against: Template,
    pub fall_against: Template,
    pub outweighed: Template,
    pub title_empty: String,
    pub no_changes: String,
    pub no_effect: Template,
    pub is_word: String,
    pub not_comparable: String,
    pub subtitle: Template,
    pub subtitle_estimated: Template,
    pub axis_from: Template,
    pub about: String,
    pub baseline: String,
    pub scenario: String,
    pub others: Template,
    pub result: Template,
    pub change: Template,
    pub columns: [String; 2],
}

/// What would reach a target.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct GoalText {
    pub title: String,
    pub question: Template,
    pub lever: Template,
    pub output: Template,
    pub target: String,
    pub target_hint: String,
    pub year: Template,
    pub lever_hint: String,
    pub output_hint: String,
    pub suppliers: String,
    pub revenue_of: Template,
    pub no_target: Template,
    pub reached: Template,
    pub reached_by: Template,
    pub between_values: String,
    pub now: Template,
    pub out_of_reach: Template,
    pub no_effect: Template,
    pub curve: Template,
    pub apply: String,
    pub apply_name: Template,
    pub other: Template,
    pub is_there: String,
    /// The question as the title of a picture; without a target, what its curve shows.
    pub picture: Template,
    pub picture_without_target: Template,
}
