//! The line at the bottom: how fast, how sure, what is left out.

use eframe::egui::{Align2, Frame, Margin, Panel, Ui, pos2};

use super::paint::{describe, line, text};
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
            let rect = ui.max_rect();
            let y = rect.center().y;
            let painter = ui.painter();
            let (font, color) = (style::regular(size::CAPTION), style::color(ui, Role::Text3));
            let good = style::color(ui, Role::Good);
            painter.circle_filled(pos2(rect.left() + 3.0, y), 3.0, good);
            let width = |words: &str| {
                let galley = line(painter, words, font.clone(), color, f32::INFINITY);
                galley.size().x
            };
            let (mut left, mut right) = parts(app, locale);
            // What matters least goes first where there is no room for all.
            while right.len() + left.len() > 2
                && width(&joined(&left)) + width(&joined(&right)) + 50.0 > rect.width()
            {
                if left.len() > 1 {
                    left.remove(0);
                } else {
                    right.remove(0);
                }
            }
            let (left, right) = (joined(&left), joined(&right));
            let at = pos2(rect.left() + 14.0, y);
            let placed = text(painter, at, Align2::LEFT_CENTER, &left, font.clone(), color);
            let room = rect.right() - placed.right() - 24.0;
            let galley = line(painter, &right, font.clone(), color, room);
            let at = pos2(rect.right() - galley.size().x, y - galley.size().y / 2.0);
            painter.galley(at, galley, color);
            describe(ui, "status", rect, &format!("{left}  ·  {right}"));
        });
}

/// What stands on the left and on the right, what matters least first.
fn parts(app: &App, locale: &Locale) -> (Vec<String>, Vec<String>) {
    let texts = &locale.text.window.status;
    let time = format!("{:.1}", app.model_time().as_secs_f64() * 1e6);
    let mut left = vec![texts.model_time.fill(&[("time", &time)])];
    left.extend(fan(app, locale));
    let zoom = app.view().zoom.percent();
    if zoom != 100 {
        left.push(texts.zoom.fill(&[("percent", &zoom)]));
    }
    left.push(texts.conditional.clone());
    let sources = evidence::sources().len();
    let right = vec![
        texts.not_modelled.clone(),
        texts.sources.fill(&[("count", &sources)]),
    ];
    (left, right)
}

/// How many draws the fan that is shown was made of, or how far the next one has come.
fn fan(app: &App, locale: &Locale) -> Option<String> {
    let texts = &locale.text.uncertainty;
    let count = |count| locale.numbers.count(count);
    if let Some(progress) = app.fan_progress() {
        let (done, draws) = (count(progress.done), count(progress.of));
        return Some(
            texts
                .fan_progress
                .fill(&[("done", &done), ("draws", &draws)]),
        );
    }
    let time = format!("{:.1}", app.fan_time()?.as_secs_f64() * 1e3);
    let draws = count(app.fan()?.samples());
    Some(texts.fan_time.fill(&[("draws", &draws), ("time", &time)]))
}

fn joined(parts: &[String]) -> String {
    parts.join("  ·  ")
}
