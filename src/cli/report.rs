//! `suanli report`: a folder to hand out.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;

use super::failure::Failure;
use super::folder::{Folder, Names};
use super::input::{STANDARD_INPUT, read_all};
use crate::report::series_table::series_table;
use crate::report::workbook::workbook;
use crate::scenario::Scenario;
use crate::scenario::shipped::shipped;
use crate::text::{Language, Text};

/// Writes scenarios as files to hand out, and prints where they are.
///
/// For each scenario: a workbook (.xlsx) in which every result is a formula that recalculates,
/// and the table of all results (.csv) as spreadsheets read it. Files of the same name in the
/// folder are replaced.
#[derive(Debug, Args)]
pub(super) struct Report {
    /// Scenario files; - is standard input. Without any: the baseline.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The folder to write to. It is made where there is none.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// A scenario, and the name that its files get.
struct Part {
    name: String,
    scenario: Scenario,
}

impl Report {
    pub fn answer(&self, language: Language) -> Result<(), Failure> {
        let parts = self.parts(language)?;
        let folder = Folder::make(&self.out, language)?;
        for part in &parts {
            for (ending, bytes) in part.files(language)? {
                let path = folder.write(&format!("{}.{ending}", part.name), &bytes)?;
                tell(&path)?;
            }
        }
        Ok(())
    }

    /// All scenarios, each under a name of its own.
    fn parts(&self, language: Language) -> Result<Vec<Part>, Failure> {
        let mut names = Names::default();
        if self.files.is_empty() {
            let baseline = shipped().iter().take(1).map(|baseline| Part {
                name: names.for_title(baseline.id),
                scenario: baseline.scenario().clone(),
            });
            return Ok(baseline.collect());
        }
        let scenarios = read_all(&self.files, language)?;
        let parts = self.files.iter().zip(scenarios).map(|(file, scenario)| {
            let name = names.for_title(&title(file, &scenario, language));
            Part { name, scenario }
        });
        Ok(parts.collect())
    }
}

/// What files are called after: the file of the scenario, or its name where it has none.
fn title(file: &Path, scenario: &Scenario, language: Language) -> String {
    match file.file_stem() {
        Some(stem) if file != Path::new(STANDARD_INPUT) => stem.to_string_lossy().into_owned(),
        _ => scenario.name.get(language).to_owned(),
    }
}

impl Part {
    /// The files of the scenario, by their endings.
    fn files(&self, language: Language) -> Result<Vec<(&'static str, Vec<u8>)>, Failure> {
        let workbook = workbook(&self.scenario, language).map_err(|error| {
            let sentence = &Text::of(language).cli.workbook_not_made;
            Failure::Failed(sentence.fill(&[("name", &self.name), ("reason", &error)]))
        })?;
        let table = series_table(&self.scenario.run(), language)?;
        Ok(vec![("xlsx", workbook), ("csv", table)])
    }
}

/// Says that a file is written.
fn tell(path: &Path) -> Result<(), Failure> {
    let mut output = std::io::stdout().lock();
    writeln!(output, "{}", path.display())?;
    Ok(())
}
