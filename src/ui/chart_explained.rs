//! The numbers of a chart that can be explained: the point under the pointer, and a list of all.

use eframe::egui::{Button, Popup, Pos2, Response, RichText, Ui, vec2};

use super::chart::Frame;
use super::style;
use crate::app::Command;
use crate::model::Reference;
use crate::report::Locale;
use crate::report::chart::{Area, Chart, Row};
use crate::theme::Role;

/// A point of a curve is meant by a pointer that is so near to it.
const NEAR: f32 = 9.0;

/// The number whose point or bar is under the pointer.
pub fn under(chart: &Chart, plot: &Frame, bars: Option<&Frame>, at: Pos2) -> Option<Reference> {
    let year = plot.year(at.x);
    let distance = |row: &&Row| {
        let point = (f64::from(year), row.value(year)?);
        // What is stacked has its value somewhere else.
        let is_line = chart.lines.iter().any(|line| line.points.contains(&point));
        let place = plot.point(point).filter(|_| is_line)?;
        let distance = place.distance(at);
        (distance <= NEAR).then_some(distance)
    };
    let rows = chart.rows.iter().filter(|row| row.series.is_some());
    let near = rows.filter_map(|row| Some((distance(&row)?, row)));
    let nearest = near.min_by(|a, b| a.0.total_cmp(&b.0));
    let row = nearest
        .map(|(_, row)| row)
        .or_else(|| bar(chart, bars?, year, at))
        .or_else(|| stacked(chart, plot, year, at))?;
    row.reference(year)
}

/// Whose bar is under the pointer.
fn bar<'a>(chart: &'a Chart, bars: &Frame, year: u16, at: Pos2) -> Option<&'a Row> {
    let is_near = (at.x - bars.x(f64::from(year))).abs() <= NEAR;
    let is_inside = bars.plot.expand(2.0).contains(at) && is_near;
    let strip = chart.strip.as_ref().filter(|_| is_inside)?;
    let shown = strip.bars.iter().find(|bar| bar.year == year)?;
    let is_shown = |row: &&Row| {
        row.value(year)
            .is_some_and(|value| value.to_bits() == shown.value.to_bits())
    };
    chart.rows.iter().find(is_shown)
}

/// Whose part of a stack is under the pointer, near the year itself: anywhere between two years a
/// click chooses the year.
fn stacked<'a>(chart: &'a Chart, plot: &Frame, year: u16, at: Pos2) -> Option<&'a Row> {
    let is_near = (at.x - plot.x(f64::from(year))).abs() <= NEAR;
    let is_under = |area: &&Area| {
        let bounds = area.bounds.iter().find(|(of, ..)| *of == f64::from(year));
        let ends = bounds.and_then(|(_, low, high)| Some((plot.y(*high)?, plot.y(*low)?)));
        ends.is_some_and(|(top, bottom)| (top..=bottom).contains(&at.y))
    };
    let parts = chart.areas.iter().filter(|area| area.seam && is_near);
    let part = parts.rev().find(is_under)?;
    let is_its_own = |row: &&Row| row.series.is_some() && row.role == part.role;
    chart.rows.iter().find(is_its_own)
}

/// Lists the numbers of a year; gives the one that is to be explained.
pub fn list(
    ui: &mut Ui,
    locale: &Locale,
    chart: &Chart,
    (year, width): (u16, f32),
) -> Option<Command> {
    let texts = &locale.text.explanation.panel;
    let numbers = chart.rows.iter().filter_map(|row| {
        row.value(year)?;
        Some((&row.name, row.reference(year)?))
    });
    let numbers: Vec<_> = numbers.collect();
    if numbers.is_empty() {
        return None;
    }
    let quiet = style::color(ui, Role::Text3);
    ui.label(RichText::new(&texts.explain).small().color(quiet));
    let mut wanted = None;
    for (name, reference) in numbers {
        let words = (locale.text.explanation.named).fill(&[("name", name), ("year", &year)]);
        let button = Button::new(words).frame_when_inactive(false);
        if ui.add(button.min_size(vec2(width, 0.0))).clicked() {
            wanted = Some(Command::Explain(reference));
        }
    }
    wanted
}

/// The same in a menu where the plot was clicked with the other button, of the year that was there.
pub fn menu(locale: &Locale, chart: &Chart, frame: &Frame, response: &Response) -> Option<Command> {
    const WIDTH: f32 = 190.0;
    let id = response.id.with("year of the menu");
    if let Some(at) = response
        .interact_pointer_pos()
        .filter(|_| response.secondary_clicked())
    {
        response
            .ctx
            .data_mut(|data| data.insert_temp(id, frame.year(at.x)));
    }
    let year = response
        .ctx
        .data(|data| data.get_temp(id))
        .unwrap_or(chart.year);
    let menu = Popup::context_menu(response).show(|ui| {
        ui.set_min_width(WIDTH);
        list(ui, locale, chart, (year, WIDTH))
    });
    menu?.inner
}
