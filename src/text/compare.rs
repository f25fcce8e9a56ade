//! Texts of the comparison of scenarios.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Template;

/// Words in and around the comparison of scenarios; results by their ids.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct CompareText {
    pub tab: String,
    pub against_note: Template,
    pub current: String,
    pub add: String,
    pub add_open: Template,
    pub add_file: String,
    pub remove: Template,
    pub against: String,
    pub reference: Template,
    pub alone: String,
    pub one_limit: Template,
    pub one_limit_and_same_spending: Template,
    pub several_limits: Template,
    pub group: Template,
    pub group_counted: Template,
    pub group_separator: String,
    pub name_separator: String,
    pub inputs_title: Template,
    pub inputs_caption: String,
    pub nothing_differs: String,
    pub input: Template,
    pub outputs_title: Template,
    pub output: Template,
    pub summary: Template,
    /// Short names of results; the table's name where there is none.
    pub names: BTreeMap<String, String>,
    /// What results are measured in; their unit where there is none.
    pub measures: BTreeMap<String, String>,
    /// Heads of the tables that the command line prints.
    pub input_head: String,
    pub output_head: Template,
    pub unit_head: String,
    pub difference_head: Template,
}
