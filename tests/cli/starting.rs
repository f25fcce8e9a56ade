//! A window that cannot be opened: what is said, and where more stands.

use std::fs;

use super::{output, suanli, words};

/// What is said and logged with this in the place of a display.
fn refused(display: Option<&str>) -> (String, String) {
    let state = tempfile::tempdir().expect("a folder");
    let mut program = suanli(&[]);
    program.env("XDG_STATE_HOME", state.path());
    program.envs(display.map(|display| ("DISPLAY", display)));
    let output = program.output().expect("it runs");
    assert_eq!(output.status.code(), Some(1), "{display:?}");
    let log = state.path().join("suanli/suanli.log");
    let said = words(&output);
    let names_it = format!("More is in {}", log.display());
    assert!(said.contains(&names_it), "{said}");
    (said, fs::read_to_string(log).expect("a log"))
}

#[test]
fn without_a_display_it_says_so_in_both_languages_and_names_the_log() {
    for display in [None, Some(""), Some(":987"), Some("nonsense")] {
        let (said, log) = refused(display);
        assert!(said.contains("no display answers"), "{said}");
        assert!(said.contains("没有显示服务响应"), "{said}");
        assert!(said.contains("suanli run") && !said.contains("panicked"));
        assert_eq!(said.lines().count(), 2, "{said}");
        assert!(
            log.contains("NoDisplay") && log.contains("suanli: "),
            "{log}"
        );
    }
}

#[cfg(not(feature = "wgpu"))]
#[test]
fn a_renderer_that_is_not_built_in_is_refused_in_words() {
    let output = output(&["--renderer", "wgpu"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(words(&output).contains("--features wgpu"));
}

/// A pipe that nobody writes to was waited for, with no window and no word.
#[cfg(unix)]
#[test]
fn a_pipe_is_no_file_for_the_window() {
    let folder = tempfile::tempdir().expect("a folder");
    let pipe = folder.path().join("pipe.ron");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("it runs").success());
    let output = output(&[&pipe.display().to_string()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(words(&output).contains("cannot be read"));
}
