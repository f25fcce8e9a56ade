//! Texts of the value chain.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Template;

/// Words in and around the value chain; segments by their ids.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct ChainText {
    pub tab: String,
    pub headline: Template,
    pub title: Template,
    pub by_chinese: String,
    pub by_others: String,
    pub columns: (String, String, String, String),
    pub chinese: String,
    pub chinese_short: String,
    pub revenue: String,
    pub captured_value: String,
    pub profit: String,
    pub play: String,
    pub pause: String,
    pub years_title: String,
    pub years_caption: String,
    pub link: Template,
    pub node: Template,
    pub loss: Template,
    pub not_comparable: String,
    pub all_spending: String,
    pub bought: BTreeMap<String, String>,
    pub chips: BTreeMap<String, String>,
    pub captured: BTreeMap<String, String>,
    pub suppliers: SuppliersText,
}

/// The table of suppliers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct SuppliersText {
    pub title: String,
    pub all: Template,
    pub china: Template,
    pub foreign: Template,
    pub search: String,
    pub name: String,
    pub multiple: String,
    pub against_baseline: String,
    pub unlisted: String,
    pub none: String,
    pub note: String,
}
