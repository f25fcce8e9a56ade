//! The folder that a report is written to: its files, and names for them.

use std::collections::HashSet;
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

/// Names for files that every system accepts, each given once.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// In small letters: to many systems `A` and `a` are one name.
    given: HashSet<String>,
}

/// Longer names are cut, so that even in Chinese an ending finds room.
const LONGEST: usize = 60;
/// The name where nothing is left of a title.
const NAMELESS: &str = "scenario";
/// Names that Windows keeps for devices, with or without an ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

impl Names {
    /// A name made from a title: letters, digits, `_` and `-`, with a number where it was given
    /// before.
    pub fn for_title(&mut self, title: &str) -> String {
        let plain = plain_name(title);
        let numbered = (2..).map(|number| format!("{plain}-{number}"));
        let mut names = std::iter::once(plain.clone()).chain(numbered);
        let is_new = |name: &String| self.given.insert(name.to_lowercase());
        names.find(is_new).unwrap_or(plain)
    }
}

fn plain_name(title: &str) -> String {
    let plain = |character: char| match character {
        letter if letter.is_alphanumeric() => letter,
        '-' => '-',
        _ => '_',
    };
    let name: String = title.trim().chars().map(plain).take(LONGEST).collect();
    let name = name.trim_matches('_');
    if name.is_empty() {
        return NAMELESS.to_owned();
    }
    let without_number = name.trim_end_matches(|c: char| c.is_ascii_digit());
    if DEVICES.contains(&without_number.to_lowercase().as_str()) {
        format!("{NAMELESS}_{name}")
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_of_letters_and_digits() {
        for (title, name) in [
            ("export_ban", "export_ban"),
            ("Export ban (2.0)", "Export_ban__2_0"),
            ("出口禁令", "出口禁令"),
            ("../../etc/passwd", "etc_passwd"),
            ("  ", "scenario"),
            ("???", "scenario"),
            ("CON", "scenario_CON"),
            ("lpt1", "scenario_lpt1"),
            ("console", "console"),
        ] {
            assert_eq!(Names::default().for_title(title), name);
        }
        let long = Names::default().for_title(&"算".repeat(300));
        assert_eq!(long.chars().count(), LONGEST);
    }

    #[test]
    fn no_name_is_given_twice() {
        let mut names = Names::default();
        let given = ["a", "A", "a", "a-2", "b"].map(|title| names.for_title(title));
        assert_eq!(given, ["a", "A-2", "a-3", "a-2-2", "b"]);
    }
}
