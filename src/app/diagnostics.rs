//! What somebody who is to help needs to know: the program, the system, what paints the window,
//! the end of the log. Names of fields are those of the log, in no language.

use std::{env, fs};

use jiff::Timestamp;

use super::log::Log;

/// So many lines of the log.
const LINES: usize = 40;

/// All of it as text.
pub fn diagnostics(painter: &str, log: &Log) -> String {
    let path = log.path();
    let path = path.map_or_else(|| "-".to_owned(), |path| path.display().to_string());
    let head = [
        program(),
        system(),
        format!("renderer: {painter}"),
        format!("time: {}", now()),
        format!("log: {path}"),
    ];
    let mut lines: Vec<String> = head.into_iter().collect();
    lines.extend(log.last_lines(LINES));
    lines.join("\n")
}

/// The program, the system, and what leads to a display and to a card.
pub fn circumstances() -> String {
    let variables = [
        "DISPLAY",
        "WAYLAND_DISPLAY",
        "LIBGL_ALWAYS_SOFTWARE",
        "LIBGL_DRIVERS_PATH",
        "MESA_LOADER_DRIVER_OVERRIDE",
    ];
    let set = variables.iter().filter_map(|name| {
        let value = env::var(name).ok()?;
        Some(format!("{name}={value}"))
    });
    let head = [format!("time: {}", now()), program(), system()];
    let lines: Vec<String> = head.into_iter().chain(set).collect();
    lines.join("\n")
}

/// The program and its version.
pub(super) fn program() -> String {
    format!("suanli: {}", env!("CARGO_PKG_VERSION"))
}

/// The system, and on Linux what shows windows.
pub(super) fn system() -> String {
    let mut parts = vec![env::consts::OS.to_owned(), env::consts::ARCH.to_owned()];
    parts.extend(distribution());
    for name in ["XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "LANG"] {
        parts.extend(env::var(name).ok().map(|value| format!("{name}={value}")));
    }
    format!("system: {}", parts.join(", "))
}

/// The time, the same everywhere.
pub fn now() -> String {
    format!("{:.0}", Timestamp::now())
}

/// What a Linux calls itself.
fn distribution() -> Option<String> {
    let text = fs::read_to_string("/etc/os-release").ok()?;
    let name = text
        .lines()
        .find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
    Some(name.trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diagnostics_say_what_helps() {
        let folder = tempfile::tempdir().expect("a folder");
        let log = Log::within(folder.path().to_owned());
        log.write("something failed").expect("written");
        let words = diagnostics("glow, some card", &log);
        for part in [
            env!("CARGO_PKG_VERSION"),
            env::consts::OS,
            "renderer: glow, some card",
            "suanli.log",
            "something failed",
        ] {
            assert!(words.contains(part), "{part} is not in:\n{words}");
        }
    }
}
