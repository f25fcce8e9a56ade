//! The slides of a scenario: what each says and shows, and what its speaker wants to remember.

use maud::{Markup, html};

use super::case::Case;
use super::edition::Edition;
use super::style::tinted;
use super::{figure, scenario};
use crate::report::slide_world::{SlideWorld, title_of};
use crate::report::spoken::{plain, spoken};
use crate::report::world::World;
use crate::scenario::exhibit::Exhibit;
use crate::scenario::slide::Slide;
use crate::scenario::speech::Tone;
use crate::theme::{Role, Theme};

/// All slides, in their order.
pub fn slides(case: &Case<'_>, edition: &Edition) -> Markup {
    html! {
        @for slide in &case.scenario.slides { (slide_of(case, slide, edition.theme)) }
    }
}

/// What a slide says; without a title of its own what it shows.
fn title(world: &World<'_>, slide: &Slide) -> Markup {
    match slide.title.get(world.locale.language) {
        words if words.trim().is_empty() => html! { (title_of(world, slide)) },
        words => coloured(world, words),
    }
}

fn slide_of(case: &Case<'_>, slide: &Slide, theme: Theme) -> Markup {
    let shown = SlideWorld::of(case.scenario, slide);
    let world = shown.world(slide, &case.world());
    let said = |words: &str| plain(&spoken(&world, words, None));
    let language = case.locale.language;
    let text = &case.locale.text.document;
    let caption = said(slide.caption.get(language));
    let note = said(slide.note.get(language));
    html! {
        figure.slide.wide {
            h4 { (title(&world, slide)) }
            @if !caption.is_empty() { p.caption { (caption) } }
            (exhibited(&world, slide.exhibit, theme))
            (levers(&world, slide))
            figcaption { (text.slide_numbers.fill(&[("year", &world.year.calendar())])) }
            @if !note.is_empty() { p.note { strong { (text.note) } br; (note) } }
        }
    }
}

/// Words with the colours that they are spoken in.
fn coloured(world: &World<'_>, words: &str) -> Markup {
    html! {
        @for (tone, words) in spoken(world, words, None) {
            @match tone {
                Tone::Plain => { (words) }
                Tone::Accent => { (tinted(Role::Accent, &words)) }
                Tone::Trouble => { (tinted(Role::Bad, &words)) }
            }
        }
    }
}

fn exhibited(world: &World<'_>, exhibit: Exhibit, theme: Theme) -> Markup {
    match exhibit {
        Exhibit::KeyFigures(topic) => scenario::cards(&scenario::figures_of(world, topic)),
        other => figure::picture_of(world, other, theme),
    }
}

/// The levers that stand below a slide, with their values.
fn levers(world: &World<'_>, slide: &Slide) -> Markup {
    let locale = &world.locale;
    html! {
        @if !slide.levers.is_empty() {
            dl.cards.levers {
                @for &lever in &slide.levers {
                    div.card {
                        dt { (locale.short_name(lever)) }
                        dd.value { (locale.typed(lever, world.scenario.value(lever))) }
                    }
                }
            }
        }
    }
}
