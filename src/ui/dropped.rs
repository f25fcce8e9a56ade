//! Files that are dragged onto the window.

use eframe::egui::{
    Align2, Area, CornerRadius, Id, Order, Rect, Sense, Stroke, StrokeKind, Ui, vec2,
};

use super::paint::{text, translucent};
use super::style::{self, size};
use crate::app::Command;
use crate::report::Locale;
use crate::theme::Role;

/// Says what will happen while a file is held over the window; opens the first that is dropped.
pub fn show(ui: &Ui, locale: &Locale) -> Option<Command> {
    let (is_hovering, dropped) = ui.input(|input| {
        let first = input.raw.dropped_files.first();
        let path = first.map(|file| file.path().to_owned());
        (!input.raw.hovered_files.is_empty(), path)
    });
    if is_hovering {
        let screen = ui.ctx().content_rect();
        Area::new(Id::unique("drop here"))
            .order(Order::Foreground)
            .fixed_pos(screen.min)
            .show(ui.ctx(), |ui| veil(ui, locale, screen));
    }
    dropped.map(Command::OpenPath)
}

fn veil(ui: &mut Ui, locale: &Locale, screen: Rect) {
    let (rect, _) = ui.allocate_exact_size(screen.size(), Sense::hover());
    let painter = ui.painter();
    let bg = translucent(style::color(ui, Role::Bg), 0.85);
    painter.rect_filled(rect, CornerRadius::ZERO, bg);
    let accent = style::color(ui, Role::Accent);
    let frame = rect.shrink(16.0);
    let radius = CornerRadius::same(style::CARD_RADIUS);
    painter.rect_stroke(frame, radius, Stroke::new(2.0, accent), StrokeKind::Inside);
    let at = rect.center() - vec2(0.0, 8.0);
    let words = &locale.text.window.drop;
    let font = style::semibold(size::KEY_FIGURE);
    text(painter, at, Align2::CENTER_CENTER, words, font, accent);
}
