//! How long frames take, for those who want to know: the processor's time for a frame, painted in
//! a corner.

use std::collections::VecDeque;

use eframe::egui::{Align2, CornerRadius, Ui, vec2};

use super::paint::{describe, line};
use super::style::{self, size};
use crate::report::Locale;
use crate::theme::Role;

/// So many frames are looked back at.
const LOOKED_AT: usize = 300;
/// The share of frames that are not slower than what is told.
const MOST: f64 = 0.95;
/// Above the status line.
const MARGIN: f32 = 32.0;

/// The times of the last frames.
#[derive(Default)]
pub struct FrameTimes(VecDeque<f32>);

impl FrameTimes {
    /// A frame has taken this long, in seconds.
    pub fn add(&mut self, seconds: f32) {
        if self.0.len() == LOOKED_AT {
            self.0.pop_front();
        }
        self.0.push_back(seconds);
    }

    /// Paints the last time, the median, and the time that 95 of 100 frames do not exceed.
    pub fn show(&self, ui: &Ui, locale: &Locale) {
        let Some(last) = self.0.back() else {
            return;
        };
        let milliseconds = |seconds: f32| format!("{:.1}", seconds * 1e3);
        let words = locale.text.window.frame_times.fill(&[
            ("last", &milliseconds(*last)),
            ("median", &milliseconds(self.at(0.5))),
            ("most", &milliseconds(self.at(MOST))),
            ("count", &self.0.len()),
        ]);
        let (font, color) = (style::regular(size::LABEL), style::color(ui, Role::Text1));
        let galley = line(ui.painter(), &words, font, color, f32::INFINITY);
        let corner = ui.ctx().content_rect().right_bottom() - vec2(16.0, MARGIN);
        let place = Align2::RIGHT_BOTTOM.anchor_size(corner, galley.size());
        let behind = place.expand2(vec2(8.0, 4.0));
        let fill = style::color(ui, Role::Card);
        ui.painter()
            .rect_filled(behind, CornerRadius::same(4), fill);
        ui.painter().galley(place.min, galley, color);
        describe(ui, "frame times", behind, &words);
    }

    /// The time that a share of the frames does not exceed.
    fn at(&self, share: f64) -> f32 {
        let mut times: Vec<f32> = self.0.iter().copied().collect();
        times.sort_by(f32::total_cmp);
        let place = (share * (times.len() - 1) as f64).ceil() as usize;
        times[place]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slowest_frame_of_twenty_does_not_count_but_that_of_ten_does() {
        let mut times = FrameTimes::default();
        for frame in 0..21_u8 {
            times.add(if frame == 3 { 0.5 } else { 0.002 });
        }
        assert_eq!((times.at(0.5), times.at(MOST)), (0.002, 0.002));
        let mut few = FrameTimes::default();
        for frame in 0..10_u8 {
            few.add(if frame == 3 { 0.5 } else { 0.002 });
        }
        assert_eq!(few.at(MOST), 0.5);
    }
}
