//! Suanli 算力: the window, or a command.

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use suanli::cli::{self, Outcome};
use suanli::text::Language;

fn main() -> ExitCode {
    match cli::run(env::args_os()) {
        Outcome::Done(code) => code,
        Outcome::Window { file, language } => window(file, language),
    }
}

#[cfg(feature = "gui")]
fn window(file: Option<PathBuf>, language: Option<Language>) -> ExitCode {
    suanli::ui::run(file, language)
}

#[cfg(not(feature = "gui"))]
fn window(_: Option<PathBuf>, language: Option<Language>) -> ExitCode {
    cli::refuse_window(language)
}
