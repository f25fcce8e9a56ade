//! The room's guess: drawn on the chart with the pointer, then held against what the model says.

use std::collections::BTreeMap;

use eframe::egui::{Align2, CursorIcon, Id, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2};

use super::paint::{text, translucent};
use super::presenter::place_of;
use super::style;
use crate::app::{Present, Presenting};
use crate::model::Year;
use crate::report::World;
use crate::report::chart::Point;
use crate::report::drawing::plot::PlotFrame;
use crate::scenario::exhibit::Exhibit;
use crate::scenario::slide::Slide;
use crate::scenario::speech::Speech;
use crate::text::Words;
use crate::theme::Role;

/// What a slide shows while the room guesses.
pub struct Shown {
    /// The guess by calendar years.
    values: BTreeMap<u16, f64>,
    /// Where every guess begins: what the base year was.
    start: Option<Point>,
    /// Does the room see what the model says?
    pub is_revealed: bool,
    /// The range that the axis holds.
    pub held: (f64, f64),
    question: String,
    verdict: Option<String>,
}

/// What the slide that is shown has to say about a guess, while there is one.
pub fn of(world: &World<'_>, talk: &Presenting) -> Option<Shown> {
    let guessing = talk.guessing()?;
    let Exhibit::Chart(figure) = talk.slide().exhibit else {
        return None;
    };
    let chart = figure.chart(world);
    let base = Year::BASE.calendar();
    let value = chart.guessed().and_then(|row| row.value(base));
    Some(Shown {
        start: value.map(|value| (f64::from(base), value)),
        is_revealed: guessing.is_revealed,
        held: chart.room_to_guess(),
        question: chart.question(&world.locale),
        verdict: chart.verdict(&world.locale, &guessing.values),
        values: guessing.values.clone(),
    })
}

impl Shown {
    /// The slide with the question in the place of its words, or with how it went below them.
    pub fn slide(&self, slide: &Slide) -> Slide {
        let both = |words: &str| Words {
            en: Speech::escaped(words),
            zh: Speech::escaped(words),
        };
        let mut told = slide.clone();
        if self.is_revealed {
            if let Some(verdict) = &self.verdict {
                told.caption = both(verdict);
            }
        } else {
            told.title = both(&self.question);
            told.caption = Words::default();
        }
        told
    }
}

/// Shows the guess over the chart, and lets the room draw it.
pub fn show(
    ui: &Ui,
    world: &World<'_>,
    shown: &Shown,
    (plot, unit): (&PlotFrame, f32),
    rect: Rect,
) -> Vec<Present> {
    paint(ui, world, shown, (plot, unit), rect.min);
    if shown.is_revealed {
        return Vec::new();
    }
    let area = place_of(plot.plot, rect.min);
    let response = ui
        .interact(area, Id::unique("guess"), Sense::click_and_drag())
        .on_hover_cursor(CursorIcon::Crosshair);
    let Some(at) = response.interact_pointer_pos() else {
        return Vec::new();
    };
    let before = if response.drag_started() || response.clicked() {
        at
    } else {
        at - response.drag_delta()
    };
    drawn(plot, before - rect.min.to_vec2(), at - rect.min.to_vec2())
}

/// The years that the pointer has passed or come to, with their values.
fn drawn(plot: &PlotFrame, from: Pos2, to: Pos2) -> Vec<Present> {
    let (first, last) = (plot.year_at(from.x), plot.year_at(to.x));
    let inside = |y: f32| y.clamp(plot.plot.top, plot.plot.bottom);
    let value = |y: f32| plot.value_at(inside(y));
    let mut guesses = vec![(last.round(), value(to.y))];
    let (low, high) = (first.min(last).ceil(), first.max(last).floor());
    let mut year = low;
    while year <= high {
        let share = ((year - first) / (last - first)) as f32;
        if share.is_finite() {
            guesses.push((year, value(from.y + (to.y - from.y) * share)));
        }
        year += 1.0;
    }
    let guess = |(year, value)| Present::Guess {
        year: year as u16,
        value,
    };
    guesses.into_iter().map(guess).collect()
}

fn paint(ui: &Ui, world: &World<'_>, shown: &Shown, (plot, unit): (&PlotFrame, f32), origin: Pos2) {
    let guesses = shown
        .values
        .iter()
        .map(|(&year, &value)| (f64::from(year), value));
    let points = shown.start.into_iter().chain(guesses);
    let places: Vec<Pos2> = points
        .filter_map(|point| plot.place(point))
        .map(|(x, y)| pos2(origin.x + x, origin.y + y))
        .collect();
    let ink = style::color(ui, Role::Warn);
    let ground = style::color(ui, Role::Bg);
    let painter = ui.painter();
    let stroke = Stroke::new(5.0 * unit, ink);
    painter.add(Shape::line(places.clone(), Stroke::new(9.0 * unit, ground)));
    painter.extend(Shape::dashed_line(&places, stroke, 16.0 * unit, 9.0 * unit));
    for &place in places.iter().skip(1) {
        painter.circle(place, 8.0 * unit, ground, stroke);
    }
    let texts = &world.locale.text.predicting;
    let font = style::semibold(26.0 * unit);
    if let (Some(&last), true) = (places.last(), places.len() > 1) {
        let at = last + eframe::egui::vec2(0.0, -18.0 * unit);
        text(painter, at, Align2::RIGHT_BOTTOM, &texts.guess, font, ink);
    } else if !shown.is_revealed {
        let area = place_of(plot.plot, origin);
        let quiet = translucent(style::color(ui, Role::Text2), 1.0);
        text(
            painter,
            area.center(),
            Align2::CENTER_CENTER,
            &texts.how,
            font,
            quiet,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::axis::Axis;
    use crate::report::drawing::Area;

    #[test]
    fn a_quick_stroke_guesses_every_year_that_it_passes() {
        let plot = PlotFrame {
            plot: Area::new((0.0, 0.0), (1040.0, 600.0)),
            years: (2022, 2032),
            axis: Axis::linear([545.0].into_iter(), "GW", 1.0),
        };
        let place = |year: f64, value: f64| {
            let (x, y) = plot.place((year, value)).expect("inside");
            pos2(x, y)
        };
        let guesses = drawn(&plot, place(2027.4, 100.0), place(2030.2, 380.0));
        let years: Vec<u16> = guesses
            .iter()
            .filter_map(|guess| match guess {
                Present::Guess { year, .. } => Some(*year),
                _ => None,
            })
            .collect();
        assert_eq!(years, [2030, 2028, 2029, 2030]);
        let Present::Guess { value, .. } = guesses[1] else {
            panic!("a guess");
        };
        assert!((value - 160.0).abs() < 1.0, "{value}");
    }
}
