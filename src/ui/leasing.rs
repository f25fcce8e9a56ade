//! Leasing: what renting out compute earns.

use eframe::egui::{Id, Rect, Ui};

use super::chart_grid::{self, Rows, is_narrow, row};
use super::overview::{beside, page};
use super::{heat_map, key_figure, page_head, page_scroll, segmented};
use crate::app::{App, Command};
use crate::report::findings::renting;
use crate::report::payback_map::payback_map;
use crate::report::{Figure, RentUnit, World, leasing_key_figures};
use crate::scenario::exhibit::Exhibit;

/// Rows of charts; the heat map is as high as two.
const ROWS: usize = 3;

/// Shows the page; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>, app: &App) -> Vec<Command> {
    let mut commands = Vec::new();
    let unit = app.view().rent_unit;
    page(ui, |ui| {
        let (width, available) = (ui.available_width(), ui.available_height());
        let rows = Rows::of(width, available);
        let height = rows.chart(available, &[rows.head, rows.key_figures], ROWS);
        page_scroll::show(ui, "leasing", |ui| {
            ui.spacing_mut().item_spacing.y = rows.gap;
            let headline = renting::headline(world, unit);
            commands.extend(page_head::show(ui, world, &headline, rows.head));
            let place = row(ui, rows.key_figures);
            commands.extend(key_figure::show(
                ui,
                world,
                &leasing_key_figures(world, unit),
                place,
            ));
            let [rent, payback, others @ ..] = Figure::leasing(unit);
            let two_rows = 2.0 * height + rows.gap;
            if is_narrow(width) {
                commands.extend(chart_grid::show(ui, world, app, &[rent, payback], height));
                let place = row(ui, two_rows);
                commands.extend(map(ui, world, unit, place));
            } else {
                let place = row(ui, two_rows);
                let places: Vec<Rect> = beside(place, 2).collect();
                let upper = places[0].with_max_y(place.top() + height);
                let lower = places[0].with_min_y(place.bottom() - height);
                for (figure, rect) in [(rent, upper), (payback, lower)] {
                    commands.extend(chart_grid::show_one(ui, world, app, figure, rect));
                }
                commands.extend(map(ui, world, unit, places[1]));
            }
            commands.extend(chart_grid::show(ui, world, app, &others, height));
        });
    });
    commands
}

/// The heat map, with the switch between units of rent; gives the unit that was chosen, or what is
/// wanted of the map.
fn map(ui: &Ui, world: &World<'_>, unit: RentUnit, rect: Rect) -> Option<Command> {
    let names: Vec<String> = RentUnit::ALL
        .iter()
        .map(|unit| world.locale.numbers.axis_unit(unit.unit()))
        .collect();
    let switch = segmented::width(ui, &names);
    let map = (Exhibit::PaybackMap(unit), &payback_map(world, unit));
    let (right, wanted) = heat_map::show(ui, &world.locale, map, rect, switch);
    let on = RentUnit::ALL.iter().position(|&other| other == unit);
    let id = Id::unique("unit of rent");
    let (chosen, _) = segmented::show(ui, id, right, &names, on.unwrap_or_default());
    let chosen = chosen.and_then(|index| RentUnit::ALL.get(index));
    chosen.map(|&unit| Command::SetRentUnit(unit)).or(wanted)
}
