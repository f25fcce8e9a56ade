//! Folders as the built-in file dialog sees them: what is in them, and whether a path will do.
//!
//! A folder may have 100,000 files, or lie on a network that is gone: each is read on a thread of
//! its own, so that neither the window nor the next folder waits for it.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

/// So many folders may keep us waiting at once; then no further one is tried until one answers.
const MOST_PENDING: usize = 16;

/// What a path is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// How files end that will do; the first is added where it is missing. `None`: any folder.
    pub ending: Option<&'static str>,
    /// Is something written?
    pub writes: bool,
}

/// Something in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// The same without capital letters, as it is looked for.
    pub(super) lower: String,
    /// Is it a folder itself?
    pub is_folder: bool,
}

/// What is in a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Folders first, then the files that will do, each by their names.
    pub entries: Vec<Entry>,
    /// How many other files there are.
    pub others: usize,
    /// May files be written there?
    pub is_writable: bool,
}

/// Why a path will not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderProblem {
    /// The folder does not exist.
    Missing {
        /// Can it be made?
        can_be_made: bool,
    },
    /// It is a file.
    IsFile,
    /// There is a folder of the name that the file would have.
    IsFolder,
    /// Nobody but others may look into it.
    Forbidden,
    /// Nothing may be written in it.
    ReadOnly,
    /// The file that is to be opened does not exist.
    NoFile,
    /// The system says something else.
    Other(String),
}

/// What may be done with a path that somebody confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// It is what is wanted: this is it, complete.
    Good(PathBuf),
    /// It is a folder, and a file is wanted.
    Folder,
    /// There is a file that would be overwritten.
    Exists(PathBuf),
    /// It will not do.
    Problem(FolderProblem),
}

/// What comes back from a thread.
#[derive(Debug)]
pub enum Answer {
    /// A folder was read.
    Read(PathBuf, Result<Listing, FolderProblem>),
    /// A path was judged.
    Judged(PathBuf, Judgement),
}

/// What a thread was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asked {
    Read(PathBuf),
    Judge(PathBuf),
}

/// Reads a folder.
type Read = fn(&Path, Wanted) -> Result<Listing, FolderProblem>;

/// Reads folders and judges paths in the background.
pub struct FolderReader {
    sender: Sender<Answer>,
    answers: Receiver<Answer>,
    /// Those that have not answered, so that a folder that hangs is asked once.
    pending: Vec<Asked>,
    wake: Arc<dyn Fn() + Send + Sync>,
    read: Read,
}

impl FolderReader {
    /// A reader that calls `wake` when there is an answer.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self::with(read, wake)
    }

    /// The same with another way to read a folder.
    pub(super) fn with(read: Read, wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (sender, answers) = mpsc::channel();
        Self {
            sender,
            answers,
            pending: Vec::new(),
            wake: Arc::new(wake),
            read,
        }
    }

    /// Has a folder read. False where too many have not answered: try again.
    pub fn read(&mut self, folder: &Path, wanted: Wanted) -> bool {
        let (read, path) = (self.read, folder.to_owned());
        self.start(Asked::Read(path.clone()), move || {
            let listing = read(&path, wanted);
            Answer::Read(path, listing)
        })
    }

    /// Has a path judged; where `make_folder`, its folder is made first.
    pub fn judge(&mut self, path: &Path, wanted: Wanted, make_folder: bool) -> bool {
        let own = path.to_owned();
        self.start(Asked::Judge(own.clone()), move || {
            let judgement = match make_folder.then(|| make(&own, wanted)) {
                Some(Err(error)) => Judgement::Problem(problem(&error)),
                _ => judge(&own, wanted),
            };
            Answer::Judged(own, judgement)
        })
    }

    /// What has been answered since the last time.
    pub fn answers(&mut self) -> Vec<Answer> {
        let answers: Vec<Answer> = self.answers.try_iter().collect();
        for answer in &answers {
            let asked = match answer {
                Answer::Read(path, _) => Asked::Read(path.clone()),
                Answer::Judged(path, _) => Asked::Judge(path.clone()),
            };
            self.pending.retain(|pending| *pending != asked);
        }
        answers
    }

    fn start(&mut self, asked: Asked, work: impl FnOnce() -> Answer + Send + 'static) -> bool {
        if self.pending.contains(&asked) {
            return true;
        }
        if self.pending.len() >= MOST_PENDING {
            return false;
        }
        let (sender, wake) = (self.sender.clone(), Arc::clone(&self.wake));
        let thread = thread::Builder::new().name("folder".to_owned());
        let started = thread.spawn(move || {
            // Where the dialog is closed nobody waits for the answer.
            let _ = sender.send(work());
            wake();
        });
        if started.is_ok() {
            self.pending.push(asked);
        }
        started.is_ok()
    }
}

/// What is in a folder, as far as it is wanted.
///
/// # Errors
/// Where it cannot be read.
pub fn read(folder: &Path, wanted: Wanted) -> Result<Listing, FolderProblem> {
    let read = match fs::read_dir(folder) {
        Ok(read) => read,
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(missing(folder)),
        Err(error) => return Err(problem(&error)),
    };
    let mut listing = Listing {
        is_writable: is_writable(folder),
        ..Listing::default()
    };
    for entry in read.filter_map(Result::ok) {
        // A name that is no text cannot be typed.
        let Ok(name) = entry.file_name().into_string() else {
            listing.others += 1;
            continue;
        };
        let is_folder = is_folder(&entry);
        if is_folder || will_do(&name, wanted) {
            let lower = name.to_lowercase();
            listing.entries.push(Entry {
                name,
                lower,
                is_folder,
            });
        } else {
            listing.others += 1;
        }
    }
    (listing.entries).sort_unstable_by(|one, other| {
        let folders_first = other.is_folder.cmp(&one.is_folder);
        folders_first.then_with(|| one.lower.cmp(&other.lower))
    });
    Ok(listing)
}

/// Links count as what they lead to.
fn is_folder(entry: &fs::DirEntry) -> bool {
    match entry.file_type() {
        Ok(kind) if kind.is_symlink() => entry.path().is_dir(),
        Ok(kind) => kind.is_dir(),
        Err(_) => false,
    }
}

fn will_do(name: &str, wanted: Wanted) -> bool {
    let (Some(ending), Some(own)) = (wanted.ending, Path::new(name).extension()) else {
        return false;
    };
    own.eq_ignore_ascii_case(ending)
}

/// What may be done with a path.
pub fn judge(path: &Path, wanted: Wanted) -> Judgement {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() && wanted.ending.is_some() => return Judgement::Folder,
        Ok(found) if found.is_dir() && !is_writable(path) => {
            return Judgement::Problem(FolderProblem::ReadOnly);
        }
        Ok(found) if found.is_dir() => return Judgement::Good(path.to_owned()),
        Ok(_) if wanted.ending.is_none() => {
            return Judgement::Problem(FolderProblem::IsFile);
        }
        Ok(_) if !wanted.writes => return Judgement::Good(path.to_owned()),
        Err(error) if error.kind() != ErrorKind::NotFound => {
            return Judgement::Problem(problem(&error));
        }
        _ => {}
    }
    let complete = super::typed_path::with_ending(path, wanted.ending);
    let folder = if wanted.ending.is_none() {
        path
    } else {
        path.parent().unwrap_or(path)
    };
    match fs::metadata(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => Judgement::Problem(missing(folder)),
        Err(error) => Judgement::Problem(problem(&error)),
        Ok(found) if !found.is_dir() => Judgement::Problem(FolderProblem::IsFile),
        Ok(_) if !wanted.writes && complete.exists() => Judgement::Good(complete),
        Ok(_) if !wanted.writes => Judgement::Problem(FolderProblem::NoFile),
        Ok(_) if !is_writable(folder) => Judgement::Problem(FolderProblem::ReadOnly),
        Ok(_) if complete.is_dir() => Judgement::Problem(FolderProblem::IsFolder),
        Ok(_) if complete.exists() => Judgement::Exists(complete),
        Ok(_) => Judgement::Good(complete),
    }
}

fn make(path: &Path, wanted: Wanted) -> io::Result<()> {
    match wanted.ending {
        Some(_) => fs::create_dir_all(path.parent().unwrap_or(path)),
        None => fs::create_dir_all(path),
    }
}

/// A folder that is not there: it can be made where the nearest one above it can be written in.
fn missing(folder: &Path) -> FolderProblem {
    let above = folder.ancestors().find(|above| above.exists());
    FolderProblem::Missing {
        can_be_made: above.is_some_and(|above| above.is_dir() && is_writable(above)),
    }
}

fn problem(error: &io::Error) -> FolderProblem {
    match error.kind() {
        ErrorKind::NotFound => FolderProblem::Missing { can_be_made: false },
        ErrorKind::PermissionDenied => FolderProblem::Forbidden,
        ErrorKind::NotADirectory => FolderProblem::IsFile,
        ErrorKind::ReadOnlyFilesystem => FolderProblem::ReadOnly,
        _ => FolderProblem::Other(error.to_string()),
    }
}

/// May files be written in a folder?
#[cfg(unix)]
fn is_writable(folder: &Path) -> bool {
    use rustix::fs::{Access, access};
    access(folder, Access::WRITE_OK | Access::EXEC_OK).is_ok()
}

/// Where only trying would tell, saving tells.
#[cfg(not(unix))]
fn is_writable(_folder: &Path) -> bool {
    true
}

#[cfg(test)]
pub(super) mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    pub const OPEN: Wanted = Wanted {
        ending: Some("ron"),
        writes: false,
    };
    pub const SAVE: Wanted = Wanted {
        writes: true,
        ..OPEN
    };
    const FOLDER: Wanted = Wanted {
        ending: None,
        writes: true,
    };

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["b.ron", "A.RON", "notes.txt", ".hidden.ron", "bare"] {
            fs::write(folder.path().join(name), "").expect("written");
        }
        for name in ["worlds", "Archive"] {
            fs::create_dir(folder.path().join(name)).expect("made");
        }
        folder
    }

    #[test]
    fn folders_come_first_then_the_files_that_will_do() {
        let folder = folder();
        let names = |wanted| {
            let listing = read(folder.path(), wanted).expect("read");
            let names = listing.entries.iter().map(|entry| entry.name.clone());
            (names.collect::<Vec<_>>().join(" "), listing.others)
        };
        let files = "Archive worlds .hidden.ron A.RON b.ron";
        assert_eq!(names(OPEN), (files.to_owned(), 2));
        assert_eq!(names(SAVE), (files.to_owned(), 2));
        assert_eq!(names(FOLDER), ("Archive worlds".to_owned(), 5));
    }

    #[cfg(unix)]
    #[test]
    fn links_count_as_what_they_lead_to() {
        let folder = folder();
        let link = |name: &str, to: &str| {
            std::os::unix::fs::symlink(folder.path().join(to), folder.path().join(name))
        };
        link("to a folder", "worlds").expect("a link");
        link("to nothing.ron", "gone").expect("a link");
        let listing = read(folder.path(), OPEN).expect("read");
        let is_folder = |name: &str| {
            let mut all = listing.entries.iter();
            all.find(|entry| entry.name == name)
                .map(|entry| entry.is_folder)
        };
        assert_eq!(is_folder("to a folder"), Some(true));
        assert_eq!(is_folder("to nothing.ron"), Some(false));
    }

    #[test]
    fn paths_are_judged_by_what_is_there_and_what_is_wanted() {
        let folder = folder();
        let at = |name: &str| folder.path().join(name);
        let new_folder = FolderProblem::Missing { can_be_made: true };
        let problem = Judgement::Problem;
        for (name, wanted, judgement) in [
            ("b.ron", OPEN, Judgement::Good(at("b.ron"))),
            ("b", OPEN, Judgement::Good(at("b.ron"))),
            ("bare", OPEN, Judgement::Good(at("bare"))),
            ("worlds", OPEN, Judgement::Folder),
            ("c.ron", OPEN, problem(FolderProblem::NoFile)),
            ("gone/c.ron", OPEN, problem(new_folder.clone())),
            ("b.ron/c.ron", OPEN, problem(FolderProblem::IsFile)),
            ("c", SAVE, Judgement::Good(at("c.ron"))),
            ("b", SAVE, Judgement::Exists(at("b.ron"))),
            ("b.ron", SAVE, Judgement::Exists(at("b.ron"))),
            ("notes.txt", SAVE, Judgement::Good(at("notes.txt.ron"))),
            ("worlds", SAVE, Judgement::Folder),
            ("gone/far/c", SAVE, problem(new_folder.clone())),
            ("worlds", FOLDER, Judgement::Good(at("worlds"))),
            ("b.ron", FOLDER, problem(FolderProblem::IsFile)),
            ("gone", FOLDER, problem(new_folder)),
        ] {
            assert_eq!(judge(&at(name), wanted), judgement, "{name}");
        }
    }

    #[test]
    fn a_folder_is_made_where_that_was_confirmed() {
        let folder = folder();
        let path = folder.path().join("new/far/c.ron");
        let mut reader = FolderReader::new(|| {});
        assert!(reader.judge(&path, SAVE, true));
        let Answer::Judged(_, judgement) = next(&mut reader) else {
            panic!("nothing was judged");
        };
        assert_eq!(judgement, Judgement::Good(path.clone()));
        assert!(folder.path().join("new/far").is_dir() && !path.exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_cannot_be_written_in_is_known_before_anything_is_written() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = folder();
        let locked = folder.path().join("worlds");
        fs::set_permissions(&locked, fs::Permissions::from_mode(0o555)).expect("locked");
        // Whoever may do everything is not kept out by permissions.
        if fs::write(locked.join("probe"), "").is_ok() {
            return;
        }
        assert!(!read(&locked, SAVE).expect("read").is_writable);
        let read_only = Judgement::Problem(FolderProblem::ReadOnly);
        assert_eq!(judge(&locked.join("c"), SAVE), read_only);
        let no_way = FolderProblem::Missing { can_be_made: false };
        assert_eq!(read(&locked.join("new"), SAVE), Err(no_way));
    }

    #[test]
    fn a_folder_that_hangs_is_asked_once_and_keeps_no_other_one_waiting() {
        static ASKED: AtomicUsize = AtomicUsize::new(0);
        fn hanging(folder: &Path, wanted: Wanted) -> Result<Listing, FolderProblem> {
            if folder.ends_with("gone") {
                ASKED.fetch_add(1, Ordering::SeqCst);
                thread::sleep(Duration::from_mins(10));
            }
            read(&std::env::temp_dir(), wanted)
        }
        let mut reader = FolderReader::with(hanging, || {});
        for _ in 0..100 {
            assert!(reader.read(Path::new("/net/gone"), OPEN));
        }
        assert!(reader.read(Path::new("/here"), OPEN));
        let Answer::Read(folder, _) = next(&mut reader) else {
            panic!("nothing was read");
        };
        assert_eq!(folder, Path::new("/here"));
        for index in 1..MOST_PENDING {
            assert!(reader.read(&PathBuf::from(format!("/net/{index}/gone")), OPEN));
        }
        assert!(!reader.read(Path::new("/net/more/gone"), OPEN));
        assert!(ASKED.load(Ordering::SeqCst) <= MOST_PENDING);
    }

    fn next(reader: &mut FolderReader) -> Answer {
        for _ in 0..2_000 {
            if let Some(answer) = reader.answers().pop() {
                return answer;
            }
            thread::sleep(Duration::from_millis(5));
        }
        panic!("no answer");
    }
}
