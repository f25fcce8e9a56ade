//! What must happen outside the program, as data.

use std::path::PathBuf;
use std::sync::Arc;

use super::exporting::{Export, ExportOrder};
use super::journal::Unsaved;
use super::settings::Settings;
use super::uncertainty::FanOrder;
use crate::scenario::file::Original;

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
    /// Ask where to write something for others, then `Command::ExportTo`.
    AskWhereToExport {
        /// What.
        what: Export,
        /// A name to start with; empty where it is a folder.
        file_name: String,
    },
    /// Write something for others, then `Command::Exported`: see [`super::Exporter`].
    Export(Box<ExportOrder>),
    /// Put a picture into the clipboard: see [`super::copied`].
    Copy(Box<ExportOrder>),
    /// Put what somebody who is to help needs to know into the clipboard: see
    /// [`super::diagnostics()`].
    CopyDiagnostics,
    /// Fill the whole screen, or be a window again.
    FillScreen(bool),
    /// Fill the screen of the next display, where there are several.
    NextDisplay,
    /// Keep unsaved work for the case that the program dies; none where all is saved: see
    /// [`super::Journal`].
    Journal(Option<Box<Unsaved>>),
    /// Forget work of an earlier run.
    ForgetUnsaved(String),
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
    /// Read the open file again, then `Command::FoundOutside`.
    ReadAgain(PathBuf),
    /// Write a scenario, then `Command::Saved`.
    Write {
        /// Where.
        path: PathBuf,
        /// What.
        original: Box<Original>,
        /// What the file must hold still; none where it may be replaced whatever it holds.
        expected: Option<Arc<[u8]>>,
        /// Is a copy of the old file to be kept?
        keeps_copy: bool,
    },
    /// Write the settings.
    Remember(Box<Settings>),
}
