//! Texts of the comparison of worlds.

use serde::Deserialize;

/// Words in and around the comparison of worlds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct CompareText {
    pub tab: String,
}
