//! What the user is doing: the open scenario, its history, what is on screen. Knows no egui.
//!
//! [`App::apply`] is the only place where any of it changes. What must happen outside — a dialog,
//! a file — comes back from it as [`Effect`]s, which are data.

mod command;
mod disk;
mod document;
mod effect;
mod history;
mod settings;
mod suppliers;
mod view;

pub use command::{Command, Gesture, Key, Shortcut};
pub use disk::{perform, settings_path};
pub use document::Document;
pub use effect::{DiskJob, Effect};
pub use history::{Change, History};
pub use settings::{Settings, load as load_settings};
pub use view::{Notice, Question, Tab, View};

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::model::{Assumption, Run};
use crate::scenario::file::ReadError;
use crate::scenario::{Baseline, Scenario, shipped};

/// The state of the program.
pub struct App {
    document: Document,
    view: View,
    settings: Settings,
    /// Results of the scenario as it stands.
    run: Run,
    /// Results of its baseline.
    baseline_run: Run,
    /// How long the last run took.
    model_time: Duration,
    /// Results before the last gesture, and what it changed.
    last_move: Option<LastMove>,
    /// The gesture that is going on, with the results before it.
    gesture: Option<(Assumption, f64, Run)>,
    question: Option<Question>,
    notice: Option<Notice>,
    may_close: bool,
}

/// The last gesture on a lever.
pub struct LastMove {
    /// The lever.
    pub assumption: Assumption,
    /// Its value before.
    pub before: f64,
    /// Its value after.
    pub after: f64,
    /// Results before.
    pub run_before: Run,
}

impl App {
    /// A program with the baseline open.
    pub fn new(settings: Settings) -> Self {
        let scenario = shipped::shipped().first().map_or_else(
            || Scenario::new(Baseline::current()),
            |first| first.scenario().clone(),
        );
        let started = Instant::now();
        let run = scenario.run();
        let model_time = started.elapsed();
        let baseline_run = Scenario::new(scenario.baseline).run();
        Self {
            view: View::new(&settings),
            settings,
            document: Document::untitled(scenario),
            run,
            baseline_run,
            model_time,
            last_move: None,
            gesture: None,
            question: None,
            notice: None,
            may_close: false,
        }
    }

    /// The open scenario.
    pub fn scenario(&self) -> &Scenario {
        self.document.scenario()
    }

    /// The open document: scenario, file, history.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// What is on screen.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// What is remembered from one start to the next.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Results of the scenario as it stands.
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// Results of the scenario's baseline.
    pub fn baseline_run(&self) -> &Run {
        &self.baseline_run
    }

    /// How long the last run of the model took.
    pub fn model_time(&self) -> Duration {
        self.model_time
    }

    /// What the last gesture changed.
    pub fn last_move(&self) -> Option<&LastMove> {
        self.last_move.as_ref()
    }

    /// Is a lever being moved right now?
    pub fn is_dragging(&self) -> bool {
        self.gesture.is_some()
    }

    /// What must be answered before anything else.
    pub fn question(&self) -> Option<&Question> {
        self.question.as_ref()
    }

    /// What the user should know.
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// May the window close? Only once unsaved changes have been dealt with.
    pub fn may_close(&self) -> bool {
        self.may_close
    }

    /// Carries out a command and says what must happen outside; first asks about unsaved changes
    /// where the command would lose them.
    pub fn apply(&mut self, command: Command) -> Vec<Effect> {
        if command.leaves_document() && self.document.is_changed() {
            let then = Box::new(command);
            self.question = Some(Question::UnsavedChanges { then });
            return Vec::new();
        }
        self.carry_out(command)
    }

    fn carry_out(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::New => {
                self.open(Document::untitled(Scenario::new(Baseline::current())));
                Vec::new()
            }
            Command::Open => vec![Effect::AskWhatToOpen],
            Command::OpenPath(path) => {
                // A path relative to today's folder would mean nothing among recent files.
                let path = std::path::absolute(&path).unwrap_or(path);
                vec![Effect::Disk(DiskJob::Read(path))]
            }
            Command::OpenShipped(id) => {
                if let Some(found) = shipped::shipped().iter().find(|shipped| shipped.id == id) {
                    self.open(Document::untitled(found.scenario().clone()));
                }
                Vec::new()
            }
            Command::Quit => {
                self.may_close = true;
                vec![Effect::Close]
            }
            Command::Save => match self.document.path() {
                Some(path) => self.write(path.to_owned()),
                None => self.ask_where_to_save(),
            },
            Command::SaveAs => self.ask_where_to_save(),
            Command::SaveTo(path) => self.write(path),
            Command::Opened { path, result } => self.opened(path, *result),
            Command::Saved {
                path,
                scenario,
                result,
            } => self.saved(path, *scenario, result),
            Command::SaveForLeaving => self.save_for_leaving(),
            Command::LeaveWithoutSaving => self.leave_without_saving(),
            Command::Stay => {
                self.question = None;
                Vec::new()
            }
            Command::Undo => self.step(History::undo),
            Command::Redo => self.step(History::redo),
            Command::SetLever {
                assumption,
                value,
                gesture,
            } => {
                self.set_lever(assumption, value, gesture);
                Vec::new()
            }
            Command::ResetLever(assumption) => {
                let base = self.scenario().baseline.range(assumption).base;
                self.set_lever(assumption, base, Gesture::Done);
                Vec::new()
            }
            Command::ResetAll => {
                self.reset_all();
                Vec::new()
            }
            Command::ChangeSupplier { id, change } => {
                self.change_supplier(&id, change);
                Vec::new()
            }
            Command::ResetSupplier(id) => {
                self.reset_supplier(&id);
                Vec::new()
            }
            Command::SetLanguage(language) => {
                self.view.language = language;
                self.remember()
            }
            Command::SetTheme(theme) => {
                self.view.theme = theme;
                self.remember()
            }
            Command::SetCurrency(currency) => {
                self.view.currency = currency;
                self.remember()
            }
            Command::SetYear(year) => {
                self.view.set_year(year);
                Vec::new()
            }
            Command::SetSpan(span) => {
                self.view.set_span(span);
                Vec::new()
            }
            Command::SetTab(tab) => {
                self.view.set_tab(tab);
                Vec::new()
            }
            Command::ShowFigure(figure) => {
                self.view.show_figure(figure);
                Vec::new()
            }
            Command::DismissNotice => {
                self.notice = None;
                Vec::new()
            }
        }
    }

    fn save_for_leaving(&mut self) -> Vec<Effect> {
        // The question stays: what comes after saving is still to be done.
        self.apply(Command::Save)
    }

    fn leave_without_saving(&mut self) -> Vec<Effect> {
        match self.question.take() {
            Some(Question::UnsavedChanges { then }) => self.carry_out(*then),
            None => Vec::new(),
        }
    }

    fn ask_where_to_save(&self) -> Vec<Effect> {
        vec![Effect::AskWhereToSave {
            file_name: self.document.suggested_file_name(),
        }]
    }

    fn write(&mut self, path: PathBuf) -> Vec<Effect> {
        self.finish_gesture();
        self.document.name_after(&path);
        if self.document.is_changed() {
            let run = &self.run;
            self.document.edit(|scenario| scenario.refresh_check(run));
        }
        let scenario = Box::new(self.scenario().clone());
        vec![Effect::Disk(DiskJob::Write { path, scenario })]
    }

    fn opened(&mut self, path: PathBuf, result: Result<Scenario, ReadError>) -> Vec<Effect> {
        match result {
            Ok(scenario) => {
                self.settings.remember_file(&path);
                self.open(Document::of_file(path, scenario));
                self.remember()
            }
            Err(error) => {
                self.settings.forget_file(&path);
                self.notice = Some(Notice::CannotOpen { path, error });
                self.remember()
            }
        }
    }

    fn saved(
        &mut self,
        path: PathBuf,
        scenario: Scenario,
        result: std::io::Result<()>,
    ) -> Vec<Effect> {
        if let Err(error) = result {
            self.question = None;
            self.notice = Some(Notice::CannotSave { path, error });
            return Vec::new();
        }
        self.settings.remember_file(&path);
        self.document.saved(path, scenario);
        self.notice = None;
        let mut effects = self.remember();
        if let Some(Question::UnsavedChanges { then }) = self.question.take() {
            effects.extend(self.apply(*then));
        }
        effects
    }

    fn open(&mut self, document: Document) {
        self.document = document;
        self.gesture = None;
        self.last_move = None;
        self.notice = None;
        self.recompute();
    }

    fn set_lever(&mut self, assumption: Assumption, value: f64, gesture: Gesture) {
        if !assumption.info().allows(value) {
            return;
        }
        if self
            .gesture
            .as_ref()
            .is_some_and(|(moved, _, _)| *moved != assumption)
        {
            self.finish_gesture();
        }
        if self.gesture.is_none() {
            let before = self.scenario().value(assumption);
            self.gesture = Some((assumption, before, self.run.clone()));
        }
        self.document
            .edit(|scenario| scenario.set(assumption, value));
        self.recompute();
        if gesture == Gesture::Done {
            self.finish_gesture();
        }
    }

    /// Makes one step of history of a gesture, if it changed anything.
    fn finish_gesture(&mut self) {
        let Some((assumption, before, run_before)) = self.gesture.take() else {
            return;
        };
        let after = self.scenario().value(assumption);
        if after.to_bits() != before.to_bits() {
            self.document.step(Change::Lever {
                assumption,
                before,
                after,
            });
            self.last_move = Some(LastMove {
                assumption,
                before,
                after,
                run_before,
            });
        }
    }

    fn reset_all(&mut self) {
        self.finish_gesture();
        if self.scenario().changes.is_empty() {
            return;
        }
        self.document.edit(|scenario| scenario.changes.clear());
        self.document.step(Change::ResetAll);
        self.last_move = None;
        self.recompute();
    }

    fn step(&mut self, step: fn(&mut History) -> bool) -> Vec<Effect> {
        self.finish_gesture();
        if self.document.travel(step) {
            self.last_move = None;
            self.recompute();
        }
        Vec::new()
    }

    fn recompute(&mut self) {
        let started = Instant::now();
        self.run = self.scenario().run();
        self.model_time = started.elapsed();
        self.baseline_run = Scenario::new(self.scenario().baseline).run();
    }

    fn remember(&mut self) -> Vec<Effect> {
        self.settings.language = Some(self.view.language);
        self.settings.theme = self.view.theme;
        self.settings.currency = self.view.currency;
        vec![Effect::Disk(DiskJob::Remember(Box::new(
            self.settings.clone(),
        )))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed() -> App {
        let mut app = App::new(Settings::default());
        app.apply(Command::SetLever {
            assumption: Assumption::ModelGrowth,
            value: 6.0,
            gesture: Gesture::Done,
        });
        app
    }

    #[test]
    fn unsaved_changes_are_asked_about_once_and_not_before_a_file_is_chosen() {
        let mut app = changed();
        assert!(matches!(
            app.apply(Command::Open)[..],
            [Effect::AskWhatToOpen]
        ));
        assert!(app.question().is_none());
        assert!(app.apply(Command::OpenPath("a.ron".into())).is_empty());
        assert!(app.question().is_some());
        let effects = app.apply(Command::LeaveWithoutSaving);
        assert!(matches!(effects[..], [Effect::Disk(DiskJob::Read(_))]));
    }

    #[test]
    fn undo_after_saving_keeps_the_name_of_the_file() {
        let mut app = changed();
        app.apply(Command::SaveTo("mine.ron".into()));
        app.apply(Command::Undo);
        assert_eq!(app.scenario().name.en, "mine");
        assert!(app.scenario().changes.is_empty());
    }
}
