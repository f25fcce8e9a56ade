//! Looks whether other programs change the open file, without the window noticing.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, SystemTime};

use super::Command;
use crate::scenario::file;

/// How often it looks.
const EVERY: Duration = Duration::from_secs(1);
/// A file that changes is read once it has been left alone for this long.
const SETTLED: Duration = Duration::from_millis(300);

/// Looks after one file.
///
/// It asks the system for the time and the size of the file once a second: unlike notifications
/// of the system that also works in network folders, and where programs replace files as a whole.
#[derive(Default)]
pub struct Watch {
    watcher: Option<Watcher>,
    path: Option<PathBuf>,
}

struct Watcher {
    paths: Sender<Option<PathBuf>>,
    found: Receiver<Command>,
}

impl Watch {
    /// Looks after this file from now on; `wake` is called where it has changed.
    pub fn follow(&mut self, path: Option<&Path>, wake: impl Fn() + Send + 'static) {
        if self.path.as_deref() == path {
            return;
        }
        self.path = path.map(Path::to_owned);
        let watcher = self.watcher.get_or_insert_with(|| Watcher::spawn(wake));
        // Where no thread could be had, saving still sees what others have changed.
        let _ = watcher.paths.send(self.path.clone());
    }

    /// What was found since the last time.
    pub fn poll(&self) -> impl Iterator<Item = Command> + '_ {
        let watcher = self.watcher.iter();
        watcher.flat_map(|watcher| watcher.found.try_iter())
    }
}

impl Watcher {
    fn spawn(wake: impl Fn() + Send + 'static) -> Self {
        let (paths, incoming) = mpsc::channel();
        let (outgoing, found) = mpsc::channel();
        let _ = thread::Builder::new()
            .name("watch".to_owned())
            .spawn(move || watch(&incoming, &outgoing, wake));
        Self { paths, found }
    }
}

/// What tells two states of a file apart; `None`: there is no file.
type Stamp = Option<(SystemTime, u64)>;

fn stamp(path: &Path) -> Stamp {
    let known = fs::metadata(path).ok()?;
    Some((known.modified().ok()?, known.len()))
}

fn watch(paths: &Receiver<Option<PathBuf>>, found: &Sender<Command>, wake: impl Fn()) {
    let mut watched: Option<(PathBuf, Stamp)> = None;
    loop {
        // Without a file there is nothing to look at.
        let next = match watched {
            Some(_) => paths.recv_timeout(EVERY),
            None => paths.recv().map_err(RecvTimeoutError::from),
        };
        match next {
            Ok(path) => {
                watched = path.map(|path| {
                    let stamp = stamp(&path);
                    (path, stamp)
                });
            }
            Err(RecvTimeoutError::Timeout) => {
                if let Some((path, known)) = &mut watched
                    && let Some(command) = look(path, known)
                {
                    if found.send(command).is_err() {
                        return;
                    }
                    wake();
                }
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// What a file holds now, if it has changed and is at rest.
fn look(path: &Path, known: &mut Stamp) -> Option<Command> {
    let now = stamp(path);
    if now == *known {
        return None;
    }
    thread::sleep(SETTLED);
    if stamp(path) != now {
        return None;
    }
    *known = now;
    let result = Box::new(file::read_original(path));
    Some(Command::FoundOutside {
        path: path.to_owned(),
        result,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_at_rest_is_read_once_after_each_change() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.ron");
        fs::write(&path, "(").expect("written");
        let mut known = stamp(&path);
        assert!(look(&path, &mut known).is_none(), "it has not changed");
        fs::write(&path, "((").expect("written");
        assert!(look(&path, &mut known).is_some());
        assert!(look(&path, &mut known).is_none(), "it was read already");
        fs::remove_file(&path).expect("removed");
        let Some(Command::FoundOutside { result, .. }) = look(&path, &mut known) else {
            panic!("it is gone");
        };
        assert!(result.expect_err("no file").is_not_found());
    }
}
