//! Areas and lines of a chart, drawn by `egui_plot`, which is given nothing that it cannot draw.

use eframe::egui::{Color32, Sense, Ui, UiBuilder, vec2};
use egui_plot::{FilledArea, LineStyle, Plot, PlotPoint, PlotPoints, PlotUi};

use super::chart::Frame;
use super::paint::translucent;
use super::style;
use crate::report::axis::Axis;
use crate::report::chart::{Area, Chart, Line, LineStroke};
use crate::theme::{Role, Theme};

/// Values beyond this are not drawn: nothing in the model is that large, and floats break.
const LARGEST: f64 = 1e15;

/// Paints areas and lines.
pub fn paint(ui: &mut Ui, chart: &Chart, frame: &Frame) {
    let (first, last) = frame.year_range();
    let low = frame.axis.coordinate(frame.axis.range.0);
    let high = frame.axis.coordinate(frame.axis.range.1);
    let look = Look {
        axis: frame.axis.clone(),
        card: style::color(ui, Role::Card),
        theme: style::theme(ui),
    };
    let areas = chart.areas.clone();
    let lines = chart.lines.clone();
    let mut ui = ui.new_child(UiBuilder::new().max_rect(frame.plot));
    ui.set_clip_rect(ui.clip_rect().intersect(frame.plot.expand2(vec2(2.0, 3.0))));
    Plot::new(("plot", chart.figure))
        .width(frame.plot.width())
        .height(frame.plot.height())
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .sense(Sense::hover())
        .show(&mut ui, move |plot| {
            plot.set_plot_bounds_x(first..=last);
            plot.set_plot_bounds_y(low..=high);
            for area in &areas {
                look.area(plot, area);
            }
            for line in &lines {
                look.line(plot, line);
            }
        });
}

/// How `egui_plot` shall draw.
struct Look {
    axis: Axis,
    card: Color32,
    theme: Theme,
}

impl Look {
    fn color(&self, role: Role) -> Color32 {
        style::color_in(self.theme, role)
    }

    /// A value where `egui_plot` shall draw it; a value below a log axis at its foot.
    fn coordinate(&self, value: f64) -> f64 {
        self.axis.coordinate(value).clamp(-LARGEST, LARGEST)
    }

    fn area(&self, plot: &mut PlotUi<'_>, area: &Area) {
        let bounds: Vec<(f64, f64, f64)> = area
            .bounds
            .iter()
            .map(|&(year, low, high)| (year, self.coordinate(low), self.coordinate(high)))
            .filter(|(_, low, high)| low.is_finite() && high.is_finite())
            .collect();
        let xs: Vec<f64> = bounds.iter().map(|bound| bound.0).collect();
        let lows: Vec<f64> = bounds.iter().map(|bound| bound.1).collect();
        let highs: Vec<f64> = bounds.iter().map(|bound| bound.2).collect();
        let fill = translucent(self.color(area.role), area.opacity);
        plot.add(
            FilledArea::new("", &xs, &lows, &highs)
                .fill_color(fill)
                .allow_hover(false),
        );
        if area.seam {
            let edge: Vec<PlotPoint> = xs
                .iter()
                .zip(&highs)
                .map(|(&x, &y)| PlotPoint::new(x, y))
                .collect();
            let seam = egui_plot::Line::new("", PlotPoints::Owned(edge));
            plot.line(seam.color(self.card).width(0.8).allow_hover(false));
        }
    }

    /// A line, parted where it has no value.
    fn line(&self, plot: &mut PlotUi<'_>, line: &Line) {
        let points: Vec<PlotPoint> = line
            .points
            .iter()
            .map(|&(year, value)| PlotPoint::new(year, self.coordinate(value)))
            .collect();
        for part in points.split(|point| !point.y.is_finite()) {
            let (width, dash) = stroke(line.stroke);
            let curve = |width| {
                egui_plot::Line::new("", PlotPoints::Owned(part.to_vec()))
                    .width(width)
                    .allow_hover(false)
            };
            if line.over_area {
                plot.line(curve(width + 2.2).color(self.card));
            }
            plot.line(curve(width).color(self.color(line.role)).style(dash));
        }
    }
}

/// Width and dashes of a stroke.
fn stroke(stroke: LineStroke) -> (f32, LineStyle) {
    match stroke {
        LineStroke::Current => (2.4, LineStyle::Solid),
        LineStroke::Secondary => (1.6, LineStyle::Solid),
        LineStroke::Binding => (2.6, LineStyle::Solid),
        LineStroke::Dotted => (1.8, LineStyle::Dotted { spacing: 4.0 }),
        LineStroke::Ghost => (1.5, LineStyle::Dashed { length: 5.0 }),
        LineStroke::GhostDotted => (1.5, LineStyle::Dashed { length: 2.5 }),
    }
}
