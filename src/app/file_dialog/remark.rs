//! What is to be said of a path that is being chosen, and what confirming it would do.

use std::path::{Path, PathBuf};

use super::choice::PathChoice;
use super::folders::FolderProblem;
use super::typed_path::{name_of, with_ending};

/// What confirming does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirm {
    /// What the dialog is for.
    Plain,
    /// The same, over a file that is there.
    Replace,
    /// The same, in a folder that is made for it.
    MakeFolder,
}

/// What is to be said of the path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Nothing: it will do.
    Nothing,
    /// The path is being looked at.
    Judging,
    /// This file is there already.
    Overwrites(PathBuf),
    /// This folder will be made.
    NewFolder(PathBuf),
    /// It needs a second confirmation that this folder is made.
    MakesFolder(PathBuf),
    /// The file will be called this.
    Completed(String),
    /// No file is named.
    NoName,
    /// This will not do.
    Problem(PathBuf, FolderProblem),
}

/// What must be confirmed once more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    Overwrites(PathBuf),
    MakesFolder(PathBuf),
}

/// Why a path that was confirmed will not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    NoName,
    Problem(PathBuf, FolderProblem),
}

impl PathChoice {
    /// What confirming does now.
    pub fn confirmation(&self) -> Confirm {
        match self.doubt {
            None => Confirm::Plain,
            Some(Doubt::Overwrites(_)) => Confirm::Replace,
            Some(Doubt::MakesFolder(_)) => Confirm::MakeFolder,
        }
    }

    /// What is to be said of the path now.
    pub fn remark(&self) -> Remark {
        if self.judged.is_some() {
            return Remark::Judging;
        }
        match (&self.doubt, &self.refusal) {
            (Some(Doubt::Overwrites(path)), _) => return Remark::Overwrites(path.clone()),
            (Some(Doubt::MakesFolder(path)), _) => return Remark::MakesFolder(path.clone()),
            (None, Some(Refusal::NoName)) => return Remark::NoName,
            (None, Some(Refusal::Problem(path, problem))) => {
                return Remark::Problem(path.clone(), problem.clone());
            }
            (None, None) => {}
        }
        let of_folder = |problem| Remark::Problem(self.folder.clone(), problem);
        let writes_file = self.wanted.writes && self.wanted.ending.is_some();
        match &self.look {
            Some(Err(FolderProblem::Missing { can_be_made: true })) if self.wanted.writes => {
                Remark::NewFolder(self.folder.clone())
            }
            Some(Err(problem)) => of_folder(problem.clone()),
            Some(Ok(listing)) if writes_file && !listing.is_writable => {
                of_folder(FolderProblem::ReadOnly)
            }
            Some(Ok(_)) if writes_file => self.completion_remark(),
            _ => Remark::Nothing,
        }
    }

    /// The name that the file gets, where more than what is typed.
    fn completion_remark(&self) -> Remark {
        let name = name_of(&self.text).trim();
        let complete = with_ending(Path::new(name), self.wanted.ending);
        if name.is_empty() || complete == Path::new(name) {
            return Remark::Nothing;
        }
        Remark::Completed(complete.display().to_string())
    }
}
