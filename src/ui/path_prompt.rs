//! Our own file dialog: a field for a path that completes itself, the folder as a list, and what
//! is to be said of the path.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{
    Align, Id, Key, Label, Layout, Modal, Modifiers, RichText, Sense, TextEdit, Ui, UiBuilder, vec2,
};

use super::dialogs::Purpose;
use super::icons::text_button;
use super::keys;
use super::path_list::{self, Picked, plain};
use super::path_places::{Destination, Places};
use super::style::{self, size, space};
use crate::app::App;
use crate::app::file_dialog::{Confirm, FolderProblem, PathChoice, Remark};
use crate::report::Locale;
use crate::theme::Role;

const WIDTH: f32 = 700.0;
const PLACES: f32 = 176.0;
/// Height of the list, and of everything around it.
const LIST: f32 = 336.0;
const AROUND: f32 = 270.0;
/// Room for two lines about the path: the buttons below stay where they are.
const REMARK: f32 = 34.0;
/// What takes no longer than this is not worth a word.
const QUICK: Duration = Duration::from_millis(200);

/// How the prompt ended.
pub enum Answer {
    /// With a path.
    Path(PathBuf),
    /// Without one.
    Cancelled,
}

/// Why it is ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is wanted.
    Wanted,
    /// The system has none: with the cause, if that is known.
    Failed(Option<String>),
    /// That of the system is late.
    Late,
}

/// A path that is being chosen.
pub struct PathPrompt {
    choice: PathChoice,
    why: Why,
    places: Option<Places>,
    /// The text as the field left it: where it changes otherwise, the cursor goes to its end.
    left: String,
    /// What was last asked of the disk: while it answers at once nothing is said of it.
    busy_since: Option<Instant>,
    /// Is it shown only once there is something to ask?
    is_checking: bool,
    is_new: bool,
}

/// What the keys say while the field has them.
#[derive(Default)]
struct Pressed {
    rows: i64,
    complete: bool,
    confirm: bool,
    up: bool,
}

impl PathPrompt {
    /// A prompt.
    pub fn new(choice: PathChoice, why: Why) -> Self {
        Self {
            choice,
            why,
            places: None,
            left: String::new(),
            busy_since: None,
            is_checking: false,
            is_new: true,
        }
    }

    /// A prompt for a path that is confirmed already: it shows only where that must be asked about.
    pub fn checking(choice: PathChoice) -> Self {
        Self {
            is_checking: true,
            ..Self::new(choice, Why::Wanted)
        }
    }

    /// Does it stand in for a dialog of the system's that may still answer?
    pub fn stands_in(&self) -> bool {
        self.why == Why::Late
    }

    /// Shows the prompt; gives the answer once there is one.
    pub fn show(
        &mut self,
        ui: &Ui,
        app: &App,
        locale: &Locale,
        purpose: Purpose,
    ) -> Option<Answer> {
        if let Some(path) = self.choice.poll() {
            return Some(Answer::Path(path));
        }
        let is_slow = self.is_slow(ui);
        self.is_checking &= self.choice.remark() == Remark::Judging && !is_slow;
        if self.is_checking {
            return None;
        }
        let mut is_cancelled = false;
        let modal = Modal::new(Id::unique("path prompt")).frame(style::modal(ui));
        let modal = modal.show(ui.ctx(), |ui| {
            let screen = ui.ctx().content_rect().size();
            ui.set_width(WIDTH.min(screen.x - 80.0));
            self.head(ui, locale, purpose);
            let keys = self.field(ui, locale);
            let height = LIST.min(screen.y - AROUND);
            self.body(ui, app, locale, (height, keys.rows != 0));
            self.remark(ui, locale, is_slow);
            let (confirmed, cancelled) = self.buttons(ui, locale, purpose);
            is_cancelled = cancelled;
            if keys.confirm || confirmed {
                self.choice.confirm();
            }
        });
        let is_escaped = keys::is_escaped(ui, &modal);
        (is_cancelled || is_escaped).then_some(Answer::Cancelled)
    }

    /// Has the disk been silent for long?
    fn is_slow(&mut self, ui: &Ui) -> bool {
        let is_busy = self.choice.is_reading() || self.choice.remark() == Remark::Judging;
        if !is_busy {
            self.busy_since = None;
            return false;
        }
        let since = *self.busy_since.get_or_insert_with(Instant::now);
        if since.elapsed() < QUICK {
            ui.ctx().request_repaint_after(QUICK);
        }
        since.elapsed() >= QUICK
    }

    /// The title, and why this is not the system's dialog.
    fn head(&self, ui: &mut Ui, locale: &Locale, purpose: Purpose) {
        let texts = &locale.text.window.path_prompt;
        let title = title(locale, purpose);
        ui.label(RichText::new(title).font(style::semibold(size::BRAND)));
        let (why, cause) = match &self.why {
            Why::Wanted => return,
            Why::Failed(cause) => (&texts.failed, cause.as_deref()),
            Why::Late => (&texts.late, None),
        };
        let quiet = style::color(ui, Role::Text3);
        ui.label(RichText::new(why).color(quiet));
        if let Some(cause) = cause {
            let words = RichText::new(plain(cause)).font(style::regular(size::CAPTION));
            ui.add(Label::new(words.color(quiet)).truncate());
        }
    }

    /// The field, and what the keys say in it.
    fn field(&mut self, ui: &mut Ui, locale: &Locale) -> Pressed {
        let id = Id::unique("path");
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let keys = if has_focus {
            pressed(ui, self.choice.can_complete())
        } else {
            Pressed::default()
        };
        self.choice.step(keys.rows);
        if keys.complete {
            self.choice.complete();
        }
        if keys.up {
            self.choice.enter_parent();
        }
        let is_moved = self.choice.text() != self.left;
        let mut text = self.choice.text().to_owned();
        let edit = TextEdit::singleline(&mut text)
            .id(id)
            .margin(vec2(8.0, 5.0))
            // Tab completes while there is something to complete, and then moves on.
            .lock_focus(self.choice.can_complete())
            .desired_width(f32::INFINITY);
        let mut output = edit.show(ui);
        let field = output.response.response.clone();
        field.accessible_name(&locale.text.window.path_prompt.path);
        let is_new = std::mem::take(&mut self.is_new);
        if is_new || ui.memory(|memory| memory.focused().is_none()) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if text != self.choice.text() {
            self.choice.type_text(text);
        }
        self.choice.text().clone_into(&mut self.left);
        if is_moved {
            let end = self.choice.text().chars().count();
            let range = if is_new { self.choice.stem() } else { end..end };
            let range = CCursorRange::two(CCursor::new(range.start), CCursor::new(range.end));
            output.state.cursor.set_char_range(Some(range));
            output.state.store(ui.ctx(), id);
        }
        keys
    }

    /// The places at the left, the folder at the right.
    fn body(&mut self, ui: &mut Ui, app: &App, locale: &Locale, (height, follow): (f32, bool)) {
        let with_files = !self.choice.wanted().writes;
        let places = self
            .places
            .get_or_insert_with(|| Places::new(app, with_files));
        let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let (left, right) = whole.split_left_right_at_x(whole.left() + PLACES);
        let mut left = ui.new_child(UiBuilder::new().max_rect(left));
        let going = places.show(&mut left, locale, (height, self.choice.folder()));
        let right = right.with_min_x(right.left() + space::GAP);
        let mut right = ui.new_child(UiBuilder::new().max_rect(right));
        let picked = path_list::show(&mut right, locale, &self.choice, (height, follow));
        match (going, picked) {
            (Some(Destination::Folder(folder)), _) => self.choice.enter(&folder),
            (Some(Destination::File(file)), _) => {
                self.choice.take(&file);
                self.choice.confirm();
            }
            (None, Some(Picked::Once(row))) => self.choice.choose(row),
            (None, Some(Picked::Twice(row))) => self.choice.confirm_row(row),
            (None, None) => {}
        }
    }

    fn remark(&self, ui: &mut Ui, locale: &Locale, is_slow: bool) {
        let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), REMARK), Sense::hover());
        let (words, role) = sentence(locale, &self.choice, is_slow);
        if words.is_empty() {
            return;
        }
        let words = RichText::new(plain(&words)).color(style::color(ui, role));
        let mut inner = ui.new_child(UiBuilder::new().max_rect(place));
        let label = inner.add(Label::new(words).wrap());
        ui.ctx().accesskit_node_builder(label.id, |node| {
            node.set_live(eframe::egui::accesskit::Live::Polite);
        });
    }

    /// Gives whether it was confirmed, and whether it was cancelled.
    fn buttons(&self, ui: &mut Ui, locale: &Locale, purpose: Purpose) -> (bool, bool) {
        let texts = &locale.text.window.path_prompt;
        let action = match self.choice.confirmation() {
            Confirm::Plain => action(locale, purpose),
            Confirm::Replace => &texts.replace,
            Confirm::MakeFolder => &texts.make_folder,
        };
        let right = Layout::right_to_left(Align::Center);
        let row = ui.with_layout(right, |ui| {
            let confirmed = text_button(ui, action).clicked();
            let cancelled = text_button(ui, &locale.text.window.question.cancel).clicked();
            (confirmed, cancelled)
        });
        row.inner
    }
}

/// What the keys mean in the field; those that mean something are taken.
fn pressed(ui: &Ui, can_complete: bool) -> Pressed {
    const PAGE: i64 = 10;
    ui.input_mut(|input| {
        let up = input.consume_key(Modifiers::ALT, Key::ArrowUp);
        let mut count = |key| input.count_and_consume_key(Modifiers::NONE, key) as i64;
        let lines = count(Key::ArrowDown) - count(Key::ArrowUp);
        let pages = count(Key::PageDown) - count(Key::PageUp);
        Pressed {
            rows: lines + PAGE * pages,
            complete: can_complete && count(Key::Tab) > 0,
            confirm: count(Key::Enter) > 0,
            up,
        }
    })
}

fn title(locale: &Locale, purpose: Purpose) -> &'static str {
    let texts = &locale.text.window.path_prompt;
    match purpose {
        Purpose::Open | Purpose::Compare => &texts.open_title,
        Purpose::Save => &texts.save_title,
        Purpose::Export(what) if what.ending().is_none() => &texts.folder_title,
        Purpose::Export(_) => &texts.export_title,
    }
}

fn action(locale: &Locale, purpose: Purpose) -> &'static str {
    let texts = &locale.text.window.path_prompt;
    match purpose {
        Purpose::Open | Purpose::Compare => &texts.open,
        Purpose::Save => &texts.save,
        Purpose::Export(_) => &texts.export,
    }
}

/// What is said of the path, and how loudly.
fn sentence(locale: &Locale, choice: &PathChoice, is_slow: bool) -> (String, Role) {
    let texts = &locale.text.window.path_prompt;
    let of = |path: &Path| path.display().to_string();
    match choice.remark() {
        Remark::Judging if is_slow => (texts.judging.clone(), Role::Text3),
        Remark::Nothing if is_slow => (texts.reading.clone(), Role::Text3),
        Remark::Judging | Remark::Nothing => (String::new(), Role::Text3),
        Remark::Overwrites(file) => (texts.overwrites.fill(&[("file", &of(&file))]), Role::Bad),
        Remark::NewFolder(folder) => {
            let words = texts.new_folder.fill(&[("folder", &of(&folder))]);
            (words, Role::Warn)
        }
        Remark::MakesFolder(folder) => {
            let words = texts.makes_folder.fill(&[("folder", &of(&folder))]);
            (words, Role::Warn)
        }
        Remark::Completed(name) => (texts.completed.fill(&[("file", &name)]), Role::Text3),
        Remark::NoName => (texts.no_name.clone(), Role::Bad),
        Remark::Problem(path, problem) => (trouble(locale, &of(&path), &problem), Role::Bad),
    }
}

fn trouble(locale: &Locale, path: &str, problem: &FolderProblem) -> String {
    let texts = &locale.text.window.path_prompt;
    let (folder, file) = (
        [("folder", &path as &dyn std::fmt::Display)],
        [("file", &path as _)],
    );
    match problem {
        FolderProblem::Missing { .. } => texts.missing.fill(&folder),
        FolderProblem::IsFile => texts.no_folder.fill(&folder),
        FolderProblem::IsFolder => texts.is_folder.fill(&file),
        FolderProblem::Forbidden => texts.forbidden.fill(&folder),
        FolderProblem::ReadOnly => texts.read_only.fill(&folder),
        FolderProblem::NoFile => texts.no_file.fill(&file),
        FolderProblem::Other(reason) => {
            let [folder] = folder;
            texts.other.fill(&[folder, ("reason", reason)])
        }
    }
}
