//! The question about work that was never saved: what it is, when it was changed last, what of it
//! is not in its file.

use eframe::egui::{Align, Layout, RichText, ScrollArea, Ui};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::icons::text_button;
use super::question::{head, list, modal};
use super::style::{self, size, space};
use crate::app::{Command, Recovered};
use crate::report::Locale;
use crate::scenario::Scenario;
use crate::theme::Role;

const WIDTH: f32 = 520.0;
/// More entries than fit into this height are scrolled.
const HEIGHT: f32 = 360.0;

/// Asks what is to become of each entry; gives the answer to one of them, or that it can wait.
pub fn show(ui: &Ui, locale: &Locale, found: &[Recovered]) -> Option<Command> {
    let texts = &locale.text.window.recovery;
    modal(ui, WIDTH, |ui| {
        head(ui, &texts.title, &texts.body);
        let mut answer = None;
        ScrollArea::vertical().max_height(HEIGHT).show(ui, |ui| {
            for (number, entry) in found.iter().enumerate() {
                ui.add_space(space::GAP / 2.0);
                ui.separator();
                answer = row(ui, locale, number, entry).or(answer.take());
            }
        });
        ui.add_space(space::GAP);
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            if text_button(ui, &texts.later).clicked() {
                answer = Some(Command::Stay);
            }
        });
        answer
    })
}

fn row(ui: &mut Ui, locale: &Locale, number: usize, entry: &Recovered) -> Option<Command> {
    let texts = &locale.text.window.recovery;
    let name = name(locale, entry);
    let title = texts
        .entry
        .fill(&[("name", &name), ("time", &time(entry.written))]);
    ui.label(RichText::new(title).font(style::semibold(size::BODY)));
    let place = match &entry.unsaved.path {
        Some(path) => path.display().to_string(),
        None => texts.without_file.clone(),
    };
    let quiet = style::color(ui, Role::Text3);
    ui.label(RichText::new(place).color(quiet));
    let scenario = &entry.unsaved.scenario;
    let baseline = Scenario::new(scenario.baseline);
    let saved = entry.original.as_ref().map(|original| &original.scenario);
    list(ui, locale, (saved.unwrap_or(&baseline), scenario));
    ui.horizontal(|ui| {
        let restore = text_button(ui, &texts.restore);
        if number == 0 && ui.memory(|memory| memory.focused().is_none()) {
            restore.request_focus();
        }
        let forget = text_button(ui, &texts.forget);
        let restored = restore.clicked().then_some(Command::Restore(number));
        let answer = restored.or(forget.clicked().then_some(Command::Forget(number)));
        restore.accessible_name(texts.restore_name.fill(&[("name", &name)]));
        forget.accessible_name(texts.forget_name.fill(&[("name", &name)]));
        answer
    })
    .inner
}

/// The name of the scenario; that of its file, or that it has none, where it has no name.
fn name(locale: &Locale, entry: &Recovered) -> String {
    let name = entry.unsaved.scenario.name.get(locale.language);
    let file = entry
        .unsaved
        .path
        .as_ref()
        .and_then(|path| path.file_stem());
    match file {
        _ if !name.is_empty() => name.to_owned(),
        Some(stem) => stem.to_string_lossy().into_owned(),
        None => locale.text.window.untitled.clone(),
    }
}

/// A time as it is on the clock here.
fn time(written: Timestamp) -> String {
    let local = written.to_zoned_datetime(TimeZone::system());
    local.strftime("%Y-%m-%d %H:%M").to_string()
}
