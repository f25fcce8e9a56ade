//! The bundled typefaces: how wide words are, where they may break, and the outlines of their
//! letters. The window uses the same files, so words are as wide there.

mod face;
mod lines;
mod outline;

use std::cell::RefCell;
use std::ops::Range;

use harfrust::{GlyphBuffer, UnicodeBuffer};

use super::{Align, Place, Text, Weight};
use face::Face;
pub use face::{Font, middle};
pub use lines::{fit, wrap};
pub use outline::{Step, outline};

/// A thin space beside an ordinary one, as the window has it.
const THIN_SPACE: f32 = 0.5;

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

thread_local! {
    /// What the shaper works in, kept so as not to ask for memory for every text.
    static BUFFER: RefCell<UnicodeBuffer> = RefCell::new(UnicodeBuffer::new());
}

/// The letters of words on one line, in their order; none of words without a size. Control characters
/// become spaces; a character that no font has becomes a box.
pub fn shape(words: &str, weight: Weight, size: f32) -> Vec<Glyph> {
    if size.is_nan() || size <= 0.0 {
        return Vec::new();
    }
    let mut glyphs = Vec::with_capacity(words.len());
    let mut pen = 0.0;
    for (font, text) in runs(words, weight) {
        let shaped = shape_run(font.face(), &words[text.clone()]);
        place(&shaped, words, font, text, size, &mut pen, &mut glyphs);
        BUFFER.set(shaped.clear());
    }
    glyphs
}

/// How wide words on one line are.
pub fn width(words: &str, weight: Weight, size: f32) -> f32 {
    shape(words, weight, size)
        .iter()
        .map(|glyph| glyph.advance)
        .sum()
}

/// Where the first letter of a text stands that is made of these letters.
pub fn start(text: &Text, glyphs: &[Glyph]) -> Place {
    let width: f32 = glyphs.iter().map(|glyph| glyph.advance).sum();
    let left = match text.align {
        Align::Left => 0.0,
        Align::Centre => width / 2.0,
        Align::Right => width,
    };
    (text.at.0 - left, text.at.1)
}

/// The longest stretches of words that one font has.
fn runs(words: &str, weight: Weight) -> Vec<(Font, Range<usize>)> {
    let mut runs: Vec<(Font, Range<usize>)> = Vec::new();
    for (start, character) in words.char_indices() {
        let end = start + character.len_utf8();
        let font = Font::having(character, weight);
        match runs.last_mut() {
            Some((last, text)) if font.is_none_or(|font| font == *last) => text.end = end,
            _ => runs.push((font.unwrap_or(Font::latin(weight)), start..end)),
        }
    }
    runs
}

/// The letters of words that one font has, in its units.
fn shape_run(face: &Face, words: &str) -> GlyphBuffer {
    let mut buffer = BUFFER.take();
    for (at, character) in words.char_indices() {
        let drawn = if character.is_control() {
            ' '
        } else {
            character
        };
        buffer.add(drawn, at as u32);
    }
    face.shape(buffer)
}

/// Puts the letters of a run after those that stand already.
fn place(
    shaped: &GlyphBuffer,
    words: &str,
    font: Font,
    run: Range<usize>,
    size: f32,
    pen: &mut f32,
    glyphs: &mut Vec<Glyph>,
) {
    let face = font.face();
    let scale = size / font.units_per_em();
    let infos = shaped.glyph_infos();
    let starts: Vec<usize> = infos
        .iter()
        .map(|info| run.start + info.cluster as usize)
        .collect();
    for (index, (info, position)) in infos.iter().zip(shaped.glyph_positions()).enumerate() {
        let start = starts[index];
        let end = starts[index..].iter().find(|next| **next > start);
        let text = start..*end.unwrap_or(&run.end);
        let advance = match &words[text.clone()] {
            "\u{2009}" | "\u{202F}" => THIN_SPACE * face.space(),
            _ => position.x_advance as f32,
        };
        glyphs.push(Glyph {
            font,
            id: info.glyph_id as u16,
            text,
            offset: (
                *pen + position.x_offset as f32 * scale,
                position.y_offset as f32 * scale,
            ),
            advance: advance * scale,
        });
        *pen += advance * scale;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_em(words: &str) -> f32 {
        width(words, Weight::Regular, 1.0)
    }

    #[test]
    fn digits_are_equally_wide_and_letters_are_kerned() {
        for weight in [Weight::Regular, Weight::Semibold] {
            for digits in ["1111", "1274", "9876", "0805"] {
                let zeros = width("0000", weight, 20.0);
                assert_eq!(width(digits, weight, 20.0), zeros);
            }
            let apart = width("A", weight, 20.0) + width("V", weight, 20.0);
            assert!(width("AV", weight, 20.0) < apart);
        }
    }

    #[test]
    fn a_chinese_character_is_an_em() {
        assert!((of_em("算力") - 2.0).abs() < 1e-6);
        assert!((of_em("，。") - 2.0).abs() < 1e-6);
        let mixed = of_em("算力 AI");
        assert!((mixed - 2.0 - of_em(" ") - of_em("AI")).abs() < 1e-5);
    }

    #[test]
    fn letters_say_which_bytes_they_stand_for() {
        let words = "AI 算力 é\tx";
        let glyphs = shape(words, Weight::Semibold, 16.0);
        let text: String = glyphs
            .iter()
            .map(|glyph| &words[glyph.text.clone()])
            .collect();
        assert_eq!(text, words);
        let fonts: Vec<Font> = glyphs.iter().map(|glyph| glyph.font).collect();
        assert_eq!(fonts[3..5], [Font::NotoBold; 2]);
        assert!(
            fonts[..3]
                .iter()
                .chain(&fonts[5..])
                .all(|font| *font == Font::InterSemibold)
        );
        let mut pen = 0.0;
        for glyph in &glyphs {
            assert!((glyph.offset.0 - pen).abs() < 1e-4);
            pen += glyph.advance;
        }
    }

    #[test]
    fn a_composed_and_a_decomposed_letter_are_the_same() {
        let [composed, decomposed] =
            ["é", "e\u{301}"].map(|words| shape(words, Weight::Regular, 1.0));
        assert_eq!((composed.len(), decomposed.len()), (1, 1));
        assert_eq!(composed[0].id, decomposed[0].id);
        assert_eq!(decomposed[0].text, 0..3);
    }

    #[test]
    fn what_no_font_has_is_a_box() {
        let glyphs = shape("\u{1f600}", Weight::Regular, 10.0);
        assert_eq!((glyphs.len(), glyphs[0].id), (1, 0));
        assert!(glyphs[0].advance > 3.0);
        assert!(!outline(glyphs[0].font, glyphs[0].id).is_empty());
    }

    #[test]
    fn what_cannot_be_seen_has_no_width_and_control_characters_are_spaces() {
        assert_eq!(of_em("a\u{200b}b"), of_em("ab"));
        assert_eq!(of_em("a\nb"), of_em("a b"));
        assert!((of_em("\u{202f}") - of_em(" ") / 2.0).abs() < 1e-6);
        assert_eq!(shape("", Weight::Regular, 10.0), []);
        assert_eq!(shape("a", Weight::Regular, 0.0), []);
    }

    #[test]
    fn outlines_stand_on_the_baseline_and_reach_the_height_of_capitals() {
        let glyph = &shape("H", Weight::Regular, 1.0)[0];
        let heights = outline(glyph.font, glyph.id)
            .into_iter()
            .filter_map(|step| match step {
                Step::Move((_, y)) | Step::Line((_, y)) => Some(y),
                _ => None,
            });
        let (low, high) = heights.fold((f32::MAX, f32::MIN), |(low, high), y| {
            (low.min(y), high.max(y))
        });
        assert_eq!(low, 0.0);
        assert!((high - 2.0 * middle(1.0)).abs() < 1e-6);
        let space = &shape(" ", Weight::Regular, 1.0)[0];
        assert_eq!(outline(space.font, space.id), []);
    }
}
