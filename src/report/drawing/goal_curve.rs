//! Draws the curve of goal seek: an output over the whole range of a lever, with the target and what
//! reaches it.

use super::look::Look;
use super::pen::Type;
use super::{Align, Area, Drawing, Fill, Place, Stroke};
use crate::report::goal_figure::GoalFigure;
use crate::theme::Role;

/// Heights of the line that says what is measured, of the numbers below the plot, and of the name
/// of the lever, in sizes of their letters.
const MEASURE: f32 = 2.0;
const NUMBERS: f32 = 2.2;
const LEVER: f32 = 1.7;
/// Between two numbers of the axis, in sizes of their letters.
const TICK: f32 = 2.0;
/// Radii of what reaches the target, and of where the scenario stands, in radii of a dot.
const FOUND: f32 = 1.5;
const NOW: f32 = 1.1;

/// Draws the curve in an area.
pub fn draw(drawing: &mut Drawing, figure: &GoalFigure, area: Area, look: &Look) {
    let quiet = Type::regular(look.tick, Role::Text3);
    let width = |(_, words): &(f64, String)| quiet.width(words);
    let widest = figure.ticks.iter().map(width).fold(0.0, f32::max);
    let plot = Area {
        left: area.left + widest + look.gap,
        top: area.top + MEASURE * look.tick,
        right: area.right - 2.0 * look.gap,
        bottom: area.bottom - (NUMBERS + LEVER) * look.tick,
    };
    if plot.width() < look.gap || plot.height() < look.tick {
        return;
    }
    let frame = Frame { figure, look, plot };
    let measure = Type::regular(look.tick, Role::Text2);
    let at = (area.left, area.top + look.tick * 0.6);
    let words = measure.fit(&figure.measure, area.width());
    drawing.write(&words, at, Align::Left, measure);
    frame.grid(drawing, quiet);
    frame.target(drawing);
    frame.curve(drawing);
    frame.numbers(drawing, quiet);
    let at = (plot.centre().0, area.bottom - look.tick * LEVER / 2.0);
    let words = measure.fit(&figure.lever, plot.width());
    drawing.write(&words, at, Align::Centre, measure);
}

/// Where everything stands.
struct Frame<'a> {
    figure: &'a GoalFigure,
    look: &'a Look,
    plot: Area,
}

impl Frame<'_> {
    fn x(&self, position: f64) -> f32 {
        self.plot.left + self.plot.width() * position.clamp(0.0, 1.0) as f32
    }

    fn y(&self, output: f64) -> Option<f32> {
        let share = self.figure.axis.position(output) as f32;
        let y = self.plot.bottom - self.plot.height() * share;
        y.is_finite().then_some(y)
    }

    fn place(&self, (position, output): (f64, f64)) -> Option<Place> {
        Some((self.x(position), self.y(output)?))
    }

    /// Level lines with their numbers, no closer than these are high.
    fn grid(&self, drawing: &mut Drawing, set: Type) {
        let mut free_from = f32::INFINITY;
        for (value, words) in &self.figure.ticks {
            let Some(y) = self.y(*value).filter(|y| *y <= free_from) else {
                continue;
            };
            free_from = y - TICK * set.size;
            let stroke = Stroke::solid(self.look.hairline, Role::Stroke);
            drawing.level((self.plot.left, self.plot.right), y, stroke);
            let at = (self.plot.left - self.look.gap, y);
            drawing.write(words, at, Align::Right, set);
        }
    }

    /// A dashed line at the target, and from what reaches it down to the lever's values.
    fn target(&self, drawing: &mut Drawing) {
        let curve = &self.figure.goal.curve;
        let Some(y) = curve.target.and_then(|target| self.y(target)) else {
            return;
        };
        let width = self.look.ghost;
        let stroke = Stroke::dashed(width, Role::Text2, (width * 2.4, width * 2.0));
        drawing.level((self.plot.left, self.plot.right), y, stroke);
        for (position, _) in &curve.reached {
            drawing.upright(self.x(*position), (y, self.plot.bottom), stroke);
        }
        let set = Type::semibold(self.look.quiet_label, Role::Text2);
        let words = self.figure.target.as_str();
        // On the side where the curve is farther from the target.
        let distance = |point: Option<&(f64, f64)>| {
            let y_of = point.and_then(|&point| self.y(point.1));
            y_of.map_or(0.0, |other| (other - y).abs())
        };
        let is_left = distance(curve.points.first()) > distance(curve.points.last());
        let (x, align) = if is_left {
            (self.plot.left + self.look.gap, Align::Left)
        } else {
            (self.plot.right - self.look.gap, Align::Right)
        };
        let above = y - set.size * 0.9;
        let y = if above - set.size < self.plot.top {
            y + set.size * 0.9
        } else {
            above
        };
        drawing.write(words, (x, y), align, set);
    }

    /// The curve, where the scenario stands, and what reaches the target.
    fn curve(&self, drawing: &mut Drawing) {
        let curve = &self.figure.goal.curve;
        for part in curve.points.split(|point| self.y(point.1).is_none()) {
            let points: Vec<Place> = part.iter().filter_map(|&point| self.place(point)).collect();
            if points.len() > 1 {
                drawing.line(points, Stroke::solid(self.look.line, Role::Accent));
            }
        }
        let (radius, edge) = self.look.dot;
        if let Some(now) = self.place(curve.now) {
            let ring = Stroke::solid(edge * 0.6, self.look.ground);
            drawing.disc(now, radius * NOW, Fill::solid(Role::Text2), Some(ring));
        }
        let Some(y) = curve.target.and_then(|target| self.y(target)) else {
            return;
        };
        for (position, _) in &curve.reached {
            let ring = Stroke::solid(edge, Role::Accent);
            let fill = Fill::solid(self.look.ground);
            drawing.disc((self.x(*position), y), radius * FOUND, fill, Some(ring));
        }
    }

    /// The values of the lever: what reaches the target, where the scenario stands, and the ends
    /// where there is room.
    fn numbers(&self, drawing: &mut Drawing, quiet: Type) {
        let (look, curve) = (self.look, &self.figure.goal.curve);
        let edge = Stroke::solid(look.hairline, Role::StrokeStrong);
        drawing.level((self.plot.left, self.plot.right), self.plot.bottom, edge);
        let strong = Type::semibold(look.tick, Role::Accent);
        let middling = Type::regular(look.tick, Role::Text2);
        let [low, high] = &curve.ends;
        let found = curve.reached.iter();
        let found = found.map(|(position, words)| (*position, words, strong));
        let others = [
            (curve.now.0, &self.figure.now, middling),
            (0.0, low, quiet),
            (1.0, high, quiet),
        ];
        let y = self.plot.bottom + look.tick * NUMBERS / 2.0;
        let mut taken: Vec<(f32, f32)> = Vec::new();
        for (position, words, set) in found.chain(others) {
            let half = set.width(words) / 2.0;
            let (least, most) = (self.plot.left + half, self.plot.right - half);
            let x = self.x(position).min(most).max(least);
            let place = (x - half - look.gap, x + half + look.gap);
            if taken
                .iter()
                .all(|other| place.1 <= other.0 || other.1 <= place.0)
            {
                drawing.write(words, (x, y), Align::Centre, set);
                taken.push(place);
            }
        }
    }
}
