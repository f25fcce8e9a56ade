//! A picture as shapes on a sheet, in colours by role: what the window paints while presenting, and
//! what is written as SVG, PNG and PDF. One layout serves them all, so none can disagree.
//!
//! Coordinates are points; the origin is the upper left corner, y points down.

pub mod brand;
pub mod chart;
mod chart_axes;
mod chart_curves;
mod chart_labels;
mod chart_strip;
mod chart_words;
mod clip;
pub mod exhibit;
pub mod flow;
mod flow_labels;
mod flow_table;
mod free_place;
mod goal_curve;
mod heat_map;
pub mod look;
pub mod pen;
pub mod plot;
mod tornado;
pub mod typeface;
pub mod wall;
mod waterfall;

use crate::theme::Role;

/// A place: x to the right, y down.
pub type Place = (f32, f32);

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Width and height.
    pub size: (f32, f32),
    /// The colour of the sheet.
    pub ground: Role,
    /// What it shows, for those who cannot see it: a title, and a description.
    pub words: (String, String),
    /// Painted in this order.
    pub shapes: Vec<Shape>,
}

/// A box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// The left edge.
    pub left: f32,
    /// The upper edge.
    pub top: f32,
    /// The right edge.
    pub right: f32,
    /// The lower edge.
    pub bottom: f32,
}

/// A colour and how much of it: 1 hides what is behind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fill {
    /// The colour.
    pub role: Role,
    /// How much of it.
    pub opacity: f32,
}

/// How a line is drawn: ends are round where it is solid, else flat.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub fill: Fill,
    /// Its width.
    pub width: f32,
    /// Length of dashes and of the gaps between them; `None`: solid.
    pub dash: Option<(f32, f32)>,
}

/// Something on the sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A box with rounded corners.
    Rect {
        /// Where.
        area: Area,
        /// Radius of its corners.
        radius: f32,
        /// Its inside.
        fill: Option<Fill>,
        /// Its edge, half of it outside.
        stroke: Option<Stroke>,
    },
    /// Straight segments from place to place.
    Line {
        /// At least two places.
        points: Vec<Place>,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// The space between two curves that have the same x in each step.
    Band {
        /// For each step: x, y of the one curve, y of the other.
        steps: Vec<(f32, f32, f32)>,
        /// Its colour.
        fill: Fill,
    },
    /// A polygon without dents.
    Polygon {
        /// Its corners.
        points: Vec<Place>,
        /// Its inside.
        fill: Option<Fill>,
        /// Its edge.
        stroke: Option<Stroke>,
    },
    /// A circle.
    Circle {
        /// Its middle.
        centre: Place,
        /// Its radius.
        radius: f32,
        /// Its inside.
        fill: Option<Fill>,
        /// Its edge.
        stroke: Option<Stroke>,
    },
    /// Words on one line.
    Text(Text),
}

/// Words on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The left end, the middle or the right end of the baseline.
    pub at: Place,
    /// Which of these.
    pub align: Align,
    /// Height of the letters: the em in points.
    pub size: f32,
    /// How bold.
    pub weight: Weight,
    /// Their colour.
    pub role: Role,
    /// The words.
    pub words: String,
}

/// Which place of words stands at a point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Their left end.
    #[default]
    Left,
    /// Their middle.
    Centre,
    /// Their right end.
    Right,
}

/// How bold words are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Weight {
    /// As body text.
    #[default]
    Regular,
    /// As titles and key figures.
    Semibold,
}

impl Drawing {
    /// An empty sheet.
    pub fn new(size: (f32, f32), ground: Role) -> Self {
        Self {
            size,
            ground,
            words: (String::new(), String::new()),
            shapes: Vec::new(),
        }
    }
}

impl Area {
    /// The box between two corners.
    pub fn new((left, top): Place, (right, bottom): Place) -> Self {
        Self {
            left,
            top,
            right,
            bottom,
        }
    }

    /// Its width.
    pub fn width(self) -> f32 {
        self.right - self.left
    }

    /// Its height.
    pub fn height(self) -> f32 {
        self.bottom - self.top
    }

    /// Its middle.
    pub fn centre(self) -> Place {
        (
            f32::midpoint(self.left, self.right),
            f32::midpoint(self.top, self.bottom),
        )
    }

    /// Is a place inside, or on its edge?
    pub fn holds(self, (x, y): Place) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }
}

impl Fill {
    /// A colour that hides what is behind.
    pub fn solid(role: Role) -> Self {
        Self { role, opacity: 1.0 }
    }
}

impl Stroke {
    /// A solid line.
    pub fn solid(width: f32, role: Role) -> Self {
        Self {
            fill: Fill::solid(role),
            width,
            dash: None,
        }
    }
}
