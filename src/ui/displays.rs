//! The displays of the machine, and which of them a talk fills.

use eframe::egui::ViewportCommand;

/// The displays that the system has told of.
#[derive(Clone, Copy, Debug, Default)]
pub struct Displays {
    /// How many there are.
    count: usize,
    /// The one that the window is on.
    current: usize,
    /// The system's main one.
    primary: Option<usize>,
}

impl Displays {
    /// Those that the window can be on now; none where the system does not tell.
    pub fn of(frame: &eframe::Frame) -> Self {
        let Some(window) = frame.winit_window() else {
            return Self::default();
        };
        let place = |wanted| {
            window
                .available_monitors()
                .position(|monitor| Some(monitor) == wanted)
        };
        Self {
            count: window.available_monitors().count(),
            current: place(window.current_monitor()).unwrap_or(0),
            primary: place(window.primary_monitor()),
        }
    }

    /// How a talk begins: on another display than the speaker's where there is one, unless the
    /// window stands there already.
    pub fn to_present(self) -> ViewportCommand {
        let is_at_home = self.primary.is_none_or(|primary| primary == self.current);
        let other = (0..self.count).find(|&display| display != self.current);
        match other.filter(|_| is_at_home) {
            Some(other) => ViewportCommand::SetMonitor(other),
            None => ViewportCommand::Fullscreen(true),
        }
    }

    /// The next display; `None` where there is only one.
    pub fn next(self) -> Option<ViewportCommand> {
        (self.count > 1).then(|| ViewportCommand::SetMonitor((self.current + 1) % self.count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_talk_goes_to_the_other_display_but_does_not_leave_it() {
        let displays = |count, current| Displays {
            count,
            current,
            primary: Some(0),
        };
        assert_eq!(displays(2, 0).to_present(), ViewportCommand::SetMonitor(1));
        assert_eq!(
            displays(2, 1).to_present(),
            ViewportCommand::Fullscreen(true)
        );
        assert_eq!(
            displays(1, 0).to_present(),
            ViewportCommand::Fullscreen(true)
        );
        let unknown = Displays::default();
        assert_eq!(unknown.to_present(), ViewportCommand::Fullscreen(true));
        assert_eq!(unknown.next(), None);
        assert_eq!(displays(3, 2).next(), Some(ViewportCommand::SetMonitor(0)));
    }
}
