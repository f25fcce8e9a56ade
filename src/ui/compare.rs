//! Compare: several scenarios side by side; only what differs, and what comes of it.

use eframe::egui::{Sense, Ui, UiBuilder};

use super::chart_grid::{Rows, row};
use super::overview::{beside, page};
use super::style::space;
use super::{compare_head, compare_inputs, compare_table, page_head, page_scroll};
use super::{scrubber, small_multiple};
use crate::app::{App, Command};
use crate::report::World;
use crate::report::comparison::{Compared, Comparison, multiples};

/// In a page narrower than this everything stands below each other.
const NARROW: f32 = 860.0;
/// Narrowest and widest card of inputs beside the charts.
const INPUTS: (f32, f32) = (286.0, 376.0);
/// Charts narrower than this have no room for their labels.
const LEAST_WIDTH: f32 = 260.0;
/// Charts lower than this are not worth looking at.
const LEAST_HEIGHT: f32 = 172.0;
/// Charts of a page that scrolls anyway.
const STACKED_HEIGHT: f32 = 204.0;

/// Shows the page; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>, app: &App) -> Vec<Command> {
    let comparison = comparison(world, app);
    let mut commands = Vec::new();
    page(ui, |ui| {
        let rect = ui.available_rect_before_wrap();
        if rect.width() < NARROW {
            page_scroll::show(ui, "compare", |ui| {
                ui.spacing_mut().item_spacing.y = space::GAP;
                head(ui, world, app, &comparison, &mut commands);
                results(ui, world, app, &comparison, &mut commands);
                let height = compare_inputs::height(&comparison, ui.available_width());
                let place = row(ui, height);
                compare_inputs::show(ui, &comparison, place);
            });
            return;
        }
        ui.spacing_mut().item_spacing.y = space::GAP;
        head(ui, world, app, &comparison, &mut commands);
        let below = ui.available_rect_before_wrap();
        let width = (below.width() * 0.27).clamp(INPUTS.0, INPUTS.1);
        let split = below.left() + width;
        compare_inputs::show(ui, &comparison, below.with_max_x(split));
        let right = below.with_min_x(split + space::GAP);
        let mut right = ui.new_child(UiBuilder::new().max_rect(right));
        page_scroll::show(&mut right, "compared results", |ui| {
            results(ui, world, app, &comparison, &mut commands);
        });
        ui.allocate_rect(below, Sense::hover());
    });
    commands
}

/// The scenarios that are compared, run and named.
fn comparison<'a>(world: &World<'_>, app: &'a App) -> Comparison<'a> {
    let worlds = app.labelled(&world.locale).into_iter();
    let worlds = worlds.map(|(label, role, scenario)| Compared::new(label, role, scenario));
    Comparison {
        worlds: worlds.collect(),
        reference: app.comparison().reference(),
        year: world.year,
        span: world.span,
        locale: world.locale,
    }
}

fn head(
    ui: &mut Ui,
    world: &World<'_>,
    app: &App,
    comparison: &Comparison<'_>,
    commands: &mut Vec<Command>,
) {
    let heights = Rows::of(ui.available_width(), ui.available_height());
    let place = ui.available_rect_before_wrap();
    let (headline, scrub) = page_head::places(place.with_max_y(place.top() + heights.head));
    let layout = compare_head::Layout::new(ui, app, comparison, (headline, heights.head));
    row(ui, layout.height);
    commands.extend(compare_head::show(ui, app, comparison, &layout, place.min));
    commands.extend(scrubber::show(ui, world, scrub).map(Command::SetYear));
}

/// The small charts and the table of key outputs.
fn results(
    ui: &mut Ui,
    world: &World<'_>,
    app: &App,
    comparison: &Comparison<'_>,
    commands: &mut Vec<Command>,
) {
    ui.spacing_mut().item_spacing.y = space::GAP;
    let width = ui.available_width();
    let columns = ((width + space::GAP) / (LEAST_WIDTH + space::GAP)).floor();
    let columns = (columns as usize).clamp(1, 3);
    let charts = multiples(comparison);
    let rows = charts.len().div_ceil(columns);
    let table = compare_table::height(comparison, width);
    let height = if width < NARROW && columns < 3 {
        STACKED_HEIGHT
    } else {
        let room = ui.available_height() - table - rows as f32 * space::GAP;
        (room / rows as f32).floor().max(LEAST_HEIGHT)
    };
    let frozen = app.is_dragging();
    let margins = small_multiple::Margins::new(ui, world, &charts, frozen);
    for charts in charts.chunks(columns) {
        let place = row(ui, height);
        for (chart, rect) in charts.iter().zip(beside(place, columns)) {
            let wanted = small_multiple::show(ui, world, chart, rect, (frozen, margins));
            commands.extend(wanted);
        }
    }
    let place = row(ui, table);
    compare_table::show(ui, comparison, place);
}
