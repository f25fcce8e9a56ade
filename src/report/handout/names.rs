//! Names for files.

use std::collections::HashSet;

/// Names for files that every system accepts, each given once.
#[derive(Debug, Default)]
pub struct Names {
    /// In small letters: to many systems `A` and `a` are one name.
    given: HashSet<String>,
}

/// Longer names are cut, in characters and in bytes: systems take 255 of those, and what follows a
/// name — what a file shows, its ending — must find room.
const LONGEST: usize = 60;
const MOST_BYTES: usize = 180;
/// The name where nothing is left of a title.
const NAMELESS: &str = "scenario";
/// Names that Windows keeps for devices, with or without an ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

impl Names {
    /// A name made from a title: letters, digits, `_` and `-`, with a number where it was given
    /// before.
    pub fn for_title(&mut self, title: &str) -> String {
        self.first_free(&file_stem(title), "")
    }

    /// A name with an ending, with a number before the ending where it was given before.
    pub fn with_ending(&mut self, stem: &str, ending: &str) -> String {
        self.first_free(stem, &format!(".{ending}"))
    }

    fn first_free(&mut self, stem: &str, ending: &str) -> String {
        let plain = format!("{stem}{ending}");
        let numbered = (2..).map(|number| format!("{stem}-{number}{ending}"));
        let mut names = std::iter::once(plain.clone()).chain(numbered);
        let is_new = |name: &String| self.given.insert(name.to_lowercase());
        names.find(is_new).unwrap_or(plain)
    }
}

/// A title as the beginning of a file name that every system accepts: letters, digits, `_` and `-`.
pub fn file_stem(title: &str) -> String {
    let plain = |character: char| match character {
        letter if letter.is_alphanumeric() => letter,
        '-' => '-',
        _ => '_',
    };
    let mut letters: Vec<char> = title.trim().chars().take(LONGEST).map(plain).collect();
    letters.dedup_by(|next, before| (*next, *before) == ('_', '_'));
    let name = String::from_iter(letters);
    // Programs take a name that begins with a dash for one of their options.
    let name = name[..name.floor_char_boundary(MOST_BYTES)].trim_matches(['_', '-']);
    if name.is_empty() {
        return NAMELESS.to_owned();
    }
    // Raised digits are digits to Windows, too.
    let without_number = name.trim_end_matches(|c: char| c.is_numeric());
    if DEVICES.contains(&without_number.to_lowercase().as_str()) {
        format!("{NAMELESS}_{name}")
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_of_letters_and_digits() {
        for (title, name) in [
            ("export_ban", "export_ban"),
            ("Export ban (2.0)", "Export_ban_2_0"),
            ("出口禁令", "出口禁令"),
            ("../../etc/passwd", "etc_passwd"),
            ("  ", "scenario"),
            ("???", "scenario"),
            ("CON", "scenario_CON"),
            ("lpt1", "scenario_lpt1"),
            ("console", "console"),
        ] {
            assert_eq!(Names::default().for_title(title), name);
        }
        let long = Names::default().for_title(&"算".repeat(300));
        assert_eq!(long.chars().count(), LONGEST);
    }

    #[test]
    fn no_title_leads_out_of_its_folder_or_to_a_device() {
        for (title, name) in [
            ("../../x", "x"),
            ("/etc/passwd", "etc_passwd"),
            ("C:\\x", "C_x"),
            ("a:b", "a_b"),
            ("NUL.txt", "NUL_txt"),
            ("nul", "scenario_nul"),
            ("COM¹", "scenario_COM¹"),
            ("con ", "scenario_con"),
            ("trailing dots... ", "trailing_dots"),
            (".hidden", "hidden"),
            ("-rf", "rf"),
            ("a\u{202e}b\nc\u{0}d", "a_b_c_d"),
            ("👩‍💻", "scenario"),
        ] {
            assert_eq!(file_stem(title), name, "{title:?}");
        }
        let wide = file_stem(&"𠀀".repeat(100));
        assert!(wide.len() <= MOST_BYTES && wide.starts_with('𠀀'));
    }

    #[test]
    fn no_name_is_given_twice() {
        let mut names = Names::default();
        let given = ["a", "A", "a", "a-2", "b"].map(|title| names.for_title(title));
        assert_eq!(given, ["a", "A-2", "a-3", "a-2-2", "b"]);
    }

    #[test]
    fn files_of_two_scenarios_do_not_meet() {
        let mut names = Names::default();
        let mut given = |stem: &str| names.with_ending(stem, "csv");
        assert_eq!(given("a-segments"), "a-segments.csv");
        assert_eq!(given("A-segments"), "A-segments-2.csv");
    }
}
