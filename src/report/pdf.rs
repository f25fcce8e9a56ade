//! Drawings as the pages of a PDF: shapes, and words that can be marked, copied and searched.

mod paths;
mod words;

use std::error::Error;
use std::fmt;

use krilla::Document;
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;

use super::drawing::{Area, Drawing, Fill, Shape};
use crate::text::{Language, Text};
use crate::theme::{Role, Theme};
use paths::shape_path;
use words::Fonts;

/// Points of a page in a point of a drawing: a sheet of 1920 × 1080 is as large as a slide, 13⅓ × 7½
/// inches.
const SCALE: f32 = 0.5;

/// What a reader of the PDF is told about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    /// Its title.
    pub title: String,
    /// The language of its words.
    pub language: Language,
    /// When it was made: year, month and day. Without one the file says nothing of it.
    pub date: Option<(i16, u8, u8)>,
}

/// Why drawings did not become a PDF: a fault of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PdfError(String);

impl PdfError {
    /// What is wrong, in words.
    pub fn sentence(&self, language: Language) -> String {
        let fault = &Text::of(language).export.fault;
        fault.fill(&[("reason", &self.0)])
    }
}

impl Error for PdfError {}

impl fmt::Display for PdfError {
    /// What is wrong, in English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Language::En))
    }
}

/// Drawings as the pages of a PDF, each with a bookmark by its title. The same bytes for the same
/// drawings and details.
///
/// # Errors
/// Where a drawing has no size.
pub fn pdf(pages: &[Drawing], theme: Theme, details: &Details) -> Result<Vec<u8>, PdfError> {
    let fonts = Fonts::read();
    let mut document = Document::new();
    document.set_metadata(about(details));
    let mut bookmarks = Outline::new();
    for (index, drawing) in pages.iter().enumerate() {
        add(&mut document, drawing, theme, &fonts)?;
        let top = XyzDestination::new(index, Point::from_xy(0.0, 0.0));
        bookmarks.push_child(OutlineNode::new(drawing.words.0.clone(), top));
    }
    document.set_outline(bookmarks);
    document
        .finish()
        .map_err(|error| PdfError(error.to_string()))
}

/// What readers show as the properties of the document.
fn about(details: &Details) -> Metadata {
    let maker = &Text::of(details.language).workbook.maker;
    let about = Metadata::new()
        .title(details.title.clone())
        .language(details.language.tag().to_owned())
        .creator(maker.clone())
        .producer(maker.clone());
    match details.date {
        Some((year, month, day)) => {
            let date = DateTime::new(year.unsigned_abs()).month(month).day(day);
            about.creation_date(date.hour(0).minute(0).second(0))
        }
        None => about,
    }
}

/// Adds a page.
fn add(
    document: &mut Document,
    drawing: &Drawing,
    theme: Theme,
    fonts: &Fonts,
) -> Result<(), PdfError> {
    let (width, height) = drawing.size;
    let settings = PageSettings::from_wh(width * SCALE, height * SCALE)
        .ok_or_else(|| PdfError(format!("a page of {width} × {height}")))?;
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    surface.push_transform(&Transform::from_scale(SCALE, SCALE));
    let ground = Shape::Rect {
        area: Area::new((0.0, 0.0), drawing.size),
        radius: 0.0,
        fill: Some(Fill::solid(drawing.ground)),
        stroke: None,
    };
    for shape in std::iter::once(&ground).chain(&drawing.shapes) {
        paint(shape, theme, fonts, &mut surface);
    }
    surface.pop();
    surface.finish();
    page.finish();
    Ok(())
}

/// Paints a shape. One that has no extent is left out.
fn paint(shape: &Shape, theme: Theme, fonts: &Fonts, surface: &mut Surface) {
    let (fill, stroke) = match shape {
        Shape::Rect { fill, stroke, .. }
        | Shape::Polygon { fill, stroke, .. }
        | Shape::Circle { fill, stroke, .. } => (*fill, *stroke),
        Shape::Line { stroke, .. } => (None, Some(*stroke)),
        Shape::Band { fill, .. } => (Some(*fill), None),
        Shape::Text(text) => {
            surface.set_fill(Some(paths::filling(Fill::solid(text.role), theme)));
            surface.set_stroke(None);
            return fonts.write(text, surface);
        }
    };
    if (fill, stroke) == (None, None) {
        return;
    }
    surface.set_fill(fill.map(|fill| paths::filling(fill, theme)));
    surface.set_stroke(stroke.map(|stroke| paths::stroking(stroke, theme)));
    if let Some(path) = shape_path(shape) {
        surface.draw_path(&path);
    }
}

/// The colour of a role.
fn colour(role: Role, theme: Theme) -> rgb::Color {
    let color = theme.color(role);
    rgb::Color::new(color.red, color.green, color.blue)
}

/// How much of a colour.
fn opacity(of: f32) -> NormalizedF32 {
    NormalizedF32::new(of.clamp(0.0, 1.0)).unwrap_or(NormalizedF32::ONE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::drawing::{Align, Stroke, Text as Label, Weight};

    fn drawing(words: &str) -> Drawing {
        let mut drawing = Drawing::new((1920.0, 1080.0), Role::Bg);
        drawing.words.0 = "Need".to_owned();
        drawing.shapes = vec![
            Shape::Rect {
                area: Area::new((10.0, 10.0), (200.0, 100.0)),
                radius: 12.0,
                fill: Some(Fill {
                    role: Role::Accent,
                    opacity: 0.25,
                }),
                stroke: Some(Stroke {
                    dash: Some((5.0, 4.0)),
                    ..Stroke::solid(2.0, Role::Ghost)
                }),
            },
            Shape::Line {
                points: vec![(0.0, 0.0), (f32::NAN, 5.0)],
                stroke: Stroke::solid(1.0, Role::Bad),
            },
            Shape::Text(Label {
                at: (100.0, 200.0),
                align: Align::Centre,
                size: 22.0,
                weight: Weight::Regular,
                role: Role::Text1,
                words: words.to_owned(),
            }),
        ];
        drawing
    }

    fn details() -> Details {
        Details {
            title: "Slides".to_owned(),
            language: Language::Zh,
            date: Some((2026, 1, 31)),
        }
    }

    /// The file as text, as far as it is not compressed.
    fn written(pages: &[Drawing], details: &Details) -> String {
        let bytes = pdf(pages, Theme::Light, details).expect("a PDF");
        assert!(bytes.starts_with(b"%PDF-1.7"));
        String::from_utf8_lossy(&bytes).into_owned()
    }

    #[test]
    fn each_drawing_is_a_page_with_a_bookmark() {
        let file = written(&[drawing("a"), drawing("b"), drawing("c")], &details());
        assert!(file.contains("/Type/Pages/Count 3"));
        assert_eq!(file.matches("/MediaBox[0 0 960 540]").count(), 3);
        assert!(file.contains("/Type/Outlines") && file.contains("/Count 3>>"));
        assert_eq!(file.matches("/Title(Need)").count(), 3);
    }

    #[test]
    fn letters_are_embedded_and_know_their_characters() {
        let latin = written(&[drawing("AI")], &details());
        assert!(latin.contains("+Inter-Regular/Encoding") && !latin.contains("NotoSansSC"));
        assert_eq!(latin.matches("/ToUnicode").count(), 1);
        let both = written(&[drawing("AI 算力")], &details());
        assert!(both.contains("+NotoSansSC-Regular/Encoding"));
        assert_eq!(both.matches("/ToUnicode").count(), 2);
        assert_eq!(both.matches("/FontFile2").count(), 2);
        assert!(both.len() < 50_000, "only letters that are used");
    }

    #[test]
    fn the_file_says_what_it_is() {
        let file = written(&[drawing("a")], &details());
        for said in ["/Title(Slides)", "/Lang(zh-CN)", "D:20260131000000"] {
            assert!(file.contains(said), "{said}");
        }
        let undated = Details {
            date: None,
            ..details()
        };
        assert!(!written(&[drawing("a")], &undated).contains("/CreationDate"));
    }

    #[test]
    fn colours_may_be_seen_through() {
        assert!(written(&[drawing("a")], &details()).contains("/ca 0.25"));
    }

    #[test]
    fn the_same_drawings_are_the_same_file() {
        let pages = [drawing("算力 AI"), drawing("b")];
        let once = pdf(&pages, Theme::Dark, &details());
        assert_eq!(once, pdf(&pages, Theme::Dark, &details()));
        assert_ne!(once, pdf(&pages, Theme::Light, &details()));
    }

    #[test]
    fn a_page_without_size_is_refused_and_words_without_place_are_left_out() {
        let mut flat = drawing("a");
        flat.size.1 = 0.0;
        let error = pdf(&[flat], Theme::Light, &details()).expect_err("no size");
        assert!(error.sentence(Language::En).contains("1920 × 0"));
        let mut lost = drawing("a");
        if let Some(Shape::Text(text)) = lost.shapes.last_mut() {
            text.at.0 = f32::NAN;
        }
        assert!(!written(&[lost], &details()).contains("Inter"));
    }
}
