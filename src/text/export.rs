//! Texts about pictures and PDFs that are written.

use serde::Deserialize;

use super::Template;

/// What can be wrong with a picture or a PDF.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExportText {
    /// Entries of the menu of a picture.
    pub copy_picture: String,
    /// The same.
    pub copy_svg: String,
    /// The same.
    pub save_picture: String,
    /// The same.
    pub add_slide: String,
    /// Formats: of shapes; of so many `{pixels}` in a row; of as many as a field says.
    pub svg: String,
    /// The same.
    pub png: Template,
    /// The same.
    pub png_of_width: String,
    /// What that field is called.
    pub width: String,
    /// How far an export has come: `{done}` of `{all}` files.
    pub progress: Template,
    /// What stops it.
    pub stop: String,
    /// A picture that would not fit memory: `{width}` and `{height}` of it in pixels, and the `{most}`
    /// that a side may have.
    pub too_large: Template,
    /// A fault of the program: `{reason}`.
    pub fault: Template,
}
