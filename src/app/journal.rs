//! Unsaved work on disk: should the program die, the next start brings it back.
//!
//! Every running program has a file of its own in the journal's folder, and holds a lock beside it:
//! a file whose lock nobody holds was left by one that died.

use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use jiff::{Timestamp, ZonedDateTime};
use serde::{Deserialize, Serialize};

use super::Command;
use crate::scenario::Scenario;
use crate::scenario::file::{self, Original, to_ron};

/// Changes that follow each other sooner than this are written as one.
const PAUSE: Duration = Duration::from_millis(500);
/// The version of the entries.
const VERSION: u32 = 1;

/// Work that is not saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Unsaved {
    /// The file of the scenario, if it has one.
    pub path: Option<PathBuf>,
    /// The scenario as it stands.
    pub scenario: Scenario,
}

/// Unsaved work of a program that died.
#[derive(Clone, Debug)]
pub struct Recovered {
    /// Its entry in the journal.
    pub id: String,
    /// When it was written last.
    pub written: Timestamp,
    /// The work.
    pub unsaved: Unsaved,
    /// Its file; none where it has none, or none that can be read.
    pub original: Option<Original>,
}

/// An entry as it stands in the journal.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    version: u32,
    written: Timestamp,
    path: Option<String>,
    scenario: String,
}

/// What the writer is told.
enum Order {
    /// There is unsaved work.
    Keep(Box<Unsaved>),
    /// Everything is saved.
    Clear,
    /// The entry of an earlier run is of no more use.
    Forget(String),
}

/// The journal of the running program.
pub struct Journal {
    orders: Option<Sender<Order>>,
    faults: Receiver<io::Error>,
    writer: Option<JoinHandle<()>>,
    /// Held as long as the program runs.
    _lock: File,
}

impl Journal {
    /// Opens the journal in a folder; gives what programs that died have left in it, the latest
    /// first.
    ///
    /// # Errors
    /// Where the folder or the lock cannot be made.
    pub fn open(folder: &Path) -> io::Result<(Self, Vec<Recovered>)> {
        create_private(folder)?;
        let (left, locks) = left_behind(folder)?;
        let (id, lock) = own_lock(folder)?;
        let (orders, incoming) = mpsc::channel();
        let (outgoing, faults) = mpsc::channel();
        let mut writer = Writer {
            folder: folder.to_owned(),
            id,
            locks,
            faults: outgoing,
            is_kept: false,
        };
        let writer = thread::Builder::new()
            .name("journal".to_owned())
            .spawn(move || writer.work(&incoming))?;
        let journal = Self {
            orders: Some(orders),
            faults,
            writer: Some(writer),
            _lock: lock,
        };
        Ok((journal, left))
    }

    /// Keeps unsaved work, within a second; nothing is kept any more where all is saved.
    pub fn keep(&self, unsaved: Option<Box<Unsaved>>) {
        self.order(unsaved.map_or(Order::Clear, Order::Keep));
    }

    /// Forgets an entry of an earlier run, once its work has been taken over or given up.
    pub fn forget(&self, id: String) {
        self.order(Order::Forget(id));
    }

    fn order(&self, order: Order) {
        // A writer that is gone has said why.
        let _ = self.orders.as_ref().map(|orders| orders.send(order));
    }

    /// Why work could not be kept since the last time.
    pub fn poll(&self) -> Option<Command> {
        self.faults.try_recv().ok().map(Command::JournalFailed)
    }
}

impl Drop for Journal {
    /// Waits until everything is on disk.
    fn drop(&mut self) {
        self.orders = None;
        if let Some(writer) = self.writer.take() {
            // One that panicked has nothing left to write.
            let _ = writer.join();
        }
    }
}

/// Makes a folder that nobody else may look into, where systems know such folders.
fn create_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)
}

/// Where the entry and the lock of an id are.
fn entry_path(folder: &Path, id: &str) -> PathBuf {
    folder.join(format!("{id}.ron"))
}

fn lock_path(folder: &Path, id: &str) -> PathBuf {
    folder.join(format!("{id}.lock"))
}

/// So many programs do not start within one second under one number.
const MOST_STARTS: usize = 1000;

/// A new id with its lock.
fn own_lock(folder: &Path) -> io::Result<(String, File)> {
    let now = ZonedDateTime::now().strftime("%Y%m%d-%H%M%S").to_string();
    let process = std::process::id();
    for start in 0..MOST_STARTS {
        let id = format!("{now}-{process}-{start}");
        match File::create_new(lock_path(folder, &id)) {
            Ok(lock) => {
                // Some network folders know no locks: there no program sees that this one runs.
                let _ = lock.try_lock();
                return Ok((id, lock));
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

type Locks = BTreeMap<String, File>;

/// The entries of programs that died, with their locks, which are held from now on: no other
/// program offers the same work meanwhile.
fn left_behind(folder: &Path) -> io::Result<(Vec<Recovered>, Locks)> {
    let (mut left, mut locks) = (Vec::new(), Locks::new());
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        let Some(id) = path.file_stem().and_then(|stem| stem.to_str()) else {
            continue;
        };
        if path.extension().is_some_and(|ending| ending == "lock") {
            drop_idle_lock(folder, id);
        }
        if path.extension().is_none_or(|ending| ending != "ron") {
            continue;
        }
        let Some(lock) = idle_lock(folder, id) else {
            continue;
        };
        match recovered(&path, id) {
            Some(found) => {
                left.push(found);
                locks.insert(id.to_owned(), lock);
            }
            // Whatever it is, it must not be offered again and again; nor is it thrown away.
            None => {
                let _ = fs::rename(&path, path.with_extension("broken"));
            }
        }
    }
    left.sort_by_key(|found| std::cmp::Reverse(found.written));
    Ok((left, locks))
}

/// The lock of an entry that nobody holds.
fn idle_lock(folder: &Path, id: &str) -> Option<File> {
    let lock = File::create(lock_path(folder, id)).ok()?;
    match lock.try_lock() {
        Ok(()) | Err(TryLockError::Error(_)) => Some(lock),
        Err(TryLockError::WouldBlock) => None,
    }
}

/// Removes a lock that nobody holds and that has no entry: its program had nothing unsaved.
fn drop_idle_lock(folder: &Path, id: &str) {
    if !entry_path(folder, id).exists() && idle_lock(folder, id).is_some() {
        let _ = fs::remove_file(lock_path(folder, id));
    }
}

fn recovered(path: &Path, id: &str) -> Option<Recovered> {
    // Ours: it may be larger than a file of others.
    let bytes = fs::read(path).ok()?;
    let entry: Entry = ron::de::from_bytes(&bytes).ok()?;
    let path = entry.path.map(PathBuf::from);
    Some(Recovered {
        id: id.to_owned(),
        written: entry.written,
        original: path
            .as_deref()
            .and_then(|path| file::read_original(path).ok()),
        unsaved: Unsaved {
            path,
            scenario: file::parse(entry.scenario.as_bytes()).ok()?,
        },
    })
}

/// Writes the entry of the running program.
struct Writer {
    folder: PathBuf,
    id: String,
    locks: Locks,
    faults: Sender<io::Error>,
    /// Is there an entry on disk?
    is_kept: bool,
}

impl Writer {
    fn work(&mut self, orders: &Receiver<Order>) {
        while let Ok(order) = orders.recv() {
            let gathered = Gathered::from(order, orders);
            let kept = match gathered.last {
                Some(Order::Keep(unsaved)) => self.keep(&unsaved),
                Some(_) => self.clear(),
                None => Ok(()),
            };
            if let Err(error) = kept {
                let _ = self.faults.send(error);
            }
            // Only now: what was taken over is in the entry above.
            for id in gathered.done {
                self.forget(&id);
            }
            if gathered.is_over {
                break;
            }
        }
        if !self.is_kept {
            let _ = fs::remove_file(lock_path(&self.folder, &self.id));
        }
    }

    fn keep(&mut self, unsaved: &Unsaved) -> io::Result<()> {
        let entry = Entry {
            version: VERSION,
            written: Timestamp::now(),
            path: unsaved
                .path
                .as_ref()
                .and_then(|path| path.to_str())
                .map(str::to_owned),
            scenario: to_ron(&unsaved.scenario),
        };
        let text = ron::to_string(&entry).map_err(io::Error::other)?;
        file::write(&entry_path(&self.folder, &self.id), text.as_bytes())?;
        self.is_kept = true;
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.is_kept) {
            fs::remove_file(entry_path(&self.folder, &self.id))?;
        }
        Ok(())
    }

    fn forget(&mut self, id: &str) {
        let _ = fs::remove_file(entry_path(&self.folder, id));
        let _ = fs::remove_file(lock_path(&self.folder, id));
        self.locks.remove(id);
    }
}

/// The orders that come within the pause.
struct Gathered {
    /// The last one about the own entry.
    last: Option<Order>,
    /// Entries to forget.
    done: Vec<String>,
    /// Will no more come?
    is_over: bool,
}

impl Gathered {
    fn from(first: Order, orders: &Receiver<Order>) -> Self {
        let until = Instant::now() + PAUSE;
        let mut gathered = Self {
            last: None,
            done: Vec::new(),
            is_over: false,
        };
        gathered.add(first);
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match orders.recv_timeout(left) {
                Ok(order) => gathered.add(order),
                Err(RecvTimeoutError::Timeout) => return gathered,
                Err(RecvTimeoutError::Disconnected) => {
                    gathered.is_over = true;
                    return gathered;
                }
            }
        }
    }

    fn add(&mut self, order: Order) {
        match order {
            Order::Forget(id) => self.done.push(id),
            order => self.last = Some(order),
        }
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::model::Assumption;
    use crate::scenario::Baseline;

    fn folder() -> TempDir {
        tempfile::tempdir().expect("a folder")
    }

    fn work(value: f64) -> Unsaved {
        let mut scenario = Scenario::new(Baseline::current());
        scenario.set(Assumption::ModelGrowth, value);
        Unsaved {
            path: None,
            scenario,
        }
    }

    fn open(folder: &TempDir) -> (Journal, Vec<Recovered>) {
        Journal::open(folder.path()).expect("a journal")
    }

    /// Leaves a journal as a program that is killed does: what is on disk stays, the lock goes.
    fn die(journal: Journal) {
        drop(journal);
    }

    #[test]
    fn the_work_of_a_program_that_died_comes_back_once() {
        let folder = folder();
        let (journal, left) = open(&folder);
        assert!(left.is_empty());
        journal.keep(Some(Box::new(work(5.0))));
        journal.keep(Some(Box::new(work(6.0))));
        die(journal);
        let (journal, left) = open(&folder);
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].unsaved, work(6.0), "the last one counts");
        journal.forget(left[0].id.clone());
        die(journal);
        assert!(open(&folder).1.is_empty());
    }

    /// An entry is longer than the file it is of: whatever can be saved must come back.
    #[test]
    fn work_as_long_as_a_file_may_be_comes_back_too() {
        let folder = folder();
        let (journal, _) = open(&folder);
        let mut long = work(5.0);
        long.scenario.story.en = "\"".repeat(2_000_000);
        journal.keep(Some(Box::new(long.clone())));
        die(journal);
        assert_eq!(open(&folder).1[0].unsaved, long);
    }

    #[test]
    fn what_is_saved_leaves_nothing() {
        let folder = folder();
        let (journal, _) = open(&folder);
        journal.keep(Some(Box::new(work(5.0))));
        journal.keep(None);
        drop(journal);
        let count = fs::read_dir(folder.path()).expect("a folder").count();
        assert_eq!(count, 0);
    }

    /// Two programs at once: neither sees the work of the other as lost.
    #[test]
    fn the_work_of_a_running_program_is_its_own() {
        let folder = folder();
        let (journal, _) = open(&folder);
        journal.keep(Some(Box::new(work(5.0))));
        thread::sleep(2 * PAUSE);
        let name = |entry: io::Result<fs::DirEntry>| entry.expect("an entry").path();
        let entries = || fs::read_dir(folder.path()).expect("a folder").map(name);
        let is_entry = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "ron");
        assert_eq!(entries().filter(is_entry).count(), 1, "it is on disk");
        let (left, _) = left_behind(folder.path()).expect("a folder");
        assert!(left.is_empty(), "it is not offered to another one");
        drop(journal);
        let (left, _) = left_behind(folder.path()).expect("a folder");
        assert_eq!(left.len(), 1);
    }

    #[test]
    fn broken_entries_are_set_aside_and_offered_to_nobody() {
        let folder = folder();
        for (name, text) in [("a.ron", "("), ("b.ron", ""), ("c.ron", "\0\0\0")] {
            fs::write(folder.path().join(name), text).expect("written");
        }
        let (_journal, left) = open(&folder);
        assert!(left.is_empty());
        for name in ["a.broken", "b.broken", "c.broken"] {
            assert!(folder.path().join(name).exists(), "{name} is gone");
        }
    }
}
