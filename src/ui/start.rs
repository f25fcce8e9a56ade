//! The start of the window: with what it is painted, and what is tried where that fails.

use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::process::{self, ExitCode};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use eframe::egui;

use super::recorder::{self, Painter};
use super::start_failure::Failure;
use super::window::{Surroundings, Window};
use crate::app::{self, Damage, Log, Renderer, Settings, Stage, Start, WindowSize};

/// A display that has not answered for so long will not.
const PATIENCE: Duration = Duration::from_secs(15);
/// Where the input is bad, whatever came after.
const BAD_INPUT: u8 = 2;

/// Opens the window and returns when it is closed. Where there can be none, says why, and what to
/// do instead.
pub fn run(start: &Start) -> ExitCode {
    let log = Log::of_user();
    app::watch_failures(log.clone(), Stage::Starting);
    let painter = recorder::record(log.clone());
    let opening = Opening {
        start,
        log,
        painter,
    };
    match opening.try_all() {
        Ok(()) if start.is_file_bad => ExitCode::from(BAD_INPUT),
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.tell(&opening.log);
            ExitCode::FAILURE
        }
    }
}

/// A window that is to be opened.
struct Opening<'a> {
    start: &'a Start,
    log: Log,
    painter: Painter,
}

impl Opening<'_> {
    /// Tries one renderer after the other, and on Linux the other kind of display.
    fn try_all(&self) -> Result<(), Failure> {
        if !app::has_display() {
            Failure::NoDisplay.record(&self.log, None);
            return Err(Failure::NoDisplay);
        }
        let mut first = None;
        for renderer in Renderer::to_try(self.start.renderer) {
            let Err(failure) = self.open_with(renderer) else {
                return Ok(());
            };
            if failure == Failure::WhileWorking {
                return Err(failure);
            }
            failure.record(&self.log, Some(renderer));
            let is_last = !failure.is_of_renderer();
            // What was wished for, or is best, is what matters to the user.
            first = first.or(Some(failure));
            if is_last {
                break;
            }
        }
        if app::has_x11_instead() {
            restart_on_x11();
        }
        Err(first.unwrap_or(Failure::NoDisplay))
    }

    fn open_with(&self, renderer: Renderer) -> Result<(), Failure> {
        let answer = await_display(self.log.clone());
        let was_open = Arc::new(AtomicBool::new(false));
        let is_open = Arc::clone(&was_open);
        let (settings, settings_path) = settings(self.start);
        let options = options(settings.window, renderer);
        let (log, painter) = (self.log.clone(), self.painter.clone());
        let file = self.start.file.clone();
        let create = move |creation: &eframe::CreationContext<'_>| {
            // Where it has waited too long, nothing of this happens any more.
            let _ = answer.send(());
            is_open.store(true, Ordering::Relaxed);
            app::watch_failures(log.clone(), Stage::Window);
            recorder::record_troubles_only();
            let painter = painted_by(renderer, &painter, creation);
            let ctx = &creation.egui_ctx;
            let window = Window::new(ctx, settings, settings_path, file);
            let mut window = window.within(Surroundings { log, painter });
            if let Some(folder) = app::state_folder() {
                window.start_journal(ctx, &folder.join("journal"));
            }
            Ok(Box::new(window) as Box<dyn eframe::App>)
        };
        let run = || eframe::run_native("suanli", options, Box::new(create));
        match panic::catch_unwind(AssertUnwindSafe(run)) {
            Ok(result) => result.map_err(|error| Failure::of(&error)),
            // The log tells of it, and standard error where that is.
            Err(_) if was_open.load(Ordering::Relaxed) => Err(Failure::WhileWorking),
            Err(panic) => Err(Failure::of_panic(&*panic)),
        }
    }
}

/// What is remembered, and where that is to be kept. What could not be read is not written over.
fn settings(start: &Start) -> (Settings, Option<PathBuf>) {
    let path = app::settings_path();
    let mut settings = path
        .as_deref()
        .map_or_else(Settings::default, app::load_settings);
    settings.language = start.language.or(settings.language);
    if start.reset_window {
        settings.window = WindowSize::default();
    }
    let is_ours = !matches!(settings.damage, Some(Damage::Unreadable { .. }));
    (settings, path.filter(|_| is_ours))
}

fn options(window: WindowSize, renderer: Renderer) -> eframe::NativeOptions {
    let least = WindowSize::LEAST;
    let size = window.possible();
    let mut viewport = egui::ViewportBuilder::default()
        .with_title("Suanli 算力")
        .with_app_id("suanli")
        .with_inner_size([size.0, size.1])
        // What is larger than the screen, eframe makes as large as the screen.
        .with_clamp_size_to_monitor_size(true)
        .with_maximized(window.maximized)
        .with_min_inner_size([least.0, least.1]);
    let icon = include_bytes!("../../assets/icon/suanli.png");
    if let Ok(icon) = eframe::icon_data::from_png_bytes(icon) {
        viewport = viewport.with_icon(icon);
    }
    eframe::NativeOptions {
        viewport,
        renderer: match renderer {
            #[cfg(feature = "wgpu")]
            Renderer::Wgpu => eframe::Renderer::Wgpu,
            _ => eframe::Renderer::Glow,
        },
        persist_window: false,
        ..Default::default()
    }
}

/// What paints the window, in words.
fn painted_by(
    renderer: Renderer,
    painter: &Painter,
    creation: &eframe::CreationContext<'_>,
) -> String {
    #[cfg(feature = "wgpu")]
    if let Some(state) = &creation.wgpu_render_state {
        return format!("{}, {:?}", renderer.name(), state.adapter.get_info());
    }
    #[cfg(not(feature = "wgpu"))]
    let _ = creation;
    format!("{}, {}", renderer.name(), painter.words())
}

/// Ends the program where the display does not answer: whoever waits for it waits for ever.
fn await_display(log: Log) -> Sender<()> {
    let (answer, answered) = mpsc::channel();
    let wait = move || {
        if answered.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
            let failure = Failure::NoAnswer(PATIENCE);
            failure.record(&log, None);
            failure.tell(&log);
            process::exit(1);
        }
    };
    // Where no thread can be had, the start goes unwatched.
    let _ = thread::Builder::new().name("start".to_owned()).spawn(wait);
    answer
}

/// Starts the program anew in its own place without Wayland; returns where that fails.
fn restart_on_x11() {
    #[cfg(unix)]
    if let Ok(program) = std::env::current_exe() {
        use std::os::unix::process::CommandExt as _;
        let mut command = process::Command::new(program);
        command.args(std::env::args_os().skip(1));
        for variable in app::WAYLAND {
            command.env_remove(variable);
        }
        // Only an error comes back, and what was wrong at first is what will be told.
        let _ = command.exec();
    }
}
