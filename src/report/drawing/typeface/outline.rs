//! The outlines of letters.

use skrifa::GlyphId;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};

use super::Font;
use crate::report::drawing::Place;

/// A step of an outline, in ems: x to the right, y up from the baseline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Begins a closed curve.
    Move(Place),
    /// A straight line.
    Line(Place),
    /// A parabola: its control point and its end.
    Quad(Place, Place),
    /// A cubic curve: its control points and its end.
    Cubic(Place, Place, Place),
    /// Back to where the curve began.
    Close,
}

/// The outline of a letter; empty for a space, and for a number that the font does not have.
/// What is inside by the non-zero rule is painted.
pub fn outline(font: Font, id: u16) -> Vec<Step> {
    let face = font.face();
    let mut pen = Pen {
        scale: 1.0 / font.units_per_em(),
        steps: Vec::new(),
    };
    let drawn = face.outlines().get(GlyphId::from(id)).map(|letter| {
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        letter.draw(settings, &mut pen)
    });
    match drawn {
        Some(Ok(_)) => pen.steps,
        _ => Vec::new(),
    }
}

/// Takes the steps down.
struct Pen {
    /// Ems in a unit of the font.
    scale: f32,
    steps: Vec<Step>,
}

impl Pen {
    fn place(&self, x: f32, y: f32) -> Place {
        (x * self.scale, y * self.scale)
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.steps.push(Step::Move(self.place(x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.steps.push(Step::Line(self.place(x, y)));
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        let step = Step::Quad(self.place(cx0, cy0), self.place(x, y));
        self.steps.push(step);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let (first, second) = (self.place(cx0, cy0), self.place(cx1, cy1));
        self.steps
            .push(Step::Cubic(first, second, self.place(x, y)));
    }

    fn close(&mut self) {
        self.steps.push(Step::Close);
    }
}
