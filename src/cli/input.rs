//! The scenario that a command is about: a file, or the baseline, with changes made to it.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::failure::{Failure, both, refusal};
use crate::model::Assumption;
use crate::scenario::fault::ProblemKind;
use crate::scenario::file::ReadError;
use crate::scenario::nearest::half_width;
use crate::scenario::{Baseline, Scenario, entry, file};
use crate::text::problems::Sentence;
use crate::text::{Language, Text};

/// Stands for standard input in the place of a file.
pub(super) const STANDARD_INPUT: &str = "-";

/// A scenario, with changes made to it.
#[derive(Debug, Args)]
pub(super) struct Input {
    /// A scenario file; - is standard input. Without it: the baseline.
    file: Option<PathBuf>,

    /// Sets an assumption, as in --set fx=7.1. May be repeated.
    #[arg(long = "set", value_name = "ID=VALUE")]
    changes: Vec<String>,
}

impl Input {
    /// The scenario with its changes, or all that is wrong with either.
    pub fn scenario(&self, language: Language) -> Result<Scenario, Failure> {
        let base = match &self.file {
            Some(file) => read(file, language),
            None => Ok(Scenario::new(Baseline::current())),
        };
        let (mut scenario, changes) = both(base, changes(&self.changes, language))?;
        for (assumption, value) in changes {
            scenario.set(assumption, value);
        }
        Ok(scenario)
    }
}

/// Reads a scenario file, or standard input; what is wrong with it is in words.
pub(super) fn read(path: &Path, language: Language) -> Result<Scenario, Failure> {
    let name = path.display().to_string();
    open(path).map_err(|error| Failure::Input(error.render(&name, language)))
}

/// All scenarios, or what is wrong with every file that holds none.
pub(super) fn read_all(files: &[PathBuf], language: Language) -> Result<Vec<Scenario>, Failure> {
    let (mut scenarios, mut problems) = (Vec::new(), Vec::new());
    for file in files {
        match read(file, language) {
            Ok(scenario) => scenarios.push(scenario),
            Err(Failure::Input(words)) => problems.push(words),
            Err(failure) => return Err(failure),
        }
    }
    if problems.is_empty() {
        Ok(scenarios)
    } else {
        Err(Failure::Input(problems.join("\n")))
    }
}

/// Reads a scenario file, or standard input.
pub(super) fn open(path: &Path) -> Result<Scenario, ReadError> {
    if path == Path::new(STANDARD_INPUT) {
        file::read_from(STANDARD_INPUT, io::stdin().lock())
    } else {
        file::read(path)
    }
}

type Changes = Vec<(Assumption, f64)>;

/// All `--set` arguments, or what is wrong with each of them.
fn changes(arguments: &[String], language: Language) -> Result<Changes, Failure> {
    let mut changes = Vec::new();
    let mut problems = Vec::new();
    let mut seen = BTreeSet::new();
    for argument in arguments {
        match change(argument, language) {
            Ok((assumption, _)) if !seen.insert(assumption) => {
                let text = &Text::of(language).cli.set_twice;
                problems.push((argument, text.fill(&[("id", &assumption.id())])));
            }
            Ok(change) => changes.push(change),
            Err(sentence) => problems.push((argument, sentence)),
        }
    }
    if problems.is_empty() {
        return Ok(changes);
    }
    let lines = problems
        .iter()
        .map(|(argument, problem)| refusal("set", argument, problem));
    Err(Failure::Input(lines.collect::<Vec<_>>().join("\n")))
}

/// What one `--set` argument changes.
fn change(argument: &str, language: Language) -> Result<(Assumption, f64), Sentence> {
    let typed = half_widths(argument);
    let Some((id, value)) = typed.split_once('=') else {
        return Err(Text::of(language).cli.set_without_value.fill(&[]));
    };
    let read = || -> Result<_, ProblemKind> {
        let assumption = entry::assumption_by_id(id.trim())?;
        let value = entry::number(value.trim())?;
        Ok((assumption, entry::in_range(assumption, value)?))
    };
    read().map_err(|kind| kind.sentence(language))
}

/// A word with ordinary letters, digits and marks: typed in Chinese mode, they are full-width.
pub(super) fn half_widths(word: &str) -> String {
    word.chars().map(|c| half_width(c).unwrap_or(c)).collect()
}
