//! A button with a chevron at its right end: a click opens a menu of what can be chosen.

use eframe::egui::{
    Align2, Id, Rect, Response, Role as Access, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::icons::{self, Icon};
use super::paint::{focus_ring, text_within};
use super::style::{self, BUTTON_RADIUS, size, space};
use crate::theme::Role;

/// Room for the chevron.
const CHEVRON: f32 = 28.0;

/// Shows the button in `place`, without words; `name` is for those who cannot see it.
pub fn frame(ui: &Ui, id: Id, place: Rect, name: &str) -> Response {
    let response = ui.interact(place, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, name));
    let fill = if response.hovered() {
        Role::Hover
    } else {
        Role::Card
    };
    let edge = (1.0, style::color(ui, Role::StrokeStrong));
    let fill = style::color(ui, fill);
    ui.painter()
        .rect(place, BUTTON_RADIUS, fill, edge, StrokeKind::Inside);
    let at = pos2(place.right() - 14.0, place.center().y);
    icons::paint(ui.painter(), Icon::Open, at, style::color(ui, Role::Text3));
    focus_ring(ui, &response, place, BUTTON_RADIUS);
    response
}

/// Shows the button as wide as asked, with what is chosen as its words, cut where they are longer.
pub fn show(ui: &mut Ui, id: Id, width: f32, (name, words): (&str, &str)) -> Response {
    let (place, _) = ui.allocate_exact_size(vec2(width, space::BUTTON), Sense::hover());
    let response = frame(ui, id, place, &format!("{name}: {words}"));
    let at = place.left_center() + vec2(10.0, 0.0);
    let (font, ink) = (style::regular(size::BODY), style::color(ui, Role::Text1));
    let room = place.width() - 10.0 - CHEVRON;
    let anchor = Align2::LEFT_CENTER;
    text_within(ui.painter(), at, anchor, words, font, ink, room);
    response
}
