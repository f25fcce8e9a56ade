//! Texts of the page of all results.

use serde::Deserialize;

/// Words in and around the page of all results.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct ResultsText {
    pub tab: String,
}
