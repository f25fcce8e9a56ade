//! `suanli report`: a folder to hand out.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal as _, Write as _};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use clap::Args;

use super::failure::Failure;
use super::folder::Folder;
use super::input::{STANDARD_INPUT, read_all};
use crate::report::document::Edition;
use crate::report::handout::{Handout, Names, NotMade, Part};
use crate::scenario::Scenario;
use crate::scenario::shipped::shipped;
use crate::text::{Language, Text};

/// Writes scenarios as files to hand out, and prints where they are.
///
/// One page about all of them (report.html), which needs no network; and for each scenario a
/// workbook (.xlsx) in which every result is a formula that recalculates, the table of all results
/// (.csv) and the tables of its inputs, segments and suppliers as spreadsheets read them, every
/// figure (.svg, .png), and where it has slides the talk (.pdf, .png). Files of the same name in
/// the folder are replaced.
#[derive(Debug, Args)]
pub(super) struct Report {
    /// Scenario files; - is standard input. Without any: the baseline.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The folder to write to. It is made where there is none.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

impl Report {
    pub fn answer(&self, language: Language) -> Result<(), Failure> {
        let parts = self.parts(language)?;
        let folder = Folder::make(&self.out, language)?;
        let today = jiff::ZonedDateTime::now().date();
        let handout = Handout::new(&parts, &Edition::new(language, today));
        let mut progress = Progress::new(handout.len(), language);
        in_order(&handout, |index, made| {
            let name = handout.name(index);
            let bytes = made.map_err(|reason| {
                let sentence = &Text::of(language).cli.file_not_made;
                Failure::Failed(sentence.fill(&[("file", &name), ("reason", &reason)]))
            })?;
            let path = folder.write(name, &bytes)?;
            progress.advance();
            tell(&path)
        })
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

/// Makes all files on as many threads as there are processors, and takes them in their order;
/// after one that cannot be taken no further ones are made.
fn in_order(
    handout: &Handout<'_>,
    mut take: impl FnMut(usize, Result<Vec<u8>, NotMade>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        // Few files wait to be written: pictures are large.
        let (sender, made) = mpsc::sync_channel(threads);
        for _ in 0..threads.min(handout.len()) {
            let (sender, next) = (sender.clone(), &next);
            scope.spawn(move || {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    // Where nobody takes them any more, no further ones are wanted.
                    if index >= handout.len() || sender.send((index, handout.make(index))).is_err()
                    {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let mut early = BTreeMap::new();
        let mut wanted = 0;
        for (index, file) in made {
            early.insert(index, file);
            while let Some(file) = early.remove(&wanted) {
                take(wanted, file)?;
                wanted += 1;
            }
        }
        Ok(())
    })
}

/// Says that a file is written.
fn tell(path: &Path) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    writeln!(output, "{}", path.display())?;
    Ok(())
}

/// Says how far the report is, to people only: where the paths go elsewhere, and somebody looks.
struct Progress {
    done: usize,
    of: usize,
    language: Language,
    is_shown: bool,
}

impl Progress {
    fn new(of: usize, language: Language) -> Self {
        Self {
            done: 0,
            of,
            language,
            is_shown: io::stderr().is_terminal() && !io::stdout().is_terminal(),
        }
    }

    fn advance(&mut self) {
        self.done += 1;
        if self.is_shown {
            let sentence = &Text::of(self.language).cli.files_written;
            let words = sentence.fill(&[("done", &self.done), ("of", &self.of)]);
            let end = if self.done == self.of { "\n" } else { "" };
            // Where nobody listens there is nobody to tell.
            let _ = write!(io::stderr(), "\r{words}{end}");
        }
    }
}
