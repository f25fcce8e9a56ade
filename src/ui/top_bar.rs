//! The bar at the top: menus, the scenario's name, undo and redo, language and theme.

use eframe::egui::{
    Align, CornerRadius, Frame, Id, Layout, Margin, Panel, Role as Access, Sense, Ui, WidgetInfo,
    pos2, vec2,
};

use super::icons::{self, Icon};
use super::paint::{focus_ring, line};
use super::style::{self, size, space};
use super::{menu, segmented};
use crate::app::{App, Change, Command, Tab};
use crate::report::Locale;
use crate::report::supplier_table::share_unit;
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
                commands.extend(history_buttons(ui, app, locale));
                separator(ui);
                commands.extend(tabs(ui, app, locale));
                separator(ui);
                document_name(ui, app, locale);
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
    let widest = (ui.available_width() - 150.0).clamp(60.0, 420.0);
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
    match file {
        None if name.is_empty() => locale.text.window.untitled.clone(),
        None => name.to_owned(),
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
        Change::SupplierShare {
            name,
            before,
            after,
        } => {
            let texts = &locale.text.window.menu;
            let share = |share| locale.numbers.typed(share, share_unit()).number;
            texts.supplier_share.fill(&[
                ("supplier", &name.get(locale.language)),
                ("before", &share(*before)),
                ("after", &share(*after)),
            ])
        }
        Change::SupplierAdded(name) => {
            let texts = &locale.text.window.menu;
            (texts.supplier_added).fill(&[("supplier", &name.get(locale.language))])
        }
        Change::SupplierEdited(name) => {
            let texts = &locale.text.window.menu;
            (texts.supplier_edited).fill(&[("supplier", &name.get(locale.language))])
        }
        Change::SupplierRemoved(name) => {
            let texts = &locale.text.window.menu;
            (texts.supplier_removed).fill(&[("supplier", &name.get(locale.language))])
        }
    }
}

/// The pages; the one that is open has a line under it.
fn tabs(ui: &mut Ui, app: &App, locale: &Locale) -> Option<Command> {
    let mut chosen = None;
    for &tab in Tab::ALL {
        let name = tab_name(locale, tab);
        let is_open = tab == app.view().tab;
        let (font, role) = if is_open {
            (style::semibold(size::TITLE), Role::Text1)
        } else {
            (style::regular(size::TITLE), Role::Text2)
        };
        let color = style::color(ui, role);
        let galley = line(ui.painter(), name, font, color, f32::INFINITY);
        let (rect, response) =
            ui.allocate_exact_size(vec2(galley.size().x + 18.0, HEIGHT), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Access::Tab, true, is_open, name));
        let painter = ui.painter();
        if response.hovered() && !is_open {
            let fill = style::color(ui, Role::Hover);
            painter.rect_filled(rect.shrink2(vec2(0.0, 10.0)), CornerRadius::same(5), fill);
        }
        painter.galley(rect.center() - galley.size() / 2.0, galley, color);
        if is_open {
            let bar = rect.shrink2(vec2(7.0, 0.0)).with_min_y(rect.bottom() - 2.0);
            painter.rect_filled(bar, CornerRadius::ZERO, style::color(ui, Role::Accent));
        }
        focus_ring(ui, &response, rect.shrink2(vec2(2.0, 10.0)), 5);
        if response.clicked() && !is_open {
            chosen = Some(Command::SetTab(tab));
        }
    }
    chosen
}

/// What a page is called.
pub fn tab_name(locale: &Locale, tab: Tab) -> &'static str {
    let text = locale.text;
    match tab {
        Tab::Overview => &text.window.overview,
        Tab::Chain => &text.chain.tab,
        Tab::China => &text.china.tab,
        Tab::Leasing => &text.leasing.tab,
        Tab::Results => &text.results.tab,
        Tab::Compare => &text.compare.tab,
        Tab::Evidence => &text.evidence.tab,
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
