//! Words on slides and exported figures.

use serde::Deserialize;

use super::Template;

/// Words on slides and exported figures.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PresentingText {
    /// Which slide of how many: `number`, `count`.
    pub page: Template,
    /// Where the observations come from: `names`.
    pub sources: Template,
    /// A list of names that is cut short: `names`.
    pub and_others: Template,
    /// Between two sources.
    pub between_sources: String,
    /// Where nothing was observed of what is shown.
    pub computed: String,
    /// The same where there is little room.
    pub computed_short: String,
    /// That what comes is no promise: `year`.
    pub caveat: Template,
    /// Between two sentences.
    pub between_sentences: String,
    /// Under a wall of key figures: `year`.
    pub key_figures: Template,
    /// The number of the year is a question that the room answers.
    pub unknown: String,
    /// What keys do.
    pub hints: HintText,
    /// Words on exported figures.
    pub figure: FigureText,
}

/// What keys do while a talk is given.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HintText {
    /// Go on or back.
    pub turn: String,
    /// Choose a lever.
    pub choose: String,
    /// Let the levers go back.
    pub restore: String,
    /// End the talk.
    pub leave: String,
    /// Say what all keys do.
    pub more: String,
    /// What all keys do.
    pub all: String,
}

/// Words on exported figures.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureText {
    /// Which scenario: `name`.
    pub scenario: Template,
    /// Which scenarios a figure shows: `names`.
    pub scenarios: Template,
    /// An input that differs from the baseline: `name`, `value`, `baseline`.
    pub input: Template,
    /// Between two inputs.
    pub between_inputs: String,
    /// How many more inputs differ: `count`.
    pub more: Template,
    /// That nothing differs from the baseline.
    pub as_baseline: String,
    /// Who made it, and when: `version`, `date`.
    pub made: Template,
}
