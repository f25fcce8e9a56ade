//! What is remembered from one start to the next. Tolerant: whatever cannot be read is as at the
//! first start, and nothing else is.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use ron::value::RawValue;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};

use super::view::Zoom;
use crate::format::Currency;
use crate::report::Span;
use crate::scenario::file;
use crate::text::Language;
use crate::theme::Theme;

/// Files that are remembered.
const RECENT_FILES: usize = 8;
/// No file of settings is larger than this.
const LARGEST: u64 = 256 * 1024;

/// What is remembered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language; the system's where none was chosen.
    #[serde(deserialize_with = "tolerant")]
    pub language: Option<Language>,
    /// Light or dark.
    #[serde(deserialize_with = "tolerant")]
    pub theme: Theme,
    /// The currency of money.
    #[serde(deserialize_with = "tolerant")]
    pub currency: Currency,
    /// The years that charts show.
    #[serde(deserialize_with = "tolerant")]
    pub span: Span,
    /// Do charts carry their fans?
    #[serde(deserialize_with = "tolerant")]
    pub fans: bool,
    /// How large everything is.
    #[serde(deserialize_with = "tolerant")]
    pub zoom: Zoom,
    /// How large the window was.
    #[serde(deserialize_with = "tolerant")]
    pub window: WindowSize,
    /// Is there nothing remembered yet?
    #[serde(skip)]
    pub is_first_start: bool,
    /// What went wrong when they were read.
    #[serde(skip)]
    pub damage: Option<Damage>,
    /// Files that were open, latest first.
    #[serde(deserialize_with = "tolerant_list")]
    pub recent_files: Vec<PathBuf>,
    /// The folders that were last used.
    #[serde(deserialize_with = "tolerant")]
    pub folders: LastFolders,
    /// Is our own file dialog wanted instead of the system's?
    #[serde(deserialize_with = "tolerant")]
    pub built_in_dialog: bool,
}

/// Where somebody was last, for each kind of file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LastFolders {
    /// With a scenario.
    #[serde(deserialize_with = "tolerant")]
    pub scenarios: Option<PathBuf>,
    /// With something written for others.
    #[serde(deserialize_with = "tolerant")]
    pub exports: Option<PathBuf>,
}

/// Why settings are as at the first start although there is a file of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The file was broken; it now has this name.
    SetAside(PathBuf),
    /// The file cannot be read, nor be given another name: it stays, and nothing is written there.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why, in the words of the system.
        reason: String,
    },
}

/// The size of the window.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowSize {
    /// Width and height inside the frame, in points of the system.
    #[serde(deserialize_with = "tolerant")]
    pub size: (f32, f32),
    /// Did it fill the screen?
    #[serde(deserialize_with = "tolerant")]
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

/// A value; that of the first start where there is none or one that means nothing to us, which may
/// be one of a newer version.
fn tolerant<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned + Default,
{
    let raw: Box<RawValue> = Box::deserialize(deserializer)?;
    Ok(raw.into_rust().unwrap_or_default())
}

/// Those of several values that mean something.
fn tolerant_list<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    let raw: Vec<Box<RawValue>> = tolerant(deserializer)?;
    Ok(raw.iter().filter_map(|raw| raw.into_rust().ok()).collect())
}

/// Reads the settings; those of the first start where there are none, or none that can be read.
/// A broken file gets another name, so that nothing is lost that somebody wrote by hand.
pub fn load(path: &Path) -> Settings {
    match read(path) {
        Ok(settings) => settings,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Settings {
            is_first_start: true,
            ..Settings::default()
        },
        Err(error) => Settings {
            damage: Some(match set_aside(path) {
                Ok(aside) => Damage::SetAside(aside),
                Err(_) => Damage::Unreadable {
                    path: path.to_owned(),
                    reason: error.to_string(),
                },
            }),
            ..Settings::default()
        },
    }
}

fn read(path: &Path) -> io::Result<Settings> {
    // A pipe would be waited for.
    if !fs::metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut text = String::new();
    let file = File::open(path)?;
    file.take(LARGEST + 1).read_to_string(&mut text)?;
    if text.len() as u64 > LARGEST {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    ron::from_str(&text).map_err(io::Error::other)
}

/// Gives a broken file a name that no other file has.
fn set_aside(path: &Path) -> io::Result<PathBuf> {
    /// Whoever has so many has another trouble.
    const MOST: u16 = 1000;
    for number in 1..=MOST {
        let aside = path.with_extension(format!("broken-{number}.ron"));
        // The name is taken first: whatever another instance does, nothing is overwritten.
        match OpenOptions::new().write(true).create_new(true).open(&aside) {
            Ok(_) => {
                return match fs::rename(path, &aside) {
                    Ok(()) => Ok(aside),
                    Err(error) => {
                        // Ours, and empty.
                        let _ = fs::remove_file(&aside);
                        Err(error)
                    }
                };
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Writes the settings.
///
/// # Errors
/// Where the folder or the file cannot be written.
pub fn store(path: &Path, settings: &Settings) -> io::Result<()> {
    let text = ron::ser::to_string_pretty(settings, ron::ser::PrettyConfig::default())
        .map_err(io::Error::other)?;
    fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
    file::write(path, text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn within(folder: &tempfile::TempDir) -> PathBuf {
        folder.path().join("settings.ron")
    }

    /// What is loaded from a file that holds this.
    fn of(bytes: &[u8]) -> Settings {
        let folder = tempfile::tempdir().expect("a folder");
        let path = within(&folder);
        fs::write(&path, bytes).expect("written");
        load(&path)
    }

    fn full() -> Settings {
        let mut settings = Settings {
            language: Some(Language::Zh),
            theme: Theme::Dark,
            currency: Currency::Usd.other(),
            span: Span {
                first: 2024,
                last: 2029,
            },
            fans: true,
            built_in_dialog: true,
            zoom: Zoom::from(140),
            window: WindowSize {
                size: (1111.5, 777.25),
                maximized: true,
            },
            ..Settings::default()
        };
        settings.folders.exports = Some(PathBuf::from("/out"));
        for name in ["a.ron", "子/锂 \"电\".ron", "c.ron"] {
            settings.remember_file(Path::new(name));
        }
        settings
    }

    fn text_of(settings: &Settings) -> String {
        ron::ser::to_string_pretty(settings, ron::ser::PrettyConfig::default()).expect("text")
    }

    #[test]
    fn settings_come_back_as_they_were() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("new/settings.ron");
        let mut settings = full();
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
    fn broken_settings_are_set_aside_and_never_over_those_of_before() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = within(&folder);
        for (number, broken) in ["(theme: purple", "\0\0\0", "(theme: dark) more"]
            .iter()
            .enumerate()
        {
            fs::write(&path, broken).expect("written");
            let aside = folder
                .path()
                .join(format!("settings.broken-{}.ron", number + 1));
            let settings = load(&path);
            assert_eq!(settings.damage, Some(Damage::SetAside(aside.clone())));
            assert_eq!((settings.theme, path.exists()), (Theme::default(), false));
            assert_eq!(fs::read_to_string(aside).expect("it is there"), *broken);
        }
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 3);
    }

    #[test]
    fn a_folder_in_the_place_of_settings_is_set_aside_too_or_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = within(&folder);
        fs::create_dir(&path).expect("made");
        let settings = load(&path);
        assert!(settings.damage.is_some() && !settings.is_first_start);
        let left = fs::read_dir(folder.path()).expect("a folder").count();
        assert_eq!(left, 1, "nothing of ours is left behind");
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
    fn one_bad_value_resets_that_value_only() {
        for (good, bad) in [
            ("theme: dark", "theme: solarized"),
            ("theme: dark", "theme: Some([1, {2: \"3\"}])"),
            ("fans: true", "fans: 1"),
            ("built_in_dialog: true", "built_in_dialog: 3"),
            ("exports: Some(\"/out\")", "exports: 7"),
            ("fans: true", "fans: \"true\""),
            ("zoom: 140", "zoom: -140"),
            ("zoom: 140", "zoom: 1e999"),
            ("first: 2024", "first: \"then\""),
            ("maximized: true", "maximized: (1, 2)"),
            ("language: Some(zh)", "language: Some(klingon)"),
            ("\"c.ron\",", "7, \"c.ron\", None,"),
        ] {
            let text = text_of(&full());
            assert!(text.contains(good), "{good} is not in {text}");
            let settings = of(text.replace(good, bad).as_bytes());
            assert_eq!(settings.damage, None, "{bad}");
            let default = Settings::default();
            let mut expected = full();
            match good.split(':').next().expect("a name") {
                "theme" => expected.theme = default.theme,
                "fans" => expected.fans = default.fans,
                "built_in_dialog" => expected.built_in_dialog = default.built_in_dialog,
                "exports" => expected.folders.exports = None,
                "zoom" => expected.zoom = default.zoom,
                "first" => expected.span = default.span,
                "maximized" => expected.window.maximized = default.window.maximized,
                "language" => expected.language = default.language,
                _ => {}
            }
            assert_eq!(settings, expected, "{bad}");
        }
    }

    #[test]
    fn settings_of_another_version_keep_what_is_known() {
        let newer = "(theme: dark, gravity: 9.81, planets: [(name: \"Mars\"), Some(Venus)])";
        let settings = of(newer.as_bytes());
        assert_eq!((settings.theme, settings.damage), (Theme::Dark, None));
    }

    #[test]
    fn settings_that_are_far_too_large_do_not_hold_up_the_start() {
        let huge = format!("(theme: dark, x: {})", "[".repeat(300_000));
        assert!(matches!(
            of(huge.as_bytes()).damage,
            Some(Damage::SetAside(_))
        ));
        let deep = format!("(theme: dark, x: {})", "[".repeat(100_000));
        assert!(matches!(
            of(deep.as_bytes()).damage,
            Some(Damage::SetAside(_))
        ));
    }

    proptest! {
        #[test]
        fn any_bytes_are_settings(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let settings = of(&bytes);
            prop_assert!(!settings.is_first_start);
        }

        #[test]
        fn settings_that_were_changed_anywhere_are_settings(
            place in any::<prop::sample::Index>(),
            length in 0..12_usize,
            new in prop::collection::vec(any::<u8>(), 0..12),
        ) {
            let mut bytes = text_of(&full()).into_bytes();
            let from = place.index(bytes.len());
            let to = bytes.len().min(from + length);
            bytes.splice(from..to, new);
            let (width, height) = of(&bytes).window.possible();
            prop_assert!(width >= WindowSize::LEAST.0 && height >= WindowSize::LEAST.1);
        }

        #[test]
        fn settings_that_were_cut_off_are_settings(place in any::<prop::sample::Index>()) {
            let bytes = text_of(&full()).into_bytes();
            let settings = of(&bytes[..place.index(bytes.len())]);
            prop_assert!(settings.damage.is_some() || settings == full());
        }

        #[test]
        fn whatever_is_remembered_comes_back(
            (width, height) in (any::<f32>(), any::<f32>()),
            percent in any::<u16>(),
            (first, last) in (any::<u16>(), any::<u16>()),
            names in prop::collection::vec("\\PC{1,20}", 0..8),
        ) {
            let mut settings = Settings {
                span: Span { first, last },
                zoom: Zoom::from(percent),
                ..full()
            };
            settings.window.size = (width, height);
            settings.recent_files = names.into_iter().map(PathBuf::from).collect();
            let folder = tempfile::tempdir().expect("a folder");
            store(&within(&folder), &settings).expect("written");
            prop_assert_eq!(load(&within(&folder)), settings);
        }
    }
}
