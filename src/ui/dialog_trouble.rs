//! Why the system's file dialog did not come: rfd answers "nothing", as if it had been cancelled,
//! and tells the difference to the log only.

use std::sync::{Mutex, PoisonError};

use log::{Level, Record};

/// The library that asks for dialogs.
const DIALOGS: &str = "rfd";

/// What was heard since a dialog was asked for. There is one dialog at a time.
static HEARD: Mutex<DialogTrouble> = Mutex::new(DialogTrouble {
    cause: None,
    has_failed: false,
});

/// What went wrong with a dialog.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DialogTrouble {
    /// The first trouble, in the words of the system.
    pub cause: Option<String>,
    /// Was there nothing left to try?
    pub has_failed: bool,
}

impl DialogTrouble {
    /// Forgets what was heard before: a dialog is about to open.
    pub fn forget() {
        *HEARD.lock().unwrap_or_else(PoisonError::into_inner) = Self::default();
    }

    /// What has been heard since then.
    pub fn heard() -> Self {
        HEARD.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes note of a record, where it is about dialogs: the program's one listener passes all on.
    pub fn hear(record: &Record<'_>) {
        if is_of_dialogs(record.level(), record.target()) {
            let mut heard = HEARD.lock().unwrap_or_else(PoisonError::into_inner);
            heard.note(record.level(), &record.args().to_string());
        }
    }

    /// An error is the end, unless a warning follows it: then something else is tried.
    fn note(&mut self, level: Level, words: &str) {
        self.has_failed = level == Level::Error;
        if self.has_failed && self.cause.is_none() {
            // As the system says it, without the marks of who passes it on.
            self.cause = Some(words.replace("Some(\"", "").replace("\")", ""));
        }
    }
}

fn is_of_dialogs(level: Level, target: &str) -> bool {
    level <= Level::Warn && target.split("::").next() == Some(DIALOGS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dialog_has_failed_when_nothing_is_left_to_try() {
        let mut trouble = DialogTrouble::default();
        trouble.note(
            Level::Error,
            "OpenFile failed: Some(\"Unknown\"): Some(\"no portal\")",
        );
        assert!(trouble.has_failed);
        trouble.note(Level::Warn, "trying another one");
        assert!(!trouble.has_failed, "that one may be on screen");
        trouble.note(Level::Error, "no other one");
        assert!(trouble.has_failed);
        let cause = "OpenFile failed: Unknown: no portal";
        assert_eq!(trouble.cause.as_deref(), Some(cause));
    }

    #[test]
    fn only_what_is_said_of_dialogs_counts() {
        let is_heard = |target, level| is_of_dialogs(level, target);
        assert!(is_heard("rfd::backend::xdg_desktop_portal", Level::Error));
        assert!(is_heard("rfd", Level::Warn));
        assert!(!is_heard("rfd", Level::Debug));
        assert!(!is_heard("rfdx", Level::Error));
        assert!(!is_heard("winit", Level::Error));
    }
}
