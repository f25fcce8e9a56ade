//! The head of a page: what its results say, and the choice of the year.

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Align2, Rect, Ui, vec2};

use super::chart_grid::{is_narrow, row};
use super::paint::{describe, line};
use super::scrubber;
use super::style::{self, size, space};
use crate::app::Command;
use crate::report::World;
use crate::theme::Role;

/// The size of a headline that needs two lines, and the height of each.
const SMALL: f32 = 14.5;
const SMALL_LINE: f32 = 17.5;

/// Shows a headline with the scrubber on its right, or under it in a narrow page; gives the year
/// that was chosen.
pub fn show(ui: &mut Ui, world: &World<'_>, headline: &str, height: f32) -> Option<Command> {
    let rect = row(ui, height);
    let (place, scrub) = places(rect);
    show_headline(ui, place, headline);
    scrubber::show(ui, world, scrub).map(Command::SetYear)
}

/// Where the headline and the scrubber stand in the head of a page.
pub fn places(rect: Rect) -> (Rect, Rect) {
    let size = scrubber::SIZE;
    if is_narrow(rect.width()) {
        let above = rect.with_max_y((rect.bottom() - size.y).max(rect.top()));
        let under = Rect::from_min_size(above.left_bottom(), size);
        return (above, under);
    }
    let corner = rect.right_top() - vec2(size.x, 0.0);
    let beside = rect.with_max_x(corner.x - space::MARGIN);
    (beside, Rect::from_min_size(corner, size))
}

/// Paints a headline in the middle of `place`: one line where it fits, else two smaller ones. What
/// is cut even so is whole on hover.
pub fn show_headline(ui: &Ui, place: Rect, words: &str) {
    let color = style::color(ui, Role::Text1);
    let painter = ui.painter();
    let large = style::semibold(size::HEADLINE);
    let mut galley = line(painter, words, large, color, place.width());
    if galley.elided {
        let format = TextFormat {
            line_height: Some(SMALL_LINE),
            ..TextFormat::simple(style::semibold(SMALL), color)
        };
        let mut job = LayoutJob::single_section(words.to_owned(), format);
        job.wrap = TextWrapping {
            max_width: place.width(),
            max_rows: 2,
            ..TextWrapping::default()
        };
        galley = painter.layout_job(job);
    }
    let at = place.left_center() - vec2(0.0, 1.0);
    let place_of_words = Align2::LEFT_CENTER.anchor_size(at, galley.size());
    let is_cut = galley.elided;
    painter.galley(place_of_words.min, galley, color);
    let response = describe(ui, "headline", place_of_words, words);
    if is_cut {
        response.on_hover_text(words);
    }
}
