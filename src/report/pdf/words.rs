//! Words in a PDF: letters of embedded fonts that know which characters they stand for.

use std::sync::Arc;

use krilla::geom::Point;
use krilla::surface::Surface;
use krilla::text::{Font as Embedded, GlyphId, KrillaGlyph};

use crate::report::drawing::Text;
use crate::report::drawing::typeface::{self, Font, Glyph};

/// The fonts, of which the PDF gets the letters that are used.
pub(super) struct Fonts(Vec<(Font, Embedded)>);

impl Fonts {
    /// Reads the fonts.
    pub(super) fn read() -> Self {
        let read = |font: Font| {
            let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(font.bytes());
            Some((font, Embedded::new(bytes.into(), 0)?))
        };
        Self(Font::ALL.into_iter().filter_map(read).collect())
    }

    /// Writes words in the colour that is set; none where they have no place.
    pub(super) fn write(&self, text: &Text, surface: &mut Surface) {
        let glyphs = typeface::shape(&text.words, text.weight, text.size);
        let (left, baseline) = typeface::start(text, &glyphs);
        if !(left.is_finite() && baseline.is_finite()) {
            return;
        }
        for run in glyphs.chunk_by(|one, next| one.font == next.font) {
            let Some((_, font)) = self.0.iter().find(|(font, _)| *font == run[0].font) else {
                continue;
            };
            let letters = in_ems(run, text.size);
            let start = Point::from_xy(left + run[0].offset.0, baseline);
            surface.draw_glyphs(start, &letters, font.clone(), &text.words, text.size, false);
        }
    }
}

/// Letters of one font, placed from where the first one stands.
fn in_ems(run: &[Glyph], size: f32) -> Vec<KrillaGlyph> {
    let mut pen = run[0].offset.0;
    let mut letters = Vec::with_capacity(run.len());
    for glyph in run {
        letters.push(KrillaGlyph::new(
            GlyphId::new(u32::from(glyph.id)),
            glyph.advance / size,
            (glyph.offset.0 - pen) / size,
            glyph.offset.1 / size,
            0.0,
            glyph.text.clone(),
            None,
        ));
        pen += glyph.advance;
    }
    letters
}
