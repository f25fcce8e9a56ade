//! Blocks that an equation is put together from: words, lines and what they enclose, around an
//! axis at the height of a minus sign.

use std::sync::Arc;

use eframe::egui::{
    CursorIcon, Galley, Pos2, Rect, Role as Access, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo,
    vec2,
};

use super::paint::focus_ring;
use super::style;
use crate::model::Reference;
use crate::theme::Role;

/// How far below the top of a line its axis is, as a part of its height.
const AXIS: f32 = 0.54;
/// Width of fraction bars, brackets and roots.
const STROKE: f32 = 1.1;
/// Room beside what a line encloses.
const PADDING: f32 = 3.0;

/// A part of an equation that is not broken.
#[derive(Clone, Default)]
pub struct Block {
    /// Its size.
    pub size: Vec2,
    /// How far its axis is below its top.
    pub axis: f32,
    pieces: Vec<(Vec2, Piece)>,
}

/// What is painted at a place of a block.
#[derive(Clone)]
enum Piece {
    Words(Arc<Galley>),
    /// Words that lead on.
    Link(Arc<Galley>, Link),
    /// A line through points.
    Path(Vec<Vec2>),
}

/// Where words lead, and what they are called.
#[derive(Clone, PartialEq)]
pub struct Link {
    /// What they stand for.
    pub reference: Reference,
    /// For those who cannot see it.
    pub name: String,
    /// Can the keyboard reach it?
    pub is_stop: bool,
}

/// What encloses a part of an equation.
#[derive(Clone, Copy, PartialEq)]
pub enum Enclosure {
    /// ( )
    Parentheses,
    /// | |
    Bars,
}

/// An end of an enclosure.
#[derive(Clone, Copy, PartialEq)]
pub enum End {
    /// Its left end.
    Opening,
    /// Its right end.
    Closing,
}

impl Block {
    /// Words, which lead on where there is a link.
    pub fn words(galley: Arc<Galley>, link: Option<Link>) -> Self {
        let size = galley.size();
        // Of several lines the middle is the axis.
        let lines = galley.rows.len().max(1) as f32;
        let axis = size.y / 2.0 + (AXIS - 0.5) * size.y / lines;
        let piece = match link {
            Some(link) => Piece::Link(galley, link),
            None => Piece::Words(galley),
        };
        Self {
            size,
            axis,
            pieces: vec![(Vec2::ZERO, piece)],
        }
    }

    /// Nothing, but so wide.
    pub fn space(width: f32) -> Self {
        Self {
            size: vec2(width, 0.0),
            ..Self::default()
        }
    }

    /// Nothing, but so high.
    pub fn gap(height: f32) -> Self {
        Self {
            size: vec2(0.0, height),
            ..Self::default()
        }
    }

    /// Height below the axis.
    pub fn below(&self) -> f32 {
        self.size.y - self.axis
    }

    /// Blocks beside each other, axis on axis.
    pub fn row(blocks: Vec<Self>) -> Self {
        let above = blocks.iter().map(|block| block.axis).fold(0.0, f32::max);
        let below = blocks.iter().map(Self::below).fold(0.0, f32::max);
        let mut row = Self {
            size: vec2(0.0, above + below),
            axis: above,
            pieces: Vec::new(),
        };
        for block in blocks {
            let at = vec2(row.size.x, above - block.axis);
            row.size.x += block.size.x;
            row.put(at, block);
        }
        row
    }

    /// Blocks below each other with their centres or their left ends in line, around the middle.
    pub fn column(blocks: Vec<Self>, gap: f32, is_centred: bool) -> Self {
        let width = blocks.iter().map(|block| block.size.x).fold(0.0, f32::max);
        let count = blocks.len();
        let mut column = Self::space(width);
        for (index, block) in blocks.into_iter().enumerate() {
            if index > 0 {
                column.size.y += gap;
            }
            let left = if is_centred {
                (width - block.size.x) / 2.0
            } else {
                0.0
            };
            let (at, height) = (vec2(left, column.size.y), block.size.y);
            column.axis = at.y + block.axis;
            column.put(at, block);
            column.size.y += height;
        }
        if count > 1 {
            column.axis = column.size.y / 2.0;
        }
        column
    }

    /// One block over another, with a line between them.
    pub fn fraction(above: Self, below: Self) -> Self {
        const GAP: f32 = 2.5;
        let width = above.size.x.max(below.size.x) + 2.0 * PADDING;
        let axis = above.size.y + GAP;
        let mut fraction = Self {
            size: vec2(width, axis + GAP + below.size.y),
            axis,
            pieces: vec![(
                vec2(0.0, axis),
                Piece::Path(vec![Vec2::ZERO, vec2(width, 0.0)]),
            )],
        };
        let left = (width - above.size.x) / 2.0;
        fraction.put(vec2(left, 0.0), above);
        let left = (width - below.size.x) / 2.0;
        fraction.put(vec2(left, axis + GAP), below);
        fraction
    }

    /// A block as the exponent of something so high above its axis.
    pub fn raised(self, base: f32) -> Self {
        let lift = (base - 3.0).max(6.0);
        Self {
            axis: self.size.y / 2.0 + lift,
            ..self
        }
    }

    /// A block under a root.
    pub fn root(of: Self) -> Self {
        const SIGN: f32 = 11.0;
        let (width, height) = (of.size.x + SIGN + PADDING, of.size.y + 3.0);
        let sign = [
            vec2(0.0, height * 0.62),
            vec2(2.4, height * 0.56),
            vec2(5.6, height - 2.0),
            vec2(SIGN - 2.0, 0.8),
            vec2(width - 1.0, 0.8),
        ];
        let mut root = Self {
            size: vec2(width, height),
            axis: of.axis + 3.0,
            pieces: vec![(Vec2::ZERO, Piece::Path(sign.to_vec()))],
        };
        root.put(vec2(SIGN, 3.0), of);
        root
    }

    /// An end of an enclosure that is as high as a block.
    pub fn end(enclosure: Enclosure, end: End, beside: &Self) -> Self {
        let (axis, height) = (beside.axis - 1.0, beside.size.y - 2.0);
        let depth = match enclosure {
            Enclosure::Parentheses => (height * 0.14).clamp(3.0, 6.0),
            Enclosure::Bars => 0.0,
        };
        let width = depth + 4.0;
        let bow = |step: u8| {
            let part = f32::from(step) / 12.0;
            // Zero at both ends, one in the middle.
            let bend = 1.0 - (2.0 * part - 1.0).powi(2);
            let x = match end {
                End::Opening => width - 2.0 - depth * bend,
                End::Closing => 2.0 + depth * bend,
            };
            vec2(x, height * part)
        };
        Self {
            size: vec2(width, height),
            axis,
            pieces: vec![(Vec2::ZERO, Piece::Path((0..=12).map(bow).collect()))],
        }
    }

    /// A block behind a brace, which stands for several cases.
    pub fn cases(of: Self) -> Self {
        const WIDTH: f32 = 12.0;
        let (height, middle) = (of.size.y, of.size.y / 2.0);
        let (stem, radius) = (4.5, 3.5);
        let brace = [
            vec2(stem + radius, 0.0),
            vec2(stem + 1.0, 1.0),
            vec2(stem, radius),
            vec2(stem, middle - radius),
            vec2(stem - 1.0, middle - 1.0),
            vec2(stem - radius, middle),
            vec2(stem - 1.0, middle + 1.0),
            vec2(stem, middle + radius),
            vec2(stem, height - radius),
            vec2(stem + 1.0, height - 1.0),
            vec2(stem + radius, height),
        ];
        let mut cases = Self {
            size: vec2(of.size.x + WIDTH, height),
            axis: middle,
            pieces: vec![(Vec2::ZERO, Piece::Path(brace.to_vec()))],
        };
        cases.put(vec2(WIDTH, 0.0), of);
        cases
    }

    /// Puts another block into this one.
    pub fn put(&mut self, at: Vec2, block: Self) {
        let pieces = block.pieces.into_iter();
        self.pieces
            .extend(pieces.map(|(place, piece)| (at + place, piece)));
    }

    /// Paints it with its top left corner at a place; gives where a click leads.
    pub fn show(&self, ui: &Ui, id: &str, at: Pos2) -> Option<Reference> {
        let mut chosen = None;
        let color = style::color(ui, Role::Text1);
        for (index, (place, piece)) in self.pieces.iter().enumerate() {
            let corner = at + *place;
            match piece {
                Piece::Words(galley) => {
                    ui.painter().galley(corner, galley.clone(), color);
                }
                Piece::Path(points) => {
                    let points = points.iter().map(|&point| corner + point).collect();
                    ui.painter()
                        .add(Shape::line(points, Stroke::new(STROKE, color)));
                }
                Piece::Link(galley, link) => {
                    if show_link(ui, (id, index), corner, galley, link) {
                        chosen = Some(link.reference);
                    }
                }
            }
        }
        chosen
    }
}

/// Paints words that lead on: underlined under the pointer; were they clicked?
fn show_link(ui: &Ui, id: (&str, usize), at: Pos2, galley: &Arc<Galley>, link: &Link) -> bool {
    let place = Rect::from_min_size(at, galley.size());
    let sense = if link.is_stop {
        Sense::click()
    } else {
        Sense::CLICK
    };
    let response = ui.interact(place, ui.scope_id().with(id), sense);
    response.widget_info(|| WidgetInfo::labeled(Access::Link, true, &link.name));
    let color = style::color(ui, Role::Text1);
    ui.painter().galley(at, galley.clone(), color);
    if response.hovered() {
        let color = galley
            .job
            .sections
            .first()
            .map_or(color, |section| section.format.color);
        for row in &galley.rows {
            let row = row.rect().translate(at.to_vec2());
            let y = row.bottom() - 1.0;
            ui.painter().hline(row.x_range(), y, (1.0, color));
        }
    }
    focus_ring(ui, &response, place.shrink(1.0), 3);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    let is_clicked = response.clicked();
    response.on_hover_text(&link.name);
    is_clicked
}
