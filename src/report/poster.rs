//! An exported figure: an exhibit that stands by itself in a document, with all that a reader needs
//! to know of it.

use super::comparison::{Comparison, multiples};
use super::credit::Credit;
use super::drawing::exhibit::{Exhibited, Showing};
use super::drawing::look::Look;
use super::drawing::pen::Type;
use super::drawing::{Align, Area, Drawing, Stroke, brand};
use super::figures::Figure;
use super::goal_figure::GoalFigure;
use super::world::World;
use crate::model::Series;
use crate::scenario::exhibit::Exhibit;
use crate::theme::Role;

/// The height that sizes are made for, and the least width at that height.
const HEIGHT: f32 = 675.0;
const WIDTH: f32 = 1000.0;
/// From the edge of the sheet.
const MARGIN: f32 = 40.0;
/// Sizes of letters.
const TITLE: f32 = 26.0;
const SUBTITLE: f32 = 16.0;
const FOOT: f32 = 13.0;
/// Height of the two lines under the exhibit, with the rule over them.
const FOOT_HEIGHT: f32 = 58.0;
/// From one line of the title to the next, in sizes of its letters.
const LINE: f32 = 1.25;

/// Something that is to stand by itself.
pub struct Poster<'a> {
    world: &'a World<'a>,
    exhibited: Exhibited<'a>,
    credit: Credit<'a>,
    /// The names of the worlds, where there are several.
    names: Vec<String>,
}

/// Draws an exhibit of a world on a sheet of a size, made on a date.
pub fn poster(world: &World<'_>, exhibit: Exhibit, size: (f32, f32), date: &str) -> Drawing {
    Poster::of(world, exhibit).draw(size, date)
}

impl<'a> Poster<'a> {
    /// An exhibit of a world.
    pub fn of(world: &'a World<'a>, exhibit: Exhibit) -> Self {
        Self {
            world,
            exhibited: Exhibited::new(world, exhibit),
            credit: Credit::of(exhibit, &world.locale),
            names: Vec::new(),
        }
    }

    /// An answer of goal seek, about a series or about what is computed from it.
    pub fn of_goal(world: &'a World<'a>, goal: GoalFigure, series: Series) -> Self {
        Self {
            world,
            exhibited: Exhibited::of_goal(world, goal),
            credit: Credit::of(Exhibit::of_series(series), &world.locale),
            names: Vec::new(),
        }
    }

    /// A series in several worlds, if the comparison shows it; `world` is any of them.
    pub fn of_comparison(
        world: &'a World<'a>,
        comparison: &Comparison<'_>,
        series: Series,
    ) -> Option<Self> {
        let mut charts = multiples(comparison).into_iter();
        let chart = charts.find(|chart| chart.figure == Figure::Single(series))?;
        let names = comparison.worlds.iter().map(|world| world.label.clone());
        Some(Self {
            world,
            exhibited: Exhibited::of_chart(world, chart),
            credit: Credit::of(Exhibit::of_series(series), &world.locale),
            names: names.collect(),
        })
    }

    /// Draws it on a sheet of a size, made on a date.
    pub fn draw(&self, size: (f32, f32), date: &str) -> Drawing {
        let look = Look::page();
        let unit = (size.1 / HEIGHT).min(size.0 / WIDTH);
        let mut drawing = Drawing::new(size, look.ground);
        drawing.words = (self.exhibited.title(), self.exhibited.summary());
        let margin = MARGIN * unit;
        let inner = Area::new((margin, margin), (size.0 - margin, size.1 - margin * 0.6));
        let top = head(&mut drawing, &self.exhibited, inner, unit);
        let foot = inner.bottom - FOOT_HEIGHT * unit;
        let area = Area {
            top: top + 14.0 * unit,
            bottom: foot - 14.0 * unit,
            ..inner
        };
        let look = look.scaled(unit);
        (self.exhibited).draw(&mut drawing, area, &look, Showing::default());
        let poster = self;
        Foot {
            poster,
            unit,
            inner,
        }
        .draw(&mut drawing, date);
        drawing
    }
}

/// Title and subtitle; gives where they end.
fn head(drawing: &mut Drawing, exhibited: &Exhibited<'_>, inner: Area, unit: f32) -> f32 {
    let title = Type::semibold(TITLE * unit, Role::Text1);
    let mut y = inner.top;
    for line in title.wrap(&exhibited.title(), inner.width(), 2) {
        let at = (inner.left, y + title.size * LINE / 2.0);
        drawing.write(&line, at, Align::Left, title);
        y += title.size * LINE;
    }
    let subtitle = Type::regular(SUBTITLE * unit, Role::Text2);
    let words = subtitle.fit(&exhibited.subtitle(), inner.width());
    y += subtitle.size * 0.9;
    drawing.write(&words, (inner.left, y), Align::Left, subtitle);
    y + subtitle.size * 0.7
}

/// What stands under the exhibit.
struct Foot<'a> {
    poster: &'a Poster<'a>,
    unit: f32,
    inner: Area,
}

impl Foot<'_> {
    /// A rule; whose observations these are; which scenario; who made the figure, and when.
    fn draw(&self, drawing: &mut Drawing, date: &str) {
        let (unit, inner) = (self.unit, self.inner);
        let set = Type::regular(FOOT * unit, Role::Text3);
        let top = inner.bottom - FOOT_HEIGHT * unit;
        let ends = (inner.left, inner.right);
        drawing.level(ends, top, Stroke::solid(unit, Role::Stroke));
        let line = self
            .poster
            .credit
            .line(|line| set.width(line) <= inner.width());
        let first = top + set.size * 1.5;
        let line = set.fit(&line, inner.width());
        drawing.write(&line, (inner.left, first), Align::Left, set);
        let second = first + set.size * 1.6;
        let left = self.maker(drawing, set, second, date);
        let words = self.scenario(|words| set.width(words) <= left - inner.left - 24.0 * unit);
        let words = set.fit(&words, left - inner.left - 24.0 * unit);
        let set = Type {
            role: Role::Text2,
            ..set
        };
        drawing.write(&words, (inner.left, second), Align::Left, set);
    }

    /// The sign of the program with version and date at the right; gives its left end.
    fn maker(&self, drawing: &mut Drawing, set: Type, y: f32, date: &str) -> f32 {
        let version = env!("CARGO_PKG_VERSION");
        let made = &self.poster.world.locale.text.presenting.figure.made;
        let words = made.fill(&[("version", &version), ("date", &date)]);
        drawing.write(&words, (self.inner.right, y), Align::Right, set);
        let side = set.size * 1.35;
        let left = self.inner.right - set.width(&words) - side - 7.0 * self.unit;
        brand::draw(drawing, (left, y - side / 2.0), side);
        left
    }

    /// Which scenario it is, and the inputs that differ from the baseline, as many as fit; of
    /// several worlds their names.
    fn scenario(&self, fits: impl Fn(&str) -> bool) -> String {
        let world = self.poster.world;
        let text = &world.locale.text.presenting;
        let names = &self.poster.names;
        if !names.is_empty() {
            let names = names.join(&text.figure.between_inputs);
            return text.figure.scenarios.fill(&[("names", &names)]);
        }
        let name = scenario_name(world);
        let scenario = text.figure.scenario.fill(&[("name", &name)]);
        let inputs = self.inputs();
        let said = |count: usize| {
            let mut parts: Vec<String> = inputs[..count].to_vec();
            if count < inputs.len() {
                let more = inputs.len() - count;
                parts.push(text.figure.more.fill(&[("count", &more)]));
            }
            if inputs.is_empty() {
                parts.push(text.figure.as_baseline.clone());
            }
            let list = parts.join(&text.figure.between_inputs);
            format!("{scenario}{}{list}", text.between_sentences)
        };
        let mut lines = (0..=inputs.len()).rev().map(said);
        lines.find(|line| fits(line)).unwrap_or(scenario.clone())
    }

    /// The inputs that differ from the baseline.
    fn inputs(&self) -> Vec<String> {
        let world = self.poster.world;
        let locale = &world.locale;
        let input = |(&assumption, &value): (&crate::model::Assumption, &f64)| {
            let base = world.scenario.baseline.range(assumption).base;
            (locale.text.presenting.figure.input).fill(&[
                ("name", &locale.short_name(assumption)),
                ("value", &locale.typed(assumption, value)),
                ("baseline", &locale.typed(assumption, base)),
            ])
        };
        world.scenario.changes.iter().map(input).collect()
    }
}

/// What a scenario is called; the baseline, where it has no name.
pub(super) fn scenario_name(world: &World<'_>) -> String {
    let name = world.scenario.shown_name(world.locale.language);
    if name.is_empty() {
        world.locale.text.charts.baseline.clone()
    } else {
        name.into_owned()
    }
}
