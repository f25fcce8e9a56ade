//! Why the system's file dialog did not come: rfd answers "nothing", as if it had been cancelled,
//! and tells the difference to the log only.

use std::sync::{Mutex, PoisonError};

use log::{Level, LevelFilter, Log, Metadata, Record};

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
    /// Listens from now on, if nobody else does, and forgets what was heard before.
    pub fn listen() {
        if log::set_logger(&Listener).is_ok() {
            log::set_max_level(LevelFilter::Warn);
        }
        *HEARD.lock().unwrap_or_else(PoisonError::into_inner) = Self::default();
    }

    /// What has been heard since then.
    pub fn heard() -> Self {
        HEARD.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes note of a record, where it is about dialogs. Whoever else is the program's listener
    /// passes records on to this.
    pub fn hear(record: &Record<'_>) {
        if is_of_dialogs(record.metadata()) {
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

fn is_of_dialogs(metadata: &Metadata<'_>) -> bool {
    let library = metadata.target().split("::").next();
    metadata.level() <= Level::Warn && library == Some(DIALOGS)
}

/// Hears nothing but dialogs.
struct Listener;

impl Log for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        is_of_dialogs(metadata)
    }

    fn log(&self, record: &Record<'_>) {
        DialogTrouble::hear(record);
    }

    fn flush(&self) {}
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
        let is_heard =
            |target, level| is_of_dialogs(&Metadata::builder().target(target).level(level).build());
        assert!(is_heard("rfd::backend::xdg_desktop_portal", Level::Error));
        assert!(is_heard("rfd", Level::Warn));
        assert!(!is_heard("rfd", Level::Debug));
        assert!(!is_heard("rfdx", Level::Error));
        assert!(!is_heard("winit", Level::Error));
    }
}
