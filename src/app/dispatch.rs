//! What each command does: one short arm for each.

use std::path::PathBuf;

use super::{App, Command, DiskJob, Document, Effect, Export, Gesture, History, Notice};
use crate::scenario::{Baseline, Scenario, shipped};

impl App {
    #[expect(clippy::too_many_lines, reason = "one short arm for each command")]
    pub(super) fn carry_out(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::New => {
                self.open(Document::untitled(Scenario::new(Baseline::current())));
                Vec::new()
            }
            Command::Open => vec![Effect::AskWhatToOpen],
            Command::OpenPath(path) => {
                // A path relative to today's folder would mean nothing among recent files.
                let path = std::path::absolute(&path).unwrap_or(path);
                vec![Effect::Disk(DiskJob::Read(path))]
            }
            Command::OpenShipped(id) => {
                if let Some(found) = shipped::shipped().iter().find(|shipped| shipped.id == id) {
                    self.open(Document::untitled(found.scenario().clone()));
                }
                Vec::new()
            }
            Command::Quit => {
                self.may_close = true;
                vec![Effect::Close]
            }
            Command::Save => self.save(),
            Command::SaveAs => self.save_as(),
            // Whoever chose the file was asked whether it may be replaced.
            Command::SaveTo(path) => self.write(path, None, false),
            Command::GiveUpComments => self.give_up_comments(),
            Command::FoundOutside { path, result } => self.found_outside(path, *result),
            Command::TakeTheirs => self.take_theirs(),
            Command::KeepMine => self.keep_mine(),
            Command::CompareWithTheirs => self.compare_with_theirs(),
            Command::FoundUnsaved(found) => self.found_unsaved(found),
            Command::Restore(number) => self.restore(number),
            Command::Forget(number) => self.forget(number),
            Command::JournalFailed(error) => self.journal_failed(error),
            Command::Export(what) => self.ask_where_to_export(what),
            Command::ExportTo { what, path } => self.export(what, path),
            Command::Exported { what, path, result } => self.exported(what, path, result),
            Command::ExportFailed(path) => self.export_failed(path),
            Command::CancelExport => self.cancel_export(),
            Command::CopyDiagnostics => {
                self.notice = Some(Notice::DiagnosticsCopied);
                vec![Effect::CopyDiagnostics]
            }
            Command::CopyPicture { picture, format } => {
                let what = Export::Picture { picture, format };
                let order = self.export_order(what, PathBuf::new());
                vec![Effect::Copy(Box::new(order))]
            }
            Command::Opened { path, result } => self.opened(path, *result),
            Command::Saved {
                path,
                original,
                result,
            } => self.saved(path, *original, result),
            Command::SaveForLeaving => self.save_for_leaving(),
            Command::LeaveWithoutSaving => self.leave_without_saving(),
            Command::Stay => {
                self.question = None;
                Vec::new()
            }
            Command::Undo => self.step(History::undo),
            Command::Redo => self.step(History::redo),
            Command::SetLever {
                assumption,
                value,
                gesture,
            } => {
                self.set_lever(assumption, value, gesture);
                Vec::new()
            }
            Command::ResetLever { assumption, to } => {
                if let Some(value) = self.former_value(assumption, to) {
                    self.set_lever(assumption, value, Gesture::Done);
                }
                Vec::new()
            }
            Command::SetRange { assumption, range } => {
                self.set_range(assumption, range);
                Vec::new()
            }
            Command::ResetAll => {
                self.reset_all();
                Vec::new()
            }
            Command::ChangeSupplier { id, change } => {
                self.change_supplier(&id, change);
                Vec::new()
            }
            Command::ResetSupplier(id) => {
                self.reset_supplier(&id);
                Vec::new()
            }
            Command::SetLanguage(language) => {
                self.view.language = language;
                self.remember()
            }
            Command::SetTheme(theme) => {
                self.view.theme = theme;
                self.remember()
            }
            Command::SetCurrency(currency) => {
                self.view.currency = currency;
                self.remember()
            }
            Command::SetSpan(span) => {
                self.view.set_span(span);
                self.remember()
            }
            Command::SetFans(fans) => {
                self.view.fans = fans;
                self.remember()
            }
            made @ Command::FanMade { .. } => {
                self.take_fan(made);
                Vec::new()
            }
            Command::FanFailed { generation } => {
                self.fan_failed(generation);
                Vec::new()
            }
            Command::AddToComparison(source) => self.add_to_comparison(source),
            Command::AskWhatToCompare => vec![Effect::AskWhatToCompare],
            Command::ReadToCompare { path, result } => self.read_to_compare(path, *result),
            Command::RemoveFromComparison(index) => self.remove_from_comparison(index),
            Command::CompareAgainst(index) => self.compare_against(index),
            Command::Explain(_)
            | Command::ExplainPrecedent(_)
            | Command::ExplainBack(_)
            | Command::ToggleExplanation => self.explain(&command),
            Command::SetZoom(zoom) => {
                self.view.zoom = zoom;
                self.remember()
            }
            Command::Describe { name, story } => {
                self.describe(name, story);
                Vec::new()
            }
            Command::RememberWindow(window) => {
                self.settings.window = window;
                self.remember()
            }
            Command::SetBuiltInDialog(is_wanted) => {
                self.settings.built_in_dialog = is_wanted;
                self.remember()
            }
            Command::DismissNotice => {
                self.notice = None;
                Vec::new()
            }
            Command::Present(action) => self.present(action),
            Command::EditSlides(edit) => {
                self.edit_slides(edit);
                Vec::new()
            }
            Command::SetYear(_)
            | Command::SetRentUnit(_)
            | Command::SetTab(_)
            | Command::SetDraws(_)
            | Command::SetOutput(_)
            | Command::SetGoal(_)
            | Command::ShowFigure(_)
            | Command::ShowEvidence { .. }
            | Command::SearchEvidence(_)
            | Command::FilterAssumptions(_)
            | Command::FoundAssumption
            | Command::SetNarrow(_)
            | Command::ToggleLevers
            | Command::SeekLever(_)
            | Command::FoundLever
            | Command::ShowFrameTimes(_)
            | Command::OpenPalette(_)
            | Command::AskForDescription
            | Command::KeepDescription
            | Command::AskForSupplier(_)
            | Command::KeepSuppliers
            | Command::ToggleSlides
            | Command::ChooseSlide(_) => {
                self.view.follow(command);
                Vec::new()
            }
        }
    }
}
