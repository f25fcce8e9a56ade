//! What must happen outside the program, as data.

use std::path::PathBuf;

use super::settings::Settings;
use super::uncertainty::FanOrder;
use crate::scenario::Scenario;
use crate::text::Language;

/// Something that `App::apply` asks for.
#[derive(Debug)]
pub enum Effect {
    /// Ask which file to open, then `Command::OpenPath`.
    AskWhatToOpen,
    /// Ask which file to compare, then `Command::AddToComparison`.
    AskWhatToCompare,
    /// Ask where to save, then `Command::SaveTo`.
    AskWhereToSave {
        /// A name to start with.
        file_name: String,
    },
    /// Ask where to write a workbook, then `Command::ExportWorkbookTo`.
    AskWhereToExport {
        /// A name to start with.
        file_name: String,
    },
    /// Close the window.
    Close,
    /// Make a fan in the background, then `Command::FanMade`: see [`super::Jobs`].
    MakeFan(Box<FanOrder>),
    /// Read or write something: see [`super::perform`].
    Disk(DiskJob),
}

/// Something to read or write.
#[derive(Debug)]
pub enum DiskJob {
    /// Read a scenario, then `Command::Opened`.
    Read(PathBuf),
    /// Read a scenario, then `Command::ReadToCompare`.
    ReadToCompare(PathBuf),
    /// Write a scenario, then `Command::Saved`.
    Write {
        /// Where.
        path: PathBuf,
        /// What.
        scenario: Box<Scenario>,
    },
    /// Write a scenario as a workbook, then `Command::Exported`.
    WriteWorkbook {
        /// Where.
        path: PathBuf,
        /// What.
        scenario: Box<Scenario>,
        /// In which language.
        language: Language,
    },
    /// Write the settings.
    Remember(Box<Settings>),
}
