//! The labels of the nodes inside a drawn flow: name, amount and Chinese part.

use super::flow::{FlowStage, chinese_share};
use super::free_place::Occupied;
use super::look::Look;
use super::pen::Type;
use super::{Align, Area, Drawing, Fill, Place as Spot};
use crate::model::Series;
use crate::report::money_flow::{COLUMNS, MoneyFlow, Node, Place};
use crate::report::world::World;
use crate::theme::Role;

/// Height of a line, in sizes of its letters.
const LINE: f32 = 1.24;
/// How much of what is behind words their veil hides.
const VEIL: f32 = 0.8;
/// Distances that the first label may have from its node, in gaps.
const AWAY: [f32; 6] = [0.4, 1.0, 1.8, 2.8, 4.0, 6.0];

/// What the labels stand on.
pub(super) struct Labels<'a> {
    pub world: &'a World<'a>,
    pub stage: &'a FlowStage,
    pub look: &'a Look,
}

impl Labels<'_> {
    /// Draws the labels of all columns but the last; ribbons and nodes are on the sheet from the
    /// shape `behind` on.
    pub fn draw(&self, drawing: &mut Drawing, flow: &MoneyFlow, behind: usize) {
        let occupied = Occupied::of(&drawing.shapes[behind..], self.stage.plot);
        for (node, &place) in flow.nodes.iter().zip(&self.stage.nodes) {
            if node.place.column() < COLUMNS - 1 && node.amount != 0.0 {
                let label = Label {
                    world: self.world,
                    node,
                    place,
                    look: self.look,
                    width: self.stage.pitch(self.look) - place.width() - self.look.gap * 1.8,
                };
                label.draw(drawing, &occupied);
            }
        }
    }
}

/// The label of a node.
struct Label<'a> {
    world: &'a World<'a>,
    node: &'a Node,
    place: Area,
    look: &'a Look,
    /// Room for words.
    width: f32,
}

impl Label<'_> {
    fn draw(&self, drawing: &mut Drawing, occupied: &Occupied) {
        let beside = (
            self.place.right + self.look.gap * 0.7,
            self.place.centre().1,
        );
        let is_first = self.node.place == Place::Spent;
        let alone = if is_first { self.alone(occupied) } else { None };
        match alone {
            Some(place) => self.two_lines(drawing, (place.left, place.centre().1)),
            None if is_first || self.place.height() >= self.height() => {
                self.two_lines(drawing, beside);
            }
            None => self.one_line(drawing, beside),
        }
    }

    /// Height of two lines.
    fn height(&self) -> f32 {
        2.0 * LINE * self.look.tick
    }

    /// A place above or below the node where nothing flows.
    fn alone(&self, occupied: &Occupied) -> Option<Area> {
        let width = self
            .details(self.width)
            .1
            .max(self.strong().width(&self.node.name));
        let (gap, height, place) = (self.look.gap, self.height(), self.place);
        let places = AWAY.into_iter().flat_map(|away| {
            let tops = [place.top - height - away * gap, place.bottom + away * gap];
            let sized = move |top| Area::new((place.left, top), (place.left + width, top + height));
            tops.map(|top| (sized(top), away * gap))
        });
        occupied.freest(places)
    }

    fn strong(&self) -> Type {
        Type::semibold(self.look.tick, Role::Text1)
    }

    fn quiet(&self) -> Type {
        Type::regular(self.look.tick, Role::Text2)
    }

    /// The name in so much room: the short one where the long one is too wide.
    fn name(&self, width: f32) -> String {
        let strong = self.strong();
        if strong.width(&self.node.name) <= width {
            self.node.name.clone()
        } else {
            strong.fit(&self.node.short_name, width)
        }
    }

    fn amount(&self) -> String {
        self.world.locale.amount(Series::Capex, self.node.amount)
    }

    /// Amount and share, or the amount alone where there is little room; and how wide that is.
    fn details(&self, room: f32) -> (String, f32) {
        let quiet = self.quiet();
        let share = 100.0 * chinese_share(self.node);
        let chinese = &self.world.locale.text.chain.chinese_short;
        let whole = format!("{}  {share:.0}\u{a0}% {chinese}", self.amount());
        let words = if quiet.width(&whole) <= room {
            whole
        } else {
            quiet.fit(&self.amount(), room)
        };
        let width = quiet.width(&words);
        (words, width)
    }

    /// The name over amount and share.
    fn two_lines(&self, drawing: &mut Drawing, (x, y): Spot) {
        let half = LINE * self.look.tick / 2.0;
        let name = self.name(self.width);
        drawing.write(&name, (x, y - half), Align::Left, self.strong());
        let details = self.details(self.width).0;
        drawing.write(&details, (x, y + half), Align::Left, self.quiet());
    }

    /// Name and amount behind each other; where there is little room, the amount in the unit of the
    /// flow, or the name alone.
    fn one_line(&self, drawing: &mut Drawing, (x, y): Spot) {
        let (strong, quiet, gap) = (self.strong(), self.quiet(), self.look.gap * 0.8);
        let unit = &Series::Capex.info().unit;
        let number = self.world.locale.numbers.axis_value(self.node.amount, unit);
        let names = [&self.node.name, &self.node.short_name];
        let amounts = [self.amount(), number];
        // A short name is better than an amount without its unit beside others that have it.
        let pairs = amounts
            .into_iter()
            .flat_map(|amount| names.map(|name| (name.clone(), amount.clone())));
        let room = self.width;
        let fitting = pairs
            .into_iter()
            .find(|(name, amount)| strong.width(name) + gap + quiet.width(amount) <= room);
        let (name, amount) = fitting.unwrap_or_else(|| (self.name(room), String::new()));
        let second = strong.width(&name) + gap;
        let width = if amount.is_empty() {
            second - gap
        } else {
            second + quiet.width(&amount)
        };
        let half = self.look.tick * 0.56;
        if self.place.height() < 2.0 * half {
            // Thin ribbons would strike the words through.
            let edge = self.look.gap * 0.35;
            let ground = Area::new((x - edge, y - half), (x + width + edge, y + half));
            drawing.fill(ground, edge, Fill::tint(self.look.ground, VEIL));
        }
        drawing.write(&name, (x, y), Align::Left, strong);
        drawing.write(&amount, (x + second, y), Align::Left, quiet);
    }
}
