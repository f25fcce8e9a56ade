//! The folder that a report is written to.

use std::fs;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use crate::scenario::file;
use crate::text::{Language, Text};

/// A folder to write to.
#[derive(Debug)]
pub(super) struct Folder<'a> {
    path: &'a Path,
    language: Language,
}

impl<'a> Folder<'a> {
    /// The folder of a path, made where there is none.
    pub fn make(path: &'a Path, language: Language) -> Result<Self, Failure> {
        match fs::create_dir_all(path) {
            Ok(()) => Ok(Self { path, language }),
            Err(error) => Err(not_written(path, &error, language)),
        }
    }

    /// Writes a file, in the place of an older one of its name, and says where it is.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, Failure> {
        let path = self.path.join(name);
        match file::write(&path, bytes) {
            Ok(()) => Ok(path),
            Err(error) => Err(not_written(&path, &error, self.language)),
        }
    }
}

fn not_written(path: &Path, error: &std::io::Error, language: Language) -> Failure {
    let sentence = &Text::of(language).cli.file_not_written;
    Failure::Failed(sentence.fill(&[("file", &path.display()), ("reason", error)]))
}
