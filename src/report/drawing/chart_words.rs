//! Words beside the data of a drawn chart: what a bracket measures, and notes. They stand where
//! least of the data is behind them.

use super::chart::Canvas;
use super::chart_axes::small;
use super::free_place::Occupied;
use super::pen::Type;
use super::{Align, Area, Drawing, Fill, Place, Stroke};
use crate::report::chart::{Bracket, Note};
use crate::theme::Role;

/// How much of what is behind words their veil hides.
const VEIL: f32 = 0.86;
/// Heights of lines, in sizes of their letters.
const LINE: f32 = 1.12;
const CAPTION: f32 = 1.3;
/// Distances that words may have from the end of a bracket, in gaps.
const AWAY: [f32; 8] = [0.6, 1.5, 3.0, 5.0, 7.0, 10.0, 13.0, 17.0];

/// Draws the words; what is on the sheet from the shape `behind` on is in their way.
pub(super) fn draw(drawing: &mut Drawing, canvas: &Canvas<'_>, behind: usize) {
    for note in &canvas.chart.notes {
        draw_note(drawing, canvas, note, behind);
    }
    let year = f64::from(canvas.chart.year);
    let (first, last) = canvas.span();
    if let Some(bracket) = &canvas.chart.bracket
        && (first..=last).contains(&year)
    {
        draw_bracket(drawing, canvas, bracket, behind);
    }
}

fn draw_note(drawing: &mut Drawing, canvas: &Canvas<'_>, note: &Note, behind: usize) {
    let (look, frame) = (canvas.look, &canvas.frame);
    let (first, last) = canvas.span();
    let is_shown = (first..=last).contains(&note.at.0);
    let Some((x, y)) = frame.place(note.at).filter(|_| is_shown) else {
        return;
    };
    let set = small(look, note.role);
    let (width, height) = (set.width(&note.text), look.tick * LINE);
    let gap = look.gap;
    let occupied = Occupied::of(&drawing.shapes[behind..], frame.plot);
    let (right, left) = (x + gap, x - gap - width);
    let (above, below) = (y - height - gap * 0.3, y + gap * 0.3);
    let middle = y - height / 2.0;
    let places = if frame.axis.is_reference(note.at.1) {
        vec![(x.max(frame.plot.left), above), (x, below)]
    } else {
        vec![
            (right, middle),
            (right, above),
            (x - gap, above - gap),
            (right, below),
            (x - gap, below + gap),
            (left, middle),
            (left, above),
        ]
    };
    let boxes = places
        .into_iter()
        .enumerate()
        .map(|(order, (left, top))| (sized((left, top), (width, height)), order as f32 * gap));
    if let Some(place) = occupied.freest(boxes) {
        veil(drawing, canvas, &occupied, place);
        let at = (place.left, place.centre().1);
        drawing.write(&note.text, at, Align::Left, set);
    }
}

fn sized((left, top): Place, (width, height): (f32, f32)) -> Area {
    Area::new((left, top), (left + width, top + height))
}

/// Hides part of what is behind words, where there is something.
fn veil(drawing: &mut Drawing, canvas: &Canvas<'_>, occupied: &Occupied, place: Area) {
    if occupied.cost(place) > 0.0 {
        let reach = canvas.look.gap * 0.4;
        let behind = Area::new(
            (place.left - reach, place.top),
            (place.right + reach, place.bottom),
        );
        let fill = Fill::tint(canvas.look.ground, VEIL);
        drawing.fill(behind, reach, fill);
    }
}

/// A distance at the year in view, and what it is.
fn draw_bracket(drawing: &mut Drawing, canvas: &Canvas<'_>, bracket: &Bracket, behind: usize) {
    let (look, frame) = (canvas.look, &canvas.frame);
    let ends = (frame.y_inside(bracket.from), frame.y_inside(bracket.to));
    let (Some(from), Some(to)) = ends else {
        return;
    };
    let x = frame.x(f64::from(canvas.chart.year));
    let (high, low) = (from.min(to), from.max(to));
    let occupied = Occupied::of(&drawing.shapes[behind..], frame.plot);
    let words = BracketWords::new(canvas, bracket);
    let place = occupied.freest(words.places(canvas, x, (high, low)));
    let under = look.secondary + look.under * 0.6;
    for stroke in [
        Stroke::solid(under, look.ground),
        Stroke::solid(look.secondary, bracket.role),
    ] {
        let reach = look.gap;
        drawing.upright(x, (high, low), stroke);
        drawing.level((x - reach, x + reach), high, stroke);
        drawing.level((x - reach, x + reach), low, stroke);
    }
    if let Some(place) = place {
        veil(drawing, canvas, &occupied, place);
        words.leader(drawing, canvas, (x, high, low), place);
        words.draw(drawing, place, x);
    }
}

/// What a bracket says, in one or two lines.
struct BracketWords<'a> {
    bracket: &'a Bracket,
    strong: Type,
    quiet: Type,
    size: (f32, f32),
}

impl<'a> BracketWords<'a> {
    fn new(canvas: &Canvas<'_>, bracket: &'a Bracket) -> Self {
        let strong = Type::semibold(canvas.look.bracket, bracket.role);
        let quiet = small(canvas.look, Role::Text2);
        let caption = if bracket.caption.is_empty() {
            0.0
        } else {
            quiet.size * CAPTION
        };
        let width = strong.width(&bracket.text);
        Self {
            bracket,
            strong,
            quiet,
            size: (
                width.max(quiet.width(&bracket.caption)),
                strong.size * LINE + caption,
            ),
        }
    }

    /// Where the words may stand, and what speaks against it: inside the bracket, else above it
    /// and below it, on the left and on the right.
    fn places(&self, canvas: &Canvas<'_>, x: f32, (high, low): (f32, f32)) -> Vec<(Area, f32)> {
        let (gap, (width, height)) = (canvas.look.gap, self.size);
        let mut tops = Vec::new();
        if low - high > height + gap {
            tops.push((f32::midpoint(high, low) - height / 2.0, 0.0, 1.6));
        }
        for away in AWAY {
            tops.push((high - height - away * gap, away * gap, 2.4));
            tops.push((low + away * gap, (away + 2.0) * gap, 2.4));
        }
        // Beside the upper end.
        tops.push((high - height / 2.0, gap * 3.0, 1.8));
        let mut places = Vec::new();
        for (top, cost, aside) in tops {
            let left = (x - aside * gap - width, top);
            places.push((sized(left, self.size), cost));
            let right = (x + aside * gap, top);
            places.push((sized(right, self.size), cost + gap));
        }
        places
    }

    /// A thin line from the words to the nearer end of the bracket, where they stand above or
    /// below it.
    fn leader(
        &self,
        drawing: &mut Drawing,
        canvas: &Canvas<'_>,
        (x, high, low): (f32, f32, f32),
        place: Area,
    ) {
        let gap = canvas.look.gap;
        let end = if place.bottom < high {
            high - gap * 0.5
        } else if place.top > low {
            low + gap * 0.5
        } else {
            return;
        };
        let is_left = place.right < x;
        let (start, side) = if is_left {
            (place.right + gap * 0.5, -1.0)
        } else {
            (place.left - gap * 0.5, 1.0)
        };
        let middle = place.top + self.strong.size * LINE / 2.0;
        let stroke = Stroke::solid(canvas.look.hairline * 1.6, self.bracket.role);
        let leader = vec![(start, middle), (x + side * gap * 0.4, end)];
        drawing.line(leader, stroke);
    }

    fn draw(&self, drawing: &mut Drawing, place: Area, x: f32) {
        let (align, left) = if place.right < x {
            (Align::Right, place.right)
        } else {
            (Align::Left, place.left)
        };
        let height = self.strong.size * LINE;
        let at = (left, place.top + height / 2.0);
        drawing.write(&self.bracket.text, at, align, self.strong);
        let at = (left, place.top + height + self.quiet.size * CAPTION / 2.0);
        drawing.write(&self.bracket.caption, at, align, self.quiet);
    }
}
