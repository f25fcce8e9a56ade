//! The bar of a lever's effect: what its likely range does to the output, on one scale for all.

use eframe::egui::{
    Align2, CornerRadius, CursorIcon, Id, Rect, Response, Role as Access, Sense, Ui, WidgetInfo,
    pos2,
};

use super::paint::{focus_ring, text_within, translucent};
use super::style::{self, size};
use crate::app::{Command, Tab};
use crate::model::Assumption;
use crate::report::{Effect, Effects};
use crate::theme::Role;

/// Height of the bar on a card, where it has its numbers.
const HEIGHT: f32 = 8.0;
/// Height of a bar without numbers.
const THIN: f32 = 3.0;
/// Length of the longest bar of all levers, from the middle.
const LONGEST: f32 = 84.0;
/// Space between a bar and its number.
const GAP: f32 = 4.0;
/// How much of the colour the end at P5 has.
const LIGHT: f32 = 0.38;

/// Shows the bar with its numbers.
pub fn show(ui: &Ui, effects: &Effects<'_>, lever: Assumption, rect: Rect) {
    let effect = effects.of(lever);
    bar(ui, &effect, rect, HEIGHT);
    numbers(ui, &effect, rect);
    describe(ui, lever, rect, &effect.sentence);
}

/// Shows the bar alone, on a line as long as the longest bar.
pub fn show_thin(ui: &Ui, effects: &Effects<'_>, lever: Assumption, rect: Rect) {
    let effect = effects.of(lever);
    let line = place(rect, -1.0)..=place(rect, 1.0);
    let edge = (1.0, style::color(ui, Role::Stroke));
    ui.painter().hline(line, rect.center().y, edge);
    bar(ui, &effect, rect, THIN);
    describe(ui, lever, rect, &effect.sentence);
}

/// Says what all bars show; a click leads to the page where that is chosen.
pub fn caption(ui: &Ui, effects: &Effects<'_>, hint: &str, rect: Rect) -> Option<Command> {
    let id = Id::unique("effects of levers");
    let response = ui.interact(rect, id, Sense::click());
    let words = effects.caption();
    let role = if response.hovered() {
        Role::Accent
    } else {
        Role::Text3
    };
    let (font, color) = (style::regular(size::CAPTION), style::color(ui, role));
    let anchor = Align2::LEFT_CENTER;
    text_within(
        ui.painter(),
        rect.left_center(),
        anchor,
        &words,
        font,
        color,
        rect.width(),
    );
    focus_ring(ui, &response, rect, 3);
    response.widget_info(|| WidgetInfo::labeled(Access::Link, true, &words));
    let response = response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text(format!("{words}\n{hint}"));
    response
        .clicked()
        .then_some(Command::SetTab(Tab::Uncertainty))
}

fn bar(ui: &Ui, effect: &Effect, rect: Rect, height: f32) {
    let y = rect.center().y;
    let painter = ui.painter();
    let accent = style::color(ui, Role::Accent);
    let ends = [
        (effect.at_low, translucent(accent, LIGHT)),
        (effect.at_high, accent),
    ];
    for (share, color) in ends {
        let bar = Rect::from_two_pos(
            pos2(place(rect, share), y - height / 2.0),
            pos2(place(rect, 0.0), y + height / 2.0),
        );
        painter.rect_filled(bar, CornerRadius::same(1), color);
    }
    let ends = y - height / 2.0 - 2.0..=y + height / 2.0 + 2.0;
    let edge = (1.0, style::color(ui, Role::StrokeStrong));
    painter.vline(place(rect, 0.0), ends, edge);
}

/// Both changes, each beside its end of the bar.
fn numbers(ui: &Ui, effect: &Effect, rect: Rect) {
    let least = place(rect, effect.at_low.min(effect.at_high).min(0.0)) - GAP;
    let greatest = place(rect, effect.at_low.max(effect.at_high).max(0.0)) + GAP;
    let (font, ink) = (style::regular(size::CAPTION), style::color(ui, Role::Text2));
    let y = rect.center().y;
    let (left, right) = (least - rect.left(), rect.right() - greatest);
    for (x, anchor, words, width) in [
        (least, Align2::RIGHT_CENTER, &effect.least, left),
        (greatest, Align2::LEFT_CENTER, &effect.greatest, right),
    ] {
        text_within(
            ui.painter(),
            pos2(x, y),
            anchor,
            words,
            font.clone(),
            ink,
            width,
        );
    }
}

/// Where a share of the longest bar ends.
fn place(rect: Rect, share: f64) -> f32 {
    rect.center().x + share as f32 * LONGEST
}

fn describe(ui: &Ui, lever: Assumption, rect: Rect, sentence: &str) -> Response {
    let id = Id::unique(("effect", lever.id()));
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, sentence));
    response.on_hover_text(sentence)
}
