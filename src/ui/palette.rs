//! The palette: type a few letters, and do or see anything.

use eframe::egui::{
    Align2, CornerRadius, Id, Key, Modal, Rect, Role as Access, ScrollArea, Sense, TextEdit, Ui,
    WidgetInfo, pos2, vec2,
};

use super::paint::{text, text_within};
use super::style::{self, size};
use super::{keys, levers, menu, tables};
use crate::app::{App, CATALOGUE, Command, Entry, Tab};
use crate::model::{Assumption, Series};
use crate::report::search::holds;
use crate::report::{Figure, Locale, World, is_meant};
use crate::scenario::shipped;
use crate::theme::Role;

const WIDTH: f32 = 560.0;
const LINE: f32 = 30.0;
/// Lines that are shown without scrolling.
const LINES: f32 = 11.0;

/// Something that can be done or seen.
struct Find<'a> {
    name: String,
    /// What kind of thing it is, with its keys or value.
    kind: String,
    /// What follows from choosing it.
    choose: Choose<'a>,
}

/// What follows from a choice.
enum Choose<'a> {
    Entry(&'a Entry),
    Lever(Assumption),
    Result(Series),
    Supplier(String),
    Shipped(&'a str),
    File(&'a std::path::Path),
}

impl Choose<'_> {
    fn command(&self, app: &App) -> Command {
        match self {
            Self::Entry(entry) => (entry.command)(app),
            Self::Lever(lever) => Command::SeekLever(*lever),
            Self::Result(series) => Command::ShowFigure(Figure::of_series(*series)),
            Self::Supplier(_) => Command::SetTab(Tab::Chain),
            Self::Shipped(id) => Command::OpenShipped((*id).to_owned()),
            Self::File(path) => Command::OpenPath(path.to_path_buf()),
        }
    }
}

/// Shows the palette while it is open; gives what was chosen.
pub fn show(ui: &Ui, world: &World<'_>, app: &App) -> Vec<Command> {
    if !app.view().palette {
        return Vec::new();
    }
    let mut commands = Vec::new();
    let modal = Modal::new(Id::unique("palette"))
        .frame(style::modal(ui))
        .show(ui.ctx(), |ui| {
            ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 60.0));
            if let Some(chosen) = content(ui, world, app) {
                commands.push(Command::OpenPalette(false));
                commands.push(chosen);
            }
        });
    if commands.is_empty() && modal.should_close() {
        commands.push(Command::OpenPalette(false));
    }
    if !commands.is_empty() {
        ui.data_mut(|data| data.remove::<Typed>(state_id()));
    }
    commands
}

/// What was typed, and which line is chosen.
#[derive(Clone, Default)]
struct Typed {
    words: String,
    line: usize,
    is_old: bool,
}

fn state_id() -> Id {
    Id::unique("palette words")
}

fn content(ui: &mut Ui, world: &World<'_>, app: &App) -> Option<Command> {
    let texts = &world.locale.text.window.palette;
    let mut typed: Typed = ui
        .data(|data| data.get_temp(state_id()))
        .unwrap_or_default();
    // Before the field takes them: arrows move through the list.
    let (down, up, enter) = ui.input_mut(|input| {
        (
            input.count_and_consume_key(eframe::egui::Modifiers::NONE, Key::ArrowDown),
            input.count_and_consume_key(eframe::egui::Modifiers::NONE, Key::ArrowUp),
            input.key_pressed(Key::Enter),
        )
    });
    let edit = TextEdit::singleline(&mut typed.words)
        .hint_text(texts.hint.as_str())
        .font(style::regular(size::BRAND))
        .desired_width(f32::INFINITY);
    let field = ui.add(edit);
    field.clone().accessible_name(&texts.title);
    if !std::mem::replace(&mut typed.is_old, true) {
        field.request_focus();
    }
    if field.changed() {
        typed.line = 0;
    }
    let found = finds(world, app, &typed.words);
    let last = found.len().saturating_sub(1);
    typed.line = (typed.line + down).saturating_sub(up).min(last);
    let has_moved = down + up > 0;
    let clicked = list(ui, &found, typed.line, has_moved);
    if found.is_empty() {
        ui.label(&texts.nothing_found);
    }
    let chosen = clicked.or(enter.then_some(typed.line));
    ui.data_mut(|data| data.insert_temp(state_id(), typed));
    let choice = &found.get(chosen?)?.choose;
    if let Choose::Supplier(name) = choice {
        tables::seek_supplier(ui, name);
    }
    Some(choice.command(app))
}

fn list(ui: &mut Ui, found: &[Find<'_>], on: usize, follow: bool) -> Option<usize> {
    let mut clicked = None;
    let height = (LINE * LINES).min(ui.ctx().content_rect().height() - 160.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut area = ScrollArea::vertical().max_height(height).auto_shrink(false);
    if follow {
        area = area.vertical_scroll_offset((on as f32 - LINES / 2.0).max(0.0) * LINE);
    }
    area.show_rows(ui, LINE, found.len(), |ui, shown| {
        for index in shown {
            let size = vec2(ui.available_width() - 8.0, LINE);
            let (rect, response) = ui.allocate_exact_size(size, Sense::click());
            let find = &found[index];
            response.widget_info(|| {
                WidgetInfo::selected(Access::ListBoxOption, true, index == on, &find.name)
            });
            if response.hovered() || index == on {
                let role = if index == on {
                    Role::AccentSoft
                } else {
                    Role::Hover
                };
                let fill = style::color(ui, role);
                ui.painter().rect_filled(rect, CornerRadius::same(5), fill);
            }
            paint(ui, find, rect, index == on);
            if response.clicked() {
                clicked = Some(index);
            }
        }
    });
    clicked
}

fn paint(ui: &Ui, find: &Find<'_>, rect: Rect, is_on: bool) {
    let quiet = style::color(ui, Role::Text3);
    let right = pos2(rect.right() - 8.0, rect.center().y);
    let font = style::regular(size::LABEL);
    let anchor = Align2::RIGHT_CENTER;
    let kind = text(ui.painter(), right, anchor, &find.kind, font, quiet);
    let left = pos2(rect.left() + 8.0, rect.center().y);
    let role = if is_on { Role::Accent } else { Role::Text1 };
    text_within(
        ui.painter(),
        left,
        Align2::LEFT_CENTER,
        &find.name,
        style::regular(size::TITLE),
        style::color(ui, role),
        kind.left() - left.x - 12.0,
    );
}

/// All that is meant by some words; names that begin with them first.
fn finds<'a>(world: &World<'_>, app: &'a App, words: &str) -> Vec<Find<'a>> {
    let words = words.trim().to_lowercase();
    let locale = &world.locale;
    let mut found: Vec<Find<'a>> = Vec::new();
    found.extend(commands(app, locale, &words));
    found.extend(worlds(app, locale, &words));
    found.extend(lever_finds(world, &words));
    found.extend(supplier_finds(world, &words));
    found.extend(result_finds(world, &words));
    if !words.is_empty() {
        found.sort_by_key(|find| !find.name.to_lowercase().starts_with(&words));
    }
    found
}

fn commands<'a>(app: &App, locale: &Locale, words: &str) -> Vec<Find<'a>> {
    let texts = &locale.text.window.palette;
    let is_wanted = |entry: &&Entry| {
        holds(words, [menu::command_name(locale, entry.key)])
            && entry.key != "palette"
            && (entry.command)(app).is_enabled(app)
    };
    CATALOGUE
        .iter()
        .filter(is_wanted)
        .map(|entry| Find {
            name: menu::command_name(locale, entry.key).to_owned(),
            kind: entry
                .shortcuts
                .first()
                .map_or_else(|| texts.command.clone(), |&keys| keys::name(locale, keys)),
            choose: Choose::Entry(entry),
        })
        .collect()
}

/// Shipped scenarios, and files that were open.
fn worlds<'a>(app: &'a App, locale: &Locale, words: &str) -> Vec<Find<'a>> {
    let texts = &locale.text.window.palette;
    let is_wanted = |shipped: &&shipped::Shipped| {
        let name = &shipped.scenario().name;
        holds(words, [name.en.as_str(), &name.zh])
    };
    let shipped = shipped::shipped().iter().filter(is_wanted);
    let mut found: Vec<Find<'a>> = shipped
        .map(|shipped| Find {
            name: shipped.scenario().name.get(locale.language).to_owned(),
            kind: texts.scenario.clone(),
            choose: Choose::Shipped(shipped.id),
        })
        .collect();
    let files = app.settings().recent_files.iter();
    found.extend(
        files
            .filter(|path| holds(words, [menu::file_name(path).as_str()]))
            .map(|path| Find {
                name: menu::file_name(path),
                kind: texts.file.clone(),
                choose: Choose::File(path),
            }),
    );
    found
}

fn lever_finds<'a>(world: &World<'_>, words: &str) -> Vec<Find<'a>> {
    let texts = &world.locale.text.window.palette;
    let wanted = |lever: &&Assumption| levers::matches(**lever, words);
    Assumption::ALL
        .iter()
        .filter(wanted)
        .map(|&lever| {
            let value = world.locale.typed(lever, world.scenario.value(lever));
            Find {
                name: lever.info().label.get(world.locale.language).to_owned(),
                kind: format!("{value}  ·  {}", texts.lever),
                choose: Choose::Lever(lever),
            }
        })
        .collect()
}

/// Suppliers; without words they would only be in the way.
fn supplier_finds<'a>(world: &World<'_>, words: &str) -> Vec<Find<'a>> {
    let texts = &world.locale.text.window.palette;
    let all = world.scenario.all_suppliers();
    let wanted = all.iter().filter(|supplier| {
        let (name, ticker) = (&supplier.name, &supplier.ticker);
        !words.is_empty() && holds(words, [name.en.as_str(), &name.zh, ticker])
    });
    wanted
        .map(|supplier| {
            let name = supplier.name.get(world.locale.language).to_owned();
            let revenue = supplier.revenue(world.run, world.year);
            Find {
                kind: format!(
                    "{}  ·  {}",
                    world.locale.amount(Series::Capex, revenue),
                    texts.supplier
                ),
                choose: Choose::Supplier(name.clone()),
                name,
            }
        })
        .collect()
}

fn result_finds<'a>(world: &World<'_>, words: &str) -> Vec<Find<'a>> {
    let texts = &world.locale.text.window.palette;
    Series::ALL
        .iter()
        .filter(|series| is_meant(**series, words))
        .map(|&series| Find {
            name: series.info().label.get(world.locale.language).to_owned(),
            kind: format!(
                "{}  ·  {}",
                world.locale.amount(series, world.now(series)),
                texts.result
            ),
            choose: Choose::Result(series),
        })
        .collect()
}
