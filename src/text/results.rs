//! Texts of the page of all results.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Template;

/// Words in and around the page of all results.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct ResultsText {
    pub tab: String,
    pub title: String,
    pub back: Template,
    pub search: String,
    pub nothing_found: String,
    /// Names of the stages of the model, by their ids.
    pub stages: BTreeMap<String, String>,
}
