//! The panel of levers: four headline cards, then every other assumption by group.

use eframe::egui::{
    Align2, CornerRadius, Frame, Id, Margin, Panel, Rect, Role as Access, ScrollArea, Sense, Ui,
    WidgetInfo, pos2, vec2,
};
use strum::VariantArray;

use super::icons::{self, Icon};
use super::lever::{CARD_HEIGHT, LOW_CARD_HEIGHT, Lever, STRIP_HEIGHT};
use super::lever_effect;
use super::menu::command_name;
use super::paint::{focus_ring, text, text_within};
use super::rail::saved_mark;
use super::search_field;
use super::style::{self, size, space};
use crate::app::{App, Command};
use crate::model::Assumption;
use crate::model::assumptions::{Group, Kind};
use crate::report::search::holds;
use crate::report::{Effects, World};
use crate::theme::Role;

const WIDTH: f32 = 320.0;
/// In windows narrower than this the panel is shown only on demand.
pub const NARROW: f32 = 860.0;
/// Room for the page that makes it worth showing beside the panel.
const PAGE: f32 = 240.0;
/// Panels lower than this show their cards without the bar of the effect.
const LOW: f32 = 790.0;
/// In panels lower than this the cards scroll with the rest.
const LOWEST: f32 = 570.0;
/// Space between two levers of a strip.
const STRIP_GAP: f32 = 28.0;
/// Strips narrower than this have two rows.
const NARROW_STRIP: f32 = 900.0;

/// Shows the panel; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>, app: &App) -> Vec<Command> {
    let frame = Frame::new()
        .fill(style::color(ui, Role::Panel))
        .inner_margin(Margin::symmetric(12, 0));
    let mut commands = Vec::new();
    let swings = app.swings();
    let effects = &Effects::new(world, swings.cell, &swings.each);
    let available = ui.available_width();
    let width = if available < WIDTH + PAGE {
        available
    } else {
        WIDTH
    };
    Panel::left("levers")
        .exact_size(width)
        .resizable(false)
        .frame(frame)
        .show(ui, |ui| {
            let height = ui.available_height();
            ui.spacing_mut().item_spacing.y = 7.0;
            ui.add_space(5.0);
            commands.extend(head(ui, world, effects));
            if height < LOWEST {
                // Too low for cards that stay in view: everything scrolls.
                scroll(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 7.0;
                    commands.extend(cards(ui, world, app, (LOW_CARD_HEIGHT, effects)));
                    let search = search(ui, world, app);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    commands.extend(groups(ui, world, app, (&search, effects)));
                });
            } else {
                let card = if height < LOW {
                    LOW_CARD_HEIGHT
                } else {
                    CARD_HEIGHT
                };
                commands.extend(cards(ui, world, app, (card, effects)));
                let search = search(ui, world, app);
                scroll(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    commands.extend(groups(ui, world, app, (&search, effects)));
                });
            }
        });
    commands
}

fn scroll(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        content(ui);
        ui.add_space(space::GAP);
    });
}

fn cards(
    ui: &mut Ui,
    world: &World<'_>,
    app: &App,
    (height, effects): (f32, &Effects<'_>),
) -> Vec<Command> {
    headline()
        .flat_map(|lever| shown(world, app, lever).show_card(ui, height, effects))
        .collect()
}

fn shown<'a>(world: &'a World<'a>, app: &'a App, assumption: Assumption) -> Lever<'a> {
    Lever {
        world,
        app,
        assumption,
    }
}

/// Shows the four headline levers as a strip, for pages that need the width.
pub fn show_strip(ui: &mut Ui, world: &World<'_>, app: &App) -> Vec<Command> {
    let frame = Frame::new()
        .fill(style::color(ui, Role::Panel))
        .inner_margin(Margin::symmetric(16, 0));
    let mut commands = Vec::new();
    let columns = if ui.available_width() < NARROW_STRIP {
        2
    } else {
        4
    };
    let levers: Vec<Assumption> = headline().collect();
    let rows = levers.len().div_ceil(columns) as f32;
    Panel::top("lever strip")
        .exact_size(STRIP_HEIGHT * rows)
        .frame(frame)
        .show(ui, |ui| {
            let rect = ui.max_rect();
            let width = (rect.width() - STRIP_GAP * (columns - 1) as f32) / columns as f32;
            for (index, &lever) in levers.iter().enumerate() {
                let (row, column) = (index / columns, index % columns);
                let left = rect.left() + column as f32 * (width + STRIP_GAP);
                let top = rect.top() + row as f32 * STRIP_HEIGHT;
                let place = Rect::from_min_size(pos2(left, top), vec2(width, STRIP_HEIGHT));
                if column > 0 {
                    let ends = place.top() + 12.0..=place.bottom() - 12.0;
                    let edge = (1.0, style::color(ui, Role::Stroke));
                    ui.painter().vline(left - STRIP_GAP / 2.0, ends, edge);
                }
                commands.extend(shown(world, app, lever).show_in_strip(ui, place));
            }
        });
    commands
}

/// The four levers that are always in view.
fn headline() -> impl Iterator<Item = Assumption> {
    Assumption::ALL
        .iter()
        .copied()
        .filter(|lever| lever.info().kind == Kind::Headline)
}

/// All others of a group.
fn members(group: Group) -> impl Iterator<Item = Assumption> {
    Assumption::ALL
        .iter()
        .copied()
        .filter(move |lever| lever.info().group == group && lever.info().kind != Kind::Headline)
}

/// Title, how many levers differ, reset all, the legend of the rails, and what the bars are.
fn head(ui: &mut Ui, world: &World<'_>, effects: &Effects<'_>) -> Option<Command> {
    let labels = &world.locale.text.levers;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 66.0), Sense::hover());
    let y = rect.top() + 17.0;
    let (title_font, title_color) = (style::semibold(size::TITLE), style::color(ui, Role::Text1));
    let left = pos2(rect.left() + 4.0, y);
    text(
        ui.painter(),
        left,
        Align2::LEFT_CENTER,
        &labels.title,
        title_font,
        title_color,
    );

    let changed = world.scenario.changed();
    let all = Assumption::ALL.len();
    let count = labels.changed.fill(&[("changed", &changed), ("all", &all)]);
    let mut right = rect.right() - 2.0;
    let mut command = None;
    if changed > 0 {
        let place = Rect::from_center_size(pos2(right - 10.0, y), vec2(20.0, 20.0));
        let name = command_name(&world.locale, "reset_all");
        if icons::button_at(ui, Icon::Reset, place, Id::unique("reset all"), name).clicked() {
            command = Some(Command::ResetAll);
        }
        right -= 24.0;
    }
    let (font, color) = (style::regular(size::LABEL), style::color(ui, Role::Text3));
    text(
        ui.painter(),
        pos2(right, y),
        Align2::RIGHT_CENTER,
        &count,
        font,
        color,
    );
    legend(ui, world, pos2(rect.left() + 4.0, rect.top() + 39.0));
    let place = Rect::from_min_max(pos2(rect.left() + 4.0, rect.top() + 49.0), rect.max);
    command.or(lever_effect::caption(
        ui,
        effects,
        &labels.effects_hint,
        place,
    ))
}

fn legend(ui: &Ui, world: &World<'_>, at: eframe::egui::Pos2) {
    let labels = &world.locale.text.levers;
    let painter = ui.painter();
    let (font, color) = (style::regular(size::CAPTION), style::color(ui, Role::Text3));
    let accent = style::color(ui, Role::Accent);
    let mut x = at.x;
    let band = Rect::from_center_size(pos2(x + 10.0, at.y), vec2(20.0, 8.0));
    let strength = if ui.visuals().dark_mode { 0.3 } else { 0.2 };
    painter.rect_filled(
        band,
        CornerRadius::same(2),
        super::paint::translucent(accent, strength),
    );
    let anchor = Align2::LEFT_CENTER;
    x = text(
        painter,
        pos2(x + 25.0, at.y),
        anchor,
        &labels.legend_range,
        font.clone(),
        color,
    )
    .right();
    let tick = Rect::from_center_size(pos2(x + 13.0, at.y), vec2(2.0, 12.0));
    painter.rect_filled(tick, CornerRadius::same(1), style::color(ui, Role::Text2));
    x = text(
        painter,
        pos2(x + 19.0, at.y),
        anchor,
        &labels.legend_base,
        font.clone(),
        color,
    )
    .right();
    let thumb = pos2(x + 18.0, at.y);
    painter.circle(thumb, 4.5, style::color(ui, Role::Card), (1.8, accent));
    x = text(
        painter,
        pos2(x + 27.0, at.y),
        anchor,
        &labels.legend_scenario,
        font.clone(),
        color,
    )
    .right();
    saved_mark(painter, pos2(x + 15.0, at.y + 3.0), accent);
    text(
        painter,
        pos2(x + 22.0, at.y),
        anchor,
        &labels.legend_saved,
        font,
        color,
    );
}

/// Which levers are looked for.
struct Search {
    /// With these words in their names.
    words: String,
    /// Only those that differ from the baseline.
    only_changed: bool,
}

impl Search {
    fn is_on(&self) -> bool {
        !self.words.is_empty() || self.only_changed
    }

    fn wants(&self, world: &World<'_>, lever: Assumption) -> bool {
        let is_changed = || world.scenario.is_changed(lever);
        matches(lever, &self.words) && (!self.only_changed || is_changed())
    }
}

/// The search field, with the filter for changed levers beside it.
fn search(ui: &mut Ui, world: &World<'_>, app: &App) -> Search {
    let labels = &world.locale.text.levers;
    let id = Id::unique("search");
    let filter_id = Id::unique("only changed levers");
    let count = Assumption::ALL.len() - headline().count();
    let hint = labels.search.fill(&[("count", &count)]);
    let mut words: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let mut only_changed = ui.data(|data| data.get_temp(filter_id)).unwrap_or(false);
    if app.view().sought.is_some() {
        // What is sought must not be hidden by what was looked for before.
        words.clear();
        only_changed = false;
    }
    let size = vec2(ui.available_width(), space::BUTTON);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let field = rect.with_max_x(rect.right() - space::BUTTON - 4.0);
    search_field::show(ui, id.with("field"), field, &hint, &mut words);
    let button = rect.with_min_x(rect.right() - space::BUTTON);
    let name = &labels.filter_changed;
    if icons::toggle_at(ui, Icon::Filter, button, filter_id, (name, only_changed)).clicked() {
        only_changed = !only_changed;
    }
    let found = words.trim().to_owned();
    ui.data_mut(|data| {
        data.insert_temp(id, words);
        data.insert_temp(filter_id, only_changed);
    });
    Search {
        words: found,
        only_changed,
    }
}

/// The groups that can be unfolded; while something is looked for, what was found.
fn groups(
    ui: &mut Ui,
    world: &World<'_>,
    app: &App,
    (search, effects): (&Search, &Effects<'_>),
) -> Vec<Command> {
    let mut commands = Vec::new();
    let mut found = 0;
    for &group in Group::VARIANTS {
        let levers: Vec<Assumption> = members(group)
            .filter(|&lever| search.wants(world, lever))
            .collect();
        if levers.is_empty() {
            continue;
        }
        found += levers.len();
        let is_sought = app
            .view()
            .sought
            .is_some_and(|sought| levers.contains(&sought));
        if is_sought {
            ui.data_mut(|data| data.insert_temp(group_memory(group), true));
        }
        if group_row(ui, world, group, &levers, search.is_on()) {
            for lever in levers {
                commands.extend(shown(world, app, lever).show_row(ui, effects));
            }
        }
    }
    if found == 0 {
        let labels = &world.locale.text.levers;
        let nothing = if search.words.is_empty() {
            &labels.nothing_changed
        } else {
            &labels.nothing_found
        };
        ui.add_space(space::GAP);
        ui.label(nothing);
    }
    commands
}

/// Does a lever's name, in either language, hold all of the words?
pub fn matches(lever: Assumption, words: &str) -> bool {
    let label = &lever.info().label;
    holds(words, [label.en.as_str(), &label.zh, lever.id()])
}

/// Where it is remembered whether a group is unfolded.
fn group_memory(group: Group) -> Id {
    let id: &str = group.into();
    Id::unique(("group", id))
}

/// The row of a group; true where it is unfolded.
fn group_row(
    ui: &mut Ui,
    world: &World<'_>,
    group: Group,
    levers: &[Assumption],
    searching: bool,
) -> bool {
    let id: &str = group.into();
    let labels = &world.locale.text.levers;
    let name = labels.groups.get(id).map_or(id, String::as_str);
    let memory = group_memory(group);
    let mut is_open = ui.data(|data| data.get_temp(memory)).unwrap_or(false);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 27.0), Sense::click());
    if response.clicked() {
        is_open = !is_open;
        ui.data_mut(|data| data.insert_temp(memory, is_open));
    }
    let is_open = is_open || searching;
    if response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(5), style::color(ui, Role::Hover));
    }
    focus_ring(ui, &response, rect.shrink(2.0), 5);
    response.widget_info(|| WidgetInfo::selected(Access::DisclosureTriangle, true, is_open, name));

    let y = rect.center().y;
    let icon = if is_open { Icon::Open } else { Icon::Closed };
    let quiet = style::color(ui, Role::Text3);
    icons::paint(ui.painter(), icon, pos2(rect.left() + 9.0, y), quiet);
    let (font, color) = (style::regular(size::BODY), style::color(ui, Role::Text1));
    let at = pos2(rect.left() + 22.0, y);
    let width = rect.width() - 60.0;
    let placed = text_within(
        ui.painter(),
        at,
        Align2::LEFT_CENTER,
        name,
        font,
        color,
        width,
    );
    let changed = levers
        .iter()
        .filter(|&&lever| world.scenario.is_changed(lever))
        .count();
    if changed > 0 {
        pill(
            ui,
            pos2(placed.right() + 8.0, y),
            &labels.group_changed.fill(&[("count", &changed)]),
        );
    }
    let count = levers.len().to_string();
    let at = pos2(rect.right() - 6.0, y);
    text(
        ui.painter(),
        at,
        Align2::RIGHT_CENTER,
        &count,
        style::regular(size::LABEL),
        quiet,
    );
    is_open
}

fn pill(ui: &Ui, at: eframe::egui::Pos2, words: &str) {
    let (font, color) = (
        style::semibold(size::CAPTION),
        style::color(ui, Role::Accent),
    );
    let galley = super::paint::line(ui.painter(), words, font, color, f32::INFINITY);
    let rect = Align2::LEFT_CENTER.anchor_size(at, galley.size() + vec2(14.0, 4.0));
    ui.painter().rect_filled(
        rect,
        CornerRadius::same(9),
        style::color(ui, Role::AccentSoft),
    );
    ui.painter()
        .galley(rect.min + vec2(7.0, 2.0), galley, color);
}
