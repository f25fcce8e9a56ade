//! The row of bars under a drawn plot.

use super::chart::Canvas;
use super::chart_axes::{number, small};
use super::look::Look;
use super::pen::Type;
use super::plot::PlotFrame;
use super::{Align, Area, Drawing, Fill, Stroke};
use crate::report::chart::{Chart, Strip, StripBar};
use crate::theme::Role;

/// Half of a bar's width, in years.
const HALF: f32 = 0.17;
/// How strong the bars of other years are.
const OTHERS: f32 = 0.5;
/// Between plot and bars, in sizes of a tick: where the words stand in front of the bars, and where
/// they stand over them.
const BESIDE: f32 = 1.5;
const OVER: f32 = 2.6;

/// How much room bars and what stands over them take, in a plot of a width.
pub(super) fn height(chart: &Chart, look: &Look, width: f32) -> f32 {
    chart.strip.as_ref().map_or(0.0, |strip| {
        let frame = PlotFrame {
            plot: Area::new((0.0, 0.0), (width, look.strip)),
            years: chart.years,
            axis: strip.axis.clone(),
        };
        let gap = if has_room_in_front(strip, &frame, look) {
            BESIDE
        } else {
            OVER
        };
        look.strip + gap * look.tick
    })
}

/// Do the words stand in front of the first bar?
fn has_room_in_front(strip: &Strip, frame: &PlotFrame, look: &Look) -> bool {
    let (strong, quiet) = titles(look);
    let widest = strong
        .width(&strip.title.0)
        .max(quiet.width(&strip.title.1));
    widest + look.gap * 2.0 < first_bar(strip, frame) - frame.plot.left
}

fn titles(look: &Look) -> (Type, Type) {
    (
        Type::semibold(look.tick, Role::Text2),
        small(look, Role::Text3),
    )
}

/// The left edge of the first bar.
fn first_bar(strip: &Strip, frame: &PlotFrame) -> f32 {
    let half = frame.year_width() * HALF;
    strip
        .bars
        .first()
        .map_or(frame.plot.right, |bar| frame.x(f64::from(bar.year)) - half)
}

/// Draws a bar a year, the baseline as a tick across it.
pub(super) fn draw(drawing: &mut Drawing, canvas: &Canvas<'_>) {
    let (Some(strip), Some(frame)) = (&canvas.chart.strip, &canvas.strip) else {
        return;
    };
    let look = canvas.look;
    let foot = frame.axis.reference.and_then(|value| frame.y_inside(value));
    let zero = foot.unwrap_or(frame.plot.bottom);
    let is_beside = has_room_in_front(strip, frame, look);
    let start = if is_beside {
        first_bar(strip, frame) - frame.year_width() * 0.1
    } else {
        frame.plot.left
    };
    let floor = Stroke::solid(look.hairline, Role::StrokeStrong);
    drawing.level((start.max(frame.plot.left), frame.plot.right), zero, floor);
    let last = canvas.span().1;
    for bar in &strip.bars {
        if f64::from(bar.year) <= last {
            draw_bar(drawing, canvas, frame, bar, zero);
        }
    }
    for value in strip.ticks() {
        number(drawing, canvas, frame, value);
    }
    if is_beside {
        words_in_front(drawing, strip, frame, look);
    } else {
        words_over(drawing, strip, frame, look);
    }
}

fn draw_bar(
    drawing: &mut Drawing,
    canvas: &Canvas<'_>,
    frame: &PlotFrame,
    bar: &StripBar,
    zero: f32,
) {
    let (x, half) = (frame.x(f64::from(bar.year)), frame.year_width() * HALF);
    if let Some(y) = frame.y_inside(bar.value) {
        let strength = if bar.year == canvas.chart.year {
            1.0
        } else {
            OTHERS
        };
        let area = Area::new((x - half, y.min(zero)), (x + half, y.max(zero)));
        drawing.fill(area, 1.0, Fill::tint(Role::Accent, strength));
    }
    if let Some(y) = bar.baseline.and_then(|value| frame.y_inside(value)) {
        let reach = half + canvas.look.hairline;
        let tick = Stroke::solid(canvas.look.hairline * 2.0, Role::Ghost);
        drawing.level((x - reach, x + reach), y, tick);
    }
}

fn words_in_front(drawing: &mut Drawing, strip: &Strip, frame: &PlotFrame, look: &Look) {
    let (strong, quiet) = titles(look);
    let (left, middle) = (frame.plot.left + look.gap * 0.3, frame.plot.centre().1);
    let half = look.tick * 0.65;
    let at = (left, middle - half);
    drawing.write(&strip.title.0, at, Align::Left, strong);
    let at = (left, middle + half);
    drawing.write(&strip.title.1, at, Align::Left, quiet);
}

fn words_over(drawing: &mut Drawing, strip: &Strip, frame: &PlotFrame, look: &Look) {
    let (strong, quiet) = titles(look);
    let (left, y) = (frame.plot.left, frame.plot.top - look.tick * 0.8);
    let second = left + strong.width(&strip.title.0) + look.gap;
    let right = second + quiet.width(&strip.title.1);
    let behind = Area::new(
        (left, y - look.tick * 0.6),
        (right + look.gap * 0.5, y + look.tick * 0.6),
    );
    // The hairline of the year in view may run behind the words.
    drawing.fill(behind, 0.0, Fill::solid(look.ground));
    drawing.write(&strip.title.0, (left, y), Align::Left, strong);
    drawing.write(&strip.title.1, (second, y), Align::Left, quiet);
}
