//! Words that must fit: cut short, or broken into lines.

use std::ops::Range;

use unicode_linebreak::linebreaks;

use super::{Font, Glyph, shape, width};
use crate::format::quantities;
use crate::report::drawing::Weight;

/// Stands for what was cut off.
const MORE: char = '…';

/// Words on one line, cut with … where they are too wide; nothing where not even that fits.
pub fn fit(words: &str, weight: Weight, size: f32, width: f32) -> String {
    Ruler::new(words, weight, size, width).cut(0)
}

/// Words in lines, at most so many; the last one is cut with … where there is more.
///
/// Lines break at spaces, and beside Chinese characters except before closing punctuation and after
/// opening punctuation. A word, or a number with its unit, is broken only where it alone is wider
/// than a line.
pub fn wrap(words: &str, weight: Weight, size: f32, width: f32, most_lines: usize) -> Vec<String> {
    let words = words.trim();
    let ruler = Ruler::new(words, weight, size, width);
    let mut lines = Vec::new();
    let mut start = 0;
    while start < words.len() && lines.len() < most_lines {
        let end = ruler.line_end(start);
        if lines.len() + 1 == most_lines && end < words.len() {
            lines.push(ruler.cut(start));
            break;
        }
        lines.push(words[start..end].trim_end().to_owned());
        start = end + spaces(&words[end..]);
    }
    lines
}

/// How many bytes of spaces words begin with.
fn spaces(words: &str) -> usize {
    words.len() - words.trim_start().len()
}

/// Measures parts of words against a width.
struct Ruler<'a> {
    words: &'a str,
    weight: Weight,
    size: f32,
    width: f32,
    letters: Vec<Glyph>,
    /// Where lines may break: behind these bytes.
    breaks: Vec<usize>,
}

impl<'a> Ruler<'a> {
    fn new(words: &'a str, weight: Weight, size: f32, width: f32) -> Self {
        let whole = quantities(words);
        let is_inside = |at: &usize| {
            let around = |place: &Range<usize>| place.start < *at && *at < place.end;
            whole.iter().any(around)
        };
        let breaks = linebreaks(words)
            .map(|(at, _)| at)
            .filter(|at| is_between_words(words, *at) && !is_inside(at))
            .collect();
        Self {
            words,
            weight,
            size,
            width,
            letters: shape(words, weight, size),
            breaks,
        }
    }

    /// Where the line ends that begins at a byte: at the last break that fits, else within a word,
    /// and behind one letter at least.
    fn line_end(&self, start: usize) -> usize {
        let letters = self.between_letters(start);
        let first = letters.first().copied().unwrap_or(self.words.len());
        let passed = self.breaks.partition_point(|at| *at <= start);
        let breaks = &self.breaks[passed..];
        self.last_fit(start, breaks, |line| line.trim_end().to_owned())
            .or_else(|| self.last_fit(start, &letters, str::to_owned))
            .unwrap_or(first)
    }

    /// The words from a byte on, cut with … where they are too wide.
    fn cut(&self, start: usize) -> String {
        let rest = &self.words[start..];
        if self.fits(rest) {
            return rest.to_owned();
        }
        let cut = |line: &str| format!("{}{MORE}", line.trim_end());
        let ends = [vec![start], self.between_letters(start)].concat();
        self.last_fit(start, &ends, cut)
            .map(|end| cut(&self.words[start..end]))
            .unwrap_or_default()
    }

    /// The last of some places up to which words fit from a byte on, dressed in some way.
    fn last_fit(
        &self,
        start: usize,
        places: &[usize],
        dressed: impl Fn(&str) -> String,
    ) -> Option<usize> {
        let reach = self.reach(start);
        places
            .iter()
            .rev()
            .copied()
            .filter(|end| *end <= reach)
            .find(|end| self.fits(&dressed(&self.words[start..*end])))
    }

    /// Up to which byte words may fit from a byte on: a little too far, as how wide the last letter is
    /// depends on the next one, and spaces behind it do not count.
    fn reach(&self, start: usize) -> usize {
        let mut left = self.width + self.size;
        let mut end = start;
        for letter in self.letters_from(start) {
            left -= letter.advance;
            if left < 0.0 {
                break;
            }
            end = letter.text.end;
        }
        end
    }

    /// Where letters end that stand behind a byte.
    fn between_letters(&self, start: usize) -> Vec<usize> {
        let mut ends: Vec<usize> = self
            .letters_from(start)
            .map(|letter| letter.text.end)
            .collect();
        ends.dedup();
        ends
    }

    fn letters_from(&self, start: usize) -> impl Iterator<Item = &Glyph> {
        self.letters
            .iter()
            .filter(move |letter| letter.text.start >= start)
    }

    fn fits(&self, words: &str) -> bool {
        width(words, self.weight, self.size) <= self.width
    }
}

/// Is a place where a line may break also between words? By the rules of Unicode a line may break
/// behind a hyphen or a slash as well.
fn is_between_words(words: &str, at: usize) -> bool {
    let (before, behind) = words.split_at(at);
    let is_wide = |character| Font::having(character, Weight::Regular) == Some(Font::Noto);
    before.ends_with(char::is_whitespace)
        || before.chars().next_back().is_some_and(is_wide)
        || behind.chars().next().is_none_or(is_wide)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: f32 = 10.0;
    const CLOSING: [char; 12] = [
        '，', '。', '；', '：', '、', '）', '」', '》', '！', '？', '%', '”',
    ];
    const ENGLISH: &str = "The world needs 31,400 EFLOP/s of AI compute in 2030, ×6.5 of today: \
        US$1,250 a month, +18.2% a year.";
    const CHINESE: &str = "“算力”缺口（含租赁）在 2030 年扩大到 3.2 亿张，增长 18.2%；其中《白皮书》所称的\
        「国产」份额：41.5%、50%。HBM4 还缺吗？缺！";

    fn in_lines(words: &str, width: f32) -> Vec<String> {
        wrap(words, Weight::Regular, SIZE, width, usize::MAX)
    }

    fn is_within(words: &str, most: f32) -> bool {
        width(words, Weight::Regular, SIZE) <= most
    }

    #[test]
    fn what_fits_stays_whole_and_the_rest_is_cut() {
        let whole = width("Need of compute", Weight::Regular, SIZE);
        let fit = |width| fit("Need of compute", Weight::Regular, SIZE, width);
        assert_eq!(fit(whole), "Need of compute");
        assert_eq!(fit(whole - 0.1), "Need of compu…");
        let of_word = width("Need…", Weight::Regular, SIZE);
        assert_eq!(fit(of_word + 2.0), "Need…", "no space before the ellipsis");
        assert_eq!(fit(width("…", Weight::Regular, SIZE)), "…");
        assert_eq!(fit(1.0), "");
        assert_eq!(super::fit("", Weight::Regular, SIZE, 1.0), "");
    }

    /// A headline once ended with 美 on one line and began with 元 on the next.
    #[test]
    fn a_number_stays_with_its_unit() {
        let words = "2027 年租金降到每小时 1.25 美元/H100e 以下";
        for width in (90..300).step_by(3) {
            for line in in_lines(words, width as f32) {
                let is_split =
                    line.ends_with('美') || line.starts_with('元') || line.ends_with("2027");
                assert!(!is_split, "{line}");
            }
        }
    }

    #[test]
    fn nothing_is_lost_and_nothing_is_too_wide() {
        for words in [ENGLISH, CHINESE] {
            for width in (60..700).step_by(7) {
                let width = width as f32;
                let lines = in_lines(words, width);
                let without_spaces = |words: &str| words.replace(' ', "");
                assert_eq!(without_spaces(&lines.concat()), without_spaces(words));
                assert!(lines.iter().all(|line| is_within(line, width)), "{lines:?}");
            }
        }
    }

    #[test]
    fn english_breaks_between_words_only() {
        let words: Vec<&str> = ENGLISH.split(' ').collect();
        for width in 60..400 {
            let lines = in_lines(ENGLISH, width as f32);
            let parts: Vec<&str> = lines.iter().flat_map(|line| line.split(' ')).collect();
            assert_eq!(parts, words);
        }
    }

    #[test]
    fn chinese_breaks_beside_characters_but_not_at_punctuation() {
        for width in 60..400 {
            let lines = in_lines(CHINESE, width as f32);
            for line in &lines {
                assert!(!line.starts_with(CLOSING), "{line}");
                assert!(!line.ends_with(['（', '「', '《', '“']), "{line}");
            }
            for unbroken in ["2030", "3.2", "18.2%", "41.5%", "HBM4"] {
                let is_whole = |line: &String| line.contains(unbroken);
                assert!(lines.iter().any(is_whole), "{unbroken}: {lines:?}");
            }
        }
        assert_eq!(in_lines("算力缺口扩大", 40.0), ["算力缺口", "扩大"]);
        assert_eq!(in_lines("算力缺口，扩大", 40.0), ["算力缺", "口，扩大"]);
        assert_eq!(in_lines("增长 2030 年", 40.0), ["增长", "2030 年"]);
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken() {
        let lines = in_lines("a Donaudampfschifffahrt", 50.0);
        assert_eq!(lines[0], "a");
        assert_eq!(lines[1..].concat(), "Donaudampfschifffahrt");
        assert!(lines.iter().all(|line| is_within(line, 50.0)), "{lines:?}");
        assert_eq!(in_lines("算力", 1.0), ["算", "力"], "one letter at least");
    }

    #[test]
    fn the_last_line_says_that_there_is_more() {
        let three = wrap("one two three four", Weight::Regular, SIZE, 40.0, 3);
        assert_eq!(three, ["one two", "three", "four"]);
        let two = wrap("one two three four", Weight::Regular, SIZE, 40.0, 2);
        assert_eq!(two, ["one two", "three f…"]);
        assert_eq!(wrap("one", Weight::Regular, SIZE, 40.0, 0), [""; 0]);
        assert_eq!(wrap("  ", Weight::Regular, SIZE, 40.0, 3), [""; 0]);
    }
}
