//! The question before unsaved changes are lost.

use eframe::egui::{Id, Key, Modal, RichText, Ui};

use super::icons::text_button;
use super::style::{self, size, space};
use super::top_bar;
use crate::app::{App, Command};
use crate::report::Locale;

/// Shows the question, if there is one; gives the answer.
pub fn show(ui: &Ui, app: &App, locale: &Locale) -> Option<Command> {
    app.question()?;
    let texts = &locale.text.window.question;
    let mut answer = None;
    let modal = Modal::new(Id::unique("question"))
        .frame(style::modal(ui))
        .show(ui.ctx(), |ui| {
            ui.set_width(400.0);
            let title = texts.title.fill(&[("name", &top_bar::title(app, locale))]);
            ui.label(RichText::new(title).font(style::semibold(size::BRAND)));
            ui.label(&texts.body);
            ui.add_space(space::GAP);
            ui.horizontal(|ui| {
                if text_button(ui, &texts.discard).clicked() {
                    answer = Some(Command::LeaveWithoutSaving);
                }
                let right = eframe::egui::Layout::right_to_left(eframe::egui::Align::Center);
                ui.with_layout(right, |ui| {
                    let save = text_button(ui, &texts.save);
                    if ui.memory(|memory| memory.focused().is_none()) {
                        save.request_focus();
                    }
                    if save.clicked() {
                        answer = Some(Command::SaveForLeaving);
                    }
                    if text_button(ui, &texts.cancel).clicked() {
                        answer = Some(Command::Stay);
                    }
                });
            });
        });
    let is_closed = modal.should_close() || ui.input(|input| input.key_pressed(Key::Escape));
    answer.or(is_closed.then_some(Command::Stay))
}
