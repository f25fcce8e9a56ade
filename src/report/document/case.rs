//! A scenario of a document, with all that is computed of it: once, for everything that shows it.

use std::borrow::Cow;
use std::path::Path as FilePath;

use super::Edition;
use crate::analysis::{Cell, Fan, FanMaker, FanRequest, Progress, Sampling};
use crate::model::{Assumption, Run, Series, Year};
use crate::number::lanes::Path;
use crate::report::comparison::{Compared, Comparison, Name, labels};
use crate::report::world::{Locale, Span, World};
use crate::scenario::Scenario;
use crate::theme::Role;

/// A scenario with its results, those of its baseline, and how sure they are.
pub struct Case<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// A short name that no other case has.
    pub label: String,
    /// Its colour among the others.
    pub role: Role,
    /// Its results.
    pub run: Run,
    /// The results of its baseline.
    pub baseline: Run,
    /// The percentiles of all results.
    pub fan: Option<Fan>,
    /// The year that is shown where one is.
    pub year: Year,
    /// The years that charts show.
    pub span: Span,
    /// The language to speak.
    pub locale: Locale,
}

impl<'a> Case<'a> {
    /// Computes scenarios, in their order, each with the name of its files.
    pub fn all(scenarios: &[(&'a Scenario, &str)], edition: &Edition) -> Vec<Self> {
        let names: Vec<Name<'_>> = (scenarios.iter())
            .map(|&(scenario, file)| Name {
                scenario,
                file: Some(FilePath::new(file)),
                is_open: false,
                is_changed: false,
            })
            .collect();
        let labels = labels(&names, &Locale::of(edition.language)).into_iter();
        let labels = labels.zip(Role::SCENARIOS.into_iter().cycle());
        let cases = scenarios.iter().zip(labels);
        cases
            .map(|(&(scenario, _), label)| Self::new(scenario, label, edition))
            .collect()
    }

    fn new(scenario: &'a Scenario, (label, role): (String, Role), edition: &Edition) -> Self {
        let baseline = Scenario::new(scenario.baseline).run();
        Self {
            scenario,
            label,
            role,
            run: scenario.run(),
            fan: fan(scenario, &baseline, edition.year),
            baseline,
            year: edition.year,
            span: edition.span,
            locale: edition.locale(scenario),
        }
    }

    /// The scenario as figures and tables take it: as if it were certain.
    pub fn world(&self) -> World<'_> {
        World {
            scenario: self.scenario,
            run: &self.run,
            baseline: &self.baseline,
            fan: None,
            year: self.year,
            span: self.span,
            locale: self.locale,
        }
    }

    /// The same with how sure its results are.
    pub fn uncertain_world(&self) -> World<'_> {
        World {
            fan: self.fan.as_ref(),
            ..self.world()
        }
    }

    /// The whole name of the scenario; that of its file where it has none.
    pub fn title(&self) -> Cow<'_, str> {
        let name = self.scenario.shown_name(self.locale.language);
        if name.is_empty() {
            Cow::Borrowed(&self.label)
        } else {
            name
        }
    }

    /// What it starts from, and how much of it differs.
    pub fn beginning(&self) -> String {
        let text = &self.locale.text.document;
        let id = self.scenario.baseline.id();
        let count = self.scenario.changed();
        if count == 0 {
            return text.no_changes.fill(&[("id", &id)]);
        }
        let all = Assumption::ALL.len();
        text.baseline
            .fill(&[("id", &id), ("count", &count), ("of", &all)])
    }
}

/// The percentiles of all results, and how often spending stays below the baseline's; nobody
/// cancels, so that they always come.
fn fan(scenario: &Scenario, baseline: &Run, year: Year) -> Option<Fan> {
    let series = Series::Capex;
    let cells: Vec<Cell> = Series::ALL
        .iter()
        .flat_map(|&series| Cell::of_series(series))
        .collect();
    let spreads = scenario.spreads();
    let request = FanRequest {
        spreads: &spreads,
        cells: &cells,
        watched: Some((Cell { series, year }, baseline.get(series, year))),
        sampling: Sampling::default(),
        threads: 1,
        path: Path::best(),
    };
    FanMaker::default().make(&request, &Progress::default())
}

/// The cases side by side, held against the first; none where there is none.
pub fn side_by_side<'a>(cases: &'a [Case<'a>]) -> Option<Comparison<'a>> {
    let first = cases.first()?;
    let worlds = cases.iter().map(|case| Compared {
        label: case.label.clone(),
        role: case.role,
        scenario: case.scenario,
        run: case.run.clone(),
    });
    Some(Comparison {
        worlds: worlds.collect(),
        reference: 0,
        year: first.year,
        span: first.span,
        locale: first.locale,
    })
}
