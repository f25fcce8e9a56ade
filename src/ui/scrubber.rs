//! The scrubber: chooses the year in view.

use eframe::egui::{Align2, CursorIcon, Rect, Ui, pos2, vec2};

use super::paint::{focus_ring, text};
use super::style::{self, size};
use super::year_choice;
use crate::model::Year;
use crate::report::World;
use crate::theme::Role;

/// Width and height of the scrubber.
pub const SIZE: eframe::egui::Vec2 = vec2(312.0, 36.0);
const THUMB: f32 = 7.0;

/// Shows the scrubber in `rect`; gives the year it was moved to.
pub fn show(ui: &Ui, world: &World<'_>, rect: Rect) -> Option<Year> {
    let last = Year::LAST.index() as f32;
    let (left, right) = (rect.left() + 16.0, rect.right() - 16.0);
    let index_at = |x: f32| (((x - left) / (right - left)).clamp(0.0, 1.0) * last).round() as usize;
    let name = &world.locale.text.window.year_in_view;
    let id = ui.scope_id().with("year");
    let (response, chosen) = year_choice::choose(ui, world, id, rect, name, index_at);
    let x = |year: Year| left + (right - left) * year.index() as f32 / last;
    paint(ui, world, rect, x);
    let thumb = pos2(x(world.year), rect.top() + 9.0);
    let around = Rect::from_center_size(thumb, vec2(2.0 * THUMB, 2.0 * THUMB));
    focus_ring(ui, &response, around, THUMB as u8);
    response.on_hover_and_drag_cursor(CursorIcon::ResizeHorizontal);
    chosen
}

fn paint(ui: &Ui, world: &World<'_>, rect: Rect, x: impl Fn(Year) -> f32) {
    let color = |role| style::color(ui, role);
    let painter = ui.painter();
    let y = rect.top() + 9.0;
    painter.hline(x(Year::BASE)..=x(Year::LAST), y, (2.0, color(Role::Rail)));
    painter.hline(x(Year::BASE)..=x(world.year), y, (2.4, color(Role::Accent)));
    for year in Year::all() {
        let role = if year <= world.year {
            Role::Accent
        } else {
            Role::StrokeStrong
        };
        painter.vline(x(year), y - 4.0..=y + 4.0, (1.5, color(role)));
        let is_now = year == world.year;
        let (font, role) = if is_now {
            (style::semibold(size::CAPTION), Role::Accent)
        } else {
            (style::regular(size::CAPTION), Role::Text3)
        };
        let at = pos2(x(year), rect.bottom());
        let words = year.calendar().to_string();
        text(
            painter,
            at,
            Align2::CENTER_BOTTOM,
            &words,
            font,
            color(role),
        );
    }
    painter.circle(
        pos2(x(world.year), y),
        THUMB,
        color(Role::Card),
        (2.2, color(Role::Accent)),
    );
}
