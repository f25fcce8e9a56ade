//! The overview: headline, key figures, what moved, four charts, and what binds.

use eframe::egui::{Align2, CentralPanel, Frame, Margin, Rect, ScrollArea, Sense, Ui, pos2, vec2};

use super::paint::{describe, text_within};
use super::style::{self, size, space};
use super::{chart, key_figure, moved, ribbon, scrubber};
use crate::app::{App, Command};
use crate::report::{Figure, World, findings};
use crate::theme::Role;

/// Charts lower than this are not worth looking at: the page scrolls instead.
const LEAST_CHART: f32 = 196.0;
/// In a page lower than this, everything but the charts is set closer.
const LOW: f32 = 720.0;

/// In a page narrower than this, charts stand below each other and the page scrolls.
const NARROW: f32 = 760.0;

/// Heights of the rows, and what is between them.
struct Rows {
    head: f32,
    key_figures: f32,
    moved: f32,
    ribbon: f32,
    gap: f32,
}

impl Rows {
    fn of(width: f32, available: f32) -> Self {
        if width < NARROW {
            let key_figures = 2.0 * 86.0 + space::GAP;
            Self {
                head: 72.0,
                key_figures,
                moved: 48.0,
                ribbon: 64.0,
                gap: space::GAP,
            }
        } else if available < LOW {
            Self {
                head: 33.0,
                key_figures: 76.0,
                moved: 44.0,
                ribbon: 50.0,
                gap: 6.0,
            }
        } else {
            Self {
                head: 36.0,
                key_figures: 86.0,
                moved: 48.0,
                ribbon: 64.0,
                gap: space::GAP,
            }
        }
    }

    /// The height that is left for each of two rows of charts.
    fn chart(&self, available: f32) -> f32 {
        let fixed = self.head + self.key_figures + self.moved + self.ribbon + 5.0 * self.gap;
        ((available - fixed) / 2.0).floor().max(LEAST_CHART)
    }
}

/// Shows the overview; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>, app: &App) -> Vec<Command> {
    let mut commands = Vec::new();
    page(ui, |ui| {
        let width = ui.available_width();
        let rows = Rows::of(width, ui.available_height());
        let chart_height = rows.chart(ui.available_height());
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = rows.gap;
            commands.extend(head(ui, world, rows.head));
            let place = row(ui, rows.key_figures);
            key_figure::show(ui, world, place);
            let place = row(ui, rows.moved);
            moved::show(ui, world, app, place);
            let charts = Figure::OVERVIEW.map(|figure| figure.chart(world));
            let columns = if width < NARROW { 1 } else { 2 };
            for figures in charts.chunks(columns) {
                let place = row(ui, chart_height);
                for (figure, rect) in figures.iter().zip(beside(place, columns)) {
                    let wanted = chart::show(ui, &world.locale, figure, rect, app.is_dragging());
                    commands.extend(wanted);
                }
            }
            let place = row(ui, rows.ribbon);
            ribbon::show(ui, world, place);
        });
    });
    commands
}

/// Shows what fills the window beside or below the levers.
pub fn page(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let margin = Margin::symmetric(space::MARGIN as i8, 8);
    let frame = Frame::new()
        .fill(style::color(ui, Role::Bg))
        .inner_margin(margin);
    CentralPanel::default().frame(frame).show(ui, content);
}

/// Places of equal width beside each other.
pub fn beside(rect: Rect, count: usize) -> impl Iterator<Item = Rect> {
    let width = (rect.width() - space::GAP * (count - 1) as f32) / count as f32;
    (0..count).map(move |index| {
        let left = rect.left() + index as f32 * (width + space::GAP);
        Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()))
    })
}

fn row(ui: &mut Ui, height: f32) -> Rect {
    ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover())
        .0
}

/// What the results say, and the choice of the year.
fn head(ui: &mut Ui, world: &World<'_>, height: f32) -> Option<Command> {
    let rect = row(ui, height);
    let headline = findings::headline(world);
    let (font, color) = (
        style::semibold(size::HEADLINE),
        style::color(ui, Role::Text1),
    );
    let is_narrow = rect.width() < NARROW;
    let (y, width) = if is_narrow {
        (rect.top() + 14.0, rect.width())
    } else {
        (
            rect.center().y - 1.0,
            rect.width() - scrubber::SIZE.x - space::MARGIN,
        )
    };
    let at = pos2(rect.left(), y);
    let place = text_within(
        ui.painter(),
        at,
        Align2::LEFT_CENTER,
        &headline,
        font,
        color,
        width,
    );
    describe(ui, "headline", place, &headline);
    let top = if is_narrow {
        rect.bottom() - scrubber::SIZE.y
    } else {
        rect.top()
    };
    let left = if is_narrow {
        rect.left()
    } else {
        rect.right() - scrubber::SIZE.x
    };
    let scrub = Rect::from_min_size(pos2(left, top), scrubber::SIZE);
    scrubber::show(ui, world, scrub).map(Command::SetYear)
}
