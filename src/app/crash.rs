//! What happens when the program itself fails: the log says where and how, the user is told where
//! that log is. Nothing of a scenario is written down.

use std::any::Any;
use std::backtrace::Backtrace;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::path::Path;
use std::sync::Mutex;
use std::thread;

use super::diagnostics;
use super::log::Log;
use crate::text::{Language, Template, Text};

/// What the program is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// A command of the command line.
    Command,
    /// The window is about to open. Whoever opens it says why it does not.
    Starting,
    /// Somebody works in the window.
    Window,
}

/// From now on a failure is written to the log, and the user is told. Called by the thread that all
/// depends on: a failure of any other one is one in the background.
pub fn watch(log: Log, stage: Stage) {
    let main = thread::current().id();
    let one_at_a_time = Mutex::new(());
    panic::set_hook(Box::new(move |failure| {
        // Threads that fail together are told of one after the other. What fails in here ends the
        // program at once, without coming here again: the standard library sees to that.
        let _turn = one_at_a_time.lock();
        let stage = (thread::current().id() == main).then_some(stage);
        report(&log, stage, failure);
    }));
}

/// Runs something that may fail without taking the rest along; `None` where it has failed, which
/// the log then tells.
pub fn contain<T>(work: impl FnOnce() -> T) -> Option<T> {
    panic::catch_unwind(AssertUnwindSafe(work)).ok()
}

/// The words of a failure that was caught.
pub fn words(failure: &(dyn Any + Send)) -> String {
    said(failure).unwrap_or_default()
}

/// Tells of a failure; without a stage it is one in the background.
fn report(log: &Log, stage: Option<Stage>, failure: &PanicHookInfo<'_>) {
    let path = log.write(&entry(failure));
    let path = path.as_deref().ok();
    if stage == Some(Stage::Starting) {
        return;
    }
    for language in [Language::En, Language::Zh] {
        let text = &Text::of(language).crash;
        let sentence = match stage {
            None => &text.background,
            Some(Stage::Command | Stage::Starting) => &text.command,
            Some(Stage::Window) => &text.window,
        };
        tell(sentence, text.nowhere.as_str(), path);
    }
}

fn tell(sentence: &Template, nowhere: &str, path: Option<&Path>) {
    let log = path.map_or_else(|| nowhere.to_owned(), |path| path.display().to_string());
    // Where nobody listens there is nobody to tell.
    let _ = writeln!(io::stderr(), "{}", sentence.fill(&[("log", &log)]));
}

/// What the log says of a failure.
fn entry(failure: &PanicHookInfo<'_>) -> String {
    let mut entry = format!("=== failure\n{}\n", diagnostics::circumstances());
    let current = thread::current();
    let _ = writeln!(entry, "thread: {}", current.name().unwrap_or("-"));
    if let Some(place) = failure.location() {
        let _ = writeln!(entry, "place: {place}");
    }
    let message = said(failure.payload()).unwrap_or_default();
    let _ = writeln!(entry, "message: {}", without_content(&message));
    let _ = writeln!(entry, "{}", Backtrace::force_capture());
    entry
}

fn said(payload: &(dyn Any + Send)) -> Option<String> {
    let fixed = payload.downcast_ref::<&str>().map(|&said| said.to_owned());
    fixed.or_else(|| payload.downcast_ref::<String>().cloned())
}

/// A message without what may come from a scenario: names and texts are quoted in messages, and
/// whatever is shown as data stands in brackets.
fn without_content(message: &str) -> String {
    let is_content = |letter: char| "`'\"“‘{[(<«".contains(letter) || letter.is_control();
    let plain = message.split(is_content).next().unwrap_or_default();
    if plain.len() == message.len() {
        plain.to_owned()
    } else {
        format!("{}…", plain.trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_lose_what_may_be_of_a_scenario() {
        for (message, kept) in [
            ("attempt to divide by zero", "attempt to divide by zero"),
            (
                "index out of bounds: the len is 3 but the index is 5",
                "index out of bounds: the len is 3 but the index is 5",
            ),
            (
                "byte index 1 is not a char boundary; it is inside '锂' of `锂电`",
                "byte index 1 is not a char boundary; it is inside…",
            ),
            ("no name: Words { en: \"secret\" }", "no name: Words…"),
            ("first\nsecret", "first…"),
        ] {
            assert_eq!(without_content(message), kept);
        }
    }

    #[test]
    fn what_fails_is_contained() {
        assert_eq!(contain(|| 7), Some(7));
        assert_eq!(contain(|| -> u8 { panic!("a fault") }), None);
    }
}
