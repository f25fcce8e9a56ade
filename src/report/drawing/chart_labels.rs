//! The words at the right end of lines and areas, apart from each other.

use super::chart::Canvas;
use super::chart_axes::small;
use super::look::Look;
use super::pen::Type;
use super::plot::PlotFrame;
use super::{Align, Drawing, Stroke, Weight};
use crate::report::chart::{Chart, Label, spread};

/// From one label to the next, in sizes of the larger.
const APART: f32 = 1.24;
/// From the plot to its labels, in gaps: room for a leader.
const INDENT: f32 = 2.2;
/// Labels moved farther than this many gaps get a leader.
const MOVED: f32 = 0.5;

/// The column of the labels: how wide it is, and how large they are.
pub(super) struct LabelColumn {
    /// Its width, with the room for leaders.
    pub width: f32,
    /// Where words begin, from the right end of the plot.
    pub indent: f32,
    /// Does the plot have any?
    pub has_plot_labels: bool,
    /// The part of their usual size that they are set in.
    part: f32,
    /// Room for words.
    room: f32,
}

impl LabelColumn {
    /// The column of a chart, at most so wide.
    pub fn new(chart: &Chart, look: &Look, most: f32) -> Self {
        let of_strip = chart.strip.iter().flat_map(|strip| &strip.labels);
        let labels: Vec<&Label> = chart.labels.iter().chain(of_strip).collect();
        let indent = INDENT * look.gap;
        let most = (most - indent).max(0.0);
        let widest = |part: f32| {
            let width = |label: &&Label| set(label, look, part).width(&label.text);
            labels.iter().map(width).fold(0.0, f32::max)
        };
        let wanted = widest(1.0);
        let part = if wanted > most { most / wanted } else { 1.0 };
        let room = widest(part).min(most);
        Self {
            width: if labels.is_empty() {
                0.0
            } else {
                indent + room
            },
            indent,
            has_plot_labels: !chart.labels.is_empty(),
            part,
            room,
        }
    }
}

/// How a label is set at a part of its usual size: never smaller than the numbers of the axis.
fn set(label: &Label, look: &Look, part: f32) -> Type {
    let (size, weight) = if label.strong {
        (look.label, Weight::Semibold)
    } else {
        (look.quiet_label, Weight::Regular)
    };
    Type {
        size: (size * part).max(look.tick),
        weight,
        ..small(look, label.role)
    }
}

/// Draws the labels of the plot and of the bars under it.
pub(super) fn draw(drawing: &mut Drawing, canvas: &Canvas<'_>) {
    if !canvas.is_whole() {
        return;
    }
    column(drawing, canvas, &canvas.frame, &canvas.chart.labels);
    if let (Some(frame), Some(strip)) = (&canvas.strip, &canvas.chart.strip) {
        column(drawing, canvas, frame, &strip.labels);
    }
}

/// Labels beside a plot, with leaders where they had to move.
fn column(drawing: &mut Drawing, canvas: &Canvas<'_>, frame: &PlotFrame, labels: &[Label]) {
    let (look, plot, column) = (canvas.look, frame.plot, &canvas.labels);
    let mut placed: Vec<(&Label, f32)> = labels
        .iter()
        .filter_map(|label| Some((label, frame.y(label.value)?)))
        .collect();
    // Ordered before they are moved inside: beyond the plot's edge the higher value still comes first.
    placed.sort_by(|a, b| a.1.total_cmp(&b.1));
    let range = (plot.top + look.tick * 0.6, plot.bottom);
    let wanted: Vec<f32> = placed
        .iter()
        .map(|&(_, y)| y.max(plot.top).min(plot.bottom))
        .collect();
    let largest = labels
        .iter()
        .map(|label| set(label, look, column.part).size)
        .fold(look.tick, f32::max);
    let room = (range.1 - range.0) / (labels.len().max(2) - 1) as f32;
    // Where there is no room for all, they are set smaller before they touch.
    let part = column.part * (room / (APART * largest)).min(1.0);
    let apart = (APART * largest).min(room);
    let mut heights = wanted.clone();
    spread(&mut heights, apart, range);
    for ((&(label, _), &wanted), &y) in placed.iter().zip(&wanted).zip(&heights) {
        let start = plot.right + look.gap * 0.3;
        let end = plot.right + column.indent;
        if (y - wanted).abs() > MOVED * look.gap {
            let middle = start + (end - start) * 0.35;
            let leader = vec![(start, wanted), (middle, wanted), (end - look.gap * 0.5, y)];
            drawing.line(leader, Stroke::solid(look.hairline * 1.2, label.role));
        }
        let set = set(label, look, part);
        let words = set.fit(&label.text, column.room);
        drawing.write(&words, (end, y), Align::Left, set);
    }
}
