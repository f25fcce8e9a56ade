//! How a command can fail, and the exit code that says so.

use std::io::{self, ErrorKind, Write as _};
use std::process::ExitCode;

use crate::scenario::fault::ProblemKind;
use crate::scenario::problem::is_hidden;
use crate::text::problems::Sentence;
use crate::text::{Language, Text};

/// Why a command has failed.
#[derive(Debug)]
pub(super) enum Failure {
    /// What the user gave is wrong, in words.
    Input(String),
    /// What was asked for cannot be done, in words.
    Failed(String),
    /// The results cannot be written.
    Output(io::Error),
}

impl Failure {
    /// What is wrong with the word of an option, such as `series`.
    pub fn of_argument(
        option: &str,
        word: &str,
        problem: impl Into<ProblemKind>,
        language: Language,
    ) -> Self {
        Self::Input(refusal(option, word, &problem.into().sentence(language)))
    }

    /// Says what is wrong and gives the exit code.
    pub fn report(self, language: Language) -> ExitCode {
        const BAD_INPUT: u8 = 2;
        match self {
            Self::Input(words) => {
                say(&words);
                ExitCode::from(BAD_INPUT)
            }
            Self::Failed(words) => {
                say(&words);
                ExitCode::FAILURE
            }
            // Whoever reads the results has seen enough, as `head` has.
            Self::Output(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Self::Output(error) => {
                let sentence = &Text::of(language).cli.not_written;
                say(&sentence.fill(&[("reason", &error)]));
                ExitCode::FAILURE
            }
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Both results, or all that is wrong with either.
pub(super) fn both<A, B>(
    first: Result<A, Failure>,
    second: Result<B, Failure>,
) -> Result<(A, B), Failure> {
    match (first, second) {
        (Ok(first), Ok(second)) => Ok((first, second)),
        (Err(Failure::Input(first)), Err(Failure::Input(second))) => {
            Err(Failure::Input(format!("{first}\n{second}")))
        }
        (Err(failure), _) | (_, Err(failure)) => Err(failure),
    }
}

/// What is wrong with an argument, and what to do.
pub(super) fn refusal(option: &str, word: &str, problem: &Sentence) -> String {
    format!(
        "--{option} {word}: {}\n      {}",
        problem.what, problem.hint
    )
}

/// Writes words to standard error. Where nobody listens there is nobody to tell. Names of files and
/// arguments may be in them: a terminal obeys none of it.
pub(super) fn say(words: &str) {
    let shown = |c: char| {
        if c != '\n' && is_hidden(c) {
            '\u{FFFD}'
        } else {
            c
        }
    };
    let words: String = words.chars().map(shown).collect();
    let _ = writeln!(io::stderr(), "{words}");
}
