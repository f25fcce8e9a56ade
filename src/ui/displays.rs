//! The displays of the machine, and which of them a talk fills.

use eframe::egui::ViewportCommand;

/// The displays that the system has told of.
#[derive(Clone, Copy, Debug, Default)]
pub struct Displays {
    /// The one that a talk was sent to. Wayland may go on telling the one it came from.
    sent_to: Option<usize>,
    /// How many there are.
    count: usize,
    /// The one that the window is on.
    current: usize,
    /// The system's main one.
    primary: Option<usize>,
}

impl Displays {
    /// Takes note of those that the window can be on now; of none where the system does not tell.
    pub fn look(&mut self, frame: &eframe::Frame) {
        let sent_to = self.sent_to;
        let Some(window) = frame.winit_window() else {
            *self = Self::default();
            return;
        };
        let place = |wanted| {
            window
                .available_monitors()
                .position(|monitor| Some(monitor) == wanted)
        };
        *self = Self {
            sent_to,
            count: window.available_monitors().count(),
            current: place(window.current_monitor()).unwrap_or(0),
            primary: place(window.primary_monitor()),
        };
    }

    /// How a talk begins: on another display than the speaker's where there is one, unless the
    /// window stands there already.
    pub fn begin(&mut self) -> ViewportCommand {
        let is_at_home = self.primary.is_none_or(|primary| primary == self.current);
        let other = (0..self.count).find(|&display| display != self.current);
        self.sent_to = other.filter(|_| is_at_home);
        match self.sent_to {
            Some(other) => ViewportCommand::SetMonitor(other),
            None => ViewportCommand::Fullscreen(true),
        }
    }

    /// How a talk ends.
    pub fn end(&mut self) -> ViewportCommand {
        self.sent_to = None;
        ViewportCommand::Fullscreen(false)
    }

    /// The next display; `None` where there is only one.
    pub fn next(&mut self) -> Option<ViewportCommand> {
        if self.count < 2 {
            return None;
        }
        let next = (self.sent_to.unwrap_or(self.current) + 1) % self.count;
        self.sent_to = Some(next);
        Some(ViewportCommand::SetMonitor(next))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_talk_goes_to_the_other_display_but_does_not_leave_it() {
        let displays = |count, current| Displays {
            sent_to: None,
            count,
            current,
            primary: Some(0),
        };
        assert_eq!(displays(2, 0).begin(), ViewportCommand::SetMonitor(1));
        assert_eq!(displays(2, 1).begin(), ViewportCommand::Fullscreen(true));
        assert_eq!(displays(1, 0).begin(), ViewportCommand::Fullscreen(true));
        let mut unknown = Displays::default();
        assert_eq!(unknown.begin(), ViewportCommand::Fullscreen(true));
        assert_eq!(unknown.next(), None);
        assert_eq!(displays(3, 2).next(), Some(ViewportCommand::SetMonitor(0)));
    }

    /// On Wayland a window that was sent to another display is still said to be on its old one.
    #[test]
    fn the_next_display_is_counted_from_where_the_talk_was_sent() {
        let mut displays = Displays {
            sent_to: None,
            count: 2,
            current: 0,
            primary: None,
        };
        assert_eq!(displays.begin(), ViewportCommand::SetMonitor(1));
        assert_eq!(displays.next(), Some(ViewportCommand::SetMonitor(0)));
        assert_eq!(displays.end(), ViewportCommand::Fullscreen(false));
        assert_eq!(displays.next(), Some(ViewportCommand::SetMonitor(1)));
    }
}
