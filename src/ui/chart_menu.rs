//! What can be done with a chart: see it large, as a table, copy it, and be told what it is.

use eframe::egui::{Button, Id, Popup, Rect, RichText, Ui, pos2, vec2};

use super::chart::Size;
use super::icons::{self, Icon};
use super::style::{self, size as font_size};
use super::{chart_explained, picture_menu};
use crate::app::{Command, Picture};
use crate::report::chart::Chart;
use crate::report::{Figure, Locale};
use crate::scenario::exhibit::Exhibit;
use crate::theme::Role;

/// Side of a button.
const SIDE: f32 = 22.0;
const MENU: f32 = 190.0;
const ABOUT: f32 = 340.0;

/// Shows the buttons at the top right of a card; gives where they begin, and what is wanted.
pub fn show(
    ui: &Ui,
    locale: &Locale,
    chart: &Chart,
    inner: Rect,
    size: Size,
) -> (f32, Option<Command>) {
    let texts = &locale.text.charts;
    let mut right = inner.right() + 5.0;
    let mut place = || {
        let rect = Rect::from_min_size(pos2(right - SIDE, inner.top() - 3.0), vec2(SIDE, SIDE));
        right -= SIDE;
        rect
    };
    let id = |name: &str| Id::unique((name, chart.figure));
    let mut wanted = None;
    if size == Size::Small {
        let expand = icons::button_at(ui, Icon::Expand, place(), id("expand"), &texts.expand);
        wanted = expand
            .clicked()
            .then_some(Command::ShowFigure(chart.figure));
    }
    let more = icons::button_at(ui, Icon::More, place(), id("more"), &texts.more);
    let help = icons::button_at(ui, Icon::Help, place(), id("about"), &texts.what_is_this);
    Popup::menu(&help)
        .width(ABOUT)
        .show(|ui| about(ui, locale, chart));
    let chosen = Popup::menu(&more)
        .width(MENU)
        .show(|ui| menu(ui, locale, chart, size));
    (right - 6.0, wanted.or(chosen.and_then(|menu| menu.inner)))
}

/// Is the chart shown as a table?
pub fn is_table(ui: &Ui, chart: &Chart) -> bool {
    ui.data(|data| data.get_temp(table_id(chart)))
        .unwrap_or(false)
}

fn table_id(chart: &Chart) -> Id {
    Id::unique(("as table", chart.figure))
}

fn menu(ui: &mut Ui, locale: &Locale, chart: &Chart, size: Size) -> Option<Command> {
    let texts = &locale.text.charts;
    let item = |ui: &mut Ui, name: &str| {
        let button = Button::new(name).frame_when_inactive(false);
        ui.add(button.min_size(vec2(MENU - 12.0, 0.0))).clicked()
    };
    let is_table = is_table(ui, chart);
    let toggle = if is_table {
        &texts.show_as_chart
    } else {
        &texts.show_as_table
    };
    // Below a large chart its numbers stand anyway.
    if size != Size::Large && item(ui, toggle) {
        ui.data_mut(|data| data.insert_temp(table_id(chart), !is_table));
    }
    if item(ui, &texts.copy_data) {
        ui.ctx().copy_text(chart.to_tsv(locale));
    }
    let picture = match (size, chart.figure) {
        (Size::Multiple, Figure::Single(series)) => Picture::Compared(series),
        _ => Picture::Exhibit(Exhibit::Chart(chart.figure)),
    };
    let pictured = picture_menu::show(ui, locale, picture, MENU - 12.0);
    pictured.or(chart_explained::list(
        ui,
        locale,
        chart,
        (chart.year, MENU - 12.0),
    ))
}

fn about(ui: &mut Ui, locale: &Locale, chart: &Chart) {
    ui.set_max_width(ABOUT);
    let title = RichText::new(&locale.text.charts.what_is_this);
    ui.label(title.font(style::semibold(font_size::TITLE)));
    ui.label(&chart.about);
    let quiet = style::color(ui, Role::Text3);
    ui.label(RichText::new(&chart.summary).small().color(quiet));
}
