//! Whose observations a picture shows, and that the rest is a conditional forecast.

use super::world::Locale;
use crate::evidence;
use crate::model::{Measure, Segment, Series, Year};
use crate::scenario::exhibit::{Exhibit, Topic};
use crate::scenario::figure::Figure;

/// What stands under a picture, as long as there is room for it.
pub struct Credit<'a> {
    locale: &'a Locale,
    publishers: Vec<&'static str>,
}

impl<'a> Credit<'a> {
    /// What stands under an exhibit.
    pub fn of(exhibit: Exhibit, locale: &'a Locale) -> Self {
        let mut publishers: Vec<&'static str> = Vec::new();
        let series = series(exhibit);
        let observed = series
            .iter()
            .flat_map(|&series| evidence::of_series(series));
        let forecast = series
            .iter()
            .flat_map(|&series| evidence::forecasts_of(series));
        for actual in observed.chain(forecast) {
            let source = evidence::source(&actual.source);
            let publisher = source.map(|source| source.publisher.get(locale.language));
            publishers.extend(publisher.filter(|name| !publishers.contains(name)));
        }
        Self { locale, publishers }
    }

    /// Sources and caveat in one line: as many sources as fit, as `fits` says; the caveat always.
    pub fn line(&self, fits: impl Fn(&str) -> bool) -> String {
        let counts = (1..=self.publishers.len()).rev();
        let lines = counts.map(|count| self.with_caveat(&self.sources(count)));
        let text = &self.locale.text.presenting;
        let computed = [&text.computed, &text.computed_short];
        let computed = computed
            .into_iter()
            .filter(|_| self.publishers.is_empty())
            .map(|sentence| self.with_caveat(sentence));
        let mut all = lines.chain(computed);
        all.find(|line| fits(line))
            .unwrap_or_else(|| capitalised(&self.caveat()))
    }

    /// The shortest line that still tells where numbers come from, and the caveat.
    pub fn shortest_line(&self) -> String {
        self.with_caveat(&if self.publishers.is_empty() {
            self.locale.text.presenting.computed_short.clone()
        } else {
            self.sources(1)
        })
    }

    /// That what comes is no promise.
    pub fn caveat(&self) -> String {
        let first = Year::BASE.calendar() + 1;
        (self.locale.text.presenting.caveat).fill(&[("year", &first)])
    }

    fn sources(&self, count: usize) -> String {
        let text = &self.locale.text.presenting;
        let names = self.publishers[..count].join(&text.between_sources);
        let names = if count < self.publishers.len() {
            text.and_others.fill(&[("names", &names)])
        } else {
            names
        };
        text.sources.fill(&[("names", &names)])
    }

    fn with_caveat(&self, sources: &str) -> String {
        let between = &self.locale.text.presenting.between_sentences;
        format!("{sources}{between}{}", self.caveat())
    }
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The series whose observations an exhibit rests on.
pub(super) fn series(exhibit: Exhibit) -> Vec<Series> {
    match exhibit {
        Exhibit::Chart(Figure::Single(series))
        | Exhibit::Tornado(series)
        | Exhibit::Waterfall(series) => vec![series],
        Exhibit::Chart(figure) => {
            let beside = match figure {
                Figure::Supply => Some(Series::Delivered),
                Figure::Scissors => Some(Series::ComputePrice),
                Figure::Rent(_) => Some(Series::Rent),
                _ => None,
            };
            figure.series().iter().copied().chain(beside).collect()
        }
        Exhibit::MoneyFlow => {
            let revenues = Segment::ALL.iter();
            let revenues = revenues.map(|&segment| Series::of_segment(segment, Measure::Revenue));
            std::iter::once(Series::Capex).chain(revenues).collect()
        }
        Exhibit::KeyFigures(Topic::Overview) => {
            vec![Series::Need, Series::Stock, Series::Capex, Series::Rent]
        }
        Exhibit::KeyFigures(Topic::China) => vec![
            Series::ChinaNeed,
            Series::DomesticShareUnits,
            Series::DomesticShareValue,
            Series::ChinaEflops,
        ],
        Exhibit::KeyFigures(Topic::Leasing) | Exhibit::PaybackMap(_) => {
            vec![Series::Rent, Series::LeasePayback]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn as_many_sources_as_fit_and_always_the_caveat() {
        for language in [Language::En, Language::Zh] {
            let locale = Locale::of(language);
            for exhibit in Exhibit::all() {
                let credit = Credit::of(exhibit, &locale);
                let whole = credit.line(|_| true);
                let short = credit.line(|line| line.chars().count() < 40);
                for line in [&whole, &short] {
                    let line = line.to_lowercase();
                    assert!(line.ends_with(&credit.caveat()), "{line}");
                }
                assert!(short.len() <= whole.len(), "{short}");
                for name in &credit.publishers {
                    assert!(whole.contains(name), "{whole}");
                }
            }
        }
    }
}
