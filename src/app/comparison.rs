//! Which scenarios are compared: one to six, each once, and which one the others are held against.

use std::path::{Path, PathBuf};

use super::{App, DiskJob, Effect, Notice};
use crate::report::Locale;
use crate::report::comparison::{Name, labels};
use crate::scenario::file::ReadError;
use crate::scenario::{Scenario, shipped};
use crate::theme::Role;

/// No comparison has more scenarios: beyond that nobody can tell them apart.
pub const MOST_COMPARED: usize = 6;

/// The shipped scenarios that are compared at first, in this order.
const FIRST: [&str; 3] = ["bear_digestion", "baseline", "bull_scaling_continues"];
/// The one of them that the others are held against.
const FIRST_REFERENCE: &str = "baseline";

/// Where a scenario of a comparison comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// It is the open one, and moves with the levers.
    Open,
    /// It came with the program, and has this id.
    Shipped(String),
    /// It was read from this file.
    File(PathBuf),
}

/// A scenario of a comparison.
#[derive(Debug)]
pub struct Member {
    /// Where it comes from.
    pub source: Source,
    /// Its place among the colours of scenarios, kept as long as it is compared.
    pub color: usize,
    /// What it holds; none for the open one, which moves.
    read: Option<Box<Scenario>>,
}

impl Member {
    /// Is it the open scenario?
    pub fn is_open(&self) -> bool {
        self.source == Source::Open
    }
}

/// The scenarios that are compared.
#[derive(Debug)]
pub struct Comparison {
    members: Vec<Member>,
    reference: usize,
    /// Has the user changed the choice? Until then it follows what is open.
    is_chosen: bool,
}

impl Comparison {
    /// What is compared at first: the open scenario if it differs from its baseline, and three
    /// that came with the program.
    pub(super) fn of(open: &Scenario) -> Self {
        let mut comparison = Self {
            members: Vec::new(),
            reference: 0,
            is_chosen: false,
        };
        let differs = !open.changes.is_empty();
        if differs {
            comparison.add(Source::Open, None);
        }
        for id in FIRST {
            let Some(scenario) = shipped_scenario(id) else {
                continue;
            };
            // Opened and not changed it would be there twice.
            if !differs || scenario != open {
                if id == FIRST_REFERENCE {
                    comparison.reference = comparison.members.len();
                }
                let read = Some(Box::new(scenario.clone()));
                comparison.add(Source::Shipped(id.to_owned()), read);
            }
        }
        comparison
    }

    /// Goes on comparing what is compared at first, as long as nobody has chosen anything else.
    pub(super) fn follow(&mut self, open: &Scenario) {
        if !self.is_chosen {
            *self = Self::of(open);
        }
    }

    /// The scenarios, in order.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// Which of them the others are held against.
    pub fn reference(&self) -> usize {
        self.reference
    }

    /// Can this be added? Not twice, and not beyond six.
    pub fn takes(&self, source: &Source) -> bool {
        let is_new = self.members.iter().all(|member| member.source != *source);
        is_new && self.members.len() < MOST_COMPARED
    }

    fn add(&mut self, source: Source, read: Option<Box<Scenario>>) {
        let color = self.free_color(&source);
        self.members.push(Member {
            source,
            color,
            read,
        });
    }

    /// The first colour is that of the open scenario everywhere, so that others take it last.
    fn free_color(&self, source: &Source) -> usize {
        let mut others = (1..MOST_COMPARED).chain([0]);
        let mut all = 0..MOST_COMPARED;
        let is_free = |color: &usize| self.members.iter().all(|member| member.color != *color);
        let free = match source {
            Source::Open => all.find(is_free),
            Source::Shipped(_) | Source::File(_) => others.find(is_free),
        };
        free.unwrap_or_default()
    }

    /// Takes one out, but never the last.
    fn remove(&mut self, index: usize) {
        if self.members.len() < 2 || index >= self.members.len() {
            return;
        }
        self.is_chosen = true;
        self.members.remove(index);
        self.reference = match self.reference {
            reference if reference > index => reference - 1,
            reference if reference == index => 0,
            reference => reference,
        };
    }

    /// Holds the others against one of the scenarios.
    fn hold_against(&mut self, index: usize) {
        if index < self.members.len() {
            self.is_chosen = true;
            self.reference = index;
        }
    }
}

fn shipped_scenario(id: &str) -> Option<&'static Scenario> {
    let found = shipped::shipped().iter().find(|shipped| shipped.id == id);
    found.map(shipped::Shipped::scenario)
}

impl App {
    /// The scenarios that are compared, as they stand now.
    pub fn compared(&self) -> impl Iterator<Item = (&Member, &Scenario)> {
        self.comparison().members().iter().map(|member| {
            let scenario = member.read.as_deref().unwrap_or_else(|| self.scenario());
            (member, scenario)
        })
    }

    /// The scenarios that are compared, each with a short name of its own and its colour.
    pub fn labelled(&self, locale: &Locale) -> Vec<(String, Role, &Scenario)> {
        let is_changed = self.document.is_changed();
        let name = |(member, scenario)| Name {
            scenario,
            file: self.file_of(member),
            is_open: member.is_open(),
            is_changed: member.is_open() && is_changed,
        };
        let names: Vec<Name<'_>> = self.compared().map(name).collect();
        let reference = self.comparison().reference();
        let worlds = self.compared().zip(labels(&names, locale)).enumerate();
        let worlds = worlds.map(|(index, ((member, scenario), label))| {
            let role = if index == reference {
                Role::Text1
            } else {
                Role::SCENARIOS[member.color]
            };
            (label, role, scenario)
        });
        worlds.collect()
    }

    /// The file that a compared scenario is in, if it has one.
    pub fn file_of<'a>(&'a self, member: &'a Member) -> Option<&'a Path> {
        match &member.source {
            Source::Open => self.document.path(),
            Source::Shipped(_) => None,
            Source::File(path) => Some(path),
        }
    }

    pub(super) fn add_to_comparison(&mut self, source: Source) -> Vec<Effect> {
        let source = match source {
            Source::File(path) => Source::File(std::path::absolute(&path).unwrap_or(path)),
            other => other,
        };
        if !self.comparison.takes(&source) {
            return Vec::new();
        }
        match &source {
            Source::Open => self.compare(source, None),
            Source::Shipped(id) => {
                if let Some(scenario) = shipped_scenario(id) {
                    self.compare(source, Some(Box::new(scenario.clone())));
                }
            }
            Source::File(path) => return vec![Effect::Disk(DiskJob::ReadToCompare(path.clone()))],
        }
        Vec::new()
    }

    /// A file was read to be compared: the open scenario is not touched, whatever it holds.
    pub(super) fn read_to_compare(
        &mut self,
        path: PathBuf,
        result: Result<Scenario, ReadError>,
    ) -> Vec<Effect> {
        match result {
            Ok(scenario) => {
                let source = Source::File(path);
                if self.comparison.takes(&source) {
                    self.compare(source, Some(Box::new(scenario)));
                }
            }
            Err(error) => self.notice = Some(Notice::CannotOpen { path, error }),
        }
        Vec::new()
    }

    /// Compares a scenario that was read already, in place of an earlier one from the same place.
    pub(super) fn compare_again(&mut self, source: Source, scenario: Scenario) {
        let mut members = self.comparison.members.iter_mut();
        if let Some(member) = members.find(|member| member.source == source) {
            member.read = Some(Box::new(scenario));
        } else if self.comparison.takes(&source) {
            self.compare(source, Some(Box::new(scenario)));
        }
    }

    pub(super) fn remove_from_comparison(&mut self, index: usize) -> Vec<Effect> {
        self.comparison.remove(index);
        Vec::new()
    }

    pub(super) fn compare_against(&mut self, index: usize) -> Vec<Effect> {
        self.comparison.hold_against(index);
        Vec::new()
    }

    fn compare(&mut self, source: Source, read: Option<Box<Scenario>>) {
        self.comparison.is_chosen = true;
        self.comparison.add(source, read);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Command, Gesture, Settings};
    use crate::model::Assumption;

    fn sources(app: &App) -> Vec<&Source> {
        let members = app.comparison().members().iter();
        members.map(|member| &member.source).collect()
    }

    fn shipped(id: &str) -> Source {
        Source::Shipped(id.to_owned())
    }

    fn move_a_lever(app: &mut App) {
        app.apply(Command::SetLever {
            assumption: Assumption::ModelGrowth,
            value: 6.0,
            gesture: Gesture::Done,
        });
    }

    #[test]
    fn what_is_open_joins_once_it_differs_and_until_somebody_has_chosen() {
        let mut app = App::new(Settings::default());
        assert_eq!(sources(&app), FIRST.map(shipped).iter().collect::<Vec<_>>());
        assert_eq!(app.comparison().reference(), 1, "the baseline");
        move_a_lever(&mut app);
        assert_eq!(sources(&app).len(), 4);
        assert_eq!(sources(&app)[0], &Source::Open);
        assert_eq!(app.comparison().reference(), 2, "still the baseline");
        app.apply(Command::RemoveFromComparison(0));
        app.apply(Command::Undo);
        move_a_lever(&mut app);
        assert_eq!(sources(&app).len(), 3, "the choice is the user's now");
    }

    #[test]
    fn an_opened_scenario_is_not_compared_with_itself() {
        let mut app = App::new(Settings::default());
        app.apply(Command::OpenShipped("bear_digestion".to_owned()));
        let expected = [
            Source::Open,
            shipped("baseline"),
            shipped("bull_scaling_continues"),
        ];
        assert_eq!(sources(&app), expected.iter().collect::<Vec<_>>());
    }

    #[test]
    fn there_are_one_to_six_each_once_and_each_with_a_colour_of_its_own() {
        let mut app = App::new(Settings::default());
        for id in [
            "power_wall",
            "power_wall",
            "gpu_crunch",
            "export_ban",
            "baseline",
        ] {
            app.apply(Command::AddToComparison(shipped(id)));
        }
        app.apply(Command::AddToComparison(Source::Open));
        assert_eq!(sources(&app).len(), MOST_COMPARED);
        let mut colors: Vec<usize> = app.comparison().members().iter().map(|m| m.color).collect();
        colors.sort_unstable();
        assert_eq!(colors, [0, 1, 2, 3, 4, 5]);
        for _ in 0..10 {
            app.apply(Command::RemoveFromComparison(0));
        }
        assert_eq!(sources(&app), [&shipped("export_ban")]);
        assert_eq!(app.comparison().reference(), 0);
    }

    #[test]
    fn the_reference_stays_when_others_go() {
        let mut app = App::new(Settings::default());
        app.apply(Command::CompareAgainst(2));
        app.apply(Command::RemoveFromComparison(0));
        assert_eq!(
            sources(&app)[app.comparison().reference()],
            &shipped(FIRST[2])
        );
        app.apply(Command::CompareAgainst(9));
        assert_eq!(app.comparison().reference(), 1, "there is no tenth");
    }
}
