//! `suanli explain`: where a result comes from.

use clap::Args;

use super::cell::CellArguments;
use super::failure::{Failure, both};
use super::input::Input;
use super::output::print;
use crate::model::Reference;
use crate::report::Locale;
use crate::report::explanation::Explainer;
use crate::text::Language;

/// Explains a result: its formula in words and with the values in it, what it comes from, and the
/// sources of the assumptions in it.
///
/// As text in the language of messages. Formulas count in the units of the model, as `suanli run`
/// prints them.
#[derive(Debug, Args)]
pub(super) struct Explain {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    cell: CellArguments,

    /// How far to follow what it comes from: 1 is the result alone.
    #[arg(long, value_name = "LEVELS", default_value_t = 1,
        value_parser = clap::value_parser!(u8).range(1..))]
    depth: u8,
}

impl Explain {
    pub fn answer(&self, language: Language) -> Result<(), Failure> {
        let (scenario, cell) = both(self.input.scenario(language), self.cell.cell(language))?;
        let explainer = Explainer::new(&scenario, Locale::of(language));
        let reference = Reference::Series(cell.series, cell.year);
        let text = explainer.text(reference, usize::from(self.depth));
        Ok(print(text.as_bytes())?)
    }
}
