//! The rows of a page: what stands above and below its charts, and the charts in rows of two.

use eframe::egui::{Rect, Sense, Ui, vec2};

use super::chart;
use super::overview::beside;
use super::style::space;
use crate::app::{App, Command};
use crate::report::{Figure, World};

/// Charts lower than this are not worth looking at: the page scrolls instead.
const LEAST_CHART: f32 = 196.0;
/// In a page lower than this, everything but the charts is set closer.
const LOW: f32 = 720.0;
/// In a page narrower than this, charts stand below each other and the page scrolls.
const NARROW: f32 = 720.0;

/// In a page narrower than this, key figures stand in two rows.
const CARDS_IN_A_ROW: f32 = 800.0;
/// Height of a key figure.
const CARD: f32 = 86.0;

/// Is a page of this width too narrow for two charts beside each other?
pub fn is_narrow(width: f32) -> bool {
    width < NARROW
}

/// Heights of the rows that are no charts, and what is between rows.
pub struct Rows {
    /// The headline with the scrubber.
    pub head: f32,
    /// The strip of key figures.
    pub key_figures: f32,
    /// The strip of what moved.
    pub moved: f32,
    /// The ribbon of what binds.
    pub ribbon: f32,
    /// Between two rows.
    pub gap: f32,
}

impl Rows {
    /// The heights in a page of a size.
    pub fn of(width: f32, available: f32) -> Self {
        let rows = Self::of_height(width, available);
        if width < CARDS_IN_A_ROW {
            // Six cards beside each other would cut their units.
            return Self {
                key_figures: 2.0 * CARD + space::GAP,
                ..rows
            };
        }
        rows
    }

    fn of_height(width: f32, available: f32) -> Self {
        if is_narrow(width) {
            Self {
                head: 72.0,
                key_figures: CARD,
                moved: 48.0,
                ribbon: 64.0,
                gap: space::GAP,
            }
        } else if available < LOW {
            Self {
                head: 33.0,
                key_figures: 76.0,
                moved: 44.0,
                ribbon: 50.0,
                gap: 6.0,
            }
        } else {
            Self {
                head: 36.0,
                key_figures: CARD,
                moved: 48.0,
                ribbon: 64.0,
                gap: space::GAP,
            }
        }
    }

    /// The height that is left for each of `count` rows of charts beside rows of `others`.
    pub fn chart(&self, available: f32, others: &[f32], count: usize) -> f32 {
        let gaps = self.gap * (others.len() + count - 1) as f32;
        let left = available - others.iter().sum::<f32>() - gaps;
        (left / count as f32).floor().max(LEAST_CHART)
    }
}

/// A row of a page.
pub fn row(ui: &mut Ui, height: f32) -> Rect {
    ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover())
        .0
}

/// Shows figures in rows of `height`, two in a row where the page is wide enough.
pub fn show(
    ui: &mut Ui,
    world: &World<'_>,
    app: &App,
    figures: &[Figure],
    height: f32,
) -> Vec<Command> {
    let columns = if is_narrow(ui.available_width()) {
        1
    } else {
        2
    };
    let mut commands = Vec::new();
    for figures in figures.chunks(columns) {
        let place = row(ui, height);
        for (&figure, rect) in figures.iter().zip(beside(place, columns)) {
            commands.extend(show_one(ui, world, app, figure, rect));
        }
    }
    commands
}

/// Shows one figure in `rect`.
pub fn show_one(
    ui: &mut Ui,
    world: &World<'_>,
    app: &App,
    figure: Figure,
    rect: Rect,
) -> Vec<Command> {
    let chart = figure.chart(world);
    chart::show(ui, &world.locale, &chart, rect, app.is_dragging())
}
