//! Evidence: where the numbers come from.

use eframe::egui::Ui;

use super::overview::page;
use crate::app::{App, Command};
use crate::report::World;

/// Shows the page; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>, _app: &App) -> Vec<Command> {
    page(ui, |ui| {
        ui.label(&world.locale.text.evidence.tab);
    });
    Vec::new()
}
