//! The bar at the top: menus, the scenario's name, undo and redo, language and theme.

use eframe::egui::{
    Align, CornerRadius, Frame, Id, Layout, Margin, Panel, Popup, Role as Access, Sense, Ui,
    WidgetInfo, pos2, vec2,
};

use super::icons::{self, Icon};
use super::menu::command_name;
use super::paint::{focus_ring, line};
use super::style::{self, size, space};
use super::{menu, segmented, tabs};
use crate::app::{App, CATALOGUE, Change, Command, SlideChange};
use crate::format::{Currency, Money};
use crate::model::Assumption;
use crate::report::Locale;
use crate::report::supplier_table::share_unit;
use crate::text::{Language, Words, outside};
use crate::theme::{Role, Theme};

const HEIGHT: f32 = 48.0;

/// Bars narrower than this have one menu and a list of pages.
const NARROW: f32 = 860.0;
/// Bars narrower than this show the sign of the program without its name.
const COMPACT: f32 = 1340.0;
/// In bars narrower than this its Chinese name gives its room to that of the scenario.
const CLOSE: f32 = 1480.0;
/// Width of what opens under the scenario's name.
const STORY: f32 = 380.0;
/// Room for what stands at the right end, and a part of the scenario's name.
const RIGHT: f32 = 250.0;

/// Shows the bar; gives what the user wants done.
pub fn show(ui: &mut Ui, app: &App, locale: &Locale) -> Vec<Command> {
    let frame = Frame::new()
        .fill(style::color(ui, Role::Panel))
        .inner_margin(Margin {
            left: 16,
            right: 16,
            top: 0,
            bottom: 0,
        });
    let mut commands = Vec::new();
    Panel::top("top bar")
        .exact_size(HEIGHT)
        .frame(frame)
        .show(ui, |ui| {
            let width = ui.available_width();
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                icons::brand(ui);
                if width >= COMPACT {
                    brand_name(ui, locale, width >= CLOSE);
                }
                if width < NARROW {
                    commands.extend(menu::compact(ui, app, locale));
                } else {
                    commands.extend(menu::bar(ui, app, locale));
                }
                separator(ui);
                commands.extend(history_buttons(ui, app, locale));
                commands.extend(levers_button(ui, app, locale));
                separator(ui);
                let room = ui.available_width() - RIGHT;
                match tabs::padding(ui, locale, room) {
                    Some(padding) => {
                        commands.extend(tabs::row(ui, app, locale, (padding, HEIGHT)));
                    }
                    None => commands.extend(tabs::list(ui, app, locale)),
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    commands.extend(theme_button(ui, app, locale));
                    commands.extend(language_switch(ui, locale));
                    if width >= NARROW {
                        commands.extend(currency_switch(ui, app, locale));
                    }
                    separator(ui);
                    commands.extend(document_name(ui, app, locale));
                });
            });
        });
    commands
}

/// Shows or hides the panel of levers.
fn levers_button(ui: &mut Ui, app: &App, locale: &Locale) -> Option<Command> {
    let entry = CATALOGUE.iter().find(|entry| entry.key == "levers")?;
    let (rect, _) = ui.allocate_exact_size(vec2(space::BUTTON, space::BUTTON), Sense::hover());
    let name = command_name(locale, entry.key);
    let is_open = app.view().has_levers();
    let id = Id::unique("levers button");
    let response = icons::toggle_at(ui, Icon::Levers, rect, id, (name, is_open));
    response.clicked().then(|| (entry.command)(app))
}

fn brand_name(ui: &mut Ui, locale: &Locale, with_chinese: bool) {
    ui.add_space(2.0);
    let painter = ui.painter().clone();
    let (font, color) = (style::semibold(size::BRAND), style::color(ui, Role::Text1));
    let name = line(
        &painter,
        &locale.text.window.app_name,
        font,
        color,
        f32::INFINITY,
    );
    let (font, quiet) = (style::regular(size::BRAND), style::color(ui, Role::Text2));
    let chinese = if with_chinese { "算力" } else { "" };
    let han = line(&painter, chinese, font, quiet, f32::INFINITY);
    let width = name.size().x + 8.0 + han.size().x;
    let (rect, _) = ui.allocate_exact_size(vec2(width, 24.0), Sense::hover());
    let y = rect.center().y;
    painter.galley(
        pos2(rect.left(), y - name.size().y / 2.0),
        name.clone(),
        color,
    );
    let left = rect.left() + name.size().x + 8.0;
    painter.galley(pos2(left, y - han.size().y / 2.0), han, quiet);
}

fn separator(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(13.0, 28.0), Sense::hover());
    ui.painter().vline(
        rect.center().x,
        rect.y_range(),
        (1.0, style::color(ui, Role::Stroke)),
    );
}

/// The name of the scenario and its file; a dot where something is not saved. A click tells its
/// story and offers others.
fn document_name(ui: &mut Ui, app: &App, locale: &Locale) -> Option<Command> {
    let name = title(app, locale);
    let painter = ui.painter().clone();
    let color = style::color(ui, Role::Text1);
    let widest = (ui.available_width() - 50.0).clamp(24.0, 420.0);
    let galley = line(&painter, &name, style::regular(size::TITLE), color, widest);
    let is_changed = app.document().is_changed();
    let width = galley.size().x + 46.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 28.0), Sense::click());
    if response.hovered() {
        let fill = style::color(ui, Role::Hover);
        painter.rect_filled(rect, CornerRadius::same(5), fill);
    }
    focus_ring(ui, &response, rect.shrink(2.0), 5);
    let quiet = style::color(ui, Role::Text3);
    let sign = pos2(rect.left() + 13.0, rect.center().y);
    icons::paint(&painter, Icon::Document, sign, quiet);
    let left = rect.left() + 25.0;
    let top = rect.center().y - galley.size().y / 2.0;
    let right = left + galley.size().x;
    painter.galley(pos2(left, top), galley, color);
    if is_changed {
        let dot = pos2(right + 9.0, rect.center().y);
        painter.circle_filled(dot, 3.5, style::color(ui, Role::Warn));
    }
    let texts = &locale.text.window;
    let described = if is_changed {
        format!("{name} – {}", texts.unsaved)
    } else {
        name
    };
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &described));
    let path = app.document().path().map(|path| path.display().to_string());
    let lines = [path, is_changed.then(|| texts.unsaved.clone())];
    let hint: Vec<String> = lines.into_iter().flatten().collect();
    if !hint.is_empty() && !Popup::is_any_open(ui.ctx()) {
        response.clone().on_hover_text(hint.join("\n"));
    }
    let opened = Popup::menu(&response)
        .width(STORY)
        .show(|ui| about_document(ui, app, locale))?;
    opened.inner
}

/// What the open scenario is about, a way to say it otherwise, and the others there are.
fn about_document(ui: &mut Ui, app: &App, locale: &Locale) -> Option<Command> {
    ui.set_max_width(STORY);
    let scenario = app.scenario();
    let story = scenario.shown_story(locale.language);
    if !story.is_empty() {
        ui.label(&*story);
        ui.separator();
    }
    let mut chosen = None;
    if ui.button(command_name(locale, "describe")).clicked() {
        chosen = Some(Command::AskForDescription);
    }
    ui.separator();
    chosen.or_else(|| menu::scenarios(ui, app, locale))
}

/// The name of the open scenario: its own, with the file's in brackets.
pub fn title(app: &App, locale: &Locale) -> String {
    let name = app.scenario().shown_name(locale.language);
    let file = app.document().path().and_then(|path| path.file_name());
    let file = file.map(|file| outside::one_line(&file.to_string_lossy()).into_owned());
    match file {
        None if name.is_empty() => locale.text.window.untitled.clone(),
        None => name.into_owned(),
        Some(file) if name.is_empty() || file == format!("{name}.ron") => file,
        Some(file) => format!("{name} ({file})"),
    }
}

fn history_buttons(ui: &mut Ui, app: &App, locale: &Locale) -> Vec<Command> {
    let texts = &locale.text.window.menu;
    let history = app.document().history();
    let name = |change: Option<&Change>, plain: &str, template: &crate::text::Template| {
        change.map_or_else(
            || plain.to_owned(),
            |change| template.fill(&[("what", &step_name(locale, change))]),
        )
    };
    let buttons = [
        (
            Icon::Undo,
            name(
                history.undoable(),
                command_name(locale, "undo"),
                &texts.undo_what,
            ),
            Command::Undo,
        ),
        (
            Icon::Redo,
            name(
                history.redoable(),
                command_name(locale, "redo"),
                &texts.redo_what,
            ),
            Command::Redo,
        ),
    ];
    buttons
        .into_iter()
        .filter_map(|(icon, name, command)| {
            let enabled = command.is_enabled(app);
            let clicked = icons::button(ui, icon, space::BUTTON, &name, enabled).clicked();
            (clicked && enabled).then_some(command)
        })
        .collect()
}

/// A step of history in words.
fn step_name(locale: &Locale, change: &Change) -> String {
    let supplier_name = |name: &Words| outside::one_line(name.get(locale.language)).into_owned();
    match change {
        Change::Lever {
            assumption,
            before,
            after,
        } => {
            let number = |value| locale.numbers.typed(value, &assumption.info().unit).number;
            locale.text.window.menu.lever_step.fill(&[
                ("lever", &assumption.info().label.get(locale.language)),
                ("before", &number(*before)),
                ("after", &number(*after)),
            ])
        }
        Change::Range { assumption } => {
            let lever = assumption.info().label.get(locale.language);
            (locale.text.window.menu.range_step).fill(&[("lever", &lever)])
        }
        Change::Reloaded => locale.text.window.outside.step.clone(),
        Change::Restored => locale.text.window.recovery.step.clone(),
        Change::ResetAll => command_name(locale, "reset_all").to_owned(),
        Change::Description => locale.text.window.description.step.clone(),
        Change::SupplierShare {
            name,
            before,
            after,
        } => {
            let texts = &locale.text.window.menu;
            let share = |share| locale.numbers.typed(share, share_unit()).number;
            texts.supplier_share.fill(&[
                ("supplier", &supplier_name(name)),
                ("before", &share(*before)),
                ("after", &share(*after)),
            ])
        }
        Change::SupplierAdded(name) => {
            let texts = &locale.text.window.menu;
            (texts.supplier_added).fill(&[("supplier", &supplier_name(name))])
        }
        Change::SupplierEdited(name) => {
            let texts = &locale.text.window.menu;
            (texts.supplier_edited).fill(&[("supplier", &supplier_name(name))])
        }
        Change::SupplierRemoved(name) => {
            let texts = &locale.text.window.menu;
            (texts.supplier_removed).fill(&[("supplier", &supplier_name(name))])
        }
        Change::Slide(change, number) => {
            let texts = &locale.text.window.menu;
            let sentence = match change {
                SlideChange::Added => &texts.slide_added,
                SlideChange::Edited => &texts.slide_edited,
                SlideChange::Moved => &texts.slide_moved,
                SlideChange::Removed => &texts.slide_removed,
            };
            sentence.fill(&[("number", number)])
        }
    }
}

/// Chinese or English.
fn language_switch(ui: &mut Ui, locale: &Locale) -> Option<Command> {
    let languages = [Language::Zh, Language::En];
    let words = ["中", "EN"].map(str::to_owned);
    let on = languages
        .iter()
        .position(|&language| language == locale.language)?;
    let size = vec2(segmented::width(ui, &words), space::BUTTON);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let id = Id::unique("language");
    let (chosen, _) = segmented::show(ui, id, rect.right_center(), &words, on);
    chosen.map(|index| Command::SetLanguage(languages[index]))
}

/// Dollars or yuan.
fn currency_switch(ui: &mut Ui, app: &App, locale: &Locale) -> Option<Command> {
    let currencies = [Currency::Usd, Currency::Cny];
    let words = currencies.map(|currency| {
        let money = Money::new(currency, 1.0);
        locale.numbers.with_money(money).money_symbol().to_owned()
    });
    let on = currencies
        .iter()
        .position(|&currency| currency == app.view().currency)?;
    let size = vec2(segmented::width(ui, &words), space::BUTTON);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let id = Id::unique("currency");
    let (chosen, _) = segmented::show(ui, id, rect.right_center(), &words, on);
    let rate = locale.typed(Assumption::Fx, app.scenario().value(Assumption::Fx));
    let hint = locale.text.window.menu.rate.fill(&[("rate", &rate)]);
    ui.interact(rect, id.with("hint"), Sense::hover())
        .on_hover_text(hint);
    chosen.map(|index| Command::SetCurrency(currencies[index]))
}

fn theme_button(ui: &mut Ui, app: &App, locale: &Locale) -> Option<Command> {
    let texts = &locale.text.window.menu;
    let (icon, name) = match app.view().theme {
        Theme::Light => (Icon::Moon, &texts.to_dark),
        Theme::Dark => (Icon::Sun, &texts.to_light),
    };
    icons::button(ui, icon, space::BUTTON, name, true)
        .clicked()
        .then(|| Command::SetTheme(app.view().theme.toggled()))
}
