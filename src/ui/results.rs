//! All results: a list of every series, the chosen figure large, and its numbers.

use eframe::egui::{
    Align2, CornerRadius, CursorIcon, Id, Key, Popup, Rect, Role as Access, ScrollArea, Sense, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use super::icons::{self, Icon};
use super::key_figure::trend_color;
use super::overview::page;
use super::paint::{card, focus_ring, line, text, text_within};
use super::style::{self, size, space};
use super::{chart, chart_table, scrubber, search_field, tabs};
use crate::app::{App, Command};
use crate::report::{Figure, SeriesEntry, SeriesLine, World, series_list};
use crate::theme::Role;

/// Height of a line of the list.
const LINE: f32 = 26.0;
/// Width of the list.
const LIST: f32 = 300.0;
/// In a page narrower than this the list stands above the figure.
const NARROW: f32 = 720.0;
const HEAD: f32 = 36.0;
/// Height of the table of numbers, with its frame.
const TABLE: f32 = 148.0;

/// Shows the page; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>, app: &App) -> Vec<Command> {
    let mut commands = Vec::new();
    page(ui, |ui| {
        let rect = ui.available_rect_before_wrap();
        commands.extend(head(ui, world, app, rect.with_max_y(rect.top() + HEAD)));
        let below = rect.with_min_y(rect.top() + HEAD + space::GAP);
        let (list_place, figure_place) = if rect.width() < NARROW {
            let split = below.top() + (below.height() * 0.38).max(120.0);
            (
                below.with_max_y(split - space::GAP),
                below.with_min_y(split),
            )
        } else {
            let split = below.left() + LIST.min(below.width() * 0.36);
            (
                below.with_max_x(split - space::GAP),
                below.with_min_x(split),
            )
        };
        commands.extend(list(ui, world, app, list_place));
        commands.extend(figure(ui, world, app, figure_place));
        ui.allocate_rect(rect, Sense::hover());
    });
    commands
}

/// The way back, the name of the page, and the choice of the year.
fn head(ui: &Ui, world: &World<'_>, app: &App, rect: Rect) -> Vec<Command> {
    let texts = &world.locale.text.results;
    let mut commands = Vec::new();
    let mut left = rect.left();
    if let Some(from) = app.view().figure_from {
        let place = Rect::from_min_size(pos2(left, rect.top() + 3.0), vec2(28.0, 28.0));
        let name = texts
            .back
            .fill(&[("page", &tabs::name(&world.locale, from))]);
        let back = icons::button_at(ui, Icon::Back, place, Id::unique("back"), &name);
        if back.clicked() || is_left(ui) {
            commands.push(Command::SetTab(from));
        }
        left += 34.0;
    }
    let scrub = scrubber::SIZE;
    let width = rect.right() - left - scrub.x - space::MARGIN;
    let (font, color) = (
        style::semibold(size::HEADLINE),
        style::color(ui, Role::Text1),
    );
    let at = pos2(left, rect.center().y - 1.0);
    let anchor = Align2::LEFT_CENTER;
    text_within(ui.painter(), at, anchor, &texts.title, font, color, width);
    let place = Rect::from_min_size(pos2(rect.right() - scrub.x, rect.top()), scrub);
    commands.extend(scrubber::show(ui, world, place).map(Command::SetYear));
    commands
}

/// Was Escape pressed while nothing else wants it?
fn is_left(ui: &Ui) -> bool {
    let is_free = ui.memory(|memory| memory.focused().is_none()) && !Popup::is_any_open(ui.ctx());
    is_free && ui.input(|input| input.key_pressed(Key::Escape))
}

/// All series with their values; gives the one that is chosen.
fn list(ui: &mut Ui, world: &World<'_>, app: &App, rect: Rect) -> Option<Command> {
    card(ui, rect);
    let texts = &world.locale.text.results;
    let inner = rect.shrink2(vec2(8.0, 10.0));
    let id = Id::unique("search results");
    let mut words: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let field = inner.with_max_y(inner.top() + space::BUTTON);
    search_field::show(ui, id.with("field"), field, &texts.search, &mut words);
    let lines = series_list(world, &words);
    ui.data_mut(|data| data.insert_temp(id, words));

    let below = inner.with_min_y(field.bottom() + 6.0);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(below));
    ui.set_clip_rect(ui.clip_rect().intersect(below));
    ui.spacing_mut().item_spacing.y = 0.0;
    if lines.is_empty() {
        ui.label(&texts.nothing_found);
    }
    let mut chosen = None;
    ScrollArea::vertical()
        .auto_shrink(false)
        .show_rows(&mut ui, LINE, lines.len(), |ui, shown| {
            for line in &lines[shown] {
                let size = vec2(ui.available_width() - 6.0, LINE);
                match line {
                    SeriesLine::Stage(name, count) => stage(ui, name, *count, size),
                    SeriesLine::Series(entry) => {
                        let figure = app.view().figure;
                        let is_on = figure == Figure::Single(entry.series)
                            || figure.series().first() == Some(&entry.series);
                        if series(ui, entry, is_on, size) {
                            chosen = Some(Command::ShowFigure(Figure::Single(entry.series)));
                        }
                    }
                }
            }
        });
    chosen
}

fn stage(ui: &mut Ui, name: &str, count: usize, size: eframe::egui::Vec2) {
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let quiet = style::color(ui, Role::Text3);
    let y = rect.bottom() - 9.0;
    let font = style::semibold(size::LABEL);
    let at = pos2(rect.left() + 6.0, y);
    text(
        ui.painter(),
        at,
        Align2::LEFT_CENTER,
        name,
        font.clone(),
        style::color(ui, Role::Text2),
    );
    let at = pos2(rect.right() - 6.0, y);
    let count = count.to_string();
    text(
        ui.painter(),
        at,
        Align2::RIGHT_CENTER,
        &count,
        style::regular(size::CAPTION),
        quiet,
    );
}

fn series(ui: &mut Ui, entry: &SeriesEntry, is_on: bool, size: eframe::egui::Vec2) -> bool {
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let fill = match (is_on, response.hovered()) {
        (true, _) => Some(Role::AccentSoft),
        (false, true) => Some(Role::Hover),
        (false, false) => None,
    };
    if let Some(fill) = fill {
        let fill = style::color(ui, fill);
        ui.painter().rect_filled(rect, CornerRadius::same(5), fill);
    }
    focus_ring(ui, &response, rect.shrink(2.0), 5);
    let sentence = format!("{}: {}", entry.name, entry.value);
    response.widget_info(|| WidgetInfo::selected(Access::ListBoxOption, true, is_on, &sentence));

    let painter = ui.painter();
    let y = rect.center().y;
    let ink = style::color(ui, Role::Text1);
    let value = line(
        painter,
        &entry.value,
        style::semibold(size::CAPTION),
        ink,
        110.0,
    );
    let left = rect.right() - 6.0 - value.size().x;
    painter.galley(pos2(left, y - value.size().y / 2.0), value, ink);
    if let Some((_, trend)) = &entry.change {
        let color = trend_color(ui, *trend);
        icons::triangle(painter, pos2(left - 9.0, y), 7.0, trend.rising, color);
    }
    let role = if is_on { Role::Accent } else { Role::Text1 };
    let (font, color) = (style::regular(size::LABEL), style::color(ui, role));
    let at = pos2(rect.left() + 6.0, y);
    let width = left - 18.0 - at.x;
    let anchor = Align2::LEFT_CENTER;
    let place = text_within(painter, at, anchor, entry.name, font, color, width);
    let is_cut = place.width() >= width - 12.0;
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    let clicked = response.clicked();
    if is_cut {
        response.on_hover_text(&sentence);
    }
    clicked
}

/// The chosen figure, and its numbers below.
fn figure(ui: &mut Ui, world: &World<'_>, app: &App, rect: Rect) -> Vec<Command> {
    let chart = app.view().figure.chart(world);
    let table = if rect.height() > 2.6 * TABLE {
        TABLE
    } else {
        0.0
    };
    let above = rect.with_max_y(rect.bottom() - table - if table > 0.0 { space::GAP } else { 0.0 });
    let commands = chart::show_large(ui, &world.locale, &chart, above, app.is_dragging());
    if table > 0.0 {
        let below = rect.with_min_y(rect.bottom() - table);
        card(ui, below);
        let inner = below.shrink2(vec2(space::CARD, 10.0));
        let (font, color) = (style::regular(size::LABEL), style::color(ui, Role::Text2));
        let about = ui
            .painter()
            .layout(chart.about.clone(), font, color, inner.width());
        let top = inner.top() + about.size().y + 8.0;
        ui.painter().galley(inner.min, about, color);
        chart_table::show(ui, &world.locale, &chart, inner.with_min_y(top));
    }
    commands
}
