//! A room guesses what a chart will say, before it sees what the model says: the question, and how
//! far the guess was from the answer.

use std::collections::BTreeMap;

use super::axis::Scale;
use super::chart::{Chart, Row};
use super::world::Locale;

/// How much higher than what the model says an axis reaches: the top must not tell it, and there
/// must be room for guesses that are too high.
const ROOM_ABOVE: f64 = 1.6;
/// The same on a log axis.
const ROOM_ABOVE_LOG: f64 = 6.0;
/// Within this part of the truth a guess is right.
const RIGHT: f64 = 0.05;

impl Chart {
    /// What the room guesses: the first of its quantities.
    pub fn guessed(&self) -> Option<&Row> {
        self.rows.first()
    }

    /// The range that an axis must hold while a room guesses: what the model says must not be
    /// told by the top of the axis, and there must be room for guesses that are too high.
    pub fn room_to_guess(&self) -> (f64, f64) {
        let (low, high) = self.axis.range;
        match self.axis.scale {
            Scale::Linear => (low, low + (high - low) * ROOM_ABOVE),
            Scale::Log => (low, high * ROOM_ABOVE_LOG),
        }
    }

    /// What the room is asked.
    pub fn question(&self, locale: &Locale) -> String {
        let name = self.guessed().map_or("", |row| row.name.as_str());
        let text = &locale.text.predicting;
        text.question
            .fill(&[("name", &name), ("year", &self.years.1)])
    }

    /// How far a guess of some years was from what the model says, in words: that of the year in
    /// view, else of the last year that was guessed.
    pub fn verdict(&self, locale: &Locale, guess: &BTreeMap<u16, f64>) -> Option<String> {
        let row = self.guessed()?;
        let in_view = guess.get_key_value(&self.year);
        let (&year, &guessed) = in_view.or_else(|| guess.last_key_value())?;
        let value = row.value(year)?;
        let text = &locale.text.predicting;
        let amount = |value| locale.numbers.amount(value, &row.unit).to_string();
        let change = locale.numbers.change(value, guessed, &row.unit)?;
        let size = value.abs().max(guessed.abs());
        let sentence = if (value - guessed).abs() <= RIGHT * size {
            &text.right
        } else if value > guessed {
            &text.too_low
        } else {
            &text.too_high
        };
        Some(sentence.fill(&[
            ("year", &year),
            ("guess", &amount(guessed)),
            ("value", &amount(value)),
            ("change", &change.text),
        ]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Assumption, Year};
    use crate::report::{Figure, World};
    use crate::scenario::{Baseline, Scenario};
    use crate::text::Language;

    fn with_chart(figure: Figure, check: impl Fn(&Locale, Chart)) {
        let baseline = Scenario::new(Baseline::current());
        let mut scenario = baseline.clone();
        scenario.set(Assumption::ModelGrowth, 6.0);
        let (run, baseline) = (scenario.run(), baseline.run());
        for language in [Language::En, Language::Zh] {
            let locale = Locale::of(language);
            let world = World {
                baseline: &baseline,
                ..World::alone(&scenario, &run, Year::LAST, locale)
            };
            check(&locale, figure.chart(&world));
        }
    }

    #[test]
    fn there_is_room_for_guesses_twice_as_high() {
        for figure in Figure::all() {
            with_chart(figure, |_, chart| {
                let (low, high) = chart.room_to_guess();
                let share = chart
                    .axis
                    .clone()
                    .widened((low, high))
                    .position(chart.axis.range.1);
                assert!((0.3..0.85).contains(&share), "{figure:?}: {share}");
            });
        }
    }

    #[test]
    fn a_guess_is_held_against_the_year_in_view() {
        with_chart(Figure::Need, |locale, chart| {
            let truth = chart
                .guessed()
                .and_then(|row| row.value(2032))
                .expect("a value");
            let text = &locale.text.predicting;
            let verdict =
                |years: &[(u16, f64)]| chart.verdict(locale, &years.iter().copied().collect());
            let half = verdict(&[(2030, 1.0), (2032, truth / 2.0)]).expect("a verdict");
            let amount = |value| locale.numbers.amount(value, "million H100e").to_string();
            let wanted = text.too_low.fill(&[
                ("year", &2032),
                ("guess", &amount(truth / 2.0)),
                ("value", &amount(truth)),
                ("change", &"×2.00"),
            ]);
            let change = locale.numbers.change(truth, truth / 2.0, "million H100e");
            let change = change.expect("a change").text;
            assert_eq!(half, wanted.replace("×2.00", &change));
            let close = verdict(&[(2032, truth * 1.02)]).expect("a verdict");
            assert_ne!(half, close);
            assert_eq!(verdict(&[]), None);
        });
    }
}
