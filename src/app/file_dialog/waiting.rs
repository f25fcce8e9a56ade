//! Waiting for the system's file dialog: when it is late, and what its answer means.
//!
//! Whoever waits gives the time, so that this knows no clock.

use std::path::PathBuf;
use std::time::{Duration, Instant};

/// A dialog that answers "nothing" sooner than this was never shown: nobody cancels so fast.
const TOO_SOON: Duration = Duration::from_millis(300);
/// After so long without an answer or anything to see, another dialog is offered.
const LATE: Duration = Duration::from_secs(3);

/// A dialog of the system's that has been asked for.
#[derive(Clone, Copy, Debug)]
pub struct Waiting {
    since: Instant,
    /// Since when nothing has been seen of it.
    unseen_since: Instant,
    has_had_focus: bool,
    is_covered: bool,
}

/// What an answer means.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    /// This was chosen.
    Path(PathBuf),
    /// The user wants nothing.
    Cancelled,
    /// There was no dialog.
    NeverShown,
}

impl Waiting {
    /// A dialog that is asked for now.
    pub fn new(now: Instant) -> Self {
        Self {
            since: now,
            unseen_since: now,
            has_had_focus: false,
            is_covered: false,
        }
    }

    /// Takes note of whether our window has the keyboard: a dialog that is shown takes it away.
    ///
    /// Where our window has never had it, there is nobody to tell us, and that says nothing.
    pub fn observe(&mut self, now: Instant, has_focus: bool) {
        self.has_had_focus |= has_focus;
        self.is_covered = self.has_had_focus && !has_focus;
        if self.is_covered {
            self.unseen_since = now;
        }
    }

    /// Is it time to offer another dialog?
    pub fn is_late(&self, now: Instant) -> bool {
        !self.is_covered && now.duration_since(self.unseen_since) >= LATE
    }

    /// How long until it is late; `None` where it is already, or where it is on screen.
    pub fn time_left(&self, now: Instant) -> Option<Duration> {
        if self.is_covered {
            return None;
        }
        let left = LATE.checked_sub(now.duration_since(self.unseen_since))?;
        (!left.is_zero()).then_some(left)
    }

    /// What an answer means that comes now; `has_failed` where an error was reported with it.
    pub fn answer(&self, now: Instant, path: Option<PathBuf>, has_failed: bool) -> Answer {
        let is_too_soon = now.duration_since(self.since) < TOO_SOON;
        match path {
            Some(path) => Answer::Path(path),
            None if is_too_soon || has_failed => Answer::NeverShown,
            None => Answer::Cancelled,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: fn(u64) -> Duration = Duration::from_millis;

    #[test]
    fn nothing_at_once_is_no_dialog_and_nothing_later_is_a_cancelled_one() {
        let start = Instant::now();
        let waiting = Waiting::new(start);
        for (after, has_failed, answer) in [
            (0, false, Answer::NeverShown),
            (299, false, Answer::NeverShown),
            (300, false, Answer::Cancelled),
            (25_000, false, Answer::Cancelled),
            // A service that is started and breaks takes its time.
            (25_000, true, Answer::NeverShown),
        ] {
            assert_eq!(waiting.answer(start + MS(after), None, has_failed), answer);
        }
    }

    #[test]
    fn a_path_counts_whenever_it_comes() {
        let start = Instant::now();
        let path = PathBuf::from("a.ron");
        for (after, has_failed) in [(1, false), (1, true), (60_000, false)] {
            let answer =
                Waiting::new(start).answer(start + MS(after), Some(path.clone()), has_failed);
            assert_eq!(answer, Answer::Path(path.clone()));
        }
    }

    #[test]
    fn a_dialog_that_nobody_sees_is_late_after_three_seconds() {
        let start = Instant::now();
        for has_focus in [true, false] {
            let mut waiting = Waiting::new(start);
            waiting.observe(start, has_focus);
            assert!(!waiting.is_late(start + MS(2_999)));
            assert_eq!(waiting.time_left(start + MS(2_000)), Some(MS(1_000)));
            assert!(waiting.is_late(start + MS(3_000)));
            assert_eq!(waiting.time_left(start + MS(3_000)), None);
        }
    }

    #[test]
    fn a_dialog_that_took_the_keyboard_is_not_late_until_three_seconds_after_it_gave_it_back() {
        let start = Instant::now();
        let mut waiting = Waiting::new(start);
        waiting.observe(start, true);
        waiting.observe(start + MS(500), false);
        assert!(!waiting.is_late(start + MS(60_000)), "it is on screen");
        assert_eq!(waiting.time_left(start + MS(60_000)), None);
        waiting.observe(start + MS(59_000), false);
        waiting.observe(start + MS(60_000), true);
        assert!(!waiting.is_late(start + MS(61_999)));
        assert!(waiting.is_late(start + MS(62_000)));
    }
}
