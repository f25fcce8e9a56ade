//! The levers of a slide: their values, and rails to move them.

use super::Sheet;
use crate::model::Assumption;
use crate::report::drawing::pen::Type;
use crate::report::drawing::{Align, Area, Drawing, Fill, Stroke};
use crate::report::world::World;
use crate::theme::Role;

/// Height of all of a lever, up from the rule of the foot, with the space below it.
const HEIGHT: f32 = 190.0;
/// Middles of title, rail and numbers, from the top.
const TITLE: f32 = 36.0;
const RAIL: f32 = 100.0;
const NUMBERS: f32 = 140.0;
/// Between two levers.
const BETWEEN: f32 = 64.0;
/// Sizes of letters.
const NAME: f32 = 30.0;
const VALUE: f32 = 48.0;
const SMALL: f32 = 22.0;
/// A name that is to stand on one line is at least so large, in its usual size.
const LEAST_SHRUNK: f32 = 0.8;
/// From one line of a name to the next, in sizes of its letters.
const LINE: f32 = 1.15;
/// Heights of rail and likely range, size of the mark of the baseline, and radius of the thumb.
const TRACK: f32 = 8.0;
const BAND: f32 = 20.0;
const MARK: (f32, f32) = (4.0, 30.0);
const THUMB: f32 = 14.0;
/// How strong the likely range is.
const LIKELY: f32 = 0.3;
/// Height that reacts to the pointer.
const HIT: f32 = 56.0;
/// Side of a key.
const CAP: f32 = 36.0;
/// Between two numbers under a rail.
const GAP: f32 = 14.0;

/// Where a lever stands on a sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeverPlace {
    /// Which.
    pub assumption: Assumption,
    /// The rail from its lowest to its highest value.
    pub rail: Area,
    /// What reacts to the pointer.
    pub hit: Area,
    /// The title with the value: what a click chooses.
    pub head: Area,
    /// Radius of the thumb.
    pub thumb: f32,
}

impl LeverPlace {
    /// Where a value stands on the rail.
    pub fn x_at(&self, value: f64) -> f32 {
        self.rail.left + self.assumption.info().position(value) as f32 * self.rail.width()
    }

    /// The value that stands at a place; the nearest end of the rail beside it.
    pub fn value_at(&self, x: f32) -> f64 {
        let share = (x - self.rail.left) / self.rail.width().max(f32::MIN_POSITIVE);
        self.assumption.info().value_at(f64::from(share))
    }
}

/// The levers of a slide.
pub struct Levers<'a> {
    pub world: &'a World<'a>,
    pub sheet: Sheet,
    /// Do keys choose them?
    pub with_keys: bool,
}

impl Levers<'_> {
    /// Draws levers above the rule of the foot; gives where they stand, and the upper end of all.
    pub fn draw(
        &self,
        drawing: &mut Drawing,
        levers: &[Assumption],
        rule: f32,
    ) -> (Vec<LeverPlace>, f32) {
        let (unit, inner) = (self.sheet.unit, self.sheet.inner);
        if levers.is_empty() {
            return (Vec::new(), rule);
        }
        let top = rule - HEIGHT * unit;
        // One lever alone does not reach from edge to edge.
        let columns = levers.len().max(2) as f32;
        let between = BETWEEN * unit;
        let width = (inner.width() - between * (columns - 1.0)) / columns;
        let mut left = inner.left;
        let mut places = Vec::new();
        for (number, &assumption) in (1_usize..).zip(levers) {
            let area = Area::new((left, top), (left + width, rule));
            let place = self.place(assumption, area);
            self.draw_head(drawing, assumption, place.head, number);
            self.draw_rail(drawing, &place);
            self.draw_numbers(drawing, &place, area);
            places.push(place);
            left += width + between;
        }
        (places, top)
    }

    fn place(&self, assumption: Assumption, area: Area) -> LeverPlace {
        let unit = self.sheet.unit;
        let y = area.top + RAIL * unit;
        let around = |half: f32, inset: f32| {
            Area::new(
                (area.left + inset, y - half),
                (area.right - inset, y + half),
            )
        };
        LeverPlace {
            assumption,
            rail: around(TRACK * unit / 2.0, THUMB * unit),
            hit: around(HIT * unit / 2.0, 0.0),
            head: Area {
                bottom: y - HIT * unit / 2.0,
                ..area
            },
            thumb: THUMB * unit,
        }
    }

    /// Key, name, and the value with its unit at the right.
    fn draw_head(&self, drawing: &mut Drawing, assumption: Assumption, head: Area, number: usize) {
        let (unit, locale) = (self.sheet.unit, &self.world.locale);
        let y = head.top + TITLE * unit;
        let mut left = head.left;
        if self.with_keys {
            let half = CAP * unit / 2.0;
            let cap = Area::new((left, y - half), (left + 2.0 * half, y + half));
            let edge = Stroke::solid(1.5 * unit, Role::StrokeStrong);
            drawing.outline(cap, 6.0 * unit, edge);
            let set = Type::regular(SMALL * unit, Role::Text2);
            let key = number.to_string();
            drawing.write(&key, cap.centre(), Align::Centre, set);
            left = cap.right + 14.0 * unit;
        }
        let value = self.world.scenario.value(assumption);
        let amount = locale.numbers.typed(value, &assumption.info().unit);
        let set = Type::semibold(VALUE * unit, Role::Accent);
        let small = Type::regular(SMALL * unit, Role::Text3);
        let unit_width = if amount.unit.is_empty() {
            0.0
        } else {
            small.width(&amount.unit) + 10.0 * unit
        };
        let baseline = set.baseline(y);
        let number = set.width(&amount.number);
        let room = head.right - left;
        // Long units stand below, where a rail says what its numbers are.
        let unit_width = if number + unit_width > room * 0.62 {
            0.0
        } else {
            unit_width
        };
        if unit_width > 0.0 {
            drawing.write_on((head.right, baseline), &amount.unit, Align::Right, small);
        }
        let right = head.right - unit_width;
        drawing.write_on((right, baseline), &amount.number, Align::Right, set);
        let name = Type::semibold(NAME * unit, Role::Text1);
        let room = right - number - 20.0 * unit - left;
        draw_name(
            drawing,
            locale.short_name(assumption),
            (left, y),
            (name, room),
        );
    }

    /// The whole range, the likely one, the way from the baseline, and the thumb.
    fn draw_rail(&self, drawing: &mut Drawing, place: &LeverPlace) {
        let (unit, rail) = (self.sheet.unit, place.rail);
        let scenario = self.world.scenario;
        let y = rail.centre().1;
        let (value, base) = (
            place.x_at(scenario.value(place.assumption)),
            place.x_at(scenario.baseline.range(place.assumption).base),
        );
        let whole = Area::new(
            (rail.left - place.thumb, rail.top),
            (rail.right + place.thumb, rail.bottom),
        );
        let radius = rail.height() / 2.0;
        drawing.fill(whole, radius, Fill::solid(Role::Rail));
        let (low, high) = scenario.spread(place.assumption).ends();
        let half = BAND * unit / 2.0;
        let band = Area::new((place.x_at(low), y - half), (place.x_at(high), y + half));
        drawing.fill(band, 3.0 * unit, Fill::tint(Role::Accent, LIKELY));
        let way = Area::new((value.min(base), rail.top), (value.max(base), rail.bottom));
        drawing.fill(way, 0.0, Fill::solid(Role::Accent));
        let (width, height) = (MARK.0 * unit / 2.0, MARK.1 * unit / 2.0);
        let mark = Area::new((base - width, y - height), (base + width, y + height));
        drawing.fill(mark, width, Fill::solid(Role::Text2));
        let ring = Stroke::solid(4.4 * unit, Role::Accent);
        let thumb = Fill::solid(Role::Thumb);
        drawing.disc(
            (value, y),
            place.thumb - ring.width / 2.0,
            thumb,
            Some(ring),
        );
    }

    /// The ends of the likely range and the baseline under their places, apart from each other.
    fn draw_numbers(&self, drawing: &mut Drawing, place: &LeverPlace, area: Area) {
        let (unit, scenario) = (self.sheet.unit, self.world.scenario);
        let (low, high) = scenario.spread(place.assumption).ends();
        let base = scenario.baseline.range(place.assumption).base;
        let values = [low, base, high];
        let words = (self.world.locale.numbers).alike(values, &place.assumption.info().unit);
        let roles = [Role::Text3, Role::Text1, Role::Text3];
        let mut numbers: Vec<(f64, String, Type)> = values
            .into_iter()
            .zip(words)
            .zip(roles)
            .map(|((value, words), role)| (value, words, Type::regular(SMALL * unit, role)))
            .collect();
        // The baseline may lie outside of the range that is likely now.
        numbers.sort_by(|a, b| a.0.total_cmp(&b.0));
        let boxes: Vec<(f32, f32)> = numbers
            .iter()
            .map(|(value, words, set)| {
                let width = set.width(words);
                (place.x_at(*value) - width / 2.0, width)
            })
            .collect();
        let y = area.top + NUMBERS * unit;
        let lefts = apart(&boxes, GAP * unit, (area.left, area.right));
        for ((_, words, set), left) in numbers.iter().zip(lefts) {
            drawing.write(words, (left, y), Align::Left, *set);
        }
    }
}

/// A name on one line, a little smaller where that is enough, else in small letters on two.
fn draw_name(drawing: &mut Drawing, name: &str, (left, y): (f32, f32), (set, room): (Type, f32)) {
    let shrunk = (room / set.width(name).max(f32::MIN_POSITIVE)).min(1.0);
    if shrunk >= LEAST_SHRUNK {
        let size = set.size * shrunk;
        drawing.write(name, (left, y), Align::Left, Type { size, ..set });
        return;
    }
    let small = Type {
        size: set.size * SMALL / NAME,
        ..set
    };
    let lines = small.wrap(name, room, 2);
    let step = small.size * LINE;
    let first = y - step * (lines.len() as f32 - 1.0) / 2.0;
    for (index, line) in lines.iter().enumerate() {
        let at = (left, first + step * index as f32);
        drawing.write(line, at, Align::Left, small);
    }
}

/// Left ends of words that are so wide, in their order, moved apart and inside.
fn apart(boxes: &[(f32, f32)], gap: f32, (left, right): (f32, f32)) -> Vec<f32> {
    let middle = boxes.len() / 2;
    let mut lefts: Vec<f32> = boxes.iter().map(|&(at, _)| at).collect();
    // The outer ones move away from the middle one.
    for index in (0..middle).rev() {
        lefts[index] = lefts[index].min(lefts[index + 1] - gap - boxes[index].1);
    }
    let mut least = left;
    for (at, &(_, width)) in lefts.iter_mut().zip(boxes) {
        *at = at.max(least);
        least = *at + width + gap;
    }
    let mut most = right;
    for (at, &(_, width)) in lefts.iter_mut().zip(boxes).rev() {
        *at = at.min(most - width);
        most = *at - gap;
    }
    lefts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_move_apart_and_stay_inside() {
        let boxes = [(10.0, 20.0), (20.0, 20.0), (90.0, 20.0)];
        let lefts = apart(&boxes, 5.0, (0.0, 100.0));
        // The middle one stays where there is room; the first moves left, the last inside.
        assert_eq!(lefts, [0.0, 25.0, 80.0]);
        let far = [(10.0, 20.0), (50.0, 20.0), (80.0, 20.0)];
        assert_eq!(apart(&far, 5.0, (0.0, 100.0)), [10.0, 50.0, 80.0]);
    }

    #[test]
    fn places_and_values_lead_to_each_other() {
        for &assumption in Assumption::ALL {
            let place = LeverPlace {
                assumption,
                rail: Area::new((100.0, 0.0), (500.0, 8.0)),
                hit: Area::new((86.0, 0.0), (514.0, 56.0)),
                head: Area::new((86.0, 0.0), (514.0, 56.0)),
                thumb: 14.0,
            };
            let info = assumption.info();
            assert_eq!(place.x_at(info.min), 100.0);
            assert_eq!(place.x_at(info.max), 500.0);
            for x in [100.0, 180.0, 333.0, 500.0] {
                assert!(
                    (place.x_at(place.value_at(x)) - x).abs() < 0.01,
                    "{assumption:?}"
                );
            }
            assert_eq!(place.x_at(place.value_at(900.0)), 500.0);
        }
    }
}
