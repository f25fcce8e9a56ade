//! The window in which a scenario is given a name and a story, in either or both languages.

use eframe::egui::{Align, Id, Layout, Modal, RichText, ScrollArea, TextEdit, Ui};

use super::icons::text_button;
use super::keys;
use super::style::{self, size, space};
use crate::app::{App, Command};
use crate::report::Locale;
use crate::text::Words;
use crate::theme::Role;

const WIDTH: f32 = 560.0;

/// What is being typed.
#[derive(Clone)]
struct Draft {
    name: Words,
    story: Words,
}

/// Shows the window while it is open; gives what was decided.
pub fn show(ui: &Ui, app: &App, locale: &Locale) -> Option<Command> {
    let id = Id::unique("description");
    if !app.view().describing {
        // However it was closed: what was typed is not for the next world.
        ui.data_mut(|data| data.remove::<Draft>(id));
        return None;
    }
    let mut draft: Draft = ui.data(|data| data.get_temp(id)).unwrap_or_else(|| Draft {
        name: app.scenario().name.clone(),
        story: app.scenario().story.clone(),
    });
    let texts = &locale.text.window.description;
    let mut command = None;
    let modal = Modal::new(id.with("modal"))
        .frame(style::modal(ui))
        .show(ui.ctx(), |ui| {
            let screen = ui.ctx().content_rect();
            ui.set_width(WIDTH.min(screen.width() - 60.0));
            ui.label(RichText::new(&texts.title).font(style::semibold(size::BRAND)));
            ScrollArea::vertical()
                .max_height(screen.height() - 180.0)
                .show(ui, |ui| {
                    line(ui, &texts.name_en, &mut draft.name.en, 1);
                    line(ui, &texts.name_zh, &mut draft.name.zh, 1);
                    line(ui, &texts.story_en, &mut draft.story.en, 5);
                    line(ui, &texts.story_zh, &mut draft.story.zh, 4);
                });
            ui.add_space(space::GAP);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if text_button(ui, &texts.done).clicked() {
                    command = Some(Command::Describe {
                        name: draft.name.clone(),
                        story: draft.story.clone(),
                    });
                }
                if text_button(ui, &locale.text.window.question.cancel).clicked() {
                    command = Some(Command::KeepDescription);
                }
            });
        });
    if keys::is_escaped(ui, &modal) {
        command = command.or(Some(Command::KeepDescription));
    }
    ui.data_mut(|data| match command {
        Some(_) => data.remove::<Draft>(id),
        None => {
            data.insert_temp(id, draft);
        }
    });
    command
}

fn line(ui: &mut Ui, name: &str, words: &mut String, rows: usize) {
    let quiet = style::color(ui, Role::Text3);
    ui.label(RichText::new(name).small().color(quiet));
    let edit = if rows == 1 {
        TextEdit::singleline(words)
    } else {
        TextEdit::multiline(words).desired_rows(rows)
    };
    ui.add(edit.desired_width(f32::INFINITY))
        .accessible_name(name);
}
