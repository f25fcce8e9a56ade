//! The program fails, in a process of its own: what the log then holds, and what is said.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::{Arc, Barrier};
use std::thread;

use suanli::app::{self, Log, Stage};

/// Where the failing process is to keep its log, and how it is to fail.
const FOLDER: &str = "SUANLI_TEST_CRASH_FOLDER";
const MANNER: &str = "SUANLI_TEST_CRASH_MANNER";

/// Not a test by itself: the process that fails.
#[test]
#[ignore = "fails on purpose; the other tests start it"]
fn fails() {
    let Some(folder) = env::var_os(FOLDER) else {
        return;
    };
    let log = Log::within(PathBuf::from(folder));
    let secret = String::from("秘密 secret");
    match env::var(MANNER).as_deref() {
        Ok("window") => {
            app::watch_failures(log, Stage::Window);
            panic!("cannot go on with {secret:?}");
        }
        Ok("command") => {
            app::watch_failures(log, Stage::Command);
            let _ = &secret[1..];
        }
        Ok("worker") => {
            app::watch_failures(log, Stage::Window);
            let work = move || app::contain(|| panic!("it was ‘{secret}’"));
            let worker = thread::Builder::new().name("fan".to_owned()).spawn(work);
            let worker = worker.expect("a thread").join();
            assert_eq!(worker.ok(), Some(None::<()>), "the worker itself lives on");
        }
        _ => {
            app::watch_failures(log, Stage::Window);
            let all = Arc::new(Barrier::new(8));
            let workers = [(); 8].map(|()| {
                let all = Arc::clone(&all);
                thread::spawn(move || {
                    all.wait();
                    panic!("all at once");
                })
            });
            assert!(workers.into_iter().all(|worker| worker.join().is_err()));
        }
    }
}

/// Lets a process fail; gives what it said and what its log holds.
fn failed(manner: &str) -> (Output, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let output = Command::new(env::current_exe().expect("this program"))
        .args(["fails", "--exact", "--ignored", "--nocapture"])
        .env(FOLDER, folder.path())
        .env(MANNER, manner)
        .output()
        .expect("it runs");
    let log = fs::read_to_string(folder.path().join("suanli.log")).expect("a log");
    (output, log)
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_failure_of_the_window_is_logged_without_content_and_told_in_both_languages() {
    let (output, log) = failed("window");
    for part in [
        env!("CARGO_PKG_VERSION"),
        env::consts::OS,
        "thread: fails",
        "tests/crash/main.rs:",
        "message: cannot go on with…",
        "time: 2",
        // The backtrace; what was running has no name in it where it was inlined.
        "std::panicking",
    ] {
        assert!(log.contains(part), "no {part} in:\n{log}");
    }
    let said = said(&output);
    assert!(
        said.contains("offers to restore") && said.contains("恢复"),
        "{said}"
    );
    assert_eq!(said.matches("suanli.log").count(), 2, "{said}");
    for secret in ["secret", "秘密"] {
        assert!(!log.contains(secret) && !said.contains(secret), "{secret}");
    }
}

#[test]
fn a_failure_of_a_command_speaks_of_no_window() {
    let (output, log) = failed("command");
    assert!(log.contains("is not a char boundary"), "{log}");
    let said = said(&output);
    assert!(
        said.contains("itself has failed") && !said.contains("restore"),
        "{said}"
    );
    assert!(!log.contains("secret") && !log.contains("秘密"), "{log}");
}

#[test]
fn a_worker_that_fails_is_logged_and_takes_nothing_along() {
    let (output, log) = failed("worker");
    assert!(output.status.success(), "{}", said(&output));
    assert!(
        log.contains("thread: fan") && !log.contains("secret"),
        "{log}"
    );
    assert!(said(&output).contains("the rest goes on"));
}

#[test]
fn failures_at_the_same_time_are_all_logged() {
    let (output, log) = failed("several");
    assert_eq!(log.matches("message: all at once").count(), 8, "{log}");
    assert!(output.status.success());
}
