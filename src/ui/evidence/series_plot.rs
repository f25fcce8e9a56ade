//! A small picture of one series: the model's line, and what was published.

use eframe::egui::{Align2, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

use crate::report::World;
use crate::report::axis::Scale;
use crate::report::chart::Point;
use crate::report::evidence::actuals::Plot;
use crate::theme::Role;
use crate::ui::paint::text;
use crate::ui::style::{self, size};

/// Paints the picture in `rect`.
pub fn show(ui: &Ui, world: &World<'_>, plot: &Plot, rect: Rect) {
    let inner = Rect::from_min_max(
        pos2(rect.left() + 44.0, rect.top() + 8.0),
        pos2(rect.right() - 10.0, rect.bottom() - 20.0),
    );
    grid(ui, world, plot, inner);
    let place = |point: &Point| -> Option<Pos2> {
        let (first, last) = (f64::from(plot.years.0), f64::from(plot.years.1));
        let x = ((point.0 - first) / (last - first)) as f32;
        let y = plot.axis.position(point.1) as f32;
        y.is_finite().then(|| {
            pos2(
                inner.left() + x * inner.width(),
                inner.bottom() - y * inner.height(),
            )
        })
    };
    let painter = ui.painter();
    let ghost: Vec<Pos2> = plot.baseline.iter().filter_map(place).collect();
    let stroke = Stroke::new(1.5, style::color(ui, Role::Ghost));
    painter.extend(Shape::dashed_line(&ghost, stroke, 5.0, 4.0));
    let line: Vec<Pos2> = plot.model.iter().filter_map(place).collect();
    painter.line(line, Stroke::new(2.0, style::color(ui, Role::Accent)));
    for at in plot.observed.iter().filter_map(place) {
        dot(ui, at);
    }
    for at in plot.forecasts.iter().filter_map(place) {
        diamond(ui, at);
    }
}

/// Horizontal lines with their numbers, and the years.
fn grid(ui: &Ui, world: &World<'_>, plot: &Plot, inner: Rect) {
    let painter = ui.painter();
    let (font, quiet) = (style::regular(10.5), style::color(ui, Role::Text3));
    let edge = style::color(ui, Role::Stroke);
    let (low, high) = plot.axis.range;
    let middle = match plot.axis.scale {
        Scale::Linear => f64::midpoint(low, high),
        Scale::Log => (low * high).sqrt(),
    };
    for (share, value) in [(0.0, low), (0.5, middle), (1.0, high)] {
        let y = inner.bottom() - inner.height() * share;
        painter.hline(inner.x_range(), y, (1.0, edge));
        if share != 0.5 {
            let words = world.locale.numbers.tick(value, &plot.axis.unit);
            let at = pos2(inner.left() - 8.0, y);
            text(
                painter,
                at,
                Align2::RIGHT_CENTER,
                &words,
                font.clone(),
                quiet,
            );
        }
    }
    let (first, last) = plot.years;
    for year in (first..=last).step_by(2) {
        let share = f32::from(year - first) / f32::from(last - first);
        let at = pos2(inner.left() + share * inner.width(), inner.bottom() + 13.0);
        let words = year.to_string();
        text(
            painter,
            at,
            Align2::CENTER_CENTER,
            &words,
            font.clone(),
            quiet,
        );
    }
    if plot.axis.scale == Scale::Log {
        let words = &world.locale.text.charts.log_scale;
        let at = pos2(inner.left() + 4.0, inner.top() + 7.0);
        text(painter, at, Align2::LEFT_CENTER, words, font, quiet);
    }
}

/// An observation.
pub fn dot(ui: &Ui, at: Pos2) {
    let (fill, edge) = colors(ui);
    ui.painter().circle(at, 3.0, fill, edge);
}

/// A forecast of others.
pub fn diamond(ui: &Ui, at: Pos2) {
    let (fill, edge) = colors(ui);
    let corner = |x: f32, y: f32| at + vec2(x, y) * 4.2;
    let corners = vec![
        corner(0.0, -1.0),
        corner(1.0, 0.0),
        corner(0.0, 1.0),
        corner(-1.0, 0.0),
    ];
    ui.painter().add(Shape::convex_polygon(corners, fill, edge));
}

fn colors(ui: &Ui) -> (eframe::egui::Color32, Stroke) {
    let edge = Stroke::new(1.6, style::color(ui, Role::Text1));
    (style::color(ui, Role::Card), edge)
}

/// What the signs mean, from `right` to the left around `y`.
pub fn legend(ui: &Ui, world: &World<'_>, right: f32, y: f32) {
    let texts = &world.locale.text.evidence.actuals;
    let (font, quiet) = (style::regular(size::LABEL), style::color(ui, Role::Text3));
    let mut x = right;
    let mut entries = vec![
        (&texts.legend_forecast, 3_u8),
        (&texts.legend_observed, 2),
        (&texts.legend_baseline, 1),
        (&texts.legend_model, 0),
    ];
    if !world.differs() {
        entries.remove(2);
    }
    for (words, sign) in entries {
        let at = pos2(x, y);
        let place = text(
            ui.painter(),
            at,
            Align2::RIGHT_CENTER,
            words,
            font.clone(),
            quiet,
        );
        let at = pos2(place.left() - 14.0, y);
        let ends = [at - vec2(8.0, 0.0), at + vec2(8.0, 0.0)];
        match sign {
            3 => diamond(ui, at),
            2 => dot(ui, at),
            1 => {
                let ghost = Stroke::new(1.5, style::color(ui, Role::Ghost));
                ui.painter()
                    .extend(Shape::dashed_line(&ends, ghost, 5.0, 4.0));
            }
            _ => {
                let accent = Stroke::new(2.0, style::color(ui, Role::Accent));
                ui.painter().line_segment(ends, accent);
            }
        }
        x = at.x - 24.0;
    }
}
