//! The line at the bottom: how fast, how sure, what is left out.

use eframe::egui::{Align2, Frame, Margin, Panel, Ui, pos2};

use super::paint::{describe, text, text_within};
use super::style::{self, size};
use crate::app::App;
use crate::evidence;
use crate::report::Locale;
use crate::theme::Role;

const HEIGHT: f32 = 24.0;

/// Shows the line.
pub fn show(ui: &mut Ui, app: &App, locale: &Locale) {
    let frame = Frame::new()
        .fill(style::color(ui, Role::Panel))
        .inner_margin(Margin::symmetric(16, 0));
    Panel::bottom("status")
        .exact_size(HEIGHT)
        .frame(frame)
        .show(ui, |ui| {
            let texts = &locale.text.window.status;
            let rect = ui.max_rect();
            let y = rect.center().y;
            let painter = ui.painter();
            let (font, color) = (style::regular(size::CAPTION), style::color(ui, Role::Text3));
            painter.circle_filled(
                pos2(rect.left() + 3.0, y),
                3.0,
                style::color(ui, Role::Good),
            );
            let time = format!("{:.1}", app.model_time().as_secs_f64() * 1e6);
            let mut parts = vec![
                texts.model_time.fill(&[("time", &time)]),
                texts.conditional.clone(),
            ];
            let zoom = app.view().zoom.percent();
            if zoom != 100 {
                parts.push(texts.zoom.fill(&[("percent", &zoom)]));
            }
            let left = parts.join("  ·  ");
            let at = pos2(rect.left() + 14.0, y);
            let placed = text(painter, at, Align2::LEFT_CENTER, &left, font.clone(), color);
            let sources = texts.sources.fill(&[("count", &evidence::sources().len())]);
            let right = format!("{}  ·  {sources}", texts.not_modelled);
            let width = rect.right() - placed.right() - 24.0;
            let galley = super::paint::line(painter, &right, font.clone(), color, width);
            let at = pos2(rect.right() - galley.size().x, y);
            text_within(painter, at, Align2::LEFT_CENTER, &right, font, color, width);
            describe(ui, "status", rect, &format!("{left}  ·  {right}"));
        });
}
