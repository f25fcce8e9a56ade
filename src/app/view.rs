//! What is on screen. None of it belongs to the scenario, so none of it is undone.

use std::io;
use std::path::PathBuf;

use super::command::Command;
use super::settings::Settings;
use crate::format::Currency;
use crate::model::{Series, Year};
use crate::report::{Figure, Span};
use crate::scenario::file::ReadError;
use crate::text::Language;
use crate::theme::Theme;
use strum::{IntoStaticStr, VariantArray};

/// What is on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The language of every word.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// The currency of money.
    pub currency: Currency,
    /// The year that key figures are shown for.
    pub year: Year,
    /// The years that charts show.
    pub span: Span,
    /// The page that is open.
    pub tab: Tab,
    /// The figure that the page of all results shows.
    pub figure: Figure,
    /// The page from which that figure was opened, if it was.
    pub figure_from: Option<Tab>,
    /// The section of the page of evidence that is open.
    pub evidence: Section,
    /// The words looked for there.
    pub evidence_words: String,
}

/// A section of the page of evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Section {
    /// Published claims, recomputed.
    #[default]
    Claims,
    /// What was observed or forecast by others, beside the model.
    Actuals,
    /// Every assumption with its source.
    Assumptions,
    /// Every source with what rests on it.
    Sources,
    /// What is not modelled.
    Limits,
}

impl Section {
    /// All sections, in the order of the page.
    pub const ALL: &'static [Self] = Self::VARIANTS;
}

/// A page of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Tab {
    /// Key figures and charts.
    #[default]
    Overview,
    /// Where the money goes.
    Chain,
    /// China's need and who supplies it.
    China,
    /// What renting out compute earns.
    Leasing,
    /// Every result, large.
    Results,
    /// Several worlds side by side.
    Compare,
    /// Where the numbers come from.
    Evidence,
}

impl Tab {
    /// All pages, in the order of the bar.
    pub const ALL: &'static [Self] = Self::VARIANTS;
}

impl View {
    /// The calendar year that is shown first: the target year of most plans.
    const FIRST_YEAR: u16 = 2030;

    /// What is on screen at the start.
    pub fn new(settings: &Settings) -> Self {
        Self {
            language: settings.language.unwrap_or_else(Language::of_system),
            theme: settings.theme,
            currency: settings.currency,
            year: Year::from_calendar(Self::FIRST_YEAR).unwrap_or(Year::LAST),
            span: Span::whole(),
            tab: Tab::default(),
            figure: Figure::Single(Series::Need),
            figure_from: None,
            evidence: Section::default(),
            evidence_words: String::new(),
        }
    }
}

impl View {
    /// Puts a year in view; the charts show it, too.
    pub(super) fn set_year(&mut self, year: Year) {
        self.year = year;
        let calendar = year.calendar();
        self.span.first = self.span.first.min(calendar);
        self.span.last = self.span.last.max(calendar);
    }

    /// Sets the years that charts show: at least two, and the year in view among them.
    pub(super) fn set_span(&mut self, span: Span) {
        let last = span.last.min(Year::LAST.calendar());
        let first = span.first.clamp(Span::FIRST, last.saturating_sub(1));
        self.span = Span { first, last };
        let start = first.max(Year::BASE.calendar());
        let calendar = self.year.calendar().clamp(start, last);
        self.year = Year::from_calendar(calendar).unwrap_or(self.year);
    }

    pub(super) fn set_tab(&mut self, tab: Tab) {
        self.tab = tab;
        self.figure_from = None;
    }

    /// Opens a section of the page of evidence, with words to look for.
    pub(super) fn show_evidence(&mut self, section: Section, words: String) {
        if self.tab != Tab::Evidence {
            self.set_tab(Tab::Evidence);
        }
        self.evidence = section;
        self.evidence_words = words;
    }

    /// Opens the page of all results with a figure, and remembers from where.
    pub(super) fn show_figure(&mut self, figure: Figure) {
        self.figure = figure;
        if self.tab != Tab::Results {
            self.figure_from = Some(self.tab);
        }
        self.tab = Tab::Results;
    }
}

/// What must be answered before anything else.
#[derive(Debug)]
pub enum Question {
    /// Something would lose unsaved changes.
    UnsavedChanges {
        /// What to do once they are saved or given up.
        then: Box<Command>,
    },
}

/// What the user should know.
#[derive(Debug)]
pub enum Notice {
    /// A file could not be opened.
    CannotOpen {
        /// Which.
        path: PathBuf,
        /// Why.
        error: ReadError,
    },
    /// A file could not be written; what was there is still there.
    CannotSave {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}
