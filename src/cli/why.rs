//! `suanli why`: what each change contributes to the difference from the baseline.

use clap::Args;

use super::cell::CellArguments;
use super::failure::{Failure, both, say};
use super::input::Input;
use super::output::Table;
use crate::analysis::{Attribution, attribute};
use crate::scenario::Scenario;
use crate::text::{Language, Text};

/// Prints what each changed assumption contributes to the difference of a result from the
/// baseline, the largest contribution first.
///
/// As CSV: assumption,contribution. The contributions are Shapley values and add up to the
/// difference. More than twelve are estimated, with their standard error on standard error.
#[derive(Debug, Args)]
pub(super) struct Why {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    cell: CellArguments,
}

impl Why {
    pub fn answer(&self, language: Language) -> Result<(), Failure> {
        let (scenario, cell) = both(self.input.scenario(language), self.cell.cell(language))?;
        let baseline = Scenario::new(scenario.baseline).assumptions();
        let attribution = attribute(&baseline, &scenario.assumptions(), cell);
        if let Some(error) = attribution.error() {
            let (count, orders) = (attribution.parts.len(), Attribution::ORDERS);
            say(&Text::of(language).cli.estimated.fill(&[
                ("count", &count),
                ("orders", &orders),
                ("error", &error),
            ]));
        }
        let mut table = Table::new(["assumption", "contribution"])?;
        for part in &attribution.parts {
            table.row([part.assumption.id(), &part.contribution.to_string()])?;
        }
        Ok(table.print()?)
    }
}
