//! The walk from number to number that led to what is explained, as links back.

use eframe::egui::{CursorIcon, RichText, Sense, Ui, vec2};

use super::icons::{self, Icon};
use super::paint::focus_ring;
use super::style::{self, size};
use crate::app::Command;
use crate::model::Reference;
use crate::report::explanation::Explainer;
use crate::theme::Role;

/// Of a longer walk the first place and the last ones are shown.
const SHOWN: usize = 4;

/// Shows the places before the last one; gives a way back.
pub fn show(ui: &mut Ui, explainer: &Explainer<'_>, trail: &[Reference]) -> Option<Command> {
    let (last, before) = trail.split_last()?;
    let mut chosen = None;
    if before.is_empty() {
        return None;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(3.0, 3.0);
        let quiet = style::color(ui, Role::Text3);
        let hidden = 1..before.len().saturating_sub(SHOWN - 1).max(1);
        for (place, &reference) in before.iter().enumerate() {
            if hidden.contains(&place) && place != hidden.start {
                continue;
            }
            if place > 0 {
                arrow(ui);
            }
            if hidden.contains(&place) {
                ui.label(RichText::new("…").small().color(quiet));
                continue;
            }
            // Within the year of the number that is explained, a name goes without its year.
            let name = explainer.name_within(reference, last.year().or(trail[0].year()));
            if link(ui, &name) {
                chosen = Some(Command::ExplainBack(place));
            }
        }
    });
    chosen
}

fn arrow(ui: &mut Ui) {
    let quiet = style::color(ui, Role::Text3);
    let size = vec2(9.0, 14.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    icons::paint(ui.painter(), Icon::Closed, rect.center(), quiet);
}

fn link(ui: &mut Ui, words: &str) -> bool {
    let color = style::color(ui, Role::Accent);
    let words = RichText::new(words)
        .font(style::regular(size::LABEL))
        .color(color);
    let response = ui.link(words);
    focus_ring(ui, &response, response.rect, 3);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
