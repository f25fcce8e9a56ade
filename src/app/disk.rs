//! Reading and writing, the one effect that is the same in a window and in a test.

use std::path::{Path, PathBuf};

use super::command::Command;
use super::effect::DiskJob;
use super::settings;
use crate::scenario::file::{self, SaveError};

/// Carries out a disk job and says what follows.
pub fn perform(job: DiskJob, settings_path: Option<&Path>) -> Option<Command> {
    match job {
        DiskJob::Read(path) => {
            let result = Box::new(file::read_original(&path));
            Some(Command::Opened { path, result })
        }
        DiskJob::ReadAgain(path) => {
            let result = Box::new(file::read_original(&path));
            Some(Command::FoundOutside { path, result })
        }
        DiskJob::ReadToCompare(path) => {
            let result = Box::new(file::read(&path));
            Some(Command::ReadToCompare { path, result })
        }
        DiskJob::Write {
            path,
            original,
            expected,
            keeps_copy,
        } => {
            let result = write(&path, &original.bytes, expected.as_deref(), keeps_copy);
            Some(Command::Saved {
                path,
                original,
                result,
            })
        }
        DiskJob::Remember(settings) => {
            // Settings are a convenience: a full disk must not stop anybody's work.
            let _ = settings_path.map(|path| settings::store(path, &settings));
            None
        }
    }
}

/// Writes a scenario file; gives the copy of the old one, where one was to be kept.
fn write(
    path: &Path,
    bytes: &[u8],
    expected: Option<&[u8]>,
    keeps_copy: bool,
) -> Result<Option<PathBuf>, SaveError> {
    let copy = if keeps_copy && path.exists() {
        Some(file::back_up(path).map_err(SaveError::Io)?)
    } else {
        None
    };
    file::save_over(path, bytes, expected)?;
    Ok(copy)
}

/// Where settings are kept on this system, if it has a place for them.
pub fn settings_path() -> Option<PathBuf> {
    let dirs = directories::ProjectDirs::from("", "", "suanli")?;
    Some(dirs.config_dir().join("settings.ron"))
}
