//! The years of the value chain as bars: spending, its Chinese part, and the baseline. Click or
//! drag to choose the year in view; ← and → step.

use eframe::egui::{
    Align2, CornerRadius, CursorIcon, Id, Rect, Response, Shape, Stroke, StrokeKind, Ui, pos2, vec2,
};

use super::paint::{focus_ring, line, text, text_within, translucent};
use super::style::{self, size, space};
use super::year_choice;
use crate::model::{Series, Year};
use crate::report::World;
use crate::theme::Role;

/// Height of the row.
pub const HEIGHT: f32 = 104.0;
const TITLE: f32 = 148.0;
/// Least room at both sides of a cell.
const MARGIN: f32 = 8.0;
/// From a bar to its numbers.
const BESIDE: f32 = 5.0;
/// Narrowest and widest bar beside its numbers.
const BARS: (f32, f32) = (10.0, 34.0);
/// Height of the numbers above a bar.
const ABOVE: f32 = 30.0;

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
    let layout = Layout::new(ui, world, step - 4.0);
    for year in Year::all() {
        let left = area.left() + step * year.index() as f32;
        let cell = Rect::from_min_size(pos2(left, area.top()), vec2(step, area.height()));
        let cell = cell.shrink2(vec2(2.0, 0.0));
        if year == world.year {
            mark(ui, cell, &response);
        }
        bar(ui, world, year, cell, (most, layout));
    }
    response.on_hover_cursor(CursorIcon::PointingHand);
    chosen
}

/// Where the button stands that plays the years, beside what it is about.
pub fn button(rect: Rect) -> Rect {
    Rect::from_min_size(
        rect.min + vec2(0.0, 2.0),
        vec2(space::BUTTON, space::BUTTON),
    )
}

fn title(ui: &Ui, world: &World<'_>, rect: Rect) {
    let texts = &world.locale.text.chain;
    let painter = ui.painter();
    let button = button(rect);
    let at = pos2(button.right() + space::GAP, button.center().y);
    let (font, ink) = (style::semibold(size::BODY), style::color(ui, Role::Text1));
    text_within(
        painter,
        at,
        Align2::LEFT_CENTER,
        &texts.years_title,
        font,
        ink,
        TITLE - button.width() - 2.0 * space::GAP,
    );
    let color = style::color(ui, Role::Text3);
    let caption = painter.layout(
        texts.years_caption.clone(),
        style::regular(size::CAPTION),
        color,
        TITLE - 12.0,
    );
    painter.galley(pos2(rect.left(), button.bottom() + 6.0), caption, color);
}

/// Where the parts of a cell stand.
#[derive(Clone, Copy)]
struct Layout {
    /// Width of a bar.
    bar: f32,
    /// Width of the widest number.
    numbers: f32,
    /// Do numbers stand beside their bar? Else above it.
    is_beside: bool,
}

impl Layout {
    fn new(ui: &Ui, world: &World<'_>, cell: f32) -> Self {
        let (font, color) = (
            style::semibold(size::CAPTION),
            style::color(ui, Role::Text1),
        );
        let width = |year| {
            let words = spending(world, year);
            line(ui.painter(), &words, font.clone(), color, f32::INFINITY)
                .size()
                .x
        };
        let numbers = Year::all().map(width).fold(0.0, f32::max);
        let beside = cell - 2.0 * MARGIN - BESIDE - numbers;
        let is_beside = beside >= BARS.0;
        let bar = if is_beside { beside } else { cell * 0.4 };
        Self {
            bar: bar.clamp(BARS.0, BARS.1.min((cell * 0.27).max(BARS.0))),
            numbers,
            is_beside,
        }
    }

    /// Left edge of the bar: bar and numbers are in the middle of the cell.
    fn left(self, cell: Rect) -> f32 {
        let whole = if self.is_beside {
            self.bar + BESIDE + self.numbers
        } else {
            self.bar
        };
        cell.center().x - whole / 2.0
    }
}

fn spending(world: &World<'_>, year: Year) -> String {
    let spent = world.run.get(Series::Capex, year);
    let unit = &Series::Capex.info().unit;
    world.locale.numbers.axis_value(spent, unit)
}

/// The bar of a year with its numbers; `most` is what the highest stands for.
fn bar(ui: &Ui, world: &World<'_>, year: Year, cell: Rect, (most, layout): (f64, Layout)) {
    let painter = ui.painter();
    let accent = style::color(ui, Role::Accent);
    let foot = cell.bottom() - 22.0;
    let above = if layout.is_beside { 8.0 } else { ABOVE };
    let left = layout.left(cell);
    let column = |amount: f64| {
        let height = (foot - cell.top() - above) * (amount / most) as f32;
        Rect::from_min_max(pos2(left, foot - height), pos2(left + layout.bar, foot))
    };
    let spent = world.run.get(Series::Capex, year);
    let chinese = world.run.get(Series::ChinaCapturedShare, year);
    painter.rect_filled(column(spent), 1.0, translucent(accent, 0.4));
    painter.rect_filled(column(spent * chinese), 1.0, accent);
    let mut top = column(spent).top();
    if world.differs() {
        let baseline = column(world.baseline.get(Series::Capex, year));
        ghost(ui, baseline);
        top = top.min(baseline.top());
    }

    let (x, anchor, ys) = if layout.is_beside {
        let x = left + layout.bar + BESIDE;
        (x, Align2::LEFT_CENTER, [foot - 22.0, foot - 7.0])
    } else {
        (
            cell.center().x,
            Align2::CENTER_CENTER,
            [top - 22.0, top - 8.0],
        )
    };
    let strong = style::semibold(size::CAPTION);
    let percent = format!("{:.0}\u{a0}%", 100.0 * chinese);
    let ink = style::color(ui, Role::Text1);
    let numbers = [(spending(world, year), ink), (percent, accent)];
    for ((words, color), y) in numbers.into_iter().zip(ys) {
        text(painter, pos2(x, y), anchor, &words, strong.clone(), color);
    }
    let (caption, role) = if year == world.year {
        (strong, Role::Accent)
    } else {
        (style::regular(size::LABEL), Role::Text3)
    };
    let at = pos2(cell.center().x, cell.bottom() - 11.0);
    let calendar = year.calendar().to_string();
    let color = style::color(ui, role);
    text(
        painter,
        at,
        Align2::CENTER_CENTER,
        &calendar,
        caption,
        color,
    );
}

/// The ground of the year in view.
fn mark(ui: &Ui, cell: Rect, response: &Response) {
    let edge = Stroke::new(1.4, style::color(ui, Role::Accent));
    let fill = style::color(ui, Role::AccentSoft);
    let corner = CornerRadius::same(6);
    ui.painter()
        .rect(cell, corner, fill, edge, StrokeKind::Inside);
    focus_ring(ui, response, cell, 6);
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
