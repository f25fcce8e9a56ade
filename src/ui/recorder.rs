//! What the libraries beneath the window report: troubles go to the log, and what paints the
//! window is remembered for those who are to help.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use log::{Level, LevelFilter, Metadata, Record};

use super::dialog_trouble::DialogTrouble;
use crate::app::{Log, now};

/// The libraries that open and paint windows. What others report may quote a file.
const BENEATH: [&str; 8] = [
    "eframe",
    "egui_glow",
    "egui_wgpu",
    "egui_winit",
    "glutin",
    "rfd",
    "wgpu",
    "winit",
];
/// The one that says which card paints, and how that line begins.
const PAINTER: (&str, &str) = ("egui_glow", "opengl ");
/// A trouble of every frame must not fill the disk.
const MOST: usize = 100;

/// What paints the window, in the words of its driver.
#[derive(Clone, Debug, Default)]
pub struct Painter(Arc<Mutex<String>>);

impl Painter {
    /// In words; empty until something is painted.
    pub fn words(&self) -> String {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Notes what paints.
    pub fn note(&self, words: String) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = words;
    }
}

/// Listens to the libraries.
struct Recorder {
    log: Log,
    painter: Painter,
    recorded: AtomicUsize,
}

/// From now on troubles of the libraries go to the log.
pub fn record(log: Log) -> Painter {
    let painter = Painter::default();
    let recorder = Recorder {
        log,
        painter: painter.clone(),
        recorded: AtomicUsize::new(0),
    };
    // A program has one listener; a second start within a test goes without.
    if log::set_boxed_logger(Box::new(recorder)).is_ok() {
        log::set_max_level(LevelFilter::Debug);
    }
    painter
}

/// What paints the window is known: from now on only troubles matter.
pub fn record_troubles_only() {
    log::set_max_level(LevelFilter::Warn);
}

impl log::Log for Recorder {
    fn enabled(&self, about: &Metadata<'_>) -> bool {
        is_heard(about.level(), about.target())
    }

    fn log(&self, record: &Record<'_>) {
        DialogTrouble::hear(record);
        if !is_heard(record.level(), record.target()) {
            return;
        }
        let words = record.args().to_string();
        if record.level() <= Level::Warn {
            self.record(record, &words);
        } else if words.trim_start().starts_with(PAINTER.1) {
            let lines: Vec<&str> = words.lines().filter(|line| !line.is_empty()).collect();
            self.painter.note(lines.join(", "));
        }
    }

    fn flush(&self) {}
}

fn is_heard(level: Level, target: &str) -> bool {
    let library = target.split("::").next().unwrap_or_default();
    let is_trouble = level <= Level::Warn && BENEATH.contains(&library);
    is_trouble || library == PAINTER.0
}

impl Recorder {
    fn record(&self, record: &Record<'_>, words: &str) {
        if self.recorded.fetch_add(1, Ordering::Relaxed) < MOST {
            let (level, target) = (record.level(), record.target());
            let now = now();
            self.log.note(&format!("{now} {level} {target}: {words}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use log::Log as _;

    #[test]
    fn troubles_are_recorded_and_the_card_is_noted() {
        let folder = tempfile::tempdir().expect("a folder");
        let log = Log::within(folder.path().to_owned());
        let recorder = Recorder {
            log: log.clone(),
            painter: Painter::default(),
            recorded: AtomicUsize::new(0),
        };
        let say = |level, target, words: &str| {
            let args = format_args!("{words}");
            let record = Record::builder()
                .level(level)
                .target(target)
                .args(args)
                .build();
            recorder.log(&record);
        };
        say(Level::Error, "zbus::connection", "not of the window");
        say(Level::Debug, "eframe::native", "no trouble");
        say(
            Level::Debug,
            "egui_glow::painter",
            "\nopengl version: 4.5\nopengl renderer: llvmpipe",
        );
        for _ in 0..MOST + 50 {
            say(Level::Warn, "winit::x11", "something is missing");
        }
        let painter = recorder.painter.words();
        assert_eq!(painter, "opengl version: 4.5, opengl renderer: llvmpipe");
        let lines = log.last_lines(1000);
        assert_eq!(lines.len(), MOST);
        assert!(lines[0].ends_with("WARN winit::x11: something is missing"));
    }
}
