//! The crosshair: all that a chart says of the year under the pointer.

use eframe::egui::{
    Align2, CornerRadius, Grid, PopupAnchor, Response, RichText, Sense, Tooltip, Ui, vec2,
};

use super::chart::{Frame, strip_height};
use super::style::{self, size};
use crate::report::chart::Chart;
use crate::report::{Locale, ReadingEntry};
use crate::theme::Role;

/// Side of the square that shows a series' colour.
const SWATCH: f32 = 9.0;

/// Shows the crosshair while the pointer is over the chart.
pub fn show(ui: &Ui, locale: &Locale, chart: &Chart, frame: &Frame, response: &Response) {
    let Some(pointer) = response.hover_pos() else {
        return;
    };
    let year = frame.year(pointer.x);
    let reading = chart.reading(locale, year);
    if reading.entries.is_empty() {
        return;
    }
    mark(ui, chart, frame, year);
    Tooltip::always_open(
        ui.ctx().clone(),
        ui.layer_id(),
        response.id,
        PopupAnchor::Pointer,
    )
    .gap(14.0)
    .show(|ui| {
        let ink = style::color(ui, Role::Text1);
        let title = RichText::new(&reading.title).font(style::semibold(size::LABEL));
        ui.label(title.color(ink));
        Grid::new("reading")
            .spacing(vec2(10.0, 2.0))
            .min_col_width(0.0)
            .min_row_height(16.0)
            .show(ui, |ui| {
                for entry in &reading.entries {
                    line(ui, entry);
                    ui.end_row();
                }
            });
        if reading.entries.iter().any(|entry| !entry.change.is_empty()) {
            let note = &chart.against;
            let quiet = style::color(ui, Role::Text3);
            ui.label(RichText::new(note).small().color(quiet));
        }
    });
}

/// A hairline at the year, and a dot on every curve.
fn mark(ui: &Ui, chart: &Chart, frame: &Frame, year: u16) {
    let x = frame.x(f64::from(year));
    let bottom = frame.plot.bottom() + strip_height(chart);
    let quiet = style::color(ui, Role::Text3);
    let painter = ui.painter();
    painter.vline(x, frame.plot.top()..=bottom, (1.0, quiet));
    for line in &chart.lines {
        let at_year = |point: &&(f64, f64)| point.0 == f64::from(year);
        let point = line.points.iter().find(at_year);
        let Some(at) = point.and_then(|&point| frame.point(point)) else {
            continue;
        };
        if frame.plot.expand(2.0).contains(at) {
            painter.circle_filled(at, 4.6, style::color(ui, Role::Card));
            painter.circle_filled(at, 3.2, style::color(ui, line.role));
        }
    }
}

fn line(ui: &mut Ui, entry: &ReadingEntry) {
    let (rect, _) = ui.allocate_exact_size(vec2(SWATCH, 14.0), Sense::hover());
    let square = Align2::CENTER_CENTER.anchor_size(rect.center(), vec2(SWATCH, SWATCH));
    let color = style::color(ui, entry.role);
    ui.painter()
        .rect_filled(square, CornerRadius::same(2), color);
    let words = |words: &str, role, ui: &Ui| {
        let font = style::regular(size::LABEL);
        RichText::new(words)
            .font(font)
            .color(style::color(ui, role))
    };
    let name = words(&entry.name, Role::Text2, ui);
    ui.label(name);
    let value = words(&entry.value, Role::Text1, ui).font(style::semibold(size::LABEL));
    ui.label(value);
    let change = words(&entry.change, Role::Text3, ui);
    ui.label(change);
}
