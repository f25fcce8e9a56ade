//! The offer of our own file dialog where the system's is late, over the lower edge of the window.

use eframe::egui::accesskit::Live;
use eframe::egui::{Align2, Area, Frame, Id, Ui, vec2};

use super::icons::text_button;
use crate::report::Locale;

/// Distance from the edge.
const DISTANCE: f32 = 40.0;

/// What somebody wants who has waited long enough.
pub enum Offered {
    /// Our own dialog.
    BuiltIn,
    /// No dialog at all.
    Nothing,
}

/// Shows the offer; gives what is wanted instead of waiting.
pub fn show(ui: &Ui, locale: &Locale) -> Option<Offered> {
    let area = Area::new(Id::unique("dialog offer"))
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -DISTANCE))
        .show(ui.ctx(), |ui| {
            let frame = Frame::popup(ui.style());
            frame.show(ui, |ui| row(ui, locale)).inner
        });
    area.inner
}

fn row(ui: &mut Ui, locale: &Locale) -> Option<Offered> {
    let texts = &locale.text.window.path_prompt;
    ui.horizontal(|ui| {
        let words = ui.label(&texts.waiting);
        // Nobody has asked for this: a screen reader is to say it by itself.
        ui.ctx()
            .accesskit_node_builder(words.id, |node| node.set_live(Live::Polite));
        let built_in = text_button(ui, &texts.use_built_in);
        if ui.memory(|memory| memory.focused().is_none()) {
            built_in.request_focus();
        }
        let is_stopped = text_button(ui, &texts.stop_waiting).clicked();
        match (built_in.clicked(), is_stopped) {
            (true, _) => Some(Offered::BuiltIn),
            (false, true) => Some(Offered::Nothing),
            (false, false) => None,
        }
    })
    .inner
}
