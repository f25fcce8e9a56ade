//! `suanli tornado`: how far each assumption alone swings a result.

use clap::Args;

use super::cell::CellArguments;
use super::failure::{Failure, both};
use super::input::Input;
use super::output::Table;
use crate::analysis::tornado;
use crate::text::Language;

/// Prints how far each assumption alone swings a result, the widest first.
///
/// As CSV, with the columns assumption, low, high, `at_low` and `at_high`. The ends are P5 and P95
/// of the assumption, all others kept. Fixed assumptions and facts of the base year are left out.
#[derive(Debug, Args)]
pub(super) struct Tornado {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    cell: CellArguments,

    /// Only so many, the widest.
    #[arg(long, value_name = "COUNT")]
    top: Option<usize>,
}

impl Tornado {
    pub fn answer(&self, language: Language) -> Result<(), Failure> {
        let (scenario, cell) = both(self.input.scenario(language), self.cell.cell(language))?;
        let swings = tornado(&scenario.assumptions(), &scenario.spreads(), false, cell);
        let mut table = Table::new(["assumption", "low", "high", "at_low", "at_high"])?;
        for swing in swings.iter().take(self.top.unwrap_or(usize::MAX)) {
            let numbers = [swing.low, swing.high, swing.at_low, swing.at_high];
            let [low, high, at_low, at_high] = numbers.map(|number| number.to_string());
            table.row([swing.assumption.id(), &low, &high, &at_low, &at_high])?;
        }
        Ok(table.print()?)
    }
}
