//! Sentences with gaps to be filled in.

use std::fmt::Display;

use serde::Deserialize;

/// A sentence with gaps such as `{id}`.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct Template(String);

impl Template {
    /// The sentence with its gaps filled. A sentence need not use every value.
    ///
    /// # Panics
    /// In debug builds, where a gap has no value: a fault of the program's texts.
    pub fn fill(&self, values: &[(&str, &dyn Display)]) -> String {
        let mut filled = String::with_capacity(self.0.len());
        let mut rest = self.0.as_str();
        // One pass, so that a value which looks like a gap stays as it is.
        while let Some((before, name, after)) = first_gap(rest) {
            filled += before;
            match values.iter().find(|(key, _)| *key == name) {
                Some((_, value)) => filled += &value.to_string(),
                None => debug_assert!(false, "no value for {{{name}}} in `{}`", self.0),
            }
            rest = after;
        }
        filled + rest
    }

    /// The sentence cut at its gaps, for those who fill them with more than words.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let mut pieces = Vec::new();
        let mut rest = self.0.as_str();
        while let Some((before, name, after)) = first_gap(rest) {
            pieces.extend([Piece::Words(before), Piece::Gap(name)]);
            rest = after;
        }
        pieces.push(Piece::Words(rest));
        pieces.retain(|piece| *piece != Piece::Words(""));
        pieces
    }
}

/// A part of a sentence with gaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words as they stand.
    Words(&'a str),
    /// A gap of this name.
    Gap(&'a str),
}

/// The text before the first gap, the name of the gap, and the text after it.
/// Braces with anything but a name in them are no gap.
fn first_gap(text: &str) -> Option<(&str, &str, &str)> {
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase());
    text.match_indices('{').find_map(|(open, _)| {
        let (name, after) = text[open + 1..].split_once('}')?;
        is_name(name).then_some((&text[..open], name, after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_once_and_braces_stay() {
        let template = Template("write {id} in { } or {}: {value}".to_owned());
        let filled = template.fill(&[("id", &"{value}"), ("value", &2.5), ("unused", &1)]);
        assert_eq!(filled, "write {value} in { } or {}: 2.5");
    }

    #[test]
    fn a_sentence_is_cut_at_its_gaps() {
        let template = Template("{lever} makes {output} equal".to_owned());
        let pieces = [
            Piece::Gap("lever"),
            Piece::Words(" makes "),
            Piece::Gap("output"),
            Piece::Words(" equal"),
        ];
        assert_eq!(template.pieces(), pieces);
    }
}
