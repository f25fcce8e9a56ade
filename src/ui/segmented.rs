//! A row of segments of which one is on.

use eframe::egui::{
    Align2, CornerRadius, Id, Pos2, Rect, Role as Access, Sense, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use super::paint::{focus_ring, line, text};
use super::style::{self, BUTTON_RADIUS, size, space};
use crate::theme::Role;

/// Shows the segments with their right end at `right`; gives the index of one that was chosen,
/// and where they begin.
pub fn show(ui: &Ui, id: Id, right: Pos2, words: &[String], on: usize) -> (Option<usize>, f32) {
    let painter = ui.painter();
    let widths: Vec<f32> = words.iter().map(|words| segment_width(ui, words)).collect();
    let whole = vec2(width(ui, words), space::BUTTON);
    let rect = Align2::RIGHT_CENTER.anchor_size(right, whole);
    let edge = (1.0, style::color(ui, Role::StrokeStrong));
    let fill = style::color(ui, Role::Card);
    painter.rect(
        rect,
        CornerRadius::same(BUTTON_RADIUS),
        fill,
        edge,
        StrokeKind::Inside,
    );
    let mut chosen = None;
    let mut left = rect.left() + 2.0;
    for (index, (words, width)) in words.iter().zip(widths).enumerate() {
        let place = Rect::from_min_size(pos2(left, rect.top() + 2.0), vec2(width, 24.0));
        left += width;
        let is_on = index == on;
        let response = ui.interact(place, id.with(index), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Access::RadioButton, true, is_on, words));
        if is_on || response.hovered() {
            let fill = if is_on { Role::AccentSoft } else { Role::Hover };
            painter.rect_filled(place, CornerRadius::same(5), style::color(ui, fill));
        }
        let (font, role) = if is_on {
            (style::semibold(size::BODY), Role::Accent)
        } else {
            (style::regular(size::BODY), Role::Text2)
        };
        let color = style::color(ui, role);
        text(
            painter,
            place.center(),
            Align2::CENTER_CENTER,
            words,
            font,
            color,
        );
        focus_ring(ui, &response, place, BUTTON_RADIUS);
        if response.clicked() && !is_on {
            chosen = Some(index);
        }
    }
    (chosen, rect.left())
}

/// How wide a row of segments is.
pub fn width(ui: &Ui, words: &[String]) -> f32 {
    words
        .iter()
        .map(|words| segment_width(ui, words))
        .sum::<f32>()
        + 4.0
}

fn segment_width(ui: &Ui, words: &str) -> f32 {
    let (font, color) = (style::semibold(size::BODY), style::color(ui, Role::Text1));
    line(ui.painter(), words, font, color, f32::INFINITY)
        .size()
        .x
        + 20.0
}
