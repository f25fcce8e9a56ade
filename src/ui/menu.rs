//! The menus: files and shipped scenarios.

use std::path::Path;

use eframe::egui::containers::menu::{MenuButton, SubMenuButton};
use eframe::egui::{Button, RectAlign, Response, Tooltip, Ui, vec2};

use super::style::space;

use crate::app::{App, Command, Key, Shortcut};
use crate::report::Locale;
use crate::scenario::shipped;

const WIDTH: f32 = 230.0;
const STORY_WIDTH: f32 = 380.0;

/// The menu of files.
pub fn file(ui: &mut Ui, app: &App, locale: &Locale) -> Vec<Command> {
    let texts = &locale.text.window.menu;
    let mut chosen = Vec::new();
    MenuButton::from_button(Button::new(&texts.file).frame_when_inactive(false)).ui(ui, |ui| {
        ui.set_min_width(WIDTH);
        chosen.extend(item(ui, app, locale, &texts.new, Command::New));
        chosen.extend(item(ui, app, locale, &texts.open, Command::Open));
        SubMenuButton::new(&texts.open_recent).ui(ui, |ui| {
            ui.set_min_width(WIDTH);
            chosen.extend(recent(ui, app, locale));
        });
        ui.separator();
        chosen.extend(item(ui, app, locale, &texts.save, Command::Save));
        chosen.extend(item(ui, app, locale, &texts.save_as, Command::SaveAs));
        ui.separator();
        chosen.extend(item(ui, app, locale, &texts.undo, Command::Undo));
        chosen.extend(item(ui, app, locale, &texts.redo, Command::Redo));
        chosen.extend(item(ui, app, locale, &texts.reset_all, Command::ResetAll));
        ui.separator();
        chosen.extend(item(ui, app, locale, &texts.quit, Command::Quit));
    });
    chosen
}

fn recent(ui: &mut Ui, app: &App, locale: &Locale) -> Option<Command> {
    let files = &app.settings().recent_files;
    if files.is_empty() {
        ui.weak(&locale.text.window.menu.no_recent);
    }
    let mut chosen = None;
    for path in files {
        let name = path.file_name().map_or_else(
            || path.display().to_string(),
            |name| name.to_string_lossy().into_owned(),
        );
        let folder = path.parent().unwrap_or(Path::new("")).display().to_string();
        if ui.button(name).on_hover_text(folder).clicked() {
            chosen = Some(Command::OpenPath(path.clone()));
        }
    }
    chosen
}

/// The menu of shipped scenarios, each with its story.
pub fn scenarios(ui: &mut Ui, app: &App, locale: &Locale) -> Vec<Command> {
    let texts = &locale.text.window.menu;
    let mut chosen = Vec::new();
    MenuButton::from_button(Button::new(&texts.scenarios).frame_when_inactive(false)).ui(
        ui,
        |ui| {
            ui.set_min_width(WIDTH);
            for shipped in shipped::shipped() {
                let scenario = shipped.scenario();
                let is_open = scenario.name == app.scenario().name;
                let name = scenario.name.get(locale.language);
                let button = Button::new(name)
                    .selected(is_open)
                    .min_size(vec2(WIDTH, 0.0));
                let story = scenario.story.get(locale.language);
                let response = ui.add(button);
                story_beside(&response, story);
                if response.clicked() {
                    chosen.push(Command::OpenShipped(shipped.id.to_owned()));
                }
            }
        },
    );
    chosen
}

/// Shows a story beside the menu, where it covers none of it.
fn story_beside(response: &Response, story: &str) {
    let mut tooltip = Tooltip::for_enabled(response).gap(space::GAP);
    tooltip.popup = tooltip.popup.align(RectAlign::RIGHT_START);
    tooltip.show(|ui| {
        ui.set_max_width(STORY_WIDTH);
        ui.label(story);
    });
}

/// A line of a menu with its shortcut.
fn item(ui: &mut Ui, app: &App, locale: &Locale, name: &str, command: Command) -> Option<Command> {
    let keys = command
        .shortcut()
        .map(|shortcut| shortcut_name(locale, shortcut));
    let button = Button::new(name)
        .shortcut_text(keys.unwrap_or_default())
        .min_size(vec2(WIDTH, 0.0));
    let clicked = ui.add_enabled(command.is_enabled(app), button).clicked();
    clicked.then_some(command)
}

fn shortcut_name(locale: &Locale, shortcut: Shortcut) -> String {
    let texts = &locale.text.window.menu;
    let key = match shortcut.key {
        Key::N => "N",
        Key::O => "O",
        Key::Q => "Q",
        Key::S => "S",
        Key::Y => "Y",
        Key::Z => "Z",
    };
    let ctrl = if cfg!(target_os = "macos") {
        "⌘"
    } else {
        &texts.ctrl
    };
    if shortcut.shift {
        format!("{ctrl}+{}+{key}", texts.shift)
    } else {
        format!("{ctrl}+{key}")
    }
}
