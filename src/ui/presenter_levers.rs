//! The levers of a slide as they are touched: the sheet paints them.

use eframe::egui::{CornerRadius, CursorIcon, Id, Pos2, Sense, Stroke, StrokeKind, Ui, vec2};

use super::paint::translucent;
use super::presenter::place_of;
use super::rail::Rail;
use super::style;
use crate::app::{Gesture, Present, Presenting};
use crate::model::Assumption;
use crate::report::World;
use crate::report::slide_page::LeverPlace;
use crate::theme::Role;

/// Lets the levers of a slide be moved, and chosen for the keyboard.
pub fn show(
    ui: &Ui,
    world: &World<'_>,
    talk: &Presenting,
    places: &[LeverPlace],
    origin: Pos2,
) -> Vec<Present> {
    let mut actions = Vec::new();
    for (index, place) in places.iter().enumerate() {
        let lever = place.assumption;
        let hit = place_of(place.hit, origin);
        let track = place_of(place.rail, origin);
        let id = Id::unique(("slide's lever", lever));
        let name = lever.info().label.get(world.locale.language);
        let rail = rail(world, lever, name);
        let (_, moved) = rail.follow(ui, id, hit, (track, place.thumb));
        if let Some((value, gesture)) = moved {
            actions.push(Present::SetLever {
                assumption: lever,
                value,
                gesture,
            });
        }
        let head = place_of(place.head, origin);
        let response = ui
            .interact(head, id.with("head"), Sense::CLICK)
            .on_hover_cursor(CursorIcon::PointingHand);
        if response.clicked() {
            actions.push(Present::Choose(index));
        }
        if talk.chosen() == Some(index) {
            // With the numbers below the rail.
            let both = head
                .union(hit)
                .expand2(vec2(place.thumb, place.thumb / 2.0));
            let both = both.with_max_y(hit.bottom() + 2.6 * place.thumb);
            let accent = style::color(ui, Role::Accent);
            let stroke = Stroke::new(2.5, translucent(accent, 0.8));
            ui.painter()
                .rect_stroke(both, CornerRadius::same(10), stroke, StrokeKind::Outside);
        }
    }
    actions
}

/// The lever that is chosen, so many small steps further.
pub fn stepped(world: &World<'_>, talk: &Presenting, steps: f64) -> Option<Present> {
    let lever = *talk.slide().levers.get(talk.chosen()?)?;
    let value = rail(world, lever, "").stepped(steps);
    Some(Present::SetLever {
        assumption: lever,
        value,
        gesture: Gesture::Done,
    })
}

fn rail<'a>(world: &World<'_>, lever: Assumption, name: &'a str) -> Rail<'a> {
    let scenario = world.scenario;
    let value = scenario.value(lever);
    Rail {
        name,
        value,
        words: world.locale.typed(lever, value),
        base: scenario.baseline.range(lever).base,
        saved: value,
        likely: scenario.spread(lever).ends(),
        info: lever.info(),
    }
}
