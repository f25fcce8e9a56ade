//! What the user is doing: the open scenario, its history, what is on screen. Knows no egui.
//!
//! [`App::apply`] is the only place where any of it changes. What must happen outside — a dialog,
//! a file — comes back from it as [`Effect`]s, which are data.

mod catalogue;
mod command;
mod comparison;
mod crash;
mod diagnostics;
mod disk;
mod dispatch;
mod document;
mod editing;
mod effect;
mod explaining;
mod export_files;
mod exporting;
pub mod file_dialog;
mod files;
mod history;
mod jobs;
mod journal;
mod log;
mod outside;
mod presenting;
mod ranges;
mod recovery;
mod section;
mod settings;
mod slides;
mod start;
mod suppliers;
mod swings;
mod uncertainty;
mod view;
mod view_commands;
mod watch;

pub use catalogue::{CATALOGUE, Entry, Menu, of_menu, shortcuts};
pub use command::{Command, Gesture, Key, ResetTo, Shortcut};
pub use comparison::{Comparison, MOST_COMPARED, Member, Source};
pub use crash::{Stage, contain, watch as watch_failures, words as failure_words};
pub use diagnostics::{circumstances, diagnostics, now};
pub use disk::{perform, settings_path};
pub use document::Document;
pub use effect::{DiskJob, Effect};
pub use explaining::Explaining;
pub use export_files::{Copied, PICTURE, copied};
pub use exporting::{
    ComparedScenario, Export, ExportOrder, ExportProgress, Exporter, Picture, PictureFormat,
    SlideFormat,
};
pub use history::{Change, History, SlideChange};
pub use jobs::Jobs;
pub use journal::{Journal, Recovered, Unsaved};
pub use log::{Log, state_folder};
pub use presenting::{Aside, Guessing, Present, Presenting};
pub use section::Section;
pub use settings::{Damage, LastFolders, Settings, WindowSize, load as load_settings};
pub use slides::SlideEdit;
pub use start::{Renderer, Start, WAYLAND, has_display, has_x11_instead};
pub use swings::Swings;
pub use uncertainty::{Analysis, Draws, FanOrder, FanProgress, Goal, GoalOutput};
pub use view::{Notice, Question, SupplierForm, Tab, View, Zoom};
pub use watch::Watch;

use std::time::{Duration, Instant};

use crate::model::{Assumption, Run};
use crate::scenario::file::Original;
use crate::scenario::{Baseline, Scenario, shipped};

/// The shipped scenario that is open when somebody starts the program for the first time.
const FIRST_EXAMPLE: &str = "power_wall";

/// The state of the program.
pub struct App {
    document: Document,
    view: View,
    settings: Settings,
    comparison: Comparison,
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
    fan: uncertainty::FanState,
    analysis: Option<Analysis>,
    swings: Swings,
    presenting: Option<Presenting>,
    exporting: Option<exporting::Exporting>,
    question: Option<Question>,
    notice: Option<Notice>,
    /// What another program has made of the open file, until it can be asked what is to become of
    /// it, and what waits for that.
    theirs: Option<(Original, Option<Box<Command>>)>,
    /// What is in the journal.
    journaled: Option<Unsaved>,
    journal_has_failed: bool,
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
    /// A program with the baseline open; at the first start with an example that is finished.
    pub fn new(settings: Settings) -> Self {
        let is_wanted = |id: &str| !settings.is_first_start || id == FIRST_EXAMPLE;
        let shipped = shipped::shipped()
            .iter()
            .find(|shipped| is_wanted(shipped.id));
        let scenario = shipped.map_or_else(
            || Scenario::new(Baseline::current()),
            |shipped| shipped.scenario().clone(),
        );
        let started = Instant::now();
        let run = scenario.run();
        let model_time = started.elapsed();
        let baseline_run = Scenario::new(scenario.baseline).run();
        let view = View::new(&settings);
        let notice = settings.damage.clone().map(Notice::SettingsDamaged);
        Self {
            swings: Swings::of(&scenario, view.cell()),
            view,
            settings,
            comparison: Comparison::of(&scenario),
            document: Document::untitled(scenario),
            run,
            baseline_run,
            model_time,
            last_move: None,
            gesture: None,
            fan: uncertainty::FanState::default(),
            analysis: None,
            presenting: None,
            exporting: None,
            question: None,
            theirs: None,
            journaled: None,
            journal_has_failed: false,
            notice,
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

    /// What is compared.
    pub fn comparison(&self) -> &Comparison {
        &self.comparison
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
        let mut effects = self.carry_out(command);
        effects.extend(self.follow_uncertainty());
        effects.extend(self.keep_journal());
        self.follow_swings();
        self.ask_when_possible();
        effects
    }

    fn recompute(&mut self) {
        let started = Instant::now();
        self.run = self.scenario().run();
        self.model_time = started.elapsed();
        self.baseline_run = Scenario::new(self.scenario().baseline).run();
        self.comparison.follow(self.document.scenario());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::suppliers::SupplierChange;

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
    fn steps_that_move_no_lever_leave_the_last_move_and_the_run_alone() {
        let mut app = changed();
        let name = crate::text::Words {
            en: "Mine".to_owned(),
            zh: String::new(),
        };
        app.apply(Command::Describe {
            name,
            story: crate::text::Words::default(),
        });
        let change = SupplierChange::Share(0.7);
        let id = "nvidia".to_owned();
        app.apply(Command::ChangeSupplier { id, change });
        let (time, run) = (app.model_time(), app.run().clone());
        for step in [Command::Undo, Command::Undo, Command::Redo, Command::Redo] {
            app.apply(step);
            assert!(app.last_move().is_some());
            assert_eq!((app.model_time(), app.run()), (time, &run));
        }
        assert_eq!(app.scenario().suppliers.len(), 1);
        for _ in 0..3 {
            app.apply(Command::Undo);
        }
        assert!(app.last_move().is_none(), "the lever itself went back");
        assert_eq!(app.run(), app.baseline_run());
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
