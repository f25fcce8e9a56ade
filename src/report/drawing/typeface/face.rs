//! The files of the typefaces, each read once.

use std::sync::LazyLock;

use harfrust::{
    Direction, GlyphBuffer, ShapeOptions, ShapePlan, Shaper, ShaperData, UnicodeBuffer,
};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::OutlineGlyphCollection;
use skrifa::{FontRef, MetadataProvider};

use super::super::Weight;

/// The files of the typefaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

// Statics, so that the program holds each file once however it is compiled.
static INTER: &[u8] = include_bytes!("../../../../assets/fonts/Inter-Regular.ttf");
static INTER_SEMIBOLD: &[u8] = include_bytes!("../../../../assets/fonts/Inter-SemiBold.ttf");
static NOTO: &[u8] = include_bytes!("../../../../assets/fonts/NotoSansSC-Regular.ttf");
static NOTO_BOLD: &[u8] = include_bytes!("../../../../assets/fonts/NotoSansSC-Bold.ttf");

impl Font {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Inter, Self::InterSemibold, Self::Noto, Self::NotoBold];

    /// Its file.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Inter => INTER,
            Self::InterSemibold => INTER_SEMIBOLD,
            Self::Noto => NOTO,
            Self::NotoBold => NOTO_BOLD,
        }
    }

    /// The font of Latin letters, which is asked first for every other character too.
    pub fn latin(weight: Weight) -> Self {
        match weight {
            Weight::Regular => Self::Inter,
            Weight::Semibold => Self::InterSemibold,
        }
    }

    /// The font of Chinese characters.
    pub fn han(weight: Weight) -> Self {
        match weight {
            Weight::Regular => Self::Noto,
            Weight::Semibold => Self::NotoBold,
        }
    }

    /// In how many units its em is divided.
    pub fn units_per_em(self) -> f32 {
        self.face().units_per_em
    }

    /// The first font that has a character.
    pub(super) fn having(character: char, weight: Weight) -> Option<Self> {
        [Self::latin(weight), Self::han(weight)]
            .into_iter()
            .find(|font| font.face().has(character))
    }

    /// What was read from its file.
    pub(super) fn face(self) -> &'static Face {
        &FACES[self as usize]
    }
}

/// How far the baseline lies below the middle of capital letters and digits, for letters of a size.
pub fn middle(size: f32) -> f32 {
    Font::Inter.face().cap_height * size / 2.0
}

/// What was read from the file of a typeface.
pub(super) struct Face {
    shaper: Shaper<'static>,
    plan: ShapePlan,
    characters: Charmap<'static>,
    outlines: OutlineGlyphCollection<'static>,
    units_per_em: f32,
    cap_height: f32,
    space: f32,
}

/// What shaping needs to know of each font, from which a [`Face`] borrows.
static SHAPER_DATA: LazyLock<[ShaperData; 4]> =
    LazyLock::new(|| Font::ALL.map(|font| ShaperData::new(&read(font))));
/// In the order of [`Font::ALL`].
static FACES: LazyLock<[Face; 4]> = LazyLock::new(|| Font::ALL.map(Face::new));

impl Face {
    fn new(font: Font) -> Self {
        let file = read(font);
        let shaper = SHAPER_DATA[font as usize].shaper(&file).build();
        let plan = ShapePlan::new(&shaper, Direction::LeftToRight, None, None, &[]);
        let characters = file.charmap();
        let (size, location) = (Size::unscaled(), LocationRef::default());
        let metrics = file.metrics(size, location);
        let units_per_em = f32::from(metrics.units_per_em);
        let space = characters
            .map(' ')
            .and_then(|id| file.glyph_metrics(size, location).advance_width(id));
        Self {
            shaper,
            plan,
            characters,
            outlines: file.outline_glyphs(),
            units_per_em,
            cap_height: metrics.cap_height.unwrap_or_default() / units_per_em,
            space: space.unwrap_or_default(),
        }
    }

    /// The letters of what is in a buffer.
    pub(super) fn shape(&self, mut buffer: UnicodeBuffer) -> GlyphBuffer {
        buffer.set_direction(Direction::LeftToRight);
        self.shaper
            .shape(buffer, ShapeOptions::new().plan(Some(&self.plan)))
    }

    /// Has it a character? Thin spaces are ordinary ones made narrow.
    fn has(&self, character: char) -> bool {
        self.characters
            .map(character)
            .is_some_and(|id| id.to_u32() != 0)
    }

    /// Its outlines.
    pub(super) fn outlines(&self) -> &OutlineGlyphCollection<'static> {
        &self.outlines
    }

    /// The width of a space, in units.
    pub(super) fn space(&self) -> f32 {
        self.space
    }
}

/// Reads the file of a typeface.
///
/// # Panics
/// Where the file is broken: a fault of the program itself, which its tests would have shown.
fn read(font: Font) -> FontRef<'static> {
    match FontRef::new(font.bytes()) {
        Ok(file) => file,
        Err(error) => panic!("a built-in font is broken: {error}"),
    }
}
