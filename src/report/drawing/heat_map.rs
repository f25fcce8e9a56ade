//! Draws a heat map: coloured cells with numbers, and where the scenario stands between them.

use super::look::Look;
use super::pen::Type;
use super::{Align, Area, Drawing, Fill, Place, Stroke};
use crate::report::heat_map::{Cell, HeatMap, Tint};
use crate::theme::Role;

/// Height of the words under the columns, and of a line of the legend, in sizes of their letters.
const AXIS: f32 = 2.1;
const LEGEND: f32 = 1.7;
/// Lines of the legend, at most.
const LEGEND_LINES: usize = 3;
/// Radius of the ring where the scenario stands, in sizes of the smallest letters.
const RING: f32 = 0.5;
/// Lengths of the dashes that lead from there to the axes, in widths of their line.
const DASH: (f32, f32) = (3.0, 2.5);

/// Draws the map in an area.
pub fn draw(drawing: &mut Drawing, map: &HeatMap, area: Area, look: &Look) {
    let legend = Legend::new(map, area.width(), look);
    let quiet = Type::regular(look.tick, Role::Text3);
    let strong = Type::semibold(look.tick, look.ground);
    let rows = map.rows.iter().map(|words| quiet.width(words));
    let widest = rows.fold(strong.width(&map.own.row_text), f32::max);
    let plot = Area {
        left: area.left + widest + 2.0 * look.gap,
        bottom: area.bottom - legend.height() - look.tick * AXIS,
        ..area
    };
    let is_empty = map.rows.is_empty() || map.columns.is_empty();
    if is_empty || plot.width() < look.gap || plot.height() < look.gap {
        return;
    }
    let grid = Grid::new(map, look, plot);
    grid.fills(drawing);
    grid.hairlines(drawing);
    grid.numbers(drawing);
    grid.border(drawing);
    grid.axes(drawing, quiet);
    grid.own(drawing, strong);
    legend.draw(drawing, (area.left, area.bottom - legend.height()));
}

/// Where the cells stand.
struct Grid<'a> {
    map: &'a HeatMap,
    look: &'a Look,
    plot: Area,
    /// Width and height of a cell.
    cell: (f32, f32),
    /// Where the scenario stands, at the edge where it lies beyond.
    own: Place,
}

impl<'a> Grid<'a> {
    fn new(map: &'a HeatMap, look: &'a Look, plot: Area) -> Self {
        let cell = (
            plot.width() / map.columns.len() as f32,
            plot.height() / map.rows.len() as f32,
        );
        let inside = |value: f64, cell: f32, (least, most): (f32, f32)| {
            let place = least + value as f32 * cell;
            if place.is_finite() {
                place.clamp(least, most)
            } else {
                least
            }
        };
        let own = (
            inside(map.own.column, cell.0, (plot.left, plot.right)),
            inside(map.own.row, cell.1, (plot.top, plot.bottom)),
        );
        Self {
            map,
            look,
            plot,
            cell,
            own,
        }
    }

    fn area(&self, column: usize, row: usize) -> Area {
        let (width, height) = self.cell;
        let left = self.plot.left + column as f32 * width;
        let top = self.plot.top + row as f32 * height;
        Area::new((left, top), (left + width, top + height))
    }

    /// The cells with their places.
    fn cells(&self) -> impl Iterator<Item = (&Cell, Area)> {
        let rows = self.map.cells.iter().enumerate();
        rows.flat_map(move |(row, cells)| {
            let cells = cells.iter().enumerate();
            cells.map(move |(column, cell)| (cell, self.area(column, row)))
        })
    }

    fn fills(&self, drawing: &mut Drawing) {
        let air = self.look.hairline / 2.0;
        for (cell, area) in self.cells() {
            drawing.fill(area.shrunk((air, air)), self.look.hairline, fill(cell.tint));
        }
    }

    /// From where the scenario stands to both axes, under the numbers.
    fn hairlines(&self, drawing: &mut Drawing) {
        let width = self.look.hairline * 1.4;
        let stroke = Stroke::dashed(width, Role::Accent, (DASH.0 * width, DASH.1 * width));
        let (x, y) = self.own;
        drawing.level((self.plot.left, x), y, stroke);
        drawing.upright(x, (y, self.plot.bottom), stroke);
    }

    /// The numbers, over the hairlines and beside the ring. What is good stands out in more than
    /// its colour.
    fn numbers(&self, drawing: &mut Drawing) {
        for (cell, area) in self.cells() {
            let set = if cell.tint.role == Role::Good {
                Type::semibold(self.look.tick, Role::Text1)
            } else {
                Type::regular(self.look.tick, Role::Text1)
            };
            let room = area.width() - self.look.hairline * 2.0;
            if set.width(&cell.text) > room || self.cell.1 < set.size {
                continue;
            }
            let words = self.beside_ring(area, set.width(&cell.text), set.size);
            if self.is_crossed(words) {
                drawing.fill(words, 0.0, Fill::solid(self.look.ground));
                drawing.fill(words, 0.0, fill(cell.tint));
            }
            drawing.write(&cell.text, words.centre(), Align::Centre, set);
        }
    }

    /// Where words of a size stand in a cell: in its middle, or as near as the ring leaves free.
    fn beside_ring(&self, cell: Area, width: f32, size: f32) -> Area {
        let (x, y) = cell.centre();
        let half = (width / 2.0 + self.look.hairline * 2.0, size * 0.5);
        let at = |x: f32, y: f32| Area::new((x - half.0, y - half.1), (x + half.0, y + half.1));
        let reach = RING * self.look.tick + self.look.hairline * 3.0;
        let (own_x, own_y) = self.own;
        let ring = Area::new(
            (own_x - reach, own_y - reach),
            (own_x + reach, own_y + reach),
        );
        let free = |place: &Area| !place.overlaps(ring);
        let places = [
            (x, y),
            (ring.left - half.0, y),
            (ring.right + half.0, y),
            (x, ring.top - half.1),
            (x, ring.bottom + half.1),
        ];
        let inside = |place: &Area| {
            cell.holds((place.left, place.top)) && cell.holds((place.right, place.bottom))
        };
        let far = |place: &Area| {
            let (to_x, to_y) = place.centre();
            (to_x - x).hypot(to_y - y)
        };
        let places = places.into_iter().map(|(x, y)| at(x, y));
        places
            .filter(|place| free(place) && inside(place))
            .min_by(|a, b| far(a).total_cmp(&far(b)))
            .unwrap_or_else(|| at(x, y))
    }

    fn is_crossed(&self, words: Area) -> bool {
        let (x, y) = self.own;
        let is_level = (words.top..=words.bottom).contains(&y) && words.left < x;
        let is_upright = (words.left..=words.right).contains(&x) && words.bottom > y;
        is_level || is_upright
    }

    /// A line between cells that are good and cells that are not.
    fn border(&self, drawing: &mut Drawing) {
        let is_good = |column: usize, row: usize| {
            let cell = self.map.cells.get(row).and_then(|cells| cells.get(column));
            cell.map(|cell| cell.tint.role == Role::Good)
        };
        let differ = |a: Option<bool>, b: Option<bool>| a.zip(b).is_some_and(|(a, b)| a != b);
        let stroke = Stroke::solid(self.look.hairline * 1.8, Role::Text2);
        for row in 0..self.map.rows.len() {
            for column in 0..self.map.columns.len() {
                let (area, here) = (self.area(column, row), is_good(column, row));
                if differ(here, is_good(column + 1, row)) {
                    drawing.upright(area.right, (area.top, area.bottom), stroke);
                }
                if differ(here, is_good(column, row + 1)) {
                    drawing.level((area.left, area.right), area.bottom, stroke);
                }
            }
        }
    }

    /// The words under the columns and beside the rows, but where a flag stands.
    fn axes(&self, drawing: &mut Drawing, set: Type) {
        let gap = self.look.gap;
        let flag = self.flag_area(&self.map.own.column_text, self.column_flag());
        let mut free_from = f32::NEG_INFINITY;
        for (column, words) in self.map.columns.iter().enumerate() {
            let x = self.area(column, 0).centre().0;
            let half = set.width(words) / 2.0;
            let is_beside_flag = x + half < flag.left - gap || x - half > flag.right + gap;
            if is_beside_flag && x - half > free_from {
                free_from = x + half + gap;
                let at = (x, self.column_flag().1);
                drawing.write(words, at, Align::Centre, set);
            }
        }
        for (row, words) in self.map.rows.iter().enumerate() {
            let y = self.area(0, row).centre().1;
            let is_beside_flag = (y - self.own.1).abs() > set.size * 1.3;
            if is_beside_flag && self.cell.1 >= set.size {
                let at = (self.plot.left - gap, y);
                drawing.write(words, at, Align::Right, set);
            }
        }
    }

    /// A ring where the scenario stands, and a flag on each axis.
    fn own(&self, drawing: &mut Drawing, set: Type) {
        let (look, radius) = (self.look, RING * self.look.tick);
        for (width, role) in [
            (look.hairline * 4.5, look.ground),
            (look.hairline * 2.2, Role::Accent),
        ] {
            drawing.ring(self.own, radius, Stroke::solid(width, role));
        }
        let own = &self.map.own;
        let half = set.width(&own.row_text) / 2.0;
        let middle = (self.plot.left - look.gap - half, self.own.1);
        self.flag(drawing, &own.row_text, middle, set);
        self.flag(drawing, &own.column_text, self.column_flag(), set);
    }

    /// The middle of the flag under the columns, which stays under the plot.
    fn column_flag(&self) -> Place {
        let y = self.plot.bottom + self.look.tick * AXIS * 0.55;
        (self.own.0, y)
    }

    fn flag_area(&self, words: &str, (x, y): Place) -> Area {
        let set = Type::semibold(self.look.tick, self.look.ground);
        let half = set.width(words) / 2.0 + self.look.gap * 0.7;
        let x = x.min(self.plot.right - half);
        let height = self.look.tick * 0.72;
        Area::new((x - half, y - height), (x + half, y + height))
    }

    fn flag(&self, drawing: &mut Drawing, words: &str, middle: Place, set: Type) {
        let area = self.flag_area(words, middle);
        drawing.fill(area, self.look.gap * 0.4, Fill::solid(Role::Accent));
        drawing.write(words, area.centre(), Align::Centre, set);
    }
}

fn fill(tint: Tint) -> Fill {
    Fill::tint(tint.role, tint.strength)
}

/// What the tints and the ring mean, in as many lines as it takes.
struct Legend<'a> {
    look: &'a Look,
    set: Type,
    lines: Vec<Vec<Entry<'a>>>,
}

/// Words after a square of a tint, or after the ring where there is none.
struct Entry<'a> {
    tint: Option<Tint>,
    words: &'a str,
    width: f32,
}

impl<'a> Legend<'a> {
    fn new(map: &'a HeatMap, width: f32, look: &'a Look) -> Self {
        let set = Type::regular(look.tick, Role::Text3);
        let mark = look.tick + look.gap;
        let entry = |tint: Option<Tint>, words: &'a str| Entry {
            tint,
            words,
            width: mark + set.width(words) + 2.5 * look.gap,
        };
        let tints = map
            .legend
            .iter()
            .map(|(tint, words)| entry(Some(*tint), words));
        let mut lines: Vec<Vec<Entry<'a>>> = Vec::new();
        let mut room = 0.0;
        for entry in tints.chain([entry(None, &map.note)]) {
            let needed = entry.width;
            match lines.last_mut() {
                Some(line) if needed <= room => line.push(entry),
                _ => {
                    lines.push(vec![entry]);
                    room = width;
                }
            }
            room -= needed;
        }
        lines.truncate(LEGEND_LINES);
        Self { look, set, lines }
    }

    fn height(&self) -> f32 {
        self.lines.len() as f32 * LEGEND * self.look.tick
    }

    fn draw(&self, drawing: &mut Drawing, (left, top): Place) {
        let look = self.look;
        for (row, line) in self.lines.iter().enumerate() {
            let y = top + (row as f32 + 0.5) * LEGEND * look.tick;
            let mut left = left;
            for entry in line {
                let half = look.tick * 0.42;
                let middle = (left + half, y);
                match entry.tint {
                    Some(tint) => {
                        let square = Area::new((left, y - half), (left + 2.0 * half, y + half));
                        drawing.fill(square, look.gap * 0.3, fill(tint));
                    }
                    None => drawing.ring(
                        middle,
                        half * 0.8,
                        Stroke::solid(look.hairline * 2.0, Role::Accent),
                    ),
                }
                let start = left + look.tick + look.gap * 0.5;
                drawing.write(entry.words, (start, y), Align::Left, self.set);
                left += entry.width;
            }
        }
    }
}
