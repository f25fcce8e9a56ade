//! Why there is no window: one sentence in both languages, since whoever started the program may
//! read either, with what to do and where more is written.

use std::any::Any;
use std::io::{self, Write as _};
use std::time::Duration;

use crate::app::{self, Log, Renderer};
use crate::text::{Language, Text};

/// Why there is no window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// There is no display, or none that answers.
    NoDisplay,
    /// The display lets the program wait.
    NoAnswer(Duration),
    /// The renderer does not work here.
    NoGraphics(String),
    /// A library of the system is missing.
    NoLibrary(String),
    /// Something else.
    Other(String),
    /// There was a window, and then the program itself has failed. That has been told.
    WhileWorking,
}

/// Words of those beneath us that tell one failure from another.
const NO_DISPLAY: [&str; 3] = ["connection to X server", "compositor", "Connection refused"];
const NO_LIBRARY: [&str; 4] = [
    "shared libraries",
    "could not be loaded",
    "could not load",
    "cannot open shared object",
];

impl Failure {
    /// A failure that eframe reports.
    pub fn of(error: &eframe::Error) -> Self {
        let reason = error.to_string();
        match error {
            eframe::Error::NoGlutinConfigs(..)
            | eframe::Error::Glutin(_)
            | eframe::Error::OpenGL(_) => Self::NoGraphics(reason),
            #[cfg(feature = "wgpu")]
            eframe::Error::Wgpu(_) => Self::NoGraphics(reason),
            _ => Self::in_words(reason),
        }
    }

    /// A failure on which a library has given up.
    pub fn of_panic(panic: &(dyn Any + Send)) -> Self {
        Self::in_words(app::failure_words(panic))
    }

    fn in_words(reason: String) -> Self {
        let has = |words: &[&str]| words.iter().any(|words| reason.contains(words));
        if has(&NO_DISPLAY) {
            Self::NoDisplay
        } else if has(&NO_LIBRARY) {
            Self::NoLibrary(reason)
        } else {
            Self::Other(reason)
        }
    }

    /// Can another renderer do better?
    pub fn is_of_renderer(&self) -> bool {
        matches!(self, Self::NoGraphics(_) | Self::Other(_))
    }

    /// Writes down what has failed, in the words of those beneath us.
    pub fn record(&self, log: &Log, renderer: Option<Renderer>) {
        let circumstances = app::circumstances();
        let entry = format!(
            "=== no window\n{circumstances}\nrenderer: {}\nreason: {self:?}",
            renderer.map_or("-", Renderer::name)
        );
        // Where nothing can be written the sentence still tells the most.
        let _ = log.write(&entry);
    }

    /// Says it on standard error.
    pub fn tell(&self, log: &Log) {
        for language in [Language::En, Language::Zh] {
            let Some(sentence) = self.sentence(Text::of(language)) else {
                return;
            };
            let more = &Text::of(language).window.cannot_start.log;
            let path = log.path().filter(|_| !log.last_lines(1).is_empty());
            let more = path.map(|path| more.fill(&[("log", &path.display())]));
            // Where nobody listens there is nobody to tell.
            let _ = writeln!(io::stderr(), "{sentence} {}", more.unwrap_or_default());
        }
    }

    fn sentence(&self, text: &Text) -> Option<String> {
        let text = &text.window.cannot_start;
        Some(match self {
            Self::NoDisplay => text.no_display.clone(),
            Self::NoAnswer(time) => text.no_answer.fill(&[("seconds", &time.as_secs())]),
            Self::NoGraphics(_) => text.no_graphics.clone(),
            Self::NoLibrary(reason) => text.no_library.fill(&[("reason", &short(reason))]),
            Self::Other(reason) => text.other.fill(&[("reason", &short(reason))]),
            Self::WhileWorking => return None,
        })
    }
}

/// What matters of a reason: some are pages, some begin with a place in somebody's source.
fn short(reason: &str) -> String {
    const MOST: usize = 160;
    let line = reason.lines().next().unwrap_or_default();
    let line = line.rsplit_once(".rs:").map_or(line, |(_, behind)| {
        behind.trim_start_matches(|letter: char| letter.is_ascii_digit() || ": ".contains(letter))
    });
    let line = line.trim_end_matches(['.', ' ']);
    if line.chars().count() > MOST {
        let beginning: String = line.chars().take(MOST).collect();
        format!("{beginning}…")
    } else {
        line.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_libraries_say_is_understood() {
        for (words, is_display, is_library) in [
            (
                "winit EventLoopError: os error: XNotSupported(XOpenDisplayFailed): Failed to open connection to X server",
                true,
                false,
            ),
            (
                "os error: WaylandError(Connection(NoCompositor)): Could not find wayland compositor",
                true,
                false,
            ),
            ("Failed to load one of xlib's shared libraries", false, true),
            ("Library libxkbcommon.so could not be loaded.", false, true),
            ("something of which nobody has heard", false, false),
        ] {
            let failure = Failure::in_words(words.to_owned());
            assert_eq!(failure == Failure::NoDisplay, is_display, "{words}");
            let is_missing = matches!(failure, Failure::NoLibrary(_));
            assert_eq!(is_missing, is_library, "{words}");
        }
    }

    #[test]
    fn a_reason_is_told_without_its_place_in_a_source() {
        let words = "os error at /home/me/winit/src/linux/mod.rs:788: Failed to load libraries.";
        assert_eq!(short(words), "Failed to load libraries");
        assert_eq!(short("something else"), "something else");
    }

    #[test]
    fn every_failure_has_one_line_in_each_language() {
        let long = format!("{}\nand more", "x".repeat(9999));
        for language in [Language::En, Language::Zh] {
            for failure in [
                Failure::NoDisplay,
                Failure::NoAnswer(Duration::from_secs(30)),
                Failure::NoGraphics(long.clone()),
                Failure::NoLibrary(long.clone()),
                Failure::Other(long.clone()),
            ] {
                let sentence = failure.sentence(Text::of(language)).expect("a sentence");
                assert!(sentence.contains("suanli run"), "{sentence}");
                assert!(sentence.lines().count() == 1 && sentence.len() < 1000);
            }
        }
    }
}
