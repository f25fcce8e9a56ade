//! The value chain: where a year's money goes, and what suppliers get of it.

use std::time::Duration;

use eframe::egui::{Align2, Id, Rect, Sense, Ui, pos2, vec2};

use super::overview::page;
use super::paint::{card, describe, text, text_within};
use super::sankey::{self, AMOUNTS, TABLE};
use super::style::{self, size, space};
use super::{icons, segmented, suppliers, year_bars};
use crate::app::Command;
use crate::model::{Measure, Year};
use crate::report::money_flow::{COLUMNS, MoneyFlow, flow_of, money_flow};
use crate::report::{World, findings, sankey as geometry};
use crate::theme::Role;

const HEAD: f32 = 32.0;
const SUPPLIERS: f32 = 490.0;
/// How long each year is shown while the years are played.
const BEAT: Duration = Duration::from_millis(900);

/// Shows the view; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    page(ui, |ui| {
        let rect = ui.available_rect_before_wrap();
        headline(ui, world, rect.with_max_y(rect.top() + HEAD));
        let below = rect.with_min_y(rect.top() + HEAD + 4.0);
        let width = SUPPLIERS.min(rect.width() * 0.36);
        let split = rect.right() - width;
        let year = flow_card(ui, world, below.with_max_x(split - space::GAP));
        commands.extend(year.map(Command::SetYear));
        suppliers::show(ui, world, below.with_min_x(split));
        ui.allocate_rect(rect, Sense::hover());
    });
    commands
}

fn headline(ui: &Ui, world: &World<'_>, rect: Rect) {
    let words = findings::chain(world);
    let (font, color) = (
        style::semibold(size::HEADLINE),
        style::color(ui, Role::Text1),
    );
    let at = rect.left_center();
    let place = text_within(
        ui.painter(),
        at,
        Align2::LEFT_CENTER,
        &words,
        font,
        color,
        rect.width(),
    );
    describe(ui, "headline", place, &words);
}

/// The card of the Sankey with its year bars; gives the year that was chosen.
fn flow_card(ui: &Ui, world: &World<'_>, rect: Rect) -> Option<Year> {
    card(ui, rect);
    let texts = &world.locale.text.chain;
    let inner = rect.shrink2(vec2(space::CARD, 12.0));
    let measure = head(ui, world, inner);

    let bars = inner.with_min_y(inner.bottom() - year_bars::HEIGHT);
    let top = inner.top() + 62.0;
    let plot = Rect::from_min_max(
        pos2(inner.left(), top),
        pos2(inner.right(), bars.top() - 16.0),
    );
    column_heads(ui, world, plot, measure);
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
        sankey::show(ui, world, &flow, &layout, plot, measure);
    }
    let edge = style::color(ui, Role::Stroke);
    ui.painter()
        .hline(inner.x_range(), bars.top() - 8.0, (1.0, edge));
    let chosen = year_bars::show(ui, world, bars);
    chosen.or_else(|| play(ui, world, &texts.play, &texts.pause, inner))
}

/// Title, legend, and the choice of what the table says.
fn head(ui: &Ui, world: &World<'_>, inner: Rect) -> Measure {
    let texts = &world.locale.text.chain;
    let painter = ui.painter();
    let y = inner.top() + 12.0;
    let title = texts.title.fill(&[("year", &world.year.calendar())]);
    let (font, ink) = (style::semibold(size::TITLE), style::color(ui, Role::Text1));
    text(
        painter,
        pos2(inner.left(), y),
        Align2::LEFT_CENTER,
        &title,
        font,
        ink,
    );

    let id = Id::unique("captured measure");
    let measures = [Measure::Revenue, Measure::Captured, Measure::Profit];
    let words = [&texts.revenue, &texts.captured_value, &texts.profit].map(String::clone);
    let mut on = ui.data(|data| data.get_temp(id)).unwrap_or(1_usize);
    let (chosen, left) = segmented::show(ui, id, pos2(inner.right(), y), &words, on);
    if let Some(chosen) = chosen {
        on = chosen;
        ui.data_mut(|data| data.insert_temp(id, on));
    }

    let (font, quiet) = (style::regular(size::LABEL), style::color(ui, Role::Text3));
    let solid = style::color(ui, Role::Neutral);
    let mut right = left - 16.0;
    for (words, strength) in [(&texts.by_others, 0.45), (&texts.by_chinese, 1.0)] {
        let at = pos2(right, y);
        let place = text(
            painter,
            at,
            Align2::RIGHT_CENTER,
            words,
            font.clone(),
            quiet,
        );
        let square = Rect::from_center_size(pos2(place.left() - 10.0, y), vec2(11.0, 11.0));
        painter.rect_filled(square, 2.0, super::paint::translucent(solid, strength));
        right = square.left() - 14.0;
    }
    measures[on]
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
    let unit = match measure {
        Measure::Revenue => &texts.revenue,
        Measure::Profit => &texts.profit,
        Measure::Captured | Measure::China => &texts.captured_value,
    };
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
fn play(ui: &Ui, world: &World<'_>, play: &str, pause: &str, inner: Rect) -> Option<Year> {
    let id = Id::unique("play the years");
    let now = ui.input(|input| input.time);
    let next_at: Option<f64> = ui.data(|data| data.get_temp(id));
    let (icon, name) = match next_at {
        Some(_) => (icons::Icon::Pause, pause),
        None => (icons::Icon::Play, play),
    };
    let place = Rect::from_min_size(
        pos2(inner.left(), inner.bottom() - 26.0),
        vec2(space::BUTTON, 26.0),
    );
    if icons::button_at(ui, icon, place, id.with("button"), name).clicked() {
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
