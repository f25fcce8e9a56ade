//! What is on screen. None of it belongs to the scenario, so none of it is undone.

use std::io;
use std::path::PathBuf;

use super::command::Command;
use super::settings::Settings;
use crate::model::Year;
use crate::scenario::file::ReadError;
use crate::text::Language;
use crate::theme::Theme;

/// What is on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The language of every word.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// The year that key figures are shown for.
    pub year: Year,
    /// The page that is open.
    pub tab: Tab,
}

/// A page of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Key figures and charts.
    #[default]
    Overview,
    /// Where the money goes.
    Chain,
}

impl Tab {
    /// All pages, in the order of the bar.
    pub const ALL: [Self; 2] = [Self::Overview, Self::Chain];
}

impl View {
    /// The calendar year that is shown first: the target year of most plans.
    const FIRST_YEAR: u16 = 2030;

    /// What is on screen at the start.
    pub fn new(settings: &Settings) -> Self {
        Self {
            language: settings.language.unwrap_or_else(Language::of_system),
            theme: settings.theme,
            year: Year::from_calendar(Self::FIRST_YEAR).unwrap_or(Year::LAST),
            tab: Tab::default(),
        }
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
