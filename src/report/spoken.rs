//! The words of a slide with the results of a world filled in.

use super::world::World;
use crate::model::{Series, Year};
use crate::scenario::speech::{Part, Speech, Tone};
use crate::text::outside;

/// A space at which no line breaks.
const FIRM_SPACE: char = '\u{a0}';

/// Words that are set alike, in their order.
pub type Spoken = Vec<(Tone, String)>;

/// Fills words with the results of a world. Results of years after `until` are what the room is to
/// guess: a question mark stands for them.
pub fn spoken(world: &World<'_>, words: &str, until: Option<u16>) -> Spoken {
    let mut spoken: Spoken = Vec::new();
    for (tone, part) in Speech::lenient(words).parts {
        let filled = filled(world, part, until);
        match spoken.last_mut() {
            Some((last, words)) if *last == tone => words.push_str(&filled),
            _ => spoken.push((tone, filled)),
        }
    }
    spoken.retain(|(_, words)| !words.is_empty());
    spoken
}

/// The same without its colours.
pub fn plain(spoken: &[(Tone, String)]) -> String {
    spoken.iter().map(|(_, words)| words.as_str()).collect()
}

fn filled(world: &World<'_>, part: Part, until: Option<u16>) -> String {
    match part {
        Part::Words(words) => outside::story(&words).into_owned(),
        Part::Year => world.year.calendar().to_string(),
        Part::Result(series, year) => result(world, series, year.unwrap_or(world.year), until),
        Part::Value(assumption) => {
            firm(&(world.locale).typed(assumption, world.scenario.value(assumption)))
        }
    }
}

fn result(world: &World<'_>, series: Series, year: Year, until: Option<u16>) -> String {
    if until.is_some_and(|until| year.calendar() > until) {
        return world.locale.text.presenting.unknown.clone();
    }
    firm(&world.locale.amount(series, world.run.get(series, year)))
}

/// A number that is not torn from its unit.
fn firm(amount: &str) -> String {
    amount.replace(' ', &FIRM_SPACE.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Locale;
    use crate::scenario::{Baseline, Scenario};
    use crate::text::Language;

    fn said(words: &str, until: Option<u16>) -> Spoken {
        let scenario = Scenario::new(Baseline::current());
        let run = scenario.run();
        let year = Year::from_calendar(2030).expect("a year of the run");
        let world = World::alone(&scenario, &run, year, Locale::of(Language::En));
        spoken(&world, words, until)
    }

    #[test]
    fn results_years_and_colours_are_filled_in() {
        let parts = said("In {year} only [!{coverage@2025} of] it", None);
        assert_eq!(parts.len(), 3);
        assert_eq!(parts[0], (Tone::Plain, "In 2030 only ".to_owned()));
        assert_eq!(parts[2], (Tone::Plain, " it".to_owned()));
        let (tone, words) = &parts[1];
        assert_eq!(*tone, Tone::Trouble);
        assert!(words.ends_with("\u{a0}% of"), "{words}");
        assert!(plain(&parts).starts_with("In 2030 only "));
    }

    #[test]
    fn numbers_hold_together_and_can_be_hidden() {
        let number = plain(&said("{need}", None));
        assert!(
            number.contains(FIRM_SPACE) && !number.contains(' '),
            "{number}"
        );
        assert_eq!(
            plain(&said("{need} {need@2025}", Some(2025)))
                .split(' ')
                .next(),
            Some("?")
        );
    }
}
