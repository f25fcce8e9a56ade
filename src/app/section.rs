//! The sections of the page of evidence.

use strum::{IntoStaticStr, VariantArray};

/// A section of the page of evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Section {
    /// Published claims, recomputed.
    #[default]
    Claims,
    /// What was observed or forecast by others, beside the model.
    Actuals,
    /// Every assumption with its source.
    Assumptions,
    /// Every source with what rests on it.
    Sources,
    /// What is not modelled.
    Limits,
}

impl Section {
    /// All sections, in the order of the page.
    pub const ALL: &'static [Self] = Self::VARIANTS;
}
