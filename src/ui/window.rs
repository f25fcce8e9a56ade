//! The window: what is where, and how gestures become commands.

use std::path::{Path, PathBuf};
use std::time::Duration;

use eframe::egui::{ColorImage, Context, FontId, Ui, ViewportCommand};

use super::dialogs::{Dialogs, Purpose, Request};
use super::displays::Displays;
use super::frame_times::FrameTimes;
use super::system_dialog::Parent;
use super::{
    chain, china, compare, description, dropped, evidence, explanation, export_progress, keys,
    leasing, levers, moved, notice, overview, palette, presenter, question, results, slides,
    status, style, supplier_form, top_bar, uncertainty,
};
use crate::app::{
    self, App, Command, Copied, Effect, Exporter, Jobs, Journal, Log, Notice, Question, Settings,
    Tab, Watch, WindowSize,
};
use crate::report::{Locale, World};

/// How often it is shown how far a fan has come.
const PROGRESS: Duration = Duration::from_millis(50);

/// The program with its window.
pub struct Window {
    app: App,
    settings_path: Option<PathBuf>,
    dialogs: Dialogs,
    jobs: Jobs,
    exporter: Exporter,
    journal: Option<Journal>,
    watch: Watch,
    displays: Displays,
    frame_times: FrameTimes,
    title: String,
    surroundings: Surroundings,
}

/// What the window knows of what is around it, for those who are to help.
#[derive(Default)]
pub struct Surroundings {
    /// Where failures are written down.
    pub log: Log,
    /// What paints the window, in words.
    pub painter: String,
}

impl Window {
    /// Sets fonts and themes up and opens `file`, if one is given.
    pub fn new(
        ctx: &Context,
        settings: Settings,
        settings_path: Option<PathBuf>,
        file: Option<PathBuf>,
    ) -> Self {
        style::install(ctx);
        let app = App::new(settings);
        let mut window = Self {
            app,
            settings_path,
            dialogs: Dialogs::default(),
            jobs: Jobs::default(),
            exporter: Exporter::default(),
            journal: None,
            watch: Watch::default(),
            displays: Displays::default(),
            frame_times: FrameTimes::default(),
            title: String::new(),
            surroundings: Surroundings::default(),
        };
        window.look(ctx);
        let settings = window.app.settings();
        if settings.is_first_start || settings.damage.is_some() {
            // From now on there is something to remember: the next start is not the first.
            let size = window.app.settings().window;
            window.apply(ctx, Command::RememberWindow(size));
        }
        if let Some(file) = file {
            window.apply(ctx, Command::OpenPath(file));
        }
        window
    }

    /// Keeps unsaved work in a folder from now on, and asks about what earlier runs have left there.
    pub fn start_journal(&mut self, ctx: &Context, folder: &Path) {
        let command = match Journal::open(folder) {
            Ok((journal, found)) => {
                self.journal = Some(journal);
                Command::FoundUnsaved(found)
            }
            Err(error) => Command::JournalFailed(error),
        };
        self.apply(ctx, command);
    }

    /// The window with what is around it.
    #[must_use]
    pub fn within(mut self, surroundings: Surroundings) -> Self {
        self.surroundings = surroundings;
        self
    }

    /// The state behind the window.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Makes the program's fonts those of a context, as tests of its words need them.
    pub fn install_fonts(ctx: &Context) {
        style::install(ctx);
    }

    /// The font of titles and key figures.
    pub fn strong_font() -> FontId {
        style::semibold(style::size::BODY)
    }

    /// Shows everything and carries out what the user wants.
    ///
    /// Commands of a panel are carried out before the next panel is shown, so that a lever that
    /// is dragged moves every chart in the same frame.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        let written = slides::before_commands(&ctx, &self.app);
        self.apply_all(&ctx, written);
        self.take_shortcuts(&ctx);
        self.take_close_request(&ctx);
        let answered = self.dialogs.poll(&ctx);
        self.apply_all(&ctx, answered);
        let mut done: Vec<Command> = self.jobs.poll().chain(self.exporter.poll()).collect();
        done.extend(self.watch.poll());
        done.extend(self.journal.iter().filter_map(Journal::poll));
        self.apply_all(&ctx, done);
        self.follow_file(&ctx);
        if self.app.presenting().is_some() {
            self.talk(ui);
        } else {
            self.desk(ui);
        }
        if self.app.view().frame_times {
            self.frame_times.show(ui, &self.locale());
        }
        if self.app.is_making_fan() || self.app.is_exporting() {
            ctx.request_repaint_after(PROGRESS);
        }
        self.update_title(&ctx);
    }

    /// Shows the slide of the talk that is given; of all windows only those that tell of unsaved
    /// work and of what went wrong.
    fn talk(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        let commands = match self.app.presenting() {
            Some(talk) => presenter::show(ui, &self.app, talk),
            None => Vec::new(),
        };
        self.apply_all(&ctx, commands);
        let locale = self.locale();
        // Whoever leaves with unsaved work may be asked where to save it.
        let mut command = self
            .dialogs
            .show(ui, &self.app, &locale)
            .or_else(|| self.question(ui, &locale));
        if self.app.notice().is_some_and(Notice::interrupts_a_talk) {
            command = command.or_else(|| notice::show(ui, &self.app, &locale));
        }
        self.apply_all(&ctx, command);
    }

    /// Shows everything that one works with.
    fn desk(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        let is_narrow = ui.available_width() < levers::NARROW;
        if is_narrow != self.app.view().is_narrow {
            self.apply(&ctx, Command::SetNarrow(is_narrow));
        }
        let commands = top_bar::show(ui, &self.app, &self.locale());
        self.apply_all(&ctx, commands);
        status::show(ui, &self.app, &self.locale());
        let commands = self.levers(ui);
        self.apply_all(&ctx, commands);
        let command = explanation::show(ui, &self.world(), &self.app);
        self.apply_all(&ctx, command);
        let commands = slides::show(ui, &self.world(), &self.app);
        self.apply_all(&ctx, commands);
        if self.app.view().tab != Tab::Overview {
            let command = moved::show_below(ui, &self.world(), &self.app);
            self.apply_all(&ctx, command);
        }
        // In a tiny window the levers may have taken all the room.
        if ui.available_width() > 0.0 {
            let commands = self.page(ui);
            self.apply_all(&ctx, commands);
        }

        let commands = palette::show(ui, &self.world(), &self.app);
        self.apply_all(&ctx, commands);
        let locale = self.locale();
        let command = self
            .dialogs
            .show(ui, &self.app, &locale)
            .or_else(|| self.question(ui, &locale))
            .or_else(|| notice::show(ui, &self.app, &locale))
            .or_else(|| description::show(ui, &self.app, &locale))
            .or_else(|| supplier_form::show(ui, &self.world(), &self.app));
        self.apply_all(&ctx, command);
        let command = export_progress::show(ui, &self.app, &locale);
        self.apply_all(&ctx, command);
        if !self.is_asking() && !self.app.view().palette {
            self.apply_all(&ctx, dropped::show(ui, &locale));
        }
    }

    /// Asks about unsaved work, unless that led to a dialog: then it waits for its answer.
    fn question(&self, ui: &Ui, locale: &Locale) -> Option<Command> {
        if self.dialogs.is_open() {
            return None;
        }
        question::show(ui, &self.app, locale)
    }

    /// Shows the page that is open.
    fn page(&self, ui: &mut Ui) -> Vec<Command> {
        let world = self.world();
        match self.app.view().tab {
            Tab::Overview => overview::show(ui, &world, &self.app),
            Tab::Chain => chain::show(ui, &world),
            Tab::China => china::show(ui, &world, &self.app),
            Tab::Leasing => leasing::show(ui, &world, &self.app),
            Tab::Uncertainty => uncertainty::show(ui, &world, &self.app),
            Tab::Results => results::show(ui, &world, &self.app),
            Tab::Compare => compare::show(ui, &world, &self.app),
            Tab::Evidence => evidence::show(ui, &world, &self.app),
        }
    }

    /// Shows the levers: as a panel, else as a strip where there is room for one.
    fn levers(&self, ui: &mut Ui) -> Vec<Command> {
        let view = self.app.view();
        if view.has_levers() {
            levers::show(ui, &self.world(), &self.app)
        } else if view.is_narrow || view.tab == Tab::Compare {
            Vec::new()
        } else {
            levers::show_strip(ui, &self.world(), &self.app)
        }
    }

    fn locale(&self) -> Locale {
        let view = self.app.view();
        Locale::of(view.language).in_currency(view.currency, self.app.scenario())
    }

    fn world(&self) -> World<'_> {
        World {
            fan: self.app.fan(),
            scenario: self.app.scenario(),
            run: self.app.run(),
            baseline: self.app.baseline_run(),
            year: self.app.view().year,
            span: self.app.view().span,
            locale: self.locale(),
        }
    }

    fn apply_all(&mut self, ctx: &Context, commands: impl IntoIterator<Item = Command>) {
        for command in commands {
            self.apply(ctx, command);
        }
    }

    /// Carries out a command and everything that follows from it.
    pub fn apply(&mut self, ctx: &Context, command: Command) {
        let mut effects = self.app.apply(command);
        self.look(ctx);
        while !effects.is_empty() {
            let effect = effects.remove(0);
            if let Some(follow_up) = self.perform(ctx, effect) {
                effects.extend(self.app.apply(follow_up));
            }
        }
        ctx.request_repaint();
    }

    /// Theme and zoom as the user wants them.
    fn look(&self, ctx: &Context) {
        style::show(ctx, self.app.view().theme);
        ctx.set_zoom_factor(self.app.view().zoom.factor());
    }

    /// Looks after the open file.
    fn follow_file(&mut self, ctx: &Context) {
        let ctx = ctx.clone();
        let path = self.app.document().path();
        self.watch.follow(path, move || ctx.request_repaint());
    }

    fn perform(&mut self, ctx: &Context, effect: Effect) -> Option<Command> {
        match effect {
            Effect::AskWhatToOpen => self.ask(ctx, Purpose::Open, String::new()),
            Effect::AskWhatToCompare => self.ask(ctx, Purpose::Compare, String::new()),
            Effect::AskWhereToSave { file_name } => self.ask(ctx, Purpose::Save, file_name),
            Effect::AskWhereToExport { what, file_name } => {
                self.ask(ctx, Purpose::Export(what), file_name)
            }
            Effect::Export(order) => {
                let ctx = ctx.clone();
                self.exporter.start(order, move || ctx.request_repaint());
                None
            }
            Effect::Copy(order) => {
                match app::copied(&order) {
                    Some(Copied::Shapes(svg)) => ctx.copy_text(svg),
                    Some(Copied::Pixels(picture)) => {
                        let size = [picture.width as usize, picture.height as usize];
                        ctx.copy_image(ColorImage::from_rgba_unmultiplied(size, &picture.rgba));
                    }
                    None => {}
                }
                None
            }
            Effect::CopyDiagnostics => {
                let Surroundings { log, painter } = &self.surroundings;
                ctx.copy_text(app::diagnostics(painter, log));
                None
            }
            Effect::FillScreen(whole) => {
                let command = if whole {
                    self.displays.begin()
                } else {
                    self.displays.end()
                };
                ctx.send_viewport_cmd(command);
                None
            }
            Effect::NextDisplay => {
                if let Some(command) = self.displays.next() {
                    ctx.send_viewport_cmd(command);
                }
                None
            }
            Effect::Journal(unsaved) => {
                self.journal
                    .iter()
                    .for_each(|journal| journal.keep(unsaved.clone()));
                None
            }
            Effect::ForgetUnsaved(id) => {
                self.journal
                    .iter()
                    .for_each(|journal| journal.forget(id.clone()));
                None
            }
            Effect::Close => {
                ctx.send_viewport_cmd(ViewportCommand::Close);
                window_size(ctx).map(Command::RememberWindow)
            }
            Effect::MakeFan(order) => {
                let ctx = ctx.clone();
                self.jobs.start(order, move || ctx.request_repaint());
                None
            }
            Effect::Disk(job) => app::perform(job, self.settings_path.as_deref()),
        }
    }

    /// Asks for a path. On macOS a dialog would open behind a window that fills the screen.
    fn ask(&mut self, ctx: &Context, purpose: Purpose, file_name: String) -> Option<Command> {
        if cfg!(target_os = "macos") {
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
        }
        let request = Request::new(ctx, &self.app, purpose, file_name);
        let locale = self.locale();
        self.dialogs.ask(ctx, &self.app, &locale, request);
        None
    }

    /// Must something be answered, read or filled in before anything else?
    fn is_asking(&self) -> bool {
        let is_asked = self.app.question().is_some() || self.app.notice().is_some();
        let view = self.app.view();
        let is_filled_in = view.describing || view.supplier_form.is_some();
        is_asked || is_filled_in || self.dialogs.is_open()
    }

    /// Carries out the command whose keys were pressed, unless something must be answered first.
    fn take_shortcuts(&mut self, ctx: &Context) {
        keys::follow_escape(ctx);
        if self.is_asking() || self.app.presenting().is_some() {
            return;
        }
        if let Some(command) = keys::pressed(ctx, &self.app) {
            self.apply(ctx, command);
        }
    }

    /// Closing the window is quitting: not before unsaved changes have been dealt with.
    fn take_close_request(&mut self, ctx: &Context) {
        let is_closing = ctx.input(|input| input.viewport().close_requested());
        if is_closing && !self.app.may_close() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            let is_about_leaving =
                matches!(self.app.question(), Some(Question::UnsavedChanges { .. }));
            if !is_about_leaving {
                self.apply(ctx, Command::Stay);
                self.apply(ctx, Command::Quit);
            }
        }
    }

    fn update_title(&mut self, ctx: &Context) {
        let mark = if self.app.document().is_changed() {
            "• "
        } else {
            ""
        };
        let title = format!(
            "{mark}{} – Suanli 算力",
            top_bar::title(&self.app, &self.locale())
        );
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        if let Some(seconds) = frame.info().cpu_usage {
            self.frame_times.add(seconds);
        }
        self.displays.look(frame);
        self.dialogs.belong_to(Parent::new().set_parent(frame));
        self.show(ui);
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}

/// The size of the window, in points of the system whatever the zoom.
fn window_size(ctx: &Context) -> Option<WindowSize> {
    let zoom = ctx.zoom_factor();
    ctx.input(|input| {
        let viewport = input.viewport();
        let size = viewport.inner_rect?.size() * zoom;
        Some(WindowSize {
            size: (size.x, size.y),
            maximized: viewport.maximized.unwrap_or(false),
        })
    })
}
