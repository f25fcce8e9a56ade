//! A page that scrolls: its bar stands in the margin of the window, so that no right edge moves
//! whether it scrolls or not.

use eframe::egui::{ScrollArea, Sense, Ui, UiBuilder};

/// Shows what may be higher than the room that is left, as wide as if it did not scroll.
pub fn show(ui: &mut Ui, id: &str, content: impl FnOnce(&mut Ui)) {
    let rect = ui.available_rect_before_wrap();
    let bar = ui.spacing().scroll.allocated_width();
    let place = rect.with_max_x(rect.right() + bar);
    let mut around = ui.new_child(UiBuilder::new().max_rect(place));
    ScrollArea::vertical()
        .id_salt(id)
        .auto_shrink(false)
        .show(&mut around, |ui| {
            ui.set_max_width(rect.width());
            content(ui);
        });
    ui.allocate_rect(rect, Sense::hover());
}
