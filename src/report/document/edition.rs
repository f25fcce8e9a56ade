//! How a hand-out is to look, and what it shows where it must choose.

use jiff::civil::Date;

use crate::format::Currency;
use crate::model::Year;
use crate::report::world::{Locale, Span};
use crate::scenario::Scenario;
use crate::scenario::slide::USUAL_YEAR;
use crate::text::Language;
use crate::theme::Theme;

/// How a hand-out is to look, and what it shows where it must choose.
#[derive(Clone, Copy, Debug)]
pub struct Edition {
    /// In which language.
    pub language: Language,
    /// In which colours.
    pub theme: Theme,
    /// In which currency.
    pub currency: Currency,
    /// The year that is shown where one is.
    pub year: Year,
    /// The years that charts show.
    pub span: Span,
    /// The day on which it is made.
    pub date: Date,
}

impl Edition {
    /// Dark on light, in dollars, in the usual year.
    pub fn new(language: Language, date: Date) -> Self {
        Self {
            language,
            theme: Theme::Light,
            currency: Currency::default(),
            year: Year::from_calendar(USUAL_YEAR).unwrap_or(Year::LAST),
            span: Span::whole(),
            date,
        }
    }

    /// Words and numbers about a scenario.
    pub fn locale(&self, scenario: &Scenario) -> Locale {
        Locale::of(self.language).in_currency(self.currency, scenario)
    }

    /// The day on which it is made, as a reader writes it.
    pub fn day(&self) -> String {
        let text = &Locale::of(self.language).text.document;
        let month = usize::try_from(self.date.month() - 1).ok();
        let month = month.and_then(|month| text.months.get(month));
        text.date.fill(&[
            ("year", &self.date.year()),
            ("month", &month.map_or("", String::as_str)),
            ("day", &self.date.day()),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_a_reader_would() {
        let date = Date::new(2026, 9, 6).expect("a day");
        let day = |language| Edition::new(language, date).day();
        assert_eq!(day(Language::En), "6 September 2026");
        assert_eq!(day(Language::Zh), "2026 年 9 月 6 日");
    }
}
