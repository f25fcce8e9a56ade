//! The text of a file, and what stands at a place in it.

use super::fault::ProblemKind;
use super::problem::{Problem, is_hidden};

/// A text with its line starts.
pub(super) struct Source<'a> {
    text: &'a str,
    line_starts: Vec<usize>,
}

/// Longer lines are cut around the place that matters.
const LONGEST_LINE: usize = 100;

/// How much of a cut line stands before that place.
const BEFORE_PLACE: usize = 60;

/// Stands for what is cut off.
const CUT: char = '…';

impl<'a> Source<'a> {
    pub fn new(text: &'a str) -> Self {
        let after_breaks = text.match_indices('\n').map(|(index, _)| index + 1);
        Self {
            text,
            line_starts: std::iter::once(0).chain(after_breaks).collect(),
        }
    }

    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The number of the line with this place in bytes, the first being 1.
    pub fn line(&self, at: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= at)
    }

    /// The place in bytes of a line and column, both counted from 1, as `ron` gives them.
    pub fn at(&self, line: usize, column: usize) -> usize {
        let start = self.line_starts.get(line.saturating_sub(1));
        let start = start.copied().unwrap_or(self.text.len());
        let rest = &self.text[start..];
        let inside = rest.char_indices().nth(column.saturating_sub(1));
        start + inside.map_or(rest.len(), |(index, _)| index)
    }

    /// A problem at a place in bytes.
    pub fn problem(&self, at: usize, kind: impl Into<ProblemKind>) -> Problem {
        let line = self.line(at);
        let start = self.line_starts[line - 1];
        let rest = &self.text[start..];
        let whole = rest.lines().next().unwrap_or_default();
        let before = self.text[start..at].chars().count();
        let (source_line, mark) = cut(whole, before);
        Problem {
            line,
            column: before + 1,
            source_line,
            mark,
            kind: kind.into(),
        }
    }
}

/// The part of a line around a place, and where the place is in that part.
fn cut(line: &str, place: usize) -> (String, usize) {
    let length = line.chars().count();
    // Beyond the line, between the two characters of its break, nothing is shown.
    let place = place.min(length);
    if length <= LONGEST_LINE {
        return (line.to_owned(), place);
    }
    let first = place
        .saturating_sub(BEFORE_PLACE)
        .min(length - LONGEST_LINE);
    let part = line.chars().skip(first).take(LONGEST_LINE);
    let before = (first > 0).then_some(CUT);
    let after = (first + LONGEST_LINE < length).then_some(CUT);
    let mark = place - first + usize::from(before.is_some());
    (before.into_iter().chain(part).chain(after).collect(), mark)
}

/// Longer words are cut where they become part of a sentence.
const LONGEST_WORD: usize = 60;

/// A word of a file as it may become part of a sentence: not too long, nothing a terminal obeys.
pub(super) fn excerpt(word: &str) -> String {
    let cut = word.chars().nth(LONGEST_WORD).is_some();
    let mut shown = String::new();
    for c in word.chars().take(LONGEST_WORD) {
        if is_hidden(c) {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    shown.extend(cut.then_some(CUT));
    shown
}

#[cfg(test)]
mod tests {
    use super::super::fault::FileFault;
    use super::*;

    #[test]
    fn columns_count_characters() {
        let source = Source::new("第一行\r\n  算力: 1");
        let at = source.text().find(':').expect("a colon");
        let problem = source.problem(at, FileFault::Empty);
        assert_eq!((problem.line, problem.column), (2, 5));
        assert_eq!(problem.source_line, "  算力: 1");
        assert_eq!(source.at(2, 5), at);
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let line = format!("{}x{}", "a".repeat(500), "b".repeat(500));
        let problem = Source::new(&line).problem(500, FileFault::Empty);
        assert_eq!(problem.column, 501);
        assert_eq!(problem.source_line.chars().nth(problem.mark), Some('x'));
        assert_eq!(problem.source_line.chars().count(), LONGEST_LINE + 2);
    }
}
