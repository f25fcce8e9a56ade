//! The list of a folder in our own file dialog. The keys reach it from the field above.

use eframe::egui::{
    Align2, CornerRadius, Frame, Margin, Rect, Role as Access, ScrollArea, Sense, Stroke, Ui,
    WidgetInfo, pos2, vec2,
};

use super::icons::{self, Icon};
use super::paint::text_within;
use super::style::{self, size};
use crate::app::file_dialog::{PathChoice, Row};
use crate::report::Locale;
use crate::theme::Role;

/// Height of a row.
pub const ROW: f32 = 24.0;

/// What was done with the list.
pub enum Picked {
    /// A row was clicked.
    Once(usize),
    /// It was clicked twice.
    Twice(usize),
}

/// Shows the list in a frame of this size; `follow` brings the marked row into view.
pub fn show(
    ui: &mut Ui,
    locale: &Locale,
    choice: &PathChoice,
    (height, follow): (f32, bool),
) -> Option<Picked> {
    let edge = Stroke::new(1.0, style::color(ui, Role::Stroke));
    let frame = Frame::new()
        .stroke(edge)
        .corner_radius(CornerRadius::same(style::BUTTON_RADIUS))
        .inner_margin(Margin::same(4));
    let framed = frame.show(ui, |ui| {
        ui.set_height(height - 10.0);
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        let others = choice.listing().map_or(0, |listing| listing.others);
        let words = remark(locale, choice, others);
        let room = ui.available_height() - if words.is_empty() { 0.0 } else { ROW };
        let picked = rows(ui, locale, choice, (room, follow));
        if !words.is_empty() {
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
            quiet(ui, rect, &words);
        }
        picked
    });
    framed.inner
}

fn rows(
    ui: &mut Ui,
    locale: &Locale,
    choice: &PathChoice,
    (room, follow): (f32, bool),
) -> Option<Picked> {
    let mut picked = None;
    let mut area = ScrollArea::vertical()
        .id_salt(choice.folder())
        .max_height(room)
        .auto_shrink([false, choice.rows() > 0]);
    if let Some(row) = choice.marked().filter(|_| follow) {
        let rows = room / ROW;
        area = area.vertical_scroll_offset((row as f32 - rows / 2.0).max(0.0) * ROW);
    }
    area.show_rows(ui, ROW, choice.rows(), |ui, shown| {
        for index in shown {
            picked = line(ui, locale, choice, index).or(picked.take());
        }
    });
    picked
}

/// What is to be said of the list itself.
fn remark(locale: &Locale, choice: &PathChoice, others: usize) -> String {
    let texts = &locale.text.window.path_prompt;
    let has_entries = (0..choice.rows()).any(|row| choice.row(row) != Some(Row::Parent));
    if choice.listing().is_none() {
        return String::new();
    }
    let nothing = match (has_entries, choice.is_searching()) {
        (true, _) => "",
        (false, true) => &texts.nothing_found,
        (false, false) => &texts.empty,
    };
    let not_shown = (others > 0).then(|| texts.others.fill(&[("count", &others)]));
    let parts = [nothing.to_owned(), not_shown.unwrap_or_default()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("  ")
}

/// Small words in the place of a row.
fn quiet(ui: &Ui, rect: Rect, words: &str) {
    let at = pos2(rect.left() + 6.0, rect.center().y);
    let (font, ink) = (style::regular(size::CAPTION), style::color(ui, Role::Text3));
    let width = rect.width() - 12.0;
    text_within(
        ui.painter(),
        at,
        Align2::LEFT_CENTER,
        words,
        font,
        ink,
        width,
    );
    super::paint::describe(ui, "remark on the list", rect, words);
}

fn line(ui: &mut Ui, locale: &Locale, choice: &PathChoice, index: usize) -> Option<Picked> {
    let texts = &locale.text.window.path_prompt;
    let (name, icon, spoken) = match choice.row(index)? {
        Row::Parent => (texts.parent.clone(), Icon::Up, texts.parent.clone()),
        Row::Entry(entry) if entry.is_folder => {
            let spoken = texts.folder_row.fill(&[("name", &entry.name)]);
            (plain(&entry.name), Icon::Folder, spoken)
        }
        Row::Entry(entry) => (plain(&entry.name), Icon::Document, entry.name.clone()),
    };
    let is_marked = choice.marked() == Some(index);
    let size = vec2(ui.available_width(), ROW);
    // No stop of the Tab key each: there may be thousands.
    let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Access::ListBoxOption, true, is_marked, &spoken));
    let state = (is_marked, response.hovered());
    let is_cut = paint_row(ui, rect, (icon, &name), state);
    let (once, twice) = (response.clicked(), response.double_clicked());
    if is_cut {
        response.on_hover_text(&name);
    }
    match (twice, once) {
        (true, _) => Some(Picked::Twice(index)),
        (false, true) => Some(Picked::Once(index)),
        (false, false) => None,
    }
}

/// Paints a row with its icon; says whether its name has no more room than it needs, or less.
pub fn paint_row(
    ui: &Ui,
    rect: Rect,
    (icon, name): (Icon, &str),
    (is_marked, is_hovered): (bool, bool),
) -> bool {
    let fill = match (is_marked, is_hovered) {
        (true, _) => Some(Role::AccentSoft),
        (false, true) => Some(Role::Hover),
        (false, false) => None,
    };
    let painter = ui.painter();
    if let Some(fill) = fill {
        let radius = CornerRadius::same(5);
        painter.rect_filled(rect, radius, style::color(ui, fill));
    }
    let ink = style::color(ui, if is_marked { Role::Accent } else { Role::Text3 });
    let middle = pos2(rect.left() + 14.0, rect.center().y);
    icons::paint(painter, icon, middle, ink);
    let at = pos2(rect.left() + 28.0, rect.center().y);
    let (font, ink) = (style::regular(size::BODY), style::color(ui, Role::Text1));
    let (anchor, width) = (Align2::LEFT_CENTER, rect.right() - at.x - 6.0);
    let place = text_within(painter, at, anchor, name, font, ink, width);
    place.width() >= width - 12.0
}

/// A name in one line, whatever is in it.
pub fn plain(name: &str) -> String {
    name.chars()
        .map(|letter| if letter.is_control() { '?' } else { letter })
        .collect()
}
