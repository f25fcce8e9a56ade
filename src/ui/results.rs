//! All results: a list of every series, the chosen figure large, and its numbers.

use eframe::egui::{
    Align2, CornerRadius, CursorIcon, Id, Rect, Role as Access, ScrollArea, Sense, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::chart_grid::{Rows, row};
use super::icons::{self, Icon};
use super::key_figure::trend_color;
use super::overview::page;
use super::paint::{card, focus_ring, line, text, text_within};
use super::style::{self, size, space};
use super::{chart, chart_table, keys, page_head, page_scroll, scrubber, search_field, tabs};
use crate::app::{App, Command};
use crate::report::{Figure, SeriesEntry, SeriesLine, World, series_list};
use crate::theme::Role;

/// Height of a line of the list.
const LINE: f32 = 26.0;
/// Width of the column that says whether a result rose, at the right end of a line.
const TREND: f32 = 19.0;
/// Width of the list: a part of the page, and at least.
const LIST: f32 = 300.0;
const LIST_PART: f32 = 0.24;
/// In a page narrower than this the list stands above the figure.
const NARROW: f32 = 720.0;
/// Height of the list, and of the figure with its numbers, where they stand below each other.
const STACKED_LIST: f32 = 320.0;
const STACKED_FIGURE: f32 = 440.0;
/// Beside each other they need this height; lower pages scroll.
const LEAST: f32 = 300.0;
/// Greatest height of the table of numbers, with its frame; without the numbers themselves.
const TABLE: f32 = 148.0;
const TABLE_FRAME: f32 = 34.0;
const TABLE_LINE: f32 = 19.0;

/// Shows the page; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>, app: &App) -> Vec<Command> {
    let mut commands = Vec::new();
    page(ui, |ui| {
        let (width, available) = (ui.available_width(), ui.available_height());
        let rows = Rows::of(width, available);
        page_scroll::show(ui, "results", |ui| {
            ui.spacing_mut().item_spacing.y = space::GAP;
            let place = row(ui, rows.head);
            commands.extend(head(ui, world, app, place));
            if width < NARROW {
                // Both places first: the fields of the list move where the next row would stand.
                let (above, below) = (row(ui, STACKED_LIST), row(ui, STACKED_FIGURE));
                commands.extend(list(ui, world, app, above));
                commands.extend(figure(ui, world, app, below));
            } else {
                let place = row(ui, (available - rows.head - space::GAP).max(LEAST));
                let split = place.left() + (width * LIST_PART).max(LIST);
                commands.extend(list(ui, world, app, place.with_max_x(split)));
                let beside = place.with_min_x(split + space::GAP);
                commands.extend(figure(ui, world, app, beside));
            }
        });
    });
    commands
}

/// The way back, the name of the page, and the choice of the year.
fn head(ui: &Ui, world: &World<'_>, app: &App, rect: Rect) -> Vec<Command> {
    let texts = &world.locale.text.results;
    let mut commands = Vec::new();
    let (mut title, scrub) = page_head::places(rect);
    if let Some(from) = app.view().figure_from {
        let at = title.left_center() + vec2(14.0, -1.0);
        let place = Rect::from_center_size(at, vec2(28.0, 28.0));
        let name = texts
            .back
            .fill(&[("page", &tabs::name(&world.locale, from))]);
        let back = icons::button_at(ui, Icon::Back, place, Id::unique("back"), &name);
        if back.clicked() || keys::take_escape(ui) {
            commands.push(Command::SetTab(from));
        }
        title = title.with_min_x(title.left() + 34.0);
    }
    page_head::show_headline(ui, title, &texts.title);
    commands.extend(scrubber::show(ui, world, scrub).map(Command::SetYear));
    commands
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

    // The bar stands in the card's margin, so that rows are as wide as the field.
    let bar = ui.spacing().scroll.allocated_width();
    let below = inner.with_min_y(field.bottom() + 6.0);
    let below = below.with_max_x(inner.right() + bar);
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
                let size = vec2(inner.width(), LINE);
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
    let at = pos2(rect.right() - TREND, y);
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
    let left = rect.right() - TREND - value.size().x;
    painter.galley(pos2(left, y - value.size().y / 2.0), value, ink);
    if let Some((_, trend)) = &entry.change {
        let color = trend_color(ui, *trend);
        let at = pos2(rect.right() - TREND / 2.0, y);
        icons::triangle(painter, at, 7.0, trend.rising, color);
    }
    let role = if is_on { Role::Accent } else { Role::Text1 };
    let (font, color) = (style::regular(size::LABEL), style::color(ui, role));
    let at = pos2(rect.left() + 6.0, y);
    let width = left - 10.0 - at.x;
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
    let width = rect.width() - 2.0 * space::CARD;
    let (font, color) = (style::regular(size::LABEL), style::color(ui, Role::Text2));
    let about = ui.painter().layout(chart.about.clone(), font, color, width);
    let table = if rect.height() > 2.6 * TABLE {
        let lines = 1 + chart.table(&world.locale).lines.len();
        (TABLE_FRAME + about.size().y + TABLE_LINE * lines as f32).min(TABLE)
    } else {
        0.0
    };
    let above = rect.with_max_y(rect.bottom() - table - if table > 0.0 { space::GAP } else { 0.0 });
    let mut commands = chart::show_large(ui, &world.locale, &chart, above, app.is_dragging());
    if table > 0.0 {
        let below = rect.with_min_y(rect.bottom() - table);
        card(ui, below);
        let inner = below.shrink2(vec2(space::CARD, 10.0));
        let top = inner.top() + about.size().y + 8.0;
        ui.painter().galley(inner.min, about, color);
        let below = inner.with_min_y(top);
        commands.extend(chart_table::show(ui, &world.locale, &chart, below));
    }
    commands
}
