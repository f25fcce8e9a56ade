//! A file dialog of the system's, waited for on a thread so that the window goes on painting.

use std::future::Future;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui::Context;

use super::dialog_trouble::DialogTrouble;
use super::dialogs::Request;
use crate::app::file_dialog::{Answer, Waiting};
use crate::report::Locale;

/// The window that dialogs belong to, as a dialog that only needs to be filled in: the handle of a
/// window cannot be kept in another way.
pub type Parent = rfd::AsyncFileDialog;

/// A dialog that was asked for.
pub struct SystemDialog {
    waiting: Waiting,
    paths: Receiver<Option<PathBuf>>,
}

impl SystemDialog {
    /// Opens a dialog.
    pub fn open(ctx: &Context, parent: &Parent, locale: &Locale, request: &Request) -> Self {
        let wanted = request.purpose.wanted();
        // Created here, on the main thread, as macOS wants it; awaited elsewhere.
        let dialog = parent
            .clone()
            .set_directory(&request.folder)
            .set_can_create_directories(wanted.writes);
        let Some(ending) = wanted.ending else {
            return Self::await_on_a_thread(ctx, dialog.pick_folder());
        };
        // Some systems tell `ron` from `RON`.
        let endings = [ending.to_owned(), ending.to_uppercase()];
        let mut dialog = dialog.add_filter(request.purpose.kind(locale), &endings);
        if !wanted.writes {
            let all = &locale.text.window.path_prompt.all_files;
            dialog = dialog.add_filter(all, &["*"]);
            return Self::await_on_a_thread(ctx, dialog.pick_file());
        }
        let dialog = dialog.set_file_name(&request.file_name);
        Self::await_on_a_thread(ctx, dialog.save_file())
    }

    fn await_on_a_thread(
        ctx: &Context,
        chosen: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static,
    ) -> Self {
        let (sender, paths) = channel();
        let ctx = ctx.clone();
        // Where no thread can be had the channel closes: as if there were no dialog.
        let _ = thread::Builder::new()
            .name("dialog".to_owned())
            .spawn(move || {
                let path = pollster::block_on(chosen).map(|handle| handle.path().to_owned());
                // The window may be gone by now: then nobody wants to know.
                let _ = sender.send(path);
                ctx.request_repaint();
            });
        Self {
            waiting: Waiting::new(Instant::now()),
            paths,
        }
    }

    /// What was answered, if anything was.
    pub fn answer(&self, now: Instant) -> Option<Answer> {
        let path = match self.paths.try_recv() {
            Ok(path) => path,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => None,
        };
        let has_failed = DialogTrouble::heard().has_failed;
        Some(self.waiting.answer(now, path, has_failed))
    }

    /// Is nothing to be seen of it for too long?
    pub fn is_late(&mut self, now: Instant, has_focus: bool) -> bool {
        self.waiting.observe(now, has_focus);
        self.waiting.is_late(now)
    }

    /// How long until it is late.
    pub fn time_left(&self, now: Instant) -> Option<Duration> {
        self.waiting.time_left(now)
    }
}
