//! Draws a neutral chart: where its parts stand, and in which order they are put on the sheet.

use super::chart_axes::{self, number_width};
use super::chart_labels::{self, LabelColumn};
use super::plot::PlotFrame;
use super::{Area, Drawing, chart_curves, chart_strip, chart_words};
use crate::report::axis::Axis;
use crate::report::chart::Chart;
use crate::report::drawing::look::Look;
use crate::report::world::Locale;

/// A chart narrower or lower than so many gaps is not drawn.
const LEAST: (f32, f32) = (6.0, 3.0);
/// At most this part of the width is for the labels at the right.
const LABELS: f32 = 0.36;
/// Heights over and under the plot, in sizes of a tick.
const OVER: f32 = 1.7;
const MEASURE: f32 = 1.7;
const YEARS: f32 = 2.2;

/// Draws a chart in an area, on an axis that may be longer than its own; says where values stand.
///
/// Whatever the chart holds, nothing leaves the area; where the area is too small for a chart,
/// nothing is drawn.
pub fn draw(
    drawing: &mut Drawing,
    chart: &Chart,
    locale: &Locale,
    area: Area,
    axis: &Axis,
    look: &Look,
) -> PlotFrame {
    draw_until(drawing, (chart, locale), area, axis, look, None)
}

/// The same without what the model says of the time after a calendar year; everything that is
/// drawn stands where it would stand with it.
pub fn draw_until(
    drawing: &mut Drawing,
    (chart, locale): (&Chart, &Locale),
    area: Area,
    axis: &Axis,
    look: &Look,
    until: Option<u16>,
) -> PlotFrame {
    let canvas = Canvas::new((chart, locale), area, axis, look, until);
    if canvas.is_large_enough() {
        canvas.draw(drawing);
    }
    canvas.frame
}

/// A chart with the places of its parts.
pub(super) struct Canvas<'a> {
    pub chart: &'a Chart,
    pub locale: &'a Locale,
    pub look: &'a Look,
    /// Everything stands in here.
    pub area: Area,
    pub frame: PlotFrame,
    /// Where the bars under the plot stand.
    pub strip: Option<PlotFrame>,
    pub labels: LabelColumn,
    /// The last calendar year of which results are shown.
    pub until: Option<u16>,
}

impl<'a> Canvas<'a> {
    fn new(
        (chart, locale): (&'a Chart, &'a Locale),
        area: Area,
        axis: &Axis,
        look: &'a Look,
        until: Option<u16>,
    ) -> Self {
        let labels = LabelColumn::new(chart, look, area.width() * LABELS);
        let left = area.left + number_width(chart, locale, axis, look);
        let right = area.right - labels.width.max(chart_axes::last_year_width(look));
        let measure = if look.measure { MEASURE } else { 0.0 };
        let top = area.top + look.tick * (OVER + measure);
        let foot = area.bottom - look.tick * YEARS;
        let strip_height = chart_strip::height(chart, look, right - left);
        let plot = Area::new((left, top), (right, foot - strip_height));
        let strip = chart.strip.as_ref().map(|strip| PlotFrame {
            plot: Area::new((left, foot - look.strip), (right, foot)),
            years: chart.years,
            axis: strip.axis.clone(),
        });
        Self {
            chart,
            locale,
            look,
            area,
            frame: PlotFrame {
                plot,
                years: chart.years,
                axis: axis.clone(),
            },
            strip,
            labels,
            until,
        }
    }

    fn is_large_enough(&self) -> bool {
        let plot = self.frame.plot;
        plot.width() >= LEAST.0 * self.look.gap && plot.height() >= LEAST.1 * self.look.gap
    }

    fn draw(&self, drawing: &mut Drawing) {
        chart_axes::grid(drawing, self);
        chart_axes::tags(drawing, self);
        let behind = drawing.shapes.len();
        chart_curves::draw(drawing, self);
        chart_strip::draw(drawing, self);
        chart_axes::years(drawing, self);
        chart_labels::draw(drawing, self);
        chart_words::draw(drawing, self, behind);
    }

    /// The lower end of what belongs to the plot: its own, or that of the bars under it.
    pub fn foot(&self) -> f32 {
        let strip = self.strip.as_ref();
        strip.map_or(self.frame.plot.bottom, |strip| strip.plot.bottom)
    }

    /// First and last year that curves are drawn of.
    pub fn span(&self) -> (f64, f64) {
        let (first, last) = self.chart.years;
        let last = self.until.map_or(last, |until| until.min(last));
        (f64::from(first), f64::from(last))
    }

    /// Is everything shown?
    pub fn is_whole(&self) -> bool {
        self.until.is_none_or(|until| until >= self.chart.years.1)
    }
}
