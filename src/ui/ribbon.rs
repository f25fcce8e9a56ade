//! The ribbon: what binds in each year.

use eframe::egui::{Align2, CornerRadius, Rect, Ui, pos2, vec2};

use super::paint::{card, describe, text, text_within, translucent};
use super::style::{self, size, space};
use crate::model::Year;
use crate::report::{Binding, World};
use crate::theme::Role;

const TITLE_WIDTH: f32 = 176.0;

/// Shows a cell a year: what binds, and under it what binds in the baseline.
pub fn show(ui: &Ui, world: &World<'_>, rect: Rect) {
    card(ui, rect);
    let texts = &world.locale.text.window.ribbon;
    let painter = ui.painter();
    let is_low = rect.height() < 60.0;
    let inner = rect.shrink2(vec2(space::CARD, if is_low { 6.0 } else { 10.0 }));
    let width = TITLE_WIDTH - 12.0;
    let (font, color) = (style::semibold(size::BODY), style::color(ui, Role::Text1));
    let at = pos2(inner.left(), inner.top() + 12.0);
    text_within(
        painter,
        at,
        Align2::LEFT_CENTER,
        &texts.title,
        font,
        color,
        width,
    );
    let (font, quiet) = (style::regular(size::CAPTION), style::color(ui, Role::Text3));
    let at = pos2(inner.left(), inner.top() + 30.0);
    text_within(
        painter,
        at,
        Align2::LEFT_CENTER,
        &texts.caption,
        font,
        quiet,
        width,
    );

    let left = inner.left() + TITLE_WIDTH;
    let step = (inner.right() - left) / Year::all().count() as f32;
    let mut words = Vec::new();
    for year in Year::all() {
        let x = left + step * year.index() as f32;
        let cell = Rect::from_min_max(
            pos2(x, inner.top() + 12.0),
            pos2(x + step - 2.0, inner.bottom() - 8.0),
        );
        let name = show_cell(ui, world, year, cell);
        words.push(format!("{} {name}", year.calendar()));
    }
    describe(
        ui,
        "ribbon",
        rect,
        &format!("{}: {}", texts.title, words.join(", ")),
    );
}

fn show_cell(ui: &Ui, world: &World<'_>, year: Year, cell: Rect) -> &'static str {
    let painter = ui.painter();
    let is_now = year == world.year;
    let (font, role) = if is_now {
        (style::semibold(size::CAPTION), Role::Accent)
    } else {
        (style::regular(size::CAPTION), Role::Text3)
    };
    let above = pos2(cell.center().x, cell.top() - 9.0);
    let calendar = year.calendar().to_string();
    text(
        painter,
        above,
        Align2::CENTER_CENTER,
        &calendar,
        font,
        style::color(ui, role),
    );

    let binds = world.binding(year);
    let name = binds.name(&world.locale);
    let color = style::color(ui, role_of(binds));
    let strength = if ui.visuals().dark_mode { 0.34 } else { 0.22 };
    painter.rect_filled(cell, CornerRadius::ZERO, translucent(color, strength));
    painter.rect_filled(
        cell.with_max_x(cell.left() + 3.0),
        CornerRadius::ZERO,
        color,
    );
    let at = pos2(cell.left() + 10.0, cell.center().y);
    let (font, ink) = (style::semibold(size::LABEL), style::color(ui, Role::Text1));
    text_within(
        painter,
        at,
        Align2::LEFT_CENTER,
        name,
        font,
        ink,
        cell.width() - 14.0,
    );

    let below = Rect::from_min_size(cell.left_bottom() + vec2(0.0, 3.0), vec2(cell.width(), 5.0));
    let role = role_of(world.baseline_binding(year));
    painter.rect_filled(below, CornerRadius::same(2), style::color(ui, role));
    name
}

fn role_of(binding: Binding) -> Role {
    match binding {
        Binding::Demand => Role::BindingDemand,
        Binding::Chips => Role::BindingChips,
        Binding::Power => Role::BindingPower,
        Binding::Ample => Role::Ghost,
    }
}
