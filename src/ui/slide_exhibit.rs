//! What a slide shows, and of which years.

use std::iter::once;

use eframe::egui::{Id, Popup, Ui};

use super::explanation::heading;
use super::search_menu::{Choice, Line, SearchMenu};
use super::style::space;
use super::{drop_down, goal_menus, span_choice};
use crate::app::Command;
use crate::model::{Series, Year};
use crate::report::exhibit_name::exhibit_name;
use crate::report::search::holds;
use crate::report::{Figure, RentUnit, Span, World};
use crate::scenario::exhibit::Exhibit;
use crate::scenario::slide::Slide;
use crate::text::Language;

/// Shows the choice of the exhibit; gives the slide as the user wants it.
pub fn show(ui: &mut Ui, world: &World<'_>, slide: &Slide) -> Option<Slide> {
    let locale = &world.locale;
    let texts = &locale.text.slides.form;
    heading(ui, &texts.exhibit);
    let name = exhibit_name(locale, slide.exhibit);
    let width = ui.available_width();
    let id = Id::unique("exhibit of a slide");
    let button = drop_down::show(ui, id, width, (&texts.exhibit, &name));
    let menu = SearchMenu {
        hint: &texts.search_exhibits,
        nothing_found: &locale.text.uncertainty.nothing_found,
    };
    let exhibit = menu.show(&button, |words| exhibits(world, words, slide.exhibit))?;
    Some(Slide {
        exhibit,
        ..slide.clone()
    })
}

/// All exhibits with some words in their names or ids: by page, then those of single series by
/// stage: the series alone, what swings it, and what moved it.
fn exhibits(world: &World<'_>, words: &str, on: Exhibit) -> Vec<Line<Exhibit>> {
    let text = world.locale.text;
    let leasing = Figure::leasing(RentUnit::PerHour).into_iter();
    let rent_of_year = Figure::Rent(RentUnit::PerPflop);
    let (maps, others): (Vec<Exhibit>, Vec<Exhibit>) = Exhibit::all()
        .filter(|exhibit| !matches!(exhibit, Exhibit::Chart(_)))
        .partition(|exhibit| matches!(exhibit, Exhibit::PaybackMap(_)));
    let charts = |figures: &[Figure]| -> Vec<Exhibit> {
        figures
            .iter()
            .map(|&figure| Exhibit::Chart(figure))
            .collect()
    };
    let leasing = charts(&leasing.chain(once(rent_of_year)).collect::<Vec<_>>());
    let groups: [(&str, Vec<Exhibit>); 4] = [
        (&text.window.overview, charts(&Figure::OVERVIEW)),
        (&text.china.tab, charts(&Figure::CHINA)),
        (&text.leasing.tab, [leasing, maps].concat()),
        (&text.slides.form.other_exhibits, others),
    ];
    let mut lines: Vec<Line<Exhibit>> = groups
        .into_iter()
        .flat_map(|(name, exhibits)| group(world, name, &exhibits, (words, on)))
        .collect();
    for of in [Exhibit::of_series, Exhibit::Tornado, Exhibit::Waterfall] {
        lines.extend(single_series(world, words, (of, on)));
    }
    lines
}

/// Those of a group that are meant, under its name.
fn group(
    world: &World<'_>,
    name: &str,
    exhibits: &[Exhibit],
    (words, on): (&str, Exhibit),
) -> Vec<Line<Exhibit>> {
    let meant = exhibits.iter().filter(|exhibit| is_meant(**exhibit, words));
    let mut lines: Vec<Line<Exhibit>> = meant
        .map(|&exhibit| {
            Line::Choice(Choice {
                value: exhibit,
                name: exhibit_name(&world.locale, exhibit).into_owned(),
                detail: String::new(),
                is_on: exhibit == on,
            })
        })
        .collect();
    if !lines.is_empty() {
        lines.insert(0, Line::Group(name.to_owned()));
    }
    lines
}

fn is_meant(exhibit: Exhibit, words: &str) -> bool {
    let [en, zh] = [Language::En, Language::Zh]
        .map(|language| exhibit_name(&crate::report::Locale::of(language), exhibit));
    holds(words, [&*en, &*zh, &exhibit.id()])
}

fn single_series(
    world: &World<'_>,
    words: &str,
    (of, on): (fn(Series) -> Exhibit, Exhibit),
) -> Vec<Line<Exhibit>> {
    let on = on.series().filter(|&series| of(series) == on);
    let lines = goal_menus::series(world, words, on, true).into_iter();
    lines
        .map(|line| match line {
            Line::Group(name) => Line::Group(name),
            Line::Choice(choice) => Line::Choice(Choice {
                value: of(choice.value),
                name: exhibit_name(&world.locale, of(choice.value)).into_owned(),
                detail: choice.detail,
                is_on: choice.is_on,
            }),
        })
        .collect()
}

/// Shows the choice of the year in view and of the years shown; gives the slide as the user wants
/// it.
pub fn show_years(ui: &mut Ui, world: &World<'_>, slide: &Slide) -> Option<Slide> {
    let width = (ui.available_width() - space::GAP) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::GAP;
        let year = column(ui, width, |ui| year(ui, world, slide));
        let years = column(ui, width, |ui| years(ui, world, slide));
        year.or(years)
    })
    .inner
}

fn column<R>(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.vertical(|ui| {
        ui.set_width(width);
        content(ui)
    })
    .inner
}

fn year(ui: &mut Ui, world: &World<'_>, slide: &Slide) -> Option<Slide> {
    let name = &world.locale.text.slides.form.year;
    heading(ui, name);
    let (id, width) = (Id::unique("year of a slide"), ui.available_width());
    let button = drop_down::show(ui, id, width, (name, &slide.year.to_string()));
    let year = goal_menus::year(&button, slide.year_in_view())?.calendar();
    let (first, last) = slide.years;
    Some(Slide {
        year,
        years: (first.min(year), last.max(year)),
        ..slide.clone()
    })
}

fn years(ui: &mut Ui, world: &World<'_>, slide: &Slide) -> Option<Slide> {
    let texts = &world.locale.text.slides.form;
    heading(ui, &texts.years);
    let (first, last) = slide.years;
    let words = texts.span.fill(&[("first", &first), ("last", &last)]);
    let (id, width) = (Id::unique("years of a slide"), ui.available_width());
    let button = drop_down::show(ui, id, width, (&texts.years, &words));
    let span = Span { first, last };
    let menu = Popup::menu(&button).show(|ui| span_choice::show(ui, span, &world.locale));
    let Some(Command::SetSpan(span)) = menu?.inner else {
        return None;
    };
    // The year in view is one of those that are shown, and one that is computed.
    let start = span.first.max(Year::BASE.calendar());
    Some(Slide {
        year: slide.year.clamp(start, span.last),
        years: (span.first, span.last),
        ..slide.clone()
    })
}
