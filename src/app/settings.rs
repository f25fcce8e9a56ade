//! What is remembered from one start to the next. Tolerant: a damaged file means defaults.

use std::path::{Path, PathBuf};
use std::{fs, io};

use serde::{Deserialize, Serialize};

use super::view::Zoom;
use crate::format::Currency;
use crate::report::Span;
use crate::text::Language;
use crate::theme::Theme;

/// Files that are remembered.
const RECENT_FILES: usize = 8;

/// What is remembered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language; the system's where none was chosen.
    pub language: Option<Language>,
    /// Light or dark.
    pub theme: Theme,
    /// The currency of money.
    pub currency: Currency,
    /// The years that charts show.
    pub span: Span,
    /// Do charts carry their fans?
    pub fans: bool,
    /// How large everything is.
    pub zoom: Zoom,
    /// How large the window was.
    pub window: WindowSize,
    /// Is there nothing remembered yet?
    #[serde(skip)]
    pub is_first_start: bool,
    /// Files that were open, latest first.
    pub recent_files: Vec<PathBuf>,
    /// The folders that were last used.
    pub folders: LastFolders,
    /// Is our own file dialog wanted instead of the system's?
    pub built_in_dialog: bool,
}

/// Where somebody was last, for each kind of file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LastFolders {
    /// With a scenario.
    pub scenarios: Option<PathBuf>,
    /// With something written for others.
    pub exports: Option<PathBuf>,
}

/// The size of the window.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowSize {
    /// Width and height inside the frame, in points of the system.
    pub size: (f32, f32),
    /// Did it fill the screen?
    pub maximized: bool,
}

impl WindowSize {
    /// The least size at which everything is at hand.
    pub const LEAST: (f32, f32) = (900.0, 600.0);
    /// No screen is larger than this.
    const MOST: f32 = 16_384.0;

    /// The size as a window can have it, whatever the file of the settings says.
    pub fn possible(self) -> (f32, f32) {
        let (width, height) = self.size;
        // `max` first: it takes the other one where a size is no number.
        let within = |size: f32, least: f32| size.max(least).min(Self::MOST);
        (within(width, Self::LEAST.0), within(height, Self::LEAST.1))
    }
}

impl Default for WindowSize {
    fn default() -> Self {
        Self {
            size: (1440.0, 900.0),
            maximized: false,
        }
    }
}

impl Settings {
    /// Puts a file in front of the recent ones.
    pub fn remember_file(&mut self, path: &Path) {
        self.folders.scenarios = path.parent().map(Path::to_owned);
        self.forget_file(path);
        self.recent_files.insert(0, path.to_owned());
        self.recent_files.truncate(RECENT_FILES);
    }

    /// Takes a file off the recent ones.
    pub fn forget_file(&mut self, path: &Path) {
        self.recent_files.retain(|recent| recent != path);
    }
}

/// Reads the settings; defaults where there are none, or none that can be read.
pub fn load(path: &Path) -> Settings {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            return Settings {
                is_first_start: error.kind() == io::ErrorKind::NotFound,
                ..Settings::default()
            };
        }
    };
    ron::from_str(&text).unwrap_or_else(|_| {
        // Set aside, so that a hand-edited file is not overwritten for one slip.
        let _ = fs::rename(path, path.with_extension("broken.ron"));
        Settings::default()
    })
}

/// Writes the settings.
///
/// # Errors
/// Where the folder or the file cannot be written.
pub fn store(path: &Path, settings: &Settings) -> io::Result<()> {
    let text = ron::ser::to_string_pretty(settings, ron::ser::PrettyConfig::default())
        .map_err(io::Error::other)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let file = tempfile::NamedTempFile::new_in(folder)?;
    fs::write(file.path(), text)?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_as_they_were() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("new/settings.ron");
        let mut settings = Settings {
            language: Some(Language::Zh),
            ..Settings::default()
        };
        for index in 0..12 {
            settings.remember_file(Path::new(&format!("{index}.ron")));
        }
        settings.remember_file(Path::new("9.ron"));
        assert_eq!(settings.recent_files.len(), RECENT_FILES);
        assert_eq!(settings.recent_files[0], Path::new("9.ron"));
        store(&path, &settings).expect("written");
        assert_eq!(load(&path), settings);
    }

    #[test]
    fn broken_settings_are_set_aside() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("settings.ron");
        fs::write(&path, "(theme: purple").expect("written");
        assert_eq!(load(&path), Settings::default());
        assert!(!path.exists() && folder.path().join("settings.broken.ron").exists());
    }

    #[test]
    fn sizes_that_no_window_can_have_become_possible_ones() {
        for (size, possible) in [
            ((1440.0, 900.0), (1440.0, 900.0)),
            ((f32::NAN, -3.0), WindowSize::LEAST),
            ((f32::INFINITY, 1e30), (16_384.0, 16_384.0)),
        ] {
            let maximized = false;
            assert_eq!(WindowSize { size, maximized }.possible(), possible);
        }
    }

    #[test]
    fn settings_of_another_version_keep_what_is_known() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("settings.ron");
        fs::write(&path, "(theme: dark, gravity: 9.81)").expect("written");
        assert_eq!(load(&path).theme, Theme::Dark);
    }
}
