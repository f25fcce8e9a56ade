//! Anything that can be shown to a room: its words, and its picture.

use super::look::Look;
use super::pen::Type;
use super::plot::PlotFrame;
use super::{Align, Area, Drawing, chart, flow, goal_curve, heat_map, tornado, wall, waterfall};
use crate::analysis::{self, Cell, Swing};
use crate::model::Series;
use crate::report::chart::Chart;
use crate::report::findings;
use crate::report::goal_figure::GoalFigure;
use crate::report::heat_map::HeatMap;
use crate::report::key_figures::{KeyFigure, china_key_figures, key_figures, leasing_key_figures};
use crate::report::payback_map::payback_map;
use crate::report::rent_unit::RentUnit;
use crate::report::tornado::{Tornado, tornado as tornado_of};
use crate::report::waterfall::{Waterfall, waterfall as waterfall_of};
use crate::report::world::World;
use crate::scenario::Scenario;
use crate::scenario::exhibit::{Exhibit, Topic};
use crate::theme::Role;

/// Height of the line that says what is shown, in sizes of its letters.
const MEASURE: f32 = 1.9;

/// An exhibit of a world, built and ready to be drawn.
pub struct Exhibited<'a> {
    world: &'a World<'a>,
    content: Content,
}

enum Content {
    Chart(Box<Chart>),
    MoneyFlow,
    KeyFigures(Topic, Vec<KeyFigure>),
    PaybackMap(Box<HeatMap>),
    Tornado(Box<Swings>),
    Waterfall(Box<Waterfall>),
    Goal(Box<GoalFigure>),
}

/// What swings a result: with as many bars as an exported figure has, and all there are.
struct Swings {
    cell: Cell,
    all: Vec<Swing>,
    picture: Tornado,
}

/// How an exhibit is to be drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Showing {
    /// A range that the axis of a chart must hold, so that it does not jump under a moving lever.
    pub held: Option<(f64, f64)>,
    /// The last calendar year of which results are shown: the room guesses the rest.
    pub until: Option<u16>,
}

impl<'a> Exhibited<'a> {
    /// Builds an exhibit.
    pub fn new(world: &'a World<'a>, exhibit: Exhibit) -> Self {
        let content = match exhibit {
            Exhibit::Chart(figure) => Content::Chart(Box::new(figure.chart(world))),
            Exhibit::MoneyFlow => Content::MoneyFlow,
            Exhibit::KeyFigures(topic) => Content::KeyFigures(topic, figures(world, topic)),
            Exhibit::PaybackMap(unit) => Content::PaybackMap(Box::new(payback_map(world, unit))),
            Exhibit::Tornado(series) => Content::Tornado(Box::new(Swings::of(world, series))),
            Exhibit::Waterfall(series) => Content::Waterfall(Box::new(moves(world, series))),
        };
        Self { world, content }
    }

    /// A chart that is built already: of several worlds, say.
    pub fn of_chart(world: &'a World<'a>, chart: Chart) -> Self {
        let content = Content::Chart(Box::new(chart));
        Self { world, content }
    }

    /// The answer to a question of goal seek.
    pub fn of_goal(world: &'a World<'a>, goal: GoalFigure) -> Self {
        let content = Content::Goal(Box::new(goal));
        Self { world, content }
    }

    /// What it shows, as a finding.
    pub fn title(&self) -> String {
        match &self.content {
            Content::Chart(chart) => chart.title.clone(),
            Content::MoneyFlow => findings::chain(self.world),
            Content::KeyFigures(Topic::Overview, _) => findings::headline(self.world),
            Content::KeyFigures(Topic::China, _) => findings::domestic::headline(self.world),
            Content::KeyFigures(Topic::Leasing, _) => {
                findings::renting::headline(self.world, RentUnit::default())
            }
            Content::PaybackMap(map) => map.title.clone(),
            Content::Tornado(swings) => swings.picture.title.clone(),
            Content::Waterfall(waterfall) => waterfall.title.clone(),
            Content::Goal(goal) => goal.title.clone(),
        }
    }

    /// What is measured, and in which unit.
    pub fn subtitle(&self) -> String {
        let locale = &self.world.locale;
        let year = self.world.year.calendar();
        match &self.content {
            Content::Chart(chart) => chart.subtitle.clone(),
            Content::MoneyFlow => {
                let unit = locale.numbers.axis_unit(&Series::Capex.info().unit);
                (locale.text.chain.title).fill(&[("year", &year), ("unit", &unit)])
            }
            Content::KeyFigures(..) => {
                (locale.text.presenting.key_figures).fill(&[("year", &year)])
            }
            Content::PaybackMap(map) => map.subtitle.clone(),
            Content::Tornado(swings) => swings.picture.subtitle.clone(),
            Content::Waterfall(waterfall) => waterfall.subtitle.clone(),
            Content::Goal(goal) => goal.subtitle.clone(),
        }
    }

    /// Its numbers in words, for those who cannot see it.
    pub fn summary(&self) -> String {
        match &self.content {
            Content::Chart(chart) => chart.summary.clone(),
            Content::MoneyFlow => self.subtitle(),
            Content::KeyFigures(_, figures) => {
                let said = |figure: &KeyFigure| format!("{} {}", figure.label, figure.amount);
                let separator = &self.world.locale.text.charts.list_separator;
                figures.iter().map(said).collect::<Vec<_>>().join(separator)
            }
            Content::PaybackMap(map) => map.summary.clone(),
            Content::Tornado(swings) => swings.picture.summary.clone(),
            Content::Waterfall(waterfall) => waterfall.summary.clone(),
            Content::Goal(goal) => goal.goal.curve.summary.clone(),
        }
    }

    /// Draws it in an area; says where values stand if it is a chart.
    pub fn draw(
        &self,
        drawing: &mut Drawing,
        area: Area,
        look: &Look,
        showing: Showing,
    ) -> Option<PlotFrame> {
        match &self.content {
            Content::Chart(chart) => {
                let axis = chart.axis.clone();
                let axis = match showing.held {
                    Some(held) => axis.widened(held),
                    None => axis,
                };
                let locale = &self.world.locale;
                let frame =
                    chart::draw_until(drawing, (chart, locale), area, &axis, look, showing.until);
                Some(frame)
            }
            Content::MoneyFlow => {
                flow::draw(drawing, self.world, area, look);
                None
            }
            Content::KeyFigures(_, figures) => {
                let area = measured(drawing, &self.subtitle(), area, look);
                wall::draw(drawing, figures, self.world, area, look);
                None
            }
            Content::PaybackMap(map) => {
                let area = measured(drawing, &map.subtitle, area, look);
                heat_map::draw(drawing, map, area, look);
                None
            }
            Content::Tornado(swings) => {
                swings.draw(drawing, self.world, area, look);
                None
            }
            Content::Waterfall(waterfall) => {
                let area = measured(drawing, &waterfall.subtitle, area, look);
                waterfall::draw(drawing, (waterfall, &self.world.locale), area, look);
                None
            }
            Content::Goal(goal) => {
                goal_curve::draw(drawing, goal, area, look);
                None
            }
        }
    }
}

impl Swings {
    fn of(world: &World<'_>, series: Series) -> Self {
        let cell = Cell {
            series,
            year: world.year,
        };
        let scenario = world.scenario;
        let values = scenario.assumptions();
        let all = analysis::tornado(&values, &scenario.spreads(), false, cell);
        let picture = tornado_of(world, cell, &all, tornado::ROWS);
        Self { cell, all, picture }
    }

    /// As many bars as there is room for, and how many these are.
    fn draw(&self, drawing: &mut Drawing, world: &World<'_>, area: Area, look: &Look) {
        let below = measured(drawing, "", area, look);
        let rows = tornado::rows(below.height(), look);
        let picture = tornado_of(world, self.cell, &self.all, rows);
        measured(drawing, &picture.subtitle, area, look);
        tornado::draw(drawing, &picture, below, look);
    }
}

/// What moved a series of the year in view away from the baseline.
fn moves(world: &World<'_>, series: Series) -> Waterfall {
    let cell = Cell {
        series,
        year: world.year,
    };
    let baseline = Scenario::new(world.scenario.baseline).assumptions();
    let attribution = analysis::attribute(&baseline, &world.scenario.assumptions(), cell);
    waterfall_of(world, cell, &attribution, waterfall::CHANGES)
}

/// Says over an exhibit what it shows, where nothing else does; gives what is left.
fn measured(drawing: &mut Drawing, words: &str, area: Area, look: &Look) -> Area {
    if !look.measure {
        return area;
    }
    let set = Type::regular(look.tick, Role::Text2);
    let words = set.fit(words, area.width());
    let at = (area.left, area.top + look.tick * 0.7);
    drawing.write(&words, at, Align::Left, set);
    Area {
        top: area.top + look.tick * MEASURE,
        ..area
    }
}

fn figures(world: &World<'_>, topic: Topic) -> Vec<KeyFigure> {
    match topic {
        Topic::Overview => key_figures(world),
        Topic::China => china_key_figures(world),
        Topic::Leasing => leasing_key_figures(world, RentUnit::default()),
    }
}
