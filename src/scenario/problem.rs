//! A problem: what is wrong with a file and where, in words of either language.

use std::fmt::Write as _;

use super::fault::ProblemKind;
use crate::text::outside::is_unseen;
use crate::text::{Language, Text};

/// Something wrong at one place of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The line, the first being 1.
    pub line: usize,
    /// The character within the line, the first being 1.
    pub column: usize,
    /// The line itself; where it is very long, the part around the column.
    pub source_line: String,
    /// Which character of `source_line` the column is, the first being 0.
    pub mark: usize,
    /// What is wrong.
    pub kind: ProblemKind,
}

impl Problem {
    /// The problem as a compiler would print it: place, sentence, the line with a mark, and what
    /// to do. Several lines, without a line break at the end.
    pub fn render(&self, file_name: &str, language: Language) -> String {
        let sentence = self.kind.sentence(language);
        let mut page = format!(
            "{file_name}:{}:{}: {}",
            self.line, self.column, sentence.what
        );
        if !self.source_line.trim().is_empty() {
            let (number, mark) = (self.line, blanks_before_mark(&self.source_line, self.mark));
            // Writing to a text cannot fail.
            let _ = write!(page, "\n{number:>5} | {}", printable(&self.source_line));
            let _ = write!(page, "\n      | {mark}^");
        }
        if !sentence.hint.is_empty() {
            let _ = write!(page, "\n      {}", sentence.hint);
        }
        page
    }

    /// The problem in one line, for a window: the line it is in, what is wrong, what to do.
    pub fn one_line(&self, language: Language) -> String {
        let sentence = self.kind.sentence(language);
        Text::of(language).problems.one_line.fill(&[
            ("line", &self.line),
            ("what", &sentence.what),
            ("hint", &sentence.hint),
        ])
    }
}

/// Blanks as wide as what stands before the mark, so that the mark stands below its character.
fn blanks_before_mark(line: &str, mark: usize) -> String {
    let before = line.chars().take(mark);
    before
        .map(|c| if is_wide(c) { '\u{3000}' } else { ' ' })
        .collect()
}

/// Does a terminal give this character two columns? True for Chinese and full-width characters.
fn is_wide(c: char) -> bool {
    matches!(
        c,
        '\u{1100}'..='\u{115F}'
            | '\u{2E80}'..='\u{A4CF}'
            | '\u{AC00}'..='\u{D7A3}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{FE30}'..='\u{FE6F}'
            | '\u{FF00}'..='\u{FF60}'
            | '\u{FFE0}'..='\u{FFE6}'
            | '\u{1F300}'..='\u{1FAFF}'
            | '\u{20000}'..='\u{3FFFD}'
    )
}

/// A text from a file as it may be shown: one character for one, nothing a terminal would obey, and
/// nothing that hides.
fn printable(text: &str) -> String {
    let shown = |c: char| match c {
        '\t' => ' ',
        _ if is_hidden(c) => '\u{FFFD}',
        _ => c,
    };
    text.chars().map(shown).collect()
}

/// Has a character no place of its own on a line?
pub fn is_hidden(c: char) -> bool {
    let is_mark = matches!(
        c,
        '\u{61C}' | '\u{200C}'..='\u{200F}' | '\u{2028}' | '\u{2029}'
    );
    c.is_control() || is_unseen(c) || is_mark
}
