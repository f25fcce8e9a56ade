//! The field that shows a lever's value and takes a typed one.

use eframe::egui::{
    Align2, CursorIcon, Frame, Id, Key, Margin, Rect, Sense, Stroke, TextEdit, Ui, UiBuilder, pos2,
    text::CCursor, text::CCursorRange,
};

use super::paint::text;
use super::style::{self, BUTTON_RADIUS, size};
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

/// What is being typed, and what stood there before.
#[derive(Clone)]
struct Draft {
    text: String,
    original: String,
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
    let unit = &assumption.info().unit;
    let shown = locale.numbers.typed(value, unit);
    let name = assumption.info().label.get(locale.language);
    let unit_width = paint_frame(ui, id, rect, &shown.unit);
    // The unit belongs to the field: a click on it starts typing too.
    if ui.interact(rect, id.with("frame"), Sense::CLICK).clicked() {
        ui.memory_mut(|memory| memory.request_focus(id));
    }

    // egui takes the focus away on Escape before anything is shown: the draft tells who had it.
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        ui.data_mut(|data| data.remove::<Draft>(id));
        ui.memory_mut(|memory| memory.surrender_focus(id));
    }
    let draft: Option<Draft> = ui.data(|data| data.get_temp(id));
    let mut typing = draft
        .as_ref()
        .map_or_else(|| shown.number.clone(), |draft| draft.text.clone());

    let inner = Rect::from_min_max(rect.min, pos2(rect.right() - unit_width, rect.bottom()));
    let edit = TextEdit::singleline(&mut typing)
        .id(id)
        .font(style::semibold(size::TITLE))
        .text_color(style::color(ui, Role::Text1))
        .align(Align2::RIGHT_CENTER)
        .margin(Margin {
            left: 6,
            right: 3,
            top: 0,
            bottom: 0,
        })
        .frame(Frame::NONE)
        .desired_width(inner.width() - 9.0);
    let mut output = edit.show(&mut ui.new_child(UiBuilder::new().max_rect(inner)));
    let response = output.response.response.clone();
    response
        .clone()
        .on_hover_cursor(CursorIcon::Text)
        .on_hover_text(locale.text.levers.field_hint.fill(&[("lever", &name)]));
    response.clone().accessible_name(name);

    if response.gained_focus() {
        let original = shown.number;
        let all = CCursorRange::two(CCursor::default(), CCursor::new(original.chars().count()));
        output.state.cursor.set_char_range(Some(all));
        output.state.store(ui.ctx(), id);
        ui.data_mut(|data| {
            data.insert_temp(
                id,
                Draft {
                    text: original.clone(),
                    original,
                },
            )
        });
    } else if response.has_focus() {
        if let Some(draft) = draft {
            ui.data_mut(|data| {
                data.insert_temp(
                    id,
                    Draft {
                        text: typing,
                        ..draft
                    },
                )
            });
        }
    } else if let Some(draft) = draft {
        ui.data_mut(|data| data.remove::<Draft>(id));
        // A value that was only looked at stays as it is, to the last bit.
        if draft.text != draft.original {
            return Some(judge(locale, assumption, &draft.text, value));
        }
    }
    None
}

/// Paints the field's frame and unit, and says how wide the unit is.
fn paint_frame(ui: &Ui, id: Id, rect: Rect, unit: &str) -> f32 {
    let focused = ui.memory(|memory| memory.has_focus(id));
    let hovered = ui.rect_contains_pointer(rect);
    let edge = if focused {
        Role::Accent
    } else {
        Role::StrokeStrong
    };
    let fill = if hovered && !focused {
        Role::Hover
    } else {
        Role::Card
    };
    ui.painter().rect(
        rect,
        BUTTON_RADIUS,
        style::color(ui, fill),
        Stroke::new(if focused { 1.6 } else { 1.0 }, style::color(ui, edge)),
        eframe::egui::StrokeKind::Inside,
    );
    if unit.is_empty() {
        return 6.0;
    }
    let at = pos2(rect.right() - 7.0, rect.center().y);
    let anchor = Align2::RIGHT_CENTER;
    let font = style::regular(size::CAPTION);
    let painted = text(
        ui.painter(),
        at,
        anchor,
        unit,
        font,
        style::color(ui, Role::Text3),
    );
    painted.width() + 8.0
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

/// What typed text means for an assumption.
fn judge(locale: &Locale, assumption: Assumption, typed: &str, shown: f64) -> Typed {
    let info = assumption.info();
    let text = &locale.text.levers;
    match locale.numbers.parse(typed, &info.unit, shown) {
        Err(_) => Typed::Refused(text.not_a_number.fill(&[("typed", &typed)])),
        Ok(value) if info.allows(value) => Typed::Value(value),
        Ok(_) => {
            let (min, max) = (
                locale.typed(assumption, info.min),
                locale.typed(assumption, info.max),
            );
            Typed::Refused(text.out_of_range.fill(&[("min", &min), ("max", &max)]))
        }
    }
}
