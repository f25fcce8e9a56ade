//! Files are written so that at every moment either the old or the new one is there, whole.

use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use tempfile::NamedTempFile;

/// Writes a file so that at every moment either the old or the new one is there, whole. A link
/// stays a link, and the permissions of the old file stay.
///
/// # Errors
/// Where the file cannot be written; the old one is then untouched.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_to(&Disk, path, bytes)
}

/// Keeps a copy of what a file holds beside it, under a name that no file has; gives that name.
///
/// # Errors
/// Where the file cannot be read, or the copy not be written.
pub fn back_up(path: &Path) -> io::Result<PathBuf> {
    let bytes = fs::read(path)?;
    let copy = free_name(path)?;
    write(&copy, &bytes)?;
    Ok(copy)
}

/// More copies than this of one file are a mistake.
const MOST_COPIES: usize = 1000;

/// `name.ron.bak`, or with the first number behind it that is free.
fn free_name(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or(ErrorKind::InvalidInput)?;
    let copy = |number: usize| {
        let mut copy = name.to_owned();
        copy.push(".bak");
        if number > 1 {
            copy.push(number.to_string());
        }
        path.with_file_name(copy)
    };
    let mut names = (1..=MOST_COPIES).map(copy);
    let is_free = |name: &PathBuf| fs::symlink_metadata(name).is_err();
    Ok(names.find(is_free).ok_or(ErrorKind::AlreadyExists)?)
}

/// The steps of writing, each of which may fail: on a real disk as systems do it, in tests at will.
trait Steps {
    /// An empty file in a folder, which vanishes unless it is put in place.
    fn create(&self, folder: &Path, permissions: Option<Permissions>) -> io::Result<NamedTempFile> {
        create(folder, permissions)
    }

    /// Puts the bytes into it.
    fn fill(&self, file: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    /// Waits until they are on the disk.
    fn sync(&self, file: &NamedTempFile) -> io::Result<()> {
        file.as_file().sync_all()
    }

    /// Gives it the name of the target, whose old file is gone then.
    fn put_in_place(&self, file: NamedTempFile, target: &Path) -> io::Result<()> {
        put_in_place(file, target)
    }

    /// Makes sure that the new name survives a power cut.
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if cfg!(unix) {
            File::open(folder)?.sync_all()?;
        }
        Ok(())
    }
}

/// The real disk.
struct Disk;

impl Steps for Disk {}

fn write_to(steps: &impl Steps, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = behind_links(path)?;
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut new = steps.create(folder, old_permissions(&target)?)?;
    steps.fill(&mut new, bytes)?;
    steps.sync(&new)?;
    steps.put_in_place(new, &target)?;
    // Not all systems can; the file is in place either way.
    let _ = steps.sync_folder(folder);
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
fn create(folder: &Path, permissions: Option<Permissions>) -> io::Result<NamedTempFile> {
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

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use tempfile::TempDir;

    use super::*;

    /// Fails at the step of a number, the first being 0.
    struct Failing {
        at: usize,
        passed: Cell<usize>,
    }

    impl Failing {
        fn at(at: usize) -> Self {
            Self {
                at,
                passed: Cell::new(0),
            }
        }

        fn step(&self) -> io::Result<()> {
            let number = self.passed.replace(self.passed.get() + 1);
            if number == self.at {
                return Err(ErrorKind::StorageFull.into());
            }
            Ok(())
        }
    }

    impl Steps for Failing {
        fn create(
            &self,
            folder: &Path,
            permissions: Option<Permissions>,
        ) -> io::Result<NamedTempFile> {
            self.step()?;
            create(folder, permissions)
        }

        /// A full disk takes a part of the bytes.
        fn fill(&self, file: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()> {
            file.write_all(&bytes[..bytes.len() / 2])?;
            self.step()?;
            file.write_all(&bytes[bytes.len() / 2..])
        }

        fn sync(&self, file: &NamedTempFile) -> io::Result<()> {
            self.step()?;
            file.as_file().sync_all()
        }

        fn put_in_place(&self, file: NamedTempFile, target: &Path) -> io::Result<()> {
            self.step()?;
            put_in_place(file, target)
        }

        fn sync_folder(&self, _: &Path) -> io::Result<()> {
            self.step()
        }
    }

    /// How many steps there are before the new file is in place.
    const STEPS: usize = 4;

    fn folder() -> TempDir {
        tempfile::tempdir().expect("a folder")
    }

    fn names(folder: &TempDir) -> Vec<String> {
        let entries = fs::read_dir(folder.path()).expect("a folder");
        let name = |entry: io::Result<fs::DirEntry>| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        };
        let mut names: Vec<String> = entries.map(name).collect();
        names.sort();
        names
    }

    #[test]
    fn a_fault_at_any_step_leaves_the_old_file_and_nothing_else() {
        for at in 0..STEPS {
            let folder = folder();
            let path = folder.path().join("a.ron");
            fs::write(&path, "old").expect("written");
            let error = write_to(&Failing::at(at), &path, b"newer").expect_err("a fault");
            assert_eq!(error.kind(), ErrorKind::StorageFull, "step {at}");
            assert_eq!(fs::read(&path).expect("a file"), b"old", "step {at}");
            assert_eq!(names(&folder), ["a.ron"], "step {at}");
        }
    }

    #[test]
    fn a_fault_at_any_step_of_a_first_save_leaves_nothing() {
        for at in 0..STEPS {
            let folder = folder();
            let path = folder.path().join("a.ron");
            write_to(&Failing::at(at), &path, b"new").expect_err("a fault");
            assert!(names(&folder).is_empty(), "step {at}: {:?}", names(&folder));
        }
    }

    /// The folder cannot be synced on some systems: what was written is in place, and counts.
    #[test]
    fn a_folder_that_cannot_be_synced_is_no_fault() {
        let folder = folder();
        let path = folder.path().join("a.ron");
        let steps = Failing::at(STEPS);
        write_to(&steps, &path, b"new").expect("written");
        assert_eq!(steps.passed.get(), STEPS + 1, "another step is not tried");
        assert_eq!(fs::read(&path).expect("a file"), b"new");
    }

    #[test]
    fn copies_get_names_that_are_free() {
        let folder = folder();
        let path = folder.path().join("a.ron");
        for (text, name) in [("1", "a.ron.bak"), ("2", "a.ron.bak2"), ("3", "a.ron.bak3")] {
            fs::write(&path, text).expect("written");
            let copy = back_up(&path).expect("a copy");
            assert_eq!(copy, folder.path().join(name));
            assert_eq!(fs::read_to_string(copy).expect("a file"), text);
        }
        assert!(back_up(&folder.path().join("none.ron")).is_err());
    }
}
