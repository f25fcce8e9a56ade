//! All that the page says of one scenario, section by section.

use maud::{Markup, html};

use super::case::Case;
use super::edition::Edition;
use super::figure::figures;
use super::style::tinted;
use super::{Part, inputs, money, ranges, results, talk};
use crate::model::series::Better;
use crate::report::findings::{self, domestic, renting};
use crate::report::key_figures::{KeyFigure, china_key_figures, key_figures, leasing_key_figures};
use crate::report::rent_unit::RentUnit;
use crate::report::world::World;
use crate::scenario::exhibit::Topic;
use crate::scenario::figure::Figure;
use crate::text::Template;
use crate::theme::Role;

/// The sections, as parts of a page about nothing else.
pub fn parts(case: &Case<'_>, edition: &Edition) -> Vec<Part> {
    sections(case, edition)
        .into_iter()
        .map(|(id, title, body)| Part {
            id: id.to_owned(),
            title,
            role: None,
            body,
        })
        .collect()
}

/// The scenario as one part of a page about several.
pub fn whole(case: &Case<'_>, index: usize, edition: &Edition) -> Part {
    let id = format!("scenario-{}", index + 1);
    let body = html! {
        (opening(case))
        @for (section, title, body) in sections(case, edition) {
            section id={ (id) "-" (section) } {
                h3 { (title) }
                (body)
            }
        }
    };
    Part {
        title: case.title().into_owned(),
        role: Some(case.role),
        id,
        body,
    }
}

/// What happens in the scenario, and what it starts from.
pub fn opening(case: &Case<'_>) -> Markup {
    let story = case.scenario.shown_story(case.locale.language);
    html! {
        @if !story.is_empty() { p.story { (story) } }
        p.made { (case.beginning()) }
    }
}

/// A section about a scenario: its id, its title, and what it says.
type Section = (&'static str, String, Markup);

fn sections(case: &Case<'_>, edition: &Edition) -> Vec<Section> {
    let world = case.world();
    let text = world.locale.text;
    let year = world.year.calendar();
    let titles = &text.document.sections;
    let in_year = |title: &Template| title.fill(&[("year", &year)]);
    let charts = |shown: &[Figure]| figures(&world, shown, edition.theme);
    let ranges = ranges::ranges(&case.uncertain_world(), edition.theme);
    let leasing = Figure::leasing(RentUnit::PerHour);
    let mut all = vec![
        ("key-figures", in_year(&titles.key_figures), walls(&world)),
        ("inputs", titles.inputs.clone(), inputs::changed(&world)),
        (
            "findings",
            titles.findings.clone(),
            charts(&Figure::OVERVIEW),
        ),
        ("china", text.china.tab.clone(), charts(&Figure::CHINA)),
        ("leasing", text.leasing.tab.clone(), charts(&leasing)),
        (
            "money",
            in_year(&titles.money),
            money::flow(&world, edition.theme),
        ),
        (
            "segments",
            in_year(&titles.segments),
            money::segments(&world),
        ),
        (
            "suppliers",
            in_year(&titles.suppliers),
            money::suppliers(&world),
        ),
        ("results", titles.results.clone(), results::by_year(&world)),
        ("ranges", in_year(&titles.ranges), ranges),
    ];
    if !case.scenario.slides.is_empty() {
        all.push(("talk", titles.talk.clone(), talk::slides(case, edition)));
    }
    all
}

/// The key figures of all pages, below what each page has found.
fn walls(world: &World<'_>) -> Markup {
    let walls = [
        (findings::headline(world), Topic::Overview),
        (domestic::headline(world), Topic::China),
        (renting::headline(world, RentUnit::PerHour), Topic::Leasing),
    ];
    let id = world.scenario.baseline.id();
    let text = &world.locale.text.document;
    html! {
        @for (finding, topic) in walls {
            p.finding { (finding) }
            (cards(&figures_of(world, topic)))
        }
        @if world.differs() { p.quiet { (text.against_baseline.fill(&[("id", &id)])) } }
    }
}

/// The key figures of a page.
pub fn figures_of(world: &World<'_>, topic: Topic) -> Vec<KeyFigure> {
    match topic {
        Topic::Overview => key_figures(world),
        Topic::China => china_key_figures(world),
        Topic::Leasing => leasing_key_figures(world, RentUnit::PerHour),
    }
}

/// Key figures side by side.
pub fn cards(figures: &[KeyFigure]) -> Markup {
    html! { dl.cards { @for figure in figures { (card(figure)) } } }
}

fn card(figure: &KeyFigure) -> Markup {
    let amount = &figure.amount;
    let unit = html! { span.unit { (amount.unit) } };
    html! {
        div.card {
            dt { (figure.label) }
            dd.value {
                @if amount.unit.is_empty() { (amount.number) }
                @else if amount.unit_leads { (unit) " " (amount.number) }
                @else if amount.unit.starts_with('/') { (amount.number) (unit) }
                @else { (amount.number) " " (unit) }
                @if !figure.of.is_empty() { " " span.unit { (figure.of) } }
            }
            dd.change { (change(figure)) }
        }
    }
}

/// The difference to the baseline, with its direction as a mark: colour is never alone.
fn change(figure: &KeyFigure) -> Markup {
    let Some((words, trend)) = &figure.change else {
        return html! {};
    };
    let mark = if trend.rising { "▲" } else { "▼" };
    let role = match trend.verdict {
        Better::Up => Role::Good,
        Better::Down => Role::Bad,
        Better::Neutral => Role::Neutral,
    };
    tinted(role, &format!("{mark} {words}"))
}
