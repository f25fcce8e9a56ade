//! What every figure is made of: the results, what they are compared with, and a language.

use super::payback::is_never;
use crate::analysis::{Fan, is_code};
use crate::format::{Currency, Money, Numbers};
use crate::model::{Assumption, Constraint, Run, Series, Year};
use crate::scenario::Scenario;
use crate::text::{Language, Text};
use serde::{Deserialize, Serialize};

/// A premium within this distance of 1 counts as list price.
pub(super) const AT_LIST: f64 = 0.02;

/// Words and numbers of one language.
#[derive(Clone, Copy)]
pub struct Locale {
    /// Which language.
    pub language: Language,
    /// Its texts.
    pub text: &'static Text,
    /// Its numbers.
    pub numbers: Numbers,
}

impl Locale {
    /// The words and numbers of a language.
    pub fn of(language: Language) -> Self {
        Self {
            language,
            text: Text::of(language),
            numbers: Numbers::of(language.tag()),
        }
    }

    /// The same with money in a currency, at a scenario's exchange rate.
    #[must_use]
    pub fn in_currency(self, currency: Currency, scenario: &Scenario) -> Self {
        let money = Money::new(currency, scenario.value(Assumption::Fx));
        Self {
            numbers: self.numbers.with_money(money),
            ..self
        }
    }

    /// A result as text, unit included; a code as the word that it stands for. Where a card earns
    /// next to nothing the model divides by next to nothing: such a payback never comes.
    pub fn amount(&self, series: Series, value: f64) -> String {
        if series == Series::LeasePayback && is_never(value) {
            return self.text.leasing.never.clone();
        }
        if is_code(series) {
            let binding = match Constraint::from_code(value) {
                Constraint::Demand => Binding::Demand,
                Constraint::Chips => Binding::Chips,
                Constraint::Power => Binding::Power,
            };
            return binding.name(self).to_owned();
        }
        self.numbers.amount(value, &series.info().unit).to_string()
    }

    /// The name of a result; that of a code says nothing of its numbers.
    pub fn name(&self, series: Series) -> &'static str {
        if is_code(series) {
            &self.text.window.ribbon.title
        } else {
            series.info().label.get(self.language)
        }
    }

    /// A result as text without its unit.
    pub fn number(&self, series: Series, value: f64) -> String {
        self.numbers.amount(value, &series.info().unit).number
    }

    /// The name of a lever where there is little room: shorter than the table's.
    pub fn short_name(&self, lever: Assumption) -> &'static str {
        let names = &self.text.levers.short_names;
        let in_table = || lever.info().label.get(self.language);
        names.get(lever.id()).map_or_else(in_table, String::as_str)
    }

    /// An assumption's value as text, as it would be typed, unit included.
    pub fn typed(&self, assumption: Assumption, value: f64) -> String {
        self.numbers
            .typed(value, &assumption.info().unit)
            .to_string()
    }

    /// An assumption's value as text that is short, unit included.
    pub fn short(&self, assumption: Assumption, value: f64) -> String {
        let unit = &assumption.info().unit;
        self.numbers.short(value, unit).to_string()
    }

    /// Two values of an assumption as short texts; one unit serves both where it is the same.
    pub fn two_values(&self, assumption: Assumption, (first, second): (f64, f64)) -> [String; 2] {
        let short = |value| self.numbers.short(value, &assumption.info().unit);
        let (first, second) = (short(first), short(second));
        if first.unit != second.unit {
            [first.to_string(), second.to_string()]
        } else if first.unit_leads {
            [first.to_string(), second.number]
        } else {
            [first.number, second.to_string()]
        }
    }

    /// What a picture of one result in one year measures: its name, the year, and the unit.
    pub fn measure(&self, series: Series, year: Year) -> String {
        let info = series.info();
        let name = self.name(series);
        let measure =
            (self.text.uncertainty.measure).fill(&[("name", &name), ("year", &year.calendar())]);
        let unit = self.numbers.axis_unit(&info.unit);
        if unit.is_empty() {
            return measure;
        }
        format!("{measure}{}{unit}", self.text.charts.list_separator)
    }
}

/// A scenario with its results, those of its baseline, and the year in view.
#[derive(Clone, Copy)]
pub struct World<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its results.
    pub run: &'a Run,
    /// The results of its baseline.
    pub baseline: &'a Run,
    /// How sure its results are, where charts are to show that.
    pub fan: Option<&'a Fan>,
    /// The year in view.
    pub year: Year,
    /// The years that charts show.
    pub span: Span,
    /// The language to speak.
    pub locale: Locale,
}

/// The calendar years that charts show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first; may lie before the base year, where there are only observations.
    pub first: u16,
    /// The last.
    pub last: u16,
}

impl Default for Span {
    fn default() -> Self {
        Self::whole()
    }
}

impl Span {
    /// Observations begin here.
    pub const FIRST: u16 = 2022;

    /// All years that there is something to show of.
    pub fn whole() -> Self {
        Self {
            first: Self::FIRST,
            last: Year::LAST.calendar(),
        }
    }

    /// The last year of the run that is shown.
    pub fn last_year(self) -> Year {
        Year::from_calendar(self.last).unwrap_or(Year::LAST)
    }

    /// Is a calendar year shown?
    pub fn holds(self, calendar: u16) -> bool {
        (self.first..=self.last).contains(&calendar)
    }

    /// The years of the run that are shown.
    pub fn years(self) -> impl DoubleEndedIterator<Item = Year> + Clone {
        Year::all().filter(move |year| self.holds(year.calendar()))
    }
}

impl<'a> World<'a> {
    /// A scenario by itself: held against no baseline, in all its years, as if it were certain.
    pub fn alone(scenario: &'a Scenario, run: &'a Run, year: Year, locale: Locale) -> Self {
        Self {
            scenario,
            run,
            baseline: run,
            fan: None,
            year,
            span: Span::whole(),
            locale,
        }
    }

    /// A result of the year in view.
    pub fn now(&self, series: Series) -> f64 {
        self.run.get(series, self.year)
    }

    /// A result of the base year.
    pub fn first(&self, series: Series) -> f64 {
        self.run.get(series, Year::BASE)
    }

    /// The same as [`Self::now`] of the baseline.
    pub fn baseline_now(&self, series: Series) -> f64 {
        self.baseline.get(series, self.year)
    }

    /// Do the results differ from the baseline's? Only levers can make them: a scenario in which
    /// nothing but suppliers is changed has the baseline's results, and its suppliers are
    /// compared one by one.
    pub fn differs(&self) -> bool {
        !self.scenario.changes.is_empty()
    }

    /// What limits deliveries outside China in a year.
    pub fn binding(&self, year: Year) -> Binding {
        Binding::of(self.run, year)
    }

    /// The same in the baseline.
    pub fn baseline_binding(&self, year: Year) -> Binding {
        Binding::of(self.baseline, year)
    }
}

/// What limits deliveries outside China, as a reader would say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binding {
    /// Buyers want no more: capacity stands idle.
    Demand,
    /// There are no more chips.
    Chips,
    /// There is no more power.
    Power,
    /// Nothing: all is sold, but only below list price.
    Ample,
}

impl Binding {
    /// What the series `constraint` says; but where all is sold only because it is cheap, no
    /// buyer would call it a limit.
    pub fn of(run: &Run, year: Year) -> Self {
        let is_cheap = run.get(Series::Premium, year) < 1.0 - AT_LIST;
        match Constraint::from_code(run.get(Series::Constraint, year)) {
            Constraint::Demand => Self::Demand,
            _ if is_cheap => Self::Ample,
            Constraint::Chips => Self::Chips,
            Constraint::Power => Self::Power,
        }
    }

    /// What limits, in a word.
    pub fn name(self, locale: &Locale) -> &'static str {
        let limits = &locale.text.window.ribbon;
        match self {
            Self::Demand => &limits.demand,
            Self::Chips => &limits.chips,
            Self::Power => &limits.power,
            Self::Ample => &limits.ample,
        }
    }

    /// That it limits, as the end of a sentence.
    pub fn binds(self, locale: &Locale) -> &'static str {
        let words = &locale.text.levers;
        match self {
            Self::Demand => &words.binds_demand,
            Self::Chips => &words.binds_chips,
            Self::Power => &words.binds_power,
            Self::Ample => &words.binds_nothing,
        }
    }
}
