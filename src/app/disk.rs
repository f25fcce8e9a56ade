//! Reading and writing, the one effect that is the same in a window and in a test.

use std::path::{Path, PathBuf};

use super::command::Command;
use super::effect::DiskJob;
use super::settings;
use crate::scenario::file;

/// Carries out a disk job and says what follows.
pub fn perform(job: DiskJob, settings_path: Option<&Path>) -> Option<Command> {
    match job {
        DiskJob::Read(path) => {
            let result = Box::new(file::read(&path));
            Some(Command::Opened { path, result })
        }
        DiskJob::ReadToCompare(path) => {
            let result = Box::new(file::read(&path));
            Some(Command::ReadToCompare { path, result })
        }
        DiskJob::Write { path, scenario } => {
            let result = file::save(&path, &scenario);
            Some(Command::Saved {
                path,
                scenario,
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

/// Where settings are kept on this system, if it has a place for them.
pub fn settings_path() -> Option<PathBuf> {
    let dirs = directories::ProjectDirs::from("", "", "suanli")?;
    Some(dirs.config_dir().join("settings.ron"))
}
