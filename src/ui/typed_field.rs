//! A field that shows a value and takes a typed one.

use eframe::egui::{
    Align2, CursorIcon, FontId, Frame, Id, Key, Margin, Rect, Sense, Stroke, TextEdit, Ui,
    UiBuilder, pos2,
    text::{CCursor, CCursorRange},
};

use super::paint::text;
use super::style::{self, BUTTON_RADIUS, size};
use crate::format::Amount;
use crate::theme::Role;

/// A field and what stands in it.
pub struct TypedField<'a> {
    /// What it is called.
    pub name: &'a str,
    /// What it says when the pointer is over it.
    pub hint: &'a str,
    /// The value as it could be typed.
    pub shown: &'a Amount,
    /// The font of the value.
    pub font: FontId,
    /// The colour of the value.
    pub ink: Role,
    /// The colour of the edge while nothing is typed.
    pub edge: Role,
}

/// What is being typed, and what stood there before.
#[derive(Clone)]
struct Draft {
    text: String,
    original: String,
}

impl TypedField<'_> {
    /// Shows the field; gives what was typed once it is committed by Enter, Tab or a click
    /// elsewhere. Escape brings the old value back, and what was only looked at gives nothing.
    pub fn show(&self, ui: &mut Ui, id: Id, rect: Rect) -> Option<String> {
        let unit_width = paint_frame(ui, id, rect, &self.shown.unit, self.edge);
        let frame = ui.interact(rect, id.with("frame"), Sense::CLICK);

        // egui takes the focus away on Escape before anything is shown: the draft tells who had it.
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            ui.data_mut(|data| data.remove::<Draft>(id));
            ui.memory_mut(|memory| memory.surrender_focus(id));
        }
        let draft: Option<Draft> = ui.data(|data| data.get_temp(id));
        let mut typing = draft
            .as_ref()
            .map_or_else(|| self.shown.number.clone(), |draft| draft.text.clone());

        let inner = Rect::from_min_max(rect.min, pos2(rect.right() - unit_width, rect.bottom()));
        let edit = TextEdit::singleline(&mut typing)
            .id(id)
            .font(self.font.clone())
            .text_color(style::color(ui, self.ink))
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
            .on_hover_text(self.hint);
        response.clone().accessible_name(self.name);

        // The unit belongs to the field: a click on it starts typing too. Not before the field is
        // shown: to it this is a click elsewhere.
        if frame.clicked() {
            ui.memory_mut(|memory| memory.request_focus(id));
            ui.ctx().request_repaint();
        }

        if response.has_focus() {
            let draft = if let Some(draft) = draft {
                Draft {
                    text: typing,
                    ..draft
                }
            } else {
                let original = self.shown.number.clone();
                let end = CCursor::new(original.chars().count());
                let all = CCursorRange::two(CCursor::default(), end);
                output.state.cursor.set_char_range(Some(all));
                output.state.store(ui.ctx(), id);
                Draft {
                    text: original.clone(),
                    original,
                }
            };
            ui.data_mut(|data| data.insert_temp(id, draft));
        } else if let Some(draft) = draft {
            ui.data_mut(|data| data.remove::<Draft>(id));
            // A value that was only looked at stays as it is, to the last bit.
            return (draft.text != draft.original).then_some(draft.text);
        }
        None
    }
}

/// Paints the field's frame and unit, and says how wide the unit is.
fn paint_frame(ui: &Ui, id: Id, rect: Rect, unit: &str, edge: Role) -> f32 {
    let focused = ui.memory(|memory| memory.has_focus(id));
    let hovered = ui.rect_contains_pointer(rect);
    let edge = if focused { Role::Accent } else { edge };
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
        return 4.0;
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
