//! Texts of the page about renting out compute.

use serde::Deserialize;

/// Words in and around the page about renting out compute.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct LeasingText {
    pub tab: String,
}
