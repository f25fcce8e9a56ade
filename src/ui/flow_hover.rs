//! What the pointer is over in the Sankey, and what there is to say about it.

use std::time::Duration;

use eframe::egui::{Id, Pos2, Rect, Ui, vec2};

use crate::model::Series;
use crate::report::World;
use crate::report::money_flow::{MoneyFlow, Node, Place};
use crate::report::sankey::{Layout, NodeBox};

/// What is lit stays lit for so long after the pointer has left it: crossing thin ribbons does
/// not flicker.
const LINGER: Duration = Duration::from_millis(80);

/// What the pointer is over: nodes win over ribbons.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Under {
    /// A node, by its index.
    Node(usize),
    /// A ribbon, by its index.
    Ribbon(usize),
}

/// What is lit, and what the pointer has been over since when.
#[derive(Clone, Copy, Default, PartialEq)]
struct Hover {
    lit: Option<Under>,
    over: Option<Under>,
    since: f64,
}

impl Hover {
    /// Follows the pointer at a time in seconds.
    fn follow(self, over: Option<Under>, now: f64) -> Self {
        let since = if over == self.over { self.since } else { now };
        let is_settled = self.lit.is_none() || now - since >= LINGER.as_secs_f64();
        Self {
            lit: if is_settled { over } else { self.lit },
            over,
            since,
        }
    }
}

/// What is to be lit, given where the pointer is in the flow.
pub fn lit(ui: &Ui, flow: &MoneyFlow, layout: &Layout, at: Option<Pos2>) -> Option<Under> {
    let id = Id::unique("lit in the flow");
    let before: Hover = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let now = ui.input(|input| input.time);
    let after = before.follow(at.and_then(|at| under(flow, layout, at)), now);
    ui.data_mut(|data| data.insert_temp(id, after));
    if after.lit != after.over {
        ui.ctx().request_repaint_after(LINGER);
    }
    after.lit
}

fn under(flow: &MoneyFlow, layout: &Layout, at: Pos2) -> Option<Under> {
    let covers = |place: &NodeBox| {
        let min = Pos2::new(place.x, place.y);
        let rect = Rect::from_min_size(min, vec2(place.width, place.height));
        rect.expand2(vec2(3.0, 1.0)).contains(at)
    };
    let node = layout.nodes.iter().position(covers).map(Under::Node);
    let ribbon = || {
        let covers = |index: &usize| {
            flow.links[*index].amount > 0.0 && layout.ribbons[*index].covers(at.x, at.y)
        };
        (0..flow.links.len()).rev().find(covers).map(Under::Ribbon)
    };
    node.or_else(ribbon)
}

/// What the pointer is over, in words.
pub fn explain(world: &World<'_>, flow: &MoneyFlow, under: Under) -> String {
    match under {
        Under::Node(index) => node_sentence(world, &flow.nodes[index]),
        Under::Ribbon(index) => {
            let link = flow.links[index];
            let numbers = world.locale.numbers;
            let (from, to) = (&flow.nodes[link.from], &flow.nodes[link.to]);
            world.locale.text.chain.link.fill(&[
                ("from", &from.name),
                ("to", &to.name),
                ("amount", &amount(world, link.amount)),
                ("share", &numbers.share(link.amount / from.amount)),
            ])
        }
    }
}

/// A node in words: its amount, its share of all spending, and the Chinese part of it.
pub fn node_sentence(world: &World<'_>, node: &Node) -> String {
    let text = &world.locale.text.chain;
    let (sentence, money) = if node.amount < 0.0 {
        (&text.loss, -node.amount)
    } else if node.place == Place::Spent {
        (&text.node, node.amount)
    } else {
        (&text.part, node.amount)
    };
    let numbers = world.locale.numbers;
    let spent = world.now(Series::Capex);
    sentence.fill(&[
        ("name", &node.name),
        ("amount", &amount(world, money)),
        ("spending", &numbers.share(node.amount / spent)),
        ("share", &numbers.share(share_of(node))),
    ])
}

/// The Chinese part of a node.
pub fn share_of(node: &Node) -> f64 {
    if node.amount > 0.0 {
        (node.chinese / node.amount).clamp(0.0, 1.0)
    } else {
        0.0
    }
}

/// Money as it stands in a sentence.
pub fn amount(world: &World<'_>, value: f64) -> String {
    world.locale.amount(Series::Capex, value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_lit_lingers_and_does_not_flicker() {
        let (node, ribbon) = (Some(Under::Node(1)), Some(Under::Ribbon(2)));
        let lit = Hover::default().follow(node, 1.0);
        assert_eq!(lit.lit, node, "at once where nothing was lit");
        let crossing = lit.follow(ribbon, 2.0).follow(ribbon, 2.05);
        assert_eq!(crossing.lit, node);
        assert_eq!(crossing.follow(ribbon, 2.09).lit, ribbon);
        assert_eq!(crossing.follow(node, 2.06).follow(node, 2.07).lit, node);
        let left = lit.follow(None, 3.0);
        assert_eq!((left.lit, left.follow(None, 3.1).lit), (node, None));
    }
}
