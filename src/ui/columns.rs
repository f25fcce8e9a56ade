//! Columns of numbers in a table: each as wide as its widest cell, set from the right, with heads
//! that sort.

use eframe::egui::{Align2, Id, Pos2, Rect, Role as Access, Sense, Ui, WidgetInfo, pos2, vec2};

use super::paint::{focus_ring, line, text, text_within};
use super::style::{self, size};
use crate::theme::Role;

/// Room between columns.
const GAP: f32 = 13.0;
/// The same where there is little room.
const NARROW_GAP: f32 = 9.0;
/// Tables narrower than this have little room.
const NARROW: f32 = 500.0;

/// Which column a table is sorted by.
#[derive(Clone, Copy, PartialEq)]
pub struct Order<S> {
    /// The column.
    pub sort: S,
    /// The other way round?
    pub reversed: bool,
}

/// Right edges of columns of these widths, from the left; the last ends at `right`.
pub fn edges(right: f32, table_width: f32, widths: &[f32]) -> Vec<f32> {
    let gap = if table_width < NARROW {
        NARROW_GAP
    } else {
        GAP
    };
    let mut edge = right;
    let mut edges: Vec<f32> = (widths.iter().rev())
        .map(|width| {
            let right = edge;
            edge -= width + gap;
            right
        })
        .collect();
    edges.reverse();
    edges
}

/// How wide a column is for its head and its cells.
pub fn width<'a>(ui: &Ui, cells: impl IntoIterator<Item = &'a str>) -> f32 {
    let (font, color) = (style::semibold(size::LABEL), style::color(ui, Role::Text1));
    let width = |words: &str| {
        line(ui.painter(), words, font.clone(), color, f32::INFINITY)
            .size()
            .x
    };
    cells.into_iter().map(width).fold(0.0, f32::max).ceil()
}

/// The head of a column.
pub struct Head<'a, S> {
    /// What it sorts by.
    pub sort: S,
    /// What it says.
    pub words: &'a str,
    /// Where it stands.
    pub at: Pos2,
    /// On which side of that place.
    pub anchor: Align2,
}

/// What the head of a column says in an order: with an arrow where the table is sorted by it.
pub fn head_words<S: Copy + PartialEq>(words: &str, sort: S, order: Order<S>) -> String {
    match (order.sort == sort, order.reversed) {
        (false, _) => words.to_owned(),
        (true, false) => format!("{words} ↓"),
        (true, true) => format!("{words} ↑"),
    }
}

/// Shows heads: a click sorts, a second one turns the order round.
pub fn heads<S: Copy + PartialEq>(
    ui: &Ui,
    table: &str,
    heads: &[Head<'_, S>],
    mut order: Order<S>,
) -> Order<S> {
    for head in heads {
        let is_on = order.sort == head.sort;
        let (font, role) = if is_on {
            (style::semibold(size::LABEL), Role::Accent)
        } else {
            (style::regular(size::LABEL), Role::Text3)
        };
        let shown = head_words(head.words, head.sort, order);
        let color = style::color(ui, role);
        let painted = text(ui.painter(), head.at, head.anchor, &shown, font, color);
        let id = Id::unique((table, "sort", head.words));
        let response = ui.interact(painted.expand2(vec2(4.0, 6.0)), id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Access::ColumnHeader, true, head.words));
        focus_ring(ui, &response, painted, 3);
        if response.clicked() {
            order.reversed = is_on && !order.reversed;
            order.sort = head.sort;
        }
    }
    order
}

/// Paints a number with its right end at a column's edge; says where.
pub fn cell(ui: &Ui, edge: f32, y: f32, words: &str, is_strong: bool, role: Role) -> Rect {
    let font = if is_strong {
        style::semibold(size::LABEL)
    } else {
        style::regular(size::LABEL)
    };
    let color = style::color(ui, role);
    text(
        ui.painter(),
        pos2(edge, y),
        Align2::RIGHT_CENTER,
        words,
        font,
        color,
    )
}

/// Paints words that begin at `left`, cut where they are too wide.
pub fn words(ui: &Ui, left: f32, y: f32, shown: &str, is_strong: bool, width: f32) {
    let font = if is_strong {
        style::semibold(size::LABEL)
    } else {
        style::regular(size::LABEL)
    };
    let color = style::color(ui, Role::Text1);
    let at = pos2(left, y);
    text_within(
        ui.painter(),
        at,
        Align2::LEFT_CENTER,
        shown,
        font,
        color,
        width,
    );
}
