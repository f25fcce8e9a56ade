//! Texts of the built-in file dialog.

use serde::Deserialize;

use super::Template;

/// Our own file dialog.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct PathPromptText {
    pub open_title: String,
    pub save_title: String,
    pub export_title: String,
    pub folder_title: String,
    pub export: String,
    pub open: String,
    pub save: String,
    pub replace: String,
    pub failed: String,
    pub late: String,
    pub path: String,
    pub make_folder: String,
    pub overwrites: Template,
    pub new_folder: Template,
    pub makes_folder: Template,
    pub completed: Template,
    pub no_name: String,
    pub judging: String,
    pub missing: Template,
    pub no_folder: Template,
    pub is_folder: Template,
    pub forbidden: Template,
    pub read_only: Template,
    pub no_file: Template,
    pub other: Template,
    pub reading: String,
    pub empty: String,
    pub nothing_found: String,
    pub others: Template,
    pub parent: String,
    pub folder_row: Template,
    pub places: String,
    pub home: String,
    pub documents: String,
    pub downloads: String,
    pub desktop: String,
    pub recent_folders: String,
    pub recent_files: String,
    pub all_files: String,
    pub waiting: String,
    pub use_built_in: String,
    pub stop_waiting: String,
}
