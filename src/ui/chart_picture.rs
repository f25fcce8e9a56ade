//! A picture of a chart for the clipboard: as it is on screen, without pointer and buttons.

use eframe::egui::{ColorImage, Context, Id, Rect, Ui};

use crate::report::chart::Chart;
use crate::report::figures::Figure;

fn wish_id() -> Id {
    Id::unique("picture of a chart")
}

/// Notes that a picture of a chart is wanted; it is taken in the next frame, without the menu.
pub fn wish(ui: &Ui, chart: &Chart) {
    ui.data_mut(|data| data.insert_temp(wish_id(), chart.figure));
    ui.ctx().request_repaint();
}

/// Takes the picture of a chart that stands in `rect`, if one is wanted; true while it is taken.
pub fn take(ui: &Ui, chart: &Chart, rect: Rect) -> bool {
    let wanted: Option<Figure> = ui.data(|data| data.get_temp(wish_id()));
    if wanted != Some(chart.figure) {
        return false;
    }
    ui.data_mut(|data| data.remove::<Figure>(wish_id()));
    let ctx = ui.ctx().clone();
    let visible = rect.intersect(ui.clip_rect());
    ui.ctx().request_screenshot(move |screen| {
        copy_part(&ctx, &screen, visible);
    });
    true
}

fn copy_part(ctx: &Context, screen: &ColorImage, part: Rect) {
    let scale = ctx.pixels_per_point();
    let whole = Rect::from_min_size(
        eframe::egui::Pos2::ZERO,
        eframe::egui::vec2(screen.width() as f32, screen.height() as f32) / scale,
    );
    let part = part.intersect(whole);
    if part.is_positive() {
        ctx.copy_image(screen.region(&part, Some(scale)));
        ctx.request_repaint();
    }
}
