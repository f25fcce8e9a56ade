//! `suanli seek`: the values of an assumption that bring a result to a target.

use clap::Args;

use super::cell::CellArguments;
use super::failure::{Failure, both};
use super::input::{Input, half_widths};
use super::output::Table;
use crate::analysis::{Cell, Sought, seek};
use crate::model::{Assumption, Run};
use crate::scenario::entry;
use crate::text::{Language, Text};

/// Prints all values of an assumption that bring a result to a target, the nearest to that of the
/// scenario first.
///
/// As CSV: lever,value. It ends with 1 where no value reaches the target, and says how far they
/// reach.
#[derive(Debug, Args)]
pub(super) struct Seek {
    #[command(flatten)]
    input: Input,

    /// The assumption whose value is sought.
    #[arg(long, value_name = "ID")]
    lever: String,

    #[command(flatten)]
    cell: CellArguments,

    /// What the result shall be, in the unit of its series.
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true)]
    target: String,
}

/// What is sought.
struct Goal {
    lever: Assumption,
    cell: Cell,
    target: f64,
}

impl Seek {
    pub fn answer(&self, language: Language) -> Result<(), Failure> {
        let (scenario, goal) = both(self.input.scenario(language), self.goal(language))?;
        let output = |run: &Run| run.get(goal.cell.series, goal.cell.year);
        let sought = seek(&scenario.assumptions(), goal.lever, output, goal.target);
        if sought.values.is_empty() {
            return Err(Failure::Failed(out_of_reach(&goal, &sought, language)));
        }
        let mut table = Table::new(["lever", "value"])?;
        for value in sought.values {
            table.row([goal.lever.id(), &value.to_string()])?;
        }
        Ok(table.print()?)
    }

    /// What is sought, or all that is wrong with it.
    fn goal(&self, language: Language) -> Result<Goal, Failure> {
        let lever = entry::assumption_by_id(half_widths(&self.lever).trim())
            .map_err(|fault| Failure::of_argument("lever", &self.lever, fault, language));
        let target = entry::number(half_widths(&self.target).trim())
            .map_err(|fault| Failure::of_argument("target", &self.target, fault, language));
        let (lever, (cell, target)) = both(lever, both(self.cell.cell(language), target))?;
        Ok(Goal {
            lever,
            cell,
            target,
        })
    }
}

/// Says how far the results reach where none is the target.
fn out_of_reach(goal: &Goal, sought: &Sought, language: Language) -> String {
    let text = &Text::of(language).cli;
    let (least, greatest) = sought.reachable;
    let info = goal.lever.info();
    let sentence = if sought.has_effect {
        &text.out_of_reach
    } else {
        &text.no_effect
    };
    sentence.fill(&[
        ("lever", &goal.lever.id()),
        ("min", &info.min),
        ("max", &info.max),
        ("series", &goal.cell.series.id()),
        ("year", &goal.cell.year.calendar()),
        ("target", &goal.target),
        ("least", &least),
        ("greatest", &greatest),
    ])
}
