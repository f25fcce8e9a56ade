//! The program without a window, and whoever works with it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use suanli::app::{
    self, App, Command, DiskJob, Draws, Effect, Jobs, Present, Settings, load_settings,
};
use suanli::model::{Run, Series, Year};
use suanli::scenario::Scenario;
use suanli::scenario::file;
use suanli::scenario::shipped::shipped;

use super::gestures;

/// Files that somebody works with.
const FILES: usize = 4;

/// The program, its folder, and the hand that works.
pub(crate) struct Desk {
    pub app: App,
    pub random: fastrand::Rng,
    jobs: Jobs,
    folder: tempfile::TempDir,
    /// The scenario as it was when it was opened.
    start: Scenario,
    /// The commands of the stretch, for whoever has to find out what went wrong.
    done: Vec<String>,
}

impl Desk {
    pub fn new(seed: u64) -> Self {
        let mut app = App::new(Settings::default());
        // The smallest fan: what is tried here is the order of things.
        app.apply(Command::SetDraws(Draws::ALL[0]));
        let folder = tempfile::tempdir().expect("a folder");
        for number in 0..FILES {
            let path = folder.path().join(file_name(number));
            file::save(&path, &with_check()).expect("written");
        }
        Self {
            start: app.scenario().clone(),
            app,
            random: fastrand::Rng::with_seed(seed),
            jobs: Jobs::default(),
            folder,
            done: Vec::new(),
        }
    }

    /// One of the files.
    pub fn file(&mut self) -> PathBuf {
        let number = self.random.usize(..FILES);
        self.folder.path().join(file_name(number))
    }

    /// Opens something.
    pub fn begin(&mut self, stretch: usize) {
        self.done.clear();
        let opening = gestures::opening(self, stretch);
        self.carry_out(opening);
        self.start = self.app.scenario().clone();
        self.check();
    }

    /// Does something.
    pub fn gesture(&mut self) {
        for command in gestures::any(self) {
            self.carry_out(command);
        }
        self.answer();
    }

    /// Leaves the document, whatever has become of it.
    pub fn leave(&mut self) {
        self.carry_out(Command::Present(Present::Leave));
        self.carry_out(Command::New);
        self.carry_out(Command::LeaveWithoutSaving);
        self.carry_out(Command::DismissNotice);
        while self.app.comparison().members().len() > 1 {
            self.carry_out(Command::RemoveFromComparison(0));
        }
        assert!(!self.app.document().is_changed(), "{:#?}", self.done);
    }

    /// Carries a command out as the window does.
    pub fn carry_out(&mut self, command: Command) {
        self.done
            .push(format!("{command:?}").chars().take(200).collect());
        let mut effects = self.app.apply(command);
        while !effects.is_empty() {
            let effect = effects.remove(0);
            if let Some(next) = self.perform(effect) {
                effects.extend(self.app.apply(next));
            }
        }
    }

    fn perform(&mut self, effect: Effect) -> Option<Command> {
        match effect {
            Effect::AskWhatToOpen => Some(Command::OpenPath(self.file())),
            Effect::AskWhereToSave { .. } => Some(Command::SaveTo(self.file())),
            Effect::MakeFan(order) => {
                self.jobs.start(order, || {});
                // What has been ordered before may come at any time.
                self.jobs.poll().last()
            }
            Effect::Disk(job) => self.on_disk(job),
            _ => None,
        }
    }

    fn on_disk(&mut self, job: DiskJob) -> Option<Command> {
        // Each time a file is forced onto the disk that takes its time: once in a while is enough.
        if matches!(job, DiskJob::Remember(_)) && self.random.u8(..20) > 0 {
            return None;
        }
        let settings = self.folder.path().join("settings.ron");
        app::perform(job, Some(&settings))
    }

    /// Answers what is asked, and reads what is said.
    fn answer(&mut self) {
        if self.app.notice().is_some() {
            self.carry_out(Command::DismissNotice);
        }
        if self.app.question().is_some() {
            self.carry_out(Command::Stay);
        }
        assert!(self.app.question().is_none(), "{:#?}", self.done);
    }

    /// What is shown is what the model says.
    pub fn check(&self) {
        let shown = bits(self.app.run());
        let scenario = self.app.scenario();
        assert!(shown == bits(&scenario.run()), "{:#?}", self.done);
        let baseline = Scenario::new(scenario.baseline).run();
        assert!(bits(self.app.baseline_run()) == bits(&baseline));
        let settings = self.folder.path().join("settings.ron");
        assert_eq!(load_settings_if_there(&settings).damage, None);
    }

    /// Undo goes back to the start, and redo to where undo began.
    pub fn check_history(&mut self) {
        // Either lets go of a lever that is still held.
        let letting_go = if self.random.bool() {
            Command::Undo
        } else {
            Command::SaveTo(self.file())
        };
        self.carry_out(letting_go);
        let (end, end_run) = (self.app.scenario().clone(), bits(self.app.run()));
        let was_changed = self.app.document().is_changed();
        let mut steps = 0;
        while self.app.document().history().undoable().is_some() {
            self.carry_out(Command::Undo);
            self.check();
            steps += 1;
        }
        self.assert_same(self.app.scenario(), &self.named(self.start.clone()));
        let start_run = bits(&self.start.run());
        assert!(bits(self.app.run()) == start_run, "{:#?}", self.done);
        for _ in 0..steps {
            self.carry_out(Command::Redo);
        }
        self.assert_same(self.app.scenario(), &end);
        assert!(bits(self.app.run()) == end_run, "{:#?}", self.done);
        let is_changed = self.app.document().is_changed();
        assert_eq!(is_changed, was_changed, "{:#?}", self.done);
    }

    /// A world that gets a file gets its name, in every state of history.
    fn named(&self, mut scenario: Scenario) -> Scenario {
        if self.app.document().path().is_some() {
            let now = self.app.scenario();
            (scenario.name, scenario.story) = (now.name.clone(), now.story.clone());
        }
        scenario
    }

    fn assert_same(&self, one: &Scenario, other: &Scenario) {
        let (one, other) = (file::to_ron(one), file::to_ron(other));
        assert!(one == other, "{one}\nis not\n{other}\n{:#?}", self.done);
    }
}

fn file_name(number: usize) -> String {
    format!("world {number}.ron")
}

/// A world that keeps a result of its own, which every saving brings up to date.
fn with_check() -> Scenario {
    let mut scenario = shipped()[0].scenario().clone();
    let result = BTreeMap::from([(2030, 1.0)]);
    scenario.check.insert(Series::Capex, result);
    scenario
}

fn load_settings_if_there(path: &std::path::Path) -> Settings {
    if path.exists() {
        load_settings(path)
    } else {
        Settings::default()
    }
}

/// All results, bit for bit.
pub(crate) fn bits(run: &Run) -> Vec<u64> {
    let all = Series::ALL.iter();
    all.flat_map(|&series| Year::all().map(move |year| run.get(series, year).to_bits()))
        .collect()
}
