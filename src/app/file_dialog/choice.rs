//! Choosing a path in the built-in file dialog: what is typed, what the folder offers for it, and
//! what must be asked before it counts.

use std::path::{Path, PathBuf};

use super::folders::{Answer, FolderProblem, FolderReader, Judgement, Listing, Wanted};
use super::remark::{Doubt, Refusal};
use super::rows::Row;
use super::typed_path::{folder_of, name_of, path_of, text_of_folder, with_ending, with_name};

/// A path that is being chosen.
pub struct PathChoice {
    pub(super) wanted: Wanted,
    /// Where paths without a root begin.
    base: PathBuf,
    pub(super) text: String,
    /// The name of the file, kept when another folder is entered.
    file_name: String,
    /// The folder of what is typed, and what is known of it.
    pub(super) folder: PathBuf,
    pub(super) look: Option<Result<Listing, FolderProblem>>,
    is_asked: bool,
    /// Does what is typed narrow the list?
    pub(super) is_searching: bool,
    /// The entries on show, by their places in the listing.
    pub(super) shown: Vec<usize>,
    /// What is typed, completed; `None` where there is nothing to add.
    pub(super) completion: Option<String>,
    /// The row that the keys have come to.
    pub(super) marked: Option<usize>,
    /// The path that was confirmed and is looked at.
    pub(super) judged: Option<PathBuf>,
    pub(super) doubt: Option<Doubt>,
    pub(super) refusal: Option<Refusal>,
    reader: FolderReader,
}

impl PathChoice {
    /// A choice that starts in a folder with a name; `wake` is called when a folder was read.
    pub fn new(
        wanted: Wanted,
        (folder, name): (&Path, &str),
        wake: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        Self::with(wanted, (folder, name), FolderReader::new(wake))
    }

    fn with(wanted: Wanted, (folder, name): (&Path, &str), reader: FolderReader) -> Self {
        let mut choice = Self {
            wanted,
            base: folder.to_owned(),
            text: text_of_folder(folder) + name,
            file_name: name.to_owned(),
            folder: PathBuf::new(),
            look: None,
            is_asked: false,
            is_searching: false,
            shown: Vec::new(),
            completion: None,
            marked: None,
            judged: None,
            doubt: None,
            refusal: None,
            reader,
        };
        choice.follow();
        choice
    }

    /// What it is wanted for.
    pub fn wanted(&self) -> Wanted {
        self.wanted
    }

    /// What is typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the name begins in it, in characters, and where its ending does.
    pub fn stem(&self) -> std::ops::Range<usize> {
        let count = |text: &str| text.chars().count();
        let name = name_of(&self.text);
        let ending = Path::new(name)
            .extension()
            .map_or(0, |ending| count(&ending.to_string_lossy()) + 1);
        let all = count(&self.text);
        all - count(name)..all - ending
    }

    /// The folder of what is typed.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What is in that folder; `None` while it is read or where it cannot be.
    pub fn listing(&self) -> Option<&Listing> {
        self.look.as_ref()?.as_ref().ok()
    }

    /// Is the folder being read?
    pub fn is_reading(&self) -> bool {
        self.look.is_none()
    }

    /// Does what is typed narrow the list?
    pub fn is_searching(&self) -> bool {
        self.is_searching
    }

    /// Takes what was typed.
    pub fn type_text(&mut self, text: String) {
        let name = name_of(&text);
        self.is_searching = !name.is_empty();
        let complete = with_ending(Path::new(name), self.wanted.ending);
        if complete == Path::new(name) {
            name.clone_into(&mut self.file_name);
        }
        self.text = text;
        self.changed();
    }

    /// Goes into a folder, or takes a file's name: what a click on a row does.
    pub fn choose(&mut self, row: usize) {
        match self.row(row) {
            Some(Row::Parent) => self.enter_parent(),
            Some(Row::Entry(entry)) if entry.is_folder => {
                let text = with_name(&self.text, &entry.name, true);
                self.enter_text(text);
            }
            Some(Row::Entry(entry)) => {
                let name = entry.name.clone();
                self.text = with_name(&self.text, &name, false);
                self.file_name = name;
                let marked = row;
                self.changed_name();
                self.marked = (marked < self.rows()).then_some(marked);
            }
            None => {}
        }
    }

    /// Goes into a folder; the name of a file that is to be written goes along.
    pub fn enter(&mut self, folder: &Path) {
        self.enter_text(text_of_folder(folder));
    }

    /// Goes to the folder above.
    pub fn enter_parent(&mut self) {
        if let Some(parent) = self.folder.parent().map(Path::to_owned) {
            self.enter(&parent);
        }
    }

    /// Takes a whole path, say a recent file's.
    pub fn take(&mut self, path: &Path) {
        self.text = path.display().to_string();
        self.is_searching = false;
        self.changed();
    }

    /// Confirms what is marked, or else what is typed. The path itself comes from [`Self::poll`].
    pub fn confirm(&mut self) {
        match self.marked.and_then(|row| Some((row, self.row(row)?))) {
            Some((row, Row::Parent)) => return self.choose(row),
            Some((row, Row::Entry(entry))) => {
                let is_folder = entry.is_folder;
                if is_folder || with_name(&self.text, &entry.name, false) != self.text {
                    self.choose(row);
                }
                if is_folder {
                    return;
                }
            }
            None => {}
        }
        self.marked = None;
        let is_unnamed = name_of(&self.text).is_empty() && self.wanted.ending.is_some();
        let Some(path) = path_of(&self.text, &self.base).filter(|_| !is_unnamed) else {
            self.refusal = Some(Refusal::NoName);
            return;
        };
        let makes_folder = matches!(self.doubt, Some(Doubt::MakesFolder(_)));
        self.refusal = None;
        if self.reader.judge(&path, self.wanted, makes_folder) {
            self.judged = Some(path);
        }
    }

    /// Confirms a file that has been chosen before: what the second click on a row does. After a
    /// click that went into a folder, it has hit another row by chance.
    pub fn confirm_row(&mut self, row: usize) {
        let Some(Row::Entry(entry)) = self.row(row) else {
            return;
        };
        if !entry.is_folder && entry.name == name_of(&self.text) {
            self.confirm();
        }
    }

    /// Takes what was found out meanwhile; gives the path once it is chosen.
    pub fn poll(&mut self) -> Option<PathBuf> {
        let mut chosen = None;
        for answer in self.reader.answers() {
            match answer {
                Answer::Read(folder, look) if folder == self.folder => {
                    self.look = Some(look);
                    self.narrow();
                }
                Answer::Judged(path, judgement) if self.judged.as_ref() == Some(&path) => {
                    self.judged = None;
                    chosen = self.follow_judgement(path, judgement);
                }
                // Of a folder that is left, or a path that was given up.
                Answer::Read(..) | Answer::Judged(..) => {}
            }
        }
        if !self.is_asked {
            self.is_asked = self.reader.read(&self.folder, self.wanted);
        }
        chosen
    }

    fn follow_judgement(&mut self, path: PathBuf, judgement: Judgement) -> Option<PathBuf> {
        let asked = self.doubt.take();
        match judgement {
            Judgement::Good(path) => return Some(path),
            Judgement::Exists(path) if asked == Some(Doubt::Overwrites(path.clone())) => {
                return Some(path);
            }
            Judgement::Exists(path) => self.doubt = Some(Doubt::Overwrites(path)),
            Judgement::Folder => self.enter_text(text_of_folder(&path)),
            Judgement::Problem(FolderProblem::Missing { can_be_made: true })
                if self.wanted.writes =>
            {
                let folder = match self.wanted.ending {
                    Some(_) => path.parent().map_or(path.clone(), Path::to_owned),
                    None => path,
                };
                self.doubt = Some(Doubt::MakesFolder(folder));
            }
            Judgement::Problem(problem) => {
                let is_of_file = matches!(problem, FolderProblem::NoFile | FolderProblem::IsFolder);
                let of = if is_of_file || self.wanted.ending.is_none() {
                    path
                } else {
                    self.folder.clone()
                };
                self.refusal = Some(Refusal::Problem(of, problem));
            }
        }
        // What is on show may be out of date.
        self.is_asked = false;
        None
    }

    fn enter_text(&mut self, folder: String) {
        self.text = folder;
        if self.wanted.writes && self.wanted.ending.is_some() {
            self.text.push_str(&self.file_name);
        }
        self.is_searching = false;
        self.changed();
    }

    /// After the text has changed.
    fn changed(&mut self) {
        self.changed_name();
        self.follow();
    }

    fn changed_name(&mut self) {
        self.marked = None;
        self.judged = None;
        self.doubt = None;
        self.refusal = None;
    }

    /// Reads the folder of what is typed, unless it is the one that is on show.
    fn follow(&mut self) {
        let folder = folder_of(&self.text, &self.base);
        if folder != self.folder || self.look.is_none() {
            self.folder = folder;
            self.look = None;
            self.is_asked = self.reader.read(&self.folder, self.wanted);
        }
        self.narrow();
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::thread;
    use std::time::Duration;

    use super::super::folders::tests::{OPEN, SAVE};
    use super::super::remark::{Confirm, Remark};
    use super::*;

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["export_ban.ron", "export_wave.ron", "mine.ron", ".old.ron"] {
            fs::write(folder.path().join(name), "").expect("written");
        }
        fs::create_dir(folder.path().join("Worlds")).expect("made");
        folder
    }

    fn choice(wanted: Wanted, folder: &Path, name: &str) -> PathChoice {
        let mut choice = PathChoice::new(wanted, (folder, name), || {});
        assert_eq!(settled(&mut choice), None);
        choice
    }

    /// Waits until nothing is read or judged any more.
    fn settled(choice: &mut PathChoice) -> Option<PathBuf> {
        for _ in 0..2_000 {
            let chosen = choice.poll();
            if chosen.is_some() || (choice.judged.is_none() && !choice.is_reading()) {
                return chosen;
            }
            thread::sleep(Duration::from_millis(2));
        }
        panic!("it is still reading");
    }

    fn typed(choice: &mut PathChoice, folder: &Path, name: &str) {
        choice.type_text(text_of_folder(folder) + name);
        settled(choice);
    }

    fn confirmed(choice: &mut PathChoice) -> Option<PathBuf> {
        choice.confirm();
        settled(choice)
    }

    fn rows(choice: &PathChoice) -> Vec<String> {
        let name = |index| match choice.row(index) {
            Some(Row::Entry(entry)) => entry.name.clone(),
            Some(Row::Parent) => "..".to_owned(),
            None => panic!("no row {index}"),
        };
        (0..choice.rows()).map(name).collect()
    }

    #[test]
    fn typing_narrows_the_list_and_completes_as_far_as_names_agree() {
        let folder = folder();
        let mut choice = choice(OPEN, folder.path(), "");
        let all = [
            "..",
            "Worlds",
            "export_ban.ron",
            "export_wave.ron",
            "mine.ron",
        ];
        assert_eq!(rows(&choice), all);
        assert!(!choice.can_complete(), "nothing is typed yet");
        typed(&mut choice, folder.path(), "EX");
        assert_eq!(rows(&choice), ["export_ban.ron", "export_wave.ron"]);
        choice.complete();
        assert_eq!(name_of(choice.text()), "export_");
        assert!(!choice.can_complete(), "the next letter decides");
        typed(&mut choice, folder.path(), "export_w");
        choice.complete();
        assert_eq!(name_of(choice.text()), "export_wave.ron");
        let chosen = confirmed(&mut choice);
        assert_eq!(chosen, Some(folder.path().join("export_wave.ron")));
    }

    #[test]
    fn folders_are_completed_with_an_open_end_and_names_are_found_inside() {
        let folder = folder();
        let mut choice = choice(OPEN, folder.path(), "");
        typed(&mut choice, folder.path(), "wor");
        choice.complete();
        settled(&mut choice);
        assert_eq!(choice.folder(), folder.path().join("Worlds"));
        assert_eq!(rows(&choice), [".."]);
        typed(&mut choice, folder.path(), "ban");
        assert_eq!(rows(&choice), ["export_ban.ron"]);
        typed(&mut choice, folder.path(), ".");
        assert!(rows(&choice).contains(&".old.ron".to_owned()));
    }

    #[test]
    fn the_keys_go_through_the_list_into_folders_and_back() {
        let folder = folder();
        let mut choice = choice(OPEN, folder.path(), "");
        choice.step(2);
        assert_eq!(choice.marked(), Some(1));
        assert_eq!(confirmed(&mut choice), None);
        assert_eq!(choice.folder(), folder.path().join("Worlds"));
        choice.step(1);
        assert_eq!(confirmed(&mut choice), None);
        assert_eq!(choice.folder(), folder.path());
        choice.step(-1);
        let chosen = confirmed(&mut choice);
        assert_eq!(chosen, Some(folder.path().join("mine.ron")));
    }

    #[test]
    fn saving_adds_the_ending_and_asks_before_it_overwrites() {
        let folder = folder();
        let mut choice = choice(SAVE, folder.path(), "power_wall.ron");
        let stem = choice.stem();
        let chosen: String = choice
            .text()
            .chars()
            .skip(stem.start)
            .take(stem.len())
            .collect();
        assert_eq!(chosen, "power_wall");
        typed(&mut choice, folder.path(), "mine");
        assert_eq!(choice.remark(), Remark::Completed("mine.ron".to_owned()));
        assert_eq!(confirmed(&mut choice), None);
        let mine = folder.path().join("mine.ron");
        assert_eq!(choice.remark(), Remark::Overwrites(mine.clone()));
        assert_eq!(choice.confirmation(), Confirm::Replace);
        // Another name is another question.
        typed(&mut choice, folder.path(), "export_ban");
        assert_eq!(choice.confirmation(), Confirm::Plain);
        assert_eq!(confirmed(&mut choice), None);
        typed(&mut choice, folder.path(), "mine");
        assert_eq!(confirmed(&mut choice), None);
        assert_eq!(confirmed(&mut choice), Some(mine));
    }

    #[test]
    fn the_name_of_the_file_goes_along_into_other_folders() {
        let folder = folder();
        let mut choice = choice(SAVE, folder.path(), "power_wall.ron");
        choice.choose(1);
        settled(&mut choice);
        assert!(choice.text().ends_with("power_wall.ron"));
        let chosen = confirmed(&mut choice);
        assert_eq!(chosen, Some(folder.path().join("Worlds/power_wall.ron")));
    }

    #[test]
    fn a_new_folder_is_told_of_asked_about_and_made() {
        let folder = folder();
        let mut choice = choice(SAVE, folder.path(), "");
        let new = folder.path().join("new");
        typed(&mut choice, &new, "a.ron");
        assert_eq!(choice.remark(), Remark::NewFolder(new.clone()));
        assert_eq!(confirmed(&mut choice), None);
        assert_eq!(choice.remark(), Remark::MakesFolder(new.clone()));
        assert!(!new.exists());
        assert_eq!(confirmed(&mut choice), Some(new.join("a.ron")));
        assert!(new.is_dir());
    }

    #[test]
    fn what_is_not_there_cannot_be_opened_and_a_folder_that_vanished_is_missed() {
        let folder = folder();
        let mut choice = choice(OPEN, folder.path(), "");
        assert_eq!(confirmed(&mut choice), None);
        assert_eq!(choice.remark(), Remark::NoName);
        typed(&mut choice, folder.path(), "theirs.ron");
        assert_eq!(confirmed(&mut choice), None);
        let path = folder.path().join("theirs.ron");
        let missing = Remark::Problem(path, FolderProblem::NoFile);
        assert_eq!(choice.remark(), missing);
        let gone = folder.path().to_owned();
        drop(folder);
        typed(&mut choice, &gone, "mine.ron");
        assert_eq!(confirmed(&mut choice), None);
        let Remark::Problem(path, FolderProblem::Missing { .. }) = choice.remark() else {
            panic!("{:?}", choice.remark());
        };
        assert_eq!(path, gone);
    }
}
