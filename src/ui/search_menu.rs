//! A menu to search by typing: groups of lines, of which one is on.

use eframe::egui::{
    Align2, CornerRadius, Id, Key, Modifiers, Popup, PopupCloseBehavior, Response, Role as Access,
    ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::paint::{text, text_within};
use super::search_field;
use super::style::{self, size, space};
use crate::theme::Role;

const WIDTH: f32 = 360.0;
const LINE: f32 = 26.0;
/// Lines that are shown without scrolling.
const LINES: f32 = 13.0;

/// What a menu says beside its lines.
pub struct SearchMenu<'a> {
    /// The name of the field.
    pub hint: &'a str,
    /// What is said where no line is left.
    pub nothing_found: &'a str,
}

/// A line of the menu.
pub enum Line<T> {
    /// The name of those that follow.
    Group(String),
    /// Something to choose.
    Choice(Choice<T>),
}

/// Something to choose.
pub struct Choice<T> {
    /// What is chosen.
    pub value: T,
    /// Its name.
    pub name: String,
    /// What is said of it at the right end.
    pub detail: String,
    /// Is it chosen already?
    pub is_on: bool,
}

/// What was typed, and which choice the keys have come to.
#[derive(Clone, Default)]
struct Typed {
    words: String,
    /// Counted over the choices; none before a key was pressed.
    at: Option<usize>,
    is_old: bool,
}

impl SearchMenu<'_> {
    /// Opens at a click on the button; `lines` gives those that have some words in their names.
    pub fn show<T>(
        &self,
        button: &Response,
        lines: impl FnOnce(&str) -> Vec<Line<T>>,
    ) -> Option<T> {
        let id = button.id.with("typed");
        let ctx = &button.ctx;
        let popup = Popup::menu(button)
            .width(WIDTH)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| self.content(ui, id, lines));
        let Some(popup) = popup else {
            ctx.data_mut(|data| data.remove::<Typed>(id));
            return None;
        };
        if popup.inner.is_some() {
            Popup::close_id(ctx, Popup::default_response_id(button));
            button.request_focus();
        }
        popup.inner
    }

    fn content<T>(
        &self,
        ui: &mut Ui,
        id: Id,
        lines: impl FnOnce(&str) -> Vec<Line<T>>,
    ) -> Option<T> {
        ui.set_width(WIDTH);
        let mut typed: Typed = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        let is_new = !std::mem::replace(&mut typed.is_old, true);
        // Before the field takes them: arrows move through the list.
        let (steps, enter) = keys(ui, is_new);
        let place = vec2(WIDTH, space::BUTTON);
        let (place, _) = ui.allocate_exact_size(place, Sense::hover());
        let before = typed.words.clone();
        search_field::show(ui, id, place, self.hint, &mut typed.words);
        if is_new {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if typed.words != before {
            typed.at = Some(0);
        }
        let lines = lines(&typed.words);
        if lines.is_empty() {
            ui.label(self.nothing_found);
        }
        let choices: Vec<usize> = (0..lines.len())
            .filter(|&index| matches!(lines[index], Line::Choice(_)))
            .collect();
        let on = choices.iter().position(|&index| is_on(&lines[index]));
        let at = typed.at.or(on).unwrap_or_default() as i64 + steps;
        let at = (at.max(0) as usize).min(choices.len().saturating_sub(1));
        if steps != 0 {
            typed.at = Some(at);
        }
        let marked = choices.get(at).copied();
        let follow = (is_new || steps != 0).then_some(marked).flatten();
        let clicked = list(ui, &lines, marked, follow);
        ui.data_mut(|data| data.insert_temp(id, typed));
        let chosen = clicked.or(marked.filter(|_| enter))?;
        match lines.into_iter().nth(chosen)? {
            Line::Choice(choice) => Some(choice.value),
            Line::Group(_) => None,
        }
    }
}

/// How many lines down, and whether the line is chosen. The key that opened the menu is not meant.
fn keys(ui: &mut Ui, is_new: bool) -> (i64, bool) {
    if is_new {
        return (0, false);
    }
    ui.input_mut(|input| {
        let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown) as i64;
        let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp) as i64;
        (down - up, input.key_pressed(Key::Enter))
    })
}

fn is_on<T>(line: &Line<T>) -> bool {
    matches!(line, Line::Choice(choice) if choice.is_on)
}

/// The lines, with one of them marked; `follow` is brought into view. Gives one that was clicked.
fn list<T>(
    ui: &mut Ui,
    lines: &[Line<T>],
    marked: Option<usize>,
    follow: Option<usize>,
) -> Option<usize> {
    let mut clicked = None;
    let height = (LINE * LINES).min(ui.ctx().content_rect().height() - 120.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut area = ScrollArea::vertical()
        .max_height(height)
        .auto_shrink([false, true]);
    if let Some(index) = follow {
        area = area.vertical_scroll_offset((index as f32 - LINES / 2.0).max(0.0) * LINE);
    }
    area.show_rows(ui, LINE, lines.len(), |ui, shown| {
        for index in shown {
            let size = vec2(ui.available_width(), LINE);
            match &lines[index] {
                Line::Group(name) => group(ui, name, size),
                Line::Choice(line) => {
                    if choice(ui, line, size, marked == Some(index)) {
                        clicked = Some(index);
                    }
                }
            }
        }
    });
    clicked
}

fn group(ui: &mut Ui, name: &str, size: eframe::egui::Vec2) {
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let at = pos2(rect.left() + 6.0, rect.bottom() - 9.0);
    let (font, color) = (style::semibold(size::LABEL), style::color(ui, Role::Text2));
    text(ui.painter(), at, Align2::LEFT_CENTER, name, font, color);
}

fn choice<T>(ui: &mut Ui, choice: &Choice<T>, size: eframe::egui::Vec2, is_marked: bool) -> bool {
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = format!("{}: {}", choice.name, choice.detail);
    response.widget_info(|| WidgetInfo::selected(Access::ListBoxOption, true, choice.is_on, &name));
    let fill = match (choice.is_on, is_marked || response.hovered()) {
        (true, _) => Some(Role::AccentSoft),
        (false, true) => Some(Role::Hover),
        (false, false) => None,
    };
    if let Some(fill) = fill {
        let fill = style::color(ui, fill);
        ui.painter().rect_filled(rect, CornerRadius::same(5), fill);
    }
    let quiet = style::color(ui, Role::Text3);
    let right = pos2(rect.right() - 8.0, rect.center().y);
    let (font, anchor) = (style::regular(size::CAPTION), Align2::RIGHT_CENTER);
    let detail = text(ui.painter(), right, anchor, &choice.detail, font, quiet);
    let role = if choice.is_on {
        Role::Accent
    } else {
        Role::Text1
    };
    let at = pos2(rect.left() + 6.0, rect.center().y);
    let width = detail.left() - at.x - 10.0;
    let (font, ink) = (style::regular(size::BODY), style::color(ui, role));
    let anchor = Align2::LEFT_CENTER;
    let place = text_within(ui.painter(), at, anchor, &choice.name, font, ink, width);
    let clicked = response.clicked();
    if place.width() >= width - 12.0 {
        response.on_hover_text(&name);
    }
    clicked
}
