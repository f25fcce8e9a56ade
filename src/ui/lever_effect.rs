//! The bar at the foot of a lever's card: what its likely range does to spending.

use eframe::egui::{Align2, CornerRadius, Rect, Ui, pos2};

use super::paint::{describe, text, translucent};
use super::style::{self, size};
use crate::analysis::{Swing, swing};
use crate::model::{Assumption, Series};
use crate::report::World;
use crate::theme::Role;

/// The result that all bars are about.
const OUTPUT: Series = Series::Capex;
/// Change that fills half of the bar: one scale for all levers, so that they compare.
const FULL: f64 = 0.5;
const HEIGHT: f32 = 8.0;

/// Shows what the lever's P5 and P95 do to the output, others kept.
pub fn show(ui: &Ui, world: &World<'_>, lever: Assumption, rect: Rect) {
    let range = world.scenario.baseline.range(lever);
    let assumptions = world.scenario.assumptions();
    let ends = swing(
        &assumptions,
        lever,
        (range.low, range.high),
        OUTPUT,
        world.year,
    );
    let now = world.now(OUTPUT);
    let Swing { at_low, at_high } = ends;
    let (low, high) = (at_low / now - 1.0, at_high / now - 1.0);

    let painter = ui.painter();
    let y = rect.center().y;
    let caption = world
        .locale
        .text
        .levers
        .effect
        .fill(&[("year", &world.year.calendar())]);
    let (font, color) = (style::regular(size::CAPTION), style::color(ui, Role::Text3));
    text(
        painter,
        pos2(rect.left(), y),
        Align2::LEFT_CENTER,
        &caption,
        font.clone(),
        color,
    );

    let zero = rect.right() - 70.0;
    let half = 28.0;
    let x = |change: f64| zero + (change / FULL).clamp(-1.0, 1.0) as f32 * half;
    let accent = style::color(ui, Role::Accent);
    for (change, color) in [(low, translucent(accent, 0.38)), (high, accent)] {
        let (left, right) = (x(change).min(zero), x(change).max(zero));
        let bar = Rect::from_min_max(pos2(left, y - HEIGHT / 2.0), pos2(right, y + HEIGHT / 2.0));
        painter.rect_filled(bar, CornerRadius::same(1), color);
    }
    let axis = style::color(ui, Role::StrokeStrong);
    painter.vline(
        zero,
        y - HEIGHT / 2.0 - 2.0..=y + HEIGHT / 2.0 + 2.0,
        (1.0, axis),
    );

    let percent = |change: f64| {
        world
            .locale
            .numbers
            .change(1.0 + change, 1.0, "billion USD")
    };
    let words = |change: f64| {
        percent(change)
            .map(|change| change.text)
            .unwrap_or_default()
    };
    let (least, greatest) = if low <= high {
        (low, high)
    } else {
        (high, low)
    };
    let color = style::color(ui, Role::Text2);
    let left = pos2(x(least.min(0.0)) - 4.0, y);
    let right = pos2(x(greatest.max(0.0)) + 4.0, y);
    text(
        painter,
        left,
        Align2::RIGHT_CENTER,
        &words(least),
        font.clone(),
        color,
    );
    text(
        painter,
        right,
        Align2::LEFT_CENTER,
        &words(greatest),
        font,
        color,
    );
    let sentence = format!("{caption}: {} – {}", words(low), words(high));
    describe(ui, ("effect", lever.id()), rect, &sentence);
}
