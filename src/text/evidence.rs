//! Texts of the page of evidence.

use serde::Deserialize;

/// Words in and around the page of evidence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct EvidenceText {
    pub tab: String,
}
