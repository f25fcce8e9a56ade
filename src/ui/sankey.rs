//! The Sankey: ribbons and nodes of a money flow, what the pointer is over, and its labels.

use eframe::egui::{Align2, Id, Pos2, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::flow_hover::{self, Under, explain, node_sentence, share_of};
use super::paint::{focus_ring, text, text_within, translucent};
use super::style::{self, size};
use super::{explained, flow_label, flow_ribbon};
use crate::app::Command;
use crate::model::{Measure, Reference, Segment, Series};
use crate::report::World;
use crate::report::money_flow::{MoneyFlow, Node, Place};
use crate::report::sankey::{Layout, NodeBox};
use crate::theme::Role;

/// Room right of the last column for its table.
pub const TABLE: f32 = 262.0;
/// Right edge of the amounts, from the table's right edge.
pub const AMOUNTS: f32 = 54.0;

/// Shows the flow in `rect`, whose right part holds the table of who captures it; gives the number
/// that is to be explained.
pub fn show(
    ui: &Ui,
    world: &World<'_>,
    flow: &MoneyFlow,
    layout: &Layout,
    rect: Rect,
    measure: Measure,
) -> Option<Command> {
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
    let mut wanted = None;
    for (node, place) in flow.nodes.iter().zip(&layout.nodes) {
        match node.place {
            Place::Captured(segment) => {
                let of = (segment, measure);
                wanted = table_row(ui, world, node, of, place, rect).or(wanted);
            }
            _ if node.amount != 0.0 => flow_label::show(ui, world, node, place, rect),
            _ => {}
        }
    }
    if let Some(under) = under {
        response.on_hover_text_at_pointer(explain(world, flow, under));
    }
    for (node, place) in flow.nodes.iter().zip(&layout.nodes) {
        let place = box_rect(place, rect.min);
        let (id, sentence) = (("node", node.place), node_sentence(world, node));
        let reference = Reference::Series(node.place.series(), world.year);
        let (response, clicked) = explained::number(ui, id, place, &sentence, reference);
        focus_ring(ui, &response, place, 2);
        wanted = clicked.or(wanted);
    }
    wanted
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

/// What a node of the last column says in the table beside it.
fn table_row(
    ui: &Ui,
    world: &World<'_>,
    node: &Node,
    (segment, measure): (Segment, Measure),
    place: &NodeBox,
    rect: Rect,
) -> Option<Command> {
    let painter = ui.painter();
    let ink = style::color(ui, Role::Text1);
    let quiet = style::color(ui, Role::Text3);
    let (plain, strong) = (style::regular(size::BODY), style::semibold(size::BODY));
    let y = rect.top() + place.middle();
    let left = pos2(rect.left() + place.x + place.width + 9.0, y);
    let (name, width) = (&node.name, TABLE - AMOUNTS - 68.0);
    let anchor = Align2::LEFT_CENTER;
    text_within(painter, left, anchor, name, plain.clone(), ink, width);
    let series = Series::of_segment(segment, measure);
    let value = world.run.get(series, world.year);
    let unit = &Series::Capex.info().unit;
    let number = world.locale.numbers.axis_value(value, unit);
    let at = pos2(rect.right() - AMOUNTS, y);
    let anchor = Align2::RIGHT_CENTER;
    let shown = text(painter, at, anchor, &number, strong.clone(), ink);
    let (id, reference) = (("amount", segment), Reference::Series(series, world.year));
    let wanted = explained::cell(ui, id, shown, &number, reference);
    let percent = if node.amount > 0.0 {
        format!("{:.0}\u{a0}%", 100.0 * share_of(node))
    } else {
        "–".to_owned()
    };
    let (font, color) = if share_of(node) >= 0.5 {
        (strong, ink)
    } else {
        (plain, quiet)
    };
    let at = pos2(rect.right(), y);
    text(painter, at, anchor, &percent, font, color);
    wanted
}
