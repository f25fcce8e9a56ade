//! Short names of compared scenarios, no two alike.

use std::path::Path;

use crate::report::world::Locale;
use crate::scenario::Scenario;
use crate::text::outside;

/// What a scenario may be called.
pub struct Name<'a> {
    /// The scenario, with its own name.
    pub scenario: &'a Scenario,
    /// Its file, if it has one.
    pub file: Option<&'a Path>,
    /// Is it the open one?
    pub is_open: bool,
    /// Has it changed since it was opened or saved?
    pub is_changed: bool,
}

impl Name<'_> {
    /// Its own name, or that of its file.
    fn full(&self, locale: &Locale) -> String {
        let name = self.scenario.shown_name(locale.language);
        match (&*name, self.file.and_then(Path::file_stem)) {
            ("", Some(stem)) => outside::one_line(&stem.to_string_lossy()).into_owned(),
            ("", None) => locale.text.window.untitled.clone(),
            _ => name.into_owned(),
        }
    }

    /// What stands before a colon: "Bear" of "Bear: digestion". What is open and has changed is
    /// no longer what its name says.
    fn short(&self, locale: &Locale) -> String {
        if self.is_open && (self.is_changed || self.scenario.name.get(locale.language).is_empty()) {
            return locale.text.compare.current.clone();
        }
        let full = self.full(locale);
        // A colon without a blank is a ratio: 1:9.
        match full.split_once(": ").or_else(|| full.split_once('：')) {
            Some((short, _)) if !short.trim().is_empty() => short.trim().to_owned(),
            _ => full,
        }
    }

    fn longer(&self, locale: &Locale) -> String {
        if self.is_open {
            locale.text.compare.current.clone()
        } else {
            self.full(locale)
        }
    }
}

/// A short name for each, no two alike.
pub fn labels(names: &[Name<'_>], locale: &Locale) -> Vec<String> {
    let short: Vec<String> = names.iter().map(|name| name.short(locale)).collect();
    let mut taken: Vec<String> = Vec::new();
    for (name, label) in names.iter().zip(&short) {
        let is_alone = short.iter().filter(|other| *other == label).count() == 1;
        let wanted = if is_alone {
            label.clone()
        } else {
            name.longer(locale)
        };
        let numbered = (2..).map(|number| format!("{wanted} {number}"));
        let mut candidates = std::iter::once(wanted.clone()).chain(numbered);
        let free = candidates.find(|candidate| !taken.contains(candidate));
        taken.push(free.unwrap_or(wanted));
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Baseline;
    use crate::text::Language;

    fn named(name: &str) -> Scenario {
        let mut scenario = Scenario::new(Baseline::current());
        name.clone_into(&mut scenario.name.en);
        scenario
    }

    fn labels_of(given: &[(&Scenario, bool, Option<&str>)]) -> Vec<String> {
        let names: Vec<Name<'_>> = given
            .iter()
            .map(|&(scenario, is_open, file)| Name {
                scenario,
                file: file.map(Path::new),
                is_open,
                is_changed: false,
            })
            .collect();
        labels(&names, &Locale::of(Language::En))
    }

    #[test]
    fn names_are_cut_at_their_colon_unless_that_makes_two_alike() {
        let (bear, bull) = (named("Bear: digestion"), named("Bull"));
        let found = labels_of(&[(&bear, false, None), (&bull, false, None)]);
        assert_eq!(found, ["Bear", "Bull"]);
        let ratio = named("Optics 1:9");
        assert_eq!(labels_of(&[(&ratio, false, None)]), ["Optics 1:9"]);
        let other = named("Bear: winter");
        let found = labels_of(&[(&bear, false, None), (&other, false, None)]);
        assert_eq!(found, ["Bear: digestion", "Bear: winter"]);
    }

    #[test]
    fn no_two_are_called_alike() {
        let (wall, nameless) = (named("Power wall"), named(""));
        let found = labels_of(&[
            (&wall, true, None),
            (&wall, false, None),
            (&wall, false, Some("a/wall.ron")),
            (&nameless, false, Some("a/mine.ron")),
            (&nameless, false, None),
        ]);
        assert_eq!(
            found,
            ["Current", "Power wall", "Power wall 2", "mine", "Untitled"]
        );
        let found = labels_of(&[(&nameless, true, None)]);
        assert_eq!(found, ["Current"]);
    }
}
