//! Scenario files: read, checked and written. With its modules the only file of this layer that
//! touches the disk.

mod writing;

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::encoding::{LARGEST, LIMIT};
use super::fault::{FileFault, SyntaxFault};
pub use super::layout::to_ron;
use super::problem::Problem;
use super::source::Source;
use super::syntax::Finding;
use super::version::{self, Version};
use super::{Scenario, check, encoding, outline, syntax, token};
use crate::text::{Language, Text};
pub use writing::{back_up, write};

/// Reads the text of a scenario file.
///
/// # Errors
/// All that is wrong with it, in the order of the file.
pub fn parse(bytes: &[u8]) -> Result<Scenario, Vec<Problem>> {
    let text = encoding::text(bytes).map_err(|problem| vec![problem])?;
    let source = Source::new(text);
    let located = |(at, kind)| source.problem(at, kind);
    let alone = |finding| vec![located(finding)];
    version::header(text).map_err(alone)?;
    syntax::judge(&source).map_err(alone)?;
    let root = outline::outline(text).map_err(|at| {
        let found = String::new();
        vec![source.problem(at, SyntaxFault::Unexpected { found })]
    })?;
    let read = match version::of(&root).map_err(alone)? {
        Version::V1 => check::scenario(&root, &source),
    };
    let all = |findings: Vec<Finding>| findings.into_iter().map(located).collect::<Vec<_>>();
    let scenario = read.map_err(all)?;
    if text.len() > LARGEST / MOST_GROWTH && to_ron(&scenario).len() > LARGEST {
        return Err(alone((
            root.start,
            FileFault::TooMuch { limit: LIMIT }.into(),
        )));
    }
    Ok(scenario)
}

/// A scenario file as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Original {
    /// All of its bytes, comments and spaces among them.
    pub bytes: Arc<[u8]>,
    /// What they say.
    pub scenario: Scenario,
}

impl Original {
    /// Are there comments in it? The program does not write them: they would be lost.
    pub fn has_comments(&self) -> bool {
        encoding::text(&self.bytes).is_ok_and(token::has_comments)
    }
}

/// No file grows by more where it is laid out as this program does: a character becomes an escape, an
/// entry a line.
const MOST_GROWTH: usize = 20;

/// Reads a scenario file.
///
/// # Errors
/// Where the file cannot be read, or all that is wrong with it.
pub fn read(path: &Path) -> Result<Scenario, ReadError> {
    let bytes = File::open(path).and_then(bytes);
    let bytes = bytes.map_err(|error| ReadError::of(path, error))?;
    parse(&bytes).map_err(ReadError::Problems)
}

/// Reads a scenario file that is to be written again, and keeps its bytes.
///
/// # Errors
/// Where the file cannot be read, or all that is wrong with it.
pub fn read_original(path: &Path) -> Result<Original, ReadError> {
    let bytes = read_bytes(path).map_err(|error| ReadError::of(path, error))?;
    let scenario = parse(&bytes).map_err(ReadError::Problems)?;
    Ok(Original {
        bytes: bytes.into(),
        scenario,
    })
}

/// All bytes of a file, or just enough to see that there are too many.
///
/// # Errors
/// Where it cannot be read, or is none but a pipe, say: that would be waited for without end.
pub fn read_bytes(path: &Path) -> io::Result<Vec<u8>> {
    let known = fs::metadata(path)?;
    if known.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if !known.is_file() {
        return Err(ErrorKind::InvalidInput.into());
    }
    bytes(File::open(path)?)
}

/// Reads what is read from elsewhere than a file, such as standard input.
///
/// # Errors
/// Where it cannot be read, or all that is wrong with it; `name` stands for its path.
pub fn read_from(name: &str, reader: impl Read) -> Result<Scenario, ReadError> {
    let bytes = bytes(reader).map_err(|error| ReadError::of(Path::new(name), error))?;
    parse(&bytes).map_err(ReadError::Problems)
}

/// All bytes, or just enough to see that there are too many.
fn bytes(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = LARGEST as u64 + 1;
    reader.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why a scenario file could not be read.
#[derive(Debug)]
pub enum ReadError {
    /// The file itself could not be read.
    Io {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The file is no scenario.
    Problems(Vec<Problem>),
}

impl ReadError {
    fn of(path: &Path, error: io::Error) -> Self {
        Self::Io {
            path: path.to_owned(),
            error,
        }
    }

    /// Is there no such file?
    pub fn is_not_found(&self) -> bool {
        matches!(self, Self::Io { error, .. } if error.kind() == ErrorKind::NotFound)
    }

    /// The error in words: several lines, without a line break at the end.
    pub fn render(&self, file_name: &str, language: Language) -> String {
        match self {
            Self::Io { path, error } => {
                let text = &Text::of(language).problems.reading;
                let sentence = match error.kind() {
                    ErrorKind::NotFound => &text.not_found,
                    ErrorKind::PermissionDenied => &text.not_allowed,
                    ErrorKind::IsADirectory => &text.folder,
                    _ => &text.other,
                };
                sentence.fill(&[("file", &path.display()), ("reason", error)])
            }
            Self::Problems(problems) => {
                let pages = problems.iter();
                let pages: Vec<_> = pages.map(|p| p.render(file_name, language)).collect();
                pages.join("\n")
            }
        }
    }
}

/// Writes a scenario file; see [`write()`].
///
/// # Errors
/// Where the file cannot be written; the old one is then untouched.
pub fn save(path: &Path, scenario: &Scenario) -> io::Result<()> {
    write(path, to_ron(scenario).as_bytes())
}

/// Writes a scenario file unless it is no longer the one that is `expected` there. Where there is
/// no file any more, it is written anew.
///
/// # Errors
/// Where it is another one, cannot be written, or would be too large to be read again; what is there
/// is then untouched.
pub fn save_over(path: &Path, bytes: &[u8], expected: Option<&[u8]>) -> Result<(), SaveError> {
    if bytes.len() > LARGEST {
        return Err(SaveError::Io(ErrorKind::FileTooLarge.into()));
    }
    if let Some(expected) = expected {
        match read_bytes(path) {
            Ok(found) if found != expected => return Err(SaveError::ChangedMeanwhile),
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(SaveError::Io(error)),
        }
    }
    write(path, bytes).map_err(SaveError::Io)
}

/// Why a scenario file could not be saved.
#[derive(Debug)]
pub enum SaveError {
    /// Somebody else has changed it since it was read.
    ChangedMeanwhile,
    /// The system refused.
    Io(io::Error),
}
