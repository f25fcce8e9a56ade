//! What can be chosen in the question of goal seek: lever, output and year.

use eframe::egui::{Button, Popup, Response, vec2};
use strum::VariantArray;

use super::search_menu::{Choice, Line, SearchMenu};
use crate::analysis::is_code;
use crate::app::GoalOutput;
use crate::model::assumptions::Group;
use crate::model::{Assumption, Series, Year};
use crate::report::search::holds;
use crate::report::{SeriesLine, World, series_list};

/// Width of the menu of years.
const YEARS: f32 = 72.0;

/// The menu of levers, of which some are on.
pub fn lever(button: &Response, world: &World<'_>, on: &[Assumption]) -> Option<Assumption> {
    let text = &world.locale.text.uncertainty;
    let menu = SearchMenu {
        hint: &text.goal.lever_hint,
        nothing_found: &text.nothing_found,
    };
    menu.show(button, |words| {
        let groups = Group::VARIANTS.iter();
        groups
            .flat_map(|&group| levers_of(world, group, words, on))
            .collect()
    })
}

/// The levers of a group with some words in their names, under its name.
fn levers_of(
    world: &World<'_>,
    group: Group,
    words: &str,
    on: &[Assumption],
) -> Vec<Line<Assumption>> {
    let locale = &world.locale;
    let is_meant = |lever: Assumption| {
        let label = &lever.info().label;
        let name = locale.short_name(lever);
        holds(words, [label.en.as_str(), &label.zh, lever.id(), name])
    };
    let levers = Assumption::ALL.iter().copied();
    let mut lines: Vec<Line<Assumption>> = levers
        .filter(|&lever| lever.info().group == group && is_meant(lever))
        .map(|lever| {
            Line::Choice(Choice {
                value: lever,
                name: locale.short_name(lever).to_owned(),
                detail: locale.short(lever, world.scenario.value(lever)),
                is_on: on.contains(&lever),
            })
        })
        .collect();
    if !lines.is_empty() {
        let id: &str = group.into();
        let name = locale.text.levers.groups.get(id);
        let name = name.map_or(id, String::as_str);
        lines.insert(0, Line::Group(name.to_owned()));
    }
    lines
}

/// The menu of results: all of them, or only those that are numbers.
pub fn series(
    world: &World<'_>,
    words: &str,
    on: Option<Series>,
    with_codes: bool,
) -> Vec<Line<Series>> {
    let lines = series_list(world, words).into_iter();
    let is_wanted = |line: &SeriesLine| match line {
        SeriesLine::Series(entry) => with_codes || !is_code(entry.series),
        SeriesLine::Stage(..) => true,
    };
    lines
        .filter(is_wanted)
        .map(|line| match line {
            SeriesLine::Stage(name, _) => Line::Group(name),
            SeriesLine::Series(entry) => Line::Choice(Choice {
                value: entry.series,
                name: entry.name.to_owned(),
                is_on: Some(entry.series) == on,
                detail: entry.value,
            }),
        })
        .collect()
}

/// The menu of outputs: results, and the revenue of companies.
pub fn output(button: &Response, world: &World<'_>, on: &GoalOutput) -> Option<GoalOutput> {
    let text = &world.locale.text.uncertainty;
    let menu = SearchMenu {
        hint: &text.goal.output_hint,
        nothing_found: &text.nothing_found,
    };
    menu.show(button, |words| {
        let series_on = match on {
            GoalOutput::Series(series) => Some(*series),
            GoalOutput::Supplier(_) => None,
        };
        let results = series(world, words, series_on, false).into_iter();
        let results = results.map(|line| match line {
            Line::Group(name) => Line::Group(name),
            Line::Choice(choice) => Line::Choice(Choice {
                value: GoalOutput::Series(choice.value),
                name: choice.name,
                detail: choice.detail,
                is_on: choice.is_on,
            }),
        });
        results.chain(suppliers(world, words, on)).collect()
    })
}

/// The suppliers with some words in their names, each with its revenue of the year in view.
fn suppliers(world: &World<'_>, words: &str, on: &GoalOutput) -> Vec<Line<GoalOutput>> {
    let locale = &world.locale;
    let all = world.scenario.all_suppliers();
    let is_meant = |name: &crate::text::Words, ticker: &str| {
        holds(words, [name.en.as_str(), &name.zh, ticker])
    };
    let found = all
        .iter()
        .filter(|supplier| is_meant(&supplier.name, &supplier.ticker));
    let mut lines: Vec<Line<GoalOutput>> = found
        .map(|supplier| {
            let value = GoalOutput::Supplier(supplier.id.clone());
            let revenue = supplier.revenue(world.run, world.year);
            Line::Choice(Choice {
                is_on: value == *on,
                value,
                name: supplier.name.get(locale.language).to_owned(),
                detail: locale.amount(Series::Capex, revenue),
            })
        })
        .collect();
    if !lines.is_empty() {
        let name = locale.text.uncertainty.goal.suppliers.clone();
        lines.insert(0, Line::Group(name));
    }
    lines
}

/// The menu of years.
pub fn year(button: &Response, on: Year) -> Option<Year> {
    let menu = Popup::menu(button).width(YEARS).show(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let clicked = |year: &Year| {
            let words = Button::new(year.calendar().to_string()).selected(*year == on);
            ui.add(words.min_size(vec2(YEARS - 12.0, 0.0))).clicked()
        };
        // All of them are shown, whichever is clicked.
        Year::all().filter(clicked).last()
    });
    menu?.inner
}
