//! Anything that can be shown to a room: its words, and its picture.

use super::look::Look;
use super::plot::PlotFrame;
use super::{Area, Drawing, chart, flow, wall};
use crate::model::Series;
use crate::report::chart::Chart;
use crate::report::findings;
use crate::report::key_figures::{KeyFigure, china_key_figures, key_figures, leasing_key_figures};
use crate::report::rent_unit::RentUnit;
use crate::report::world::World;
use crate::scenario::exhibit::{Exhibit, Topic};

/// An exhibit of a world, built and ready to be drawn.
pub struct Exhibited<'a> {
    world: &'a World<'a>,
    content: Content,
}

enum Content {
    Chart(Box<Chart>),
    MoneyFlow,
    KeyFigures(Topic, Vec<KeyFigure>),
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
        };
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
                wall::draw(drawing, figures, self.world, area, look);
                None
            }
        }
    }
}

fn figures(world: &World<'_>, topic: Topic) -> Vec<KeyFigure> {
    match topic {
        Topic::Overview => key_figures(world),
        Topic::China => china_key_figures(world),
        Topic::Leasing => leasing_key_figures(world, RentUnit::default()),
    }
}
