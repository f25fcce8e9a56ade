//! The command line: what can be asked, who answers, and how it ends. Results go to standard
//! output, words to standard error.

mod check;
mod failure;
mod input;
mod list;
mod output;
mod run;

use std::ffi::OsString;
use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser, Subcommand};

use self::failure::Failure;
use self::input::STANDARD_INPUT;
use crate::scenario::nearest::nearest;
use crate::text::{Language, Text};

/// Suanli 算力: a what-if model of AI-compute demand, supply, prices and the supplier value chain.
///
/// Without a command it opens the window. Results go to standard output, words to standard error.
/// It ends with 0 when done, 1 when something failed, 2 when the input is bad.
#[derive(Debug, Parser)]
#[command(name = "suanli", version, subcommand_precedence_over_arg = true)]
struct Arguments {
    /// The language of messages. Default: that of the system.
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = languages())]
    lang: Option<Language>,

    #[command(subcommand)]
    task: Option<Task>,

    /// A scenario file to open in the window.
    file: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Task {
    Run(run::Run),
    Check(check::Check),
    List(list::List),
}

fn languages() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(["en", "zh"]).map(|tag| match tag.as_str() {
        "zh" => Language::Zh,
        _ => Language::En,
    })
}

/// What is left to do after the command line has been read.
#[derive(Debug)]
pub enum Outcome {
    /// Nothing: the command is done.
    Done(ExitCode),
    /// The window, with a file that has been checked.
    Window {
        /// The file to open.
        file: Option<PathBuf>,
        /// The language of messages.
        language: Language,
    },
}

/// Reads the arguments of the program, its own name first, and does what they ask for.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Outcome {
    let arguments = match parsed(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Where even that cannot be said, the exit code still tells.
            let _ = error.print();
            return Outcome::Done(exit_code(error.exit_code()));
        }
    };
    let language = arguments.lang.unwrap_or_else(Language::of_system);
    let done = match &arguments.task {
        Some(Task::Run(run)) => run.answer(language),
        Some(Task::Check(check)) => check.answer(language),
        Some(Task::List(list)) => list.answer(),
        None => match check_window_file(arguments.file.as_deref(), language) {
            Ok(()) => {
                let file = arguments.file;
                return Outcome::Window { file, language };
            }
            Err(failure) => Err(failure),
        },
    };
    Outcome::Done(match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(language),
    })
}

/// Says that this program was built without the window.
pub fn refuse_window(language: Language) -> ExitCode {
    let sentence = Text::of(language).cli.no_window.clone();
    Failure::Failed(sentence).report(language)
}

fn parsed(arguments: impl IntoIterator<Item = OsString>) -> clap::error::Result<Arguments> {
    let arguments = Arguments::try_parse_from(arguments)?;
    if arguments.task.is_some() && arguments.file.is_some() {
        let message = "a file before a command belongs after it";
        return Err(Arguments::command().error(ErrorKind::ArgumentConflict, message));
    }
    Ok(arguments)
}

fn exit_code(code: i32) -> ExitCode {
    u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from)
}

/// The window opens only with a file that it can show.
fn check_window_file(file: Option<&Path>, language: Language) -> Result<(), Failure> {
    match file {
        None => Ok(()),
        Some(file) if file == Path::new(STANDARD_INPUT) => Err(Failure::Input(
            Text::of(language).cli.window_from_input.clone(),
        )),
        Some(file) => match mistyped_command(file) {
            Some(nearest) => {
                let values: [(&str, &dyn Display); 2] =
                    [("name", &file.display()), ("nearest", &nearest)];
                let text = &Text::of(language).cli.no_command;
                Err(Failure::Input(text.fill(&values)))
            }
            None => input::read(file, language).map(|_| ()),
        },
    }
}

/// The command that may be meant by what is neither a command nor a file.
fn mistyped_command(file: &Path) -> Option<String> {
    let word = file.to_str().filter(|_| !file.exists())?;
    let program = Arguments::command();
    let commands = program.get_subcommands().map(clap::Command::get_name);
    nearest(word, commands).map(str::to_owned)
}
