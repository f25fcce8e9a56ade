//! The command line: what can be asked, who answers, and how it ends. Results go to standard
//! output, words to standard error.

mod cell;
mod check;
mod compare;
mod explain;
mod failure;
mod fan;
mod folder;
mod input;
mod list;
mod output;
mod report;
mod run;
mod seek;
mod tornado;
mod why;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
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
    Compare(compare::Compare),
    Fan(fan::Fan),
    Tornado(tornado::Tornado),
    Why(why::Why),
    Seek(seek::Seek),
    Report(report::Report),
    Explain(explain::Explain),
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
        /// The language to show, where one was asked for.
        language: Option<Language>,
    },
}

/// Reads the arguments of the program, its own name first, and does what they ask for.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Outcome {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Where even that cannot be said, the exit code still tells.
            let _ = error.print();
            return Outcome::Done(exit_code(error.exit_code()));
        }
    };
    let language = arguments.lang.unwrap_or_else(Language::of_system);
    match answer(arguments, language) {
        Ok(outcome) => outcome,
        Err(failure) => Outcome::Done(failure.report(language)),
    }
}

fn answer(arguments: Arguments, language: Language) -> Result<Outcome, Failure> {
    let Arguments { task, file, lang } = arguments;
    let Some(task) = task else {
        check_window_file(file.as_deref(), language)?;
        return Ok(Outcome::Window {
            file,
            language: lang,
        });
    };
    if file.is_some() {
        let text = &Text::of(language).cli.file_before_command;
        return Err(Failure::Input(text.clone()));
    }
    match task {
        Task::Run(run) => run.answer(language),
        Task::Check(check) => check.answer(language),
        Task::Compare(compare) => compare.answer(language),
        Task::Fan(fan) => fan.answer(language),
        Task::Tornado(tornado) => tornado.answer(language),
        Task::Why(why) => why.answer(language),
        Task::Seek(seek) => seek.answer(language),
        Task::Report(report) => report.answer(language),
        Task::Explain(explain) => explain.answer(language),
        Task::List(list) => list.answer(),
    }?;
    Ok(Outcome::Done(ExitCode::SUCCESS))
}

/// Says that this program was built without the window.
pub fn refuse_window(language: Option<Language>) -> ExitCode {
    let language = language.unwrap_or_else(Language::of_system);
    let sentence = Text::of(language).cli.no_window.clone();
    Failure::Failed(sentence).report(language)
}

fn exit_code(code: i32) -> ExitCode {
    u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from)
}

/// The window opens only with a file that it can show.
fn check_window_file(file: Option<&Path>, language: Language) -> Result<(), Failure> {
    let text = &Text::of(language).cli;
    let Some(file) = file else {
        return Ok(());
    };
    if file == Path::new(STANDARD_INPUT) {
        return Err(Failure::Input(text.window_from_input.clone()));
    }
    let Err(error) = input::open(file) else {
        return Ok(());
    };
    let name = file.display().to_string();
    let words = match mistyped_command(&name).filter(|_| error.is_not_found()) {
        Some(nearest) => (text.no_command).fill(&[("name", &name), ("nearest", &nearest)]),
        None => error.render(&name, language),
    };
    Err(Failure::Input(words))
}

/// The command that may be meant by a word which is neither a command nor a file.
fn mistyped_command(word: &str) -> Option<String> {
    let program = Arguments::command();
    let commands = program.get_subcommands().map(clap::Command::get_name);
    nearest(word, commands).map(str::to_owned)
}
