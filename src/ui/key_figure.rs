//! The strip of key figures.

use eframe::egui::{
    Align2, Color32, CornerRadius, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2,
};

use super::explained;
use super::icons::triangle;
use super::overview::beside;
use super::paint::{card, focus_ring, line, text};
use super::style::{self, CARD_RADIUS, size, space};
use crate::app::Command;
use crate::model::series::Better;
use crate::model::{Reference, YEARS};
use crate::report::figures::unit_in_words;
use crate::report::{KeyFigure, Trend, World};
use crate::theme::Role;

/// A strip higher than this has two rows.
const TWO_ROWS: f32 = 140.0;
const SPARK: eframe::egui::Vec2 = vec2(60.0, 20.0);
/// Narrower cards have the least margin.
const TINY: f32 = 120.0;
/// A narrower curve says nothing.
const LEAST_SPARK: f32 = 24.0;

/// Shows the cards in `rect`: in one row, or in two where it is high enough for them; gives the
/// number that is to be explained.
pub fn show(ui: &Ui, world: &World<'_>, figures: &[KeyFigure], rect: Rect) -> Option<Command> {
    let mut wanted = None;
    let rows = if rect.height() > TWO_ROWS { 2 } else { 1 };
    let columns = figures.len().div_ceil(rows);
    let height = (rect.height() - space::GAP * (rows - 1) as f32) / rows as f32;
    // The scrubber says the year too: on all cards or on none.
    let width = rect.width() / columns as f32 - space::GAP - 2.0 * space::CARD;
    let has_year = figures.iter().all(|figure| {
        let (font, ink) = (style::regular(size::BODY), style::color(ui, Role::Text2));
        let label = line(ui.painter(), &figure.label, font, ink, f32::INFINITY);
        label.size().x + 36.0 < width
    });
    for (index, figures) in figures.chunks(columns).enumerate() {
        let top = rect.top() + index as f32 * (height + space::GAP);
        let row = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), height));
        for (figure, place) in figures.iter().zip(beside(row, columns)) {
            wanted = show_card(ui, world, figure, place, has_year).or(wanted);
        }
    }
    wanted
}

fn show_card(
    ui: &Ui,
    world: &World<'_>,
    figure: &KeyFigure,
    rect: Rect,
    has_year: bool,
) -> Option<Command> {
    card(ui, rect);
    let color = |role| style::color(ui, role);
    let painter = ui.painter();
    let is_narrow = rect.width() < 170.0;
    let padding = match rect.width() {
        ..TINY => 8.0,
        _ if is_narrow => 10.0,
        _ => space::CARD,
    };
    let inner = rect.shrink2(vec2(padding, if rect.height() < 80.0 { 7.0 } else { 10.0 }));
    let year = world.year.calendar().to_string();
    let caption = style::regular(size::CAPTION);
    let quiet = color(Role::Text3);
    let label = line(
        painter,
        &figure.label,
        style::regular(size::BODY),
        color(Role::Text2),
        inner.width(),
    );
    let y = inner.top() + 7.0;
    if has_year {
        let at = pos2(inner.right(), y);
        text(
            painter,
            at,
            Align2::RIGHT_CENTER,
            &year,
            caption.clone(),
            quiet,
        );
    }
    let top = y - label.size().y / 2.0;
    painter.galley(pos2(inner.left(), top), label, color(Role::Text2));

    let baseline = f32::midpoint(inner.top(), inner.bottom()) + 15.0;
    let digits = style::semibold(if is_narrow { 21.0 } else { size::KEY_FIGURE });
    let at = pos2(inner.left(), baseline);
    let number = &figure.amount.number;
    let value = text(
        painter,
        at,
        Align2::LEFT_BOTTOM,
        number,
        digits,
        color(Role::Text1),
    );
    let unit = if figure.of.is_empty() {
        &figure.amount.unit
    } else {
        &figure.of
    };
    let at = pos2(value.right() + 5.0, baseline - 4.0);
    let unit = line(painter, unit, caption, quiet, rect.right() - 6.0 - at.x);
    // Half of "of spending" says nothing; a unit is shown as far as it goes.
    if figure.of.is_empty() || !unit.elided {
        painter.galley(pos2(at.x, at.y - unit.size().y), unit, quiet);
    }

    let change = pos2(inner.left(), inner.bottom() - 5.0);
    let (words, end) = if let Some((words, trend)) = &figure.change {
        (words, paint_change(ui, change, words, *trend))
    } else {
        let words = &world.locale.text.window.key_figures.as_baseline;
        let font = style::regular(size::CAPTION);
        let place = text(painter, change, Align2::LEFT_CENTER, words, font, quiet);
        (words, place.right())
    };
    // In a narrow card the words come first: the curve takes what they leave.
    let left = (inner.right() - SPARK.x).max(end + 6.0);
    let spark = Rect::from_min_max(
        pos2(left, inner.bottom() - SPARK.y + 3.0),
        pos2(inner.right(), inner.bottom() + 3.0),
    );
    if spark.width() > LEAST_SPARK {
        sparkline(ui, world, figure, spark);
    }
    let sentence = format!("{} {year}: {}, {words}", figure.label, figure.amount);
    let series = figure.series.info();
    let label = series.label.get(world.locale.language);
    let mut meaning = format!("{label} ({})", figure.amount);
    if let Some(unit) = unit_in_words(&world.locale, &series.unit) {
        meaning = format!("{meaning}\n{unit}");
    }
    let meaning = format!("{meaning}\n{}", world.locale.text.explanation.panel.hint);
    let id = ("key figure", figure.series.id());
    let reference = Reference::Series(figure.series, world.year);
    let (response, wanted) = explained::number(ui, id, rect, &sentence, reference);
    if response.hovered() {
        let edge = Stroke::new(1.0, color(Role::Accent));
        let inside = StrokeKind::Inside;
        painter.rect_stroke(rect, CornerRadius::same(CARD_RADIUS), edge, inside);
    }
    focus_ring(ui, &response, rect.shrink(2.0), CARD_RADIUS);
    response.on_hover_text(meaning);
    wanted
}

/// Paints ▲ or ▼ and how much, in the colour of what it means; says where it ends.
pub fn paint_change(ui: &Ui, at: eframe::egui::Pos2, words: &str, trend: Trend) -> f32 {
    let color = trend_color(ui, trend);
    triangle(
        ui.painter(),
        pos2(at.x + 4.0, at.y),
        8.0,
        trend.rising,
        color,
    );
    let at = pos2(at.x + 12.0, at.y);
    let font = style::semibold(size::LABEL);
    text(ui.painter(), at, Align2::LEFT_CENTER, words, font, color).right()
}

/// The colour of a trend.
pub fn trend_color(ui: &Ui, trend: Trend) -> Color32 {
    style::color(
        ui,
        match trend.verdict {
            Better::Up => Role::Good,
            Better::Down => Role::Bad,
            Better::Neutral => Role::Neutral,
        },
    )
}

fn sparkline(ui: &Ui, world: &World<'_>, figure: &KeyFigure, rect: Rect) {
    let all = figure.values.iter().chain(&figure.baseline).copied();
    let (low, high) = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    let span = if high > low { high - low } else { 1.0 };
    let point = |index: usize, value: f64| {
        let x = rect.left() + rect.width() * index as f32 / (YEARS - 1) as f32;
        pos2(
            x,
            rect.bottom() - rect.height() * ((value - low) / span) as f32,
        )
    };
    let curve = |values: &[f64; YEARS]| -> Vec<_> {
        values
            .iter()
            .enumerate()
            .map(|(index, &value)| point(index, value))
            .collect()
    };
    let painter = ui.painter();
    if world.differs() {
        let ghost = Stroke::new(1.2, style::color(ui, Role::Ghost));
        painter.extend(Shape::dashed_line(
            &curve(&figure.baseline),
            ghost,
            3.0,
            2.5,
        ));
    }
    let accent = style::color(ui, Role::Accent);
    painter.line(curve(&figure.values), Stroke::new(1.6, accent));
    let now = world.year.index();
    painter.circle_filled(point(now, figure.values[now]), 2.6, accent);
}
