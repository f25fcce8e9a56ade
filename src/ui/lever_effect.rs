//! The bar at the foot of a lever's card: what its likely range does to spending.

use eframe::egui::{Align2, CornerRadius, Id, Rect, Role as Access, Sense, Ui, WidgetInfo, pos2};

use super::paint::{text, translucent};
use super::style::{self, size};
use crate::model::Assumption;
use crate::report::Effect;
use crate::theme::Role;

const HEIGHT: f32 = 8.0;
/// Length of the longest bar of all levers that are shown: one scale, so that they compare.
const LONGEST: f32 = 40.0;
/// Room right of the middle, for a bar and its number.
const RIGHT: f32 = 86.0;

/// Shows what the lever's P5 and P95 do to the output, others kept.
pub fn show(ui: &Ui, effect: &Effect, lever: Assumption, rect: Rect) {
    let painter = ui.painter();
    let y = rect.center().y;
    let font = style::regular(size::CAPTION);
    let (quiet, ink) = (style::color(ui, Role::Text3), style::color(ui, Role::Text2));
    let at = pos2(rect.left(), y);
    text(
        painter,
        at,
        Align2::LEFT_CENTER,
        &effect.caption,
        font.clone(),
        quiet,
    );

    let zero = rect.right() - RIGHT;
    let x = |change: f64| zero + (change / effect.scale).clamp(-1.0, 1.0) as f32 * LONGEST;
    let accent = style::color(ui, Role::Accent);
    let bars = [
        (effect.at_low, translucent(accent, 0.38)),
        (effect.at_high, accent),
    ];
    for (change, color) in bars {
        let bar = Rect::from_two_pos(
            pos2(x(change), y - HEIGHT / 2.0),
            pos2(zero, y + HEIGHT / 2.0),
        );
        painter.rect_filled(bar, CornerRadius::same(1), color);
    }
    let ends = y - HEIGHT / 2.0 - 2.0..=y + HEIGHT / 2.0 + 2.0;
    painter.vline(zero, ends, (1.0, style::color(ui, Role::StrokeStrong)));

    let least = effect.at_low.min(effect.at_high).min(0.0);
    let greatest = effect.at_low.max(effect.at_high).max(0.0);
    let (left, right) = (pos2(x(least) - 4.0, y), pos2(x(greatest) + 4.0, y));
    text(
        painter,
        left,
        Align2::RIGHT_CENTER,
        &effect.least,
        font.clone(),
        ink,
    );
    text(
        painter,
        right,
        Align2::LEFT_CENTER,
        &effect.greatest,
        font,
        ink,
    );
    let id = Id::unique(("effect", lever.id()));
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, &effect.sentence));
    response.on_hover_text(&effect.sentence);
}
