//! The command line, as a user meets it: the program itself is run.

mod analysis;
mod checking;
mod comparing;
mod explaining;
mod fan;
mod hostile;
mod lists;
#[cfg(target_os = "linux")]
mod no_network;
mod refusals;
mod reports;
mod results;
#[cfg(all(feature = "gui", target_os = "linux"))]
mod starting;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// The program, with words in English wherever the test runs.
fn suanli(arguments: &[&str]) -> Command {
    let mut command = program();
    command.args(["--lang", "en"]).args(arguments);
    command
}

/// The program without a display: it opens no window on whoever runs the tests.
fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_suanli"));
    for display in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(display);
    }
    command
}

fn output(arguments: &[&str]) -> Output {
    suanli(arguments).output().expect("the program runs")
}

/// What the program prints for good input.
fn printed(arguments: &[&str]) -> String {
    let output = output(arguments);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{arguments:?}: {}",
        words(&output)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn words(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// The output of the program for what comes from standard input.
fn output_of_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut program = suanli(arguments);
    program
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut program = program.spawn().expect("the program runs");
    let mut pipe = program.stdin.take().expect("a pipe");
    // The program need not read to the end of what it refuses.
    let _ = pipe.write_all(input);
    drop(pipe);
    program.wait_with_output().expect("the program ends")
}

fn in_project(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    path.to_str().expect("a path in UTF-8").to_owned()
}

fn rows(table: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    reader.records().map(|row| row.expect("a row")).collect()
}
