//! Suanli 算力: the window, or a command.

use std::env;
use std::process::ExitCode;

use suanli::app::{self, Log, Stage, Start};
use suanli::cli::{self, Outcome};

fn main() -> ExitCode {
    app::watch_failures(Log::of_user(), Stage::Command);
    let work = || match cli::run(env::args_os()) {
        Outcome::Done(code) => code,
        Outcome::Window(start) => window(&start),
    };
    app::contain(work).unwrap_or(ExitCode::FAILURE)
}

#[cfg(feature = "gui")]
fn window(start: &Start) -> ExitCode {
    suanli::ui::run(start)
}

#[cfg(not(feature = "gui"))]
fn window(start: &Start) -> ExitCode {
    cli::refuse_window(start.language)
}
