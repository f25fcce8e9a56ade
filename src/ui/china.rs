//! China: its need, its cards and who supplies them.

use eframe::egui::{Align2, CursorIcon, Rect, Role as Access, Sense, Ui, WidgetInfo};

use super::chart_grid::{self, Rows, row};
use super::overview::page;
use super::paint::{focus_ring, line};
use super::style::{self, size};
use super::{key_figure, page_head, page_scroll};
use crate::app::{App, Command, Tab};
use crate::report::findings::domestic;
use crate::report::{Figure, World, china_key_figures};
use crate::theme::Role;

/// Height of the line with the link.
const LINK: f32 = 18.0;

/// Shows the page; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>, app: &App) -> Vec<Command> {
    let mut commands = Vec::new();
    page(ui, |ui| {
        let available = ui.available_height();
        let rows = Rows::of(ui.available_width(), available);
        let others = [rows.head, rows.key_figures, LINK];
        let height = rows.chart(available, &others, Figure::CHINA.len() / 2);
        page_scroll::show(ui, "china", |ui| {
            ui.spacing_mut().item_spacing.y = rows.gap;
            let headline = domestic::headline(world);
            commands.extend(page_head::show(ui, world, &headline, rows.head));
            let place = row(ui, rows.key_figures);
            commands.extend(key_figure::show(
                ui,
                world,
                &china_key_figures(world),
                place,
            ));
            commands.extend(chart_grid::show(ui, world, app, &Figure::CHINA, height));
            let place = row(ui, LINK);
            commands.extend(link(ui, &world.locale.text.china.companies, place));
        });
    });
    commands
}

/// A link to the page that names the suppliers.
fn link(ui: &Ui, words: &str, place: Rect) -> Option<Command> {
    let color = style::color(ui, Role::Accent);
    let galley = line(
        ui.painter(),
        words,
        style::semibold(size::LABEL),
        color,
        place.width(),
    );
    let rect = Align2::RIGHT_CENTER.anchor_size(place.right_center(), galley.size());
    let response = ui.interact(rect, ui.scope_id().with("suppliers"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::Link, true, words));
    ui.painter().galley(rect.min, galley, color);
    if response.hovered() {
        let y = rect.bottom() - 1.0;
        ui.painter().hline(rect.x_range(), y, (1.0, color));
    }
    focus_ring(ui, &response, rect, 2);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.clicked().then_some(Command::SetTab(Tab::Chain))
}
