//! A field to type words that are looked for.

use eframe::egui::{Align2, Id, Margin, Rect, TextEdit, Ui, pos2};

use super::icons::{self, Icon};
use super::style;
use crate::theme::Role;

/// Shows the field in `rect`; `hint` is its name and what stands in it while it is empty.
pub fn show(ui: &mut Ui, id: Id, rect: Rect, hint: &str, words: &mut String) {
    let edit = TextEdit::singleline(words)
        .id(id)
        .hint_text(hint.to_owned())
        .align(Align2::LEFT_CENTER)
        .margin(Margin {
            left: 28,
            right: 8,
            top: 4,
            bottom: 4,
        })
        .desired_width(f32::INFINITY);
    ui.put(rect, edit).accessible_name(hint);
    let at = pos2(rect.left() + 15.0, rect.center().y);
    let color = style::color(ui, Role::Text3);
    icons::paint(ui.painter(), Icon::Search, at, color);
}
