//! Questions that must be answered before anything else: before unsaved changes, comments or what
//! another program wrote are lost.

use eframe::egui::{Align, Id, Key, Layout, Modal, RichText, Ui};

use super::icons::text_button;
use super::style::{self, size, space};
use super::{recovery, top_bar};
use crate::app::{App, Command, Question};
use crate::report::Locale;
use crate::report::difference::differences;
use crate::scenario::Scenario;
use crate::theme::Role;

/// So many differences are listed; more are counted.
const LISTED: usize = 6;

/// Shows the question, if there is one; gives the answer.
pub fn show(ui: &Ui, app: &App, locale: &Locale) -> Option<Command> {
    match app.question()? {
        Question::UnsavedChanges { .. } => unsaved_changes(ui, app, locale),
        Question::Comments { .. } => comments(ui, app, locale),
        Question::ChangedOutside { theirs, .. } => outside(ui, app, locale, &theirs.scenario),
        Question::Unsaved(found) => recovery::show(ui, locale, found),
    }
}

fn unsaved_changes(ui: &Ui, app: &App, locale: &Locale) -> Option<Command> {
    let texts = &locale.text.window.question;
    let title = texts.title.fill(&[("name", &top_bar::title(app, locale))]);
    modal(ui, 400.0, |ui| {
        head(ui, &title, &texts.body);
        let answers = [
            (&texts.save, Command::SaveForLeaving),
            (&texts.cancel, Command::Stay),
        ];
        buttons(ui, (&texts.discard, Command::LeaveWithoutSaving), answers)
    })
}

fn comments(ui: &Ui, app: &App, locale: &Locale) -> Option<Command> {
    let texts = &locale.text.window.comments;
    let title = texts.title.fill(&[("file", &file_name(app))]);
    modal(ui, 460.0, |ui| {
        head(ui, &title, &texts.body);
        let cancel = &locale.text.window.question.cancel;
        let answers = [(&texts.save_as, Command::SaveAs), (cancel, Command::Stay)];
        buttons(ui, (&texts.replace, Command::GiveUpComments), answers)
    })
}

/// What both sides have changed, and which of them is to stay.
fn outside(ui: &Ui, app: &App, locale: &Locale, theirs: &Scenario) -> Option<Command> {
    let texts = &locale.text.window.outside;
    let title = texts.title.fill(&[("file", &file_name(app))]);
    let opened = app.document().saved_scenario();
    modal(ui, 520.0, |ui| {
        head(ui, &title, &texts.body);
        for (heading, scenario) in [(&texts.theirs, theirs), (&texts.mine, app.scenario())] {
            ui.add_space(space::GAP / 2.0);
            ui.label(RichText::new(heading).font(style::semibold(size::BODY)));
            list(ui, locale, (opened, scenario));
        }
        let answers = [
            (&texts.keep, Command::KeepMine),
            (&texts.compare, Command::CompareWithTheirs),
            (&locale.text.window.question.cancel, Command::Stay),
        ];
        buttons(ui, (&texts.take, Command::TakeTheirs), answers)
    })
}

/// The name of the open file without its folder.
pub(super) fn file_name(app: &App) -> String {
    let name = app.document().path().and_then(|path| path.file_name());
    name.unwrap_or_default().to_string_lossy().into_owned()
}

/// What is not the same in two states of a scenario, one a line; what is too much is counted.
pub(super) fn list(ui: &mut Ui, locale: &Locale, (before, after): (&Scenario, &Scenario)) {
    let texts = &locale.text.window.recovery;
    let mut lines = differences(locale, before, after);
    if lines.is_empty() {
        lines.push(texts.unchanged.clone());
    }
    if lines.len() > LISTED + 1 {
        let more = lines.len() - LISTED;
        lines.truncate(LISTED);
        lines.push(texts.more.fill(&[("count", &more)]));
    }
    let quiet = style::color(ui, Role::Text2);
    for line in lines {
        ui.label(RichText::new(line).color(quiet));
    }
}

/// Shows what is asked over everything else; closing it means to go on as before.
pub(super) fn modal(
    ui: &Ui,
    width: f32,
    content: impl FnOnce(&mut Ui) -> Option<Command>,
) -> Option<Command> {
    let modal = Modal::new(Id::unique("question"))
        .frame(style::modal(ui))
        .show(ui.ctx(), |ui| {
            ui.set_width(width);
            content(ui)
        });
    let is_closed = modal.should_close() || ui.input(|input| input.key_pressed(Key::Escape));
    modal.inner.or(is_closed.then_some(Command::Stay))
}

pub(super) fn head(ui: &mut Ui, title: &str, body: &str) {
    ui.label(RichText::new(title).font(style::semibold(size::BRAND)));
    ui.label(body);
}

/// The answer that gives something up on the left, the others on the right: the last is the first
/// of them, and has the focus.
fn buttons<const N: usize>(
    ui: &mut Ui,
    (lossy, loss): (&str, Command),
    answers: [(&String, Command); N],
) -> Option<Command> {
    ui.add_space(space::GAP);
    ui.horizontal(|ui| {
        let mut answer = text_button(ui, lossy).clicked().then_some(loss);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for (index, (words, command)) in answers.into_iter().enumerate() {
                let button = text_button(ui, words);
                if index == 0 && ui.memory(|memory| memory.focused().is_none()) {
                    button.request_focus();
                }
                if button.clicked() {
                    answer = Some(command);
                }
            }
        });
        answer
    })
    .inner
}
