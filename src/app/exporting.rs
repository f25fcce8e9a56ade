//! Writing for others: workbooks, pictures, slides and hand-outs. Each is made in the background,
//! says how far it has come, and can be stopped between two files.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::{App, Command, Effect, Goal, Notice, Tab, crash, export_files};
use crate::analysis::Fan;
use crate::format::Currency;
use crate::model::{Series, Year};
use crate::report::{Locale, Span};
use crate::scenario::Scenario;
use crate::scenario::exhibit::Exhibit;
use crate::text::Language;
use crate::theme::{Role, Theme};

/// Something that can be written for others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// The world as a workbook that recalculates.
    Workbook,
    /// Something on screen as a picture.
    Picture {
        /// What.
        picture: Picture,
        /// How.
        format: PictureFormat,
    },
    /// The slides.
    Slides(SlideFormat),
    /// Everything that a reader may want, in a folder.
    HandOut,
}

/// What can be had as a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// Anything that can be shown to a room.
    Exhibit(Exhibit),
    /// The answer of goal seek.
    Goal,
    /// A series in all worlds that are compared.
    Compared(Series),
}

/// A world that is compared, as the page that compares shows it.
#[derive(Clone, Debug)]
pub struct ComparedScenario {
    /// A short name that no other one has.
    pub label: String,
    /// Its colour.
    pub role: Role,
    /// The scenario.
    pub scenario: Scenario,
}

/// How a picture is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFormat {
    /// As shapes that stay sharp at any size.
    Svg,
    /// As pixels.
    Png {
        /// So many in a row.
        width: u32,
    },
}

/// How slides are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlideFormat {
    /// As one document.
    Pdf,
    /// As a picture each, in a folder.
    Png,
}

impl Export {
    /// How the name of its file ends; `None` where it is a folder of files.
    pub fn ending(self) -> Option<&'static str> {
        match self {
            Self::Workbook => Some("xlsx"),
            Self::Picture { format, .. } => Some(match format {
                PictureFormat::Svg => "svg",
                PictureFormat::Png { .. } => "png",
            }),
            Self::Slides(SlideFormat::Pdf) => Some("pdf"),
            Self::Slides(SlideFormat::Png) | Self::HandOut => None,
        }
    }
}

/// What is to be written, where, and how it is to look.
#[derive(Debug)]
pub struct ExportOrder {
    /// What.
    pub what: Export,
    /// The file, or the folder.
    pub path: PathBuf,
    /// The world it is about.
    pub scenario: Box<Scenario>,
    /// The worlds that are compared on screen; none on other pages.
    pub compared: Vec<ComparedScenario>,
    /// Which of them the others are held against.
    pub reference: usize,
    /// What goal seek is asked.
    pub goal: Goal,
    /// In which language.
    pub language: Language,
    /// In which colours.
    pub theme: Theme,
    /// In which currency.
    pub currency: Currency,
    /// The year in view.
    pub year: Year,
    /// The years that charts show.
    pub span: Span,
    /// How sure the results are, where charts show that.
    pub fan: Option<Arc<Fan>>,
    /// How far it has come.
    pub progress: Arc<ExportProgress>,
}

/// Tells how far an export has come, and stops it.
#[derive(Debug, Default)]
pub struct ExportProgress {
    done: AtomicUsize,
    of: AtomicUsize,
    is_cancelled: AtomicBool,
}

impl ExportProgress {
    /// How many files are written, and how many there will be.
    pub fn files(&self) -> (usize, usize) {
        let read = |count: &AtomicUsize| count.load(Ordering::Relaxed);
        (read(&self.done), read(&self.of))
    }

    /// Has somebody stopped it?
    pub fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }

    pub(super) fn begin(&self, files: usize) {
        self.of.store(files, Ordering::Relaxed);
    }

    pub(super) fn advance(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }
}

/// An export that is going on.
pub(super) struct Exporting {
    progress: Arc<ExportProgress>,
    since: Instant,
}

/// Only what takes longer than this shows how far it has come.
const WORTH_SHOWING: Duration = Duration::from_millis(150);

impl App {
    /// How far an export has come, where that takes a while.
    pub fn export_progress(&self) -> Option<(usize, usize)> {
        let exporting = self.exporting.as_ref()?;
        (exporting.since.elapsed() > WORTH_SHOWING).then(|| exporting.progress.files())
    }

    /// Is something being written?
    pub fn is_exporting(&self) -> bool {
        self.exporting.is_some()
    }

    pub(super) fn ask_where_to_export(&self, what: Export) -> Vec<Effect> {
        let file_name = match what.ending() {
            Some(ending) => match what {
                Export::Picture { picture, .. } => self.document.file_name_of(picture, ending),
                _ => self.document.suggested_file_name(ending),
            },
            None => String::new(),
        };
        vec![Effect::AskWhereToExport { what, file_name }]
    }

    pub(super) fn export(&mut self, what: Export, path: PathBuf) -> Vec<Effect> {
        if self.is_exporting() {
            return Vec::new();
        }
        self.finish_gesture();
        let order = self.export_order(what, path);
        self.exporting = Some(Exporting {
            progress: Arc::clone(&order.progress),
            since: Instant::now(),
        });
        vec![Effect::Export(Box::new(order))]
    }

    /// An order to write something as it is on screen now.
    pub fn export_order(&self, what: Export, path: PathBuf) -> ExportOrder {
        ExportOrder {
            what,
            path,
            scenario: Box::new(self.scenario().clone()),
            compared: self.compared_on_screen(),
            reference: self.comparison().reference(),
            goal: self.view.goal.clone(),
            language: self.view.language,
            theme: self.view.theme,
            currency: self.view.currency,
            year: self.view.year,
            span: self.view.span,
            fan: self.shared_fan(),
            progress: Arc::default(),
        }
    }

    /// The worlds of the page that compares; none on other pages.
    fn compared_on_screen(&self) -> Vec<ComparedScenario> {
        if self.view.tab != Tab::Compare {
            return Vec::new();
        }
        let owned = |(label, role, scenario): (String, Role, &Scenario)| ComparedScenario {
            label,
            role,
            scenario: scenario.clone(),
        };
        let labelled = self.labelled(&Locale::of(self.view.language));
        labelled.into_iter().map(owned).collect()
    }

    pub(super) fn exported(
        &mut self,
        what: Export,
        path: PathBuf,
        result: io::Result<()>,
    ) -> Vec<Effect> {
        self.exporting = None;
        self.notice = match result {
            Ok(()) => {
                let folder = what.ending().map_or(Some(&*path), |_| path.parent());
                self.settings.folders.exports = folder.map(Path::to_owned);
                self.notice = Some(Notice::Exported { what, path });
                return self.remember();
            }
            // Whoever stopped it knows.
            Err(error) if error.kind() == io::ErrorKind::Interrupted => None,
            Err(error) => Some(Notice::CannotExport { path, error }),
        };
        Vec::new()
    }

    pub(super) fn export_failed(&mut self, path: PathBuf) -> Vec<Effect> {
        self.exporting = None;
        self.notice = Some(Notice::ExportFailed(path));
        Vec::new()
    }

    pub(super) fn cancel_export(&mut self) -> Vec<Effect> {
        if let Some(exporting) = &self.exporting {
            exporting
                .progress
                .is_cancelled
                .store(true, Ordering::Relaxed);
        }
        Vec::new()
    }
}

/// Carries out exports on a thread of their own.
pub struct Exporter {
    results: Receiver<Command>,
    sender: Sender<Command>,
}

impl Default for Exporter {
    fn default() -> Self {
        let (sender, results) = mpsc::channel();
        Self { results, sender }
    }
}

impl Exporter {
    /// Has something written in the background; `wake` is called once it is there. Where no thread
    /// can be had, it is written at once.
    pub fn start(&self, order: Box<ExportOrder>, wake: impl Fn() + Send + 'static) {
        let sender = self.sender.clone();
        let order = Arc::new(order);
        let work = {
            let order = Arc::clone(&order);
            move || {
                // Where the window is gone nobody waits for the answer.
                let _ = sender.send(carry_out(&order));
                wake();
            }
        };
        if thread::Builder::new()
            .name("export".to_owned())
            .spawn(work)
            .is_err()
        {
            let _ = self.sender.send(carry_out(&order));
        }
    }

    /// What has been written since the last time.
    pub fn poll(&self) -> impl Iterator<Item = Command> + '_ {
        self.results.try_iter()
    }
}

/// Writes what is ordered and says so.
pub fn carry_out(order: &ExportOrder) -> Command {
    answer(order, export_files::write)
}

/// What has become of an order, even where carrying it out has failed.
fn answer(order: &ExportOrder, write: fn(&ExportOrder) -> io::Result<()>) -> Command {
    let path = order.path.clone();
    match crash::contain(|| write(order)) {
        Some(result) => Command::Exported {
            what: order.what,
            path,
            result,
        },
        None => Command::ExportFailed(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Settings;

    #[test]
    fn an_export_that_fails_is_told_and_another_can_follow() {
        let mut app = App::new(Settings::default());
        let path = PathBuf::from("world.xlsx");
        let effects = app.apply(Command::ExportTo {
            what: Export::Workbook,
            path: path.clone(),
        });
        let [Effect::Export(order)] = &effects[..] else {
            panic!("an order: {effects:?}");
        };
        app.apply(answer(order, |_| panic!("a fault")));
        assert!(!app.is_exporting());
        assert!(matches!(app.notice(), Some(Notice::ExportFailed(of)) if *of == path));
    }
}
