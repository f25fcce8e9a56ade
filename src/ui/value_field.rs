//! The field that shows a lever's value and takes a typed one.

use eframe::egui::{Id, Rect, Ui};

use super::style::{self, size};
use super::typed_field::TypedField;
use crate::model::Assumption;
use crate::report::Locale;
use crate::theme::Role;

/// What typing came to.
pub enum Typed {
    /// A value that the model takes.
    Value(f64),
    /// Something else, with a sentence about it.
    Refused(String),
}

/// Shows the field; gives what was typed once it is committed by Enter, Tab or a click elsewhere.
/// Escape brings the old value back.
pub fn show(
    ui: &mut Ui,
    id: Id,
    rect: Rect,
    locale: &Locale,
    assumption: Assumption,
    value: f64,
) -> Option<Typed> {
    let name = assumption.info().label.get(locale.language);
    let field = TypedField {
        name,
        hint: &locale.text.levers.field_hint.fill(&[("lever", &name)]),
        shown: &locale.numbers.typed(value, &assumption.info().unit),
        font: style::semibold(size::TITLE),
        ink: Role::Text1,
        edge: Role::StrokeStrong,
    };
    let typed = field.show(ui, id, rect)?;
    Some(match read(locale, assumption, &typed, value) {
        Ok(value) => Typed::Value(value),
        Err(sentence) => Typed::Refused(sentence),
    })
}

/// How wide a field must be for its value and unit.
pub fn width(ui: &Ui, locale: &Locale, assumption: Assumption, value: f64) -> f32 {
    let shown = locale.numbers.typed(value, &assumption.info().unit);
    let measure = |text: &str, font| {
        ui.painter()
            .layout_no_wrap(text.to_owned(), font, style::color(ui, Role::Text1))
            .size()
            .x
    };
    let unit = measure(&shown.unit, style::regular(size::CAPTION));
    let digits = measure(&shown.number, style::semibold(size::TITLE));
    (digits + unit + 27.0).max(64.0)
}

/// The value of an assumption that typed text means where `shown` stood before.
///
/// # Errors
/// A sentence about why it is none.
pub fn read(
    locale: &Locale,
    assumption: Assumption,
    typed: &str,
    shown: f64,
) -> Result<f64, String> {
    let info = assumption.info();
    let text = &locale.text.levers;
    match locale.numbers.parse(typed, &info.unit, shown) {
        Err(_) => Err(text.not_a_number.fill(&[("typed", &typed)])),
        Ok(value) if info.allows(value) => Ok(value),
        Ok(_) => Err(text.out_of_range.fill(&[
            ("min", &locale.typed(assumption, info.min)),
            ("max", &locale.typed(assumption, info.max)),
        ])),
    }
}
