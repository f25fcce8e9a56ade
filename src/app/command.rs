//! Every action there is. Menus, buttons and keys all go through here.

use std::io;
use std::path::PathBuf;

use super::{App, Tab};
use crate::format::Currency;
use crate::model::{Assumption, Year};
use crate::report::{Figure, Span};
use crate::scenario::Scenario;
use crate::scenario::file::ReadError;
use crate::scenario::suppliers::SupplierChange;
use crate::text::Language;
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
    /// Put a lever back to the baseline.
    ResetLever(Assumption),
    /// Put every lever back to the baseline.
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
    /// Show this page.
    SetTab(Tab),
    /// Show this figure large, among all results.
    ShowFigure(Figure),
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
        result: Box<Result<Scenario, ReadError>>,
    },
    /// A file was written.
    Saved {
        /// Which.
        path: PathBuf,
        /// What it holds now.
        scenario: Box<Scenario>,
        /// Whether that worked.
        result: io::Result<()>,
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

/// Keys that carry out a command; `Ctrl` is the command key of the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// The key beside Ctrl.
    pub key: Key,
    /// With Shift?
    pub shift: bool,
}

/// A key that is part of a shortcut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "letters")]
pub enum Key {
    N,
    O,
    Q,
    S,
    Y,
    Z,
}

impl Command {
    /// Does it put another document, or none, in the place of the open one?
    pub fn leaves_document(&self) -> bool {
        matches!(
            self,
            Self::New | Self::OpenPath(_) | Self::OpenShipped(_) | Self::Quit
        )
    }

    /// The commands that have a shortcut, with all of their shortcuts, the first for menus.
    ///
    /// Shift comes first among equal keys: Ctrl+Shift+S is not Ctrl+S.
    pub fn with_shortcuts() -> Vec<(Shortcut, Self)> {
        let ctrl = |key| Shortcut { key, shift: false };
        let ctrl_shift = |key| Shortcut { key, shift: true };
        vec![
            (ctrl_shift(Key::S), Self::SaveAs),
            (ctrl_shift(Key::Z), Self::Redo),
            (ctrl(Key::Y), Self::Redo),
            (ctrl(Key::Z), Self::Undo),
            (ctrl(Key::N), Self::New),
            (ctrl(Key::O), Self::Open),
            (ctrl(Key::S), Self::Save),
            (ctrl(Key::Q), Self::Quit),
        ]
    }

    /// The shortcut a menu shows for this command.
    pub fn shortcut(&self) -> Option<Shortcut> {
        Self::with_shortcuts()
            .into_iter()
            .find(|(_, command)| std::mem::discriminant(command) == std::mem::discriminant(self))
            .map(|(shortcut, _)| shortcut)
    }

    /// Can it be carried out now?
    pub fn is_enabled(&self, app: &App) -> bool {
        match self {
            Self::Undo => app.document().history().undoable().is_some(),
            Self::Redo => app.document().history().redoable().is_some(),
            Self::Save => app.document().is_changed() || app.document().path().is_none(),
            Self::ResetAll => !app.scenario().changes.is_empty(),
            Self::ResetLever(assumption) => app.scenario().changes.contains_key(assumption),
            _ => true,
        }
    }
}
