//! What is not modelled, as cards of one size.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Align2, Galley, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use crate::report::World;
use crate::report::evidence::limits;
use crate::theme::Role;
use crate::ui::overview::beside;
use crate::ui::paint::{card, describe, text_within};
use crate::ui::style::{self, size, space};

/// What stands over and under the sentence of a card.
const HEAD: f32 = 36.0;
const FOOT: f32 = 14.0;
const LEAST_WIDTH: f32 = 300.0;

/// Shows the section.
pub fn show(ui: &mut Ui, world: &World<'_>, rect: Rect) {
    let points = limits(world);
    let columns = ((rect.width() / LEAST_WIDTH) as usize).clamp(1, 3);
    let width = (rect.width() - space::GAP * (columns - 1) as f32) / columns as f32;
    let longest = points
        .iter()
        .map(|(_, words)| body(ui, words, width - 2.0 * space::CARD).size().y);
    let height = HEAD + longest.fold(0.0, f32::max) + FOOT;
    let mut inner = ui.new_child(UiBuilder::new().max_rect(rect.with_max_x(rect.right() + 8.0)));
    ScrollArea::vertical()
        .id_salt("limits")
        .auto_shrink(false)
        .show(&mut inner, |ui| {
            for row in points.chunks(columns) {
                let size = vec2(rect.width(), height);
                let (place, _) = ui.allocate_exact_size(size, Sense::hover());
                for ((title, sentence), place) in row.iter().zip(beside(place, columns)) {
                    point(ui, place, title, sentence);
                }
            }
        });
}

fn point(ui: &Ui, place: Rect, title: &str, sentence: &str) {
    card(ui, place);
    let inner = place.shrink2(vec2(space::CARD, 12.0));
    let painter = ui.painter();
    let (font, ink) = (style::semibold(size::TITLE), style::color(ui, Role::Text1));
    let at = pos2(inner.left(), inner.top() + 8.0);
    text_within(
        painter,
        at,
        Align2::LEFT_CENTER,
        title,
        font,
        ink,
        inner.width(),
    );
    let galley = body(ui, sentence, inner.width());
    let at = pos2(inner.left(), place.top() + HEAD);
    painter.galley(at, galley, style::color(ui, Role::Text2));
    describe(ui, ("limit", title), place, &format!("{title}. {sentence}"));
}

/// A sentence that wraps, a little apart line from line.
fn body(ui: &Ui, sentence: &str, width: f32) -> Arc<Galley> {
    let format = TextFormat {
        line_height: Some(19.0),
        ..TextFormat::simple(style::regular(size::BODY), style::color(ui, Role::Text2))
    };
    let mut job = LayoutJob::single_section(sentence.to_owned(), format);
    job.wrap.max_width = width;
    ui.painter().layout_job(job)
}
