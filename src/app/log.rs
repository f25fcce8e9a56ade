//! The log: what failed, and under which circumstances. It never holds anything of a scenario.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// The name of its file.
const FILE_NAME: &str = "suanli.log";
/// Names of former files, latest first.
const FORMER: [&str; 3] = ["suanli.1.log", "suanli.2.log", "suanli.3.log"];
/// A file that is larger than this becomes a former one.
const LARGEST: u64 = 256 * 1024;

/// The log. Its file is there only once something has been written.
#[derive(Clone, Debug, Default)]
pub struct Log {
    folder: Option<PathBuf>,
    /// The file that stands in where the folder cannot be written.
    stand_in: Arc<OnceLock<PathBuf>>,
}

impl Log {
    /// The log of this user.
    pub fn of_user() -> Self {
        Self {
            folder: state_folder(),
            ..Self::default()
        }
    }

    /// A log in a folder.
    pub fn within(folder: PathBuf) -> Self {
        Self {
            folder: Some(folder),
            ..Self::default()
        }
    }

    /// Its file.
    pub fn path(&self) -> Option<PathBuf> {
        let own = || Some(self.folder.as_deref()?.join(FILE_NAME));
        self.stand_in.get().cloned().or_else(own)
    }

    /// Adds an entry and says in which file it stands.
    ///
    /// # Errors
    /// Where neither the folder nor that of temporary files can be written.
    pub fn write(&self, entry: &str) -> io::Result<PathBuf> {
        let own = self.folder.as_deref().filter(|_| !self.has_stand_in());
        if let Some(path) = own.and_then(|folder| write_within(folder, entry).ok()) {
            return Ok(path);
        }
        let path = self.stand_in()?;
        append(path, entry)?;
        Ok(path.to_owned())
    }

    /// Adds what is worth a line but no file elsewhere.
    pub fn note(&self, line: &str) {
        let written = match (self.stand_in.get(), &self.folder) {
            (Some(path), _) => append(path, line),
            (None, Some(folder)) => write_within(folder, line).map(|_| ()),
            (None, None) => Ok(()),
        };
        // A log that cannot be written is no reason to stop anybody's work.
        drop(written);
    }

    /// Its last lines.
    pub fn last_lines(&self, count: usize) -> Vec<String> {
        let text = self.path().and_then(|path| end_of(&path).ok());
        let text = text.unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        let last = lines.len().saturating_sub(count);
        lines[last..].iter().map(|&line| line.to_owned()).collect()
    }

    fn has_stand_in(&self) -> bool {
        self.stand_in.get().is_some()
    }

    /// A file of our own among temporary ones, made in a way that nobody else can be behind it.
    fn stand_in(&self) -> io::Result<&PathBuf> {
        if let Some(path) = self.stand_in.get() {
            return Ok(path);
        }
        let mut builder = tempfile::Builder::new();
        let file = builder.prefix("suanli-").suffix(".log").tempfile()?;
        let (_, path) = file.keep().map_err(|kept| kept.error)?;
        Ok(self.stand_in.get_or_init(|| path))
    }
}

/// Where the program keeps what is no setting and no document.
pub fn state_folder() -> Option<PathBuf> {
    let dirs = directories::ProjectDirs::from("", "", "suanli")?;
    let folder = dirs.state_dir().unwrap_or(dirs.data_local_dir());
    Some(folder.to_owned())
}

fn write_within(folder: &Path, entry: &str) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let path = folder.join(FILE_NAME);
    if fs::metadata(&path).is_ok_and(|file| file.len() > LARGEST) {
        make_room(folder)?;
    }
    append(&path, entry)?;
    Ok(path)
}

/// Gives every file the name of the one before it; the oldest is gone.
fn make_room(folder: &Path) -> io::Result<()> {
    let names: Vec<&str> = [FILE_NAME].into_iter().chain(FORMER).collect();
    for pair in names.windows(2).rev() {
        match fs::rename(folder.join(pair[0]), folder.join(pair[1])) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// In one piece, so that entries of two programs do not mix.
fn append(path: &Path, entry: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().append(true).create(true).open(path)?;
    file.write_all(format!("{}\n", entry.trim_end()).as_bytes())
}

/// The end of a file, whatever is in it.
fn end_of(path: &Path) -> io::Result<String> {
    const ENOUGH: u64 = 64 * 1024;
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(ENOUGH)))?;
    let mut bytes = Vec::new();
    file.take(ENOUGH).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_does_not_grow_without_end() {
        let folder = tempfile::tempdir().expect("a folder");
        let log = Log::within(folder.path().join("new/state"));
        let entry = "x".repeat(100_000);
        for index in 0..30 {
            log.write(&format!("{index}\n{entry}")).expect("written");
        }
        let files = fs::read_dir(folder.path().join("new/state")).expect("a folder");
        let sizes: Vec<u64> = files
            .map(|file| file.and_then(|file| file.metadata()).expect("a file").len())
            .collect();
        assert_eq!(sizes.len(), 1 + FORMER.len());
        assert!(sizes.iter().all(|&size| size < LARGEST + 200_000));
        log.write("the last line").expect("written");
        assert_eq!(log.last_lines(1), ["the last line"]);
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_no_reason_to_be_silent() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("file");
        fs::write(&file, "").expect("written");
        let log = Log::within(file.join("state"));
        log.note("a trifle makes no file elsewhere");
        assert_eq!(log.path(), Some(file.join("state").join(FILE_NAME)));
        let first = log.write("first").expect("written elsewhere");
        let second = log.write("second").expect("written elsewhere");
        assert_eq!(first, second, "one file for all entries");
        assert_eq!(log.path(), Some(first.clone()));
        assert_eq!(log.last_lines(9), ["first", "second"]);
        fs::remove_file(first).expect("ours");
    }
}
