//! Where a number comes from: its formula in words and with the values in it, what it is computed
//! from, and how well the assumptions in it are known.

use super::equation::{Equation, constant};
use super::evidence::assumptions::basis;
use super::evidence::published;
use super::world::{Binding, Locale, World};
use crate::analysis::is_code;
use crate::evidence;
use crate::format::exact;
use crate::model::constants::{
    H100E_FLOP_PER_S, H100E_PFLOP_PER_S, HOURS_PER_YEAR, SECONDS_PER_DAY, SECONDS_PER_YEAR,
};
use crate::model::{Assumption, Formulas, Reference, Worksheet, Year};
use crate::scenario::Scenario;

/// All that a scenario computes, and its baseline beside it: made once, it explains every number.
pub struct Explainer<'a> {
    scenario: &'a Scenario,
    pub(super) locale: Locale,
    values: Worksheet<'static>,
    baseline: Worksheet<'static>,
}

/// Where one number comes from.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// What it is about.
    pub reference: Reference,
    /// Its name, with the year.
    pub title: String,
    /// Its value, unit included.
    pub value: String,
    /// What it measures, in a sentence or two.
    pub meaning: String,
    /// The baseline's value, where that is another.
    pub baseline: Option<String>,
    /// How it is computed; `None` for an assumption.
    pub equation: Option<Equation>,
    /// The unit that the values in the formula come to; empty where there is none.
    pub unit: String,
    /// What the formula names: results and steps first, then assumptions.
    pub precedents: Vec<Precedent>,
    /// The fixed numbers in the formula that have a meaning, with it.
    pub constants: Vec<(String, &'static str)>,
    /// Of an assumption: how well it is known, and from where.
    pub grounds: Option<Grounds>,
}

/// Something that a formula names.
#[derive(Clone, Debug)]
pub struct Precedent {
    /// What it is.
    pub reference: Reference,
    /// Its name, with the year where that is another.
    pub name: String,
    /// Its value, unit included.
    pub value: String,
    /// The baseline's value, where that is another.
    pub baseline: Option<String>,
    /// Of an assumption: how well it is known, and from where.
    pub grounds: Option<Grounds>,
}

/// How well an assumption is known.
#[derive(Clone, Debug)]
pub struct Grounds {
    /// In one word.
    pub basis: &'static str,
    /// By its believed range.
    pub range: String,
    /// Title, publisher and date of each source.
    pub sources: Vec<String>,
}

impl<'a> Explainer<'a> {
    /// Computes everything that can be named, of a scenario and of its baseline.
    pub fn new(scenario: &'a Scenario, locale: Locale) -> Self {
        let formulas = Formulas::of_model();
        let baseline = Scenario::new(scenario.baseline);
        Self {
            scenario,
            locale,
            values: formulas.evaluate(&scenario.assumptions()),
            baseline: formulas.evaluate(&baseline.assumptions()),
        }
    }

    /// The same of the scenario of a world.
    pub fn of_world(world: &World<'a>) -> Self {
        Self::new(world.scenario, world.locale)
    }

    /// Explains a number.
    pub fn explain(&self, reference: Reference) -> Explanation {
        let year = reference.year();
        let precedents = Formulas::of_model().precedents(reference).into_iter();
        Explanation {
            reference,
            title: self.title(reference),
            value: self.amount(reference, self.values.get(reference)),
            meaning: self.meaning(reference),
            baseline: self.other_baseline(reference),
            constants: constants(reference, &self.locale),
            equation: Equation::of(reference),
            unit: self.unit(reference),
            precedents: precedents
                .map(|precedent| self.precedent(precedent, year))
                .collect(),
            grounds: self.grounds(reference),
        }
    }

    /// The name of something, as a formula of a year writes it.
    pub fn name_within(&self, reference: Reference, formula_year: Option<Year>) -> String {
        let name = &self.name(reference);
        match reference.year() {
            Some(year) if Some(year) != formula_year && is_yearly(reference) => {
                (self.locale.text.explanation.other_year)
                    .fill(&[("name", name), ("year", &year.calendar())])
            }
            _ => (*name).to_owned(),
        }
    }

    /// The value of something, in the unit of the model.
    pub fn value(&self, reference: Reference) -> f64 {
        self.values.get(reference)
    }

    /// The value of something, as a formula writes it: a bare number in the unit of the model.
    pub fn bare_value(&self, reference: Reference) -> String {
        exact(self.values.get(reference))
    }

    fn precedent(&self, reference: Reference, formula_year: Option<Year>) -> Precedent {
        Precedent {
            reference,
            name: self.name_within(reference, formula_year),
            value: self.amount(reference, self.values.get(reference)),
            baseline: self.other_baseline(reference),
            grounds: self.grounds(reference),
        }
    }

    fn title(&self, reference: Reference) -> String {
        let name = self.name(reference);
        match reference.year() {
            Some(year) => (self.locale.text.explanation.named)
                .fill(&[("name", &name), ("year", &year.calendar())]),
            None => name.to_owned(),
        }
    }

    fn name(&self, reference: Reference) -> &'static str {
        let language = self.locale.language;
        match reference {
            Reference::Assumption(assumption) => assumption.info().label.get(language),
            Reference::Intermediate(intermediate, _) => intermediate.info().label.get(language),
            Reference::Series(series, _) => self.locale.name(series),
        }
    }

    fn meaning(&self, reference: Reference) -> String {
        let texts = &self.locale.text.explanation;
        match reference {
            Reference::Series(series, _) => {
                series.info().meaning.get(self.locale.language).to_owned()
            }
            Reference::Intermediate(..) => texts.step.clone(),
            Reference::Assumption(_) => match self.other_baseline(reference) {
                Some(baseline) => texts.input_changed.fill(&[("baseline", &baseline)]),
                None => texts.input.clone(),
            },
        }
    }

    fn amount(&self, reference: Reference, value: f64) -> String {
        match reference {
            Reference::Series(series, _) => self.locale.amount(series, value),
            Reference::Assumption(assumption) => self.locale.typed(assumption, value),
            Reference::Intermediate(intermediate, _) => {
                let unit = &intermediate.info().unit;
                self.locale.numbers.amount(value, unit).to_string()
            }
        }
    }

    /// The baseline's value, where it is another.
    fn other_baseline(&self, reference: Reference) -> Option<String> {
        let (value, baseline) = (self.values.get(reference), self.baseline.get(reference));
        (value.to_bits() != baseline.to_bits()).then(|| self.amount(reference, baseline))
    }

    /// The unit of the values in its formula; of a code, what each number stands for.
    fn unit(&self, reference: Reference) -> String {
        let is_code = matches!(reference, Reference::Series(series, _) if is_code(series));
        if !is_code {
            return self.locale.numbers.plain_name(reference.unit()).to_owned();
        }
        let limits = [Binding::Demand, Binding::Chips, Binding::Power];
        let codes = limits.map(|limit| limit.name(&self.locale));
        (self.locale.text.explanation.codes).fill(&[
            ("zero", &codes[0]),
            ("one", &codes[1]),
            ("two", &codes[2]),
        ])
    }

    fn grounds(&self, reference: Reference) -> Option<Grounds> {
        let Reference::Assumption(assumption) = reference else {
            return None;
        };
        let (low, high) = self.scenario.spread(assumption).ends();
        let info = assumption.info();
        Some(Grounds {
            basis: basis(&self.locale, info.basis).0,
            range: self.locale.text.explanation.range.fill(&[
                ("low", &self.locale.short(assumption, low)),
                ("high", &self.locale.short(assumption, high)),
            ]),
            sources: sources(assumption, &self.locale),
        })
    }
}

/// The constants of nature, of the calendar and of units that a formula counts with.
fn constants(reference: Reference, locale: &Locale) -> Vec<(String, &'static str)> {
    let texts = &locale.text.explanation.constants;
    let known = [
        (H100E_FLOP_PER_S, &texts.h100e_flop),
        (H100E_PFLOP_PER_S, &texts.h100e_pflop),
        (SECONDS_PER_DAY, &texts.seconds_per_day),
        (SECONDS_PER_YEAR, &texts.seconds_per_year),
        (HOURS_PER_YEAR, &texts.hours_per_year),
    ];
    let numbers = Formulas::of_model().constants(reference);
    let known = known.iter().filter(|(value, _)| numbers.contains(value));
    known
        .map(|(value, meaning)| (constant(*value), meaning.as_str()))
        .collect()
}

/// Is there one for every year? What is computed once is named without a year.
fn is_yearly(reference: Reference) -> bool {
    match reference {
        Reference::Intermediate(intermediate, _) => {
            let in_last = Reference::Intermediate(intermediate, Year::LAST);
            Formulas::of_model().definition(in_last).is_some()
        }
        _ => true,
    }
}

/// Title, publisher and date of each source of an assumption.
pub fn sources(assumption: Assumption, locale: &Locale) -> Vec<String> {
    let told = |id: &String| {
        let Some(source) = evidence::source(id) else {
            return id.clone();
        };
        let title = source.title.get(locale.language);
        [title, &published(source, locale)].join(&locale.text.evidence.dot)
    };
    assumption.info().sources.iter().map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Intermediate, Series};
    use crate::scenario::Baseline;
    use crate::text::Language;

    fn formula(reference: Reference, language: Language) -> String {
        let scenario = Scenario::new(Baseline::current());
        let locale = Locale::of(language);
        let explainer = Explainer::new(&scenario, locale);
        let name = |named: Reference| explainer.name_within(named, reference.year());
        let equation = Equation::of(reference).expect("it is computed");
        equation.text(&locale.text.explanation.equation, &name)
    }

    fn in_2030(series: Series) -> Reference {
        Reference::Series(
            series,
            Year::from_calendar(2030).expect("a year of the run"),
        )
    }

    #[test]
    fn formulas_read_like_mathematics() {
        let en = |series| formula(in_2030(series), Language::En);
        assert_eq!(
            en(Series::LeasePayback),
            "Capital cost ÷ max(Rental income − Running cost, 0.001)"
        );
        assert_eq!(
            en(Series::BreakevenRent),
            "(Capital cost + Running cost × Worth today of a cost of 1 a year) × 1,000 ÷ \
             (Rented hours × 8,766 × Worth today of a falling rent of 1 a year)"
        );
        let year = Year::from_calendar(2030).expect("a year of the run");
        let price = Reference::Intermediate(Intermediate::ListPrice, year);
        assert_eq!(
            formula(price, Language::En),
            "List price of an accelerator (2029) × (1 + GPU price change (list price of every chip))"
        );
        assert_eq!(
            formula(in_2030(Series::Constraint), Language::Zh),
            "若 海外交付算力 < 海外可部署供给 × 0.999999999，则为 0，否则为 (若 海外电力可支撑算力 < 海外芯片可供算力，则为 2，否则为 1)"
        );
    }

    /// Every number has a whole explanation, and none of its texts has a gap.
    #[test]
    fn every_result_is_explained_in_both_languages() {
        let scenario = Scenario::new(Baseline::current());
        for language in [Language::En, Language::Zh] {
            let locale = Locale::of(language);
            let explainer = Explainer::new(&scenario, locale);
            for &series in Series::ALL {
                for year in Year::all() {
                    let explanation = explainer.explain(Reference::Series(series, year));
                    let name = |named: Reference| explainer.name_within(named, Some(year));
                    let equation = explanation.equation.as_ref().expect("it is computed");
                    let text = equation.text(&locale.text.explanation.equation, &name);
                    for text in [&text, &explanation.title, &explanation.meaning] {
                        assert!(
                            !text.is_empty() && !text.contains(['{', '}', '_']),
                            "{text}"
                        );
                    }
                    assert!(!explanation.precedents.is_empty(), "{series:?}");
                }
            }
        }
    }
}
