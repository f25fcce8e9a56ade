//! A slide as a line of the list: its number, what it says, what it shows and in which world.

use eframe::egui::{Align2, CornerRadius, Rect, Role as Access, Ui, WidgetInfo, pos2};

use super::icons::{self, Icon};
use super::paint::{text, text_within};
use super::style::{self, BUTTON_RADIUS, size};
use crate::report::exhibit_name::exhibit_name;
use crate::report::slide_world::title_of;
use crate::report::{Locale, World};
use crate::scenario::slide::Slide;
use crate::theme::Role;

/// Height of a line.
pub const HEIGHT: f32 = 46.0;
/// Where the words begin, behind the number.
const WORDS: f32 = 32.0;
/// Room for the button at the right end.
pub const BUTTON: f32 = 30.0;

/// A line.
pub struct SlideRow {
    /// The number of the slide, the first being 1.
    pub number: usize,
    /// What it says, as it is read.
    pub title: String,
    /// What it shows, and in which world.
    pub about: String,
    /// Has it a note for the speaker?
    pub has_note: bool,
    /// Is it chosen?
    pub is_chosen: bool,
}

impl SlideRow {
    /// The line of a slide, in its own world.
    pub fn of(world: &World<'_>, slide: &Slide, place: usize, is_chosen: bool) -> Self {
        let locale = &world.locale;
        let shows = exhibit_name(locale, slide.exhibit);
        let about = [&*shows, &world_of(locale, slide)];
        Self {
            number: place + 1,
            title: title_of(world, slide),
            about: about.join(&locale.text.slides.list.separator),
            has_note: !slide.note.get(locale.language).is_empty(),
            is_chosen,
        }
    }

    /// What it says to those who cannot see it.
    pub fn describe(&self, locale: &Locale) -> WidgetInfo {
        let name = self.name(locale);
        WidgetInfo::selected(Access::ListBoxOption, true, self.is_chosen, name)
    }

    fn name(&self, locale: &Locale) -> String {
        let texts = &locale.text.slides.list;
        let mut about = vec![self.about.as_str()];
        about.extend(self.has_note.then_some(texts.has_note.as_str()));
        let about = about.join(&texts.separator);
        let (number, title) = (&self.number, &self.title);
        (texts.row).fill(&[("number", number), ("title", title), ("about", &about)])
    }

    /// Paints it.
    pub fn paint(&self, ui: &Ui, rect: Rect, is_hovered: bool) {
        let fill = match (self.is_chosen, is_hovered) {
            (true, _) => Some(Role::AccentSoft),
            (false, true) => Some(Role::Hover),
            (false, false) => None,
        };
        let color = |role| style::color(ui, role);
        let painter = ui.painter();
        if let Some(fill) = fill {
            painter.rect_filled(rect, CornerRadius::same(BUTTON_RADIUS), color(fill));
        }
        let upper = rect.top() + 15.5;
        let lower = rect.top() + 32.5;
        let number = if self.is_chosen {
            (style::semibold(size::BODY), color(Role::Accent))
        } else {
            (style::regular(size::BODY), color(Role::Text3))
        };
        let at = pos2(rect.left() + 23.0, upper);
        let words = self.number.to_string();
        text(
            painter,
            at,
            Align2::RIGHT_CENTER,
            &words,
            number.0,
            number.1,
        );
        let font = if self.is_chosen {
            style::semibold(size::BODY)
        } else {
            style::regular(size::BODY)
        };
        let left = rect.left() + WORDS;
        let room = rect.width() - WORDS - BUTTON;
        let (at, anchor) = (pos2(left, upper), Align2::LEFT_CENTER);
        text_within(
            painter,
            at,
            anchor,
            &self.title,
            font,
            color(Role::Text1),
            room,
        );
        let (at, font) = (pos2(left, lower), style::regular(size::CAPTION));
        text_within(
            painter,
            at,
            anchor,
            &self.about,
            font,
            color(Role::Text3),
            room,
        );
        if self.has_note {
            let at = pos2(rect.left() + 18.5, lower);
            icons::paint(painter, Icon::Document, at, color(Role::Text3));
        }
    }
}

/// In which world a slide is shown, in a few words.
fn world_of(locale: &Locale, slide: &Slide) -> String {
    let texts = &locale.text.slides.list;
    match slide.changes.as_ref().map(std::collections::BTreeMap::len) {
        None => texts.follows.clone(),
        Some(0) => texts.as_baseline.clone(),
        Some(1) => texts.one_differs.clone(),
        Some(count) => texts.differ.fill(&[("count", &count)]),
    }
}
