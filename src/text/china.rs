//! Texts of the page about China.

use serde::Deserialize;

/// Words in and around the page about China.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct ChinaText {
    pub tab: String,
}
