//! A panel at the right of the page, or over its right part where there is too little room for both.

use eframe::egui::{Area, Frame, Id, Margin, Order, Panel, Stroke, Ui, pos2, vec2};

use super::style;
use crate::theme::Role;

/// Width of the panel: at first, at least, and at most.
const WIDTH: f32 = 340.0;
const LEAST: f32 = 320.0;
const MOST: f32 = 560.0;
/// A page that would be left with less lies under the panel instead of beside it.
const PAGE: f32 = 560.0;

/// Shows the panel of this name with its content.
pub fn show<R>(ui: &mut Ui, name: &'static str, content: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = Frame::new()
        .fill(style::color(ui, Role::Panel))
        .inner_margin(Margin::symmetric(12, 0));
    if ui.available_width() < WIDTH + PAGE {
        return over_page(ui, name, frame, content);
    }
    Panel::right(name)
        .default_size(WIDTH)
        .size_range(LEAST..=MOST.min(ui.available_width() - PAGE))
        .frame(frame)
        .show(ui, content)
        .inner
}

/// Shows the panel over the right part of the page.
fn over_page<R>(
    ui: &Ui,
    name: &'static str,
    frame: Frame,
    content: impl FnOnce(&mut Ui) -> R,
) -> R {
    let room = ui.available_rect_before_wrap();
    let width = WIDTH.min(room.width());
    let edge = Stroke::new(1.0, style::color(ui, Role::StrokeStrong));
    Area::new(Id::unique((name, "over the page")))
        .order(Order::Middle)
        .fixed_pos(pos2(room.right() - width, room.top()))
        .constrain_to(room)
        .show(ui.ctx(), |ui| {
            frame.stroke(edge).show(ui, |ui| {
                let size = vec2(width - 26.0, room.height() - 2.0);
                ui.set_min_size(size);
                ui.set_max_size(size);
                content(ui)
            })
        })
        .inner
        .inner
}
