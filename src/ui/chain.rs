//! The value chain: where a year's money goes, and what suppliers get of it.

use std::time::Duration;

use eframe::egui::{Align2, Id, Pos2, Rect, Ui, pos2, vec2};

use super::chart_grid::{is_narrow, row};
use super::overview::page;
use super::paint::{card, describe, line, text, text_within, translucent};
use super::sankey::{self, AMOUNTS, TABLE};
use super::segments::measure_name;
use super::style::{self, size, space};
use super::{icons, page_head, page_scroll, picture_menu, segmented, tables, year_bars};
use crate::app::{Command, Picture};
use crate::model::{Measure, Series, Year};
use crate::report::money_flow::{COLUMNS, MoneyFlow, flow_of, money_flow};
use crate::report::{World, findings, sankey as geometry};
use crate::scenario::exhibit::Exhibit;
use crate::theme::Role;

/// Height of the headline, and where it needs two lines.
const HEAD: f32 = 36.0;
const NARROW_HEAD: f32 = 44.0;
/// Width of the tables where there is room, and their part of the page: at most, and at least.
const TABLES: f32 = 540.0;
const TABLES_MOST: f32 = 0.42;
const TABLES_LEAST: f32 = 0.33;
/// In a page narrower than this, the tables stand below the flow and the page scrolls.
const NARROW: f32 = 1080.0;
/// Flows lower than this, beside and above the tables, have no room for the names of all who keep
/// money: the page scrolls.
const LEAST_FLOW: f32 = 510.0;
const LEAST_FLOW_ABOVE: f32 = 600.0;
/// Side of the button of the menu.
const MENU_BUTTON: f32 = 22.0;
/// Room for the square before words of the legend, and between them.
const SWATCH: f32 = 15.5;
const LEGEND_GAP: f32 = 14.0;
/// How long each year is shown while the years are played.
const BEAT: Duration = Duration::from_millis(900);
/// What the table beside the flow may say of a segment.
const MEASURES: [Measure; 3] = [Measure::Revenue, Measure::Captured, Measure::Profit];

/// Shows the view; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    page(ui, |ui| {
        let head = if is_narrow(ui.available_width()) {
            NARROW_HEAD
        } else {
            HEAD
        };
        let room = ui.available_height() - head;
        page_scroll::show(ui, "chain", |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let width = ui.available_width();
            let place = row(ui, head);
            page_head::show_headline(ui, place, &findings::chain(world));
            if width < NARROW {
                let place = row(ui, room.max(LEAST_FLOW_ABOVE));
                commands.extend(flow_card(ui, world, place));
                ui.add_space(space::GAP);
                let height = tables::height(ui, world, width, measure(ui));
                let place = row(ui, height);
                commands.extend(tables::show(ui, world, place, measure(ui)));
            } else {
                let place = row(ui, room.max(LEAST_FLOW));
                let split = place.right() - TABLES.clamp(width * TABLES_LEAST, width * TABLES_MOST);
                let flow = place.with_max_x(split - space::GAP);
                commands.extend(flow_card(ui, world, flow));
                let beside = place.with_min_x(split);
                commands.extend(tables::show(ui, world, beside, measure(ui)));
            }
        });
    });
    commands
}

/// What the table beside the flow says of a segment.
fn measure(ui: &Ui) -> Measure {
    ui.data(|data| data.get_temp(measure_id()))
        .unwrap_or(Measure::Captured)
}

fn measure_id() -> Id {
    Id::unique("captured measure")
}

/// The card of the Sankey with its year bars; gives what the user wants changed.
fn flow_card(ui: &Ui, world: &World<'_>, rect: Rect) -> Option<Command> {
    card(ui, rect);
    let inner = rect.shrink2(vec2(space::CARD, 12.0));
    let (measure, head) = head(ui, world, inner);

    let bars = inner.with_min_y(inner.bottom() - year_bars::HEIGHT);
    let top = inner.top() + head;
    let plot = Rect::from_min_max(
        pos2(inner.left(), top),
        pos2(inner.right(), bars.top() - 16.0),
    );
    column_heads(ui, world, plot, measure);
    let mut wanted = None;
    if plot.height() > 60.0 {
        // One scale for all years, of the baseline too, so that what spends more is taller.
        let flows: Vec<MoneyFlow> = Year::all()
            .flat_map(|year| {
                [world.run, world.baseline].map(|run| flow_of(run, year, &world.locale))
            })
            .collect();
        let scale = geometry::scale(&flows, plot.height());
        let flow = money_flow(world);
        let layout = geometry::layout(&flow, plot.width() - TABLE, plot.height(), scale);
        wanted = sankey::show(ui, world, &flow, &layout, plot, measure);
    }
    let edge = style::color(ui, Role::Stroke);
    ui.painter()
        .hline(inner.x_range(), bars.top() - 8.0, (1.0, edge));
    let chosen = year_bars::show(ui, world, bars);
    let chosen = chosen.or_else(|| play(ui, world, year_bars::button(bars)));
    let pictured = menu(ui, world, inner);
    pictured.or(wanted).or(chosen.map(Command::SetYear))
}

/// The menu of the picture, in the upper right corner.
fn menu(ui: &Ui, world: &World<'_>, inner: Rect) -> Option<Command> {
    let corner = pos2(inner.right() - MENU_BUTTON + 5.0, inner.top() + 1.0);
    let place = Rect::from_min_size(corner, vec2(MENU_BUTTON, MENU_BUTTON));
    let id = Id::unique("menu of the flow");
    let picture = Picture::Exhibit(Exhibit::MoneyFlow);
    picture_menu::button(ui, &world.locale, (id, place), picture)
}

/// Title, legend, and the choice of what the table says; also says how high they are.
fn head(ui: &Ui, world: &World<'_>, inner: Rect) -> (Measure, f32) {
    let texts = &world.locale.text.chain;
    let y = inner.top() + 12.0;
    let words = [&texts.revenue, &texts.captured_value, &texts.profit].map(String::clone);
    let mut chosen = measure(ui);
    let on = MEASURES.iter().position(|&one| one == chosen).unwrap_or(1);
    let right = pos2(inner.right() - MENU_BUTTON, y);
    let (index, left) = segmented::show(ui, measure_id(), right, &words, on);
    if let Some(index) = index {
        chosen = MEASURES[index];
        ui.data_mut(|data| data.insert_temp(measure_id(), chosen));
    }

    let unit = world.locale.numbers.axis_unit(&Series::Capex.info().unit);
    let title = (texts.title).fill(&[("year", &world.year.calendar()), ("unit", &unit)]);
    let (font, ink) = (style::semibold(size::TITLE), style::color(ui, Role::Text1));
    let at = pos2(inner.left(), y);
    let room = left - inner.left() - space::GAP;
    let painter = ui.painter();
    let place = text_within(painter, at, Align2::LEFT_CENTER, &title, font, ink, room);
    describe(ui, "title of the flow", place, &title);
    let legend = [(&texts.by_others, 0.45), (&texts.by_chinese, 1.0)];
    let width: f32 = legend
        .iter()
        .map(|(words, _)| legend_width(ui, words))
        .sum();
    if left - place.right() > width + space::MARGIN {
        paint_legend(ui, &legend, pos2(left - space::MARGIN, y));
        (chosen, 62.0)
    } else {
        // In a line of its own, from the left.
        paint_legend(
            ui,
            &legend,
            pos2(inner.left() + width - LEGEND_GAP, y + 26.0),
        );
        (chosen, 84.0)
    }
}

fn legend_width(ui: &Ui, words: &str) -> f32 {
    let (font, color) = (style::regular(size::LABEL), style::color(ui, Role::Text3));
    let galley = line(ui.painter(), words, font, color, f32::INFINITY);
    galley.size().x + SWATCH + LEGEND_GAP
}

/// Paints the legend from the right.
fn paint_legend(ui: &Ui, legend: &[(&String, f32)], at: Pos2) {
    let (font, quiet) = (style::regular(size::LABEL), style::color(ui, Role::Text3));
    let solid = style::color(ui, Role::Neutral);
    let painter = ui.painter();
    let mut right = at.x;
    for (words, strength) in legend {
        let at = pos2(right, at.y);
        let place = text(
            painter,
            at,
            Align2::RIGHT_CENTER,
            words,
            font.clone(),
            quiet,
        );
        let center = pos2(place.left() - SWATCH + 5.5, at.y);
        let square = Rect::from_center_size(center, vec2(11.0, 11.0));
        painter.rect_filled(square, 2.0, translucent(solid, *strength));
        right -= legend_width(ui, words);
    }
}

fn column_heads(ui: &Ui, world: &World<'_>, plot: Rect, measure: Measure) {
    let texts = &world.locale.text.chain;
    let painter = ui.painter();
    let y = plot.top() - 22.0;
    let (font, quiet) = (style::regular(size::LABEL), style::color(ui, Role::Text3));
    let (spent, bought, chips, captured) = &texts.columns;
    let width = (plot.width() - TABLE - 20.0) / (COLUMNS - 1) as f32;
    for (index, words) in [spent, bought, chips].into_iter().enumerate() {
        let at = pos2(plot.left() + width * index as f32, y);
        text(painter, at, Align2::LEFT_CENTER, words, font.clone(), quiet);
    }
    let at = pos2(plot.right() - TABLE + 9.0, y);
    text(
        painter,
        at,
        Align2::LEFT_CENTER,
        captured,
        font.clone(),
        quiet,
    );
    let unit = measure_name(world, measure);
    let at = pos2(plot.right() - AMOUNTS, y);
    text(painter, at, Align2::RIGHT_CENTER, unit, font.clone(), quiet);
    let at = pos2(plot.right(), y);
    text(
        painter,
        at,
        Align2::RIGHT_CENTER,
        &texts.chinese,
        font,
        quiet,
    );
    let edge = style::color(ui, Role::Stroke);
    painter.hline(plot.x_range(), plot.top() - 10.0, (1.0, edge));
}

/// The play button: while it is on, the years pass; gives the next one when its time has come.
fn play(ui: &Ui, world: &World<'_>, place: Rect) -> Option<Year> {
    let texts = &world.locale.text.chain;
    let id = Id::unique("play the years");
    let now = ui.input(|input| input.time);
    let next_at: Option<f64> = ui.data(|data| data.get_temp(id));
    let (icon, name) = match next_at {
        Some(_) => (icons::Icon::Pause, &texts.pause),
        None => (icons::Icon::Play, &texts.play),
    };
    let look = (name.as_str(), next_at.is_some());
    if icons::toggle_at(ui, icon, place, id.with("button"), look).clicked() {
        ui.data_mut(|data| match next_at {
            Some(_) => data.remove::<f64>(id),
            None => {
                data.insert_temp(id, now);
            }
        });
        ui.ctx().request_repaint();
        return None;
    }
    let next_at = next_at?;
    if now < next_at {
        ui.ctx()
            .request_repaint_after(Duration::from_secs_f64(next_at - now));
        return None;
    }
    let next = world.year.index() + 1;
    ui.data_mut(|data| data.insert_temp(id, now + BEAT.as_secs_f64()));
    ui.ctx().request_repaint_after(BEAT);
    Year::all().nth(next).or(Some(Year::BASE))
}
