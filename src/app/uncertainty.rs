//! What is asked about uncertainty, and what is known of it so far: the fan behind the charts, and
//! for one output what swings it, what moved it, and what would bring it to a target.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::{App, Command, Effect, Notice, Tab, jobs};
use crate::analysis::{
    self, Attribution, Cell, Fan, FanMaker, Progress, Sampling, Sought, Spreads, Swing,
};
use crate::model::{Assumption, Run, Series, Year};
use crate::report::goal::{Question, goal};
use crate::report::goal_figure::GoalFigure;
use crate::report::{Figure, Locale, World};
use crate::scenario::Scenario;

/// How many draws a fan is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draws(usize);

impl Draws {
    /// The choices.
    pub const ALL: [Self; 3] = [Self(1024), Self(4096), Self(32_768)];
    /// So many are made within a frame, while a lever is dragged.
    const LIVE: usize = 2048;

    /// The number.
    pub fn count(self) -> usize {
        self.0
    }
}

impl Default for Draws {
    fn default() -> Self {
        Self(32_768)
    }
}

/// What is to be reached, and by which lever.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// The lever.
    pub lever: Assumption,
    /// What it is to move.
    pub output: GoalOutput,
    /// When.
    pub year: Year,
    /// Where to, in the unit of the output; none until somebody has said so.
    pub target: Option<f64>,
}

/// What a goal is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GoalOutput {
    /// A result of the model.
    Series(Series),
    /// The revenue of the supplier with this id, billion USD.
    Supplier(String),
}

impl Goal {
    /// It as a question, about an output of this name.
    pub fn question<'a>(&self, output: &'a str) -> Question<'a> {
        Question {
            lever: self.lever,
            output,
            unit: self.output.unit(),
            year: self.year,
            target: self.target,
        }
    }

    /// The question and its answer as a picture of a world.
    pub(super) fn figure(&self, world: &World<'_>) -> GoalFigure {
        let output = self.output.name(world);
        let question = self.question(&output);
        let measure = self.output.measure(world.scenario, self.year);
        let values = world.scenario.assumptions();
        let seek = |target| analysis::seek(&values, self.lever, &measure, target);
        let sought = self.target.map(seek);
        let goal = goal(world, &question, &measure, sought.as_ref());
        GoalFigure::new(world, &question, goal)
    }
}

impl GoalOutput {
    /// What it is called.
    pub fn name(&self, world: &World<'_>) -> String {
        let language = world.locale.language;
        match self {
            Self::Series(series) => series.info().label.get(language).to_owned(),
            Self::Supplier(id) => {
                let all = world.scenario.all_suppliers();
                let found = all.iter().find(|supplier| supplier.id == *id);
                let name = found.map_or(id.as_str(), |supplier| supplier.name.get(language));
                let revenue = &world.locale.text.uncertainty.goal.revenue_of;
                revenue.fill(&[("name", &name)])
            }
        }
    }

    /// The series that it is, or in whose unit it is measured.
    pub fn series(&self) -> Series {
        match self {
            Self::Series(series) => *series,
            Self::Supplier(_) => Series::Capex,
        }
    }

    /// Its unit.
    pub fn unit(&self) -> &'static str {
        &self.series().info().unit
    }

    /// How it is read off a run of a scenario in a year; zero for a supplier that is not there.
    pub fn measure(&self, scenario: &Scenario, year: Year) -> impl Fn(&Run) -> f64 + use<> {
        let (series, part_and_share) = match self {
            Self::Series(series) => (Some(*series), None),
            Self::Supplier(id) => {
                let all = scenario.all_suppliers();
                let found = all.iter().find(|supplier| supplier.id == *id);
                (
                    None,
                    found.map(|supplier| (supplier.part(), supplier.share)),
                )
            }
        };
        move |run| match (series, part_and_share) {
            (Some(series), _) => run.get(series, year),
            (None, Some((part, share))) => share * part.revenue(run, year),
            (None, None) => 0.0,
        }
    }
}

/// What is known of the output that is asked about, in the scenario as it stands.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// Which output, in which year.
    pub cell: Cell,
    /// What swings it, the widest first.
    pub tornado: Vec<Swing>,
    /// What moved it away from the baseline.
    pub attribution: Attribution,
    /// What would bring the goal's output to its target, where there is a target.
    pub sought: Option<Sought>,
}

/// A fan that is to be made.
#[derive(Debug)]
pub struct FanOrder {
    /// Counts the orders: only what the latest has brought is shown.
    pub generation: u64,
    /// What is believed of the assumptions.
    pub spreads: Spreads,
    /// The results that are wanted.
    pub cells: Vec<Cell>,
    /// A result of which the share of draws below a value is wanted.
    pub watched: Option<(Cell, f64)>,
    /// Which draws.
    pub sampling: Sampling,
    /// How far it has come.
    pub progress: Arc<Progress>,
}

/// The fan behind the charts.
#[derive(Default)]
pub struct FanState {
    maker: FanMaker,
    /// What the fan that was ordered last is about.
    ordered: Option<Asked>,
    generation: u64,
    pending: Option<Pending>,
    /// Has making it failed?
    is_given_up: bool,
    made: Option<MadeFan>,
}

/// A fan with how long it took.
struct MadeFan {
    fan: Arc<Fan>,
    time: Duration,
}

/// A fan that is being made.
struct Pending {
    progress: Arc<Progress>,
    samples: usize,
    since: Instant,
}

/// What a fan follows from: it moves only when this does.
#[derive(Clone, PartialEq)]
struct Asked {
    spreads: Spreads,
    draws: Draws,
    watched: Option<(Cell, f64)>,
}

/// How far the fan that is being made has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FanProgress {
    /// Draws that are made.
    pub done: usize,
    /// Draws that are wanted.
    pub of: usize,
}

/// Only what takes longer than this shows how far it has come.
const WORTH_SHOWING: Duration = Duration::from_millis(150);

impl App {
    /// The fan behind the charts, where one is shown.
    pub fn fan(&self) -> Option<&Fan> {
        let made = self.fan.made.as_ref()?;
        self.shows_fans().then_some(&*made.fan)
    }

    /// The same for those who need it longer than the window does.
    pub(super) fn shared_fan(&self) -> Option<Arc<Fan>> {
        let made = self.fan.made.as_ref()?;
        self.view.fans.then(|| Arc::clone(&made.fan))
    }

    /// How long the fan that is shown took.
    pub fn fan_time(&self) -> Option<Duration> {
        let made = self.fan.made.as_ref()?;
        self.shows_fans().then_some(made.time)
    }

    /// How far the next fan has come, where that takes a while.
    pub fn fan_progress(&self) -> Option<FanProgress> {
        let pending = self.fan.pending.as_ref()?;
        (pending.since.elapsed() > WORTH_SHOWING).then(|| FanProgress {
            done: pending.progress.samples().min(pending.samples),
            of: pending.samples,
        })
    }

    /// Is a fan being made in the background?
    pub fn is_making_fan(&self) -> bool {
        self.fan.pending.is_some()
    }

    /// What is known of the output that is asked about, on the page about uncertainty.
    pub fn analysis(&self) -> Option<&Analysis> {
        self.analysis.as_ref()
    }

    fn shows_fans(&self) -> bool {
        self.view.fans || self.view.tab == Tab::Uncertainty
    }

    fn output(&self) -> Cell {
        self.view.cell()
    }

    /// Brings the fan and the analyses up to date with the scenario and with what is asked: at
    /// once with as many draws as a frame has time for, and after that, unless a lever is still
    /// being dragged, with all of them in the background.
    pub(super) fn follow_uncertainty(&mut self) -> Vec<Effect> {
        self.follow_analysis();
        if !self.shows_fans() {
            return Vec::new();
        }
        let cell = self.output();
        let asked = Asked {
            spreads: self.scenario().spreads(),
            draws: self.view.draws,
            watched: (self.view.tab == Tab::Uncertainty)
                .then(|| (cell, self.baseline_run.get(cell.series, cell.year))),
        };
        let is_dragging = self.is_dragging();
        let is_new = self.fan.ordered.as_ref() != Some(&asked);
        if !is_new && (is_dragging || self.fan.has_all(asked.draws)) {
            return Vec::new();
        }
        self.fan.ordered = Some(asked.clone());
        let order = self.fan.order(&asked, self.cells_on_screen(), Draws::LIVE);
        if is_new && let Some(made) = jobs::carry_out(&mut self.fan.maker, &order) {
            self.take_fan(made);
        }
        if is_dragging {
            return Vec::new();
        }
        let order = self.fan.order(&asked, Cell::all().collect(), usize::MAX);
        self.fan.pending = Some(Pending {
            progress: Arc::clone(&order.progress),
            samples: order.sampling.samples,
            since: Instant::now(),
        });
        vec![Effect::MakeFan(Box::new(order))]
    }

    /// Shows a fan that was made, unless another has been ordered since.
    pub(super) fn take_fan(&mut self, made: Command) {
        let Command::FanMade {
            generation,
            fan,
            time,
        } = made
        else {
            return;
        };
        if generation == self.fan.generation {
            self.fan.made = Some(MadeFan { fan, time });
            self.fan.pending = None;
        }
    }

    /// A fan could not be made; it is not tried again until another one is wanted.
    pub(super) fn fan_failed(&mut self, generation: u64) {
        if generation == self.fan.generation {
            self.fan.pending = None;
            self.fan.is_given_up = true;
            self.notice = Some(Notice::FanFailed);
        }
    }

    fn follow_analysis(&mut self) {
        if self.view.tab != Tab::Uncertainty {
            self.analysis = None;
            return;
        }
        let cell = self.output();
        let scenario = self.scenario();
        let values = scenario.assumptions();
        let baseline = Scenario::new(scenario.baseline).assumptions();
        let goal = &self.view.goal;
        let sought = goal.target.map(|target| {
            let output = goal.output.measure(scenario, goal.year);
            analysis::seek(&values, goal.lever, output, target)
        });
        self.analysis = Some(Analysis {
            cell,
            tornado: analysis::tornado(&values, &scenario.spreads(), false, cell),
            attribution: analysis::attribute(&baseline, &values, cell),
            sought,
        });
    }

    fn cells_on_screen(&self) -> Vec<Cell> {
        let view = &self.view;
        let figures: Vec<Figure> = match view.tab {
            Tab::Overview => Figure::OVERVIEW.to_vec(),
            Tab::China => Figure::CHINA.to_vec(),
            Tab::Leasing => Figure::leasing(view.rent_unit).to_vec(),
            Tab::Results => vec![view.figure],
            Tab::Uncertainty => vec![Figure::Single(view.output)],
            Tab::Chain | Tab::Compare | Tab::Evidence => Vec::new(),
        };
        let world = World {
            scenario: self.scenario(),
            run: &self.run,
            baseline: &self.baseline_run,
            fan: None,
            year: view.year,
            span: view.span,
            locale: Locale::of(view.language),
        };
        let figures = figures.into_iter();
        let series = figures.flat_map(|figure| figure.banded(&world));
        series.flat_map(Cell::of_series).collect()
    }
}

impl FanState {
    /// An order that takes the place of all before it.
    fn order(&mut self, asked: &Asked, cells: Vec<Cell>, most: usize) -> FanOrder {
        if let Some(pending) = self.pending.take() {
            pending.progress.cancel();
        }
        self.generation += 1;
        self.is_given_up = false;
        FanOrder {
            generation: self.generation,
            spreads: asked.spreads.clone(),
            cells,
            watched: asked.watched,
            sampling: Sampling {
                samples: asked.draws.count().min(most),
                ..Sampling::default()
            },
            progress: Arc::default(),
        }
    }

    /// Is the fan with all draws there, or on its way?
    fn has_all(&self, draws: Draws) -> bool {
        let is_made = |made: &MadeFan| made.fan.samples() == draws.count() && made.fan.is_whole();
        self.pending.is_some() || self.is_given_up || self.made.as_ref().is_some_and(is_made)
    }
}
