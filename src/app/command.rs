//! Every action there is. Menus, buttons and keys all go through here.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::{
    App, Draws, Export, Goal, MOST_COMPARED, Picture, PictureFormat, Present, Recovered, Section,
    SlideEdit, Source, SupplierForm, Tab, WindowSize, Zoom,
};
use crate::analysis::Fan;
use crate::format::Currency;
use crate::model::{Assumption, Reference, Series, Year};
use crate::report::evidence::assumptions::AssumptionFilter;
use crate::report::{Figure, RentUnit, Span};
use crate::scenario::Scenario;
use crate::scenario::file::{Original, ReadError, SaveError};
use crate::scenario::suppliers::SupplierChange;
use crate::text::{Language, Words};
use crate::theme::Theme;

/// An action.
#[derive(Debug)]
pub enum Command {
    /// Start from the baseline.
    New,
    /// Choose a file and open it.
    Open,
    /// Open this file.
    OpenPath(PathBuf),
    /// Open the shipped scenario with this id.
    OpenShipped(String),
    /// Save to the scenario's file, or choose one.
    Save,
    /// Choose a file and save to it.
    SaveAs,
    /// Ask where to write something for others.
    Export(Export),
    /// Write it there.
    ExportTo {
        /// What.
        what: Export,
        /// The file, or the folder.
        path: PathBuf,
    },
    /// Stop writing.
    CancelExport,
    /// Put a picture into the clipboard.
    CopyPicture {
        /// Of what.
        picture: Picture,
        /// How.
        format: PictureFormat,
    },
    /// Save to this file.
    SaveTo(PathBuf),
    /// Take back the last step.
    Undo,
    /// Bring back what was taken back.
    Redo,
    /// Move a lever.
    SetLever {
        /// Which.
        assumption: Assumption,
        /// Where to; ignored where the model does not accept it.
        value: f64,
        /// Is it still moving?
        gesture: Gesture,
    },
    /// Put a lever back to where it was.
    ResetLever {
        /// Which.
        assumption: Assumption,
        /// To which of its former values.
        to: ResetTo,
    },
    /// Give an assumption its own P5 and P95.
    SetRange {
        /// Which.
        assumption: Assumption,
        /// The two; ignored where the model does not accept them. `None`: those of the baseline.
        range: Option<(f64, f64)>,
    },
    /// Put every lever back to the baseline, and its range.
    ResetAll,
    /// Change the share of a supplier, or add or edit one of the user's own.
    ChangeSupplier {
        /// Its id.
        id: String,
        /// What it becomes; ignored where the scenario cannot take it.
        change: SupplierChange,
    },
    /// Put a supplier back to the table's share, or remove one of the user's own.
    ResetSupplier(String),
    /// Switch the language.
    SetLanguage(Language),
    /// Switch between light and dark.
    SetTheme(Theme),
    /// Show money in this currency.
    SetCurrency(Currency),
    /// Show key figures of this year.
    SetYear(Year),
    /// Show these years in charts.
    SetSpan(Span),
    /// Show rents in this unit.
    SetRentUnit(RentUnit),
    /// Show fans in charts, or not.
    SetFans(bool),
    /// Make fans of so many draws.
    SetDraws(Draws),
    /// Ask about this result: how sure it is, and what it depends on.
    SetOutput(Series),
    /// Ask what would reach this.
    SetGoal(Goal),
    /// A fan was made.
    FanMade {
        /// Which of those that were ordered.
        generation: u64,
        /// The fan.
        fan: Arc<Fan>,
        /// How long it took.
        time: Duration,
    },
    /// A fan could not be made: the program itself has failed.
    FanFailed {
        /// Which of those that were ordered.
        generation: u64,
    },
    /// Show this page.
    SetTab(Tab),
    /// Show this figure large, among all results.
    ShowFigure(Figure),
    /// Compare one more scenario; nothing happens where it is compared already.
    AddToComparison(Source),
    /// Choose a file and compare it.
    AskWhatToCompare,
    /// Compare one scenario less: the one at this place.
    RemoveFromComparison(usize),
    /// Hold the others against the scenario at this place.
    CompareAgainst(usize),
    /// Show a section of the page of evidence without filters, with words to look for there.
    ShowEvidence {
        /// Which.
        section: Section,
        /// The words; none to show everything.
        words: String,
        /// An assumption that is to be chosen and brought into view.
        assumption: Option<Assumption>,
    },
    /// Look for words in the section of the page of evidence that is open.
    SearchEvidence(String),
    /// Show only some of all assumptions.
    FilterAssumptions(AssumptionFilter),
    /// The assumption that was sought is chosen and in view.
    FoundAssumption,
    /// Explain where this number comes from.
    Explain(Reference),
    /// Go on to a number that the formula of the explained one names.
    ExplainPrecedent(Reference),
    /// Go back to this place of the walk from number to number.
    ExplainBack(usize),
    /// Show the panel that explains a number, or hide it.
    ToggleExplanation,
    /// Make everything larger or smaller.
    SetZoom(Zoom),
    /// The window has become too narrow for a panel beside a page, or wide enough.
    SetNarrow(bool),
    /// Show the panel of levers, or hide it.
    ToggleLevers,
    /// Bring a lever into view, to be moved.
    SeekLever(Assumption),
    /// The lever that was sought is in view.
    FoundLever,
    /// Show how long frames take, or not.
    ShowFrameTimes(bool),
    /// Open or close the palette of everything that can be done or seen.
    OpenPalette(bool),
    /// Ask for the scenario's name and story.
    AskForDescription,
    /// Ask for a supplier of the user's own.
    AskForSupplier(SupplierForm),
    /// Close that form and keep the suppliers as they are.
    KeepSuppliers,
    /// Set the scenario's name and story.
    Describe {
        /// The name.
        name: Words,
        /// The story.
        story: Words,
    },
    /// Keep the name and the story as they are.
    KeepDescription,
    /// Use our own file dialog instead of the system's, or not.
    SetBuiltInDialog(bool),
    /// Remember how large the window is.
    RememberWindow(WindowSize),
    /// Close the window.
    Quit,
    /// Answer to unsaved changes: save, then go on.
    SaveForLeaving,
    /// Answer to unsaved changes: give them up.
    LeaveWithoutSaving,
    /// Answer to unsaved changes: go on working.
    Stay,
    /// A message was read.
    DismissNotice,
    /// A file was read.
    Opened {
        /// Which.
        path: PathBuf,
        /// What it holds.
        result: Box<Result<Original, ReadError>>,
    },
    /// The open file was read again: another program may have changed it.
    FoundOutside {
        /// Which.
        path: PathBuf,
        /// What it holds now.
        result: Box<Result<Original, ReadError>>,
    },
    /// Take over what another program has made of the open file.
    TakeTheirs,
    /// Keep what is open, and write it over what another program has made of its file.
    KeepMine,
    /// Compare what is open with what another program has made of its file.
    CompareWithTheirs,
    /// Write over the comments of the open file; a copy of the old one is kept.
    GiveUpComments,
    /// Work of earlier runs was found that was never saved.
    FoundUnsaved(Vec<Recovered>),
    /// Go on with the work of this number.
    Restore(usize),
    /// Forget the work of this number.
    Forget(usize),
    /// Unsaved work can no longer be kept for the case that the program dies.
    JournalFailed(io::Error),
    /// A file was read to be compared.
    ReadToCompare {
        /// Which.
        path: PathBuf,
        /// What it holds.
        result: Box<Result<Scenario, ReadError>>,
    },
    /// What was to be exported was written.
    Exported {
        /// What.
        what: Export,
        /// Where.
        path: PathBuf,
        /// Whether that worked; nothing is said of what was stopped.
        result: io::Result<()>,
    },
    /// What was to be exported could not be made: the program itself has failed.
    ExportFailed(PathBuf),
    /// Put what somebody who is to help needs to know into the clipboard.
    CopyDiagnostics,
    /// Do something while a talk is given, or begin one.
    Present(Present),
    /// Change the slides of the scenario.
    EditSlides(SlideEdit),
    /// Show the panel of slides, or hide it.
    ToggleSlides,
    /// Choose the slide at this place in that panel.
    ChooseSlide(usize),
    /// A file was written.
    Saved {
        /// Which.
        path: PathBuf,
        /// What it holds now.
        original: Box<Original>,
        /// Whether that worked, and where the copy of the old file is, if one was kept.
        result: Result<Option<PathBuf>, SaveError>,
    },
}

/// Is a lever still being moved?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// It is: the scenario changes, history waits.
    Live,
    /// It has come to rest: that is one step of history.
    Done,
}

/// A former value of a lever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResetTo {
    /// As it was opened or last saved.
    Saved,
    /// That of the baseline.
    Baseline,
    /// Before the last move that changed it.
    Previous,
}

/// Keys that carry out a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// The key itself.
    pub key: Key,
    /// With Ctrl, the command key of the system?
    pub ctrl: bool,
    /// With Shift?
    pub shift: bool,
}

/// A key that is part of a shortcut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "they say what they are")]
pub enum Key {
    D,
    E,
    F,
    I,
    K,
    L,
    N,
    O,
    Q,
    S,
    Y,
    Z,
    Num0,
    Num1,
    Num2,
    Num3,
    Num4,
    Num5,
    Num6,
    Num7,
    Num8,
    Plus,
    Equals,
    Minus,
    F5,
    F11,
}

impl Command {
    /// Does it put another document, or none, in the place of the open one?
    pub fn leaves_document(&self) -> bool {
        matches!(
            self,
            Self::New | Self::OpenPath(_) | Self::OpenShipped(_) | Self::Quit
        )
    }

    /// Can it be carried out now?
    pub fn is_enabled(&self, app: &App) -> bool {
        match self {
            Self::Undo => app.document().history().undoable().is_some(),
            Self::Redo => app.document().history().redoable().is_some(),
            Self::Save => app.document().is_changed() || app.document().path().is_none(),
            Self::Export(Export::Slides(_)) => {
                !app.is_exporting() && !app.scenario().slides.is_empty()
            }
            Self::Export(_) => !app.is_exporting(),
            Self::SetZoom(zoom) => *zoom != app.view().zoom,
            Self::ResetAll => app.scenario().changed() > 0,
            Self::ResetLever { assumption, to } => app.has_moved_from(*assumption, *to),
            Self::AddToComparison(source) => app.comparison().takes(source),
            Self::AskWhatToCompare => app.comparison().members().len() < MOST_COMPARED,
            Self::RemoveFromComparison(_) => app.comparison().members().len() > 1,
            _ => true,
        }
    }
}
