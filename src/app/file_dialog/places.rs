//! Folders that people keep things in: the system's own, and those they used last.

use std::path::{Path, PathBuf};

use crate::app::App;

/// Recent folders that are offered.
const RECENT: usize = 5;

/// What is kept in a folder. Each kind has the folder it was last in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Scenarios.
    Scenarios,
    /// What was written for others.
    Exports,
}

/// A folder that every system has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The user's own folder.
    Home,
    /// Documents.
    Documents,
    /// What was loaded from the network.
    Downloads,
    /// What lies on the desktop.
    Desktop,
}

/// The user's own folder.
pub fn home() -> Option<PathBuf> {
    let dirs = directories::UserDirs::new()?;
    Some(dirs.home_dir().to_owned())
}

/// The folders that this system has a place for; each only once.
pub fn places() -> Vec<(Place, PathBuf)> {
    let Some(dirs) = directories::UserDirs::new() else {
        return Vec::new();
    };
    let mut places = vec![(Place::Home, dirs.home_dir().to_owned())];
    for (place, folder) in [
        (Place::Documents, dirs.document_dir()),
        (Place::Downloads, dirs.download_dir()),
        (Place::Desktop, dirs.desktop_dir()),
    ] {
        let is_new = |folder: &Path| places.iter().all(|(_, known)| known != folder);
        if let Some(folder) = folder.filter(|folder| is_new(folder)) {
            places.push((place, folder.to_owned()));
        }
    }
    places
}

impl App {
    /// The folder that a dialog starts in: where the user was last with this kind of file.
    pub fn start_folder(&self, kept: Kept) -> PathBuf {
        let document = self.document().path().and_then(Path::parent);
        let folders = &self.settings().folders;
        let (scenarios, exports) = (folders.scenarios.as_deref(), folders.exports.as_deref());
        let last = match kept {
            Kept::Scenarios => document.or(scenarios),
            Kept::Exports => exports.or(document).or(scenarios),
        };
        let documents = || {
            let dirs = directories::UserDirs::new()?;
            Some(dirs.document_dir().unwrap_or(dirs.home_dir()).to_owned())
        };
        let last = last.filter(|folder| folder.is_absolute());
        last.map(Path::to_owned)
            .or_else(documents)
            .unwrap_or_default()
    }

    /// Folders that were used last, each once.
    pub fn recent_folders(&self) -> Vec<PathBuf> {
        let settings = self.settings();
        let last = [&settings.folders.scenarios, &settings.folders.exports];
        let of_files = (settings.recent_files.iter()).filter_map(|file| file.parent());
        let all = last
            .into_iter()
            .flatten()
            .map(PathBuf::as_path)
            .chain(of_files);
        let mut folders: Vec<PathBuf> = Vec::new();
        for folder in all {
            if folders.len() < RECENT && folders.iter().all(|known| known != folder) {
                folders.push(folder.to_owned());
            }
        }
        folders
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Settings;

    #[cfg(unix)]
    #[test]
    fn each_kind_of_file_has_its_last_folder() {
        let mut settings = Settings::default();
        settings.remember_file(Path::new("/worlds/old/a.ron"));
        settings.remember_file(Path::new("/worlds/b.ron"));
        let app = App::new(settings.clone());
        assert_eq!(app.start_folder(Kept::Scenarios), Path::new("/worlds"));
        assert_eq!(app.start_folder(Kept::Exports), Path::new("/worlds"));
        settings.folders.exports = Some("/out".into());
        let app = App::new(settings);
        assert_eq!(app.start_folder(Kept::Scenarios), Path::new("/worlds"));
        assert_eq!(app.start_folder(Kept::Exports), Path::new("/out"));
        let recent = ["/worlds", "/out", "/worlds/old"].map(PathBuf::from);
        assert_eq!(app.recent_folders(), recent);
    }

    #[test]
    fn without_a_last_folder_a_dialog_starts_in_one_that_has_a_root() {
        let folder = App::new(Settings::default()).start_folder(Kept::Scenarios);
        assert!(folder.is_absolute(), "{}", folder.display());
    }
}
