//! The years of the value chain as bars: spending, its Chinese part, and the baseline. Click or
//! drag to choose the year in view; ← and → step.

use eframe::egui::{
    Align2, CornerRadius, CursorIcon, Id, Rect, Response, Shape, Stroke, StrokeKind, Ui, pos2, vec2,
};

use super::paint::{focus_ring, text, text_within, translucent};
use super::style::{self, size};
use super::year_choice;
use crate::model::{Series, Year};
use crate::report::World;
use crate::theme::Role;

/// Height of the row.
pub const HEIGHT: f32 = 104.0;
const TITLE: f32 = 132.0;
/// Cells narrower than this have thinner bars, so that the number beside them fits.
const NARROW: f32 = 86.0;

/// Shows the bars in `rect`; gives the year that was chosen.
pub fn show(ui: &Ui, world: &World<'_>, rect: Rect) -> Option<Year> {
    title(ui, world, rect);
    let area = rect.with_min_x(rect.left() + TITLE);
    let count = Year::all().count() as f32;
    let step = area.width() / count;
    let index_at = |x: f32| ((x - area.left()) / step).floor().clamp(0.0, count - 1.0) as usize;
    let name = &world.locale.text.chain.years_title;
    let id = Id::unique("year bars");
    let (response, chosen) = year_choice::choose(ui, world, id, area, name, index_at);
    let most = Year::all()
        .flat_map(|year| [world.run, world.baseline].map(|run| run.get(Series::Capex, year)))
        .fold(1.0, f64::max);
    for year in Year::all() {
        let left = area.left() + step * year.index() as f32;
        let cell = Rect::from_min_size(pos2(left, area.top()), vec2(step, area.height()));
        let cell = cell.shrink2(vec2(2.0, 0.0));
        bar(ui, world, year, cell, most, &response);
    }
    response.on_hover_cursor(CursorIcon::PointingHand);
    chosen
}

fn title(ui: &Ui, world: &World<'_>, rect: Rect) {
    let texts = &world.locale.text.chain;
    let painter = ui.painter();
    let at = pos2(rect.left(), rect.top() + 14.0);
    let (font, ink) = (style::semibold(size::BODY), style::color(ui, Role::Text1));
    text_within(
        painter,
        at,
        Align2::LEFT_CENTER,
        &texts.years_title,
        font,
        ink,
        TITLE - 8.0,
    );
    let color = style::color(ui, Role::Text3);
    let caption = painter.layout(
        texts.years_caption.clone(),
        style::regular(size::CAPTION),
        color,
        TITLE - 12.0,
    );
    painter.galley(pos2(rect.left(), rect.top() + 26.0), caption, color);
}

fn bar(ui: &Ui, world: &World<'_>, year: Year, cell: Rect, most: f64, response: &Response) {
    let painter = ui.painter();
    let is_now = year == world.year;
    let accent = style::color(ui, Role::Accent);
    if is_now {
        let (fill, edge) = (style::color(ui, Role::AccentSoft), Stroke::new(1.4, accent));
        painter.rect(cell, CornerRadius::same(6), fill, edge, StrokeKind::Inside);
        focus_ring(ui, response, cell, 6);
    }
    let foot = cell.bottom() - 22.0;
    let (margin, share) = if cell.width() < NARROW {
        (3.0, 0.15)
    } else {
        (5.0, 0.27)
    };
    let left = cell.left() + margin;
    let width = (cell.width() * share).min(34.0);
    let column = |amount: f64| {
        let height = (foot - cell.top() - 8.0) * (amount / most) as f32;
        Rect::from_min_max(pos2(left, foot - height), pos2(left + width, foot))
    };
    let capex = world.run.get(Series::Capex, year);
    let chinese = world.run.get(Series::ChinaCapturedShare, year);
    painter.rect_filled(column(capex), 1.0, translucent(accent, 0.4));
    painter.rect_filled(column(capex * chinese), 1.0, accent);
    if world.differs() {
        ghost(ui, column(world.baseline.get(Series::Capex, year)));
    }

    let beside = pos2(left + width + margin, foot);
    let number = world
        .locale
        .numbers
        .axis_value(capex, &Series::Capex.info().unit);
    let (strong, ink) = (
        style::semibold(size::CAPTION),
        style::color(ui, Role::Text1),
    );
    let at = pos2(beside.x, foot - 22.0);
    let room = cell.right() - beside.x;
    text_within(
        painter,
        at,
        Align2::LEFT_CENTER,
        &number,
        strong.clone(),
        ink,
        room,
    );
    let percent = world.locale.numbers.whole_share(chinese);
    let at = pos2(beside.x, foot - 7.0);
    text(
        painter,
        at,
        Align2::LEFT_CENTER,
        &percent,
        style::semibold(size::CAPTION),
        accent,
    );
    let (caption, role) = if is_now {
        (strong, Role::Accent)
    } else {
        (style::regular(size::LABEL), Role::Text3)
    };
    let at = pos2(cell.center().x, cell.bottom() - 11.0);
    let calendar = year.calendar().to_string();
    text(
        painter,
        at,
        Align2::CENTER_CENTER,
        &calendar,
        caption,
        style::color(ui, role),
    );
}

/// The outline of the baseline's bar.
fn ghost(ui: &Ui, bar: Rect) {
    let corners = [
        bar.left_bottom(),
        bar.left_top(),
        bar.right_top(),
        bar.right_bottom(),
    ];
    let stroke = Stroke::new(1.2, style::color(ui, Role::Ghost));
    ui.painter()
        .extend(Shape::dashed_line(&corners, stroke, 3.0, 2.5));
}
