//! `suanli check`: are files valid, and what differs in them from their baselines?

use std::path::{Path, PathBuf};

use clap::Args;

use super::failure::{Failure, say};
use super::input;
use super::output::Table;
use crate::model::Assumption;
use crate::scenario::Scenario;
use crate::text::{Language, Text};

/// Checks scenario files and prints what differs in them from their baselines.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// Scenario files; - is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// The columns of the table; a range is there only where it is the scenario's own.
const HEAD: [&str; 7] = [
    "file",
    "assumption",
    "unit",
    "baseline",
    "value",
    "own_p5",
    "own_p95",
];

impl Check {
    pub fn answer(&self, language: Language) -> Result<(), Failure> {
        let mut table = Table::new(HEAD)?;
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
    let slides = scenario.slides.len();
    if slides > 0 {
        say(&text.slides.fill(&[("file", &name), ("count", &slides)]));
    }
    let moved = scenario.moved_results(&scenario.run());
    for result in &moved {
        say(&text.moved.fill(&[
            ("file", &name),
            ("series", &result.series.id()),
            ("year", &result.year.calendar()),
            ("saved", &result.saved),
            ("now", &result.now),
        ]));
    }
    if !moved.is_empty() {
        say(&text.moved_hint.fill(&[("file", &name)]));
    }
    for assumption in changes {
        let baseline = scenario.baseline.range(assumption).base;
        let range = scenario.ranges.get(&assumption);
        let end = |end: fn(&(f64, f64)) -> f64| range.map(|range| end(range).to_string());
        table.row([
            &name,
            assumption.id(),
            &assumption.info().unit,
            &baseline.to_string(),
            &scenario.value(assumption).to_string(),
            &end(|range| range.0).unwrap_or_default(),
            &end(|range| range.1).unwrap_or_default(),
        ])?;
    }
    Ok(())
}

/// The assumptions that differ from the baseline, by their values or by ranges of their own.
fn differences(scenario: &Scenario) -> Vec<Assumption> {
    let base = |assumption| scenario.baseline.range(assumption).base;
    let is_moved = |assumption| scenario.value(assumption).to_bits() != base(assumption).to_bits();
    let all = Assumption::ALL.iter().copied();
    all.filter(|id| is_moved(*id) || scenario.ranges.contains_key(id))
        .collect()
}
