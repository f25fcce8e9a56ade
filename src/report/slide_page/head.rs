//! The head of a slide: the program and the scenario, which slide it is, and what it says.

use super::toned::TonedLines;
use super::{Place, Sheet};
use crate::report::drawing::exhibit::Exhibited;
use crate::report::drawing::pen::Type;
use crate::report::drawing::{Align, Drawing, brand};
use crate::report::poster::scenario_name;
use crate::report::spoken::{Spoken, spoken};
use crate::report::world::World;
use crate::scenario::slide::Slide;
use crate::scenario::speech::Tone;
use crate::theme::Role;

/// Height of the middle of the first row, size of its letters, and side of the sign.
const ROW: f32 = 66.0;
const SMALL: f32 = 22.0;
const SIGN: f32 = 34.0;
/// From the edge of the sheet to the headline.
const TOP: f32 = 108.0;
/// Sizes of the headline: the largest in which it needs two lines at most.
const HEADLINE: [f32; 5] = [64.0, 56.0, 48.0, 42.0, 36.0];
const CAPTION: f32 = 28.0;
/// From one line to the next, in sizes of its letters.
const HEADLINE_STEP: f32 = 1.2;
const CAPTION_STEP: f32 = 1.4;
/// Lines of headline and caption.
const MOST_LINES: usize = 2;

/// What a slide says.
pub struct Words {
    pub title: Spoken,
    pub caption: Spoken,
    /// Does the caption say what the exhibit measures?
    pub says_measure: bool,
}

impl Words {
    /// The words of a slide; the exhibit's own where it has none.
    pub fn new(
        world: &World<'_>,
        slide: &Slide,
        exhibited: &Exhibited<'_>,
        until: Option<u16>,
    ) -> Self {
        let language = world.locale.language;
        let (title, caption) = (slide.title.get(language), slide.caption.get(language));
        let has_title = !title.trim().is_empty();
        let has_caption = !caption.trim().is_empty();
        let own = |words| vec![(Tone::Plain, words)];
        // Without a title what is measured stands below the finding; with one the chart says it.
        let says_measure = !has_title && !has_caption;
        Self {
            title: match until {
                _ if has_title => spoken(world, title, until),
                // A finding gives the answer away.
                Some(_) => own(exhibited.subtitle()),
                None => own(exhibited.title()),
            },
            caption: match until {
                _ if has_caption => spoken(world, caption, until),
                None if says_measure => own(exhibited.subtitle()),
                _ => Spoken::new(),
            },
            says_measure,
        }
    }
}

/// The head of a slide.
pub struct Head<'a> {
    pub world: &'a World<'a>,
    pub sheet: Sheet,
    pub place: Place,
}

impl Head<'_> {
    /// Draws it; gives where it ends.
    pub fn draw(&self, drawing: &mut Drawing, words: &Words) -> f32 {
        self.first_row(drawing);
        let end = self.headline(drawing, words);
        self.caption(drawing, words, end)
    }

    fn first_row(&self, drawing: &mut Drawing) {
        let (unit, inner) = (self.sheet.unit, self.sheet.inner);
        let (y, text) = (ROW * unit, &self.world.locale.text);
        let side = SIGN * unit;
        brand::draw(drawing, (inner.left, y - side / 2.0), side);
        let strong = Type::semibold(SMALL * unit, Role::Text2);
        let quiet = Type::regular(SMALL * unit, Role::Text3);
        let page = text
            .presenting
            .page
            .fill(&[("number", &self.place.number), ("count", &self.place.count)]);
        drawing.write(&page, (inner.right, y), Align::Right, quiet);
        let mut x = inner.left + side + 14.0 * unit;
        drawing.write(&text.window.app_name, (x, y), Align::Left, strong);
        x += strong.width(&text.window.app_name) + 14.0 * unit;
        let room = inner.right - quiet.width(&page) - 40.0 * unit - x;
        let name = quiet.fit(&scenario_name(self.world), room.max(0.0));
        drawing.write(&name, (x, y), Align::Left, quiet);
    }

    /// The headline, as large as two lines hold it.
    fn headline(&self, drawing: &mut Drawing, words: &Words) -> f32 {
        let (unit, inner) = (self.sheet.unit, self.sheet.inner);
        let sizes = HEADLINE.map(|size| Type::semibold(size * unit, Role::Text1));
        let fits = |set: &&Type| {
            let lines = TonedLines::new(&words.title, **set, inner.width(), MOST_LINES + 1);
            lines.count() <= MOST_LINES
        };
        let set = *sizes.iter().find(fits).unwrap_or(&sizes[sizes.len() - 1]);
        let lines = TonedLines::new(&words.title, set, inner.width(), MOST_LINES);
        let step = set.size * HEADLINE_STEP;
        let first = TOP * unit + step / 2.0;
        lines.draw(drawing, (inner.left, first), step, set);
        TOP * unit + step * lines.count() as f32
    }

    fn caption(&self, drawing: &mut Drawing, words: &Words, top: f32) -> f32 {
        let (unit, inner) = (self.sheet.unit, self.sheet.inner);
        let set = Type::regular(CAPTION * unit, Role::Text2);
        let lines = TonedLines::new(&words.caption, set, inner.width(), MOST_LINES);
        if lines.count() == 0 {
            return top;
        }
        let step = set.size * CAPTION_STEP;
        let top = top + 10.0 * unit;
        lines.draw(drawing, (inner.left, top + step / 2.0), step, set);
        top + step * lines.count() as f32
    }
}
