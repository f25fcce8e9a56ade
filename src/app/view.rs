//! What is on screen. None of it belongs to the scenario, so none of it is undone.

use std::io;
use std::path::PathBuf;

use super::command::Command;
use super::explaining::Explaining;
use super::exporting::Export;
use super::journal::Recovered;
use super::section::Section;
use super::settings::{Damage, Settings};
use super::uncertainty::{Draws, Goal, GoalOutput};
use crate::analysis::Cell;
use crate::format::Currency;
use crate::model::{Assumption, Reference, Series, Year};
use crate::report::evidence::assumptions::AssumptionFilter;
use crate::report::{Figure, RentUnit, Span};
use crate::scenario::file::{Original, ReadError};
use crate::scenario::{MovedResult, Scenario};
use crate::text::Language;
use crate::theme::Theme;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

/// What is on screen.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "switches that have nothing to do with each other"
)]
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
    /// The unit of rents.
    pub rent_unit: RentUnit,
    /// Do charts carry their fans?
    pub fans: bool,
    /// How many draws a fan is made of.
    pub draws: Draws,
    /// The result that the page about uncertainty and the effects of levers are about.
    pub output: Series,
    /// What is to be reached.
    pub goal: Goal,
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
    /// Which of all assumptions are let through there.
    pub assumption_filter: AssumptionFilter,
    /// An assumption that is to be chosen and brought into view there.
    pub sought_assumption: Option<Assumption>,
    /// The number whose origin is explained.
    pub explaining: Explaining,
    /// How large everything is.
    pub zoom: Zoom,
    /// Is the panel of levers open? `None`: as each page has it by itself.
    pub levers: Option<bool>,
    /// Is the window too narrow for a panel beside a page?
    pub is_narrow: bool,
    /// A lever that is to be brought into view.
    pub sought: Option<Assumption>,
    /// Is the panel of slides open?
    pub slides: bool,
    /// The slide that is chosen there.
    pub slide: usize,
    /// Is it shown how long frames take?
    pub frame_times: bool,
    /// Is the palette open?
    pub palette: bool,
    /// Are the scenario's name and story being edited?
    pub describing: bool,
    /// The form for a supplier of the user's own, while it is open.
    pub supplier_form: Option<SupplierForm>,
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
    /// How sure the results are, and what they depend on.
    Uncertainty,
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

/// Whom the form for a supplier of the user's own is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SupplierForm {
    /// One that is not there yet.
    New,
    /// The one with this id.
    Of(String),
}

impl SupplierForm {
    /// The id of the supplier, if it is there already.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::New => None,
            Self::Of(id) => Some(id),
        }
    }
}

impl View {
    /// The calendar year that is shown first: the target year of most plans.
    pub const FIRST_YEAR: u16 = 2030;

    /// What is on screen at the start.
    pub fn new(settings: &Settings) -> Self {
        let mut view = Self {
            language: settings.language.unwrap_or_else(Language::of_system),
            theme: settings.theme,
            currency: settings.currency,
            year: Year::from_calendar(Self::FIRST_YEAR).unwrap_or(Year::LAST),
            span: Span::whole(),
            rent_unit: RentUnit::default(),
            fans: settings.fans,
            draws: Draws::default(),
            output: Series::Capex,
            goal: Goal {
                lever: Assumption::DomesticShareTarget,
                output: GoalOutput::Series(Series::RevAcceleratorsDomestic),
                year: Year::from_calendar(Self::FIRST_YEAR).unwrap_or(Year::LAST),
                target: None,
            },
            tab: Tab::default(),
            figure: Figure::Single(Series::Need),
            figure_from: None,
            evidence: Section::default(),
            evidence_words: String::new(),
            assumption_filter: AssumptionFilter::default(),
            sought_assumption: None,
            explaining: Explaining::default(),
            zoom: settings.zoom,
            levers: None,
            is_narrow: false,
            sought: None,
            slides: false,
            slide: 0,
            frame_times: false,
            palette: false,
            describing: false,
            supplier_form: None,
        };
        // What was remembered may be anything: a file that somebody edited.
        view.set_span(settings.span);
        view
    }
}

/// How large everything is, in per cent: 60 to 300.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16")]
pub struct Zoom(u16);

impl Zoom {
    const STEP: u16 = 10;
    const LEAST: u16 = 60;
    const MOST: u16 = 300;

    /// A step larger, if there is one.
    #[must_use]
    pub fn larger(self) -> Self {
        Self::from(self.0 + Self::STEP)
    }

    /// A step smaller, if there is one.
    #[must_use]
    pub fn smaller(self) -> Self {
        Self::from(self.0 - Self::STEP)
    }

    /// In per cent.
    pub fn percent(self) -> u16 {
        self.0
    }

    /// As a factor.
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }
}

impl Default for Zoom {
    fn default() -> Self {
        Self(100)
    }
}

impl From<u16> for Zoom {
    fn from(percent: u16) -> Self {
        Self(percent.clamp(Self::LEAST, Self::MOST))
    }
}

impl From<Zoom> for u16 {
    fn from(zoom: Zoom) -> Self {
        zoom.0
    }
}

impl View {
    /// The result that is asked about, in the year in view.
    pub fn cell(&self) -> Cell {
        Cell {
            series: self.output,
            year: self.year,
        }
    }

    /// Puts a year in view; the charts show it, too.
    pub(super) fn set_year(&mut self, year: Year) {
        self.turn_to(year);
        let calendar = year.calendar();
        self.span.first = self.span.first.min(calendar);
        self.span.last = self.span.last.max(calendar);
    }

    /// Sets the years that charts show: at least two, one of them computed, and the year in view
    /// among them.
    pub(super) fn set_span(&mut self, span: Span) {
        let base = Year::BASE.calendar();
        let last = span.last.clamp(base + 1, Year::LAST.calendar());
        let first = span.first.clamp(Span::FIRST, last - 1);
        self.span = Span { first, last };
        let start = first.max(base);
        let calendar = self.year.calendar().clamp(start, last);
        self.turn_to(Year::from_calendar(calendar).unwrap_or(self.year));
    }

    /// Changes the year in view, and what is explained with it.
    fn turn_to(&mut self, year: Year) {
        self.explaining.follow(self.year, year);
        self.year = year;
    }

    /// Carries out a command of the panel that explains numbers.
    pub(super) fn explain(&mut self, command: &Command) {
        let explaining = &mut self.explaining;
        match *command {
            Command::Explain(reference) => explaining.start(reference),
            Command::ExplainPrecedent(reference) => explaining.walk(reference),
            Command::ExplainBack(place) => explaining.back(place),
            _ => explaining.toggle(Reference::Series(self.output, self.year)),
        }
        // Both panels have the same place.
        if self.explaining.now().is_some() {
            self.slides = false;
        }
    }

    pub(super) fn set_tab(&mut self, tab: Tab) {
        self.tab = tab;
        self.figure_from = None;
    }

    /// Opens a section of the page of evidence without filters, with words to look for or an
    /// assumption to bring into view.
    pub(super) fn show_evidence(
        &mut self,
        section: Section,
        words: String,
        assumption: Option<Assumption>,
    ) {
        if self.tab != Tab::Evidence {
            self.set_tab(Tab::Evidence);
        }
        self.evidence = section;
        self.evidence_words = words;
        self.assumption_filter = AssumptionFilter::default();
        self.sought_assumption = assumption;
    }

    /// Is the panel of levers open? Where there is little room, only for those who asked for it.
    pub fn has_levers(&self) -> bool {
        let is_with_levers = matches!(
            self.tab,
            Tab::Overview | Tab::China | Tab::Leasing | Tab::Results
        );
        self.levers.unwrap_or(is_with_levers && !self.is_narrow)
    }

    pub(super) fn toggle_levers(&mut self) {
        self.levers = Some(!self.has_levers());
    }

    pub(super) fn seek_lever(&mut self, lever: Assumption) {
        self.levers = Some(true);
        self.sought = Some(lever);
        self.palette = false;
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
    /// Saving would lose the comments in the file.
    Comments {
        /// What waits for saving.
        then: Option<Box<Command>>,
    },
    /// Another program has changed the open file, and there are unsaved changes.
    ChangedOutside {
        /// What the file holds now.
        theirs: Box<Original>,
        /// What waits for saving.
        then: Option<Box<Command>>,
    },
    /// There is work of earlier runs that was never saved.
    Unsaved(Vec<Recovered>),
}

/// What the user should know.
#[derive(Debug)]
pub enum Notice {
    /// Another program has changed the open file: it was read again.
    Reloaded {
        /// What was open before.
        before: Box<Scenario>,
    },
    /// The open file is gone.
    FileGone {
        /// Which.
        path: PathBuf,
    },
    /// Another program has made something of the open file that cannot be read.
    BrokenOutside {
        /// Which.
        path: PathBuf,
        /// What is wrong with it.
        error: ReadError,
    },
    /// A file was saved, and what it held before is kept.
    KeptCopy {
        /// Where.
        copy: PathBuf,
    },
    /// Unsaved work is not kept for the case that the program dies.
    JournalFailed {
        /// Why.
        error: io::Error,
    },
    /// A file could not be opened.
    CannotOpen {
        /// Which.
        path: PathBuf,
        /// Why.
        error: ReadError,
    },
    /// Something was written for others.
    Exported {
        /// What.
        what: Export,
        /// Where.
        path: PathBuf,
    },
    /// It could not be written; what was there is still there.
    CannotExport {
        /// Where.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// Settings could not be read.
    SettingsDamaged(Damage),
    /// A fan could not be made: the program itself has failed.
    FanFailed,
    /// This could not be written: the program itself has failed.
    ExportFailed(PathBuf),
    /// What somebody who is to help needs to know is in the clipboard.
    DiagnosticsCopied,
    /// A file was opened that was saved with other results than the model gives now.
    ResultsMoved {
        /// Which.
        path: PathBuf,
        /// The results, as they were and as they are.
        moved: Vec<MovedResult>,
    },
    /// A file could not be written; what was there is still there.
    CannotSave {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}

impl Notice {
    /// Must a room see it? What is done, and what nobody need act on now, waits until the talk is
    /// over: it names files.
    pub fn interrupts_a_talk(&self) -> bool {
        matches!(
            self,
            Self::CannotSave { .. } | Self::FanFailed | Self::JournalFailed { .. }
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_years_were_remembered_there_are_two_with_the_year_in_view_among_them() {
        let years = [
            0,
            1999,
            2022,
            2025,
            2026,
            2027,
            2030,
            2031,
            2032,
            2033,
            u16::MAX,
        ];
        for (first, last) in years.iter().flat_map(|&f| years.map(|l| (f, l))) {
            let span = Span { first, last };
            let view = View::new(&Settings {
                span,
                ..Settings::default()
            });
            let shown = view.span;
            assert!(shown.first < shown.last, "{span:?} became {shown:?}");
            assert!(shown.first >= Span::FIRST && shown.last <= Year::LAST.calendar());
            assert!(
                shown.holds(view.year.calendar()),
                "{span:?}: {:?}",
                view.year
            );
        }
    }
}
