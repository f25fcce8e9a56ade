//! What a comparison shows, in one sentence: which limit binds where, and how far apart they are.

use super::{Compared, Comparison};
use crate::model::Series;
use crate::report::world::Binding;

/// More scenarios of one limit than this are counted, not named.
const MOST_NAMED: usize = 2;
/// Results closer than this ratio are the same.
const SAME: f64 = 1.001;

pub fn headline(comparison: &Comparison<'_>) -> String {
    let text = &comparison.locale.text.compare;
    let count = comparison.worlds.len();
    if count == 1 {
        return text.alone.clone();
    }
    let year = comparison.year.calendar();
    let spread = spread(comparison, Series::Capex);
    match groups(comparison).as_slice() {
        [(limit, _)] => {
            let binds = limit.binds(&comparison.locale);
            let sentence = if spread > SAME {
                &text.one_limit
            } else {
                &text.one_limit_and_same_spending
            };
            let numbers = comparison.locale.numbers;
            let times = numbers.times(spread);
            sentence.fill(&[
                ("year", &year),
                ("binds", &binds),
                ("count", &count),
                ("times", &times),
            ])
        }
        groups => {
            let words: Vec<String> = groups
                .iter()
                .map(|(limit, worlds)| group(comparison, *limit, worlds))
                .collect();
            let groups = words.join(&text.group_separator);
            text.several_limits
                .fill(&[("year", &year), ("groups", &groups)])
        }
    }
}

/// What limits deliveries in the year in view, each limit with its scenarios.
fn groups<'a>(comparison: &'a Comparison<'_>) -> Vec<(Binding, Vec<&'a Compared<'a>>)> {
    let mut groups: Vec<(Binding, Vec<&Compared<'_>>)> = Vec::new();
    for world in &comparison.worlds {
        let limit = Binding::of(&world.run, comparison.year);
        match groups.iter_mut().find(|(found, _)| *found == limit) {
            Some((_, worlds)) => worlds.push(world),
            None => groups.push((limit, vec![world])),
        }
    }
    groups
}

fn group(comparison: &Comparison<'_>, limit: Binding, worlds: &[&Compared<'_>]) -> String {
    let text = &comparison.locale.text.compare;
    let binds = limit.binds(&comparison.locale);
    if worlds.len() > MOST_NAMED {
        return text
            .group_counted
            .fill(&[("binds", &binds), ("count", &worlds.len())]);
    }
    let names: Vec<&str> = worlds.iter().map(|world| world.label.as_str()).collect();
    let names = names.join(&text.name_separator);
    text.group.fill(&[("binds", &binds), ("names", &names)])
}

/// The greatest value of the year in view over the least.
fn spread(comparison: &Comparison<'_>, series: Series) -> f64 {
    let values = comparison.worlds.iter();
    let values = values.map(|world| world.run.get(series, comparison.year));
    let (low, high) = values.fold((f64::INFINITY, 0.0_f64), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    high / low
}
