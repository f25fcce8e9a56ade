//! The file dialogs: the system's, and our own where that is wanted or the system has none.

use std::path::{Path, PathBuf};
use std::time::Instant;

use eframe::egui::{Context, Id, Ui};

use super::dialog_offer::{self, Offered};
use super::dialog_trouble::DialogTrouble;
use super::path_prompt::{self, PathPrompt, Why};
use super::system_dialog::{Parent, SystemDialog};
use crate::app::file_dialog::{Answer, Kept, PathChoice, Wanted, with_ending};
use crate::app::{App, Command, Export, Source};
use crate::report::Locale;

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

    /// What will do as an answer.
    pub fn wanted(self) -> Wanted {
        match self {
            Self::Open | Self::Compare => Wanted {
                ending: Some("ron"),
                writes: false,
            },
            Self::Save => Wanted {
                ending: Some("ron"),
                writes: true,
            },
            Self::Export(what) => Wanted {
                ending: what.ending(),
                writes: true,
            },
        }
    }

    /// Which of the last folders it starts in.
    fn kept(self) -> Kept {
        match self {
            Self::Open | Self::Compare | Self::Save => Kept::Scenarios,
            Self::Export(_) => Kept::Exports,
        }
    }

    /// What files of its kind are called.
    pub fn kind(self, locale: &Locale) -> &'static str {
        let texts = &locale.text.window;
        match self.wanted().ending {
            Some("svg") => &texts.svg_kind,
            Some("png") => &texts.png_kind,
            Some("pdf") => &texts.pdf_kind,
            Some("xlsx") => &texts.workbook_kind,
            _ => &texts.file_kind,
        }
    }
}

/// What is asked for.
pub struct Request {
    /// What for.
    pub purpose: Purpose,
    /// A name to start with.
    pub file_name: String,
    /// The folder to start in.
    pub folder: PathBuf,
    /// The widget that had the keyboard, and gets it back.
    focus: Option<Id>,
}

impl Request {
    /// A question after a path, as the program stands.
    pub fn new(ctx: &Context, app: &App, purpose: Purpose, file_name: String) -> Self {
        Self {
            purpose,
            file_name,
            folder: app.start_folder(purpose.kept()),
            focus: ctx.memory(eframe::egui::Memory::focused),
        }
    }
}

/// The dialog that is open, if one is.
#[derive(Default)]
pub struct Dialogs {
    parent: Parent,
    system: Option<(Request, SystemDialog)>,
    /// A dialog of the system's that was given up, while it has not answered.
    abandoned: Option<SystemDialog>,
    prompt: Option<(Request, PathPrompt)>,
    /// What had the keyboard before our own dialog.
    focus: Option<Id>,
}

impl Dialogs {
    /// Is a dialog open?
    pub fn is_open(&self) -> bool {
        self.system.is_some() || self.prompt.is_some()
    }

    /// The window that the system's dialogs belong to from now on.
    pub fn belong_to(&mut self, parent: Parent) {
        self.parent = parent;
    }

    /// Opens a dialog. One at a time: another request meanwhile does nothing.
    ///
    /// Where one of the system's still has not answered, the next is our own: two that hang are not
    /// better than one.
    pub fn ask(&mut self, ctx: &Context, app: &App, locale: &Locale, request: Request) {
        if self.is_open() {
            return;
        }
        if app.settings().built_in_dialog {
            self.ask_ourselves(ctx, request, Why::Wanted);
        } else if self.abandoned.is_some() {
            self.ask_ourselves(ctx, request, Why::Late);
        } else {
            DialogTrouble::forget();
            let dialog = SystemDialog::open(ctx, &self.parent, locale, &request);
            self.system = Some((request, dialog));
        }
    }

    /// What was answered since the last frame.
    pub fn poll(&mut self, ctx: &Context) -> Option<Command> {
        let now = Instant::now();
        if let Some(answer) = self.abandoned.as_ref().and_then(|late| late.answer(now)) {
            self.abandoned = None;
            return self.take_late_answer(ctx, answer);
        }
        let (_, dialog) = self.system.as_ref()?;
        let answer = dialog.answer(now)?;
        let (request, _) = self.system.take()?;
        match answer {
            Answer::Path(path) => self.take_path(ctx, request, path),
            Answer::Cancelled => None,
            Answer::NeverShown => {
                let cause = DialogTrouble::heard().cause;
                self.ask_ourselves(ctx, request, Why::Failed(cause));
                None
            }
        }
    }

    /// Shows our own dialog, or offers it where the system's is late.
    pub fn show(&mut self, ui: &Ui, app: &App, locale: &Locale) -> Option<Command> {
        self.give_focus_back(ui);
        self.offer(ui, locale);
        let (request, prompt) = self.prompt.as_mut()?;
        let answer = prompt.show(ui, app, locale, request.purpose)?;
        let purpose = request.purpose;
        self.focus = request.focus;
        ui.ctx().request_repaint();
        self.prompt = None;
        match answer {
            path_prompt::Answer::Path(path) => Some(purpose.command(path)),
            path_prompt::Answer::Cancelled => None,
        }
    }

    /// Gives the keyboard back, once nothing lies over what had it: not before it may have it.
    fn give_focus_back(&mut self, ui: &Ui) {
        let is_covered = ui.memory(|memory| memory.top_modal_layer().is_some());
        if self.focus.is_none() || self.prompt.is_some() || is_covered {
            return;
        }
        let is_free = ui.memory(|memory| memory.focused().is_none());
        if let Some(focus) = self.focus.take().filter(|_| is_free) {
            ui.memory_mut(|memory| memory.request_focus(focus));
        }
    }

    /// Offers our own dialog where the system's is late.
    fn offer(&mut self, ui: &Ui, locale: &Locale) {
        let Some((_, dialog)) = &mut self.system else {
            return;
        };
        let now = Instant::now();
        let has_focus = ui.input(|input| input.focused);
        if !dialog.is_late(now, has_focus) {
            if let Some(left) = dialog.time_left(now) {
                ui.ctx().request_repaint_after(left);
            }
            return;
        }
        let Some(offered) = dialog_offer::show(ui, locale) else {
            return;
        };
        let Some((request, dialog)) = self.system.take() else {
            return;
        };
        self.abandoned = Some(dialog);
        match offered {
            Offered::BuiltIn => self.ask_ourselves(ui.ctx(), request, Why::Late),
            Offered::Nothing => {}
        }
    }

    fn ask_ourselves(&mut self, ctx: &Context, request: Request, why: Why) {
        let ctx = ctx.clone();
        let start = (&*request.folder, &*request.file_name);
        let choice = PathChoice::new(request.purpose.wanted(), start, move || {
            ctx.request_repaint();
        });
        self.prompt = Some((request, PathPrompt::new(choice, why)));
    }

    /// A path from the system's dialog. Where it lacks its ending, the system asked about another
    /// file than the one that would be overwritten: then it is looked at once more.
    fn take_path(&mut self, ctx: &Context, request: Request, path: PathBuf) -> Option<Command> {
        let wanted = request.purpose.wanted();
        if !wanted.writes || with_ending(&path, wanted.ending) == path {
            return Some(request.purpose.command(path));
        }
        let ctx = ctx.clone();
        let folder = path.parent().unwrap_or(Path::new(""));
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let mut choice = PathChoice::new(wanted, (folder, &name), move || ctx.request_repaint());
        choice.confirm();
        self.prompt = Some((request, PathPrompt::checking(choice)));
        None
    }

    /// The system's dialog was given up for ours, and now it answers after all. While ours is still
    /// open, a path is what was wanted; later it would come out of the blue.
    fn take_late_answer(&mut self, ctx: &Context, answer: Answer) -> Option<Command> {
        let Answer::Path(path) = answer else {
            return None;
        };
        let stands_in = |(_, prompt): &mut (Request, PathPrompt)| prompt.stands_in();
        let (request, _) = self.prompt.take_if(stands_in)?;
        self.take_path(ctx, request, path)
    }
}
