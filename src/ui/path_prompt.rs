//! Our own file dialog: a field for a path, where the system has no dialog to offer.

use std::path::PathBuf;

use eframe::egui::{Id, Key, Modal, RichText, TextEdit, Ui};

use super::dialogs::Purpose;
use super::icons::text_button;
use super::style::{self, size, space};
use crate::report::Locale;
use crate::theme::Role;

/// How the prompt ended.
pub enum Answer {
    /// With a path.
    Path(PathBuf),
    /// Without one.
    Cancelled,
}

/// A path being typed.
pub struct PathPrompt {
    /// What it is wanted for.
    pub purpose: Purpose,
    typed: String,
    /// The existing file that would be overwritten, once that was asked about.
    overwriting: Option<PathBuf>,
    is_new: bool,
}

impl PathPrompt {
    /// A prompt that starts with a name in the user's documents.
    pub fn new(purpose: Purpose, file_name: &str) -> Self {
        let folder = directories::UserDirs::new().map_or_else(PathBuf::new, |dirs| {
            dirs.document_dir().unwrap_or(dirs.home_dir()).to_owned()
        });
        let typed = folder.join(file_name).display().to_string();
        Self {
            purpose,
            typed,
            overwriting: None,
            is_new: true,
        }
    }

    /// A prompt that asks whether to overwrite a file.
    pub fn overwriting(purpose: Purpose, path: PathBuf) -> Self {
        Self {
            purpose,
            typed: path.display().to_string(),
            overwriting: Some(path),
            is_new: true,
        }
    }

    /// Shows the prompt; gives the answer once there is one.
    pub fn show(&mut self, ui: &Ui, locale: &Locale) -> Option<Answer> {
        let texts = &locale.text.window.path_prompt;
        let (title, action) = match self.purpose {
            Purpose::Open | Purpose::Compare => (&texts.open_title, &texts.open),
            Purpose::Save => (&texts.save_title, &texts.save),
            Purpose::Export(what) if what.ending().is_none() => {
                (&texts.folder_title, &texts.export)
            }
            Purpose::Export(_) => (&texts.export_title, &texts.export),
        };
        let mut is_done = false;
        let mut is_cancelled = false;
        let modal = Modal::new(Id::unique("path prompt"))
            .frame(style::modal(ui))
            .show(ui.ctx(), |ui| {
                ui.set_width(520.0);
                ui.label(RichText::new(title).font(style::semibold(size::BRAND)));
                if self.overwriting.is_none() {
                    ui.label(RichText::new(&texts.why).color(style::color(ui, Role::Text3)));
                }
                let field =
                    ui.add(TextEdit::singleline(&mut self.typed).desired_width(f32::INFINITY));
                let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
                field.clone().accessible_name(title);
                if std::mem::take(&mut self.is_new) {
                    field.request_focus();
                }
                if self.overwriting.is_some() {
                    let sentence = texts.overwrite.clone();
                    ui.label(RichText::new(sentence).color(style::color(ui, Role::Bad)));
                }
                ui.add_space(space::GAP);
                let right = eframe::egui::Layout::right_to_left(eframe::egui::Align::Center);
                ui.with_layout(right, |ui| {
                    let action = if self.overwriting.is_some() {
                        &texts.replace
                    } else {
                        action
                    };
                    is_done = text_button(ui, action).clicked() || enter;
                    is_cancelled = text_button(ui, &locale.text.window.question.cancel).clicked();
                });
            });
        if is_cancelled || modal.should_close() {
            return Some(Answer::Cancelled);
        }
        if is_done { self.answer() } else { None }
    }

    /// The path, unless it would overwrite a file and that has not been asked about yet.
    fn answer(&mut self) -> Option<Answer> {
        let typed = typed_path(self.typed.trim())?;
        let path = if self.purpose.writes() {
            self.purpose.with_extension(typed)
        } else {
            typed
        };
        let is_asked = self.overwriting.as_ref() == Some(&path);
        if self.purpose.writes() && path.exists() && !is_asked {
            self.overwriting = Some(path);
            return None;
        }
        Some(Answer::Path(path))
    }
}

/// The path that is meant; `None` where nothing was typed. `~` is the home folder.
fn typed_path(typed: &str) -> Option<PathBuf> {
    let home = || directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match typed
        .strip_prefix("~/")
        .and_then(|rest| Some(home()?.join(rest)))
    {
        Some(path) => Some(path),
        None => (!typed.is_empty()).then(|| PathBuf::from(typed)),
    }
}
