//! Words of a slide that follow the results: `In {year} only [!{coverage@2030} of need] is covered.`
//!
//! - `{need@2030}` is a result in a calendar year; `{need}` the same in the year in view;
//! - `{model_growth}` is the value of an assumption; `{year}` the year in view;
//! - `[words]` are set in the colour of the scenario, `[!words]` in that of trouble;
//! - a bracket or brace that is meant is written twice: `[[`, `]]`, `{{`, `}}`.

use super::fault::{NameFault, ProblemKind, SyntaxFault};
use super::nearest::{half_width, nearest_name};
use super::slide_fault::SlideFault;
use super::source::excerpt;
use crate::model::{Assumption, Series, Year};

/// What stands in braces for the year in view.
pub(super) const YEAR: &str = "year";

/// The marks that mean something in words.
const MARKS: [char; 4] = ['{', '}', '[', ']'];

/// Nobody reads more faults of one text.
const MOST_FAULTS: usize = 250;

/// Words of a slide, cut where something is filled in or the colour changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Speech {
    /// The parts, in their order.
    pub parts: Vec<(Tone, Part)>,
}

/// How words are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// As all others.
    #[default]
    Plain,
    /// In the colour of the scenario.
    Accent,
    /// In the colour of trouble.
    Trouble,
}

/// A part of the words.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// As they stand.
    Words(String),
    /// The year in view.
    Year,
    /// A result, in a year or in the one in view.
    Result(Series, Option<Year>),
    /// The value of an assumption.
    Value(Assumption),
}

/// Something wrong with words.
#[derive(Clone, Debug, PartialEq)]
pub struct SpeechFault {
    /// Where, in bytes from the beginning of the words.
    pub at: usize,
    /// What.
    pub kind: ProblemKind,
}

impl Speech {
    /// Reads the words of a slide as they are written.
    ///
    /// # Errors
    /// All that is wrong with them, in its order.
    pub fn parse(text: &str) -> Result<Self, Vec<SpeechFault>> {
        let (speech, mut faults) = Reader::new(text, MOST_FAULTS).read();
        faults.sort_by_key(|fault| fault.at);
        if faults.is_empty() {
            Ok(speech)
        } else {
            Err(faults)
        }
    }

    /// Reads words that are still being written: what is wrong with them is shown as it stands.
    pub fn lenient(text: &str) -> Self {
        Reader::new(text, 0).read().0
    }

    /// Plain words so written that they are read as they stand.
    pub fn escaped(words: &str) -> String {
        let mut escaped = String::with_capacity(words.len());
        for c in words.chars() {
            escaped.extend(MARKS.contains(&c).then_some(c));
            escaped.push(c);
        }
        escaped
    }

    /// The results that are filled in, each as often as it is.
    pub fn results(&self) -> impl Iterator<Item = Series> {
        self.parts.iter().filter_map(|(_, part)| match part {
            Part::Result(series, _) => Some(*series),
            _ => None,
        })
    }
}

/// Reads words from their beginning to their end.
struct Reader<'a> {
    text: &'a str,
    /// How far it has read, in bytes.
    at: usize,
    tone: Tone,
    open: Option<OpenBracket>,
    /// Brackets within brackets, which are faults and kept as words.
    nested: usize,
    parts: Vec<(Tone, Part)>,
    faults: Vec<SpeechFault>,
    most_faults: usize,
}

/// A bracket that waits for its end.
struct OpenBracket {
    /// Where it stands in bytes, and how it is written.
    at: usize,
    mark: &'static str,
    /// How many parts stand before it.
    parts: usize,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, most_faults: usize) -> Self {
        Self {
            text,
            at: 0,
            tone: Tone::Plain,
            open: None,
            nested: 0,
            parts: Vec::new(),
            faults: Vec::new(),
            most_faults,
        }
    }

    fn read(mut self) -> (Speech, Vec<SpeechFault>) {
        while let Some(c) = self.rest().chars().next() {
            match c {
                _ if MARKS.contains(&c) && self.rest()[1..].starts_with(c) => {
                    self.keep(1);
                    self.at += 1;
                }
                '{' => self.name(),
                '}' => self.keep_wrong(SlideFault::StrayBrace),
                '[' => self.open_bracket(),
                ']' => self.close_bracket(),
                _ => self.keep(self.rest().find(MARKS).unwrap_or(self.rest().len())),
            }
        }
        self.give_up_bracket();
        let parts = self.parts;
        (Speech { parts }, self.faults)
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Faults are only looked into where somebody wants to know them: that takes longest.
    fn report(&mut self, fault: impl FnOnce() -> ProblemKind) {
        if self.faults.len() < self.most_faults {
            let (at, kind) = (self.at, fault());
            self.faults.push(SpeechFault { at, kind });
        }
    }

    /// Takes the next bytes for words.
    fn keep(&mut self, length: usize) {
        let words = &self.rest()[..length];
        self.at += length;
        self.push_words(words);
    }

    /// Takes a mark that is wrong for words.
    fn keep_wrong(&mut self, fault: SlideFault) {
        self.report(|| fault.into());
        self.keep(1);
    }

    fn push_words(&mut self, words: &str) {
        match self.parts.last_mut() {
            Some((tone, Part::Words(before))) if *tone == self.tone => before.push_str(words),
            _ => self.parts.push((self.tone, Part::Words(words.to_owned()))),
        }
    }

    /// What stands in braces.
    fn name(&mut self) {
        let inside = &self.rest()[1..];
        let end = inside
            .find(MARKS)
            .filter(|&end| inside[end..].starts_with('}'));
        let Some(end) = end else {
            return self.keep_wrong(SlideFault::UnclosedBrace);
        };
        let (inside, length) = (&inside[..end], end + 2);
        if let Some(part) = part(inside) {
            self.parts.push((self.tone, part));
            self.at += length;
        } else {
            self.report(|| fault(inside));
            self.keep(length);
        }
    }

    fn open_bracket(&mut self) {
        if self.open.is_some() {
            self.nested += 1;
            return self.keep_wrong(SlideFault::BracketInBracket);
        }
        let (mark, tone) = if self.rest().starts_with("[!") {
            ("[!", Tone::Trouble)
        } else {
            ("[", Tone::Accent)
        };
        let (at, parts) = (self.at, self.parts.len());
        self.open = Some(OpenBracket { at, mark, parts });
        self.tone = tone;
        self.at += mark.len();
    }

    fn close_bracket(&mut self) {
        if self.nested > 0 {
            self.nested -= 1;
            self.keep(1);
        } else if self.open.take().is_some() {
            self.tone = Tone::Plain;
            self.at += 1;
        } else {
            self.keep_wrong(SlideFault::StrayBracket);
        }
    }

    /// At the end a bracket that is still open is words like any others.
    fn give_up_bracket(&mut self) {
        let Some(open) = self.open.take() else {
            return;
        };
        self.at = open.at;
        self.report(|| SlideFault::UnclosedBracket.into());
        self.tone = Tone::Plain;
        let within = self.parts.split_off(open.parts);
        self.push_words(open.mark);
        for (_, part) in within {
            match part {
                Part::Words(words) => self.push_words(&words),
                other => self.parts.push((Tone::Plain, other)),
            }
        }
    }
}

/// A name, and the year behind it if there is one.
fn name_and_year(inside: &str) -> (&str, Option<&str>) {
    match inside.split_once('@') {
        Some((name, year)) => (name.trim(), Some(year.trim())),
        None => (inside.trim(), None),
    }
}

/// What braces stand for.
fn part(inside: &str) -> Option<Part> {
    let (name, year) = name_and_year(inside);
    if let Some(series) = Series::from_id(name) {
        let year = match year {
            Some(year) => Some(Year::from_calendar(year.parse().ok()?)?),
            None => None,
        };
        return Some(Part::Result(series, year));
    }
    match year {
        Some(_) => None,
        None if name == YEAR => Some(Part::Year),
        None => Assumption::from_id(name).map(Part::Value),
    }
}

/// Why braces stand for nothing.
fn fault(inside: &str) -> ProblemKind {
    if let Some(fault) = full_width(inside) {
        return fault.into();
    }
    let (name, year) = name_and_year(inside);
    let is_result = Series::from_id(name).is_some();
    let is_value = name == YEAR || Assumption::from_id(name).is_some();
    match year {
        Some(year) if is_result => {
            let year = excerpt(if year.is_empty() { "@" } else { year });
            NameFault::UnknownYear { year }.into()
        }
        Some(_) if is_value => {
            let name = excerpt(name);
            SlideFault::YearOfValue { name }.into()
        }
        _ => {
            let (name, nearest) = (excerpt(name), nearest_name(name));
            SlideFault::UnknownName { name, nearest }.into()
        }
    }
}

/// A character as Chinese keyboards type it, where that is all that is wrong.
fn full_width(inside: &str) -> Option<SyntaxFault> {
    let ordinary: String = inside.chars().map(|c| half_width(c).unwrap_or(c)).collect();
    part(&ordinary)?;
    let mut wide = inside.chars().filter_map(|c| Some((c, half_width(c)?)));
    let (found, instead) = wide.next()?;
    Some(SyntaxFault::FullWidth { found, instead })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(tone: Tone, words: &str) -> (Tone, Part) {
        (tone, Part::Words(words.to_owned()))
    }

    fn parts(text: &str) -> Vec<(Tone, Part)> {
        let speech = Speech::parse(text).unwrap_or_else(|faults| panic!("{text}: {faults:?}"));
        assert_eq!(Speech::lenient(text), speech, "{text}");
        speech.parts
    }

    /// The faults of a text with their places, and the text as it is shown all the same.
    fn faults(text: &str) -> Vec<(usize, ProblemKind)> {
        let faults = Speech::parse(text).expect_err(text);
        faults
            .into_iter()
            .map(|fault| (fault.at, fault.kind))
            .collect()
    }

    #[test]
    fn results_values_and_the_year_are_filled_in() {
        use Tone::{Accent, Plain, Trouble};
        let year = Year::from_calendar(2030);
        assert_eq!(
            parts("In {year} only [!{coverage@2030} of need] is [covered] at {model_growth}"),
            [
                words(Plain, "In "),
                (Plain, Part::Year),
                words(Plain, " only "),
                (Trouble, Part::Result(Series::Coverage, year)),
                words(Trouble, " of need"),
                words(Plain, " is "),
                words(Accent, "covered"),
                words(Plain, " at "),
                (Plain, Part::Value(Assumption::ModelGrowth)),
            ]
        );
        let in_view = (Plain, Part::Result(Series::Need, None));
        assert_eq!(parts("{ need }"), [in_view]);
        let named = Speech::lenient("{need} {capex@2026} {fx} {need@2025}");
        let results: Vec<_> = named.results().collect();
        assert_eq!(results, [Series::Need, Series::Capex, Series::Need]);
    }

    #[test]
    fn brackets_and_braces_that_are_meant_are_written_twice() {
        assert_eq!(parts(""), []);
        assert_eq!(parts("[[a]] {{b}}"), [words(Tone::Plain, "[a] {b}")]);
        assert_eq!(parts("[![[a]]]"), [words(Tone::Trouble, "[a]")]);
        assert_eq!(parts("a[]b"), [words(Tone::Plain, "ab")]);
        let parts = parts("{{{need}}}");
        assert_eq!(parts[0], words(Tone::Plain, "{"));
        assert_eq!(parts[1], (Tone::Plain, Part::Result(Series::Need, None)));
        assert_eq!(parts[2], words(Tone::Plain, "}"));
        let odd = "[a] {need} }}]]{{";
        assert_eq!(
            Speech::parse(&Speech::escaped(odd)).expect("escaped").parts,
            [words(Tone::Plain, odd)]
        );
    }

    #[test]
    fn everything_wrong_is_found_at_its_place() {
        let unknown = |name: &str, nearest| {
            let name = name.to_owned();
            ProblemKind::Slide(SlideFault::UnknownName { name, nearest })
        };
        let year = |year: &str| {
            let year = year.to_owned();
            ProblemKind::Name(NameFault::UnknownYear { year })
        };
        assert_eq!(
            faults("算力 {capx@2030} {model_grwth} {zzzzzz} {}"),
            [
                (7, unknown("capx", Some("capex"))),
                (19, unknown("model_grwth", Some("model_growth"))),
                (33, unknown("zzzzzz", None)),
                (42, unknown("", None)),
            ]
        );
        assert_eq!(
            faults("{need@2024} {need@} {need@soon}"),
            [(0, year("2024")), (12, year("@")), (20, year("soon"))]
        );
        let of_value = |name: &str| SlideFault::YearOfValue { name: name.into() }.into();
        assert_eq!(
            faults("{fx@2030}{year@2030}"),
            [(0, of_value("fx")), (9, of_value("year"))]
        );
        let wide = SyntaxFault::FullWidth {
            found: '＠',
            instead: '@',
        };
        assert_eq!(faults("{need＠2030}"), [(0, wide.into())]);
    }

    #[test]
    fn what_is_open_or_closes_nothing_is_found() {
        use SlideFault as F;
        let found = |text| faults(text).into_iter();
        let of = |faults: &[(usize, F)]| -> Vec<_> {
            let faults = faults.iter().cloned();
            faults.map(|(at, fault)| (at, fault.into())).collect()
        };
        for (text, expected) in [
            ("a {need", &[(2, F::UnclosedBrace)][..]),
            ("a {need and {capex}", &[(2, F::UnclosedBrace)]),
            ("need}", &[(4, F::StrayBrace)]),
            ("a [b", &[(2, F::UnclosedBracket)]),
            ("a] b", &[(1, F::StrayBracket)]),
            ("[a [b] c]", &[(3, F::BracketInBracket)]),
            (
                "[a {need",
                &[(0, F::UnclosedBracket), (3, F::UnclosedBrace)],
            ),
        ] {
            assert_eq!(found(text).collect::<Vec<_>>(), of(expected), "{text}");
        }
    }

    #[test]
    fn what_is_still_being_written_stays() {
        let plain = |text: &str| vec![words(Tone::Plain, text)];
        for text in [
            "a {nee",
            "a {",
            "a }",
            "{capx@2030}",
            "a [b",
            "a [!b",
            "]",
            "{need@2",
        ] {
            assert_eq!(Speech::lenient(text).parts, plain(text), "{text}");
        }
        assert_eq!(
            Speech::lenient("[a {need} b").parts,
            [
                words(Tone::Plain, "[a "),
                (Tone::Plain, Part::Result(Series::Need, None)),
                words(Tone::Plain, " b"),
            ]
        );
        assert_eq!(
            Speech::lenient("[a [b] c] d").parts,
            [words(Tone::Accent, "a [b] c"), words(Tone::Plain, " d")]
        );
    }

    #[test]
    fn no_name_stands_for_two_things() {
        for series in Series::ALL {
            assert_eq!(Assumption::from_id(series.id()), None);
        }
        assert_eq!(Series::from_id(YEAR), None);
        assert_eq!(Assumption::from_id(YEAR), None);
    }
}
