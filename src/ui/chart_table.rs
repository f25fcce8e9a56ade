//! A chart as a table.

use eframe::egui::{Grid, Rect, RichText, ScrollArea, Ui, UiBuilder, vec2};

use super::style::{self, size};
use crate::report::chart::Chart;
use crate::report::{Locale, TableLine};
use crate::theme::Role;

/// Shows the numbers of a chart in `rect`; scrolls where they need more room.
pub fn show(ui: &mut Ui, locale: &Locale, chart: &Chart, rect: Rect) {
    let table = chart.table(locale);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(rect));
    ui.set_clip_rect(ui.clip_rect().intersect(rect));
    ScrollArea::both()
        .id_salt(("chart table", chart.figure))
        .auto_shrink(false)
        .show(&mut ui, |ui| {
            Grid::new(("chart grid", chart.figure))
                .spacing(vec2(14.0, 4.0))
                .min_row_height(18.0)
                .show(ui, |ui| {
                    ui.label("");
                    for year in &table.years {
                        let is_now = *year == chart.year;
                        cell(ui, &year.to_string(), head_role(is_now), is_now);
                    }
                    ui.end_row();
                    for line in &table.lines {
                        show_line(ui, chart, &table.years, line);
                        ui.end_row();
                    }
                });
        });
}

fn head_role(is_now: bool) -> Role {
    if is_now { Role::Accent } else { Role::Text3 }
}

fn show_line(ui: &mut Ui, chart: &Chart, years: &[u16], line: &TableLine) {
    let role = if line.is_baseline {
        Role::Text3
    } else {
        Role::Text1
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (rect, _) = ui.allocate_exact_size(vec2(8.0, 12.0), eframe::egui::Sense::hover());
        if !line.is_baseline {
            let color = style::color(ui, line.role);
            ui.painter()
                .rect_filled(rect.shrink2(vec2(0.0, 2.0)), 2.0, color);
        }
        cell(ui, &line.name, role, false);
    });
    for (year, words) in years.iter().zip(&line.cells) {
        cell(ui, words, role, *year == chart.year && !line.is_baseline);
    }
}

fn cell(ui: &mut Ui, words: &str, role: Role, strong: bool) {
    let font = if strong {
        style::semibold(size::LABEL)
    } else {
        style::regular(size::LABEL)
    };
    let color = style::color(ui, role);
    ui.label(RichText::new(words).font(font).color(color));
}
