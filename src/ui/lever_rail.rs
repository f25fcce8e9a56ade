//! The rail of a lever with the numbers under it.

use std::sync::Arc;

use eframe::egui::{Galley, Id, Rect, Ui, pos2, vec2};

use super::lever::{Lever, remember_refusal};
use super::lever_menu;
use super::paint::line;
use super::rail::Rail;
use super::style::{self, size};
use crate::app::Command;
use crate::theme::Role;

/// Least distance between two numbers.
const GAP: f32 = 7.0;

fn rail<'a>(lever: &'a Lever<'_>) -> Rail<'a> {
    let info = lever.assumption.info();
    let range = lever.world.scenario.baseline.range(lever.assumption);
    let saved = lever.app.document().saved_scenario();
    Rail {
        name: lever.name(),
        value: lever.world.scenario.value(lever.assumption),
        words: lever.world.locale.typed(
            lever.assumption,
            lever.world.scenario.value(lever.assumption),
        ),
        base: range.base,
        saved: saved.value(lever.assumption),
        likely: lever.world.scenario.spread(lever.assumption).ends(),
        info,
    }
}

/// Shows the rail around `y`; gives what a gesture on it wants.
pub fn show(ui: &Ui, lever: &Lever<'_>, inner: Rect, y: f32) -> Vec<Command> {
    let center_line = Rect::from_center_size(pos2(inner.center().x, y), vec2(inner.width(), 4.0));
    let id = Id::unique(("rail", lever.assumption.id()));
    let (response, moved) = rail(lever).show(ui, id, center_line);
    let mut commands: Vec<Command> = lever_menu::show(&response, lever).into_iter().collect();
    if let Some((value, gesture)) = moved {
        remember_refusal(ui, lever.assumption, None);
        commands.push(Command::SetLever {
            assumption: lever.assumption,
            value,
            gesture,
        });
    }
    commands
}

/// A number and where its left end stands.
struct Placed {
    left: f32,
    galley: Arc<Galley>,
    role: Role,
}

impl Placed {
    fn right(&self) -> f32 {
        self.left + self.galley.size().x
    }
}

/// P5, baseline and P95 under their places on the rail, pushed apart where they would touch.
pub fn numbers(ui: &Ui, lever: &Lever<'_>, inner: Rect, top: f32) {
    let rail = rail(lever);
    let track = inner.shrink2(vec2(7.0, 0.0));
    let unit = &lever.assumption.info().unit;
    let values = [rail.likely.0, rail.base, rail.likely.1];
    let [low, base, high] = lever.world.locale.numbers.alike(values, unit);
    let place = |(value, number, role): (f64, String, Role)| {
        let color = style::color(ui, role);
        let font = style::regular(size::CAPTION);
        let galley = line(ui.painter(), &number, font, color, f32::INFINITY);
        let center = track.left() + rail.info.position(value) as f32 * track.width();
        Placed {
            left: center - galley.size().x / 2.0,
            galley,
            role,
        }
    };
    let mut numbers = [
        (rail.likely.0, low, Role::Text3),
        (rail.base, base, Role::Text1),
        (rail.likely.1, high, Role::Text3),
    ];
    // The baseline may lie outside of the range that is likely now.
    numbers.sort_by(|a, b| a.0.total_cmp(&b.0));
    for placed in apart(numbers.map(place), inner) {
        let color = style::color(ui, placed.role);
        ui.painter()
            .galley(pos2(placed.left, top), placed.galley, color);
    }
}

/// Three numbers from left to right, the outer ones pushed away from the middle one.
fn apart([mut left, mut middle, mut right]: [Placed; 3], inner: Rect) -> [Placed; 3] {
    let before = |right: &Placed, left: &Placed| right.left - GAP - left.galley.size().x;
    left.left = left.left.min(before(&middle, &left)).max(inner.left());
    middle.left = middle.left.max(left.right() + GAP);
    right.left = right.left.max(middle.right() + GAP);
    if right.right() > inner.right() {
        right.left = inner.right() - right.galley.size().x;
        middle.left = middle.left.min(before(&right, &middle));
        left.left = left.left.min(before(&middle, &left));
    }
    [left, middle, right]
}
