//! The Sankey: ribbons and nodes of a money flow, what the pointer is over, and its labels.

use eframe::egui::{Align2, Id, Pos2, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::flow_hover::{self, Under, amount, explain, node_sentence, share_of};
use super::flow_ribbon;
use super::paint::{describe, line, text, translucent};
use super::style::{self, size};
use crate::model::{Measure, Series};
use crate::report::World;
use crate::report::money_flow::{COLUMNS, MoneyFlow, Node, Place};
use crate::report::sankey::{Layout, NodeBox};
use crate::theme::Role;

/// Room right of the last column for its table.
pub const TABLE: f32 = 262.0;
/// Right edge of the amounts, from the table's right edge.
pub const AMOUNTS: f32 = 54.0;

/// Nodes lower than this have no room for a name beside them.
const LEAST_LABELLED: f32 = 9.0;

/// Shows the flow in `rect`, whose right part holds the table of who captures it.
pub fn show(
    ui: &Ui,
    world: &World<'_>,
    flow: &MoneyFlow,
    layout: &Layout,
    rect: Rect,
    measure: Measure,
) {
    let response = ui.interact(rect, Id::unique("sankey"), Sense::hover());
    let pointer = response.hover_pos().map(|at| at - rect.min.to_vec2());
    let under = flow_hover::lit(ui, flow, layout, pointer);
    for (index, (link, ribbon)) in flow.links.iter().zip(&layout.ribbons).enumerate() {
        let is_lit = match under {
            Some(Under::Ribbon(lit)) => lit == index,
            Some(Under::Node(node)) => link.from == node || link.to == node,
            None => false,
        };
        let opacity = if is_lit { 0.5 } else { 0.24 };
        if link.amount > 0.0 {
            let color = translucent(style::color(ui, link.role), opacity);
            flow_ribbon::paint(ui, ribbon, rect.min, color);
        }
    }
    for (node, place) in flow.nodes.iter().zip(&layout.nodes) {
        if node.amount != 0.0 {
            paint_node(ui, node, place, rect.min);
        }
    }
    labels(ui, world, flow, layout, rect, measure);
    if let Some(under) = under {
        response.on_hover_text_at_pointer(explain(world, flow, under));
    }
    for (node, place) in flow.nodes.iter().zip(&layout.nodes) {
        let place = box_rect(place, rect.min);
        describe(ui, ("node", node.place), place, &node_sentence(world, node));
    }
}

fn box_rect(place: &NodeBox, origin: Pos2) -> Rect {
    let min = origin + vec2(place.x, place.y);
    Rect::from_min_size(min, vec2(place.width, place.height))
}

/// A node: a tint, the Chinese part solid from the bottom; a loss as an empty outline.
fn paint_node(ui: &Ui, node: &Node, place: &NodeBox, origin: Pos2) {
    let color = style::color(ui, node.role);
    let rect = box_rect(place, origin);
    let painter = ui.painter();
    if node.amount < 0.0 {
        let outline = rect.expand2(vec2(0.0, 3.0));
        let stroke = Stroke::new(1.2, color);
        painter.rect_stroke(outline, 1.5, stroke, eframe::egui::StrokeKind::Inside);
        return;
    }
    painter.rect_filled(rect, 1.5, style::color(ui, Role::Card));
    painter.rect_filled(rect, 1.5, translucent(color, 0.45));
    let share = share_of(node) as f32;
    let solid = rect.with_min_y(rect.bottom() - rect.height() * share);
    painter.rect_filled(solid, 1.5, color);
}

/// Names beside the nodes; at the last column a table.
fn labels(
    ui: &Ui,
    world: &World<'_>,
    flow: &MoneyFlow,
    layout: &Layout,
    rect: Rect,
    measure: Measure,
) {
    let painter = ui.painter();
    let ink = style::color(ui, Role::Text1);
    let quiet = style::color(ui, Role::Text3);
    for (node, place) in flow.nodes.iter().zip(&layout.nodes) {
        let Place::Captured(segment) = node.place else {
            if place.height >= LEAST_LABELLED {
                inner_label(ui, world, node, place, rect);
            }
            continue;
        };
        let y = rect.top() + place.middle();
        let left = rect.left() + place.x + place.width + 9.0;
        let name = line(
            painter,
            &node.name,
            style::regular(size::BODY),
            ink,
            TABLE - AMOUNTS - 68.0,
        );
        painter.galley(pos2(left, y - name.size().y / 2.0), name, ink);
        let value = world
            .run
            .get(Series::of_segment(segment, measure), world.year);
        let number = world
            .locale
            .numbers
            .axis_value(value, &Series::Capex.info().unit);
        let at = pos2(rect.right() - AMOUNTS, y);
        text(
            painter,
            at,
            Align2::RIGHT_CENTER,
            &number,
            style::semibold(size::BODY),
            ink,
        );
        let percent = if node.amount > 0.0 {
            world.locale.numbers.whole_share(share_of(node))
        } else {
            "–".to_owned()
        };
        let (font, color) = if share_of(node) >= 0.5 {
            (style::semibold(size::BODY), ink)
        } else {
            (style::regular(size::BODY), quiet)
        };
        let at = pos2(rect.right(), y);
        text(painter, at, Align2::RIGHT_CENTER, &percent, font, color);
    }
}

/// Name, amount and Chinese share beside a node that is not in the last column.
fn inner_label(ui: &Ui, world: &World<'_>, node: &Node, place: &NodeBox, rect: Rect) {
    let painter = ui.painter();
    let left = rect.left() + place.x + place.width + 7.0;
    let column = (rect.width() - TABLE) / (COLUMNS - 1) as f32;
    let y = rect.top() + place.middle();
    let ink = style::color(ui, Role::Text1);
    let name = line(
        painter,
        &node.name,
        style::semibold(size::BODY),
        ink,
        column - 34.0,
    );
    let details = format!(
        "{}  {}",
        amount(world, node.amount),
        chinese_share(world, node)
    );
    let color = style::color(ui, Role::Text2);
    let below = |words: &str| {
        line(
            painter,
            words,
            style::regular(size::LABEL),
            color,
            column - 24.0,
        )
    };
    let mut details = below(&details);
    if details.elided {
        details = below(&amount(world, node.amount));
    }
    if place.height >= 26.0 {
        painter.galley(pos2(left, y - name.size().y), name, ink);
        painter.galley(pos2(left, y + 1.0), details, color);
    } else {
        painter.galley(pos2(left, y - name.size().y / 2.0), name, ink);
    }
}

fn chinese_share(world: &World<'_>, node: &Node) -> String {
    let percent = world.locale.numbers.whole_share(share_of(node));
    format!("{percent} {}", world.locale.text.chain.chinese_short)
}
