//! Where a wanted rank of a stream of samples must lie.

/// A wanted rank among the values so far.
#[derive(Clone, Copy)]
pub(super) struct Rank {
    pub at: usize,
    /// How far it may still move, either way, as more values come.
    pub drift: usize,
}

/// Two values between which a wanted rank, and the next, are expected to stay.
#[derive(Clone, Copy)]
pub(super) struct Window {
    pub low: f32,
    pub high: f32,
    /// How many values were below `low`.
    pub below: usize,
    /// How many were from `low` to `high`. Those of a window that is a point are counted and not
    /// kept; those of others are kept, and counted when windows are narrowed.
    pub inside: usize,
}

impl Window {
    /// A window that no value is in.
    pub const NOWHERE: Self = Self {
        low: f32::NAN,
        high: f32::NAN,
        below: 0,
        inside: 0,
    };

    /// Around a rank of values that have all been sorted; `value` tells the one at a rank, if
    /// there is one.
    #[inline(always)]
    pub fn around(rank: Rank, value: impl Fn(usize) -> Option<f32>) -> Self {
        let first = rank.at.checked_sub(rank.drift);
        let low = first.and_then(&value).unwrap_or(f32::NEG_INFINITY);
        let high = value(rank.at + 1 + rank.drift).unwrap_or(f32::INFINITY);
        Self {
            low,
            high,
            below: 0,
            inside: if low == high { 0 } else { 2 * (rank.drift + 1) },
        }
    }

    pub fn is_nowhere(&self) -> bool {
        self.low.is_nan()
    }

    pub fn is_point(&self) -> bool {
        self.low == self.high
    }

    /// Values from `low` up to here are kept: none of a window that is a point.
    pub fn kept_upto(&self) -> f32 {
        if self.is_point() { f32::NAN } else { self.high }
    }

    /// The part of the window in which a rank of `count` values should lie, if values lie nearly
    /// evenly in it: not more than a guess. `growth`: how many more values there are now than
    /// when those inside were counted.
    #[inline(always)]
    pub fn narrowed(&self, rank: Rank, count: usize, growth: f32) -> Self {
        /// How far a value strays from its even place, in standard deviations. The few that stray
        /// further cost another attempt.
        const DEVIATIONS: f32 = 2.5;
        /// How far the curve of a density bends away from even, for a window that is as wide as
        /// the share beyond it.
        const BEND: f32 = 0.05;
        let inside = self.inside as f32 * growth;
        if self.is_point() || !(self.high - self.low).is_finite() || inside < 1.0 {
            return *self;
        }
        let place = (rank.at as f32 - self.below as f32 + 1.0) / inside;
        let share = (rank.at + 1) as f32 / (count + 1) as f32;
        let bend = BEND * inside / (count as f32 * share * (1.0 - share));
        let stray = (place * (1.0 - place) / inside).max(0.0).sqrt();
        let margin = (rank.drift + 1) as f32 / inside + bend + DEVIATIONS * stray;
        let width = self.high - self.low;
        Self {
            low: self.low + width * (place - margin).clamp(0.0, 1.0),
            high: if place + margin < 1.0 {
                self.low + width * (place + margin).max(0.0)
            } else {
                self.high
            },
            ..*self
        }
    }

    /// A part that turned out not to hold the rank, as much wider as was missing.
    #[inline(always)]
    pub fn widened(&self, part: &Self, rank: Rank) -> Self {
        /// More than was missing, for values lie less densely further out.
        const SPARE: f32 = 1.5;
        const LEAST: f32 = 4.0;
        let distance = if part.inside > 0 {
            (part.high - part.low) / part.inside as f32
        } else {
            (self.high - self.low) / LEAST
        };
        let mut wider = *part;
        let (first, last) = (
            rank.at as f32 - rank.drift as f32,
            (rank.at + 1 + rank.drift) as f32,
        );
        let missing_below = part.below as f32 - first;
        if missing_below > 0.0 {
            let step = distance * (SPARE * missing_below + LEAST);
            wider.low = (part.low - step).max(self.low);
        }
        let missing_above = last - (part.below + part.inside) as f32 + 1.0;
        if missing_above > 0.0 {
            let step = distance * (SPARE * missing_above + LEAST);
            wider.high = (part.high + step).min(self.high);
        }
        wider
    }

    /// The end of the window that is nearer to a part of it: many values may be just there.
    pub fn nearer_end(&self, part: &Self) -> Self {
        let is_high = self.high - part.high < part.low - self.low;
        let end = if is_high { self.high } else { self.low };
        Self {
            low: end,
            high: end,
            ..*self
        }
    }
}
