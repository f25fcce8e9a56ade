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
use crate::app::{Renderer, Start, has_display};
use crate::scenario::file::read_original;
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

    /// What paints the window; the other is tried where this one fails. Default: glow.
    #[arg(long, value_name = "RENDERER", value_parser = renderers())]
    renderer: Option<Renderer>,

    /// Give the window its first size again.
    #[arg(long)]
    reset_window: bool,

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

fn renderers() -> impl TypedValueParser<Value = Renderer> {
    let names = Renderer::ALL.iter().map(|renderer| renderer.name());
    PossibleValuesParser::new(names).map(|name| match name.as_str() {
        "wgpu" => Renderer::Wgpu,
        _ => Renderer::Glow,
    })
}

/// What is left to do after the command line has been read.
#[derive(Debug)]
pub enum Outcome {
    /// Nothing: the command is done.
    Done(ExitCode),
    /// The window.
    Window(Start),
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
    let Some(task) = arguments.task else {
        return window(arguments, language);
    };
    let text = &Text::of(language).cli;
    if arguments.file.is_some() {
        return Err(Failure::Input(text.file_before_command.clone()));
    }
    let of_window = [
        ("--renderer", arguments.renderer.is_some()),
        ("--reset-window", arguments.reset_window),
    ];
    if let Some((option, _)) = of_window.iter().find(|(_, is_given)| *is_given) {
        let sentence = text.option_of_window.fill(&[("option", option)]);
        return Err(Failure::Input(sentence));
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

/// What the window is to open with. A file that cannot be read is told here and in the window:
/// whoever has clicked on it sees no terminal.
fn window(arguments: Arguments, language: Language) -> Result<Outcome, Failure> {
    check_renderer(arguments.renderer, language)?;
    let problem = window_problem(arguments.file.as_deref(), language)?;
    let has_window = cfg!(feature = "gui") && has_display();
    if let Some(problem) = &problem {
        if !has_window {
            return Err(Failure::Input(problem.clone()));
        }
        failure::say(problem);
    }
    Ok(Outcome::Window(Start {
        is_file_bad: problem.is_some(),
        file: arguments.file,
        language: arguments.lang,
        reset_window: arguments.reset_window,
        renderer: arguments.renderer,
    }))
}

fn check_renderer(wanted: Option<Renderer>, language: Language) -> Result<(), Failure> {
    // Without its window the program has more to say than that.
    let missing = wanted.filter(|wanted| cfg!(feature = "gui") && !wanted.is_built_in());
    let Some(missing) = missing else {
        return Ok(());
    };
    let sentence = &Text::of(language).cli.renderer_not_built;
    Err(Failure::Input(sentence.fill(&[("name", &missing.name())])))
}

/// Why a file cannot be shown, if it cannot. What is no file at all is refused.
fn window_problem(file: Option<&Path>, language: Language) -> Result<Option<String>, Failure> {
    let text = &Text::of(language).cli;
    let Some(file) = file else {
        return Ok(None);
    };
    if file == Path::new(STANDARD_INPUT) {
        return Err(Failure::Input(text.window_from_input.clone()));
    }
    let Err(error) = read_original(file) else {
        return Ok(None);
    };
    let name = file.display().to_string();
    match mistyped_command(&name).filter(|_| error.is_not_found()) {
        Some(nearest) => Err(Failure::Input(
            (text.no_command).fill(&[("name", &name), ("nearest", &nearest)]),
        )),
        None => Ok(Some(error.render(&name, language))),
    }
}

/// The command that may be meant by a word which is neither a command nor a file.
fn mistyped_command(word: &str) -> Option<String> {
    let program = Arguments::command();
    let commands = program.get_subcommands().map(clap::Command::get_name);
    nearest(word, commands).map(str::to_owned)
}
