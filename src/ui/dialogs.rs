//! The system's file dialogs, waited for on a thread so that the window goes on painting.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui::Context;

use super::path_prompt::{Answer, PathPrompt};
use crate::app::{Command, Export, Source};
use crate::report::Locale;

/// A dialog that answers "nothing" sooner than this was never shown: no system does it.
const TOO_SOON: Duration = Duration::from_millis(300);

/// What a path is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To open it.
    Open,
    /// To compare what it holds.
    Compare,
    /// To save to it.
    Save,
    /// To write something for others to it.
    Export(Export),
}

impl Purpose {
    fn command(self, path: PathBuf) -> Command {
        match self {
            Self::Open => Command::OpenPath(path),
            Self::Compare => Command::AddToComparison(Source::File(path)),
            Self::Save => Command::SaveTo(path),
            Self::Export(what) => Command::ExportTo { what, path },
        }
    }

    /// Is a file written?
    pub fn writes(self) -> bool {
        match self {
            Self::Open | Self::Compare => false,
            Self::Save => true,
            Self::Export(what) => what.ending().is_some(),
        }
    }

    /// What files are called, and how their names end.
    fn kind(self, locale: &Locale) -> (&'static str, &'static [&'static str]) {
        let texts = &locale.text.window;
        match self {
            Self::Export(what) => match what.ending() {
                Some("svg") => (&texts.svg_kind, &["svg", "SVG"]),
                Some("png") => (&texts.png_kind, &["png", "PNG"]),
                Some("pdf") => (&texts.pdf_kind, &["pdf", "PDF"]),
                _ => (&texts.workbook_kind, &["xlsx", "XLSX"]),
            },
            _ => (&texts.file_kind, &["ron", "RON"]),
        }
    }

    /// Adds the extension that some systems' dialogs, and people, leave off.
    pub fn with_extension(self, path: PathBuf) -> PathBuf {
        if path.extension().is_some() {
            return path;
        }
        match self {
            Self::Export(what) => match what.ending() {
                Some(ending) => path.with_extension(ending),
                None => path,
            },
            _ => path.with_extension("ron"),
        }
    }
}

/// The dialog that is open, if one is.
#[derive(Default)]
pub struct Dialogs {
    waiting: Option<Waiting>,
    prompt: Option<PathPrompt>,
}

struct Waiting {
    purpose: Purpose,
    file_name: String,
    since: Instant,
    answer: Receiver<Option<PathBuf>>,
}

impl Dialogs {
    /// Is a dialog open?
    pub fn is_open(&self) -> bool {
        self.waiting.is_some() || self.prompt.is_some()
    }

    /// Opens the system's dialog. One at a time: another request meanwhile does nothing.
    pub fn ask(&mut self, ctx: &Context, locale: &Locale, purpose: Purpose, file_name: String) {
        if self.is_open() {
            return;
        }
        let (filter, endings) = purpose.kind(locale);
        // Created here, on the main thread, as macOS wants it; awaited elsewhere.
        let dialog = rfd::AsyncFileDialog::new()
            .add_filter(filter, endings)
            .set_file_name(&file_name);
        let (sender, answer) = channel();
        let ctx = ctx.clone();
        match purpose {
            Purpose::Open | Purpose::Compare => {
                let chosen = dialog.pick_file();
                thread::spawn(move || send(&ctx, &sender, pollster::block_on(chosen)));
            }
            Purpose::Export(what) if what.ending().is_none() => {
                let chosen = dialog.pick_folder();
                thread::spawn(move || send(&ctx, &sender, pollster::block_on(chosen)));
            }
            Purpose::Save | Purpose::Export(_) => {
                let chosen = dialog.save_file();
                thread::spawn(move || send(&ctx, &sender, pollster::block_on(chosen)));
            }
        }
        self.waiting = Some(Waiting {
            purpose,
            file_name,
            since: Instant::now(),
            answer,
        });
    }

    /// What was answered since the last frame.
    pub fn poll(&mut self) -> Option<Command> {
        let waiting = self.waiting.as_ref()?;
        let answer = match waiting.answer.try_recv() {
            Ok(answer) => answer,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => None,
        };
        let waiting = self.waiting.take()?;
        match answer {
            Some(path) if waiting.purpose.writes() => {
                let complete = waiting.purpose.with_extension(path.clone());
                if complete != path && complete.exists() {
                    // The system asked about another name: ask about this one.
                    self.prompt = Some(PathPrompt::overwriting(waiting.purpose, complete));
                    return None;
                }
                Some(waiting.purpose.command(complete))
            }
            Some(path) => Some(waiting.purpose.command(path)),
            None if waiting.since.elapsed() < TOO_SOON => {
                self.prompt = Some(PathPrompt::new(waiting.purpose, &waiting.file_name));
                None
            }
            None => None,
        }
    }

    /// Shows our own dialog where the system has none.
    pub fn show(&mut self, ui: &eframe::egui::Ui, locale: &Locale) -> Option<Command> {
        let prompt = self.prompt.as_mut()?;
        let answer = prompt.show(ui, locale)?;
        let purpose = prompt.purpose;
        self.prompt = None;
        match answer {
            Answer::Path(path) => Some(purpose.command(path)),
            Answer::Cancelled => None,
        }
    }
}

fn send(
    ctx: &Context,
    sender: &std::sync::mpsc::Sender<Option<PathBuf>>,
    chosen: Option<rfd::FileHandle>,
) {
    // The window may be gone by now: then nobody wants to know.
    let _ = sender.send(chosen.map(|handle| handle.path().to_owned()));
    ctx.request_repaint();
}
