//! The Sankey: ribbons and nodes of a money flow, what the pointer is over, and its labels.

use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{Align2, Color32, Id, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::paint::{describe, line, text, translucent};
use super::style::{self, size};
use crate::model::{Measure, Series};
use crate::report::World;
use crate::report::money_flow::{COLUMNS, MoneyFlow, Node, Place};
use crate::report::sankey::{Layout, NodeBox, Ribbon};
use crate::theme::Role;

/// Straight pieces that a ribbon's edge is made of.
const STEPS: u8 = 24;
/// Room right of the last column for its table.
pub const TABLE: f32 = 262.0;
/// Right edge of the amounts, from the table's right edge.
pub const AMOUNTS: f32 = 54.0;

/// Nodes lower than this have no room for a name beside them.
const LEAST_LABELLED: f32 = 9.0;

/// What the pointer is over: nodes win over ribbons.
#[derive(Clone, Copy, PartialEq)]
enum Under {
    Node(usize),
    Ribbon(usize),
}

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
    let under = response
        .hover_pos()
        .and_then(|at| under(flow, layout, at - rect.min.to_vec2()));
    for (index, (link, ribbon)) in flow.links.iter().zip(&layout.ribbons).enumerate() {
        let is_lit = match under {
            Some(Under::Ribbon(lit)) => lit == index,
            Some(Under::Node(node)) => link.from == node || link.to == node,
            None => false,
        };
        let opacity = if is_lit { 0.5 } else { 0.24 };
        if link.amount > 0.0 {
            let color = translucent(style::color(ui, link.role), opacity);
            paint_ribbon(ui, ribbon, rect.min, color);
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

fn under(flow: &MoneyFlow, layout: &Layout, at: Pos2) -> Option<Under> {
    let node = layout.nodes.iter().position(|place| {
        box_rect(place, Pos2::ZERO)
            .expand2(vec2(3.0, 1.0))
            .contains(at)
    });
    let ribbon = || {
        let covers = |index: &usize| {
            flow.links[*index].amount > 0.0 && layout.ribbons[*index].covers(at.x, at.y)
        };
        (0..flow.links.len()).rev().find(covers)
    };
    node.map(Under::Node)
        .or_else(|| ribbon().map(Under::Ribbon))
}

/// A ribbon as a mesh, with thin lines over its edges: meshes alone are not anti-aliased.
fn paint_ribbon(ui: &Ui, ribbon: &Ribbon, origin: Pos2, color: Color32) {
    let mut mesh = Mesh::default();
    let (mut upper, mut lower) = (Vec::new(), Vec::new());
    for step in 0..=STEPS {
        let share = f32::from(step) / f32::from(STEPS);
        let x = ribbon.start.0 + (ribbon.end.0 - ribbon.start.0) * share;
        let top = origin + vec2(x, ribbon.y(share));
        let bottom = top + vec2(0.0, ribbon.thickness);
        for pos in [top, bottom] {
            mesh.vertices.push(Vertex {
                pos,
                uv: WHITE_UV,
                color,
            });
        }
        upper.push(top);
        lower.push(bottom);
    }
    for step in 0..u32::from(STEPS) {
        let first = 2 * step;
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first + 1, first + 3, first + 2);
    }
    ui.painter().add(Shape::mesh(mesh));
    let edge = Stroke::new(0.8, translucent(color, 0.7));
    ui.painter().line(upper, edge);
    ui.painter().line(lower, edge);
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

fn share_of(node: &Node) -> f64 {
    if node.amount > 0.0 {
        (node.chinese / node.amount).clamp(0.0, 1.0)
    } else {
        0.0
    }
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
        let percent = format!("{:.0}\u{a0}%", 100.0 * share_of(node));
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

fn amount(world: &World<'_>, value: f64) -> String {
    world.locale.amount(Series::Capex, value)
}

fn chinese_share(world: &World<'_>, node: &Node) -> String {
    let percent = format!("{:.0}\u{a0}%", 100.0 * share_of(node));
    format!("{percent} {}", world.locale.text.chain.chinese_short)
}

/// What the pointer is over, in words.
fn explain(world: &World<'_>, flow: &MoneyFlow, under: Under) -> String {
    match under {
        Under::Node(index) => node_sentence(world, &flow.nodes[index]),
        Under::Ribbon(index) => {
            let link = flow.links[index];
            let (from, to) = (&flow.nodes[link.from], &flow.nodes[link.to]);
            let share = format!("{:.0}\u{a0}%", 100.0 * link.amount / from.amount);
            world.locale.text.chain.link.fill(&[
                ("from", &from.name),
                ("to", &to.name),
                ("amount", &amount(world, link.amount)),
                ("share", &share),
            ])
        }
    }
}

fn node_sentence(world: &World<'_>, node: &Node) -> String {
    let text = &world.locale.text.chain;
    if node.amount < 0.0 {
        return text.loss.fill(&[
            ("name", &node.name),
            ("amount", &amount(world, -node.amount)),
        ]);
    }
    let share = format!("{:.0}\u{a0}%", 100.0 * share_of(node));
    text.node.fill(&[
        ("name", &node.name),
        ("amount", &amount(world, node.amount)),
        ("share", &share),
    ])
}
