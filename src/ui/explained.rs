//! A number that can be clicked to see where it comes from.

use eframe::egui::{
    CornerRadius, CursorIcon, Rect, Response, Role as Access, Sense, Ui, WidgetInfo,
};

use super::paint::{focus_ring, translucent};
use super::style;
use crate::app::Command;
use crate::model::Reference;
use crate::theme::Role;

/// Makes what is painted at a place such a number, called by a sentence.
pub fn number(
    ui: &Ui,
    id: impl std::hash::Hash + std::fmt::Debug,
    place: Rect,
    sentence: &str,
    reference: Reference,
) -> (Response, Option<Command>) {
    let response = ui.interact(place, ui.scope_id().with(id), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::Link, true, sentence));
    let wanted = response.clicked().then_some(Command::Explain(reference));
    (response.on_hover_cursor(CursorIcon::PointingHand), wanted)
}

/// The same of a number in a table: it is marked while the pointer is over it.
pub fn cell(
    ui: &Ui,
    id: impl std::hash::Hash + std::fmt::Debug,
    place: Rect,
    sentence: &str,
    reference: Reference,
) -> Option<Command> {
    let around = place.expand(2.0);
    let (response, wanted) = number(ui, id, around, sentence, reference);
    if response.hovered() {
        let tint = translucent(style::color(ui, Role::Accent), 0.14);
        ui.painter()
            .rect_filled(around, CornerRadius::same(3), tint);
    }
    focus_ring(ui, &response, place, 3);
    wanted
}
