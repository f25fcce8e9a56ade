//! Scenario files: read, checked and written. The only file of this layer that touches the disk.

use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind, Read, Write as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use tempfile::NamedTempFile;

use super::encoding::{LARGEST, LIMIT};
use super::fault::{FileFault, SyntaxFault};
pub use super::layout::to_ron;
use super::problem::Problem;
use super::source::Source;
use super::syntax::Finding;
use super::version::{self, Version};
use super::{Scenario, check, encoding, outline, syntax};
use crate::text::{Language, Text};

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

/// No file grows by more where it is laid out as this program does: a character becomes an escape, an
/// entry a line.
const MOST_GROWTH: usize = 20;

/// Reads a scenario file.
///
/// # Errors
/// Where the file cannot be read, or all that is wrong with it.
pub fn read(path: &Path) -> Result<Scenario, ReadError> {
    let failed = |error| ReadError::Io {
        path: path.to_owned(),
        error,
    };
    let file = File::open(path).map_err(failed)?;
    parse(&bytes(file).map_err(failed)?).map_err(ReadError::Problems)
}

/// Reads what is read from elsewhere than a file, such as standard input.
///
/// # Errors
/// Where it cannot be read, or all that is wrong with it; `name` stands for its path.
pub fn read_from(name: &str, reader: impl Read) -> Result<Scenario, ReadError> {
    let bytes = bytes(reader).map_err(|error| ReadError::Io {
        path: PathBuf::from(name),
        error,
    })?;
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

/// Writes a file so that at every moment either the old or the new one is there, whole. A link
/// stays a link, and the permissions of the old file stay.
///
/// # Errors
/// Where the file cannot be written; the old one is then untouched.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = behind_links(path)?;
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut new = new_file(folder, old_permissions(&target)?)?;
    new.write_all(bytes)?;
    new.as_file().sync_all()?;
    put_in_place(new, &target)?;
    sync_folder(folder);
    Ok(())
}

/// More links than this are a circle.
const MOST_LINKS: usize = 40;

/// The file that a path leads to, which need not exist yet.
fn behind_links(path: &Path) -> io::Result<PathBuf> {
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&target) {
            // A relative link counts from its own folder.
            Ok(link) => target = target.parent().unwrap_or(Path::new("")).join(link),
            Err(_) => return Ok(target),
        }
    }
    Err(io::Error::from(ErrorKind::InvalidInput))
}

/// The permissions of the file that is to be replaced, if there is one.
fn old_permissions(target: &Path) -> io::Result<Option<Permissions>> {
    match fs::metadata(target) {
        Ok(old) if old.is_dir() => Err(ErrorKind::IsADirectory.into()),
        Ok(old) if !old.is_file() => Err(ErrorKind::InvalidInput.into()),
        // Replacing it would not ask the file whether it may be written.
        Ok(old) if old.permissions().readonly() => Err(ErrorKind::PermissionDenied.into()),
        Ok(old) => Ok(Some(old.permissions())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// An empty file that vanishes unless it is put in place.
fn new_file(folder: &Path, permissions: Option<Permissions>) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".suanli-").suffix(".tmp");
    #[cfg(unix)]
    if permissions.is_none() {
        use std::os::unix::fs::PermissionsExt as _;
        // As for any new file: whatever the user's mask leaves.
        builder.permissions(Permissions::from_mode(0o666));
    }
    let file = builder.tempfile_in(folder)?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    Ok(file)
}

/// On Windows a virus scanner or indexer may hold the old file for a moment.
const PAUSES: [Duration; 4] = [
    Duration::from_millis(50),
    Duration::from_millis(100),
    Duration::from_millis(250),
    Duration::from_millis(500),
];

fn put_in_place(mut file: NamedTempFile, target: &Path) -> io::Result<()> {
    for pause in PAUSES {
        match file.persist(target) {
            Ok(_) => return Ok(()),
            Err(failed) if cfg!(windows) && failed.error.kind() == ErrorKind::PermissionDenied => {
                file = failed.file;
                thread::sleep(pause);
            }
            Err(failed) => return Err(failed.error),
        }
    }
    file.persist(target)?;
    Ok(())
}

/// Makes sure that the new name of the file survives a power cut. Not all systems can; the file is
/// in place either way.
fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}
