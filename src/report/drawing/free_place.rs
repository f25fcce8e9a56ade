//! Where words may stand on a sheet: where least of what is drawn lies behind them.

use super::clip::within;
use super::{Area, Place, Shape};

/// What words cost that stand on other words or dots, in points of a line behind them.
const ON_WORDS: f32 = 5_000.0;
/// What words cost that stand wholly on an area, in their own widths.
const ON_AREA: f32 = 0.6;
/// Samples across words, and down.
const SAMPLES: (u8, u8) = (8, 3);

/// What is in the way of words.
pub struct Occupied {
    room: Area,
    segments: Vec<(Place, Place)>,
    boxes: Vec<Area>,
    bands: Vec<Vec<(f32, f32, f32)>>,
}

impl Occupied {
    /// What `shapes` leave free of a room.
    pub fn of(shapes: &[Shape], room: Area) -> Self {
        let mut occupied = Self {
            room,
            segments: Vec::new(),
            boxes: Vec::new(),
            bands: Vec::new(),
        };
        for shape in shapes {
            occupied.add(shape);
        }
        occupied
    }

    fn add(&mut self, shape: &Shape) {
        match shape {
            Shape::Line { points, .. } => {
                let pairs = points.windows(2).map(|pair| (pair[0], pair[1]));
                self.segments.extend(pairs);
            }
            Shape::Band { steps, .. } => self.bands.push(steps.clone()),
            Shape::Text(text) => self.boxes.push(text.area()),
            Shape::Rect { area, .. } => self.boxes.push(*area),
            Shape::Circle { centre, radius, .. } => self.boxes.push(Area::new(
                (centre.0 - radius, centre.1 - radius),
                (centre.0 + radius, centre.1 + radius),
            )),
            Shape::Polygon { points, .. } => self.boxes.extend(around(points)),
        }
    }

    /// The place with the lowest cost, its own added to that of what is behind it; none where all
    /// leave the room.
    pub fn freest(&self, places: impl IntoIterator<Item = (Area, f32)>) -> Option<Area> {
        let is_inside = |place: Area| {
            place.left >= self.room.left
                && place.right <= self.room.right
                && place.top >= self.room.top
                && place.bottom <= self.room.bottom
        };
        let inside = places.into_iter().filter(|place| is_inside(place.0));
        let costs = inside.map(|(place, own)| (place, own + self.cost(place)));
        costs
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(place, _)| place)
    }

    /// How much is behind a place: nothing is 0.
    pub fn cost(&self, place: Area) -> f32 {
        let lines: f32 = self
            .segments
            .iter()
            .map(|&(from, to)| length_inside(from, to, place))
            .sum();
        let words = self.boxes.iter().filter(|other| other.overlaps(place));
        lines + words.count() as f32 * ON_WORDS + self.part_on_areas(place) * place.width()
    }

    fn part_on_areas(&self, place: Area) -> f32 {
        let (columns, rows) = SAMPLES;
        let part = |index: u8, count: u8| f32::from(index) / f32::from(count - 1);
        let mut covered = 0_u8;
        for column in 0..columns {
            for row in 0..rows {
                let x = place.left + place.width() * part(column, columns);
                let y = place.top + place.height() * part(row, rows);
                covered += u8::from(self.bands.iter().any(|band| holds(band, (x, y))));
            }
        }
        ON_AREA * f32::from(covered) / f32::from(columns * rows)
    }
}

/// The box around places.
fn around(points: &[Place]) -> Option<Area> {
    let (first, rest) = points.split_first()?;
    let start = Area::new(*first, *first);
    Some(rest.iter().fold(start, |area, point| Area {
        left: area.left.min(point.0),
        top: area.top.min(point.1),
        right: area.right.max(point.0),
        bottom: area.bottom.max(point.1),
    }))
}

fn length_inside(from: Place, to: Place, place: Area) -> f32 {
    let wide = |(x, y): Place| (f64::from(x), f64::from(y));
    let across = (f64::from(place.left), f64::from(place.right));
    let down = (f64::from(place.top), f64::from(place.bottom));
    within(wide(from), wide(to), (across, down)).map_or(0.0, |(start, end)| {
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        length * (end - start) as f32
    })
}

fn holds(band: &[(f32, f32, f32)], (x, y): Place) -> bool {
    band.windows(2).any(|pair| {
        let (from, to) = (pair[0], pair[1]);
        if !(from.0..=to.0).contains(&x) {
            return false;
        }
        let share = (x - from.0) / (to.0 - from.0).max(f32::MIN_POSITIVE);
        let one = from.1 + (to.1 - from.1) * share;
        let other = from.2 + (to.2 - from.2) * share;
        (one.min(other)..=one.max(other)).contains(&y)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::drawing::{Fill, Stroke};
    use crate::theme::Role;

    const ROOM: Area = Area {
        left: 0.0,
        top: 0.0,
        right: 100.0,
        bottom: 100.0,
    };

    fn area(left: f32, top: f32) -> Area {
        Area::new((left, top), (left + 20.0, top + 10.0))
    }

    #[test]
    fn words_stand_where_no_line_is() {
        let line = Shape::Line {
            points: vec![(0.0, 5.0), (100.0, 5.0)],
            stroke: Stroke::solid(1.0, Role::Accent),
        };
        let occupied = Occupied::of(&[line], ROOM);
        assert!((occupied.cost(area(0.0, 0.0)) - 20.0).abs() < 1e-3);
        assert_eq!(occupied.cost(area(0.0, 20.0)), 0.0);
        let places = [
            (area(0.0, 0.0), 0.0),
            (area(0.0, 20.0), 5.0),
            (area(90.0, 20.0), 0.0),
        ];
        assert_eq!(occupied.freest(places), Some(area(0.0, 20.0)));
        assert_eq!(occupied.freest([(area(90.0, 0.0), 0.0)]), None);
    }

    #[test]
    fn a_line_is_better_than_words_and_half_an_area_costs_half() {
        let disc = Shape::Circle {
            centre: (10.0, 5.0),
            radius: 2.0,
            fill: None,
            stroke: None,
        };
        let band = Shape::Band {
            steps: vec![(0.0, 25.0, 100.0), (100.0, 25.0, 100.0)],
            fill: Fill::solid(Role::Accent),
        };
        let occupied = Occupied::of(&[disc, band], ROOM);
        assert!(occupied.cost(area(0.0, 0.0)) >= ON_WORDS);
        // Two of three rows of samples stand on the band.
        let part = occupied.cost(area(0.0, 20.0));
        assert!((part - 20.0 * ON_AREA * 2.0 / 3.0).abs() < 1e-3, "{part}");
    }
}
