//! The bundled typefaces: how wide words are, where they may break, and the outlines of their
//! letters. The window uses the same files, so words are as wide there.

use std::ops::Range;

use super::Weight;

/// The files of the typefaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Font {
    /// Latin, regular.
    Inter,
    /// Latin, semi-bold.
    InterSemibold,
    /// Chinese, regular.
    Noto,
    /// Chinese, bold: goes with semi-bold Latin.
    NotoBold,
}

/// A letter that stands in a line of words.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Its font.
    pub font: Font,
    /// Its number in the font.
    pub id: u16,
    /// Which bytes of the words it stands for.
    pub text: Range<usize>,
    /// Where it stands, right of the beginning of the words and above (below: negative) the baseline.
    pub offset: (f32, f32),
    /// How far the next one is from it.
    pub advance: f32,
}

/// The letters of words on one line, in their order.
pub fn shape(words: &str, weight: Weight, size: f32) -> Vec<Glyph> {
    let _ = (words, weight, size);
    Vec::new()
}

/// How wide words on one line are.
pub fn width(words: &str, weight: Weight, size: f32) -> f32 {
    shape(words, weight, size)
        .iter()
        .map(|glyph| glyph.advance)
        .sum()
}
