//! A hand-out: the list of its files, each made when it is asked for, so that whoever writes them
//! can tell how far it is, and stop.

mod names;
mod tables;

use std::error::Error;
use std::fmt::{self, Display};
use std::io;

pub use self::names::{Names, file_stem};
use super::comparison::Comparison;
use super::document::{self, Case, Edition};
use super::drawing::Drawing;
use super::pdf::{Details, pdf};
use super::png::png;
use super::poster::poster;
use super::series_table::series_table;
use super::slide_page::{PageOptions, Place, slide_page};
use super::slide_world::SlideWorld;
use super::svg::{Letters, svg};
use super::workbook::workbook;
use crate::scenario::Scenario;
use crate::scenario::exhibit::Exhibit;

/// Width of a picture in pixels: that of a screen.
const PICTURE: u32 = 1920;
/// Width and height of a figure that stands by itself, and of a slide, in points.
const FIGURE: (f32, f32) = (1200.0, 675.0);
const SLIDE: (f32, f32) = (1920.0, 1080.0);

/// A scenario of a hand-out.
#[derive(Clone, Debug)]
pub struct Part {
    /// What its files are called, without an ending; no two parts of a hand-out are called alike.
    pub name: String,
    /// The scenario.
    pub scenario: Scenario,
}

/// Why a file could not be made, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotMade(String);

impl NotMade {
    /// What a writer of a format says.
    fn because(reason: impl Display) -> Self {
        Self(reason.to_string())
    }
}

impl Display for NotMade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for NotMade {}

/// The files of a hand-out, in their order: the page about all scenarios, and where there are
/// several what compares them; then of each scenario the workbook, the tables, the figures and the
/// slides.
pub struct Handout<'a> {
    cases: Vec<Case<'a>>,
    edition: Edition,
    files: Vec<File>,
}

/// A file that is to be made.
struct File {
    name: String,
    content: Content,
}

/// What a file holds; numbers are those of the case, and of the slide.
#[derive(Clone, Copy)]
enum Content {
    Document,
    ComparedInputs,
    ComparedOutputs,
    Workbook(usize),
    Results(usize),
    Inputs(usize),
    Segments(usize),
    Suppliers(usize),
    Drawing(usize, Exhibit),
    Picture(usize, Exhibit),
    Deck(usize),
    Slide(usize, usize),
}

impl<'a> Handout<'a> {
    /// The hand-out about some scenarios.
    pub fn new(parts: &'a [Part], edition: &Edition) -> Self {
        let scenarios: Vec<(&Scenario, &str)> = parts
            .iter()
            .map(|part| (&part.scenario, part.name.as_str()))
            .collect();
        Self {
            cases: Case::all(&scenarios, edition),
            edition: *edition,
            files: files(parts),
        }
    }

    /// Nothing but their slides, as one document each.
    pub fn decks(parts: &'a [Part], edition: &Edition) -> Self {
        Self::new(parts, edition).with_only(|content| matches!(content, Content::Deck(_)))
    }

    /// Nothing but their slides, as a picture each.
    pub fn slides(parts: &'a [Part], edition: &Edition) -> Self {
        Self::new(parts, edition).with_only(|content| matches!(content, Content::Slide(..)))
    }

    fn with_only(mut self, is_wanted: fn(&Content) -> bool) -> Self {
        self.files.retain(|file| is_wanted(&file.content));
        self
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Is there no file?
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// All files, in their order: the name of each, and its bytes once they are asked for.
    pub fn files(&self) -> impl Iterator<Item = (&str, Result<Vec<u8>, NotMade>)> {
        (0..self.len()).map(|index| (self.name(index), self.make(index)))
    }

    /// The name of a file.
    ///
    /// # Panics
    /// Where there is no such file.
    pub fn name(&self, index: usize) -> &str {
        &self.files[index].name
    }

    /// Makes a file. Several may be made at once.
    ///
    /// # Errors
    /// Where a format cannot hold it.
    ///
    /// # Panics
    /// Where there is no such file.
    pub fn make(&self, index: usize) -> Result<Vec<u8>, NotMade> {
        let language = self.edition.language;
        let case = |index: usize| &self.cases[index];
        let table = |made: io::Result<Vec<u8>>| made.map_err(NotMade::because);
        match self.files[index].content {
            Content::Document => Ok(document::document(&self.cases, &self.edition).into_bytes()),
            Content::ComparedInputs => table(self.compared(tables::compared_inputs)),
            Content::ComparedOutputs => table(self.compared(tables::compared_outputs)),
            Content::Workbook(index) => {
                workbook(case(index).scenario, language).map_err(NotMade::because)
            }
            Content::Results(index) => table(series_table(&case(index).run, language)),
            Content::Inputs(index) => table(tables::inputs_that_differ(&case(index).world())),
            Content::Segments(index) => table(tables::segments(&case(index).world())),
            Content::Suppliers(index) => table(tables::suppliers(&case(index).world())),
            Content::Drawing(index, exhibit) => {
                let drawing = self.figure(case(index), exhibit);
                Ok(svg(&drawing, self.edition.theme, Letters::Outlines).into_bytes())
            }
            Content::Picture(index, exhibit) => self.picture(&self.figure(case(index), exhibit)),
            Content::Deck(index) => self.deck(case(index)),
            Content::Slide(index, number) => self.picture(&slide(case(index), number)),
        }
    }

    /// A table about all scenarios; empty where there is none.
    fn compared(&self, table: fn(&Comparison<'_>) -> io::Result<Vec<u8>>) -> io::Result<Vec<u8>> {
        document::side_by_side(&self.cases).map_or_else(|| Ok(Vec::new()), |found| table(&found))
    }

    /// A figure that stands by itself.
    fn figure(&self, case: &Case<'_>, exhibit: Exhibit) -> Drawing {
        poster(&case.world(), exhibit, FIGURE, &self.edition.day())
    }

    /// All slides as one document.
    fn deck(&self, case: &Case<'_>) -> Result<Vec<u8>, NotMade> {
        let slides = 0..case.scenario.slides.len();
        let pages: Vec<Drawing> = slides.map(|number| slide(case, number)).collect();
        let date = self.edition.date;
        let day = |number: i8| u8::try_from(number).unwrap_or_default();
        let details = Details {
            title: case.title().into_owned(),
            language: self.edition.language,
            date: Some((date.year(), day(date.month()), day(date.day()))),
        };
        let made = pdf(&pages, self.edition.theme, &details);
        made.map_err(|error| NotMade(error.sentence(self.edition.language)))
    }

    fn picture(&self, drawing: &Drawing) -> Result<Vec<u8>, NotMade> {
        let made = png(drawing, self.edition.theme, PICTURE);
        made.map_err(|error| NotMade(error.sentence(self.edition.language)))
    }
}

/// A slide, counted from 0, as a sheet that nobody touches.
fn slide(case: &Case<'_>, number: usize) -> Drawing {
    let slides = &case.scenario.slides;
    let slide = &slides[number];
    let place = Place {
        number: number + 1,
        count: slides.len(),
    };
    let shown = SlideWorld::of(case.scenario, slide);
    let world = shown.world(slide, &case.world());
    slide_page(&world, slide, place, PageOptions::still(SLIDE)).drawing
}

/// All files, no two of one name: those that have been called after their scenario all along
/// first, so that no other takes their name.
fn files(parts: &[Part]) -> Vec<File> {
    let mut names = Names::default();
    let mut file = |stem: &str, ending: &str, content| File {
        name: names.with_ending(stem, ending),
        content,
    };
    let mut first = vec![file("report", "html", Content::Document)];
    let mut of_parts: Vec<Vec<File>> = (parts.iter().enumerate())
        .map(|(index, part)| {
            let workbook = file(&part.name, "xlsx", Content::Workbook(index));
            vec![workbook, file(&part.name, "csv", Content::Results(index))]
        })
        .collect();
    if parts.len() > 1 {
        let (inputs, outputs) = (Content::ComparedInputs, Content::ComparedOutputs);
        first.push(file("comparison-inputs", "csv", inputs));
        first.push(file("comparison-results", "csv", outputs));
    }
    for ((index, part), files) in parts.iter().enumerate().zip(&mut of_parts) {
        for (suffix, ending, content) in further(index, &part.scenario) {
            files.push(file(&format!("{}-{suffix}", part.name), ending, content));
        }
    }
    first.extend(of_parts.into_iter().flatten());
    first
}

/// The files of a scenario that are called after what they hold, too.
fn further(index: usize, scenario: &Scenario) -> Vec<(String, &'static str, Content)> {
    let tables = [
        ("inputs", Content::Inputs(index)),
        ("segments", Content::Segments(index)),
        ("suppliers", Content::Suppliers(index)),
    ];
    let tables = tables.map(|(name, content)| (name.to_owned(), "csv", content));
    let figures = Exhibit::all().flat_map(|exhibit| {
        [
            (exhibit.id(), "svg", Content::Drawing(index, exhibit)),
            (exhibit.id(), "png", Content::Picture(index, exhibit)),
        ]
    });
    let mut all: Vec<_> = tables.into_iter().chain(figures).collect();
    let count = scenario.slides.len();
    if count > 0 {
        all.push(("slides".to_owned(), "pdf", Content::Deck(index)));
    }
    let slide = |slide| {
        let name = format!("slide-{:02}", slide + 1);
        (name, "png", Content::Slide(index, slide))
    };
    all.extend((0..count).map(slide));
    all
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::civil::Date;

    use super::*;
    use crate::scenario::Baseline;
    use crate::text::Language;

    fn part(name: &str) -> Part {
        Part {
            name: name.to_owned(),
            scenario: Scenario::new(Baseline::current()),
        }
    }

    fn edition() -> Edition {
        Edition::new(Language::En, Date::new(2026, 11, 6).expect("a day"))
    }

    #[test]
    fn no_two_files_are_called_alike_and_old_names_stay() {
        let parts = ["a", "a-segments", "report", "comparison-inputs"].map(part);
        let handout = Handout::new(&parts, &edition());
        let names: Vec<&str> = (0..handout.len())
            .map(|index| handout.name(index))
            .collect();
        let different: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
        assert_eq!(different.len(), names.len());
        assert_eq!(names[0], "report.html");
        for part in &parts {
            for ending in ["xlsx", "csv"] {
                let name = format!("{}.{ending}", part.name);
                let index = names.iter().position(|found| **found == name);
                let file = &handout.files[index.expect("a file")];
                assert!(matches!(
                    file.content,
                    Content::Workbook(_) | Content::Results(_)
                ));
            }
        }
    }

    #[test]
    fn the_same_hand_out_has_the_same_bytes_in_any_order() {
        let parts = ["a", "b"].map(part);
        let [first, second] = [(); 2].map(|()| Handout::new(&parts, &edition()));
        // Pictures take longest, and are drawn from the same drawings.
        let is_text = |&index: &usize| !first.name(index).ends_with("png");
        let texts: Vec<usize> = (0..first.len()).filter(is_text).collect();
        let forwards = texts.iter().map(|&index| first.make(index));
        let forwards: Vec<_> = forwards.collect();
        let backwards = texts.iter().rev().map(|&index| second.make(index));
        assert!(forwards.iter().all(Result::is_ok));
        assert!(forwards.iter().rev().eq(&backwards.collect::<Vec<_>>()));
    }
}
