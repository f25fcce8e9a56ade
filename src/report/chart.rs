//! A picture of results that knows no toolkit: what to draw, in which roles, with which words.

use super::axis::Axis;
use super::figures::Figure;
use crate::model::{Reference, Series, Year};
use crate::theme::Role;

/// A point: calendar year and value.
pub type Point = (f64, f64);

/// A chart over calendar years.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Which figure it is.
    pub figure: Figure,
    /// What it shows, as a finding.
    pub title: String,
    /// What is measured, and in which unit.
    pub subtitle: String,
    /// What a reader is looking at, in one sentence.
    pub about: String,
    /// The numbers in words, for those who cannot see it.
    pub summary: String,
    /// First and last calendar year of the axis.
    pub years: (u16, u16),
    /// The calendar year in view.
    pub year: u16,
    /// The last calendar year that is observed, with what stands left and right of the divider.
    pub divider: Divider,
    /// The vertical axis.
    pub axis: Axis,
    /// Painted first, in this order.
    pub areas: Vec<Area>,
    /// Painted over the areas, in this order.
    pub lines: Vec<Line>,
    /// Observations, and forecasts of others.
    pub dots: Vec<Dots>,
    /// A distance at the year in view.
    pub bracket: Option<Bracket>,
    /// Words beside the data.
    pub notes: Vec<Note>,
    /// Words at the right end of lines and areas.
    pub labels: Vec<Label>,
    /// A row of bars under the plot.
    pub strip: Option<Strip>,
    /// The same as numbers: what the crosshair, the table and a copy say.
    pub rows: Vec<Row>,
    /// What the differences of the rows are against, as a note under them.
    pub against: String,
}

/// What a chart shows of one series, as numbers.
#[derive(Clone, Debug)]
pub struct Row {
    /// Whose values these are, where it is one series of the scenario.
    pub series: Option<Series>,
    /// What it is called in the chart.
    pub name: String,
    /// Its colour.
    pub role: Role,
    /// Its unit.
    pub unit: String,
    /// The values of the scenario.
    pub values: Vec<Point>,
    /// Those of the baseline; empty where the scenario does not differ from it.
    pub baseline: Vec<Point>,
    /// What was observed before the base year.
    pub observed: Vec<Point>,
}

impl Row {
    /// The value of a calendar year, observed where the model has none.
    pub fn value(&self, year: u16) -> Option<f64> {
        at(&self.values, year).or_else(|| at(&self.observed, year))
    }

    /// What the value of a calendar year is, where the model has one.
    pub fn reference(&self, year: u16) -> Option<Reference> {
        Some(Reference::Series(self.series?, Year::from_calendar(year)?))
    }

    /// The baseline's value of a calendar year.
    pub fn baseline(&self, year: u16) -> Option<f64> {
        at(&self.baseline, year)
    }
}

fn at(points: &[Point], year: u16) -> Option<f64> {
    let found = points.iter().find(|point| point.0 == f64::from(year));
    found.map(|point| point.1).filter(|value| value.is_finite())
}

/// Where observation ends and forecast begins.
#[derive(Clone, Debug)]
pub struct Divider {
    /// Where, in calendar years.
    pub at: f64,
    /// The word on its left.
    pub before: String,
    /// The word on its right.
    pub after: String,
}

/// The space between two curves.
#[derive(Clone, Debug)]
pub struct Area {
    /// Its colour.
    pub role: Role,
    /// How much of what is behind it shows: 1 is nothing.
    pub opacity: f32,
    /// Years with the lower and the upper value.
    pub bounds: Vec<(f64, f64, f64)>,
    /// Is the upper edge drawn in the card's colour, to part stacked areas?
    pub seam: bool,
}

/// A curve of straight segments.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its colour.
    pub role: Role,
    /// How it is drawn.
    pub stroke: LineStroke,
    /// Its points; a value that is not finite is a gap.
    pub points: Vec<Point>,
    /// Does it run over areas? Then it gets an under-stroke in the card's colour.
    pub over_area: bool,
    /// Whose fan may be drawn about it.
    pub fan: Option<FanOf>,
}

/// The fan of a series, in the unit of a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FanOf {
    /// The series.
    pub series: Series,
    /// How many units of the chart one unit of the series is.
    pub factor: f64,
}

impl FanOf {
    /// The fan of a series in its own unit.
    pub fn series(series: Series) -> Self {
        Self {
            series,
            factor: 1.0,
        }
    }
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineStroke {
    /// The current scenario.
    Current,
    /// Another series of the current scenario.
    Secondary,
    /// What binds.
    Binding,
    /// A target.
    Dotted,
    /// The baseline.
    Ghost,
    /// A second series of the baseline.
    GhostDotted,
}

/// Points that are no results of the model.
#[derive(Clone, Debug)]
pub struct Dots {
    /// What they are.
    pub shape: DotShape,
    /// Their colour.
    pub role: Role,
    /// Where they are.
    pub points: Vec<Point>,
}

/// What a point that is no result of the model is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DotShape {
    /// An observation: a hollow circle.
    Circle,
    /// A forecast of somebody else: a hollow diamond.
    Diamond,
}

/// A distance between two values of the year in view.
#[derive(Clone, Debug)]
pub struct Bracket {
    /// From which value.
    pub from: f64,
    /// To which value.
    pub to: f64,
    /// What it says.
    pub text: String,
    /// A second, quieter line.
    pub caption: String,
    /// The colour of the text.
    pub role: Role,
}

/// Words beside the data.
#[derive(Clone, Debug)]
pub struct Note {
    /// Where their left end is.
    pub at: Point,
    /// The words.
    pub text: String,
    /// Their colour.
    pub role: Role,
}

/// Words at the right end of a line or area.
#[derive(Clone, Debug)]
pub struct Label {
    /// The value it belongs to.
    pub value: f64,
    /// The words.
    pub text: String,
    /// Their colour.
    pub role: Role,
    /// Is it set in semi-bold?
    pub strong: bool,
}

/// A row of bars under the plot, one a year.
#[derive(Clone, Debug)]
pub struct Strip {
    /// What the bars measure, in up to two lines.
    pub title: (String, String),
    /// Years, values, and the baseline's values.
    pub bars: Vec<StripBar>,
    /// The axis of the bars.
    pub axis: Axis,
    /// Words at the right end.
    pub labels: Vec<Label>,
}

impl Strip {
    /// The values that are told beside the bars: where they stand, and their upper end where that
    /// is far enough from it for another number.
    pub fn ticks(&self) -> Vec<f64> {
        const APART: f64 = 0.35;
        let (axis, top) = (&self.axis, self.axis.range.1);
        let foot = axis.reference.unwrap_or(axis.range.0);
        if axis.position(top) - axis.position(foot) < APART {
            vec![foot]
        } else {
            vec![top, foot]
        }
    }
}

/// A bar of a strip.
#[derive(Clone, Copy, Debug)]
pub struct StripBar {
    /// The calendar year.
    pub year: u16,
    /// The value.
    pub value: f64,
    /// The value of the baseline, if it differs.
    pub baseline: Option<f64>,
}

/// Moves positions apart until each is at least `gap` from the next, all within `range`, keeping
/// their order and moving each as little as that allows.
pub fn spread(positions: &mut [f32], gap: f32, range: (f32, f32)) {
    let mut order: Vec<usize> = (0..positions.len()).collect();
    order.sort_by(|&a, &b| positions[a].total_cmp(&positions[b]));
    // Groups of labels that touch, each as wide as it needs to be, centred on its members' mean.
    let mut groups: Vec<Group> = Vec::new();
    for &index in &order {
        groups.push(Group {
            sum: positions[index],
            count: 1,
        });
        while let [.., above, below] = groups.as_mut_slice() {
            if above.end(gap, range) + gap <= below.start(gap, range) {
                break;
            }
            above.sum += below.sum;
            above.count += below.count;
            groups.pop();
        }
    }
    let mut next = order.into_iter();
    for group in groups {
        let start = group.start(gap, range);
        for place in 0..group.count {
            if let Some(index) = next.next() {
                positions[index] = start + place as f32 * gap;
            }
        }
    }
}

struct Group {
    sum: f32,
    count: usize,
}

impl Group {
    fn height(&self, gap: f32) -> f32 {
        (self.count - 1) as f32 * gap
    }

    fn start(&self, gap: f32, (top, bottom): (f32, f32)) -> f32 {
        let centred = self.sum / self.count as f32 - self.height(gap) / 2.0;
        centred.min(bottom - self.height(gap)).max(top)
    }

    fn end(&self, gap: f32, range: (f32, f32)) -> f32 {
        self.start(gap, range) + self.height(gap)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_do_not_touch_stay() {
        let mut positions = [50.0, 10.0, 90.0];
        spread(&mut positions, 15.0, (0.0, 100.0));
        assert_eq!(positions, [50.0, 10.0, 90.0]);
    }

    #[test]
    fn labels_that_touch_move_apart_about_their_middle() {
        let mut positions = [50.0, 52.0, 10.0];
        spread(&mut positions, 14.0, (0.0, 100.0));
        assert_eq!(positions, [44.0, 58.0, 10.0]);
    }

    #[test]
    fn labels_stay_inside() {
        let mut positions = [99.0, 98.0, 97.0];
        spread(&mut positions, 10.0, (0.0, 100.0));
        assert_eq!(positions, [100.0, 90.0, 80.0]);
    }
}
