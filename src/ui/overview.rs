//! The overview: headline, key figures, what moved, four charts, and what binds.

use eframe::egui::{
    Align2, CentralPanel, Frame, Margin, Rect, ScrollArea, Sense, Ui, pos2, vec2,
};

use super::paint::{describe, text_within};
use super::style::{self, size, space};
use super::{chart, key_figure, moved, ribbon, scrubber};
use crate::app::{Command, LastMove};
use crate::model::Year;
use crate::report::{World, china, findings, need, scissors, supply};
use crate::theme::Role;

const HEAD: f32 = 36.0;
/// Charts lower than this are not worth looking at: the page scrolls instead.
const LEAST_CHART: f32 = 188.0;

/// Shows the overview; gives what the user wants changed.
pub fn show(
    ui: &mut Ui,
    world: &World<'_>,
    last_move: Option<&LastMove>,
    is_dragging: bool,
) -> Vec<Command> {
    let margin = Margin { left: 16, right: 16, top: 9, bottom: 9 };
    let frame = Frame::new().fill(style::color(ui, Role::Bg)).inner_margin(margin);
    let mut commands = Vec::new();
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let fixed = HEAD + key_figure::HEIGHT + moved::HEIGHT + ribbon::HEIGHT + 5.0 * space::GAP;
        let chart_height = ((ui.available_height() - fixed) / 2.0).max(LEAST_CHART);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::GAP;
            commands.extend(head(ui, world));
            let place = row(ui, key_figure::HEIGHT);
            key_figure::show(ui, world, place);
            let place = row(ui, moved::HEIGHT);
            moved::show(ui, world, last_move, place);
            let charts = [[need(world), supply(world)], [scissors(world), china(world)]];
            for pair in &charts {
                let place = row(ui, chart_height);
                let width = (place.width() - space::GAP) / 2.0;
                for (index, figure) in pair.iter().enumerate() {
                    let left = place.left() + index as f32 * (width + space::GAP);
                    let rect =
                        Rect::from_min_size(pos2(left, place.top()), vec2(width, chart_height));
                    let year = chart::show(ui, &world.locale, figure, rect, is_dragging);
                    commands.extend(year.and_then(Year::from_calendar).map(Command::SetYear));
                }
            }
            let place = row(ui, ribbon::HEIGHT);
            ribbon::show(ui, world, place);
        });
    });
    commands
}

fn row(ui: &mut Ui, height: f32) -> Rect {
    ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover()).0
}

/// What the results say, and the choice of the year.
fn head(ui: &mut Ui, world: &World<'_>) -> Option<Command> {
    let rect = row(ui, HEAD);
    let headline = findings::headline(world);
    let (font, color) = (style::semibold(size::HEADLINE), style::color(ui, Role::Text1));
    let at = pos2(rect.left(), rect.center().y - 1.0);
    let width = rect.width() - scrubber::SIZE.x - space::MARGIN;
    let place = text_within(ui.painter(), at, Align2::LEFT_CENTER, &headline, font, color, width);
    describe(ui, "headline", place, &headline);
    let scrub = Rect::from_min_size(
        pos2(rect.right() - scrubber::SIZE.x, rect.top()),
        scrubber::SIZE,
    );
    scrubber::show(ui, world, scrub).map(Command::SetYear)
}
