//! What went wrong or was done elsewhere, in a window of its own until it has been read.

use eframe::egui::{Id, Modal, RichText, ScrollArea, Ui};

use super::icons::text_button;
use super::style::{self, size, space};
use crate::app::{App, Command, Export, Notice};
use crate::format::exact;
use crate::report::Locale;
use crate::scenario::MovedResult;
use crate::scenario::file::ReadError;

/// Shows the notice, if there is one; gives a command once it has been read.
pub fn show(ui: &Ui, app: &App, locale: &Locale) -> Option<Command> {
    let notice = app.notice()?;
    let mut is_read = false;
    let modal = Modal::new(Id::unique("notice"))
        .frame(style::modal(ui))
        .show(ui.ctx(), |ui| {
            ui.set_width(560.0);
            ui.label(RichText::new(headline(locale, notice)).font(style::semibold(size::TITLE)));
            let details = details(locale, notice);
            if !details.is_empty() {
                ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                    for detail in details {
                        ui.label(detail);
                    }
                });
            }
            ui.add_space(space::GAP);
            let close = text_button(ui, &locale.text.window.notice.close);
            if ui.memory(|memory| memory.focused().is_none()) {
                close.request_focus();
            }
            is_read = close.clicked();
        });
    (is_read || modal.should_close()).then_some(Command::DismissNotice)
}

fn headline(locale: &Locale, notice: &Notice) -> String {
    let texts = &locale.text.window.notice;
    match notice {
        Notice::CannotOpen { path, .. } => texts.cannot_open.fill(&[("file", &path.display())]),
        Notice::Exported { what, path } => {
            let sentence = match what {
                Export::Workbook => &texts.exported,
                Export::HandOut => &texts.handed_out,
                Export::Picture { .. } | Export::Slides(_) => &texts.written,
            };
            sentence.fill(&[("file", &path.display())])
        }
        Notice::CannotExport { path, error } => texts
            .cannot_export
            .fill(&[("file", &path.display()), ("reason", error)]),
        Notice::ResultsMoved { path, .. } => texts.moved.fill(&[("file", &path.display())]),
        Notice::CannotSave { path, error } => texts
            .cannot_save
            .fill(&[("file", &path.display()), ("reason", error)]),
    }
}

fn details(locale: &Locale, notice: &Notice) -> Vec<String> {
    match notice {
        Notice::CannotOpen {
            error: ReadError::Problems(problems),
            ..
        } => problems
            .iter()
            .map(|problem| problem.one_line(locale.language))
            .collect(),
        Notice::CannotOpen { path, error } => {
            vec![error.render(&path.display().to_string(), locale.language)]
        }
        Notice::ResultsMoved { moved, .. } => moved
            .iter()
            .map(|moved| moved_result(locale, moved))
            .collect(),
        Notice::Exported { .. } | Notice::CannotExport { .. } | Notice::CannotSave { .. } => {
            Vec::new()
        }
    }
}

/// A result as it is and as it was, with more digits where they would look alike.
fn moved_result(locale: &Locale, moved: &MovedResult) -> String {
    let info = moved.series.info();
    let unit = locale.numbers.plain_name(&info.unit);
    let shown = |value| locale.amount(moved.series, value);
    let (mut now, mut saved) = (shown(moved.now), shown(moved.saved));
    if now == saved {
        [now, saved] = [moved.now, moved.saved].map(|value| format!("{} {unit}", exact(value)));
    }
    locale.text.window.notice.moved_result.fill(&[
        ("name", &info.label.get(locale.language)),
        ("year", &moved.year.calendar()),
        ("now", &now),
        ("saved", &saved),
    ])
}
