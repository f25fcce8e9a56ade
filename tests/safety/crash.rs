//! A program that is killed while somebody works: what was saved is there, and of what was not at
//! most the last two seconds are gone.

use std::env;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command as Process, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use suanli::app::{Command, Question};
use suanli::model::Assumption;
use suanli::scenario::file;

use crate::Desk;

/// Names the folder of a program that is to be killed.
const FOLDER: &str = "SUANLI_CRASH_FOLDER";
/// So old work must be on disk.
const KEPT: Duration = Duration::from_secs(2);
/// Every so many moves the work is saved.
const SAVED: u32 = 150;

/// A place of the lever for each step, so that a file tells how far the work had come.
fn growth(step: u32) -> f64 {
    3.0 + f64::from(step) / 8192.0
}

fn step_of(growth: f64) -> u32 {
    ((growth - 3.0) * 8192.0).round() as u32
}

/// Not a test by itself: the program that is killed. It tells what it has done, a line each.
#[test]
#[ignore = "started by the tests below"]
fn works_until_it_is_killed() {
    let Some(folder) = env::var_os(FOLDER) else {
        return;
    };
    let mut desk = Desk::in_folder(Path::new(&folder));
    desk.open_journal();
    desk.move_to(growth(0));
    desk.apply(Command::SaveTo(desk.path("a.ron")));
    println!("\nsaved 0");
    for step in 1.. {
        desk.move_to(growth(step));
        println!("\nmoved {step}");
        if step % SAVED == 0 {
            desk.apply(Command::Save);
            println!("\nsaved {step}");
        }
        thread::sleep(Duration::from_millis(5));
    }
}

/// What the program has told, and when.
type Told = Receiver<(Instant, bool, u32)>;

fn start(folder: &Path) -> (Child, Told) {
    let program = env::current_exe().expect("this program");
    let mut child = Process::new(program)
        .args(["--exact", "crash::works_until_it_is_killed"])
        .args(["--ignored", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a process");
    let (sender, told) = channel();
    let lines = BufReader::new(child.stdout.take().expect("its words")).lines();
    thread::spawn(move || {
        for line in lines.map_while(Result::ok) {
            let is_saved = line.starts_with("saved ");
            let step = line.split(' ').nth(1).and_then(|step| step.parse().ok());
            let Some(step) = step.filter(|_| is_saved || line.starts_with("moved ")) else {
                continue;
            };
            if sender.send((Instant::now(), is_saved, step)).is_err() {
                return;
            }
        }
    });
    (child, told)
}

/// Lets a program work for a while, kills it, and looks at what is left.
fn kill_after(time: Duration) {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut child, told) = start(folder.path());
    // From the first save on: how long it takes to start does not matter.
    let (mut all, started) = (Vec::new(), Instant::now());
    let first = told.recv_timeout(Duration::from_mins(1)).expect("it works");
    all.push(first);
    thread::sleep(time);
    let killed = Instant::now();
    child.kill().expect("killed");
    child.wait().expect("gone");
    all.extend(told.iter());
    let last_saved = all.iter().filter(|told| told.1).map(|told| told.2).max();
    let before = |told: &&(Instant, bool, u32)| told.0 + KEPT <= killed;
    let must_be_kept = all.iter().filter(before).map(|told| told.2).max();

    let saved = file::read(&folder.path().join("a.ron")).expect("a whole file");
    let saved = step_of(saved.value(Assumption::ModelGrowth));
    let context = format!("{time:?} after {:?}", killed - started);
    assert!(
        Some(saved) >= last_saved,
        "{context}: {saved} of {last_saved:?} was saved"
    );

    let mut desk = Desk::in_folder(folder.path());
    desk.open_journal();
    if matches!(desk.app.question(), Some(Question::Unsaved(_))) {
        desk.apply(Command::Restore(0));
        let restored = step_of(desk.growth());
        assert!(desk.app.document().is_changed());
        assert!(
            Some(restored) >= must_be_kept,
            "{context}: {restored} of {must_be_kept:?}"
        );
        assert_eq!(desk.app.document().path(), Some(&*desk.path("a.ron")));
    } else {
        assert!(
            Some(saved) >= must_be_kept,
            "{context}: {saved} of {must_be_kept:?}"
        );
    }
}

/// Kills `count` programs, so many at a time.
fn kill(count: u32, at_a_time: u32) {
    for first in (0..count).step_by(at_a_time as usize) {
        thread::scope(|scope| {
            for number in first..count.min(first + at_a_time) {
                // No two at the same moment of saving and keeping.
                let time = 37 * u64::from(number) % 4000 + 11 * u64::from(number % 7);
                scope.spawn(move || kill_after(Duration::from_millis(time)));
            }
        });
    }
}

#[test]
fn killed_programs_lose_nothing_that_was_saved_or_is_two_seconds_old() {
    kill(8, 8);
    kill_after(Duration::from_millis(2600));
}

/// `cargo test --test safety two_hundred -- --ignored`
#[test]
#[ignore = "takes minutes"]
fn two_hundred_killed_programs_lose_nothing() {
    kill(200, 4);
}
