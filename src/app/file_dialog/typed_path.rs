//! Paths as people type them: what is meant, where the name begins, and how it may go on.

use std::path::{Component, Path, PathBuf};

/// What separates folders where something is completed.
const SEPARATOR: char = std::path::MAIN_SEPARATOR;

/// The path that is meant; `None` where nothing was typed. `~` is the home folder, and what has no
/// root stands in `base`.
pub fn path_of(typed: &str, base: &Path) -> Option<PathBuf> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let path = match typed.strip_prefix('~') {
        Some(rest) if rest.is_empty() || rest.starts_with(std::path::is_separator) => {
            let rest = rest.trim_start_matches(std::path::is_separator);
            super::places::home()?.join(rest)
        }
        _ => base.join(with_root(typed, cfg!(windows))),
    };
    Some(without_detours(&path))
}

/// The folder that the typed name is in.
pub fn folder_of(typed: &str, base: &Path) -> PathBuf {
    let folder = &typed[..name_start(typed, cfg!(windows))];
    path_of(folder, base).unwrap_or_else(|| base.to_owned())
}

/// The last part of what is typed.
pub fn name_of(typed: &str) -> &str {
    &typed[name_start(typed, cfg!(windows))..]
}

/// The same folder with another name in it; with an open end where that is a folder.
pub fn with_name(typed: &str, name: &str, is_folder: bool) -> String {
    let start = name_start(typed, cfg!(windows));
    let mut text = typed[..start].to_owned();
    // After a drive, and after `~`.
    if start > 0 && !text.ends_with(std::path::is_separator) {
        text.push(SEPARATOR);
    }
    text.push_str(name);
    if is_folder {
        text.push(SEPARATOR);
    }
    text
}

/// A folder as it is typed: what is typed on is in it.
pub fn text_of_folder(folder: &Path) -> String {
    let mut text = folder.display().to_string();
    if !text.ends_with(std::path::is_separator) {
        text.push(SEPARATOR);
    }
    text
}

/// A path with the ending that its kind of file has, unless it has that already.
pub fn with_ending(path: &Path, ending: Option<&str>) -> PathBuf {
    let Some(ending) = ending else {
        return path.to_owned();
    };
    let has_it = (path.extension()).is_some_and(|own| own.eq_ignore_ascii_case(ending));
    let Some(name) = path.file_name().filter(|_| !has_it) else {
        return path.to_owned();
    };
    let mut name = name.to_owned();
    // What ends in a dot has the dot already.
    if !name.to_string_lossy().ends_with('.') {
        name.push(".");
    }
    name.push(ending);
    path.with_file_name(name)
}

/// What all names begin with, as the first of them writes it. Case is no difference.
pub fn common_beginning<'a>(mut names: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut common = names.next()?.to_owned();
    for name in names {
        let same = |(one, other): &(char, char)| {
            one == other || one.to_lowercase().eq(other.to_lowercase())
        };
        let agreed = common.chars().zip(name.chars()).take_while(same);
        let length = agreed.map(|(letter, _)| letter.len_utf8()).sum();
        common.truncate(length);
    }
    Some(common)
}

/// Where the last part of a typed path begins.
fn name_start(typed: &str, windows: bool) -> usize {
    let is_separator = |letter| letter == '/' || (windows && letter == '\\');
    let after_separator = typed.rfind(is_separator).map(|at| at + 1);
    let is_home = typed == "~";
    after_separator.unwrap_or(match has_drive(typed) && windows {
        true => 2,
        false if is_home => 1,
        false => 0,
    })
}

/// `C:` alone is the folder in which some program last was on that drive: the drive is meant.
fn with_root(typed: &str, windows: bool) -> String {
    if windows && has_drive(typed) && !typed[2..].starts_with(['/', '\\']) {
        return format!("{}\\{}", &typed[..2], &typed[2..]);
    }
    typed.to_owned()
}

fn has_drive(typed: &str) -> bool {
    matches!(typed.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic())
}

/// The path without `.` and `..`, as a shell understands them.
fn without_detours(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_begin_after_the_last_separator_of_the_system() {
        for (typed, windows, name) in [
            ("", false, ""),
            ("mine", false, "mine"),
            ("/home/a/mi", false, "mi"),
            ("/home/a/", false, ""),
            ("~", false, ""),
            ("~/mi", false, "mi"),
            (r"a\b", false, r"a\b"),
            (r"a\b", true, "b"),
            (r"C:\Users/a\mi", true, "mi"),
            ("C:", true, ""),
            ("C:mi", true, "mi"),
            ("C:mi", false, "C:mi"),
            (r"\\server\share\mi", true, "mi"),
        ] {
            assert_eq!(&typed[name_start(typed, windows)..], name, "{typed}");
        }
    }

    #[test]
    fn a_drive_alone_is_its_root() {
        for (typed, rooted) in [
            ("C:", r"C:\"),
            ("c:mine.ron", r"c:\mine.ron"),
            (r"C:\a", r"C:\a"),
            ("C:/a", "C:/a"),
            ("mine", "mine"),
        ] {
            assert_eq!(with_root(typed, true), rooted);
            assert_eq!(with_root(typed, false), typed);
        }
    }

    #[cfg(unix)]
    #[test]
    fn paths_are_meant_as_a_shell_means_them() {
        let base = Path::new("/desk");
        let home = super::super::places::home().expect("a home");
        for (typed, path) in [
            ("mine.ron", Path::new("/desk/mine.ron").to_owned()),
            (" /a/b.ron ", "/a/b.ron".into()),
            ("/a/./b/../c.ron", "/a/c.ron".into()),
            ("../mine.ron", "/mine.ron".into()),
            ("~", home.clone()),
            ("~/a.ron", home.join("a.ron")),
            // A name may begin so.
            ("~a.ron", "/desk/~a.ron".into()),
        ] {
            assert_eq!(path_of(typed, base), Some(path), "{typed}");
        }
        assert_eq!(path_of("  ", base), None);
        assert_eq!(folder_of("~/a/mi", base), home.join("a"));
        assert_eq!(folder_of("mi", base), base);
    }

    #[cfg(unix)]
    #[test]
    fn names_are_put_in_the_place_of_what_was_typed() {
        assert_eq!(with_name("/a/mi", "mine.ron", false), "/a/mine.ron");
        assert_eq!(with_name("/a/mi", "mines", true), "/a/mines/");
        assert_eq!(with_name("~", "a", false), "~/a");
        assert_eq!(with_name("mi", "mine", false), "mine");
        assert_eq!(text_of_folder(Path::new("/")), "/");
        assert_eq!(text_of_folder(Path::new("/a")), "/a/");
    }

    #[test]
    fn the_ending_is_added_where_it_is_missing_and_never_takes_a_part_of_the_name_away() {
        for (path, complete) in [
            ("a/mine", "a/mine.ron"),
            ("a/mine.ron", "a/mine.ron"),
            ("a/mine.RON", "a/mine.RON"),
            ("a/growth 4.5", "a/growth 4.5.ron"),
            ("a/mine.", "a/mine.ron"),
            ("a/.ron", "a/.ron.ron"),
            ("a/算力", "a/算力.ron"),
        ] {
            assert_eq!(
                with_ending(Path::new(path), Some("ron")),
                Path::new(complete)
            );
            assert_eq!(with_ending(Path::new(path), None), Path::new(path));
        }
    }

    #[test]
    fn what_names_begin_with_is_found_whatever_their_case() {
        let common = |names: &[&str]| common_beginning(names.iter().copied());
        assert_eq!(common(&[]), None);
        assert_eq!(common(&["mine.ron"]).as_deref(), Some("mine.ron"));
        assert_eq!(common(&["Export", "expert"]).as_deref(), Some("Exp"));
        assert_eq!(common(&["出口", "出厂"]).as_deref(), Some("出"));
        assert_eq!(common(&["a", "b"]).as_deref(), Some(""));
    }
}
