//! The file dialogs without their windows: how long the system's is waited for, and all that the
//! built-in one knows of paths and folders.

mod choice;
mod folders;
mod places;
mod remark;
mod rows;
mod typed_path;
mod waiting;

pub use choice::PathChoice;
pub use folders::{Entry, FolderProblem, Listing, Wanted};
pub use places::{Kept, Place, places};
pub use remark::{Confirm, Remark};
pub use rows::Row;
pub use typed_path::with_ending;
pub use waiting::{Answer, Waiting};
