//! The bar at the top: menus, the scenario's name, undo and redo, language and theme.

use eframe::egui::{
    Align, Align2, CornerRadius, Frame, Layout, Margin, Panel, Rect, Role as Access, Sense, Ui,
    WidgetInfo, pos2, vec2,
};

use super::icons::{self, Icon};
use super::menu;
use super::paint::{focus_ring, line, text};
use super::style::{self, size, space};
use crate::app::{App, Change, Command};
use crate::report::Locale;
use crate::text::Language;
use crate::theme::{Role, Theme};

const HEIGHT: f32 = 48.0;

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
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                brand(ui, locale);
                separator(ui);
                commands.extend(menu::file(ui, app, locale));
                commands.extend(menu::scenarios(ui, app, locale));
                separator(ui);
                document_name(ui, app, locale);
                commands.extend(history_buttons(ui, app, locale));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    commands.extend(theme_button(ui, app, locale));
                    commands.extend(language_switch(ui, locale));
                });
            });
        });
    commands
}

fn brand(ui: &mut Ui, locale: &Locale) {
    icons::brand(ui);
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
    let han = line(&painter, "算力", font, quiet, f32::INFINITY);
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

/// The name of the scenario and its file; a dot where something is not saved.
fn document_name(ui: &mut Ui, app: &App, locale: &Locale) {
    let name = title(app, locale);
    let painter = ui.painter().clone();
    let color = style::color(ui, Role::Text1);
    let widest = (ui.available_width() - 320.0).clamp(80.0, 420.0);
    let galley = line(&painter, &name, style::regular(size::TITLE), color, widest);
    let is_changed = app.document().is_changed();
    let width = galley.size().x + 18.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 24.0), Sense::hover());
    let top = rect.center().y - galley.size().y / 2.0;
    painter.galley(pos2(rect.left(), top), galley.clone(), color);
    if is_changed {
        let dot = pos2(rect.left() + galley.size().x + 10.0, rect.center().y);
        painter.circle_filled(dot, 3.5, style::color(ui, Role::Warn));
    }
    let unsaved = &locale.text.window.unsaved;
    let described = if is_changed {
        format!("{name} – {unsaved}")
    } else {
        name
    };
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, &described));
    let path = app.document().path().map(|path| path.display().to_string());
    if let Some(hint) = path.or(is_changed.then(|| unsaved.clone())) {
        response.on_hover_text(hint);
    }
}

/// The name of the open scenario: its own, with the file's in brackets.
pub fn title(app: &App, locale: &Locale) -> String {
    let name = app.scenario().name.get(locale.language);
    let file = app.document().path().and_then(|path| path.file_name());
    let file = file.map(|file| file.to_string_lossy().into_owned());
    match (name.is_empty(), file) {
        (true, None) => locale.text.window.untitled.clone(),
        (true, Some(file)) => file,
        (false, None) => name.to_owned(),
        (false, Some(file)) => format!("{name} ({file})"),
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
            name(history.undoable(), &texts.undo, &texts.undo_what),
            Command::Undo,
        ),
        (
            Icon::Redo,
            name(history.redoable(), &texts.redo, &texts.redo_what),
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
        Change::ResetAll => locale.text.window.menu.reset_all.clone(),
    }
}

/// Two segments, of which one is on.
fn language_switch(ui: &mut Ui, locale: &Locale) -> Option<Command> {
    const SEGMENT: f32 = 36.0;
    let size = vec2(2.0 * SEGMENT + 4.0, space::BUTTON);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let edge = (1.0, style::color(ui, Role::StrokeStrong));
    let painter = ui.painter().clone();
    let fill = style::color(ui, Role::Card);
    let inside = eframe::egui::StrokeKind::Inside;
    painter.rect(
        rect,
        CornerRadius::same(style::BUTTON_RADIUS),
        fill,
        edge,
        inside,
    );
    let mut chosen = None;
    for (index, (language, words)) in [(Language::Zh, "中"), (Language::En, "EN")]
        .into_iter()
        .enumerate()
    {
        let left = rect.left() + 2.0 + index as f32 * SEGMENT;
        let place = Rect::from_min_size(pos2(left, rect.top() + 2.0), vec2(SEGMENT, 24.0));
        let is_on = language == locale.language;
        let id = ui.scope_id().with(("language", language.tag()));
        let response = ui.interact(place, id, Sense::click());
        let name = format!("{}: {words}", locale.text.window.menu.language);
        response.widget_info(|| WidgetInfo::selected(Access::RadioButton, true, is_on, &name));
        if is_on {
            icons::selected_frame(ui, place);
        } else if response.hovered() {
            painter.rect_filled(place, CornerRadius::same(5), style::color(ui, Role::Hover));
        }
        let (font, role) = if is_on {
            (style::semibold(size::BODY), Role::Accent)
        } else {
            (style::regular(size::BODY), Role::Text2)
        };
        text(
            &painter,
            place.center(),
            Align2::CENTER_CENTER,
            words,
            font,
            style::color(ui, role),
        );
        focus_ring(ui, &response, place, style::BUTTON_RADIUS);
        if response.clicked() && !is_on {
            chosen = Some(Command::SetLanguage(language));
        }
    }
    chosen
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
