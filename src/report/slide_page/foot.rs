//! The foot of a slide: whose numbers these are, which slide it is, and what keys do.

use super::{Place, Sheet};
use crate::report::credit::Credit;
use crate::report::drawing::pen::Type;
use crate::report::drawing::{Align, Area, Drawing, Fill, Stroke};
use crate::report::world::World;
use crate::theme::Role;

/// From the lower edge of the sheet to the rule, and to the middle of the row.
const RULE: f32 = 98.0;
const ROW: f32 = 58.0;
/// Size of the letters.
const SIZE: f32 = 18.0;
/// More slides than this have no dots: they would be counted by nobody.
const MOST_DOTS: usize = 16;
/// Radius of a dot, half the width of that of this slide, and from one to the next.
const DOT: f32 = 5.0;
const THIS: f32 = 15.0;
const STEP: f32 = 22.0;
/// Between the groups of the row.
const BETWEEN: f32 = 44.0;
/// The words need so much room before dots and hints get any.
const WORDS: f32 = 420.0;
/// Fewer hints are not left out for words: how to turn, where the other keys are, how to leave.
const LEAST_HINTS: usize = 3;

/// Keys, and what they do.
type Hint<'a> = (Vec<String>, &'a str);

/// The foot of a slide.
pub struct Foot<'a> {
    pub world: &'a World<'a>,
    pub sheet: Sheet,
    pub place: Place,
    /// How many levers keys choose from; `None` where there are no keys.
    pub hints: Option<usize>,
}

impl Foot<'_> {
    /// Draws it; gives the height of its rule.
    pub fn draw(&self, drawing: &mut Drawing, credit: &Credit<'_>) -> f32 {
        let (unit, inner) = (self.sheet.unit, self.sheet.inner);
        let rule = self.sheet.size.1 - RULE * unit;
        let stroke = Stroke::solid(1.5 * unit, Role::Stroke);
        drawing.level((inner.left, inner.right), rule, stroke);
        let mut right = inner.right;
        let words = self.set().width(&credit.shortest_line());
        right = self.draw_hints(drawing, right, words);
        right = self.draw_dots(drawing, right);
        let set = self.set();
        let room = right - inner.left;
        let line = credit.line(|line| set.width(line) <= room);
        let line = set.fit(&line, room);
        drawing.write(&line, (inner.left, self.middle()), Align::Left, set);
        rule
    }

    fn middle(&self) -> f32 {
        self.sheet.size.1 - ROW * self.sheet.unit
    }

    fn set(&self) -> Type {
        Type::regular(SIZE * self.sheet.unit, Role::Text3)
    }

    /// Is there room for so much right of the words?
    fn has_room(&self, left: f32) -> bool {
        left - self.sheet.inner.left >= WORDS * self.sheet.unit
    }

    /// How wide dots are, if there are any.
    fn dots_width(&self) -> Option<f32> {
        let Place { count, .. } = self.place;
        let width = (count as f32 - 1.0) * STEP + 2.0 * THIS;
        (2..=MOST_DOTS)
            .contains(&count)
            .then_some(width * self.sheet.unit)
    }

    /// A dot a slide, up to a right end; gives where words may go to.
    fn draw_dots(&self, drawing: &mut Drawing, right: f32) -> f32 {
        let unit = self.sheet.unit;
        let Place { number, count } = self.place;
        let left = right - self.dots_width().unwrap_or(0.0);
        if left == right || !self.has_room(left - BETWEEN * unit) {
            return right;
        }
        let y = self.middle();
        let mut x = left + DOT * unit;
        for index in 1..=count {
            let is_this = index == number;
            let (half, role) = if is_this {
                (THIS, Role::Accent)
            } else {
                (DOT, Role::StrokeStrong)
            };
            if is_this {
                x += (THIS - DOT) * unit;
            }
            let (half, radius) = (half * unit, DOT * unit);
            let dot = Area::new((x - half, y - radius), (x + half, y + radius));
            drawing.fill(dot, radius, Fill::solid(role));
            if is_this {
                x += (THIS - DOT) * unit;
            }
            x += STEP * unit;
        }
        left - BETWEEN * unit
    }

    /// What keys do, up to a right end, as far as the words leave room; gives where dots may go to.
    fn draw_hints(&self, drawing: &mut Drawing, right: f32, words: f32) -> f32 {
        let Some(levers) = self.hints else {
            return right;
        };
        let unit = self.sheet.unit;
        let mut hints = self.hints_of(levers);
        let left = |hints: &[Hint<'_>]| {
            let width: f32 = hints.iter().map(|hint| self.hint_width(hint)).sum();
            right - width + HINT_GAP * unit
        };
        let dots = self
            .dots_width()
            .map_or(0.0, |width| width + BETWEEN * unit);
        let others = words + dots + BETWEEN * unit;
        while hints.len() > LEAST_HINTS && left(&hints) - self.sheet.inner.left < others {
            hints.remove(hints.len() - LEAST_HINTS);
        }
        let left = left(&hints);
        if !self.has_room(left - BETWEEN * unit) {
            return right;
        }
        let mut x = left;
        for hint in &hints {
            self.draw_hint(drawing, hint, x);
            x += self.hint_width(hint);
        }
        left - BETWEEN * unit
    }

    fn hints_of(&self, levers: usize) -> Vec<Hint<'_>> {
        let words = &self.world.locale.text.presenting.hints;
        let keys = |keys: &[&str]| keys.iter().map(|&key| key.to_owned()).collect();
        let mut hints = vec![(keys(&["←", "→"]), words.turn.as_str())];
        match levers {
            0 => {}
            1 => hints.push((keys(&["1"]), &words.choose)),
            _ => hints.push((vec![format!("1–{levers}")], &words.choose)),
        }
        if levers > 0 {
            hints.push((keys(&["R"]), &words.restore));
        }
        hints.push((keys(&["?"]), &words.more));
        hints.push((keys(&["Esc"]), &words.leave));
        hints
    }

    fn cap_width(&self, key: &str) -> f32 {
        let unit = self.sheet.unit;
        (self.set().width(key) + 20.0 * unit).max(CAP * unit)
    }

    fn hint_width(&self, (keys, words): &Hint<'_>) -> f32 {
        let unit = self.sheet.unit;
        let caps: f32 = keys
            .iter()
            .map(|key| self.cap_width(key) + 8.0 * unit)
            .sum();
        caps + self.set().width(words) + HINT_GAP * unit
    }

    fn draw_hint(&self, drawing: &mut Drawing, (keys, words): &Hint<'_>, left: f32) {
        let (unit, y) = (self.sheet.unit, self.middle());
        let mut x = left;
        for key in keys {
            let width = self.cap_width(key);
            let half = CAP * unit / 2.0;
            let cap = Area::new((x, y - half), (x + width, y + half));
            let edge = Stroke::solid(1.5 * unit, Role::StrokeStrong);
            drawing.outline(cap, 6.0 * unit, edge);
            let set = Type {
                role: Role::Text2,
                ..self.set()
            };
            drawing.write(key, (x + width / 2.0, y), Align::Centre, set);
            x += width + 8.0 * unit;
        }
        drawing.write(words, (x, y), Align::Left, self.set());
    }
}

/// Height of a key.
const CAP: f32 = 32.0;
/// Between two hints.
const HINT_GAP: f32 = 22.0;
