//! The levers that stand under a slide, and the world that it shows.

use eframe::egui::{
    Align2, Button, CornerRadius, Id, Rect, Sense, StrokeKind, Ui, Vec2, pos2, vec2,
};

use super::explanation::{heading, label};
use super::goal_menus;
use super::icons::{self, Icon, text_button};
use super::paint::{line, text_within};
use super::style::{self, size, space};
use crate::app::{Command, SlideEdit};
use crate::model::Assumption;
use crate::report::World;
use crate::scenario::slide::{MOST_LEVERS, Slide};
use crate::theme::Role;

/// Height of a lever that is chosen, and room for what removes it.
const CHIP: f32 = 26.0;
const CLOSE: f32 = 24.0;
/// So many levers with their values say what a world is; the rest is counted.
const TOLD: usize = 3;

/// Shows the levers under a slide; gives the slide as the user wants it.
pub fn show(ui: &mut Ui, world: &World<'_>, slide: &Slide) -> Option<Slide> {
    let texts = &world.locale.text.slides.form;
    heading(ui, &texts.levers);
    let (removed, added) = ui
        .horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(6.0);
            let chips = slide.levers.iter();
            // All of them are shown, whichever is removed.
            let removed = chips.filter(|&&lever| chip(ui, world, lever)).last();
            (removed.copied(), add(ui, world, slide))
        })
        .inner;
    let mut levers = slide.levers.clone();
    levers.retain(|&lever| Some(lever) != removed);
    levers.extend(added.filter(|lever| !slide.levers.contains(lever)));
    (levers != slide.levers).then(|| Slide {
        levers,
        ..slide.clone()
    })
}

/// Shows a lever; gives whether it is to be removed.
fn chip(ui: &mut Ui, world: &World<'_>, lever: Assumption) -> bool {
    let name = world.locale.short_name(lever);
    let (font, ink) = (style::regular(size::BODY), style::color(ui, Role::Text1));
    let most = ui.max_rect().width() - CLOSE - 10.0;
    let width = line(ui.painter(), name, font.clone(), ink, most).size().x;
    let size = vec2(width + 10.0 + CLOSE, CHIP);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let (fill, edge) = (Role::Card, Role::StrokeStrong);
    ui.painter().rect(
        rect,
        CornerRadius::same(9),
        style::color(ui, fill),
        (1.0, style::color(ui, edge)),
        StrokeKind::Inside,
    );
    let (at, anchor) = (
        pos2(rect.left() + 9.0, rect.center().y),
        Align2::LEFT_CENTER,
    );
    text_within(ui.painter(), at, anchor, name, font, ink, width + 1.0);
    let center = pos2(rect.right() - CLOSE / 2.0, rect.center().y);
    let place = Rect::from_center_size(center, Vec2::splat(CLOSE - 4.0));
    let texts = &world.locale.text.slides.form;
    let remove = texts.remove_lever.fill(&[("lever", &name)]);
    let id = Id::unique(("lever of a slide", lever.id()));
    icons::button_at(ui, Icon::Close, place, id, &remove).clicked()
}

/// The button for one more lever, while there can be one; gives the lever.
fn add(ui: &mut Ui, world: &World<'_>, slide: &Slide) -> Option<Assumption> {
    let texts = &world.locale.text.slides.form;
    let is_full = slide.levers.len() >= MOST_LEVERS;
    let words = Button::new(&texts.add_lever).min_size(vec2(0.0, CHIP));
    let reason = texts.enough_levers.fill(&[("most", &MOST_LEVERS)]);
    let button = ui
        .add_enabled(!is_full, words)
        .on_disabled_hover_text(reason);
    if is_full {
        return None;
    }
    goal_menus::lever(&button, world, &slide.levers)
}

/// Shows which world the slide at this place shows; gives what the user wants.
pub fn show_world(ui: &mut Ui, world: &World<'_>, slide: &Slide, place: usize) -> Option<Command> {
    let texts = &world.locale.text.slides.form;
    heading(ui, &texts.world);
    label(ui, &told(world, slide), false, size::BODY, Role::Text2);
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(space::GAP);
        let again = text_button(ui, &texts.capture_again).clicked();
        let follow = slide.changes.is_some() && text_button(ui, &texts.follow).clicked();
        let edit = if again {
            SlideEdit::CaptureInto(place)
        } else if follow {
            let slide = Slide {
                changes: None,
                ..slide.clone()
            };
            SlideEdit::Set(place, Box::new(slide))
        } else {
            return None;
        };
        Some(Command::EditSlides(edit))
    })
    .inner
}

/// The world of a slide in a sentence.
fn told(world: &World<'_>, slide: &Slide) -> String {
    let locale = &world.locale;
    let texts = &locale.text.slides.form;
    let Some(changes) = &slide.changes else {
        return texts.follows.clone();
    };
    if changes.is_empty() {
        return texts.as_baseline.clone();
    }
    let mut told: Vec<String> = changes
        .iter()
        .take(TOLD)
        .map(|(&lever, &value)| {
            let (name, value) = (locale.short_name(lever), locale.short(lever, value));
            texts.lever.fill(&[("lever", &name), ("value", &value)])
        })
        .collect();
    let rest = changes.len() - told.len();
    if rest > 0 {
        told.push(texts.more.fill(&[("count", &rest)]));
    }
    let levers = told.join(&texts.separator);
    texts.captured.fill(&[("levers", &levers)])
}
