//! The list beside a path that is being chosen: what its folder offers, and how that completes what
//! is typed.

use super::choice::PathChoice;
use super::folders::Entry;
use super::typed_path::{common_beginning, name_of, with_name};

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row<'a> {
    /// The folder above.
    Parent,
    /// Something in the folder.
    Entry(&'a Entry),
}

impl PathChoice {
    /// How many rows the list has.
    pub fn rows(&self) -> usize {
        self.shown.len() + usize::from(self.has_parent_row())
    }

    /// A row of the list.
    pub fn row(&self, index: usize) -> Option<Row<'_>> {
        let index = match (self.has_parent_row(), index) {
            (true, 0) => return Some(Row::Parent),
            (true, index) => index - 1,
            (false, index) => index,
        };
        let entries = &self.listing()?.entries;
        entries.get(*self.shown.get(index)?).map(Row::Entry)
    }

    /// The row that the keys have come to.
    pub fn marked(&self) -> Option<usize> {
        self.marked
    }

    /// Moves the mark through the list.
    pub fn step(&mut self, rows: i64) {
        let last = self.rows() as i64 - 1;
        if rows == 0 || last < 0 {
            return;
        }
        let at = match self.marked {
            Some(at) => at as i64 + rows,
            None if rows > 0 => rows - 1,
            None => last,
        };
        self.marked = Some(at.clamp(0, last) as usize);
    }

    /// Can what is typed be completed?
    pub fn can_complete(&self) -> bool {
        self.completed().is_some()
    }

    /// Completes what is typed, as far as all that begin so agree; or takes what is marked.
    pub fn complete(&mut self) {
        if let Some(text) = self.completed() {
            self.type_text(text);
        }
    }

    /// What Tab makes of the text.
    fn completed(&self) -> Option<String> {
        match self.marked.and_then(|row| self.row(row)) {
            Some(Row::Entry(entry)) => Some(with_name(&self.text, &entry.name, entry.is_folder)),
            Some(Row::Parent) => None,
            None => self.completion.clone(),
        }
    }

    /// What all names that begin as it is typed go on with.
    fn common(&self, entries: &[usize]) -> Option<String> {
        let listing = self.listing()?;
        let entry = |&index: &usize| &listing.entries[index];
        let names = entries.iter().map(|index| entry(index).name.as_str());
        let common = common_beginning(names)?;
        let is_folder = matches!(entries, [only] if entry(only).is_folder);
        let text = with_name(&self.text, &common, is_folder);
        (text != self.text).then_some(text)
    }

    fn has_parent_row(&self) -> bool {
        !self.is_searching && self.folder.parent().is_some()
    }

    /// Keeps what begins with the typed name, and after it what has it elsewhere.
    pub(super) fn narrow(&mut self) {
        let name = if self.is_searching {
            name_of(&self.text)
        } else {
            ""
        };
        let entries = self.listing().map_or(&[][..], |listing| &listing.entries);
        let all = || (0..entries.len()).filter(|&index| is_shown(&entries[index], name));
        let lower = name.to_lowercase();
        let begins = |index: &usize| entries[*index].lower.starts_with(&lower);
        let has = |index: &usize| entries[*index].lower.contains(&lower);
        let mut shown: Vec<usize> = all().filter(begins).collect();
        let begun = shown.len();
        if !name.is_empty() {
            shown.extend(all().filter(|index| !begins(index) && has(index)));
        }
        // A name that nobody typed is not half of another one.
        let is_typed = self.is_searching || name_of(&self.text).is_empty();
        self.completion = is_typed.then(|| self.common(&shown[..begun])).flatten();
        self.shown = shown;
        self.marked = self.marked.filter(|&row| row < self.rows());
    }
}

/// Hidden files are shown to whoever asks for them.
fn is_shown(entry: &Entry, name: &str) -> bool {
    !entry.name.starts_with('.') || name.starts_with('.')
}
