//! Texts of the document of a hand-out.

use serde::Deserialize;

use super::Template;

/// Words in the document of a hand-out that no page of the program has.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct DocumentText {
    /// What the page is called: `{name}`.
    pub page: Template,
    /// The title where there are `{count}` scenarios.
    pub compared: Template,
    /// A day: `{year}`, `{month}`, `{day}`.
    pub date: Template,
    /// The names of the months.
    pub months: Vec<String>,
    /// `{date}` and `{version}` of the program.
    pub made: Template,
    /// `{id}` of the baseline, `{count}` changes `{of}` all assumptions.
    pub baseline: Template,
    /// The same where nothing differs: `{id}`.
    pub no_changes: Template,
    pub what: String,
    /// `{year}` that figures and tables show where they show one.
    pub what_it_is: Template,
    pub contents: String,
    /// Names of the sections.
    pub sections: SectionsText,
    /// Stands below key figures: `{id}` of the baseline.
    pub against_baseline: Template,
    /// Heads of columns.
    pub this_scenario: String,
    pub likelihood: String,
    pub own_suppliers: String,
    pub share: String,
    pub table_share: String,
    /// Opens the numbers of a figure.
    pub numbers: String,
    /// Stands below the table of results of all years.
    pub all_results: String,
    /// `{count}` of `{of}` suppliers, `{year}` by whose revenue.
    pub largest_suppliers: Template,
    /// What the fan is in one sentence: `{draws}`.
    pub ranges: Template,
    /// The `{name}` of a result before a `{finding}` about it.
    pub outcome: Template,
    /// `{year}`.
    pub slide_numbers: Template,
    pub note: String,
    /// Where evidence is computed in one scenario of several: `{name}`.
    pub evidence_of: Template,
    /// The picture of several scenarios.
    pub multiples: String,
    /// `{name}` of the scenario that differences are against.
    pub reference: Template,
    pub closing: String,
}

/// Names of sections.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct SectionsText {
    /// `{year}` in view, here and below.
    pub key_figures: Template,
    pub inputs: String,
    pub findings: String,
    pub money: Template,
    pub segments: Template,
    pub suppliers: Template,
    pub results: String,
    pub ranges: Template,
    pub talk: String,
    pub comparison: String,
}
