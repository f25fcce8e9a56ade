//! The menus: what the catalogue offers, recent files, shipped scenarios, and the years shown.

use std::path::Path;

use eframe::egui::containers::menu::{MenuButton, SubMenuButton};
use eframe::egui::{Button, RectAlign, Response, Tooltip, Ui, vec2};

use super::icons::Icon;
use super::style::space;
use super::{icons, keys, span_choice};
use crate::app::{App, Command, Entry, Menu, of_menu};
use crate::report::Locale;
use crate::scenario::shipped;

const WIDTH: f32 = 250.0;
const STORY_WIDTH: f32 = 380.0;

/// Shows the menus beside each other.
pub fn bar(ui: &mut Ui, app: &App, locale: &Locale) -> Vec<Command> {
    let mut chosen = Vec::new();
    for menu in Menu::ALL {
        let button = Button::new(name(locale, menu)).frame_when_inactive(false);
        MenuButton::from_button(button).ui(ui, |ui| {
            chosen.extend(entries(ui, app, locale, menu));
        });
    }
    let texts = &locale.text.window.menu;
    let button = Button::new(&texts.scenarios).frame_when_inactive(false);
    MenuButton::from_button(button).ui(ui, |ui| chosen.extend(scenarios(ui, app, locale)));
    chosen
}

/// Shows all menus behind one button, where there is no room for more.
pub fn compact(ui: &mut Ui, app: &App, locale: &Locale) -> Vec<Command> {
    let mut chosen = Vec::new();
    let texts = &locale.text.window.menu;
    let response = icons::button(ui, Icon::Menu, space::BUTTON, &texts.all, true);
    eframe::egui::Popup::menu(&response).show(|ui| {
        ui.set_min_width(WIDTH * 0.6);
        for menu in Menu::ALL {
            SubMenuButton::new(name(locale, menu)).ui(ui, |ui| {
                chosen.extend(entries(ui, app, locale, menu));
            });
        }
        SubMenuButton::new(&texts.scenarios).ui(ui, |ui| {
            chosen.extend(scenarios(ui, app, locale));
        });
    });
    chosen
}

fn name(locale: &Locale, menu: Menu) -> &str {
    let texts = &locale.text.window.menu;
    match menu {
        Menu::File => &texts.file,
        Menu::Edit => &texts.edit,
        Menu::View => &texts.view,
        Menu::Present => &texts.present,
    }
}

fn entries(ui: &mut Ui, app: &App, locale: &Locale, menu: Menu) -> Vec<Command> {
    ui.set_min_width(WIDTH);
    let mut chosen = Vec::new();
    let mut section = 0;
    for entry in of_menu(menu) {
        if entry.section != section {
            section = entry.section;
            ui.separator();
        }
        chosen.extend(item(ui, app, locale, entry));
        if entry.key == "open" {
            SubMenuButton::new(&locale.text.window.menu.open_recent).ui(ui, |ui| {
                ui.set_min_width(WIDTH);
                chosen.extend(recent(ui, app, locale));
            });
        }
    }
    if menu == Menu::View {
        SubMenuButton::new(&locale.text.window.menu.years_shown).ui(ui, |ui| {
            chosen.extend(span_choice::show(ui, app.view().span, locale));
        });
    }
    chosen
}

/// What a command of the catalogue is called.
pub fn command_name(locale: &Locale, key: &'static str) -> &'static str {
    let names = &locale.text.window.commands;
    names.get(key).map_or(key, String::as_str)
}

/// A line of a menu with its shortcut.
fn item(ui: &mut Ui, app: &App, locale: &Locale, entry: &Entry) -> Option<Command> {
    let shortcut = entry.shortcuts.first();
    let keys = shortcut.map(|&shortcut| keys::name(locale, shortcut));
    let button = Button::new(command_name(locale, entry.key))
        .shortcut_text(keys.unwrap_or_default())
        .min_size(vec2(WIDTH, 0.0));
    let command = (entry.command)(app);
    // What the command would take away is there now.
    let is_on = matches!(command, Command::SetBuiltInDialog(false));
    let button = button.selected(is_on);
    let clicked = ui.add_enabled(command.is_enabled(app), button).clicked();
    clicked.then_some(command)
}

fn recent(ui: &mut Ui, app: &App, locale: &Locale) -> Option<Command> {
    let files = &app.settings().recent_files;
    if files.is_empty() {
        ui.weak(&locale.text.window.menu.no_recent);
    }
    let mut chosen = None;
    for path in files {
        let folder = path.parent().unwrap_or(Path::new("")).display().to_string();
        if ui.button(file_name(path)).on_hover_text(folder).clicked() {
            chosen = Some(Command::OpenPath(path.clone()));
        }
    }
    chosen
}

/// The name of a file without its folder.
pub fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}

/// The shipped scenarios, each with its story.
pub fn scenarios(ui: &mut Ui, app: &App, locale: &Locale) -> Option<Command> {
    ui.set_min_width(WIDTH);
    let mut chosen = None;
    for shipped in shipped::shipped() {
        let scenario = shipped.scenario();
        let is_open = scenario.name == app.scenario().name;
        let name = scenario.name.get(locale.language);
        let button = Button::new(name)
            .selected(is_open)
            .min_size(vec2(WIDTH, 0.0));
        let response = ui.add(button);
        story_beside(&response, scenario.story.get(locale.language));
        if response.clicked() {
            chosen = Some(Command::OpenShipped(shipped.id.to_owned()));
        }
    }
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
