//! Painting words, cards and focus rings at exact places.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Align2, Color32, CornerRadius, EventFilter, FontId, Galley, Painter, Pos2, Rect, Response,
    Role as Access, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
};

use super::style::{self, CARD_RADIUS};
use crate::theme::Role;

/// One line of text, cut with an ellipsis where it is wider than `width`.
pub fn line(
    painter: &Painter,
    text: &str,
    font: FontId,
    color: Color32,
    width: f32,
) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, color));
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    painter.layout_job(job)
}

/// Text of at most so many lines, cut with an ellipsis where it needs more.
pub fn wrapped(
    painter: &Painter,
    text: &str,
    font: FontId,
    color: Color32,
    (width, rows): (f32, usize),
) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, color));
    job.wrap = TextWrapping {
        max_width: width.max(0.0),
        max_rows: rows,
        ..TextWrapping::default()
    };
    painter.layout_job(job)
}

/// Paints one line of text and says where it stands.
pub fn text(
    painter: &Painter,
    at: Pos2,
    anchor: Align2,
    text: &str,
    font: FontId,
    color: Color32,
) -> Rect {
    text_within(painter, at, anchor, text, font, color, f32::INFINITY)
}

/// Paints one line of text, cut where it is wider than `width`.
pub fn text_within(
    painter: &Painter,
    at: Pos2,
    anchor: Align2,
    text: &str,
    font: FontId,
    color: Color32,
    width: f32,
) -> Rect {
    let galley = line(painter, text, font, color, width);
    let rect = anchor.anchor_size(at, galley.size());
    painter.galley(rect.min, galley, color);
    rect
}

/// Paints a card.
pub fn card(ui: &Ui, rect: Rect) {
    ui.painter().rect(
        rect,
        CornerRadius::same(CARD_RADIUS),
        style::color(ui, Role::Card),
        Stroke::new(1.0, style::color(ui, Role::Stroke)),
        StrokeKind::Inside,
    );
}

/// Paints a ring around what has the keyboard's focus.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, style::color(ui, Role::Accent));
        let ring = rect.expand(2.0);
        let radius = CornerRadius::same(radius + 2);
        ui.painter()
            .rect_stroke(ring, radius, stroke, StrokeKind::Outside);
    }
}

/// Keeps the arrow keys with what has the focus: it moves by them, the focus does not.
pub fn keep_arrows(ui: &Ui, response: &Response) {
    let arrows = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..Default::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
}

/// Gives something painted a name that screen readers and tests can find.
pub fn describe(
    ui: &Ui,
    id: impl std::hash::Hash + std::fmt::Debug,
    rect: Rect,
    sentence: &str,
) -> Response {
    let response = ui.interact(rect, ui.scope_id().with(id), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, sentence));
    response
}

/// `color` with part of what is behind it showing.
pub fn translucent(color: Color32, opacity: f32) -> Color32 {
    color.gamma_multiply(opacity)
}
