//! Shapes and their attributes as SVG.

use std::fmt::{self, Display, Write};

use crate::report::drawing::{Area, Fill, Place, Shape, Stroke};
use crate::theme::{Role, Theme};

/// Writes a shape that is no text.
pub(super) fn mark(shape: &Shape, theme: Theme, svg: &mut String) {
    let painted = |attributes: Attributes, fill, stroke| attributes.paint(fill, stroke, theme);
    let (tag, attributes) = match shape {
        Shape::Rect {
            area,
            radius,
            fill,
            stroke,
        } => ("rect", painted(area_of(*area, *radius), *fill, *stroke)),
        Shape::Line { points, stroke } => {
            let line = Attributes::default().text("points", &places(points));
            ("polyline", painted(line, None, Some(*stroke)))
        }
        Shape::Band { steps, fill } => {
            let forth = steps.iter().map(|(x, y, _)| (*x, *y));
            let back = steps.iter().rev().map(|(x, _, y)| (*x, *y));
            let around: Vec<Place> = forth.chain(back).collect();
            let band = Attributes::default().text("points", &places(&around));
            ("polygon", painted(band, Some(*fill), None))
        }
        Shape::Polygon {
            points,
            fill,
            stroke,
        } => {
            let polygon = Attributes::default().text("points", &places(points));
            ("polygon", painted(polygon, *fill, *stroke))
        }
        Shape::Circle {
            centre,
            radius,
            fill,
            stroke,
        } => {
            let circle = Attributes::default()
                .number("cx", centre.0)
                .number("cy", centre.1)
                .number("r", radius.max(0.0));
            ("circle", painted(circle, *fill, *stroke))
        }
        Shape::Text(_) => return,
    };
    let _ = writeln!(svg, "<{tag}{attributes}/>");
}

fn area_of(area: Area, radius: f32) -> Attributes {
    let attributes = Attributes::default()
        .number("x", area.left)
        .number("y", area.top)
        .number("width", area.width().max(0.0))
        .number("height", area.height().max(0.0));
    if radius > 0.0 {
        attributes.number("rx", radius)
    } else {
        attributes
    }
}

/// The attributes of an element.
#[derive(Default)]
pub(super) struct Attributes(String);

impl Attributes {
    /// One more, whose text needs no escape.
    pub(super) fn text(mut self, name: &str, text: &str) -> Self {
        let _ = write!(self.0, " {name}=\"{text}\"");
        self
    }

    /// One more, in points.
    pub(super) fn number(self, name: &str, value: f32) -> Self {
        self.text(name, &number(value))
    }

    fn paint(self, fill: Option<Fill>, stroke: Option<Stroke>, theme: Theme) -> Self {
        let filled = match fill {
            Some(fill) => self.colour("fill", fill, theme),
            None => self.text("fill", "none"),
        };
        match stroke {
            Some(stroke) => filled.stroke(stroke, theme),
            None => filled,
        }
    }

    fn colour(self, name: &str, fill: Fill, theme: Theme) -> Self {
        let coloured = self.text(name, &colour(fill.role, theme));
        if fill.opacity < 1.0 {
            coloured.number(&format!("{name}-opacity"), fill.opacity.max(0.0))
        } else {
            coloured
        }
    }

    fn stroke(self, stroke: Stroke, theme: Theme) -> Self {
        let stroked = self
            .colour("stroke", stroke.fill, theme)
            .number("stroke-width", stroke.width)
            .text("stroke-linejoin", "round");
        match stroke.dash {
            Some((dash, gap)) => {
                stroked.text("stroke-dasharray", &[number(dash), number(gap)].join(" "))
            }
            None => stroked.text("stroke-linecap", "round"),
        }
    }
}

impl Display for Attributes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The colour of a role.
pub(super) fn colour(role: Role, theme: Theme) -> String {
    let color = theme.color(role);
    format!("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue)
}

/// Places as `x,y x,y`.
fn places(places: &[Place]) -> String {
    let places: Vec<String> = places
        .iter()
        .map(|(x, y)| [number(*x), number(*y)].join(","))
        .collect();
    places.join(" ")
}

/// A number with two decimals at most; what is no number is 0.
pub(super) fn number(value: f32) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let digits = format!("{value:.2}");
    match digits.trim_end_matches('0').trim_end_matches('.') {
        "-0" => "0".to_owned(),
        short => short.to_owned(),
    }
}

/// Words that may stand in an element or in quotes. Control characters become spaces, as in outlines;
/// characters that XML does not know are left out.
pub(super) fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\'' => escaped += "&#39;",
            '\u{fffe}' | '\u{ffff}' => {}
            _ if character.is_control() => escaped.push(' '),
            _ => escaped.push(character),
        }
    }
    escaped
}
