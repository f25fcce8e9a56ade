//! All results as a list: by stage of the model, each with its value of the year in view.

use strum::VariantArray;

use super::key_figures::Trend;
use super::search::holds;
use super::world::World;
use crate::analysis::is_code;
use crate::model::Series;
use crate::model::series::Stage;

/// A line of the list.
#[derive(Clone, Debug)]
pub enum SeriesLine {
    /// The name of a stage, and how many series follow.
    Stage(String, usize),
    /// A series.
    Series(Box<SeriesEntry>),
}

/// A series of the list.
#[derive(Clone, Debug)]
pub struct SeriesEntry {
    /// Which.
    pub series: Series,
    /// Its name.
    pub name: &'static str,
    /// Its value in the year in view.
    pub value: String,
    /// Against the baseline; `None` where there is no difference.
    pub change: Option<(String, Trend)>,
}

/// The series that have all of some words in their names, in either language, or in their ids.
pub fn series_list(world: &World<'_>, words: &str) -> Vec<SeriesLine> {
    let mut lines = Vec::new();
    for &stage in Stage::VARIANTS {
        let members = Series::ALL
            .iter()
            .filter(|series| series.info().group == stage && is_meant(**series, words));
        let found: Vec<SeriesLine> = members
            .map(|&series| SeriesLine::Series(Box::new(entry(world, series))))
            .collect();
        if !found.is_empty() {
            lines.push(SeriesLine::Stage(stage_name(world, stage), found.len()));
            lines.extend(found);
        }
    }
    lines
}

/// Does a series' name, in either language, or its id hold the words?
pub fn is_meant(series: Series, words: &str) -> bool {
    let label = &series.info().label;
    holds(words, [label.en.as_str(), &label.zh, series.id()])
}

fn stage_name(world: &World<'_>, stage: Stage) -> String {
    let id: &str = stage.into();
    let names = &world.locale.text.results.stages;
    names.get(id).cloned().unwrap_or_else(|| id.to_owned())
}

fn entry(world: &World<'_>, series: Series) -> SeriesEntry {
    if is_code(series) {
        return binding(world, series);
    }
    let unit = &series.info().unit;
    let (now, baseline) = (world.now(series), world.baseline_now(series));
    let change = world
        .locale
        .numbers
        .change(now, baseline, unit)
        .and_then(|change| Some((change.text, Trend::of(series, change.direction)?)));
    SeriesEntry {
        series,
        name: series.info().label.get(world.locale.language),
        value: world.locale.amount(series, now),
        change,
    }
}

/// What limits deliveries, in words instead of the code and what it means.
fn binding(world: &World<'_>, series: Series) -> SeriesEntry {
    SeriesEntry {
        series,
        name: &world.locale.text.window.ribbon.title,
        value: world.binding(world.year).name(&world.locale).to_owned(),
        change: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Year;
    use crate::report::world::{Binding, Locale};
    use crate::scenario::{Baseline, Scenario};
    use crate::text::Language;

    #[test]
    fn what_binds_is_said_in_a_word() {
        let scenario = Scenario::new(Baseline::current());
        let run = scenario.run();
        for language in [Language::En, Language::Zh] {
            let locale = Locale::of(language);
            for year in Year::all() {
                let world = World::alone(&scenario, &run, year, locale);
                let lines = series_list(&world, "constraint");
                let Some(SeriesLine::Series(entry)) = lines.last() else {
                    panic!("no series");
                };
                assert_eq!(entry.name, locale.text.window.ribbon.title);
                assert_eq!(entry.value, world.binding(year).name(&locale));
            }
        }
        let said = |code| Locale::of(Language::En).amount(Series::Constraint, code);
        assert_eq!([0.0, 1.0, 2.0].map(said), ["Demand", "Chips", "Power"]);
        assert_eq!(Binding::Ample.name(&Locale::of(Language::En)), "Ample");
    }

    #[test]
    fn words_are_found_in_both_languages_and_in_ids() {
        assert!(is_meant(Series::LeasePayback, "lease_payback"));
        assert!(is_meant(Series::LeasePayback, "payback"));
        assert!(is_meant(Series::RevHbm, "hbm"));
        let shown = &Series::RevHbm.info().label.zh;
        assert!(
            is_meant(Series::RevHbm, shown),
            "the very name that is shown"
        );
        assert!(is_meant(Series::Need, "算力"));
        assert!(!is_meant(Series::Need, "hbm"));
        assert!(is_meant(Series::Need, ""));
    }
}
