//! The entries of `slides` in a scenario file.

use std::collections::HashMap;

use super::check::{Checker, present};
use super::entry;
use super::exhibit::Exhibit;
use super::fault::{ProblemKind, Shape};
use super::layout::{LANGUAGES, SLIDE_FIELDS};
use super::nearest::nearest_exhibit;
use super::outline::{Content, Node};
use super::quotation::Quotation;
use super::slide::{MOST_LEVERS, Slide, USUAL_YEAR, usual_years};
use super::slide_fault::SlideFault;
use super::source::excerpt;
use super::speech::Speech;
use crate::model::{Assumption, Series};
use crate::text::Words;

/// The fields that a slide cannot do without.
const WANTED: [&str; 1] = ["chart"];

impl Checker<'_> {
    /// The slides of a file.
    pub fn slides(&mut self, node: &Node) -> Vec<Slide> {
        let mut slides = Vec::new();
        let Content::List(items) = &node.content else {
            self.wrong_type(node, Shape::List);
            return slides;
        };
        for item in items {
            if self.is_full() {
                break;
            }
            slides.extend(self.slide(item));
        }
        slides
    }

    fn slide(&mut self, node: &Node) -> Option<Slide> {
        let Content::Fields { name: None, fields } = &node.content else {
            self.wrong_type(node, Shape::Slide);
            return None;
        };
        let values = self.known_fields(fields, &SLIDE_FIELDS);
        self.missing(node.start, &values, &WANTED);
        let value = |name| values.get(name).copied();
        let optional = |name| value(name).and_then(present);
        let title = optional("title").map(|node| self.words_of_slide(node));
        let caption = optional("caption").map(|node| self.words_of_slide(node));
        let memo = optional("note").map(|node| self.words_of_slide(node));
        let exhibit = value("chart").and_then(|node| self.exhibit(node));
        let times = self.times(optional("year"), optional("years"));
        let levers = optional("levers").map(|node| self.levers(node));
        let changes = optional("changes").map(|node| self.changes(node));
        let (year, years) = times?;
        Some(Slide {
            title: title.unwrap_or_default(),
            caption: caption.unwrap_or_default(),
            note: memo.unwrap_or_default(),
            exhibit: exhibit?,
            year,
            years,
            levers: levers.unwrap_or_default(),
            changes,
        })
    }

    /// Words of which a language may be left out. What is wrong with them has been reported.
    fn words_of_slide(&mut self, node: &Node) -> Words {
        let Content::Fields { name: None, fields } = &node.content else {
            self.wrong_type(node, Shape::Words);
            return Words::default();
        };
        let values = self.known_fields(fields, &LANGUAGES);
        let [en, zh] = LANGUAGES.map(|language| {
            let text = values.get(language).and_then(|node| self.speech(node));
            text.unwrap_or_default()
        });
        Words { en, zh }
    }

    /// A text that results are filled into.
    fn speech(&mut self, node: &Node) -> Option<String> {
        let text = self.text(node)?;
        let Err(faults) = Speech::parse(&text) else {
            return Some(text);
        };
        if let Content::Text(quoted) = node.content {
            let mut quotation = Quotation::new(quoted);
            for fault in faults {
                self.report(node.start + quotation.place(fault.at), fault.kind);
            }
        }
        None
    }

    fn exhibit(&mut self, node: &Node) -> Option<Exhibit> {
        let id = self.text(node)?;
        let exhibit = Exhibit::from_id(&id);
        if exhibit.is_none() {
            self.report(node.start, unknown_exhibit(&id));
        }
        exhibit
    }

    /// The year in view and the years of the chart, which must hold it.
    fn times(&mut self, year: Option<&Node>, years: Option<&Node>) -> Option<(u16, (u16, u16))> {
        let read_year = match year {
            Some(node) => entry::year(self, node),
            None => Some(USUAL_YEAR),
        };
        let read_years = match years {
            Some(node) => self.years_of_chart(node),
            None => Some(usual_years()),
        };
        let (in_view, (first, last)) = (read_year?, read_years?);
        if let Some(node) = years.or(year)
            && !(first..=last).contains(&in_view)
        {
            let year = in_view;
            self.report(node.start, SlideFault::YearNotShown { year, first, last });
            return None;
        }
        Some((in_view, (first, last)))
    }

    fn years_of_chart(&mut self, node: &Node) -> Option<(u16, u16)> {
        let pair = match &node.content {
            Content::Items { name: None, items } => items.as_slice(),
            _ => &[],
        };
        let [first, last] = pair else {
            self.wrong_type(node, Shape::Years);
            return None;
        };
        let (first, last) = (self.year_of_chart(first), self.year_of_chart(last));
        let (first, last) = first.zip(last)?;
        if first >= last {
            self.report(node.start, SlideFault::YearsTurnedRound { first, last });
            return None;
        }
        Some((first, last))
    }

    fn year_of_chart(&mut self, node: &Node) -> Option<u16> {
        let word = self.numeral(node)?;
        let (first, last) = usual_years();
        let year = ron::from_str(word).ok();
        let year = year.filter(|year| (first..=last).contains(year));
        if year.is_none() {
            let year = excerpt(word);
            self.report(node.start, SlideFault::YearOutside { year });
        }
        year
    }

    fn levers(&mut self, node: &Node) -> Vec<Assumption> {
        let Content::List(items) = &node.content else {
            self.wrong_type(node, Shape::Levers);
            return Vec::new();
        };
        if items.len() > MOST_LEVERS {
            let found = items.len();
            self.report(node.start, SlideFault::TooManyLevers { found });
        }
        let mut levers = Vec::new();
        let mut first_places = HashMap::new();
        for item in items {
            if self.is_full() {
                break;
            }
            let Some(lever) = entry::assumption(self, item) else {
                continue;
            };
            if let Some(first) = first_places.get(&lever) {
                self.duplicate(item.start, lever.id(), *first);
                continue;
            }
            first_places.insert(lever, item.start);
            levers.push(lever);
        }
        levers
    }
}

/// Why an id, which comes from a user, names nothing that a slide can show.
fn unknown_exhibit(id: &str) -> ProblemKind {
    let fault = match Series::from_id(id) {
        Some(id) => SlideFault::SeriesAsExhibit { id },
        None => SlideFault::UnknownExhibit {
            id: excerpt(id),
            nearest: nearest_exhibit(id),
        },
    };
    fault.into()
}
