//! The program opens no socket: it runs where the system kills whoever tries. Only on Linux, and only
//! where the system allows such a filter.

use std::collections::HashMap;
use std::env;
use std::net::UdpSocket;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Command, ExitStatus};
use std::thread;

use seccompiler::{BpfMap, TargetArch, apply_filter, compile_from_json};

use super::{in_project, suanli};

/// What the system sends to whoever breaks the filter.
const BAD_CALL: i32 = 31;

/// Commands open nothing at all.
const ANY: &str = r#"{ "syscall": "socket" }, { "syscall": "io_uring_setup" }"#;

/// A window talks to its display and to the session bus, which are sockets within the system (1).
const BEYOND_THE_SYSTEM: &str = r#"{ "syscall": "socket",
    "args": [{ "index": 0, "type": "dword", "op": "ne", "val": 1 }] }"#;

/// Does something where these calls are deadly, for it and for all that it starts; `None` where the
/// system allows no such filter.
fn without<T: Send>(calls: &str, act: impl FnOnce() -> T + Send) -> Option<T> {
    let filter = format!(
        r#"{{ "main": {{ "mismatch_action": "allow", "match_action": "kill_process",
            "filter": [{calls}] }} }}"#
    );
    let architecture = TargetArch::try_from(env::consts::ARCH).ok()?;
    let programs: BpfMap = compile_from_json(filter.as_bytes(), architecture).expect("a filter");
    let programs: HashMap<_, _> = programs;
    thread::scope(|scope| {
        let filtered = scope.spawn(|| {
            if let Err(error) = apply_filter(&programs["main"]) {
                eprintln!("SKIPPED: this system allows no filter of system calls: {error}");
                return None;
            }
            Some(act())
        });
        filtered.join().expect("a thread that ends")
    })
}

fn was_killed(status: ExitStatus) -> bool {
    status.signal() == Some(BAD_CALL)
}

/// This very program, told to open a socket.
fn opener() -> Command {
    let mut opener = Command::new(env::current_exe().expect("a path"));
    opener.args(["--exact", "no_network::opens_a_socket", "--ignored"]);
    opener
}

#[test]
#[ignore = "run by `the_filter_kills_whoever_opens_a_socket`"]
fn opens_a_socket() {
    UdpSocket::bind("127.0.0.1:0").expect("a socket");
}

#[test]
fn the_filter_kills_whoever_opens_a_socket() {
    let status = opener().output().expect("it runs").status;
    assert!(status.success(), "without a filter it may: {status}");
    for calls in [ANY, BEYOND_THE_SYSTEM] {
        let Some(output) = without(calls, || opener().output().expect("it runs")) else {
            return;
        };
        assert!(was_killed(output.status), "{:?}", output.status);
    }
}

#[test]
fn no_command_opens_a_socket() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().to_str().expect("UTF-8");
    let [ban, talk] = ["scenarios/export_ban.ron", "scenarios/baseline.ron"].map(in_project);
    let capex = ["--series", "capex", "--year", "2030"];
    let of_capex = |arguments: &[&'static str]| [arguments, &capex].concat();
    let mut commands = vec![
        vec!["--version"],
        vec!["run", &ban],
        vec!["check", &ban],
        vec!["compare", &ban, &talk],
        vec!["fan", "--samples", "500"],
        of_capex(&["tornado"]),
        of_capex(&["why"]),
        of_capex(&["explain"]),
        [
            &of_capex(&["seek", "--lever", "fx"])[..],
            &["--target", "1000"],
        ]
        .concat(),
        vec!["report", &talk, "--out", out],
    ];
    for table in [
        "assumptions",
        "series",
        "suppliers",
        "sources",
        "scenarios",
        "claims",
    ] {
        commands.push(vec!["list", table]);
    }
    without(ANY, || {
        for arguments in commands {
            let output = suanli(&arguments).output().expect("the program runs");
            let words = String::from_utf8_lossy(&output.stderr);
            let may_fail = arguments.contains(&"seek");
            assert!(!was_killed(output.status), "{arguments:?} opens a socket");
            assert!(
                output.status.success() || may_fail,
                "{arguments:?}: {words}"
            );
        }
    });
}

#[test]
fn a_window_without_a_display_opens_no_socket_beyond_the_system() {
    without(BEYOND_THE_SYSTEM, || {
        let mut window = suanli(&[]);
        for display in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
            window.env_remove(display);
        }
        let output = window.output().expect("the program runs");
        assert_eq!(output.status.code(), Some(1), "{:?}", output.status);
        assert!(!output.stderr.is_empty());
    });
}

#[cfg(feature = "gui")]
#[test]
fn a_window_opens_no_socket_beyond_the_system() {
    use std::io::{BufRead as _, BufReader};
    use std::process::Stdio;
    use std::time::Duration;

    // A display that nobody sees, where the system has such a thing.
    let mut display = Command::new("Xvfb");
    display.args([
        "-displayfd",
        "1",
        "-nolisten",
        "tcp",
        "-screen",
        "0",
        "1280x800x24",
    ]);
    let started = display.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let Ok(mut display) = started else {
        eprintln!("SKIPPED: there is no Xvfb");
        return;
    };
    let mut number = String::new();
    let mut told = BufReader::new(display.stdout.take().expect("its output"));
    told.read_line(&mut number)
        .expect("the number of the display");
    let home = tempfile::tempdir().expect("a folder");
    let ended = without(BEYOND_THE_SYSTEM, || {
        let mut window = suanli(&[]);
        window
            .env("DISPLAY", format!(":{}", number.trim()))
            .env_remove("WAYLAND_DISPLAY");
        window
            .env("HOME", home.path())
            .env("XDG_CONFIG_HOME", home.path());
        window
            .env("XDG_STATE_HOME", home.path())
            .env("XDG_DATA_HOME", home.path());
        let mut window = window.spawn().expect("the program starts");
        thread::sleep(Duration::from_secs(3));
        let ended = window.try_wait().expect("its state");
        // It need not close by itself: that is another test's matter.
        let _ = window.kill();
        let _ = window.wait();
        ended
    });
    let _ = display.kill();
    let _ = display.wait();
    if let Some(Some(status)) = ended {
        assert!(!was_killed(status), "the window opens a socket");
        eprintln!("SKIPPED: no window can be shown here ({status})");
    }
}
