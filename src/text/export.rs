//! Texts about pictures and PDFs that are written.

use serde::Deserialize;

use super::Template;

/// What can be wrong with a picture or a PDF.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExportText {
    /// A picture that would not fit memory: `{width}` and `{height}` of it in pixels, and the `{most}`
    /// that a side may have.
    pub too_large: Template,
    /// A fault of the program: `{reason}`.
    pub fault: Template,
}
