//! Texts for the moment when the program itself fails.

use serde::Deserialize;

use super::Template;

/// What is said when the program itself fails; `{log}` is where more is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CrashText {
    /// The window must close.
    pub window: Template,
    /// Something in the background has failed.
    pub background: Template,
    /// A command has failed.
    pub command: Template,
    /// In the place of `{log}` where nothing could be written.
    pub nowhere: String,
}
