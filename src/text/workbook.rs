//! Texts of the workbook.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Template;

/// Words in a workbook that no page of the program has.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct WorkbookText {
    /// Who made it.
    pub maker: String,
    /// Names of the sheets that are no stage of the model, by ids.
    pub sheets: BTreeMap<String, String>,
    pub id: String,
    pub name: String,
    pub value: String,
    pub minimum: String,
    pub maximum: String,
    pub changed: String,
    /// The mark of an assumption that differs from the baseline.
    pub is_changed: String,
    /// What a cell refuses: `{min}`, `{max}`.
    pub refused: Template,
    pub refused_title: String,
    /// Heads of the two parts of a stage.
    pub results: String,
    pub steps: String,
    pub captured_title: String,
    pub about: AboutText,
}

/// The first sheet.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct AboutText {
    /// `{version}` of the program.
    pub made_by: Template,
    /// `{id}` of the baseline, `{count}` changes `{of}` all assumptions.
    pub baseline: Template,
    pub contents: String,
    /// What the sheets hold that are no stage of the model, by ids.
    pub sheets: BTreeMap<String, Template>,
    /// What the sheet of a stage holds: `{results}`, `{steps}`.
    pub stage: Template,
    /// The same where there are no steps.
    pub stage_without_steps: Template,
    pub use_title: String,
    pub uses: Vec<String>,
    pub notes_title: String,
    pub notes: Vec<String>,
}
