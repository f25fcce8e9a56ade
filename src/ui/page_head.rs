//! The head of a page: what its results say, and the choice of the year.

use eframe::egui::{Align2, Rect, Ui, pos2};

use super::chart_grid::{is_narrow, row};
use super::paint::{describe, text_within};
use super::scrubber;
use super::style::{self, size, space};
use crate::app::Command;
use crate::report::World;
use crate::theme::Role;

/// Shows a headline with the scrubber on its right, or under it in a narrow page; gives the year
/// that was chosen.
pub fn show(ui: &mut Ui, world: &World<'_>, headline: &str, height: f32) -> Option<Command> {
    let rect = row(ui, height);
    let (font, color) = (
        style::semibold(size::HEADLINE),
        style::color(ui, Role::Text1),
    );
    let (y, width, scrub) = if is_narrow(rect.width()) {
        let under = pos2(rect.left(), rect.bottom() - scrubber::SIZE.y);
        (rect.top() + 14.0, rect.width(), under)
    } else {
        let beside = pos2(rect.right() - scrubber::SIZE.x, rect.top());
        let width = rect.width() - scrubber::SIZE.x - space::MARGIN;
        (rect.center().y - 1.0, width, beside)
    };
    let place = text_within(
        ui.painter(),
        pos2(rect.left(), y),
        Align2::LEFT_CENTER,
        headline,
        font,
        color,
        width,
    );
    describe(ui, "headline", place, headline);
    let scrub = Rect::from_min_size(scrub, scrubber::SIZE);
    scrubber::show(ui, world, scrub).map(Command::SetYear)
}
