//! The table beside a drawn flow: who keeps how much, and the Chinese part of it.

use super::flow::{FlowStage, chinese_share};
use super::look::Look;
use super::pen::Type;
use super::{Align, Drawing, Stroke};
use crate::model::Series;
use crate::report::chart::spread;
use crate::report::money_flow::{MoneyFlow, Node, Place};
use crate::report::world::World;
use crate::theme::Role;

/// At most this part of the width is for the names.
const NAMES: f32 = 0.2;
/// Room for a leader between node and name, in gaps, and how strong it is.
const LEADER: f32 = 3.0;
const LEADER_STRENGTH: f32 = 0.7;
/// A Chinese part from here on stands out.
const MOST: f32 = 0.5;

/// What the table says, and how wide its columns are.
pub(super) struct Table {
    rows: Vec<Row>,
    /// Widths of names, amounts and shares.
    columns: (f32, f32, f32),
    gap: f32,
    plain: Type,
}

struct Row {
    /// Its node in the flow.
    node: usize,
    name: String,
    amount: String,
    share: String,
    is_chinese: bool,
}

impl Table {
    /// The table of a flow on a sheet of a width.
    pub fn new(world: &World<'_>, flow: &MoneyFlow, look: &Look, width: f32) -> Self {
        let plain = Type::regular(look.tick, Role::Text1);
        let strong = Type::semibold(look.tick, Role::Text1);
        let nodes = flow.nodes.iter().enumerate();
        let rows: Vec<Row> = nodes
            .filter(|(_, node)| matches!(node.place, Place::Captured(_)))
            .map(|(index, node)| Row::new(world, index, node, (plain, width * NAMES)))
            .collect();
        let texts = &world.locale.text.chain;
        let widest = |words: &dyn Fn(&Row) -> f32, head: &str| {
            rows.iter().map(words).fold(plain.width(head), f32::max)
        };
        let columns = (
            widest(&|row| plain.width(&row.name), &texts.columns.3),
            widest(&|row| strong.width(&row.amount), &texts.captured_value),
            widest(&|row| strong.width(&row.share), &texts.chinese),
        );
        Self {
            rows,
            columns,
            gap: look.gap,
            plain,
        }
    }

    /// How many distances there are between its rows; at least one.
    pub fn rows_between(&self) -> f32 {
        self.rows.len().saturating_sub(1).max(1) as f32
    }

    /// Its width, with the space before it.
    pub fn width(&self) -> f32 {
        let (names, amounts, shares) = self.columns;
        names + amounts + shares + self.gap * (LEADER + 4.0)
    }

    /// What its columns are.
    pub fn heads(&self, drawing: &mut Drawing, world: &World<'_>, stage: &FlowStage, y: f32) {
        let texts = &world.locale.text.chain;
        let set = Type {
            role: Role::Text3,
            ..self.plain
        };
        let at = (self.names(stage), y);
        drawing.write(&texts.columns.3, at, Align::Left, set);
        let at = (self.amounts(stage), y);
        drawing.write(&texts.captured_value, at, Align::Right, set);
        drawing.write(&texts.chinese, (stage.right, y), Align::Right, set);
    }

    /// Its rows beside their nodes, with leaders where there is no room right beside them.
    pub fn draw(&self, drawing: &mut Drawing, flow: &MoneyFlow, stage: &FlowStage, look: &Look) {
        let strong = Type::semibold(look.tick, Role::Text1);
        let quiet = Type::regular(look.tick, Role::Text3);
        let middle = |row: &Row| stage.nodes[row.node].centre().1;
        let wanted: Vec<f32> = self.rows.iter().map(middle).collect();
        let mut heights = wanted.clone();
        spread(&mut heights, stage.row, (stage.plot.top, stage.plot.bottom));
        for ((row, y), wanted) in self.rows.iter().zip(heights).zip(wanted) {
            let (names, node) = (self.names(stage), stage.nodes[row.node]);
            let start = node.right + look.gap * 0.2;
            let mut stroke = Stroke::solid(look.hairline, flow.nodes[row.node].role);
            stroke.fill.opacity = LEADER_STRENGTH;
            let bend = start + (names - start) * 0.2;
            let end = names - look.gap * 0.5;
            if flow.nodes[row.node].amount != 0.0 {
                drawing.line(vec![(start, wanted), (bend, wanted), (end, y)], stroke);
            }
            drawing.write(&row.name, (names, y), Align::Left, self.plain);
            let at = (self.amounts(stage), y);
            drawing.write(&row.amount, at, Align::Right, strong);
            let set = if row.is_chinese { strong } else { quiet };
            drawing.write(&row.share, (stage.right, y), Align::Right, set);
        }
    }

    /// The left end of the names.
    fn names(&self, stage: &FlowStage) -> f32 {
        stage.plot.right + self.gap * LEADER
    }

    /// The right end of the amounts.
    fn amounts(&self, stage: &FlowStage) -> f32 {
        stage.right - self.columns.2 - self.gap * 2.0
    }
}

impl Row {
    fn new(world: &World<'_>, index: usize, node: &Node, (set, room): (Type, f32)) -> Self {
        let unit = &Series::Capex.info().unit;
        let share = chinese_share(node);
        Self {
            node: index,
            name: set.fit(&node.name, room),
            amount: world.locale.numbers.axis_value(node.amount, unit),
            share: if node.amount > 0.0 {
                format!("{:.0}\u{a0}%", 100.0 * share)
            } else {
                "–".to_owned()
            },
            is_chinese: share >= MOST,
        }
    }
}
