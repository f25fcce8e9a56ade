//! The panel of levers: four headline cards, then every other assumption by group.

use eframe::egui::{
    Align2, CornerRadius, Frame, Id, Margin, Panel, Rect, Role as Access, ScrollArea, Sense, Ui,
    WidgetInfo, pos2, vec2,
};
use strum::VariantArray;

use super::icons::{self, Icon};
use super::lever::{self, CARD_HEIGHT, LOW_CARD_HEIGHT};
use super::overview::beside;
use super::paint::{focus_ring, text, text_within};
use super::search_field;
use super::style::{self, size, space};
use crate::app::Command;
use crate::model::Assumption;
use crate::model::assumptions::{Group, Kind};
use crate::report::World;
use crate::theme::Role;

const WIDTH: f32 = 320.0;
/// Panels lower than this show their cards without the bar of the effect.
const LOW: f32 = 790.0;

/// Shows the panel; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>) -> Vec<Command> {
    let frame = Frame::new()
        .fill(style::color(ui, Role::Panel))
        .inner_margin(Margin::symmetric(12, 0));
    let mut commands = Vec::new();
    Panel::left("levers")
        .exact_size(WIDTH)
        .resizable(false)
        .frame(frame)
        .show(ui, |ui| {
            let height = if ui.available_height() < LOW {
                LOW_CARD_HEIGHT
            } else {
                CARD_HEIGHT
            };
            ui.spacing_mut().item_spacing.y = 7.0;
            ui.add_space(5.0);
            commands.extend(head(ui, world));
            for lever in headline() {
                commands.extend(lever::show_card(ui, world, lever, height));
            }
            let words = search(ui, world);
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                commands.extend(groups(ui, world, &words));
                ui.add_space(space::GAP);
            });
        });
    commands
}

/// Shows the four headline levers as a strip, for pages that need the width.
pub fn show_strip(ui: &mut Ui, world: &World<'_>) -> Vec<Command> {
    let frame = Frame::new()
        .fill(style::color(ui, Role::Panel))
        .inner_margin(Margin::symmetric(16, 0));
    let mut commands = Vec::new();
    Panel::top("lever strip")
        .exact_size(lever::ROW_HEIGHT)
        .frame(frame)
        .show(ui, |ui| {
            let rect = ui.max_rect();
            for (lever, place) in headline().zip(beside(rect, headline().count())) {
                commands.extend(lever::show_in_strip(ui, world, lever, place));
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

/// Title, how many levers differ, reset all, and the legend of the rails.
fn head(ui: &mut Ui, world: &World<'_>) -> Option<Command> {
    let labels = &world.locale.text.levers;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 50.0), Sense::hover());
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

    let changed = world.scenario.changes.len();
    let all = Assumption::ALL.len();
    let count = labels.changed.fill(&[("changed", &changed), ("all", &all)]);
    let mut right = rect.right() - 2.0;
    let mut command = None;
    if changed > 0 {
        let place = Rect::from_center_size(pos2(right - 10.0, y), vec2(20.0, 20.0));
        let name = &world.locale.text.window.menu.reset_all;
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
    command
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
        pos2(x + 26.0, at.y),
        anchor,
        &labels.legend_range,
        font.clone(),
        color,
    )
    .right();
    let tick = Rect::from_center_size(pos2(x + 16.0, at.y), vec2(2.0, 12.0));
    painter.rect_filled(tick, CornerRadius::same(1), style::color(ui, Role::Text2));
    x = text(
        painter,
        pos2(x + 23.0, at.y),
        anchor,
        &labels.legend_base,
        font.clone(),
        color,
    )
    .right();
    let thumb = pos2(x + 20.0, at.y);
    painter.circle(thumb, 4.5, style::color(ui, Role::Card), (1.8, accent));
    text(
        painter,
        pos2(x + 30.0, at.y),
        anchor,
        &labels.legend_scenario,
        font,
        color,
    );
}

/// The search field; gives its words in lower case.
fn search(ui: &mut Ui, world: &World<'_>) -> String {
    let id = Id::unique("search");
    let count = Assumption::ALL.len() - headline().count();
    let hint = world.locale.text.levers.search.fill(&[("count", &count)]);
    let mut words: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let size = vec2(ui.available_width(), space::BUTTON);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    search_field::show(ui, id.with("field"), rect, &hint, &mut words);
    let found = words.trim().to_lowercase();
    ui.data_mut(|data| data.insert_temp(id, words));
    found
}

/// The groups that can be unfolded; while words are searched, what they found.
fn groups(ui: &mut Ui, world: &World<'_>, words: &str) -> Vec<Command> {
    let mut commands = Vec::new();
    let mut found = 0;
    for &group in Group::VARIANTS {
        let levers: Vec<Assumption> = members(group)
            .filter(|&lever| words.is_empty() || matches(lever, words))
            .collect();
        if levers.is_empty() {
            continue;
        }
        found += levers.len();
        if group_row(ui, world, group, &levers, !words.is_empty()) {
            for lever in levers {
                commands.extend(lever::show_row(ui, world, lever));
            }
        }
    }
    if found == 0 {
        ui.add_space(space::GAP);
        ui.label(&world.locale.text.levers.nothing_found);
    }
    commands
}

/// Does a lever's name hold the words, in either language?
fn matches(lever: Assumption, words: &str) -> bool {
    let label = &lever.info().label;
    [label.en.as_str(), label.zh.as_str(), lever.id()]
        .into_iter()
        .any(|name| name.to_lowercase().contains(words))
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
    let memory = Id::unique(("group", id));
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
        .filter(|lever| world.scenario.changes.contains_key(lever))
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
