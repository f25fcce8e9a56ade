//! Texts of the game in which a room guesses before it sees what the model says.

use serde::Deserialize;

use super::Template;

/// Words around the room's guess.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct PredictingText {
    /// What the room is asked: `{name}`, last `{year}`.
    pub question: Template,
    /// What stands below the question.
    pub how: String,
    /// The label of the room's line.
    pub guess: String,
    /// How it went: `{year}`, `{guess}`, `{value}`, `{change}` from the guess to the value.
    pub right: Template,
    pub too_low: Template,
    pub too_high: Template,
    /// What stands in for a slide that is dark, to those who cannot see it.
    pub dark: String,
    pub no_note: String,
}
