//! Sizes of letters and lines: those of a stage, read from the back of a room, and those of a page.

use crate::theme::Role;

/// How large everything in a picture is, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// The colour of the ground that everything stands on.
    pub ground: Role,
    /// Letters of axes, captions and notes: the smallest there are.
    pub tick: f32,
    /// Letters of a strong label.
    pub label: f32,
    /// Letters of any other label.
    pub quiet_label: f32,
    /// Letters of what a bracket says.
    pub bracket: f32,
    /// Width of the scenario's line.
    pub line: f32,
    /// Width of a second line of the scenario, and of a target.
    pub secondary: f32,
    /// Width of a line of the baseline.
    pub ghost: f32,
    /// How much wider the stroke under a line is.
    pub under: f32,
    /// Width of the lines of a grid.
    pub hairline: f32,
    /// Radius of a dot, and width of its edge.
    pub dot: (f32, f32),
    /// A short distance; all others are multiples of it.
    pub gap: f32,
    /// Height of a row of bars under a plot.
    pub strip: f32,
    /// Does a chart say over its plot what is measured?
    pub measure: bool,
}

impl Look {
    /// For a sheet 1,080 high that a room looks at.
    pub fn stage() -> Self {
        Self {
            ground: Role::Bg,
            tick: 22.0,
            label: 32.0,
            quiet_label: 26.0,
            bracket: 40.0,
            line: 5.0,
            secondary: 4.0,
            ghost: 4.0,
            under: 6.0,
            hairline: 1.5,
            dot: (8.0, 4.0),
            gap: 12.0,
            strip: 84.0,
            measure: true,
        }
    }

    /// For a figure about 675 high that stands in a document.
    pub fn page() -> Self {
        Self {
            ground: Role::Card,
            tick: 14.0,
            label: 16.0,
            quiet_label: 15.0,
            bracket: 19.0,
            line: 3.0,
            secondary: 2.2,
            ghost: 1.8,
            under: 3.0,
            hairline: 1.0,
            dot: (4.4, 2.0),
            gap: 7.0,
            strip: 48.0,
            measure: false,
        }
    }

    /// The same, everything larger by a factor.
    #[must_use]
    pub fn scaled(self, factor: f32) -> Self {
        Self {
            ground: self.ground,
            measure: self.measure,
            tick: self.tick * factor,
            label: self.label * factor,
            quiet_label: self.quiet_label * factor,
            bracket: self.bracket * factor,
            line: self.line * factor,
            secondary: self.secondary * factor,
            ghost: self.ghost * factor,
            under: self.under * factor,
            hairline: self.hairline * factor,
            dot: (self.dot.0 * factor, self.dot.1 * factor),
            gap: self.gap * factor,
            strip: self.strip * factor,
        }
    }
}
