//! What a chart of lines shows year by year: a series, a series in another unit, or what follows
//! from several.

use super::Figure;
use super::frame::{
    Heading, axis, baseline_label_of, calendar, circles, frame, label, observed, with_unit,
};
use crate::evidence;
use crate::model::{Run, Series, Year, Yearly};
use crate::report::axis::{Axis, Scale};
use crate::report::chart::{Chart, DotShape, Dots, FanOf, Label, Line, LineStroke, Point, Row};
use crate::report::evidence::publisher;
use crate::report::world::World;
use crate::theme::Role;

/// Values that a chart shows. A value that is not finite is a gap.
#[derive(Clone, Debug)]
pub struct Quantity<'a> {
    /// What the chart calls it.
    pub name: &'a str,
    /// Its unit.
    pub unit: &'a str,
    /// Its colour.
    pub role: Role,
    /// How its line is drawn.
    pub stroke: LineStroke,
    /// The values of the scenario.
    pub values: Yearly<f64>,
    /// The values of the baseline, where they are of interest.
    pub baseline: Option<Yearly<f64>>,
    /// What was observed up to the base year.
    pub observed: Vec<Point>,
    /// Whose fan may be drawn about its line.
    pub fan: Option<FanOf>,
}

impl<'a> Quantity<'a> {
    /// A series as it stands.
    pub fn of_series(world: &World<'_>, series: Series, name: &'a str, role: Role) -> Self {
        let unit = &series.info().unit;
        let value = |run: &Run, year| run.get(series, year);
        Self {
            observed: observed(world, series),
            fan: Some(FanOf::series(series)),
            ..Self::of_runs(world, (name, unit), role, value)
        }
    }

    /// What `value` says of a run and year; `named` is a name and a unit.
    pub fn of_runs(
        world: &World<'_>,
        named: (&'a str, &'a str),
        role: Role,
        value: impl Fn(&Run, Year) -> f64,
    ) -> Self {
        Self {
            name: named.0,
            unit: named.1,
            role,
            stroke: LineStroke::Current,
            values: Yearly::from_fn(|year| value(world.run, year)),
            baseline: Some(Yearly::from_fn(|year| value(world.baseline, year))),
            observed: Vec::new(),
            fan: None,
        }
    }

    /// Start, year in view and end in a sentence; `words` says a value with its unit.
    pub fn sentence(&self, world: &World<'_>, words: impl Fn(f64) -> String) -> String {
        let last = world.span.last_year();
        let baseline = self.baseline.as_ref().unwrap_or(&self.values);
        world.locale.text.charts.summary.fill(&[
            ("name", &self.name),
            ("start", &Year::BASE.calendar()),
            ("first", &words(self.values[Year::BASE])),
            ("year", &world.year.calendar()),
            ("now", &words(self.values[world.year])),
            ("end", &last.calendar()),
            ("last", &words(self.values[last])),
            ("baseline", &words(baseline[last])),
        ])
    }

    /// The same with values as amounts of its unit.
    pub fn told(&self, world: &World<'_>) -> String {
        let numbers = &world.locale.numbers;
        self.sentence(world, |value| numbers.amount(value, self.unit).to_string())
    }

    /// The values in the years shown, for the axis.
    pub fn shown(&self, world: &World<'_>) -> Vec<f64> {
        let years = world.span.years();
        let both = [Some(&self.values), self.baseline.as_ref()];
        let of_runs = both
            .into_iter()
            .flatten()
            .flat_map(|values| years.clone().map(|year| values[year]));
        of_runs
            .chain(self.observed.iter().map(|point| point.1))
            .collect()
    }

    /// Its line.
    pub fn line(&self) -> Line {
        Line {
            fan: self.fan,
            ..line(&self.values, self.role, self.stroke)
        }
    }

    /// Words at the end of its line.
    pub fn label(&self, world: &World<'_>) -> Label {
        let last = self.values[world.span.last_year()];
        Label {
            strong: self.stroke == LineStroke::Current,
            ..label(world, self.name, self.unit, last, last, self.role)
        }
    }

    /// Words at the end of the baseline's line, with its name where there are other baselines.
    pub fn baseline_label(&self, world: &World<'_>, is_alone: bool) -> Option<Label> {
        let last = self.baseline.as_ref()?[world.span.last_year()];
        let name = (!is_alone).then_some(self.name);
        Some(baseline_label_of(world, name, self.unit, last))
    }

    /// The same as numbers.
    pub fn row(&self, world: &World<'_>) -> Row {
        let baseline = self.baseline.as_ref().filter(|_| world.differs());
        Row {
            series: self.fan.map(|fan| fan.series),
            name: self.name.to_owned(),
            role: self.role,
            unit: self.unit.to_owned(),
            values: points(&self.values),
            baseline: baseline.map(points).unwrap_or_default(),
            observed: self.observed.clone(),
        }
    }
}

/// A line through values.
pub fn line(values: &Yearly<f64>, role: Role, stroke: LineStroke) -> Line {
    Line {
        role,
        stroke,
        points: points(values),
        over_area: false,
        fan: None,
    }
}

/// Values as points over calendar years.
pub fn points(values: &Yearly<f64>) -> Vec<Point> {
    values
        .iter()
        .map(|(year, &value)| (calendar(year), value))
        .collect()
}

/// The lines of the baseline with words at their ends, the first drawn strongest; none where it
/// does not differ.
pub fn ghosts(world: &World<'_>, quantities: &[Quantity<'_>]) -> (Vec<Line>, Vec<Label>) {
    let mut lines = Vec::new();
    let mut labels = Vec::new();
    if world.differs() {
        let is_alone = quantities.iter().filter(|of| of.baseline.is_some()).count() == 1;
        for (index, quantity) in quantities.iter().enumerate() {
            let stroke = if index == 0 {
                LineStroke::Ghost
            } else {
                LineStroke::GhostDotted
            };
            if let Some(baseline) = &quantity.baseline {
                lines.push(line(baseline, Role::Ghost, stroke));
                labels.extend(quantity.baseline_label(world, is_alone));
            }
        }
    }
    (lines, labels)
}

/// A chart of lines of one unit, the most important first; the heading is a title and a subtitle.
pub fn lines(
    world: &World<'_>,
    figure: Figure,
    (title, subtitle): (String, &str),
    quantities: &[Quantity<'_>],
    axis: Axis,
) -> Chart {
    let (mut lines, mut labels) = ghosts(world, quantities);
    for quantity in quantities.iter().rev() {
        lines.push(quantity.line());
        labels.push(quantity.label(world));
    }
    let dots = quantities
        .iter()
        .map(|quantity| circles(quantity.role, quantity.observed.clone()));
    let unit = quantities.first().map_or("", |quantity| quantity.unit);
    let heading = Heading {
        title,
        subtitle: with_unit(world, subtitle, unit, axis.scale),
        told: &[],
    };
    let told = quantities.iter().map(|quantity| quantity.told(world));
    let sentences: Vec<String> = told.collect();
    Chart {
        lines,
        labels,
        dots: dots.collect(),
        summary: sentences.join(" "),
        rows: quantities
            .iter()
            .map(|quantity| quantity.row(world))
            .collect(),
        ..frame(world, figure, heading, axis)
    }
}

/// An axis around quantities of one unit and `more` values.
pub fn axis_around(
    world: &World<'_>,
    scale: Scale,
    quantities: &[Quantity<'_>],
    more: &[f64],
) -> Axis {
    let unit = quantities.first().map_or("", |quantity| quantity.unit);
    let values = quantities
        .iter()
        .flat_map(|quantity| quantity.shown(world))
        .chain(more.iter().copied());
    axis(world, scale, values, unit)
}

/// What others forecast of a series in the years shown.
pub fn forecasts(world: &World<'_>, series: Series) -> Vec<Point> {
    evidence::forecasts_of(series)
        .filter(|forecast| world.span.holds(forecast.year))
        .map(|forecast| (f64::from(forecast.year), forecast.value))
        .collect()
}

/// Adds the forecasts of others to a chart: diamonds, and a sentence of each.
pub fn add_forecasts(world: &World<'_>, chart: &mut Chart, series: Series, role: Role) {
    let shown = evidence::forecasts_of(series).filter(|forecast| world.span.holds(forecast.year));
    for forecast in shown {
        let sentence = world.locale.text.china.forecast_of.fill(&[
            ("publisher", &publisher(forecast, &world.locale)),
            ("year", &forecast.year),
            ("value", &world.locale.amount(series, forecast.value)),
        ]);
        chart.summary = format!("{} {sentence}", chart.summary);
    }
    chart.dots.push(Dots {
        shape: DotShape::Diamond,
        role,
        points: forecasts(world, series),
    });
}
