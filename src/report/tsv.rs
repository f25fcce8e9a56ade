//! A picture's numbers as tab-separated text, as a spreadsheet takes it.

use super::csv_file::harmless;
use crate::text::outside::is_break;

/// Lines of words and numbers.
#[derive(Default)]
pub(super) struct Tsv(String);

impl Tsv {
    /// What a picture shows, above its numbers.
    pub fn titled(title: &str, subtitle: &str) -> Self {
        let mut tsv = Self::default();
        tsv.line([title], []);
        tsv.line([subtitle], []);
        tsv
    }

    /// Adds a line: words, which a spreadsheet will not run and which stay in their cell, then cells
    /// of numbers as they are.
    pub fn line<'a>(
        &mut self,
        words: impl IntoIterator<Item = &'a str>,
        numbers: impl IntoIterator<Item = String>,
    ) {
        let words = words.into_iter().map(|words| {
            let on_a_line = |c: char| if is_break(c) { ' ' } else { c };
            let words: String = words.chars().map(on_a_line).collect();
            harmless(&words).into_owned()
        });
        let cells: Vec<String> = words.chain(numbers).collect();
        self.0 += &cells.join("\t");
        self.0.push('\n');
    }

    /// The text.
    pub fn text(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Tsv;

    #[test]
    fn words_stay_in_their_cell_and_are_no_formulas() {
        let mut tsv = Tsv::titled("=1+1", "a\tb\nc");
        tsv.line(["@here", "need"], ["-1".to_owned()]);
        assert_eq!(tsv.text(), "'=1+1\na b c\n'@here\tneed\t-1\n");
    }
}
