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
        likely: (range.low, range.high),
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
    let range = lever.world.scenario.baseline.range(lever.assumption);
    let rail = rail(lever);
    let track = inner.shrink2(vec2(7.0, 0.0));
    let unit = &lever.assumption.info().unit;
    let values = [range.low, range.base, range.high];
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
    let [mut low, mut base, mut high] = [
        (range.low, low, Role::Text3),
        (range.base, base, Role::Text1),
        (range.high, high, Role::Text3),
    ]
    .map(place);
    let before = |right: &Placed, left: &Placed| right.left - GAP - left.galley.size().x;
    low.left = low.left.min(before(&base, &low)).max(inner.left());
    base.left = base.left.max(low.right() + GAP);
    high.left = high.left.max(base.right() + GAP);
    if high.right() > inner.right() {
        high.left = inner.right() - high.galley.size().x;
        base.left = base.left.min(before(&high, &base));
        low.left = low.left.min(before(&base, &low));
    }
    for placed in [low, base, high] {
        let color = style::color(ui, placed.role);
        ui.painter()
            .galley(pos2(placed.left, top), placed.galley, color);
    }
}
