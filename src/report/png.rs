//! A drawing as pixels: in a PNG, or bare for the clipboard.

use std::error::Error;
use std::fmt;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::drawing::Drawing;
use super::svg::{Letters, svg};
use crate::text::{Language, Text};
use crate::theme::Theme;

/// The most pixels of a side.
const MOST_OF_A_SIDE: f32 = 16_384.0;
/// The most pixels of a picture: 256 MiB.
const MOST: f32 = 67_108_864.0;

/// Pixels row by row, each red, green, blue and opacity; colours are not multiplied by opacity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Four bytes a pixel.
    pub rgba: Vec<u8>,
}

/// Why a drawing did not become pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PngError {
    /// The picture would not fit memory.
    TooLarge {
        /// Pixels in a row.
        width: u32,
        /// Rows.
        height: u32,
    },
    /// A fault of the program.
    Fault(String),
}

impl PngError {
    /// What is wrong, in words.
    pub fn sentence(&self, language: Language) -> String {
        let text = &Text::of(language).export;
        match self {
            Self::TooLarge { width, height } => text.too_large.fill(&[
                ("width", width),
                ("height", height),
                ("most", &MOST_OF_A_SIDE),
            ]),
            Self::Fault(reason) => text.fault.fill(&[("reason", reason)]),
        }
    }
}

impl Error for PngError {}

impl fmt::Display for PngError {
    /// What is wrong, in English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Language::En))
    }
}

/// A drawing as PNG, so many pixels wide: the same bytes for the same drawing.
///
/// # Errors
/// Where the picture would be too large.
pub fn png(drawing: &Drawing, theme: Theme, width: u32) -> Result<Vec<u8>, PngError> {
    let painted = painted(drawing, theme, width)?;
    painted
        .encode_png()
        .map_err(|error| PngError::Fault(error.to_string()))
}

/// A drawing as bare pixels, so many of them wide.
///
/// # Errors
/// Where the picture would be too large.
pub fn pixels(drawing: &Drawing, theme: Theme, width: u32) -> Result<Pixels, PngError> {
    let painted = painted(drawing, theme, width)?;
    Ok(Pixels {
        width: painted.width(),
        height: painted.height(),
        rgba: painted.take_demultiplied(),
    })
}

/// Paints a drawing.
fn painted(drawing: &Drawing, theme: Theme, width: u32) -> Result<Pixmap, PngError> {
    let (mut pixmap, scale) = sheet(drawing.size, width.max(1))?;
    let picture = svg(drawing, theme, Letters::Outlines);
    let tree = Tree::from_str(&picture, &Options::default())
        .map_err(|error| PngError::Fault(error.to_string()))?;
    let transform = Transform::from_scale(scale.0, scale.1);
    resvg::render(&tree, transform, &mut pixmap.as_mut());
    Ok(pixmap)
}

/// An empty sheet so many pixels wide, and how many pixels a point has in each direction.
fn sheet(size: (f32, f32), width: u32) -> Result<(Pixmap, (f32, f32)), PngError> {
    let rows = (size.1 * width as f32 / size.0).round().max(1.0);
    let (width, height) = (width as f32, rows);
    let fits = width <= MOST_OF_A_SIDE && height <= MOST_OF_A_SIDE && width * height <= MOST;
    let (columns, rows) = (width as u32, height as u32);
    let pixmap = fits.then(|| Pixmap::new(columns, rows)).flatten();
    let pixmap = pixmap.ok_or(PngError::TooLarge {
        width: columns,
        height: rows,
    })?;
    Ok((pixmap, (width / size.0, height / size.1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::drawing::{Align, Area, Fill, Shape, Text as Label, Weight};
    use crate::theme::Role;

    /// A box in the middle half of the sheet, and a mixed label at the top.
    fn drawing() -> Drawing {
        let mut drawing = Drawing::new((400.0, 200.0), Role::Bg);
        drawing.shapes = vec![
            Shape::Rect {
                area: Area::new((100.0, 50.0), (300.0, 150.0)),
                radius: 0.0,
                fill: Some(Fill::solid(Role::Accent)),
                stroke: None,
            },
            Shape::Text(Label {
                at: (200.0, 40.0),
                align: Align::Centre,
                size: 30.0,
                weight: Weight::Semibold,
                role: Role::Text1,
                words: "算力 AI".to_owned(),
            }),
        ];
        drawing
    }

    fn rgba(role: Role) -> [u8; 4] {
        let color = Theme::Dark.color(role);
        [color.red, color.green, color.blue, u8::MAX]
    }

    fn at(pixels: &Pixels, x: u32, y: u32) -> &[u8] {
        let first = 4 * (y * pixels.width + x) as usize;
        &pixels.rgba[first..first + 4]
    }

    #[test]
    fn shapes_stand_where_they_should_in_their_colours() {
        let pixels = pixels(&drawing(), Theme::Dark, 800).expect("pixels");
        assert_eq!((pixels.width, pixels.height), (800, 400));
        assert_eq!(pixels.rgba.len(), 4 * 800 * 400);
        assert_eq!(at(&pixels, 5, 5), rgba(Role::Bg));
        for (x, y) in [(201, 101), (598, 298), (400, 200)] {
            assert_eq!(at(&pixels, x, y), rgba(Role::Accent));
        }
        assert_eq!(at(&pixels, 198, 200), rgba(Role::Bg));
    }

    #[test]
    fn words_are_painted_in_both_scripts() {
        let pixels = pixels(&drawing(), Theme::Dark, 400).expect("pixels");
        let ink = |columns: std::ops::Range<u32>| {
            columns
                .flat_map(|x| (10..45).map(move |y| (x, y)))
                .filter(|(x, y)| at(&pixels, *x, *y) == rgba(Role::Text1))
                .count()
        };
        assert!(ink(150..205) > 100, "Chinese: {}", ink(150..205));
        assert!(ink(215..255) > 50, "Latin: {}", ink(215..255));
        assert_eq!(ink(0..140) + ink(260..400), 0);
    }

    #[test]
    fn a_png_holds_these_pixels_each_time() {
        let bytes = png(&drawing(), Theme::Dark, 640).expect("a PNG");
        assert_eq!(png(&drawing(), Theme::Dark, 640), Ok(bytes.clone()));
        let decoded = image::load_from_memory(&bytes)
            .expect("an image")
            .to_rgba8();
        let pixels = pixels(&drawing(), Theme::Dark, 640).expect("pixels");
        assert_eq!(decoded.dimensions(), (640, 320));
        assert_eq!(decoded.into_raw(), pixels.rgba);
    }

    #[test]
    fn what_would_not_fit_memory_is_refused() {
        let too_large =
            |drawing: &Drawing, width| png(drawing, Theme::Light, width).expect_err("too large");
        let wide = PngError::TooLarge {
            width: 20_000,
            height: 10_000,
        };
        assert_eq!(too_large(&drawing(), 20_000), wide);
        let sentences = [Language::En, Language::Zh].map(|language| wide.sentence(language));
        assert!(sentences.iter().all(|said| said.contains("20000 × 10000")));
        assert!(sentences.iter().all(|said| said.contains("16384")));
        let mut square = drawing();
        square.size = (100.0, 100.0);
        too_large(&square, 9_000);
        for size in [(0.0, 100.0), (100.0, f32::NAN), (1.0, 1e6)] {
            square.size = size;
            too_large(&square, 100);
        }
    }
}
