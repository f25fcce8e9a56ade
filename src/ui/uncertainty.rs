//! Uncertainty: how sure a result is, what swings it, what moved it, and what would reach a target.

use eframe::egui::{Align2, Id, Pos2, Rect, Ui, pos2, vec2};

use super::chart_grid::{self, Rows, is_narrow, row};
use super::overview::page;
use super::paint::{describe, line, text, wrapped};
use super::search_menu::SearchMenu;
use super::style::{self, size, space};
use super::{
    drop_down, goal_bar, goal_menus, page_head, page_scroll, segmented, tornado, waterfall,
};
use crate::analysis::Fan;
use crate::app::{Analysis, App, Command, Draws};
use crate::report::findings::uncertainty as findings;
use crate::report::tornado::tornado as tornado_of;
use crate::report::waterfall::waterfall as waterfall_of;
use crate::report::{Figure, World};
use crate::theme::Role;

/// The part of the width that the fan and the waterfall have, beside the tornado.
const LEFT: f32 = 0.59;
/// The part of the height that the fan has, above the waterfall.
const UPPER: f32 = 0.54;
/// Both together need this height; lower pages scroll.
const LEAST: f32 = 360.0;
/// In a page narrower than this the three stand below each other.
const NARROW: f32 = 960.0;
/// Heights of the three where they stand below each other.
const STACKED: (f32, f32, f32) = (270.0, 270.0, 460.0);
/// Longest name of the output on its button.
const NAME: f32 = 240.0;

/// Shows the page; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>, app: &App) -> Vec<Command> {
    let mut commands = Vec::new();
    page(ui, |ui| {
        let (width, available) = (ui.available_width(), ui.available_height());
        let rows = Rows::of(width, available);
        let goal = goal_bar::height(width);
        page_scroll::show(ui, "uncertainty", |ui| {
            ui.spacing_mut().item_spacing.y = rows.gap;
            let headline = findings::headline(world, app.view().output);
            commands.extend(page_head::show(ui, world, &headline, rows.head));
            let lines = if is_narrow(width) { 2.0 } else { 1.0 };
            let place = row(ui, space::BUTTON * lines);
            commands.extend(choices(ui, world, app, place));
            if width < NARROW {
                let (upper, lower, beside) = STACKED;
                let places = [upper, lower, beside].map(|height| row(ui, height));
                commands.extend(pictures(ui, world, app, places));
            } else {
                let others = rows.head + space::BUTTON + goal + 3.0 * rows.gap;
                let place = row(ui, (available - others).floor().max(LEAST));
                commands.extend(pictures(ui, world, app, split(place, rows.gap)));
            }
            let place = row(ui, goal);
            commands.extend(goal_bar::show(ui, world, app, place));
        });
    });
    commands
}

/// The fan above the waterfall, and the tornado beside both.
fn split(rect: Rect, gap: f32) -> [Rect; 3] {
    let middle = rect.left() + (rect.width() - space::GAP) * LEFT;
    let left = rect.with_max_x(middle);
    let beside = rect.with_min_x(middle + space::GAP);
    let height = ((rect.height() - gap) * UPPER).floor();
    let upper = left.with_max_y(left.top() + height);
    [upper, left.with_min_y(upper.bottom() + gap), beside]
}

/// The three pictures in their places.
fn pictures(
    ui: &mut Ui,
    world: &World<'_>,
    app: &App,
    [upper, lower, beside]: [Rect; 3],
) -> Vec<Command> {
    let fan = Figure::Single(app.view().output);
    let mut commands = chart_grid::show_one(ui, world, app, fan, upper);
    let Some(Analysis {
        cell,
        tornado: swings,
        attribution,
        ..
    }) = app.analysis()
    else {
        return commands;
    };
    let changes = waterfall::changes(lower.width());
    let picture = waterfall_of(world, *cell, attribution, changes);
    commands.extend(waterfall::show(
        ui,
        &world.locale,
        (cell.series, &picture),
        lower,
    ));
    let picture = tornado_of(world, *cell, swings, tornado::rows(beside.height()));
    commands.extend(tornado::show(
        ui,
        &world.locale,
        (cell.series, &picture),
        beside,
    ));
    commands
}

/// How the outcomes came about, and the choices of the output and of the number of draws.
fn choices(ui: &Ui, world: &World<'_>, app: &App, rect: Rect) -> Vec<Command> {
    let is_stacked = rect.height() > 1.5 * space::BUTTON;
    let line = if is_stacked {
        rect.with_min_y(rect.bottom() - space::BUTTON)
    } else {
        rect
    };
    let mut commands = Vec::new();
    let (draws, left) = draws(ui, world, app, line.right_center());
    commands.extend(draws);
    let room = (left - space::MARGIN - line.left()).min(NAME + 100.0);
    let (output, left) = output(
        ui,
        world,
        app,
        (pos2(left - space::MARGIN, line.center().y), room),
    );
    commands.extend(output);
    let place = if is_stacked {
        rect.with_max_y(rect.bottom() - space::BUTTON)
    } else {
        rect.with_max_x(left - space::MARGIN)
    };
    method(ui, world, app, place);
    commands
}

/// How the outcomes came about: no share is told without.
fn method(ui: &Ui, world: &World<'_>, app: &App, place: Rect) {
    let samples = app.fan().map_or(app.view().draws.count(), Fan::samples);
    let draws = count(world, samples);
    let sentence = &world.locale.text.uncertainty.method;
    let sentence = sentence.fill(&[("draws", &draws)]);
    let (font, quiet) = (style::regular(size::LABEL), style::color(ui, Role::Text3));
    let words = wrapped(ui.painter(), &sentence, font, quiet, (place.width(), 2));
    let at = Align2::LEFT_CENTER.anchor_size(place.left_center(), words.size());
    ui.painter().galley(at.min, words, quiet);
    describe(ui, "method", at, &sentence).on_hover_text(&sentence);
}

fn count(world: &World<'_>, samples: usize) -> String {
    world.locale.numbers.count(samples)
}

/// The choice of the number of draws; gives where it begins.
fn draws(ui: &Ui, world: &World<'_>, app: &App, right: Pos2) -> (Option<Command>, f32) {
    let words = Draws::ALL.map(|draws| count(world, draws.count()));
    let on = Draws::ALL
        .iter()
        .position(|&draws| draws == app.view().draws);
    let id = Id::unique("draws");
    let (chosen, left) = segmented::show(ui, id, right, &words, on.unwrap_or_default());
    let name = &world.locale.text.uncertainty.draws;
    let left = caption(ui, pos2(left - space::GAP, right.y), name);
    let chosen = chosen.and_then(|index| Draws::ALL.get(index));
    (chosen.map(|&draws| Command::SetDraws(draws)), left)
}

/// The choice of the output, no wider than the room; gives where it begins.
fn output(
    ui: &Ui,
    world: &World<'_>,
    app: &App,
    (right, room): (Pos2, f32),
) -> (Option<Command>, f32) {
    let text = &world.locale.text.uncertainty;
    let on = app.view().output;
    let name = world.locale.name(on);
    let (font, ink) = (style::regular(size::BODY), style::color(ui, Role::Text1));
    let most = (room - 90.0).clamp(40.0, NAME);
    let words = line(ui.painter(), name, font, ink, most);
    let size = vec2(words.size().x + 34.0, space::BUTTON);
    let place = Align2::RIGHT_CENTER.anchor_size(right, size);
    let id = Id::unique("output");
    let button = drop_down::frame(ui, id, place, &format!("{}: {name}", text.output));
    let at = Align2::LEFT_CENTER.anchor_size(place.left_center() + vec2(10.0, 0.0), words.size());
    ui.painter().galley(at.min, words, ink);
    let menu = SearchMenu {
        hint: &text.output_hint,
        nothing_found: &text.nothing_found,
    };
    let chosen = menu.show(&button, |words| {
        goal_menus::series(world, words, Some(on), true)
    });
    let left = caption(ui, pos2(place.left() - space::GAP, right.y), &text.output);
    (chosen.map(Command::SetOutput), left)
}

/// Quiet words before a choice; gives where they begin.
fn caption(ui: &Ui, right: Pos2, words: &str) -> f32 {
    let (font, quiet) = (style::regular(size::BODY), style::color(ui, Role::Text3));
    text(
        ui.painter(),
        right,
        Align2::RIGHT_CENTER,
        words,
        font,
        quiet,
    )
    .left()
}
