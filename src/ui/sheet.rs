//! Paints a neutral drawing: the same that is written as a picture or a page.

use eframe::egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, StrokeKind, pos2};

use super::feather::{Cut, band};
use super::paint::{line, translucent};
use super::style;
use crate::report::drawing::{self, Align, Area, Drawing, Fill, Place, Stroke, Text, Weight};
use crate::theme::Theme;

/// The ends of lines that are wider are round.
const ROUND: f32 = 2.5;

/// Paints a drawing whose upper left corner is at `origin`, in the colours of a theme.
pub fn paint(painter: &Painter, drawing: &Drawing, origin: Pos2, theme: Theme) {
    let sheet = Sheet {
        painter,
        origin,
        theme,
    };
    let (width, height) = drawing.size;
    let whole = sheet.rect(Area::new((0.0, 0.0), (width, height)));
    painter.rect_filled(whole, 0.0, style::color_in(theme, drawing.ground));
    for shape in &drawing.shapes {
        sheet.shape(shape);
    }
}

/// Where a drawing is painted.
struct Sheet<'a> {
    painter: &'a Painter,
    origin: Pos2,
    theme: Theme,
}

impl Sheet<'_> {
    fn shape(&self, shape: &drawing::Shape) {
        use drawing::Shape as S;
        match shape {
            S::Rect {
                area,
                radius,
                fill,
                stroke,
            } => {
                self.painter.rect(
                    self.rect(*area),
                    CornerRadius::same(radius.round() as u8),
                    self.fill(*fill),
                    self.stroke(*stroke),
                    StrokeKind::Middle,
                );
            }
            S::Line { points, stroke } => self.line(points, *stroke),
            S::Band { steps, fill } => {
                let pixel = 1.0 / self.painter.pixels_per_point();
                let mesh = band(cuts(steps), self.color(*fill), self.origin, pixel);
                self.painter.add(Shape::mesh(mesh));
            }
            S::Polygon {
                points,
                fill,
                stroke,
            } => {
                let corners = points.iter().map(|&at| self.place(at)).collect();
                let (fill, stroke) = (self.fill(*fill), self.stroke(*stroke));
                self.painter
                    .add(Shape::convex_polygon(corners, fill, stroke));
            }
            S::Circle {
                centre,
                radius,
                fill,
                stroke,
            } => {
                let (fill, stroke) = (self.fill(*fill), self.stroke(*stroke));
                self.painter
                    .circle(self.place(*centre), *radius, fill, stroke);
            }
            S::Text(text) => self.text(text),
        }
    }

    fn line(&self, points: &[Place], stroke: Stroke) {
        let places: Vec<Pos2> = points.iter().map(|&at| self.place(at)).collect();
        let ink = self.stroke(Some(stroke));
        if let Some((dash, gap)) = stroke.dash {
            self.painter
                .extend(Shape::dashed_line(&places, ink, dash, gap));
            return;
        }
        // Meshes of lines have flat ends: a dot at each makes them round.
        for end in [places.first(), places.last()].into_iter().flatten() {
            if stroke.width > ROUND && stroke.fill.opacity >= 1.0 {
                self.painter
                    .circle_filled(*end, stroke.width / 2.0, ink.color);
            }
        }
        self.painter.add(Shape::line(places, ink));
    }

    /// Words with their baseline where the drawing has it.
    fn text(&self, text: &Text) {
        let font = match text.weight {
            Weight::Regular => style::regular(text.size),
            Weight::Semibold => style::semibold(text.size),
        };
        let color = style::color_in(self.theme, text.role);
        let galley = line(self.painter, &text.words, font, color, f32::INFINITY);
        let Some(row) = galley.rows.first() else {
            return;
        };
        // The baseline of Latin letters: Han ones, which may come first, have one of their own.
        let ascent = row.row.glyphs.first().map(|glyph| glyph.font_ascent);
        let baseline = row.pos.y + ascent.unwrap_or_default();
        let share = match text.align {
            Align::Left => 0.0,
            Align::Centre => 0.5,
            Align::Right => 1.0,
        };
        let at = self.place(text.at);
        let corner = pos2(at.x - share * galley.size().x, at.y - baseline);
        self.painter.galley(corner, galley, color);
    }

    fn place(&self, (x, y): Place) -> Pos2 {
        pos2(self.origin.x + x, self.origin.y + y)
    }

    fn rect(&self, area: Area) -> Rect {
        Rect::from_min_max(
            self.place((area.left, area.top)),
            self.place((area.right, area.bottom)),
        )
    }

    fn color(&self, fill: Fill) -> Color32 {
        translucent(style::color_in(self.theme, fill.role), fill.opacity)
    }

    fn fill(&self, fill: Option<Fill>) -> Color32 {
        fill.map_or(Color32::TRANSPARENT, |fill| self.color(fill))
    }

    fn stroke(&self, stroke: Option<Stroke>) -> eframe::egui::Stroke {
        stroke.map_or(eframe::egui::Stroke::NONE, |stroke| {
            eframe::egui::Stroke::new(stroke.width, self.color(stroke.fill))
        })
    }
}

/// Where the edges of a band are.
fn cuts(steps: &[(f32, f32, f32)]) -> impl Iterator<Item = Cut> + '_ {
    steps
        .iter()
        .enumerate()
        .map(|(index, &(x, one, other))| Cut {
            x,
            top: one.min(other),
            bottom: one.max(other),
            slope: slope(steps, index),
        })
}

/// How steep the steeper edge of a band is about one of its steps.
fn slope(steps: &[(f32, f32, f32)], index: usize) -> f32 {
    let (before, after) = (index.saturating_sub(1), (index + 1).min(steps.len() - 1));
    let ((x0, a0, b0), (x1, a1, b1)) = (steps[before], steps[after]);
    let run = (x1 - x0).abs().max(1e-3);
    // An edge as steep as a wall would be feathered over the whole sheet.
    (((a1 - a0) / run).abs().max(((b1 - b0) / run).abs())).min(8.0)
}
