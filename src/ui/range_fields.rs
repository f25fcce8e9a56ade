//! The likely range of a lever in its details: fields for P5 and P95 around the median.

use eframe::egui::{Align2, Id, RichText, Sense, Ui, vec2};

use super::lever::Lever;
use super::paint::{describe, line, text};
use super::style::{self, size, space};
use super::typed_field::TypedField;
use super::value_field;
use crate::app::Command;
use crate::theme::Role;

/// Space between a word and its field.
const GAP: f32 = 5.0;

/// An end of a range.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Low,
    High,
}

impl End {
    /// What it is called, in every language.
    fn name(self) -> &'static str {
        match self {
            Self::Low => "P5",
            Self::High => "P95",
        }
    }
}

/// Shows the range; gives the one that was typed, or the baseline's where that is wanted back.
pub fn show(ui: &mut Ui, lever: &Lever<'_>) -> Option<Command> {
    let texts = &lever.world.locale.text.levers;
    let median = lever.world.scenario.spread(lever.assumption).median;
    let median = lever.world.locale.typed(lever.assumption, median);
    let mut typed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(10.0, 4.0);
        let low = end(ui, lever, End::Low);
        word(ui, &texts.median.fill(&[("value", &median)]));
        typed = end(ui, lever, End::High).or(low);
    });
    let given_back = reset(ui, lever).then_some(None);
    let wanted = typed.map(Some).or(given_back);
    if wanted.is_some() {
        remember_refusal(ui, lever, None);
    }
    refusal(ui, lever);
    wanted.map(|range| Command::SetRange {
        assumption: lever.assumption,
        range,
    })
}

/// The range as it stands in the fields: an own one as it was typed, wherever the value is.
fn shown(lever: &Lever<'_>) -> (f64, f64) {
    let scenario = lever.world.scenario;
    let own = scenario.ranges.get(&lever.assumption).copied();
    own.unwrap_or_else(|| scenario.spread(lever.assumption).ends())
}

/// The field of an end with its name before it; gives the range with what was typed.
fn end(ui: &mut Ui, lever: &Lever<'_>, end: End) -> Option<(f64, f64)> {
    let (locale, assumption) = (&lever.world.locale, lever.assumption);
    let (low, high) = shown(lever);
    let value = if end == End::Low { low } else { high };
    let label = assumption.info().label.get(locale.language);
    let names = [
        ("end", &end.name() as &dyn std::fmt::Display),
        ("lever", &label),
    ];
    let (font, quiet) = (style::regular(size::LABEL), style::color(ui, Role::Text3));
    let line = |end: End| line(ui.painter(), end.name(), font.clone(), quiet, f32::INFINITY);
    let (word, longest) = (line(end), line(End::High));
    let width = value_field::width(ui, locale, assumption, value);
    let size = vec2(longest.size().x + GAP + width, space::FIELD);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let at = Align2::LEFT_CENTER.anchor_size(rect.left_center(), word.size());
    ui.painter().galley(at.min, word, quiet);
    let field = TypedField {
        name: &locale.text.levers.end_name.fill(&names),
        hint: &locale.text.levers.end_hint.fill(&names),
        shown: &locale.numbers.typed(value, &assumption.info().unit),
        font: style::semibold(size::TITLE),
        ink: Role::Text1,
        edge: Role::StrokeStrong,
    };
    let id = Id::unique((end.name(), assumption.id()));
    let place = rect.with_min_x(rect.right() - width);
    let typed = field.show(ui, id, place)?;
    match judge(lever, end, &typed) {
        Ok(range) => Some(range),
        Err(sentence) => {
            remember_refusal(ui, lever, Some(sentence));
            None
        }
    }
}

/// The range that typed text makes, or why it makes none: P5 lies below the value and P95 above.
fn judge(lever: &Lever<'_>, end: End, typed: &str) -> Result<(f64, f64), String> {
    let (locale, assumption) = (&lever.world.locale, lever.assumption);
    let (low, high) = shown(lever);
    let info = assumption.info();
    let median = lever.world.scenario.value(assumption);
    let (value, limits) = match end {
        End::Low => (low, (info.min, median.min(high))),
        End::High => (high, (median.max(low), info.max)),
    };
    let typed = value_field::read(locale, assumption, typed, value)?;
    if !(limits.0..=limits.1).contains(&typed) {
        let sentence = &locale.text.levers.end_out_of_range;
        return Err(sentence.fill(&[
            ("end", &end.name()),
            ("min", &locale.typed(assumption, limits.0)),
            ("max", &locale.typed(assumption, limits.1)),
        ]));
    }
    Ok(match end {
        End::Low => (typed, high),
        End::High => (low, typed),
    })
}

/// Marks an own range; is the baseline's wanted back?
fn reset(ui: &mut Ui, lever: &Lever<'_>) -> bool {
    let scenario = lever.world.scenario;
    if !scenario.ranges.contains_key(&lever.assumption) {
        return false;
    }
    let (locale, texts) = (&lever.world.locale, &lever.world.locale.text.levers);
    let given = scenario.given_range(lever.assumption);
    let [low, high] = locale.two_values(lever.assumption, given);
    let words = texts.reset_range.fill(&[("low", &low), ("high", &high)]);
    let font = style::semibold(size::LABEL);
    let mark = RichText::new(&texts.own_mark).font(font);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.label(mark.color(style::color(ui, Role::Accent)));
        let link = RichText::new(words).font(style::regular(size::LABEL));
        ui.link(link).clicked()
    })
    .inner
}

fn word(ui: &mut Ui, words: &str) {
    let (font, color) = (style::regular(size::LABEL), style::color(ui, Role::Text2));
    let width = line(ui.painter(), words, font.clone(), color, f32::INFINITY)
        .size()
        .x;
    let (rect, _) = ui.allocate_exact_size(vec2(width, space::FIELD), Sense::hover());
    let anchor = Align2::LEFT_CENTER;
    text(ui.painter(), rect.left_center(), anchor, words, font, color);
    describe(ui, words, rect, words);
}

/// Shows why the last typed end was refused, if it was.
fn refusal(ui: &mut Ui, lever: &Lever<'_>) {
    let sentence: Option<String> = ui.data(|data| data.get_temp(refusal_id(lever)));
    if let Some(sentence) = sentence {
        let words = RichText::new(sentence).font(style::regular(size::LABEL));
        ui.label(words.color(style::color(ui, Role::Bad)));
    }
}

/// Keeps the sentence about a refused end until the next one.
fn remember_refusal(ui: &Ui, lever: &Lever<'_>, sentence: Option<String>) {
    let id = refusal_id(lever);
    ui.data_mut(|data| match sentence {
        Some(sentence) => {
            data.insert_temp(id, sentence);
        }
        None => data.remove::<String>(id),
    });
}

fn refusal_id(lever: &Lever<'_>) -> Id {
    Id::unique(("range refusal", lever.assumption.id()))
}
