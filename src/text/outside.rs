//! Words from outside — names and stories of files, names of files — as they may be shown: nothing in
//! them breaks a line, turns what stands beside them round, or never ends.

use std::borrow::Cow;

/// A longer name is cut.
const LONGEST_LINE: usize = 200;
/// A longer story is cut.
const LONGEST_STORY: usize = 4_000;
/// Of a story that has more lines, the rest runs on.
const MOST_LINES: usize = 40;
/// Characters without width may stand between those that are seen, but not without end.
const LOOKED_AT: usize = 4;
/// Stands for what is cut off.
const CUT: char = '…';

/// Words as they may stand on one line.
pub fn one_line(words: &str) -> Cow<'_, str> {
    let is_plain = |c: char| !is_unseen(c) && !is_break(c);
    if words.len() <= LONGEST_LINE && words.chars().all(is_plain) {
        return Cow::Borrowed(words);
    }
    Cow::Owned(shown(words, LONGEST_LINE, 0).trim().to_owned())
}

/// A story as it may be shown: its lines stay lines, as long as there are few.
pub fn story(words: &str) -> Cow<'_, str> {
    let is_plain = |c: char| !is_unseen(c) && !is_break(c);
    if words.len() <= LONGEST_STORY && words.chars().all(is_plain) {
        return Cow::Borrowed(words);
    }
    Cow::Owned(shown(words, LONGEST_STORY, MOST_LINES - 1))
}

fn shown(words: &str, longest: usize, mut breaks: usize) -> String {
    let mut characters = words.chars().take(LOOKED_AT * longest).filter_map(|c| {
        if c == '\n' && breaks > 0 {
            breaks -= 1;
            return Some(c);
        }
        if is_break(c) {
            return Some(' ');
        }
        (!is_unseen(c)).then_some(c)
    });
    let mut shown: String = characters.by_ref().take(longest).collect();
    let is_cut = characters.next().is_some() || words.chars().nth(LOOKED_AT * longest).is_some();
    shown.extend(is_cut.then_some(CUT));
    shown
}

/// Does a character end a line, or move on within it?
pub fn is_break(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Is a character nothing that can be seen, but something that a terminal, a window or a spreadsheet
/// may obey? Marks that join letters or turn single ones belong to scripts and stay.
pub fn is_unseen(c: char) -> bool {
    let turns_round = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let has_no_width = matches!(c, '\u{200B}' | '\u{2060}'..='\u{2065}' | '\u{FEFF}');
    let means_nothing = matches!(
        c,
        '\u{206A}'..='\u{206F}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}'
    );
    (c.is_control() && !is_break(c)) || turns_round || has_no_width || means_nothing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_names_stay_as_they_are() {
        for name in ["", "GPU crunch", "缺卡涨价", "👩‍💻 e\u{301}", " a "] {
            assert_eq!(one_line(name), name);
            assert_eq!(story(name), name);
        }
    }

    #[test]
    fn nothing_breaks_a_line_or_turns_it_round() {
        assert_eq!(one_line("a\nb\tc\u{2028}d\r\ne"), "a b c d  e");
        assert_eq!(one_line("\u{202e}abc\u{2066}\u{1b}[31m\u{0}"), "abc[31m");
        assert_eq!(one_line("\u{200b}\u{feff}\u{e0041}"), "");
        assert_eq!(story("a\nb\u{202e}"), "a\nb");
    }

    #[test]
    fn nothing_goes_on_without_end() {
        let name = one_line(&"算".repeat(100_000)).into_owned();
        assert_eq!(name.chars().count(), LONGEST_LINE + 1);
        assert!(name.ends_with(CUT));
        let tall = story(&"a\n".repeat(100_000)).into_owned();
        assert_eq!(tall.lines().count(), MOST_LINES);
        assert!(tall.chars().count() <= LONGEST_STORY + 1);
        let hidden = one_line(&"\u{200b}".repeat(100_000)).into_owned();
        assert_eq!(hidden, "…");
    }
}
