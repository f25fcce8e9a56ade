//! Saving: the old file or the new one, never a part of either.

use std::fs;
use std::path::Path;

use suanli::model::Assumption;
use suanli::scenario::file::{parse, read, save, to_ron};
use suanli::scenario::{Baseline, Scenario};
use tempfile::{TempDir, tempdir};

fn folder() -> TempDir {
    tempdir().expect("a folder for the test")
}

fn scenario(growth: f64) -> Scenario {
    let mut scenario = Scenario::new(Baseline::current());
    scenario.set(Assumption::ModelGrowth, growth);
    scenario
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
    let mut names: Vec<_> = entries
        .map(|entry| name(entry.expect("an entry")))
        .collect();
    names.sort();
    names
}

#[test]
fn a_saved_file_reads_as_it_was_and_nothing_else_is_left() {
    let folder = folder();
    let path = folder.path().join("情景 one.ron");
    for growth in [5.0, 6.0] {
        save(&path, &scenario(growth)).expect("saved");
        assert_eq!(read(&path).expect("valid"), scenario(growth));
        assert_eq!(names(folder.path()), ["情景 one.ron"]);
    }
}

#[test]
fn a_folder_is_no_file_to_save_to() {
    let folder = folder();
    let inner = folder.path().join("inner");
    fs::create_dir(&inner).expect("a folder");
    assert!(save(&inner, &scenario(5.0)).is_err());
    assert!(save(&folder.path().join("missing/a.ron"), &scenario(5.0)).is_err());
    assert_eq!(names(folder.path()), ["inner"]);
}

#[test]
fn a_file_that_may_not_be_written_stays() {
    let folder = folder();
    let path = folder.path().join("a.ron");
    save(&path, &scenario(5.0)).expect("saved");
    let mut permissions = fs::metadata(&path).expect("a file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("read-only");
    assert!(save(&path, &scenario(6.0)).is_err());
    assert_eq!(read(&path).expect("valid"), scenario(5.0));
    assert_eq!(names(folder.path()), ["a.ron"]);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("a file").permissions().mode() & 0o777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("permissions set");
    }

    #[test]
    fn permissions_stay() {
        let folder = folder();
        let path = folder.path().join("a.ron");
        for wanted in [0o600, 0o640, 0o666] {
            save(&path, &scenario(5.0)).expect("saved");
            set_mode(&path, wanted);
            save(&path, &scenario(6.0)).expect("saved");
            assert_eq!(mode(&path), wanted);
        }
    }

    #[test]
    fn a_new_file_has_the_permissions_of_any_new_file() {
        let folder = folder();
        let (ours, any) = (folder.path().join("a.ron"), folder.path().join("b"));
        save(&ours, &scenario(5.0)).expect("saved");
        fs::write(&any, "").expect("written");
        assert_eq!(mode(&ours), mode(&any));
    }

    #[test]
    fn a_link_stays_a_link() {
        let folder = folder();
        let inner = folder.path().join("inner");
        fs::create_dir(&inner).expect("a folder");
        let (first, second) = (folder.path().join("first.ron"), inner.join("second.ron"));
        // One relative link to another, to a file that does not exist yet.
        symlink("inner/second.ron", &first).expect("a link");
        symlink("real.ron", &second).expect("a link");
        for growth in [5.0, 6.0] {
            save(&first, &scenario(growth)).expect("saved");
            for link in [&first, &second] {
                assert!(fs::symlink_metadata(link).expect("a link").is_symlink());
            }
            let real = fs::read(inner.join("real.ron")).expect("the file itself");
            assert_eq!(parse(&real).expect("valid"), scenario(growth));
        }
        assert_eq!(names(&inner), ["real.ron", "second.ron"]);
    }

    #[test]
    fn links_in_a_circle_are_refused() {
        let folder = folder();
        let (a, b) = (folder.path().join("a.ron"), folder.path().join("b.ron"));
        symlink(&b, &a).expect("a link");
        symlink(&a, &b).expect("a link");
        assert!(save(&a, &scenario(5.0)).is_err());
    }

    #[test]
    fn in_a_read_only_folder_the_old_file_stays() {
        let folder = folder();
        let path = folder.path().join("a.ron");
        save(&path, &scenario(5.0)).expect("saved");
        set_mode(folder.path(), 0o555);
        let probe = folder.path().join("probe");
        if fs::write(&probe, "").is_ok() {
            fs::remove_file(&probe).expect("removed");
            eprintln!("SKIPPED: this user may write into read-only folders");
        } else {
            assert!(save(&path, &scenario(6.0)).is_err());
            let bytes = fs::read(&path).expect("the old file");
            assert_eq!(bytes, to_ron(&scenario(5.0)).as_bytes());
            assert_eq!(names(folder.path()), ["a.ron"]);
        }
        set_mode(folder.path(), 0o755);
    }
}
