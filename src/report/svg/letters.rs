//! Words in SVG: as the outlines of their letters, each written once, or as text.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::marks::{Attributes, colour, escaped, number};
use crate::report::drawing::typeface::{self, Font, Glyph, Step};
use crate::report::drawing::{Align, Place, Text, Weight};
use crate::theme::Theme;

/// Writes words as text. They are told how wide to be, as another font may have to serve.
pub(super) fn text(text: &Text, theme: Theme, svg: &mut String) {
    if text.words.trim().is_empty() {
        return;
    }
    let anchor = match text.align {
        Align::Left => "start",
        Align::Centre => "middle",
        Align::Right => "end",
    };
    let weight = match text.weight {
        Weight::Regular => "400",
        Weight::Semibold => "600",
    };
    let width = typeface::width(&text.words, text.weight, text.size);
    let attributes = Attributes::default()
        .number("x", text.at.0)
        .number("y", text.at.1)
        .text("text-anchor", anchor)
        .number("font-size", text.size)
        .text("font-weight", weight)
        .number("textLength", width)
        .text("fill", &colour(text.role, theme));
    let _ = writeln!(svg, "<text{attributes}>{}</text>", escaped(&text.words));
}

/// Letters that are written as outlines, each once.
pub(super) struct Outlines<'a> {
    /// What their names begin with.
    name: &'a str,
    used: BTreeSet<(Font, u16)>,
}

impl<'a> Outlines<'a> {
    pub(super) fn new(name: &'a str) -> Self {
        Self {
            name,
            used: BTreeSet::new(),
        }
    }

    /// Writes words: a group for each font, within it the units of the font.
    pub(super) fn text(&mut self, text: &Text, theme: Theme, svg: &mut String) {
        let glyphs = typeface::shape(&text.words, text.weight, text.size);
        let (x, y) = typeface::start(text, &glyphs);
        let fill = colour(text.role, theme);
        let words = escaped(&text.words);
        let _ = writeln!(svg, "<g fill=\"{fill}\" aria-label=\"{words}\">");
        for run in glyphs.chunk_by(|one, next| one.font == next.font) {
            let scale = text.size / run[0].font.units_per_em();
            let place = [number(x), number(y)].join(" ");
            let letters: String = run
                .iter()
                .filter_map(|glyph| self.letter(glyph, scale))
                .collect();
            if !letters.is_empty() {
                let transform = format!("translate({place}) scale({scale:.6})");
                let _ = writeln!(svg, "<g transform=\"{transform}\">{letters}</g>");
            }
        }
        svg.push_str("</g>\n");
    }

    /// A letter in units of its font; none for a space.
    fn letter(&mut self, glyph: &Glyph, scale: f32) -> Option<String> {
        if typeface::outline(glyph.font, glyph.id).is_empty() {
            return None;
        }
        self.used.insert((glyph.font, glyph.id));
        let name = self.name_of(glyph.font, glyph.id);
        let (x, y) = (glyph.offset.0 / scale, -glyph.offset.1 / scale);
        let lowered = match y.round() {
            0.0 => String::new(),
            y => format!(" y=\"{y}\""),
        };
        let x = x.round();
        Some(format!("<use xlink:href=\"#{name}\" x=\"{x}\"{lowered}/>"))
    }

    /// The outlines of the letters that were used.
    pub(super) fn definitions(&self) -> String {
        if self.used.is_empty() {
            return String::new();
        }
        let mut svg = "<defs>\n".to_owned();
        for (font, id) in &self.used {
            let (name, path) = (self.name_of(*font, *id), path(*font, *id));
            let _ = writeln!(svg, "<path id=\"{name}\" d=\"{path}\"/>");
        }
        svg + "</defs>\n"
    }

    fn name_of(&self, font: Font, id: u16) -> String {
        let font = match font {
            Font::Inter => 'i',
            Font::InterSemibold => 'j',
            Font::Noto => 'n',
            Font::NotoBold => 'o',
        };
        format!("{}{font}{id}", self.name)
    }
}

/// The outline of a letter in units of its font, which are whole numbers, from place to place.
fn path(font: Font, id: u16) -> String {
    let units = font.units_per_em();
    let whole = |(x, y): Place| ((x * units).round() as i32, (-y * units).round() as i32);
    let (mut at, mut begin, mut path) = ((0, 0), (0, 0), String::new());
    for step in typeface::outline(font, id) {
        let (command, places) = match step {
            Step::Move(to) => ('m', vec![to]),
            Step::Line(to) => ('l', vec![to]),
            Step::Quad(control, to) => ('q', vec![control, to]),
            Step::Cubic(first, second, to) => ('c', vec![first, second, to]),
            Step::Close => ('z', vec![]),
        };
        path.push(command);
        for (index, (x, y)) in places.iter().copied().map(whole).enumerate() {
            let space = if index == 0 { "" } else { " " };
            let _ = write!(path, "{space}{} {}", x - at.0, y - at.1);
        }
        at = places.last().copied().map_or(begin, whole);
        if command == 'm' {
            begin = at;
        }
    }
    path
}
