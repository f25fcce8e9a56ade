//! The label of a node inside the Sankey: name, amount and Chinese share, readable on any ribbon.

use std::sync::Arc;

use eframe::egui::{Galley, Pos2, Rect, Ui, pos2, vec2};

use super::flow_hover::{amount, share_of};
use super::paint::{line, translucent};
use super::sankey::TABLE;
use super::style::{self, size};
use crate::model::Series;
use crate::report::World;
use crate::report::money_flow::{COLUMNS, Node, Place};
use crate::report::sankey::NodeBox;
use crate::theme::Role;

/// Nodes lower than this have name and amount in one line.
const TWO_LINES: f32 = 26.0;
/// Ribbons thinner than this would strike the words through: these stand on a ground.
const STRUCK: f32 = 13.0;
/// From a name to its amount.
const GAP: f32 = 6.0;
/// Room for two lines above or below a node.
const ROOM: f32 = 36.0;
/// What a label leaves of its column: the node, and a gap before the next one.
const MARGIN: f32 = 30.0;

/// Shows the label beside a node; that of all spending above it, where nothing flows.
pub fn show(ui: &Ui, world: &World<'_>, node: &Node, place: &NodeBox, rect: Rect) {
    let width = (rect.width() - TABLE) / (COLUMNS - 1) as f32 - MARGIN;
    let origin = rect.min + vec2(place.x, place.y);
    if node.place == Place::Spent {
        let middle = if place.y >= ROOM {
            -ROOM / 2.0
        } else if rect.height() - place.y - place.height >= ROOM {
            place.height + ROOM / 2.0
        } else {
            place.height / 2.0
        };
        let inside = middle > 0.0 && middle < place.height;
        let left = if inside { place.width + 7.0 } else { 0.0 };
        two_lines(ui, world, node, origin + vec2(left, middle), width);
        return;
    }
    let at = origin + vec2(place.width + 7.0, place.height / 2.0);
    if place.height >= TWO_LINES {
        two_lines(ui, world, node, at, width);
    } else {
        one_line(ui, world, node, place, (at, width));
    }
}

fn words(ui: &Ui, words: &str, is_name: bool, width: f32) -> Arc<Galley> {
    let (font, role) = if is_name {
        (style::semibold(size::BODY), Role::Text1)
    } else {
        (style::regular(size::LABEL), Role::Text2)
    };
    line(ui.painter(), words, font, style::color(ui, role), width)
}

/// The name in so much room: the short one where the long one is too wide.
fn name(ui: &Ui, node: &Node, width: f32) -> Arc<Galley> {
    let name = words(ui, &node.name, true, width);
    if name.elided {
        words(ui, &node.short_name, true, width)
    } else {
        name
    }
}

/// The name over amount and share, around the height of `at`.
fn two_lines(ui: &Ui, world: &World<'_>, node: &Node, at: Pos2, width: f32) {
    let name = name(ui, node, width);
    let amount = amount(world, node.amount);
    let share = format!("{:.0}\u{a0}%", 100.0 * share_of(node));
    let chinese = &world.locale.text.chain.chinese_short;
    let details = format!("{amount}  {share} {chinese}");
    let mut details = words(ui, &details, false, width);
    if details.elided {
        details = words(ui, &amount, false, width);
    }
    readable(ui, at - vec2(0.0, name.size().y), &name);
    readable(ui, at + vec2(0.0, 1.0), &details);
}

/// Name and amount behind each other; where there is little room, the amount in the unit of the
/// flow, or the name alone.
fn one_line(ui: &Ui, world: &World<'_>, node: &Node, place: &NodeBox, (at, width): (Pos2, f32)) {
    let unit = &Series::Capex.info().unit;
    let number = world.locale.numbers.axis_value(node.amount, unit);
    let pairs = [amount(world, node.amount), number].map(|amount| {
        let amount = words(ui, &amount, false, width);
        (name(ui, node, width - amount.size().x - GAP), Some(amount))
    });
    let fitting = pairs.into_iter().find(|(name, _)| !name.elided);
    let (name, amount) = fitting.unwrap_or_else(|| (name(ui, node, width), None));
    let beside = amount.as_ref().map_or(0.0, |amount| GAP + amount.size().x);
    if place.height < STRUCK {
        let ground = vec2(name.size().x + beside + 8.0, 15.0);
        let ground = Rect::from_min_size(at - vec2(4.0, 7.5), ground);
        let color = translucent(style::color(ui, Role::Card), 0.8);
        ui.painter().rect_filled(ground, 3.0, color);
    }
    readable(ui, at - vec2(0.0, name.size().y / 2.0), &name);
    if let Some(amount) = amount {
        let at = pos2(at.x + name.size().x + GAP, at.y - amount.size().y / 2.0);
        readable(ui, at, &amount);
    }
}

/// Paints words over an edge in the colour of the card, so that they read on any ribbon.
fn readable(ui: &Ui, at: Pos2, words: &Arc<Galley>) {
    const EDGE: f32 = 1.3;
    let card = translucent(style::color(ui, Role::Card), 0.7);
    let painter = ui.painter();
    for (x, y) in [
        (-1, -1),
        (0, -1),
        (1, -1),
        (-1, 0),
        (1, 0),
        (-1, 1),
        (0, 1),
        (1, 1),
    ] {
        let beside = at + EDGE * vec2(x as f32, y as f32);
        painter.galley_with_override_text_color(beside, words.clone(), card);
    }
    painter.galley(at, words.clone(), style::color(ui, Role::Text1));
}
