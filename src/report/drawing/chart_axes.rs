//! Around the plot of a drawn chart: grid, numbers, years, and the divider of observation and
//! forecast.

use super::chart::Canvas;
use super::look::Look;
use super::pen::Type;
use super::plot::PlotFrame;
use super::typeface;
use super::{Align, Area, Drawing, Fill, Stroke, Weight};
use crate::report::axis::Axis;
use crate::report::chart::Chart;
use crate::report::world::Locale;
use crate::theme::Role;

/// How strong the hairline of the year in view is.
const HAIRLINE: f32 = 0.55;
/// A year with four digits, for its width.
const YEAR: &str = "2000";

/// Words as small as they get, in a colour.
pub(super) fn small(look: &Look, role: Role) -> Type {
    Type::regular(look.tick, role)
}

/// Room for the numbers of the axis and of the bars, left of the plot.
pub(super) fn number_width(chart: &Chart, locale: &Locale, axis: &Axis, look: &Look) -> f32 {
    let of_plot = numbers(axis, ticks(axis), locale);
    let strip = chart.strip.as_ref();
    let of_strip = strip.map_or_else(Vec::new, |strip| {
        numbers(&strip.axis, strip.ticks(), locale)
    });
    let width = |number: &String| small(look, Role::Text3).width(number);
    let widest = of_plot.iter().chain(&of_strip).map(width);
    widest.fold(0.0, f32::max) + look.gap
}

/// Room for the half of the last year that stands right of the plot.
pub(super) fn last_year_width(look: &Look) -> f32 {
    typeface::width(YEAR, Weight::Semibold, look.tick) / 2.0 + look.gap
}

fn numbers(axis: &Axis, ticks: Vec<f64>, locale: &Locale) -> Vec<String> {
    let number = |tick| locale.numbers.tick(tick, &axis.unit);
    ticks.into_iter().map(number).collect()
}

/// The round values of an axis; none where it has no ends.
fn ticks(axis: &Axis) -> Vec<f64> {
    if axis.range.0.is_finite() && axis.range.1.is_finite() && axis.range.0 < axis.range.1 {
        axis.ticks()
    } else {
        Vec::new()
    }
}

/// Level lines with their numbers, the divider, and the hairline of the year in view.
pub(super) fn grid(drawing: &mut Drawing, canvas: &Canvas<'_>) {
    let (look, frame) = (canvas.look, &canvas.frame);
    let span = (frame.plot.left, frame.plot.right);
    let reference = frame.axis.reference;
    let plain = ticks(&frame.axis);
    let all = plain.iter().copied().chain(reference);
    for value in all {
        let Some(y) = frame.y(value).filter(|&y| is_inside(frame, y)) else {
            continue;
        };
        let role = if frame.axis.is_reference(value) {
            Role::StrokeStrong
        } else {
            Role::Stroke
        };
        drawing.level(span, y, Stroke::solid(look.hairline, role));
    }
    for value in plain {
        number(drawing, canvas, frame, value);
    }
    let year = f64::from(canvas.chart.year);
    if is_shown(canvas, year) {
        let mut hairline = Stroke::solid(look.hairline * 1.4, Role::Accent);
        hairline.fill.opacity = HAIRLINE;
        let ends = (frame.plot.top, canvas.foot() + look.tick * 0.4);
        drawing.upright(frame.x(year), ends, hairline);
    }
}

fn is_inside(frame: &PlotFrame, y: f32) -> bool {
    (frame.plot.top - 1.0..=frame.plot.bottom + 1.0).contains(&y)
}

fn is_shown(canvas: &Canvas<'_>, year: f64) -> bool {
    let (first, last) = canvas.chart.years;
    (f64::from(first)..=f64::from(last)).contains(&year)
}

/// A number of an axis, left of the plot.
pub(super) fn number(drawing: &mut Drawing, canvas: &Canvas<'_>, frame: &PlotFrame, value: f64) {
    let Some(y) = frame.y(value).filter(|&y| is_inside(frame, y)) else {
        return;
    };
    let words = canvas.locale.numbers.tick(value, &frame.axis.unit);
    let at = (frame.plot.left - canvas.look.gap, y);
    let set = small(canvas.look, Role::Text3);
    drawing.write(&words, at, Align::Right, set);
}

/// Over the plot: what is measured, the divider with its words, and the year of the labels.
pub(super) fn tags(drawing: &mut Drawing, canvas: &Canvas<'_>) {
    let (look, plot) = (canvas.look, canvas.frame.plot);
    if look.measure {
        let set = small(look, Role::Text2);
        let words = set.fit(&canvas.chart.subtitle, canvas.area.width());
        let at = (canvas.area.left, canvas.area.top + look.tick * 0.7);
        drawing.write(&words, at, Align::Left, set);
    }
    let after = divider(drawing, canvas);
    let column = plot.right + canvas.labels.indent;
    if canvas.labels.has_plot_labels && canvas.is_whole() && after < column - look.gap {
        let at = (column, tag_height(canvas));
        let words = canvas.chart.years.1.to_string();
        drawing.write(&words, at, Align::Left, small(look, Role::Text3));
    }
}

/// The height of the row of words over the plot.
fn tag_height(canvas: &Canvas<'_>) -> f32 {
    canvas.frame.plot.top - canvas.look.tick * 0.95
}

/// The divider of observation and forecast; gives the right end of its words.
fn divider(drawing: &mut Drawing, canvas: &Canvas<'_>) -> f32 {
    let (look, plot) = (canvas.look, canvas.frame.plot);
    let divider = &canvas.chart.divider;
    if !is_shown(canvas, divider.at) {
        return plot.left;
    }
    let (x, y) = (canvas.frame.x(divider.at), tag_height(canvas));
    let dash = (look.hairline * 2.0, look.hairline * 3.0);
    let stroke = Stroke::dashed(look.hairline, Role::StrokeStrong, dash);
    drawing.upright(x, (y - look.tick * 0.6, canvas.foot()), stroke);
    let set = small(look, Role::Text3);
    let space = look.gap * 0.75;
    if x - space - set.width(&divider.before) >= canvas.area.left {
        drawing.write(&divider.before, (x - space, y), Align::Right, set);
    }
    let end = x + space + set.width(&divider.after);
    if end > plot.right {
        return x;
    }
    drawing.write(&divider.after, (x + space, y), Align::Left, set);
    end
}

/// The years under the plot; the year in view as a flag.
pub(super) fn years(drawing: &mut Drawing, canvas: &Canvas<'_>) {
    let (look, frame) = (canvas.look, &canvas.frame);
    let set = small(look, Role::Text3);
    let y = canvas.area.bottom - look.tick * 0.95;
    let room = frame.year_width();
    let short = |year: u16| format!("\u{2019}{:02}", year % 100);
    let fits_whole = set.width(YEAR) + look.gap <= room;
    let width = if fits_whole {
        set.width(YEAR)
    } else {
        set.width(&short(canvas.chart.years.0))
    };
    let step = ((width + look.gap) / room).ceil().max(1.0) as usize;
    let flag = flag(canvas, y);
    for year in (canvas.chart.years.0..=canvas.chart.years.1).step_by(step) {
        let x = frame.x(f64::from(year));
        let words = if fits_whole {
            year.to_string()
        } else {
            short(year)
        };
        let half = set.width(&words) / 2.0 + look.gap * 0.3;
        let is_hidden = flag.is_some_and(|flag| x + half > flag.left && x - half < flag.right);
        if !is_hidden {
            drawing.write(&words, (x, y), Align::Centre, set);
        }
    }
    if let Some(flag) = flag {
        drawing.fill(flag, look.gap * 0.5, Fill::solid(Role::Accent));
        let set = Type::semibold(look.tick, Role::Card);
        let words = canvas.chart.year.to_string();
        drawing.write(&words, (flag.centre().0, y), Align::Centre, set);
    }
}

/// Where the flag of the year in view stands.
fn flag(canvas: &Canvas<'_>, y: f32) -> Option<Area> {
    let year = f64::from(canvas.chart.year);
    let look = canvas.look;
    is_shown(canvas, year).then(|| {
        let x = canvas.frame.x(year);
        let half = typeface::width(YEAR, Weight::Semibold, look.tick) / 2.0 + look.gap * 0.6;
        Area::new(
            (x - half, y - look.tick * 0.85),
            (x + half, y + look.tick * 0.85),
        )
    })
}
