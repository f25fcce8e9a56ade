//! What was observed or forecast by others, beside the model.

use super::publisher;
use crate::evidence::{self, Actual, ActualKind};
use crate::model::{Series, Year};
use crate::report::axis::{Axis, Scale};
use crate::report::chart::Point;
use crate::report::world::World;
use crate::text::Language;

/// A ratio to a published value within this distance of 1 is near, or fair.
const NEAR: f64 = 0.1;
const FAIR: f64 = 0.25;
/// Within this distance of 1 the two are equal to a reader.
const EQUAL: f64 = 0.005;

/// A published value beside the model's.
#[derive(Clone, Copy, Debug)]
pub struct Comparison {
    /// What was published.
    pub actual: &'static Actual,
    /// The model's value of that year; there is none before the base year.
    pub ours: Option<f64>,
}

impl Comparison {
    fn new(world: &World<'_>, actual: &'static Actual) -> Self {
        let year = Year::from_calendar(actual.year);
        let ours = year.map(|year| world.run.get(actual.series, year));
        Self {
            actual,
            ours: ours.filter(|value| value.is_finite()),
        }
    }

    /// The model's value over what was published, if the two can be compared.
    pub fn ratio(&self) -> Option<f64> {
        let published = self.actual.value;
        (published > 0.0).then_some(self.ours? / published)
    }

    /// Is it a value to be measured by, and not merely a bound?
    fn counts(&self) -> bool {
        self.actual.bound.is_none() && self.ratio().is_some()
    }

    fn is_within(&self, distance: f64) -> bool {
        // A decimal's last bit is no deviation.
        self.ratio()
            .is_some_and(|ratio| (ratio - 1.0).abs() <= distance + 1e-12)
    }

    fn is_forecast(&self) -> bool {
        self.actual.kind == ActualKind::Forecast
    }

    /// How far ours lies from what was published, in words where it cannot be said in numbers.
    pub fn deviation(&self, world: &World<'_>) -> String {
        let texts = &world.locale.text.evidence;
        match (self.ours, self.ratio()) {
            (None, _) if Year::from_calendar(self.actual.year).is_none() => {
                texts.actuals.before_model.clone()
            }
            (_, None) => world.locale.text.charts.not_comparable.clone(),
            _ if self.is_within(EQUAL) => texts.actuals.equal.clone(),
            (_, Some(ratio)) => world.locale.numbers.relative(ratio),
        }
    }

    /// How the value is known, and whether it is only a bound.
    pub fn kind(&self, world: &World<'_>) -> String {
        let texts = &world.locale.text.evidence;
        let id: &str = self.actual.kind.into();
        let kind = texts.actuals.kinds.get(id).map_or(id, String::as_str);
        match self.actual.bound {
            None => kind.to_owned(),
            Some(evidence::Bound::Lower) => format!("{kind}{}{}", texts.dot, texts.actuals.lower),
            Some(evidence::Bound::Upper) => format!("{kind}{}{}", texts.dot, texts.actuals.upper),
        }
    }

    /// Who published it, and what to know about it.
    pub fn source(&self, world: &World<'_>) -> String {
        let language = world.locale.language;
        let publisher = publisher(self.actual, &world.locale);
        match self.actual.note.get(language) {
            "" => publisher.to_owned(),
            note => format!("{publisher}{}{note}", world.locale.text.evidence.dot),
        }
    }

    /// The row in one sentence.
    pub fn sentence(&self, world: &World<'_>) -> String {
        let series = self.actual.series;
        let amount = |value| world.locale.amount(series, value);
        let ours = self.ours.map_or_else(|| "–".to_owned(), amount);
        world.locale.text.evidence.actuals.row.fill(&[
            ("name", &series.info().label.get(world.locale.language)),
            ("year", &self.actual.year),
            ("kind", &self.kind(world)),
            ("published", &amount(self.actual.value)),
            ("model", &ours),
            ("deviation", &self.deviation(world)),
        ])
    }
}

/// Who published a value, without what stands in brackets behind the name.
fn publisher_alone(world: &World<'_>, actual: &Actual) -> &'static str {
    let whole = publisher(actual, &world.locale);
    whole.split(['(', '（']).next().unwrap_or(whole).trim()
}

/// A name with blanks around it where it stands in Latin letters among Han characters.
fn set_apart(name: &str, language: Language) -> String {
    let is_latin = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii());
    match language {
        Language::Zh if is_latin(name.chars().next_back()) => format!(" {name} "),
        _ => name.to_owned(),
    }
}

/// All that was published of one series.
#[derive(Clone, Debug)]
pub struct SeriesEvidence {
    /// The series.
    pub series: Series,
    /// Year by year.
    pub comparisons: Vec<Comparison>,
    /// What they come to.
    pub finding: String,
    /// The same as a small picture.
    pub plot: Plot,
}

/// A small picture: the model's line, and what was published.
#[derive(Clone, Debug)]
pub struct Plot {
    /// The vertical axis.
    pub axis: Axis,
    /// First and last calendar year.
    pub years: (u16, u16),
    /// The scenario.
    pub model: Vec<Point>,
    /// The baseline; empty where the scenario does not differ from it.
    pub baseline: Vec<Point>,
    /// What was observed.
    pub observed: Vec<Point>,
    /// What others forecast.
    pub forecasts: Vec<Point>,
}

/// Everything published, by series in the order of the table.
pub fn by_series(world: &World<'_>) -> Vec<SeriesEvidence> {
    let mut series: Vec<Series> = Vec::new();
    for actual in evidence::actuals() {
        if !series.contains(&actual.series) {
            series.push(actual.series);
        }
    }
    series
        .into_iter()
        .map(|series| {
            let comparisons: Vec<Comparison> = evidence::actuals()
                .iter()
                .filter(|actual| actual.series == series)
                .map(|actual| Comparison::new(world, actual))
                .collect();
            SeriesEvidence {
                series,
                finding: finding(world, &comparisons),
                plot: plot(world, series, &comparisons),
                comparisons,
            }
        })
        .collect()
}

/// How ours compares with the first forecast of others, or with the last observation.
fn finding(world: &World<'_>, comparisons: &[Comparison]) -> String {
    let texts = &world.locale.text.evidence.actuals;
    let comparable = || comparisons.iter().filter(|comparison| comparison.counts());
    let told = comparable()
        .find(|comparison| comparison.is_forecast() && comparison.actual.year > first_year())
        .or_else(|| comparable().next_back());
    let Some((told, ratio)) = told.and_then(|told| Some((told, told.ratio()?))) else {
        return texts.only_before.clone();
    };
    let sentences = if told.is_forecast() {
        [
            &texts.forecast_equal,
            &texts.forecast_times,
            &texts.forecast_above,
            &texts.forecast_below,
        ]
    } else {
        [
            &texts.observed_equal,
            &texts.observed_times,
            &texts.observed_above,
            &texts.observed_below,
        ]
    };
    let sentence = if told.is_within(EQUAL) {
        sentences[0]
    } else if ratio >= 2.0 {
        sentences[1]
    } else if ratio > 1.0 {
        sentences[2]
    } else {
        sentences[3]
    };
    let amount = world.locale.numbers.relative(ratio);
    let publisher = set_apart(publisher_alone(world, told.actual), world.locale.language);
    sentence.fill(&[
        ("amount", &amount.trim_start_matches(['+', '−', '×'])),
        ("publisher", &publisher),
        ("year", &told.actual.year),
    ])
}

fn first_year() -> u16 {
    Year::BASE.calendar()
}

fn plot(world: &World<'_>, series: Series, comparisons: &[Comparison]) -> Plot {
    let all_years = || evidence::actuals().iter().map(|actual| actual.year);
    let first = all_years().min().unwrap_or(first_year());
    let last = all_years().max().unwrap_or(Year::LAST.calendar());
    let line = |run: &crate::model::Run| -> Vec<Point> {
        Year::all()
            .filter(|year| year.calendar() <= last)
            .map(|year| (f64::from(year.calendar()), run.get(series, year)))
            .collect()
    };
    let dots = |is_forecast: bool| -> Vec<Point> {
        comparisons
            .iter()
            .filter(|comparison| comparison.is_forecast() == is_forecast)
            .map(|comparison| (f64::from(comparison.actual.year), comparison.actual.value))
            .collect()
    };
    let model = line(world.run);
    let baseline = if world.differs() {
        line(world.baseline)
    } else {
        Vec::new()
    };
    let (observed, forecasts) = (dots(false), dots(true));
    let values = || {
        [&model, &baseline, &observed, &forecasts]
            .into_iter()
            .flatten()
            .map(|point| point.1)
    };
    let unit = &series.info().unit;
    let factor = world.locale.numbers.factor(unit);
    let axis = Axis::scaled(Scale::around(values()), values(), unit, factor);
    Plot {
        axis,
        years: (first, last),
        model,
        baseline,
        observed,
        forecasts,
    }
}

/// How many values can be compared with the model, and how many lie close to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Values that can be compared; bounds are not among them.
    pub all: usize,
    /// Within ±10 %.
    pub near: usize,
    /// Within ±25 %, the near ones included.
    pub fair: usize,
}

impl Tally {
    /// Counts the comparisons of some years.
    pub fn of(groups: &[SeriesEvidence], is_wanted: impl Fn(u16) -> bool) -> Self {
        let comparisons = groups.iter().flat_map(|group| &group.comparisons);
        let counting = comparisons
            .filter(|comparison| comparison.counts() && is_wanted(comparison.actual.year));
        counting.fold(Self::default(), |tally, comparison| Self {
            all: tally.all + 1,
            near: tally.near + usize::from(comparison.is_within(NEAR)),
            fair: tally.fair + usize::from(comparison.is_within(FAIR)),
        })
    }
}

/// What the comparisons come to, in one sentence, and what must be known about it.
pub fn headline(world: &World<'_>, groups: &[SeriesEvidence]) -> (String, String) {
    let texts = &world.locale.text.evidence.actuals;
    let all = Tally::of(groups, |_| true);
    let later = Tally::of(groups, |year| year > first_year());
    let headline =
        texts
            .headline
            .fill(&[("all", &all.all), ("near", &all.near), ("fair", &all.fair)]);
    let note = texts.note.fill(&[
        ("all", &all.all),
        ("base", &(all.all - later.all)),
        ("later", &later.all),
        ("laternear", &later.near),
    ]);
    (headline, note)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Bound;
    use crate::report::Locale;
    use crate::scenario::{Baseline, Scenario};
    use crate::text::Words;

    fn comparison(
        year: u16,
        published: f64,
        ours: Option<f64>,
        bound: Option<Bound>,
    ) -> Comparison {
        let actual = Actual {
            series: Series::Servers,
            year,
            value: published,
            kind: ActualKind::Analyst,
            source: "trendforce-servers".to_owned(),
            note: Words::default(),
            bound,
        };
        Comparison {
            actual: Box::leak(Box::new(actual)),
            ours,
        }
    }

    fn in_baseline(check: impl Fn(&World<'_>)) {
        let scenario = Scenario::new(Baseline::current());
        let run = scenario.run();
        check(&World::alone(
            &scenario,
            &run,
            Year::LAST,
            Locale::of(Language::En),
        ));
    }

    #[test]
    fn deviations_by_hand() {
        in_baseline(|world| {
            for (year, published, ours, said) in [
                (2026, 4.0, Some(5.0), "+25\u{a0}%"),
                (2026, 4.0, Some(3.0), "−25\u{a0}%"),
                (2026, 4.0, Some(10.0), "×2.5"),
                (2026, 4.0, Some(4.0), "equal"),
                (2026, 0.0, Some(4.0), "not comparable"),
                (2026, 4.0, None, "not comparable"),
                (2024, 4.0, None, "before the model"),
            ] {
                let told = comparison(year, published, ours, None).deviation(world);
                assert_eq!(told, said, "{ours:?} against {published} in {year}");
            }
        });
    }

    #[test]
    fn findings_by_hand() {
        in_baseline(|world| {
            for (ours, said) in [
                (5.0, "Ours is 25\u{a0}% above what TrendForce has for 2026"),
                (3.0, "Ours is 25\u{a0}% below what TrendForce has for 2026"),
                (10.0, "Ours is 2.5 times what TrendForce has for 2026"),
                (4.0, "Ours agrees with what TrendForce has for 2026"),
            ] {
                assert_eq!(
                    finding(world, &[comparison(2026, 4.0, Some(ours), None)]),
                    said
                );
            }
            let before = [comparison(2024, 4.0, None, None)];
            assert_eq!(
                finding(world, &before),
                "Known only for years before the model begins"
            );
        });
    }

    #[test]
    fn tallies_leave_bounds_and_early_years_out() {
        in_baseline(|world| {
            let mut group = by_series(world).remove(0);
            group.comparisons = vec![
                comparison(2024, 10.0, None, None),
                comparison(2025, 10.0, Some(10.5), None),
                comparison(2026, 10.0, Some(11.0), None),
                comparison(2026, 10.0, Some(12.5), None),
                comparison(2026, 10.0, Some(5.0), None),
                comparison(2026, 10.0, Some(10.0), Some(Bound::Lower)),
            ];
            let groups = [group];
            let tally = |all, near, fair| Tally { all, near, fair };
            assert_eq!(Tally::of(&groups, |_| true), tally(4, 2, 3));
            assert_eq!(Tally::of(&groups, |year| year > 2025), tally(3, 1, 2));
        });
    }

    #[test]
    fn ours_is_what_the_run_says() {
        in_baseline(|world| {
            let groups = by_series(world);
            let count: usize = groups.iter().map(|group| group.comparisons.len()).sum();
            assert_eq!(count, evidence::actuals().len(), "none is left out");
            for comparison in groups.iter().flat_map(|group| &group.comparisons) {
                let year = Year::from_calendar(comparison.actual.year);
                let expected = year.map(|year| world.run.get(comparison.actual.series, year));
                assert_eq!(comparison.ours, expected);
            }
        });
    }
}
