//! The head of a card with a picture: title, subtitle, what one is looking at, and a copy of it.

use eframe::egui::{Button, Id, Popup, Rect, RichText, Ui, pos2, vec2};

use super::icons::{self, Icon};
use super::paint::{describe, wrapped};
use super::picture_menu;
use super::style::{self, size};
use crate::app::{Command, Picture};
use crate::report::Locale;
use crate::theme::Role;

/// Side of a button.
const SIDE: f32 = 22.0;
/// Width of the menu, and of the words about the picture.
const MENU: f32 = 190.0;
const ABOUT: f32 = 340.0;
/// Title and subtitle have at most so many lines.
const LINES: usize = 2;

/// What a card says of its picture.
pub struct CardHead<'a> {
    /// Parts it from other cards.
    pub id: &'static str,
    /// What the picture shows, as a finding.
    pub title: &'a str,
    /// What is measured, and how.
    pub subtitle: &'a str,
    /// What one is looking at.
    pub about: &'a str,
    /// What the picture says, for those who cannot see it.
    pub summary: &'a str,
    /// What is exported and put on slides.
    pub picture: Picture,
    /// Its numbers as a spreadsheet takes them.
    pub data: &'a dyn Fn() -> String,
}

impl CardHead<'_> {
    /// Shows the head inside a card; gives where it ends, and what is wanted of the picture.
    pub fn show(
        &self,
        ui: &Ui,
        locale: &Locale,
        card: Rect,
        inner: Rect,
    ) -> (f32, Option<Command>) {
        let sentence = format!("{}. {}", self.title, self.summary);
        describe(ui, self.id, card, &sentence);
        let mut right = inner.right() + 5.0;
        let mut place = || {
            right -= SIDE;
            Rect::from_min_size(pos2(right, inner.top() - 3.0), vec2(SIDE, SIDE))
        };
        let texts = &locale.text.charts;
        let id = |name: &str| Id::unique((name, self.id));
        let more = icons::button_at(ui, Icon::More, place(), id("more"), &texts.more);
        let help = icons::button_at(ui, Icon::Help, place(), id("about"), &texts.what_is_this);
        Popup::menu(&help)
            .width(ABOUT)
            .show(|ui| self.about(ui, locale));
        let menu = Popup::menu(&more)
            .width(MENU)
            .show(|ui| self.menu(ui, locale));
        let bottom = self.words(ui, inner, right - 6.0);
        (bottom, menu.and_then(|menu| menu.inner))
    }

    fn menu(&self, ui: &mut Ui, locale: &Locale) -> Option<Command> {
        let button = Button::new(&locale.text.charts.copy_data).frame_when_inactive(false);
        if ui.add(button.min_size(vec2(MENU - 12.0, 0.0))).clicked() {
            ui.ctx().copy_text((self.data)());
        }
        picture_menu::show(ui, locale, self.picture, MENU - 12.0)
    }

    fn about(&self, ui: &mut Ui, locale: &Locale) {
        ui.set_max_width(ABOUT);
        let title = RichText::new(&locale.text.charts.what_is_this);
        ui.label(title.font(style::semibold(size::TITLE)));
        ui.label(self.about);
        let quiet = style::color(ui, Role::Text3);
        ui.label(RichText::new(self.summary).small().color(quiet));
    }

    /// Title and subtitle, whole on hover where they are cut; gives where they end.
    fn words(&self, ui: &Ui, inner: Rect, right: f32) -> f32 {
        let mut at = inner.min - vec2(0.0, 1.0);
        let parts = [
            (self.title, style::semibold(size::TITLE), Role::Text1, right),
            (
                self.subtitle,
                style::regular(size::LABEL),
                Role::Text3,
                inner.right(),
            ),
        ];
        for (words, font, role, right) in parts {
            let ink = style::color(ui, role);
            let width = right - inner.left();
            let galley = wrapped(ui.painter(), words, font, ink, (width, LINES));
            let place = Rect::from_min_size(at, galley.size());
            if galley.elided {
                describe(ui, (self.id, role), place, words).on_hover_text(words);
            }
            at.y = place.bottom() + 2.0;
            ui.painter().galley(place.min, galley, ink);
        }
        at.y
    }
}
