//! Draws a wall of key figures: large numbers, how they differ from the baseline, and their years.

use super::look::Look;
use super::pen::Type;
use super::{Align, Area, Drawing, Fill, Place, Shape, Stroke};
use crate::model::YEARS;
use crate::model::series::Better;
use crate::report::key_figures::{KeyFigure, Trend};
use crate::report::world::World;
use crate::theme::Role;

/// Size of a number as a part of the height of its figure, and the least and greatest it may have,
/// in sizes of a label of a bracket.
const NUMBER: f32 = 0.3;
const LEAST_NUMBER: f32 = 1.8;
const MOST_NUMBER: f32 = 2.8;
/// Columns of the wall, and of one that is higher than wide.
const COLUMNS: usize = 3;
const NARROW_COLUMNS: usize = 2;
/// At most this part of the width is for a number: its unit stands beside it.
const NUMBER_WIDTH: f32 = 0.66;
/// Where a curve begins that stands beside the words, as a part of the width.
const BESIDE: f32 = 0.38;
/// Between two columns, in gaps.
const BETWEEN: f32 = 5.0;

/// Draws the figures in an area, three beside each other.
pub fn draw(
    drawing: &mut Drawing,
    figures: &[KeyFigure],
    world: &World<'_>,
    area: Area,
    look: &Look,
) {
    let columns = if area.width() < area.height() {
        NARROW_COLUMNS
    } else {
        COLUMNS
    };
    let rows = figures.len().div_ceil(columns).max(1);
    let between = BETWEEN * look.gap;
    let width = (area.width() - between * (columns - 1) as f32) / columns as f32;
    let height = area.height() / rows as f32;
    for (index, figure) in figures.iter().enumerate() {
        let (row, column) = (index / columns, index % columns);
        let left = area.left + column as f32 * (width + between);
        let top = area.top + row as f32 * height;
        let cell = Area::new((left, top), (left + width, top + height));
        if cell.width() < look.gap * 4.0 || cell.height() < look.tick * 6.0 {
            continue;
        }
        Cell {
            figure,
            world,
            look,
        }
        .draw(drawing, cell);
    }
}

struct Cell<'a> {
    figure: &'a KeyFigure,
    world: &'a World<'a>,
    look: &'a Look,
}

impl Cell<'_> {
    /// From the top: a rule, the label, the number, the change, and the curve in what is left.
    fn draw(&self, drawing: &mut Drawing, cell: Area) {
        let look = self.look;
        let rule = Stroke::solid(look.hairline, Role::StrokeStrong);
        drawing.level((cell.left, cell.right), cell.top + look.hairline, rule);
        let label = Type::regular(look.quiet_label, Role::Text2);
        let mut y = cell.top + look.gap * 1.2 + label.size * 0.6;
        let words = label.fit(&self.figure.label, cell.width());
        drawing.write(&words, (cell.left, y), Align::Left, label);
        let number = self.number(cell);
        y += label.size * 0.5 + look.gap * 0.9 + number.size * 0.5;
        self.write_number(drawing, number, (cell.left, y), cell.right);
        y += number.size * 0.5 + look.gap + label.size * 0.4;
        let end = self.write_change(drawing, (cell.left, y), cell.width());
        let below = y + label.size * 0.8;
        let foot = cell.bottom - look.gap * 1.3;
        let curve = if foot - below >= number.size * 0.6 {
            Area::new((cell.left, below), (cell.right, foot))
        } else {
            // Beside the words, below each other in a column where these are short enough.
            let left = (cell.left + cell.width() * BESIDE).max(end + look.gap);
            let top = y - label.size * 0.35;
            Area::new((left, top), (cell.right, foot.max(y + label.size * 0.5)))
        };
        self.curve(drawing, curve.shrunk((look.dot.0, look.dot.0 * 0.5)));
    }

    /// The number as large as fits.
    fn number(&self, cell: Area) -> Type {
        let least = LEAST_NUMBER * self.look.bracket;
        let most = (NUMBER * cell.height()).min(MOST_NUMBER * self.look.bracket);
        let large = Type::semibold(most.max(least), Role::Text1);
        let wanted = large.width(&self.figure.amount.number).max(1.0);
        Type {
            size: (large.size * cell.width() * NUMBER_WIDTH / wanted).clamp(least, large.size),
            ..large
        }
    }

    fn write_number(&self, drawing: &mut Drawing, set: Type, (x, y): Place, right: f32) {
        let amount = &self.figure.amount;
        let baseline = set.baseline(y);
        let number = set.fit(&amount.number, right - x);
        drawing.write_on((x, baseline), &number, Align::Left, set);
        let unit = if self.figure.of.is_empty() {
            &amount.unit
        } else {
            &self.figure.of
        };
        let start = x + set.width(&number) + self.look.gap;
        let mut quiet = Type::regular(self.look.quiet_label, Role::Text3);
        if quiet.width(unit) > right - start {
            quiet.size = self.look.tick;
        }
        let unit = quiet.fit(unit, (right - start).max(0.0));
        drawing.write_on((start, baseline), &unit, Align::Left, quiet);
    }

    /// How it differs from the baseline; gives the right end of the words.
    fn write_change(&self, drawing: &mut Drawing, (x, y): Place, width: f32) -> f32 {
        let look = self.look;
        let Some((words, trend)) = &self.figure.change else {
            let set = Type::regular(look.quiet_label, Role::Text3);
            let words = &self.world.locale.text.window.key_figures.as_baseline;
            drawing.write(words, (x, y), Align::Left, set);
            return x + set.width(words);
        };
        let set = Type::semibold(look.quiet_label, role_of(*trend));
        let side = set.size * 0.62;
        triangle(drawing, (x + side / 2.0, y), side, *trend);
        let start = x + side + look.gap * 0.7;
        let words = set.fit(words, width - (start - x));
        drawing.write(&words, (start, y), Align::Left, set);
        start + set.width(&words)
    }

    /// All years, the baseline behind them, and a dot at the year in view.
    fn curve(&self, drawing: &mut Drawing, area: Area) {
        let look = self.look;
        if area.width() < look.gap * 4.0 || area.height() < look.gap {
            return;
        }
        let (values, baseline) = (&self.figure.values, &self.figure.baseline);
        let Some(places) = Places::around(values, baseline, area) else {
            return;
        };
        if values != baseline {
            let width = look.ghost;
            let stroke = Stroke::dashed(width, Role::Ghost, (width * 2.4, width * 2.0));
            drawing.line(places.curve(baseline), stroke);
        }
        drawing.line(
            places.curve(values),
            Stroke::solid(look.secondary, Role::Accent),
        );
        let now = self.world.year.index();
        let (radius, _) = look.dot;
        let dot = places.place(now, values[now]);
        drawing.disc(dot, radius, Fill::solid(Role::Accent), None);
    }
}

/// Where the values of a small curve stand.
struct Places {
    area: Area,
    range: (f64, f64),
}

impl Places {
    /// Places for two curves; `None` where a value cannot be drawn.
    fn around(values: &[f64; YEARS], others: &[f64; YEARS], area: Area) -> Option<Self> {
        let all = values.iter().chain(others).copied();
        let range = all
            .clone()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |range, value| {
                (range.0.min(value), range.1.max(value))
            });
        let is_finite = all.into_iter().all(f64::is_finite);
        is_finite.then_some(Self { area, range })
    }

    fn place(&self, index: usize, value: f64) -> Place {
        let (low, high) = self.range;
        let share = if high > low {
            (value - low) / (high - low)
        } else {
            0.5
        };
        let across = index as f32 / (YEARS - 1) as f32;
        (
            self.area.left + self.area.width() * across,
            self.area.bottom - self.area.height() * share as f32,
        )
    }

    fn curve(&self, values: &[f64; YEARS]) -> Vec<Place> {
        let places = values.iter().enumerate();
        places
            .map(|(index, &value)| self.place(index, value))
            .collect()
    }
}

/// ▲ or ▼ around a place.
fn triangle(drawing: &mut Drawing, (x, y): Place, side: f32, trend: Trend) {
    let half = side / 2.0;
    let tip = if trend.rising { -0.42 } else { 0.42 } * side;
    drawing.shapes.push(Shape::Polygon {
        points: vec![(x - half, y - tip), (x + half, y - tip), (x, y + tip)],
        fill: Some(Fill::solid(role_of(trend))),
        stroke: None,
    });
}

/// The colour of a trend.
fn role_of(trend: Trend) -> Role {
    match trend.verdict {
        Better::Up => Role::Good,
        Better::Down => Role::Bad,
        Better::Neutral => Role::Neutral,
    }
}
