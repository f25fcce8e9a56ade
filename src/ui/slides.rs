//! The panel of slides: where a user builds a talk.

use eframe::egui::{Align2, Button, Context, Id, Rect, ScrollArea, Sense, Ui, Vec2, pos2, vec2};

use super::explanation::label;
use super::icons::{self, Icon};
use super::paint::text;
use super::slide_form::SlideForm;
use super::slide_list::SlideList;
use super::slide_row::HEIGHT;
use super::style::{self, size, space};
use super::{keys, side_panel, slide_draft};
use crate::app::{App, CATALOGUE, Command, Present, SlideEdit};
use crate::report::World;
use crate::report::slide_world::SlideWorld;
use crate::scenario::Scenario;
use crate::scenario::slide::Slide;
use crate::theme::Role;

/// Height of the line at the top.
const HEAD: f32 = 40.0;
/// The part of the height that the list may take from the form, and of how many slides at least.
const LIST: f32 = 0.4;
const LEAST: f32 = 2.0;
/// With less height, list and form scroll as one.
const LOW: f32 = 400.0;

/// Shows the panel while it is open; gives what the user wants.
pub fn show(ui: &mut Ui, world: &World<'_>, app: &App) -> Vec<Command> {
    let slides = &app.scenario().slides;
    if !app.view().slides {
        return slide_draft::closed(ui.ctx(), slides);
    }
    let shown = Shown { world, app };
    let mut commands = side_panel::show(ui, "slides", |ui| shown.content(ui));
    // Words whose field was left come first: what else was wanted is wanted after them.
    if let Some(written) = slide_draft::left(ui.ctx(), slides) {
        commands.insert(0, written);
    }
    commands
}

/// Gives the step that words become which are still being written, where a key was pressed that
/// saves, opens or presents, or the window is to be closed.
pub fn before_commands(ctx: &Context, app: &App) -> Option<Command> {
    slide_draft::before_commands(ctx, &app.scenario().slides)
}

/// What the panel shows.
struct Shown<'a> {
    world: &'a World<'a>,
    app: &'a App,
}

impl Shown<'_> {
    fn content(&self, ui: &mut Ui) -> Vec<Command> {
        ui.spacing_mut().item_spacing.y = space::GAP;
        let mut commands = Vec::from_iter(self.head(ui));
        if self.slides().is_empty() {
            let empty = &self.world.locale.text.slides.empty;
            label(ui, empty, false, size::BODY, Role::Text2);
            commands.extend(self.buttons(ui));
        } else {
            commands.extend(self.buttons(ui));
            commands.extend(self.body(ui));
        }
        commands
    }

    fn slides(&self) -> &[Slide] {
        &self.app.scenario().slides
    }

    /// The place of the slide that is chosen; there is one.
    fn chosen(&self) -> usize {
        let last = self.slides().len().saturating_sub(1);
        self.app.view().slide.min(last)
    }

    /// The name of the panel, how many slides there are, and the way out.
    fn head(&self, ui: &mut Ui) -> Option<Command> {
        let texts = &self.world.locale.text.slides;
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
        let center = pos2(rect.right() - 13.0, rect.center().y);
        let place = Rect::from_center_size(center, Vec2::splat(26.0));
        let close = icons::button_at(
            ui,
            Icon::Close,
            place,
            Id::unique("close slides"),
            &texts.close,
        );
        let (font, ink) = (style::semibold(size::TITLE), style::color(ui, Role::Text1));
        let at = pos2(rect.left() + 2.0, rect.center().y);
        let anchor = Align2::LEFT_CENTER;
        let title = text(ui.painter(), at, anchor, &texts.title, font, ink);
        let count = self.slides().len();
        if count > 0 {
            let (font, quiet) = (style::regular(size::TITLE), style::color(ui, Role::Text3));
            let at = pos2(title.right() + 8.0, rect.center().y);
            text(ui.painter(), at, anchor, &count.to_string(), font, quiet);
        }
        close.clicked().then_some(Command::ToggleSlides)
    }

    /// The buttons that add a slide and, where there are any, give the talk.
    fn buttons(&self, ui: &mut Ui) -> Option<Command> {
        let texts = &self.world.locale.text.slides;
        let is_empty = self.slides().is_empty();
        let columns = if is_empty { 1.0 } else { 2.0 };
        let whole = ui.available_width() - inset(ui);
        let width = (whole - space::GAP * (columns - 1.0)) / columns;
        let button = |words: &str| Button::new(words).min_size(vec2(width, space::BUTTON));
        let number = self.chosen() + 1;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::GAP;
            let keys = self.keys("capture");
            let hint = texts.capture_hint.fill(&[("keys", &keys)]);
            let capture = ui.add(button(&texts.capture)).on_hover_text(hint);
            if capture.clicked() {
                return Some(Command::EditSlides(SlideEdit::Capture));
            }
            if is_empty {
                return None;
            }
            let keys = self.keys("present_from_here");
            let hint = texts
                .present_hint
                .fill(&[("number", &number), ("keys", &keys)]);
            let present = ui.add(button(&texts.present)).on_hover_text(hint);
            let start = Present::Start(self.chosen());
            present.clicked().then_some(Command::Present(start))
        })
        .inner
    }

    /// The keys of an entry of the catalogue.
    fn keys(&self, key: &str) -> String {
        let entry = CATALOGUE.iter().find(|entry| entry.key == key);
        let shortcut = entry.and_then(|entry| entry.shortcuts.first());
        shortcut.map_or_else(String::new, |&keys| keys::name(&self.world.locale, keys))
    }

    /// The list over the form of the chosen slide, each scrolling by itself where there is room.
    fn body(&self, ui: &mut Ui) -> Option<Command> {
        let height = ui.available_height();
        if height < LOW {
            return scroll(ui, "slides and form", height, |ui| {
                let listed = self.list(ui);
                edge(ui);
                listed.or(self.form(ui))
            });
        }
        let all = HEIGHT * self.slides().len() as f32;
        let most = (height * LIST).max(HEIGHT * LEAST).min(all);
        let listed = scroll(ui, "list of slides", most, |ui| self.list(ui));
        edge(ui);
        let rest = ui.available_height();
        let formed = scroll(ui, "form of a slide", rest, |ui| self.form(ui));
        listed.or(formed)
    }

    fn list(&self, ui: &mut Ui) -> Option<Command> {
        // Each world of a slide is a copy of this one.
        let scenario = Scenario {
            slides: Vec::new(),
            ..self.app.scenario().clone()
        };
        let list = SlideList {
            world: self.world,
            slides: self.slides(),
            scenario: &scenario,
            chosen: self.chosen(),
        };
        list.show(ui)
    }

    fn form(&self, ui: &mut Ui) -> Option<Command> {
        let place = self.chosen();
        let slide = self.slides().get(place)?;
        let shown = SlideWorld::of(self.app.scenario(), slide);
        let world = &shown.world(slide, self.world);
        let form = SlideForm {
            world,
            slide,
            place,
        };
        let wanted = form.show(ui);
        ui.add_space(space::MARGIN);
        wanted
    }
}

/// Shows content that scrolls, no higher than this.
fn scroll<R>(ui: &mut Ui, name: &str, height: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let width = ui.available_width() - inset(ui);
    ScrollArea::vertical()
        .id_salt(name)
        .auto_shrink([false, true])
        .max_height(height)
        .show(ui, |ui| {
            ui.set_max_width(width);
            content(ui)
        })
        .inner
}

/// How much narrower than the panel its content is, so that bars stand beside it.
fn inset(ui: &Ui) -> f32 {
    let bar = ui.spacing().scroll.allocated_width();
    bar + bar.min(4.0)
}

/// A line between the list and the form.
fn edge(ui: &mut Ui) {
    let width = ui.available_width() - inset(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, 1.0), Sense::hover());
    let stroke = (1.0, style::color(ui, Role::Stroke));
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
}
