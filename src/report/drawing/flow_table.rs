//! The table beside a drawn flow: who keeps how much, and the Chinese part of it.

use super::flow::{FlowStage, chinese_share};
use super::look::Look;
use super::pen::Type;
use super::{Align, Drawing};
use crate::model::Series;
use crate::report::money_flow::{MoneyFlow, Node, Place};
use crate::report::world::World;
use crate::theme::Role;

/// At most this part of the width is for the names.
const NAMES: f32 = 0.2;
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

    /// Its width, with the space before it.
    pub fn width(&self) -> f32 {
        let (names, amounts, shares) = self.columns;
        names + amounts + shares + self.gap * 5.0
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

    /// Its rows beside their nodes.
    pub fn draw(&self, drawing: &mut Drawing, flow: &MoneyFlow, stage: &FlowStage, look: &Look) {
        let strong = Type::semibold(look.tick, Role::Text1);
        let quiet = Type::regular(look.tick, Role::Text3);
        for row in &self.rows {
            if flow.nodes[row.node].amount == 0.0 && row.amount.is_empty() {
                continue;
            }
            let y = stage.nodes[row.node].centre().1;
            drawing.write(&row.name, (self.names(stage), y), Align::Left, self.plain);
            let at = (self.amounts(stage), y);
            drawing.write(&row.amount, at, Align::Right, strong);
            let set = if row.is_chinese { strong } else { quiet };
            drawing.write(&row.share, (stage.right, y), Align::Right, set);
        }
    }

    /// The left end of the names.
    fn names(&self, stage: &FlowStage) -> f32 {
        stage.plot.right + self.gap
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
