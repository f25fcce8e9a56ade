//! The labels of the nodes inside a drawn flow: name, amount and Chinese part.

use super::flow::{FlowStage, chinese_share};
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

/// Draws the labels of all columns but the last.
pub(super) fn draw(
    drawing: &mut Drawing,
    world: &World<'_>,
    flow: &MoneyFlow,
    stage: &FlowStage,
    look: &Look,
) {
    for (node, &place) in flow.nodes.iter().zip(&stage.nodes) {
        if node.place.column() < COLUMNS - 1 && node.amount != 0.0 {
            let label = Label {
                world,
                node,
                place,
                look,
                width: stage.pitch(look) - place.width() - look.gap * 1.8,
            };
            label.draw(drawing, stage.plot);
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
    fn draw(&self, drawing: &mut Drawing, plot: Area) {
        let two_lines = 2.0 * LINE * self.look.tick;
        let beside = (
            self.place.right + self.look.gap * 0.7,
            self.place.centre().1,
        );
        if self.node.place == Place::Spent {
            // Above it or below it, where nothing flows.
            let middle = two_lines / 2.0 + self.look.gap * 0.4;
            if self.place.top - plot.top >= two_lines + self.look.gap * 0.4 {
                self.two_lines(drawing, (self.place.left, self.place.top - middle));
            } else if plot.bottom - self.place.bottom >= two_lines + self.look.gap * 0.4 {
                self.two_lines(drawing, (self.place.left, self.place.bottom + middle));
            } else {
                self.two_lines(drawing, beside);
            }
        } else if self.place.height() >= two_lines {
            self.two_lines(drawing, beside);
        } else {
            self.one_line(drawing, beside);
        }
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

    /// The name over amount and share.
    fn two_lines(&self, drawing: &mut Drawing, (x, y): Spot) {
        let half = LINE * self.look.tick / 2.0;
        let name = self.name(self.width);
        drawing.write(&name, (x, y - half), Align::Left, self.strong());
        let share = 100.0 * chinese_share(self.node);
        let chinese = &self.world.locale.text.chain.chinese_short;
        let whole = format!("{}  {share:.0}\u{a0}% {chinese}", self.amount());
        let details = if self.quiet().width(&whole) <= self.width {
            whole
        } else {
            self.quiet().fit(&self.amount(), self.width)
        };
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
        let pairs = names.into_iter().flat_map(|name| {
            amounts
                .iter()
                .map(move |amount| (name.clone(), amount.clone()))
        });
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
