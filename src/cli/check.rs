//! `suanli check`: are files valid, and what differs in them from their baselines?

use std::path::{Path, PathBuf};

use clap::Args;

use super::failure::{Failure, say};
use super::input;
use super::output::Table;
use crate::model::{Assumption, Run, Series, Year};
use crate::scenario::Scenario;
use crate::text::{Language, Text};

/// Checks scenario files and prints what differs in them from their baselines.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// Scenario files; - is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// Results closer to the saved ones than this share are the same.
const SAME: f64 = 1e-4;

impl Check {
    pub fn answer(&self, language: Language) -> Result<(), Failure> {
        let mut table = Table::new(["file", "assumption", "unit", "baseline", "value"])?;
        let mut bad = 0_usize;
        for file in &self.files {
            match input::read(file, language) {
                Ok(scenario) => report(file, &scenario, &mut table, language)?,
                Err(Failure::Input(words)) => {
                    say(&words);
                    bad += 1;
                }
                Err(failure) => return Err(failure),
            }
        }
        let printed = table.print();
        if bad == 0 {
            return Ok(printed?);
        }
        let (text, of) = (&Text::of(language).cli.bad_files, self.files.len());
        Err(Failure::Input(text.fill(&[("bad", &bad), ("of", &of)])))
    }
}

/// Says that a file is valid and where its results have moved; adds its differences to the table.
fn report(
    file: &Path,
    scenario: &Scenario,
    table: &mut Table,
    language: Language,
) -> Result<(), Failure> {
    let text = &Text::of(language).cli;
    let name = file.display().to_string();
    let changes = differences(scenario);
    let (count, of) = (changes.len(), Assumption::ALL.len());
    say(&text
        .valid
        .fill(&[("file", &name), ("count", &count), ("of", &of)]));
    let suppliers = scenario.changed_suppliers();
    if suppliers > 0 {
        say(&(text.suppliers).fill(&[("file", &name), ("count", &suppliers)]));
    }
    for (series, year, saved, now) in moved(scenario, &scenario.run()) {
        let (series, year) = (series.id(), year.calendar());
        say(&text.moved.fill(&[
            ("file", &name),
            ("series", &series),
            ("year", &year),
            ("saved", &saved),
            ("now", &now),
        ]));
    }
    for (assumption, baseline, value) in changes {
        let (baseline, value) = (baseline.to_string(), value.to_string());
        let unit = &assumption.info().unit;
        table.row([name.as_str(), assumption.id(), unit, &baseline, &value])?;
    }
    Ok(())
}

/// The assumptions that differ, with the baseline's value and the scenario's.
fn differences(scenario: &Scenario) -> Vec<(Assumption, f64, f64)> {
    let changes = scenario.changes.iter();
    changes
        .map(|(id, value)| (*id, scenario.baseline.range(*id).base, *value))
        .filter(|(_, base, value)| base.to_bits() != value.to_bits())
        .collect()
}

/// The saved results that a run no longer gives, with the saved value and today's.
fn moved(scenario: &Scenario, run: &Run) -> Vec<(Series, Year, f64, f64)> {
    let mut moved = Vec::new();
    for (series, years) in &scenario.check {
        for (calendar, saved) in years {
            let Some(year) = Year::from_calendar(*calendar) else {
                continue;
            };
            let now = run.get(*series, year);
            if (now - saved).abs() > SAME * saved.abs() {
                moved.push((*series, year, *saved, now));
            }
        }
    }
    moved
}
