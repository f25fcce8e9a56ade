//! How words and lines are put on a sheet.

use super::typeface;
use super::{Align, Area, Drawing, Fill, Place, Shape, Stroke, Text, Weight};
use crate::theme::Role;

/// How far letters reach above and below their baseline, as parts of their size.
const REACH: (f32, f32) = (0.86, 0.2);

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    /// The em in points.
    pub size: f32,
    /// How bold.
    pub weight: Weight,
    /// Their colour.
    pub role: Role,
}

impl Type {
    /// As body text.
    pub fn regular(size: f32, role: Role) -> Self {
        Self {
            size,
            weight: Weight::Regular,
            role,
        }
    }

    /// As titles and key figures.
    pub fn semibold(size: f32, role: Role) -> Self {
        Self {
            size,
            weight: Weight::Semibold,
            role,
        }
    }

    /// How wide words are on one line.
    pub fn width(self, words: &str) -> f32 {
        typeface::width(words, self.weight, self.size)
    }

    /// The words, cut where they are wider than there is room.
    pub fn fit(self, words: &str, width: f32) -> String {
        typeface::fit(words, self.weight, self.size, width)
    }

    /// The words in lines, the last of which is cut where more are needed.
    pub fn wrap(self, words: &str, width: f32, most_lines: usize) -> Vec<String> {
        typeface::wrap(words, self.weight, self.size, width, most_lines)
    }

    /// The baseline of letters whose capitals stand around a height.
    pub fn baseline(self, middle: f32) -> f32 {
        middle + typeface::middle(self.size)
    }
}

impl Text {
    /// The box around the words, with room for letters that reach above capitals or below the
    /// baseline.
    pub fn area(&self) -> Area {
        let width = typeface::width(&self.words, self.weight, self.size);
        let left = match self.align {
            Align::Left => self.at.0,
            Align::Centre => self.at.0 - width / 2.0,
            Align::Right => self.at.0 - width,
        };
        Area::new(
            (left, self.at.1 - REACH.0 * self.size),
            (left + width, self.at.1 + REACH.1 * self.size),
        )
    }
}

impl Area {
    /// The box without a margin on all sides; never inside out.
    #[must_use]
    pub fn shrunk(self, (x, y): (f32, f32)) -> Self {
        let (x, y) = (x.min(self.width() / 2.0), y.min(self.height() / 2.0));
        Self {
            left: self.left + x,
            top: self.top + y,
            right: self.right - x,
            bottom: self.bottom - y,
        }
    }

    /// Do two boxes share more than an edge?
    pub fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

impl Fill {
    /// A colour through which what is behind can be seen.
    pub fn tint(role: Role, opacity: f32) -> Self {
        Self { role, opacity }
    }
}

impl Stroke {
    /// A line of dashes.
    pub fn dashed(width: f32, role: Role, dash: (f32, f32)) -> Self {
        Self {
            dash: Some(dash),
            ..Self::solid(width, role)
        }
    }
}

impl Drawing {
    /// Writes words around a height: the middle of their capitals stands there.
    pub fn write(&mut self, words: &str, at: Place, align: Align, set: Type) {
        self.write_on((at.0, set.baseline(at.1)), words, align, set);
    }

    /// Writes words on a baseline.
    pub fn write_on(&mut self, at: Place, words: &str, align: Align, set: Type) {
        if words.is_empty() {
            return;
        }
        self.shapes.push(Shape::Text(Text {
            at,
            align,
            size: set.size,
            weight: set.weight,
            role: set.role,
            words: words.to_owned(),
        }));
    }

    /// Draws straight segments.
    pub fn line(&mut self, points: Vec<Place>, stroke: Stroke) {
        self.shapes.push(Shape::Line { points, stroke });
    }

    /// Draws a level line.
    pub fn level(&mut self, (left, right): (f32, f32), y: f32, stroke: Stroke) {
        self.line(vec![(left, y), (right, y)], stroke);
    }

    /// Draws an upright line.
    pub fn upright(&mut self, x: f32, (top, bottom): (f32, f32), stroke: Stroke) {
        self.line(vec![(x, top), (x, bottom)], stroke);
    }

    /// Fills a box.
    pub fn fill(&mut self, area: Area, radius: f32, fill: Fill) {
        self.shapes.push(Shape::Rect {
            area,
            radius,
            fill: Some(fill),
            stroke: None,
        });
    }

    /// Draws the edge of a box.
    pub fn outline(&mut self, area: Area, radius: f32, stroke: Stroke) {
        self.shapes.push(Shape::Rect {
            area,
            radius,
            fill: None,
            stroke: Some(stroke),
        });
    }

    /// Draws the edge of a circle.
    pub fn ring(&mut self, centre: Place, radius: f32, stroke: Stroke) {
        self.shapes.push(Shape::Circle {
            centre,
            radius,
            fill: None,
            stroke: Some(stroke),
        });
    }

    /// Draws a disc, with an edge where there is a stroke.
    pub fn disc(&mut self, centre: Place, radius: f32, fill: Fill, stroke: Option<Stroke>) {
        self.shapes.push(Shape::Circle {
            centre,
            radius,
            fill: Some(fill),
            stroke,
        });
    }
}
