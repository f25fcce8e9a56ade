//! What went wrong or was done elsewhere, in a window of its own until it has been read.

use eframe::egui::{Id, Modal, RichText, ScrollArea, Ui};

use super::icons::text_button;
use super::question::file_name;
use super::style::{self, size, space};
use crate::app::{App, Command, Damage, Export, Log, Notice};
use crate::format::exact;
use crate::report::Locale;
use crate::report::difference::differences;
use crate::report::reason::reason;
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
            ui.label(
                RichText::new(headline(app, locale, notice)).font(style::semibold(size::TITLE)),
            );
            let details = details(app, locale, notice);
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

fn headline(app: &App, locale: &Locale, notice: &Notice) -> String {
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
        Notice::CannotExport { path, error } => texts.cannot_export.fill(&[
            ("file", &path.display()),
            ("reason", &reason(locale, error)),
        ]),
        Notice::CannotSave { path, error } => texts.cannot_save.fill(&[
            ("file", &path.display()),
            ("reason", &reason(locale, error)),
        ]),
        Notice::Reloaded { .. } => texts.reloaded.fill(&[("file", &file_name(app))]),
        Notice::FileGone { path } => texts.file_gone.fill(&[("file", &path.display())]),
        Notice::BrokenOutside { path, .. } => {
            texts.broken_outside.fill(&[("file", &path.display())])
        }
        Notice::KeptCopy { copy } => texts.kept_copy.fill(&[("file", &copy.display())]),
        Notice::JournalFailed { error } => texts
            .journal_failed
            .fill(&[("reason", &reason(locale, error))]),
        Notice::SettingsDamaged(Damage::SetAside(path)) => {
            texts.settings_set_aside.fill(&[("file", &path.display())])
        }
        Notice::SettingsDamaged(Damage::Unreadable { path, reason }) => texts
            .settings_unreadable
            .fill(&[("file", &path.display()), ("reason", reason)]),
        Notice::FanFailed => texts.fan_failed.fill(&[("log", &log_path())]),
        Notice::ExportFailed(path) => texts
            .export_failed
            .fill(&[("file", &path.display()), ("log", &log_path())]),
        Notice::DiagnosticsCopied => texts.diagnostics_copied.fill(&[("log", &log_path())]),
        Notice::ResultsMoved { path, .. } => texts.moved.fill(&[("file", &path.display())]),
    }
}

/// Where failures are written down, in words.
fn log_path() -> String {
    let path = Log::of_user().path();
    path.map_or_else(|| "–".to_owned(), |path| path.display().to_string())
}

fn details(app: &App, locale: &Locale, notice: &Notice) -> Vec<String> {
    match notice {
        Notice::Reloaded { before } => differences(locale, before, app.scenario()),
        Notice::CannotOpen {
            error: ReadError::Problems(problems),
            ..
        }
        | Notice::BrokenOutside {
            error: ReadError::Problems(problems),
            ..
        } => problems
            .iter()
            .map(|problem| problem.one_line(locale.language))
            .collect(),
        Notice::CannotOpen { path, error } | Notice::BrokenOutside { path, error } => {
            vec![error.render(&path.display().to_string(), locale.language)]
        }
        Notice::ResultsMoved { moved, .. } => moved
            .iter()
            .map(|moved| moved_result(locale, moved))
            .collect(),
        _ => Vec::new(),
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
