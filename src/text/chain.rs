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
    /// `{year}`, `{unit}`.
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
    /// Of a node that is a part of all spending: `{spending}` is its share.
    pub part: Template,
    pub node: Template,
    pub loss: Template,
    pub all_spending: String,
    pub bought: BTreeMap<String, String>,
    pub chips: BTreeMap<String, String>,
    /// Of what is bought, where there is little room beside it.
    pub short_names: BTreeMap<String, String>,
    pub captured: BTreeMap<String, String>,
    pub segments: SegmentsText,
    pub suppliers: SuppliersText,
    pub supplier_form: SupplierFormText,
}

/// The table of segments.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct SegmentsText {
    pub tab: String,
    /// `{unit}`.
    pub title: Template,
    pub name: String,
    pub of_spending: String,
    pub change: String,
    pub all: String,
    /// All of a row for those who cannot see it.
    pub row: Template,
    pub loss: String,
    pub sums: Template,
    pub overlap: String,
    pub left: Template,
    pub left_of_china: Template,
    pub left_of_foreign: Template,
}

/// The table of suppliers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct SuppliersText {
    pub tab: String,
    /// `{unit}`.
    pub title: Template,
    pub all: Template,
    pub china: Template,
    pub foreign: Template,
    pub search: String,
    pub name: String,
    pub multiple: String,
    pub against_baseline: String,
    pub share: String,
    /// What the field of a share is called: `{supplier}`.
    pub share_name: Template,
    /// `{segment}`, `{origin}`, `{first}` year, `{left}`.
    pub share_hint: Template,
    /// The same where the whole segment is shared.
    pub segment_share_hint: Template,
    pub china_part: String,
    pub foreign_part: String,
    pub reset: Template,
    pub own: String,
    pub own_hint: String,
    pub add: String,
    pub edit: Template,
    pub remove: Template,
    pub no_share: String,
    pub too_much: Template,
    pub too_much_of_part: Template,
    pub bad_name: String,
    pub unlisted: String,
    pub none: String,
    pub note: String,
}

/// The form for a supplier of the user's own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct SupplierFormText {
    pub add_title: String,
    pub edit_title: String,
    pub why: String,
    pub name: String,
    pub ticker: String,
    pub ticker_hint: String,
    pub segment: String,
    pub origin: String,
    pub china: String,
    pub foreign: String,
    pub share: String,
    pub missing_share: String,
    pub left: Template,
    pub add: String,
    pub save: String,
    pub cancel: String,
}
