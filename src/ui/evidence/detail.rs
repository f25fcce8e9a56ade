//! The card beside a table: all that is known of the chosen row, as lines of text that wrap.

use eframe::egui::{
    Align2, CornerRadius, Label, Pos2, Rect, RichText, ScrollArea, Ui, UiBuilder, vec2,
};

use crate::evidence::Source;
use crate::report::World;
use crate::report::evidence::{published, source_kind};
use crate::theme::Role;
use crate::ui::paint::{card, line, translucent};
use crate::ui::style::{self, size, space};

/// Shows a card whose content scrolls.
pub fn show(ui: &mut Ui, rect: Rect, id: &str, content: impl FnOnce(&mut Ui)) {
    card(ui, rect);
    let inner = rect.shrink2(vec2(space::CARD, 12.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(inner));
    ScrollArea::vertical()
        .id_salt(("evidence detail", id))
        .auto_shrink(false)
        .show(&mut child, |ui| {
            ui.set_width(inner.width() - 6.0);
            ui.spacing_mut().item_spacing.y = 3.0;
            content(ui);
        });
}

/// A title.
pub fn title(ui: &mut Ui, words: &str) {
    words_in(ui, words, true, size::TITLE, Role::Text1);
}

/// A heading over what follows.
pub fn heading(ui: &mut Ui, words: &str) {
    ui.add_space(10.0);
    words_in(ui, words, true, size::LABEL, Role::Text3);
}

/// A sentence.
pub fn sentence(ui: &mut Ui, words: &str) {
    words_in(ui, words, false, size::BODY, Role::Text2);
}

/// A value, said strongly.
pub fn value(ui: &mut Ui, words: &str) {
    words_in(ui, words, true, size::BODY, Role::Text1);
}

/// Something that need not be read.
pub fn quiet(ui: &mut Ui, words: &str) {
    words_in(ui, words, false, size::CAPTION, Role::Text3);
}

fn words_in(ui: &mut Ui, words: &str, strong: bool, points: f32, role: Role) {
    let font = if strong {
        style::semibold(points)
    } else {
        style::regular(points)
    };
    let color = style::color(ui, role);
    ui.add(Label::new(RichText::new(words).font(font).color(color)).wrap());
}

/// A source in full: what it is, who published it and when, and its kind.
pub fn source(ui: &mut Ui, world: &World<'_>, source: &Source) {
    let locale = &world.locale;
    ui.add_space(4.0);
    value(ui, source.title.get(locale.language));
    let about = [
        published(source, locale),
        source_kind(source, locale).to_owned(),
    ];
    sentence(ui, &about.join(&locale.text.evidence.dot));
}

/// A word on a pale ground of its colour; gives where it stands.
pub fn pill(ui: &Ui, at: Pos2, anchor: Align2, words: &str, role: Role, width: f32) -> Rect {
    let (font, color) = (style::semibold(size::CAPTION), style::color(ui, role));
    let galley = line(ui.painter(), words, font, color, width - 14.0);
    let rect = anchor.anchor_size(at, galley.size() + vec2(14.0, 4.0));
    let ground = translucent(color, 0.12);
    ui.painter()
        .rect_filled(rect, CornerRadius::same(9), ground);
    ui.painter()
        .galley(rect.min + vec2(7.0, 2.0), galley, color);
    rect
}
