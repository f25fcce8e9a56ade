//! A slide as a whole sheet: who speaks, what it says, what it shows, its levers, and whose numbers
//! these are. The window, pictures and documents all show this one sheet.

mod foot;
mod head;
mod levers;
mod toned;

pub use levers::LeverPlace;

use super::credit::Credit;
use super::drawing::exhibit::{Exhibited, Showing};
use super::drawing::look::Look;
use super::drawing::plot::PlotFrame;
use super::drawing::{Area, Drawing};
use super::spoken::plain;
use super::world::World;
use crate::scenario::slide::Slide;
use foot::Foot;
use head::{Head, Words};
use levers::Levers;

/// The height that sizes are made for, and the least width at that height.
const HEIGHT: f32 = 1080.0;
const WIDTH: f32 = 1280.0;
/// From the edges of the sheet at the sides, in the usual size.
const MARGIN: f32 = 88.0;
/// Over and under the exhibit.
const OVER: f32 = 34.0;
const UNDER: f32 = 26.0;

/// Which slide of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Counted from 1.
    pub number: usize,
    /// How many there are.
    pub count: usize,
}

/// What a sheet is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageOptions {
    /// Width and height of the sheet.
    pub size: (f32, f32),
    /// Does it say what keys do? Only where there are keys.
    pub hints: bool,
    /// Does it show the slide's levers?
    pub levers: bool,
    /// A range that the axis of a chart must hold, so that it does not jump under a moving lever.
    pub held: Option<(f64, f64)>,
    /// The last calendar year of which results are shown: the room guesses the rest.
    pub until: Option<u16>,
}

impl PageOptions {
    /// A sheet that nobody touches: a picture or a page of a document.
    pub fn still(size: (f32, f32)) -> Self {
        Self {
            size,
            hints: false,
            levers: true,
            held: None,
            until: None,
        }
    }

    /// A sheet in a window.
    pub fn live(size: (f32, f32)) -> Self {
        Self {
            hints: true,
            ..Self::still(size)
        }
    }
}

/// A slide that is drawn, and where what can be touched stands.
#[derive(Clone, Debug)]
pub struct SlidePage {
    /// The sheet.
    pub drawing: Drawing,
    /// Where values and years of its chart stand.
    pub plot: Option<PlotFrame>,
    /// Where its levers stand, in their order.
    pub levers: Vec<LeverPlace>,
    /// How many points on the sheet one point at a height of 1,080 is.
    pub unit: f32,
}

/// Draws a slide. The world is the one that the slide shows, in its year and its years.
pub fn slide_page(
    world: &World<'_>,
    slide: &Slide,
    place: Place,
    options: PageOptions,
) -> SlidePage {
    let sheet = Sheet::new(options.size);
    let look = Look::stage().scaled(sheet.unit);
    let exhibited = Exhibited::new(world, slide.exhibit);
    let words = Words::new(world, slide, &exhibited, options.until);
    let mut drawing = Drawing::new(options.size, look.ground);
    // Nobody is told what the room is to guess.
    let summary = options.until.is_none().then(|| exhibited.summary());
    drawing.words = (plain(&words.title), summary.unwrap_or_default());
    let top = Head {
        world,
        sheet,
        place,
    }
    .draw(&mut drawing, &words);
    let foot = Foot {
        world,
        sheet,
        place,
        hints: options.hints.then_some(slide.levers.len()),
    };
    let rule = foot.draw(&mut drawing, &Credit::of(slide.exhibit, &world.locale));
    let shown = if options.levers {
        slide.levers.as_slice()
    } else {
        &[]
    };
    let levers = Levers {
        world,
        sheet,
        with_keys: options.hints,
    };
    let (levers, bottom) = levers.draw(&mut drawing, shown, rule);
    let area = Area {
        top: top + OVER * sheet.unit,
        bottom: bottom - UNDER * sheet.unit,
        ..sheet.inner
    };
    let look = Look {
        measure: !words.says_measure,
        ..look
    };
    let showing = Showing {
        held: options.held,
        until: options.until,
    };
    let plot = exhibited.draw(&mut drawing, area, &look, showing);
    SlidePage {
        drawing,
        plot,
        levers,
        unit: sheet.unit,
    }
}

/// The sheet of a slide.
#[derive(Clone, Copy)]
struct Sheet {
    size: (f32, f32),
    /// How many points on it one point at a height of 1,080 is.
    unit: f32,
    /// The sheet without its margins at the sides.
    inner: Area,
}

impl Sheet {
    fn new(size: (f32, f32)) -> Self {
        let unit = (size.1 / HEIGHT).min(size.0 / WIDTH);
        let margin = MARGIN * unit;
        Self {
            size,
            unit,
            inner: Area::new((margin, 0.0), (size.0 - margin, size.1)),
        }
    }
}
