//! How far an export has come, over the lower edge of the window, with a button that stops it.

use eframe::egui::{Align2, Area, Frame, Id, ProgressBar, Ui, vec2};

use super::icons::text_button;
use crate::app::{App, Command};
use crate::report::Locale;

/// Width of the bar, and its distance from the edge.
const WIDTH: f32 = 280.0;
const DISTANCE: f32 = 40.0;

/// Shows it where an export takes a while; gives a command where it is to be stopped.
pub fn show(ui: &Ui, app: &App, locale: &Locale) -> Option<Command> {
    let (done, all) = app.export_progress()?;
    let texts = &locale.text.export;
    let share = done as f32 / all.max(1) as f32;
    let words = (texts.progress).fill(&[("done", &(done + 1).min(all)), ("all", &all)]);
    let area = Area::new(Id::unique("export progress"))
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -DISTANCE))
        .show(ui.ctx(), |ui| {
            let frame = Frame::popup(ui.style());
            let framed = frame.show(ui, |ui| {
                let row = ui.horizontal(|ui| {
                    ui.add(ProgressBar::new(share).desired_width(WIDTH).text(words));
                    text_button(ui, &texts.stop).clicked()
                });
                row.inner
            });
            framed.inner
        });
    area.inner.then_some(Command::CancelExport)
}
