//! The overview: headline, key figures, what moved, four charts, and what binds.

use eframe::egui::{CentralPanel, Frame, Margin, Rect, Ui, pos2, vec2};

use super::chart_grid::{self, Rows, row};
use super::style::{self, space};
use super::{key_figure, moved, page_head, page_scroll, ribbon};
use crate::app::{App, Command};
use crate::report::{Figure, World, findings, key_figures};
use crate::theme::Role;

/// Shows the overview; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>, app: &App) -> Vec<Command> {
    let mut commands = Vec::new();
    page(ui, |ui| {
        let available = ui.available_height();
        let rows = Rows::of(ui.available_width(), available);
        let others = [rows.head, rows.key_figures, rows.moved, rows.ribbon];
        let chart_height = rows.chart(available, &others, 2);
        page_scroll::show(ui, "overview", |ui| {
            ui.spacing_mut().item_spacing.y = rows.gap;
            let headline = findings::headline(world);
            commands.extend(page_head::show(ui, world, &headline, rows.head));
            let place = row(ui, rows.key_figures);
            commands.extend(key_figure::show(ui, world, &key_figures(world), place));
            let place = row(ui, rows.moved);
            commands.extend(moved::show(ui, world, app, place));
            let figures = Figure::OVERVIEW;
            commands.extend(chart_grid::show(ui, world, app, &figures, chart_height));
            let place = row(ui, rows.ribbon);
            ribbon::show(ui, world, place);
        });
    });
    commands
}

/// Shows what fills the window beside or below the levers.
pub fn page(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let margin = Margin::symmetric(space::MARGIN as i8, 8);
    let frame = Frame::new()
        .fill(style::color(ui, Role::Bg))
        .inner_margin(margin);
    CentralPanel::default().frame(frame).show(ui, content);
}

/// Places of equal width beside each other.
pub fn beside(rect: Rect, count: usize) -> impl Iterator<Item = Rect> {
    let width = (rect.width() - space::GAP * (count - 1) as f32) / count as f32;
    (0..count).map(move |index| {
        let left = rect.left() + index as f32 * (width + space::GAP);
        Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()))
    })
}
