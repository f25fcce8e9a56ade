//! Draws the flow of a year's money: ribbons, nodes, their labels, and the table of who keeps it.

use super::flow_labels::Labels;
use super::flow_table::Table;
use super::look::Look;
use super::pen::Type;
use super::{Align, Area, Drawing, Fill, Shape, Stroke};
use crate::model::Series;
use crate::report::money_flow::{COLUMNS, MoneyFlow, Node, flow_of, money_flow};
use crate::report::sankey::{self, NodeBox, Ribbon};
use crate::report::world::World;
use crate::theme::Role;

/// Straight pieces that a ribbon is made of.
const STEPS: u8 = 24;
/// How strong ribbons are, and nodes where nothing is Chinese.
const RIBBON: f32 = 0.26;
const TINT: f32 = 0.45;
/// The page's letters, whose sizes the geometry is made for.
const GEOMETRY_LETTERS: f32 = 13.5;
/// From one row of the table to the next, in sizes of its letters: at least, and at most.
const ROWS: (f32, f32) = (1.1, 1.3);
/// At most this part of the height is between the nodes of the last column.
const BETWEEN: f32 = 0.45;
/// Heights of the rows over the flow, in sizes of their letters.
const LEGEND: f32 = 1.8;
const HEADS: f32 = 2.1;

/// Draws the flow of the year in view.
pub fn draw(drawing: &mut Drawing, world: &World<'_>, area: Area, look: &Look) {
    let flow = money_flow(world);
    let table = Table::new(world, &flow, look, area.width());
    // Where there is little height, the legend stands in the place of the heads of the columns.
    let least = (LEGEND + HEADS + ROWS.0 * table.rows_between()) * look.tick;
    let is_low = area.height() < least;
    let heads = if is_low {
        area.top
    } else {
        area.top + look.tick * LEGEND
    };
    let top = heads + look.tick * HEADS;
    let plot = Area::new((area.left, top), (area.right, area.bottom));
    let stage = FlowStage::new(world, &flow, plot, &table, look);
    if stage.plot.width() < look.gap * 10.0 || stage.plot.height() < look.gap * 4.0 {
        return;
    }
    let legend_room = if is_low { stage.plot } else { area };
    let legend_room = Area {
        top: area.top,
        ..legend_room
    };
    legend(drawing, world, legend_room, look);
    if !is_low {
        column_heads(drawing, world, (heads, &stage), look);
    }
    table.heads(drawing, world, &stage, heads + look.tick * 0.7);
    let rule = Stroke::solid(look.hairline, Role::Stroke);
    let ends = (area.left, area.right);
    drawing.level(ends, heads + look.tick * 1.5, rule);
    let behind = drawing.shapes.len();
    for (link, ribbon) in flow.links.iter().zip(&stage.ribbons) {
        if link.amount > 0.0 {
            drawing.shapes.push(Shape::Band {
                steps: steps(ribbon),
                fill: Fill::tint(link.role, RIBBON),
            });
        }
    }
    for (node, place) in flow.nodes.iter().zip(&stage.nodes) {
        draw_node(drawing, node, *place, look);
    }
    let labels = Labels {
        world,
        stage: &stage,
        look,
    };
    labels.draw(drawing, &flow, behind);
    table.draw(drawing, &flow, &stage, look);
}

/// A flow laid out on a sheet.
pub(super) struct FlowStage {
    /// Nodes and ribbons, without the table.
    pub plot: Area,
    /// The right end of the table.
    pub right: f32,
    /// From one row of the table to the next.
    pub row: f32,
    /// A box for each node.
    pub nodes: Vec<Area>,
    ribbons: Vec<Ribbon>,
}

impl FlowStage {
    /// The geometry is that of the page, larger, and the nodes of the last column are closer: the
    /// rows of the table need not stand beside them.
    fn new(world: &World<'_>, flow: &MoneyFlow, area: Area, table: &Table, look: &Look) -> Self {
        let plot = Area {
            right: area.right - table.width(),
            ..area
        };
        let factor = look.tick / GEOMETRY_LETTERS;
        let (width, height) = (plot.width() / factor, plot.height() / factor);
        // One scale for all years shown, of the baseline too, so that what spends more is taller.
        let flows: Vec<MoneyFlow> = (world.span.years())
            .chain([world.year])
            .flat_map(|year| {
                [world.run, world.baseline].map(|run| flow_of(run, year, &world.locale))
            })
            .collect();
        let between = table.rows_between();
        let row = (plot.height() / between).min(ROWS.1 * look.tick).max(0.0);
        let label = (row / factor).min(BETWEEN * height / between);
        let scale = sankey::scale_at(&flows, height, label);
        let layout = sankey::layout_at(flow, (width, height), scale, label);
        let place = |(x, y): (f32, f32)| (plot.left + x * factor, plot.top + y * factor);
        let node = |node: &NodeBox| {
            Area::new(
                place((node.x, node.y)),
                place((node.x + node.width, node.y + node.height)),
            )
        };
        let ribbon = |ribbon: &Ribbon| Ribbon {
            start: place(ribbon.start),
            end: place(ribbon.end),
            thickness: ribbon.thickness * factor,
        };
        Self {
            plot,
            right: area.right,
            row,
            nodes: layout.nodes.iter().map(node).collect(),
            ribbons: layout.ribbons.iter().map(ribbon).collect(),
        }
    }

    /// From one column to the next.
    pub fn pitch(&self, look: &Look) -> f32 {
        (self.plot.width() - look.gap * 2.0) / (COLUMNS - 1) as f32
    }
}

fn steps(ribbon: &Ribbon) -> Vec<(f32, f32, f32)> {
    let step = |index: u8| {
        let share = f32::from(index) / f32::from(STEPS);
        let x = ribbon.start.0 + (ribbon.end.0 - ribbon.start.0) * share;
        let top = ribbon.y(share);
        (x, top, top + ribbon.thickness)
    };
    (0..=STEPS).map(step).collect()
}

/// A node: a tint, the Chinese part solid from the bottom; a loss as an empty outline.
fn draw_node(drawing: &mut Drawing, node: &Node, place: Area, look: &Look) {
    let radius = look.hairline * 1.5;
    if node.amount < 0.0 {
        let outline = Area {
            top: place.top - look.gap * 0.3,
            bottom: place.bottom + look.gap * 0.3,
            ..place
        };
        drawing.outline(outline, radius, Stroke::solid(look.hairline, node.role));
    } else if node.amount > 0.0 {
        drawing.fill(place, radius, Fill::solid(look.ground));
        drawing.fill(place, radius, Fill::tint(node.role, TINT));
        let solid = Area {
            top: place.bottom - place.height() * chinese_share(node),
            ..place
        };
        drawing.fill(solid, radius, Fill::solid(node.role));
    }
}

/// The Chinese part of what comes through a node.
pub(super) fn chinese_share(node: &Node) -> f32 {
    if node.amount > 0.0 {
        (node.chinese / node.amount).clamp(0.0, 1.0) as f32
    } else {
        0.0
    }
}

/// What is shown, and what solid and tinted mean.
fn legend(drawing: &mut Drawing, world: &World<'_>, area: Area, look: &Look) {
    let texts = &world.locale.text.chain;
    let set = Type::regular(look.tick, Role::Text2);
    let y = area.top + look.tick * 0.7;
    let side = look.tick * 0.8;
    let entry = |words: &str| side + look.gap * 0.7 + set.width(words);
    let between = look.gap * 2.5;
    let entries = [(&texts.by_chinese, 1.0), (&texts.by_others, TINT)];
    let width: f32 = entries.iter().map(|(words, _)| entry(words)).sum();
    let mut x = if look.measure {
        let unit = world.locale.numbers.axis_unit(&Series::Capex.info().unit);
        let title = (texts.title).fill(&[("year", &world.year.calendar()), ("unit", &unit)]);
        let room = area.width() - width - 2.0 * between;
        let title = set.fit(&title, room);
        drawing.write(&title, (area.left, y), Align::Left, set);
        area.right - width - between
    } else {
        area.left
    };
    for (words, strength) in entries {
        if x + entry(words) > area.right + 1.0 {
            return;
        }
        let square = Area::new((x, y - side / 2.0), (x + side, y + side / 2.0));
        let radius = look.hairline * 2.0;
        drawing.fill(square, radius, Fill::tint(Role::Neutral, strength));
        let at = (x + side + look.gap * 0.7, y);
        drawing.write(words, at, Align::Left, set);
        x += entry(words) + between;
    }
}

fn column_heads(
    drawing: &mut Drawing,
    world: &World<'_>,
    (top, stage): (f32, &FlowStage),
    look: &Look,
) {
    let set = Type::regular(look.tick, Role::Text3);
    let y = top + look.tick * 0.7;
    let (spent, bought, chips, _) = &world.locale.text.chain.columns;
    let pitch = stage.pitch(look);
    let mut x = stage.plot.left;
    for words in [spent, bought, chips] {
        let words = set.fit(words, pitch - look.gap);
        drawing.write(&words, (x, y), Align::Left, set);
        x += pitch;
    }
}
