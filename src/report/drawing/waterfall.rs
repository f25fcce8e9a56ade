//! Draws a waterfall: bars from the baseline's result to the scenario's.

use super::look::Look;
use super::pen::Type;
use super::{Align, Area, Drawing, Fill, Stroke, Weight};
use crate::report::waterfall::{Bar, BarKind, Waterfall};
use crate::report::world::Locale;
use crate::theme::Role;

/// Changes that have a bar of their own, at most.
pub const CHANGES: usize = 8;

/// Lines of a name below its bar.
const NAME_LINES: usize = 2;
/// From one of them to the next, in sizes of their letters.
const LINE: f32 = 1.25;
/// Between two numbers of the axis, in sizes of their letters.
const TICK: f32 = 2.2;
/// Width of a bar as a part of its place, and at most in sizes of the smallest letters.
const PART: f32 = 0.72;
const WIDEST: f32 = 7.0;
/// Width of a sentence in place of bars, in sizes of its letters.
const SENTENCE: f32 = 30.0;

/// Draws the bars in an area, or why there are none.
pub fn draw(
    drawing: &mut Drawing,
    (waterfall, locale): (&Waterfall, &Locale),
    area: Area,
    look: &Look,
) {
    if let Some(sentence) = &waterfall.empty {
        write_empty(drawing, sentence, area, look);
        return;
    }
    let ticks = Ticks::new(waterfall, locale, look);
    let names = look.tick * LINE * NAME_LINES as f32 + look.gap;
    let above = look.quiet_label * 1.4;
    let plot = Area {
        left: area.left + ticks.width + look.gap,
        top: area.top + above,
        bottom: area.bottom - names,
        ..area
    };
    if plot.width() < look.gap || plot.height() < look.tick {
        return;
    }
    let frame = Frame {
        waterfall,
        look,
        plot,
        place: plot.width() / waterfall.bars.len().max(1) as f32,
    };
    ticks.draw(drawing, &frame);
    frame.connectors(drawing);
    for (index, bar) in waterfall.bars.iter().enumerate() {
        frame.bar(drawing, index, bar);
    }
}

/// Why there are no bars, in the middle of the area.
fn write_empty(drawing: &mut Drawing, sentence: &str, area: Area, look: &Look) {
    let set = Type::regular(look.quiet_label, Role::Text2);
    let width = area.width().min(SENTENCE * set.size);
    let lines = set.wrap(sentence, width, 4);
    let (x, middle) = area.centre();
    let top = middle - set.size * LINE * (lines.len() as f32 - 1.0) / 2.0;
    for (index, line) in lines.iter().enumerate() {
        let y = top + set.size * LINE * index as f32;
        drawing.write(line, (x, y), Align::Centre, set);
    }
}

/// The numbers of the axis.
struct Ticks {
    set: Type,
    all: Vec<(f64, String)>,
    width: f32,
}

impl Ticks {
    fn new(waterfall: &Waterfall, locale: &Locale, look: &Look) -> Self {
        let set = Type::regular(look.tick, Role::Text3);
        let axis = &waterfall.axis;
        let words = |tick| (tick, locale.numbers.tick(tick, &axis.unit));
        let ticks: Vec<(f64, String)> = axis.ticks().into_iter().map(words).collect();
        let width = |(_, words): &(f64, String)| set.width(words);
        Self {
            set,
            width: ticks.iter().map(width).fold(0.0, f32::max),
            all: ticks,
        }
    }

    /// Level lines with their numbers, no closer than these are high.
    fn draw(&self, drawing: &mut Drawing, frame: &Frame<'_>) {
        let apart = match &self.all[..] {
            [first, second, ..] => frame.y(first.0) - frame.y(second.0),
            _ => f32::INFINITY,
        };
        let every = (TICK * self.set.size / apart.max(1.0)).ceil() as usize;
        for (tick, words) in self.all.iter().step_by(every.max(1)) {
            let y = frame.y(*tick);
            let role = if frame.waterfall.axis.is_reference(*tick) {
                Role::StrokeStrong
            } else {
                Role::Stroke
            };
            let stroke = Stroke::solid(frame.look.hairline, role);
            drawing.level((frame.plot.left, frame.plot.right), y, stroke);
            let at = (frame.plot.left - frame.look.gap, y);
            drawing.write(words, at, Align::Right, self.set);
        }
    }
}

/// Where everything stands.
struct Frame<'a> {
    waterfall: &'a Waterfall,
    look: &'a Look,
    plot: Area,
    /// Width of the place of a bar.
    place: f32,
}

impl Frame<'_> {
    fn y(&self, value: f64) -> f32 {
        let share = self.waterfall.axis.position(value).clamp(0.0, 1.0);
        let share = if share.is_finite() { share as f32 } else { 0.0 };
        self.plot.bottom - self.plot.height() * share
    }

    fn middle(&self, index: usize) -> f32 {
        self.plot.left + (index as f32 + 0.5) * self.place
    }

    fn half_width(&self) -> f32 {
        (self.place * PART).min(WIDEST * self.look.tick) / 2.0
    }

    /// Thin lines from the end of each bar to the next.
    fn connectors(&self, drawing: &mut Drawing) {
        let stroke = Stroke::solid(self.look.hairline, Role::StrokeStrong);
        for (index, bars) in self.waterfall.bars.windows(2).enumerate() {
            let half = self.half_width();
            let gap = (self.middle(index) + half, self.middle(index + 1) - half);
            drawing.level(gap, self.y(bars[0].to), stroke);
        }
    }

    /// A bar with its number above and its name below.
    fn bar(&self, drawing: &mut Drawing, index: usize, bar: &Bar) {
        let (x, half) = (self.middle(index), self.half_width());
        let (from, to) = (self.y(bar.from), self.y(bar.to));
        let top = from.min(to);
        // Lower than a hairline it would not be seen.
        let bottom = from.max(to).max(top + self.look.hairline * 1.5);
        let area = Area::new((x - half, top), (x + half, bottom));
        drawing.fill(area, self.look.hairline * 1.5, Fill::solid(bar.role));
        let is_result = bar.kind == BarKind::Result;
        let role = if is_result { Role::Text1 } else { bar.role };
        let room = self.place - self.look.gap * 0.5;
        let mut set = Type::semibold(self.look.quiet_label, role);
        if set.width(&bar.text) > room {
            set.size = self.look.tick;
        }
        let number = set.fit(&bar.text, room);
        let baseline = top - self.look.gap * 0.6;
        drawing.write_on((x, baseline), &number, Align::Centre, set);
        self.name(drawing, index, bar);
    }

    /// The name below a bar, in up to two lines.
    fn name(&self, drawing: &mut Drawing, index: usize, bar: &Bar) {
        let (weight, role) = if bar.is_strong {
            (Weight::Semibold, Role::Text1)
        } else {
            (Weight::Regular, Role::Text2)
        };
        let set = Type {
            size: self.look.tick,
            weight,
            role,
        };
        let width = self.place - self.look.gap * 0.6;
        let mut y = self.plot.bottom + self.look.gap * 0.5 + set.size * LINE / 2.0;
        for line in set.wrap(&bar.name, width, NAME_LINES) {
            drawing.write(&line, (self.middle(index), y), Align::Centre, set);
            y += set.size * LINE;
        }
    }
}
