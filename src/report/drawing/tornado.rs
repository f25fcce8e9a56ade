//! Draws a tornado: for each assumption its name over its two values, its bar, and the results at
//! both ends.

use super::look::Look;
use super::pen::Type;
use super::{Align, Area, Drawing, Fill, Place, Stroke};
use crate::report::tornado::{Bar, End, Tornado};
use crate::theme::Role;

/// Height of a row: at least, and at most, in sizes of the smallest letters.
const ROW: (f32, f32) = (2.75, 4.2);
/// Rows that are drawn at most: as many as an exported figure has room for.
pub const ROWS: usize = 9;
/// Heights of the legend, of the flag of the base, and of the numbers below the rows, in sizes of
/// the smallest letters.
const LEGEND: f32 = 1.9;
const FLAG: f32 = 1.9;
const FOOT: f32 = 1.9;
/// At most this part of the width is for names.
const NAMES: f32 = 0.36;
/// Height of a bar in sizes of the smallest letters.
const BAR: f32 = 1.1;
/// How much of the colour the end at P5 has.
const LIGHT: f32 = 0.48;
/// How strong the stripe behind every other row is.
const STRIPE: f32 = 0.5;

/// How many bars have room in a height.
pub fn rows(height: f32, look: &Look) -> usize {
    let room = height - (LEGEND + FLAG + FOOT) * look.tick;
    ((room / (ROW.0 * look.tick)) as usize).min(ROWS)
}

/// Draws the bars that have room in an area.
pub fn draw(drawing: &mut Drawing, tornado: &Tornado, area: Area, look: &Look) {
    if tornado.bars.is_empty() || rows(area.height(), look) == 0 {
        return;
    }
    let frame = Frame::new(tornado, area, look);
    if frame.plot.1 - frame.plot.0 < look.gap {
        return;
    }
    frame.legend(drawing);
    for row in (0..tornado.bars.len()).step_by(2) {
        let stripe = Fill::tint(Role::Hover, STRIPE);
        drawing.fill(frame.row_area(row), look.gap * 0.5, stripe);
    }
    frame.grid(drawing);
    for (row, bar) in tornado.bars.iter().enumerate() {
        let y = frame.row_area(row).centre().1;
        frame.names(drawing, bar, y);
        frame.bar(drawing, bar, y);
    }
    frame.base(drawing);
}

/// Where everything stands.
struct Frame<'a> {
    tornado: &'a Tornado,
    look: &'a Look,
    area: Area,
    /// Where the rows begin, and how high each is.
    rows: (f32, f32),
    /// Where the names end.
    names: f32,
    /// Where the least and the greatest result stand.
    plot: (f32, f32),
}

impl<'a> Frame<'a> {
    fn new(tornado: &'a Tornado, area: Area, look: &'a Look) -> Self {
        let top = area.top + (LEGEND + FLAG) * look.tick;
        let count = tornado.bars.len() as f32;
        let height = (area.bottom - FOOT * look.tick - top) / count;
        let name = |bar: &Bar| {
            let inputs = small(look, Role::Text3).width(&bar.inputs);
            name_type(look, bar).width(&bar.name).max(inputs)
        };
        let widest = tornado.bars.iter().map(name).fold(0.0, f32::max);
        let names = area.left + look.gap + widest.min(area.width() * NAMES);
        let ends = tornado.bars.iter().flat_map(|bar| [&bar.low, &bar.high]);
        let number = |end: &End| small(look, Role::Text2).width(&end.text);
        let number = ends.map(number).fold(0.0, f32::max) + look.gap;
        Self {
            tornado,
            look,
            area,
            rows: (top, height.min(ROW.1 * look.tick)),
            names,
            plot: (
                names + 2.0 * look.gap + number,
                area.right - look.gap - number,
            ),
        }
    }

    fn row_area(&self, row: usize) -> Area {
        let (top, height) = self.rows;
        let top = top + row as f32 * height;
        Area::new((self.area.left, top), (self.area.right, top + height))
    }

    fn bottom(&self) -> f32 {
        self.rows.0 + self.rows.1 * self.tornado.bars.len() as f32
    }

    /// The place of a result, at the edge where it lies beyond.
    fn x(&self, value: f64) -> f32 {
        let (low, high) = self.tornado.axis.range;
        let share = ((value - low) / (high - low)).clamp(0.0, 1.0);
        let share = if share.is_finite() { share as f32 } else { 1.0 };
        self.plot.0 + (self.plot.1 - self.plot.0) * share
    }

    /// What the colours mean.
    fn legend(&self, drawing: &mut Drawing) {
        let (look, set) = (self.look, small(self.look, Role::Text2));
        let y = self.area.top + look.tick * LEGEND / 2.0;
        let mut left = self.area.left;
        for (words, strength) in self.tornado.legend.iter().zip([LIGHT, 1.0]) {
            let half = look.tick * 0.36;
            let square = Area::new((left, y - half), (left + 2.6 * half, y + half));
            drawing.fill(square, look.gap * 0.3, Fill::tint(Role::Accent, strength));
            let start = square.right + look.gap;
            let words = set.fit(words, (self.area.right - start).max(0.0));
            drawing.write(&words, (start, y), Align::Left, set);
            left = start + set.width(&words) + 2.5 * look.gap;
        }
    }

    /// The lines of the axis, and its numbers below where they do not touch.
    fn grid(&self, drawing: &mut Drawing) {
        let (look, set) = (self.look, small(self.look, Role::Text3));
        let mut free_from = self.names;
        for (value, words) in &self.tornado.ticks {
            let x = self.x(*value);
            let stroke = Stroke::solid(look.hairline, Role::Stroke);
            drawing.upright(x, (self.rows.0, self.bottom()), stroke);
            let half = set.width(words) / 2.0;
            if x - half > free_from && x + half <= self.area.right {
                free_from = x + half + look.gap;
                let at = (x, self.bottom() + look.tick * FOOT / 2.0);
                drawing.write(words, at, Align::Centre, set);
            }
        }
    }

    /// The name of the assumption over its two values.
    fn names(&self, drawing: &mut Drawing, bar: &Bar, y: f32) {
        let look = self.look;
        let left = self.area.left + look.gap;
        let width = self.names - left;
        let name = name_type(look, bar);
        let at = (left, y - look.tick * 0.62);
        drawing.write(&name.fit(&bar.name, width), at, Align::Left, name);
        let inputs = small(look, Role::Text3);
        let at = (left, y + look.tick * 0.62);
        drawing.write(&inputs.fit(&bar.inputs, width), at, Align::Left, inputs);
    }

    /// The bar with the results at its ends; two halves where both lie on one side of the base.
    fn bar(&self, drawing: &mut Drawing, bar: &Bar, y: f32) {
        let height = BAR * self.look.tick;
        let (height, tops) = if bar.note.is_some() {
            let air = self.look.hairline;
            (height / 2.0, [y - height / 2.0 - air, y + air])
        } else {
            (height, [y - height / 2.0; 2])
        };
        let base = self.x(self.tornado.base);
        for ((end, strength), top) in [(&bar.low, LIGHT), (&bar.high, 1.0)].into_iter().zip(tops) {
            let x = self.x(end.value);
            let part = Area::new((base.min(x), top), (base.max(x), top + height));
            if part.width() > 0.0 {
                let fill = Fill::tint(Role::Accent, strength);
                drawing.fill(part, self.look.hairline, fill);
            }
        }
        if let Some(note) = &bar.note {
            self.one_sided(drawing, bar, note, y);
            return;
        }
        // An end that stays where the scenario is has no number: the flag has it.
        for end in [&bar.low, &bar.high] {
            let x = self.x(end.value);
            if x != base {
                self.number(drawing, end, (x, y), x < base);
            }
        }
    }

    /// The number of the farther end, and on the other side of the base the words about both.
    fn one_sided(&self, drawing: &mut Drawing, bar: &Bar, note: &str, y: f32) {
        let base = self.x(self.tornado.base);
        let distance = |end: &End| (self.x(end.value) - base).abs();
        let far = if distance(&bar.low) < distance(&bar.high) {
            &bar.high
        } else {
            &bar.low
        };
        let is_left = self.x(far.value) < base;
        self.number(drawing, far, (self.x(far.value), y), is_left);
        let gap = self.look.gap;
        let (x, align, room) = if is_left {
            (base + gap, Align::Left, self.area.right - base - gap)
        } else {
            (base - gap, Align::Right, base - gap - self.names - gap)
        };
        let set = small(self.look, Role::Text3);
        let words = set.fit(note, room.max(0.0));
        drawing.write(&words, (x, y), align, set);
    }

    /// The number beside an end of a bar.
    fn number(&self, drawing: &mut Drawing, end: &End, (x, y): Place, is_left: bool) {
        let set = small(self.look, Role::Text2);
        let (x, align) = if is_left {
            (x - self.look.gap, Align::Right)
        } else {
            (x + self.look.gap, Align::Left)
        };
        drawing.write(&end.text, (x, y), align, set);
    }

    /// The line of the scenario's own result, with its flag.
    fn base(&self, drawing: &mut Drawing) {
        let look = self.look;
        let x = self.x(self.tornado.base);
        let y = self.rows.0 - look.tick * FLAG / 2.0;
        let line = Stroke::solid(look.hairline * 1.4, Role::Text1);
        drawing.upright(x, (y, self.bottom()), line);
        let set = Type::semibold(look.tick, look.ground);
        let half = set.width(&self.tornado.base_text) / 2.0 + look.gap * 0.8;
        let middle = x.min(self.area.right - half).max(self.area.left + half);
        let height = look.tick * 0.72;
        let flag = Area::new((middle - half, y - height), (middle + half, y + height));
        drawing.fill(flag, look.gap * 0.5, Fill::solid(Role::Text1));
        drawing.write(&self.tornado.base_text, (middle, y), Align::Centre, set);
    }
}

fn small(look: &Look, role: Role) -> Type {
    Type::regular(look.tick, role)
}

fn name_type(look: &Look, bar: &Bar) -> Type {
    if bar.is_strong {
        Type::semibold(look.tick, Role::Text1)
    } else {
        Type::regular(look.tick, Role::Text1)
    }
}
