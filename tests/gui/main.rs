//! The window, driven as people drive it: by the names of what they see.

mod chain;
mod charts;
mod china;
mod compare;
mod dialogs;
mod evidence;
mod explaining;
mod exporting;
mod fans;
mod flows;
mod leasing;
mod levers;
mod long_use;
mod manners;
mod pictures;
mod presenting;
mod ranges;
mod rasteriser;
mod safety;
mod slides;
mod supplier_form;
mod texts;
mod uncertainty;
mod values;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::accesskit::Role;
use eframe::egui::{
    DroppedFile, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, UiBuilder,
    vec2,
};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, HarnessBuilder};
use suanli::app::{App, Command, Gesture, Settings, Tab};
use suanli::model::Assumption;
use suanli::text::Language;
use suanli::ui::Window;

/// A window that is not on any screen.
pub(crate) struct Session {
    harness: Harness<'static, Option<Window>>,
    /// Where the window keeps its settings; gone with it.
    folder: tempfile::TempDir,
}

impl Session {
    /// Opens the window in a language, with a file if one is given.
    pub(crate) fn open(language: Language, file: Option<PathBuf>) -> Self {
        Self::sized(language, file, [1440.0, 900.0])
    }

    /// The same in a window of another size.
    pub(crate) fn sized(language: Language, file: Option<PathBuf>, size: [f32; 2]) -> Self {
        Self::built(language, file, Harness::builder().with_size(size))
    }

    /// A window of a size in points that can be drawn, with so many pixels a point.
    pub(crate) fn drawn(language: Language, size: [f32; 2], pixels_per_point: f32) -> Self {
        let builder = Harness::builder()
            .with_size(size)
            .with_pixels_per_point(pixels_per_point)
            .renderer(rasteriser::Rasteriser::default());
        Self::built(language, None, builder)
    }

    /// A window with what is remembered from former starts.
    pub(crate) fn started(settings: Settings) -> Self {
        let builder = Harness::builder().with_size([1440.0, 900.0]);
        Self::with_settings(settings, None, builder)
    }

    fn built(
        language: Language,
        file: Option<PathBuf>,
        builder: HarnessBuilder<Option<Window>>,
    ) -> Self {
        let settings = Settings {
            language: Some(language),
            ..Settings::default()
        };
        Self::with_settings(settings, file, builder)
    }

    fn with_settings(
        settings: Settings,
        file: Option<PathBuf>,
        builder: HarnessBuilder<Option<Window>>,
    ) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let settings_path = folder.path().join("settings.ron");
        let mut start = Some((settings, Some(settings_path), file));
        // What is made in the background may come in the middle of it.
        let harness = builder.with_max_steps(12).build_ui_state(
            // Fonts that are set in a frame are there in the next: the first stays empty.
            move |ui, window: &mut Option<Window>| match (&mut *window, start.take()) {
                (None, Some((settings, path, file))) => {
                    *window = Some(Window::new(ui.ctx(), settings, path, file));
                }
                (Some(window), _) => {
                    // The whole window, without the margin that the harness leaves around it.
                    let whole = ui.ctx().content_rect();
                    let mut ui = ui.new_child(UiBuilder::new().max_rect(whole));
                    ui.set_clip_rect(whole);
                    window.show(&mut ui);
                }
                (None, None) => {}
            },
            None,
        );
        let mut session = Self { harness, folder };
        session.harness.run();
        session
    }

    /// What is on screen, as a picture.
    pub(crate) fn picture(&mut self) -> image::RgbaImage {
        self.harness.render().expect("a picture")
    }

    /// Waits until the fan that is being made in the background is on screen.
    pub(crate) fn wait_for_fan(&mut self) {
        let started = Instant::now();
        while self.app().is_making_fan() {
            assert!(
                started.elapsed() < Duration::from_mins(1),
                "the fan never came"
            );
            std::thread::sleep(Duration::from_millis(5));
            self.harness.step();
        }
        self.harness.run();
    }

    /// Waits until what is exported in the background is written.
    pub(crate) fn wait_for_export(&mut self) {
        let started = Instant::now();
        while self.app().is_exporting() {
            assert!(
                started.elapsed() < Duration::from_mins(1),
                "it was never written"
            );
            std::thread::sleep(Duration::from_millis(5));
            self.harness.step();
        }
        self.harness.run();
    }

    fn window(&self) -> &Window {
        self.harness.state().as_ref().expect("the window is open")
    }

    /// Has anything been remembered for the next start?
    pub(crate) fn has_settings(&self) -> bool {
        self.folder.path().join("settings.ron").exists()
    }

    /// Keeps unsaved work in a folder, as a real start does.
    pub(crate) fn start_journal(&mut self, folder: &Path) {
        let ctx = self.harness.ctx.clone();
        let window = self.harness.state_mut().as_mut();
        window
            .expect("the window is open")
            .start_journal(&ctx, folder);
        self.harness.run();
    }

    /// The state behind the window.
    pub(crate) fn app(&self) -> &App {
        self.window().app()
    }

    /// Carries a command out as if it had been chosen.
    pub(crate) fn apply(&mut self, command: Command) {
        let ctx = self.harness.ctx.clone();
        let window = self
            .harness
            .state_mut()
            .as_mut()
            .expect("the window is open");
        window.apply(&ctx, command);
        self.harness.run();
    }

    /// Opens the window in English and turns to a page by its tab.
    pub(crate) fn on_page(name: &str, tab: Tab) -> Self {
        let mut session = Self::open(Language::En, None);
        session
            .harness
            .get_by_role_and_label(Role::Tab, name)
            .click();
        session.harness.run();
        assert_eq!(session.app().view().tab, tab);
        session
    }

    /// Gives a lever a value.
    pub(crate) fn set(&mut self, assumption: Assumption, value: f64) {
        self.apply(Command::SetLever {
            assumption,
            value,
            gesture: Gesture::Done,
        });
    }

    /// The slider with this name.
    pub(crate) fn slider<'a>(&'a self, name: &'a str) -> egui_kittest::Node<'a> {
        self.harness.get_by_role_and_label(Role::Slider, name)
    }

    /// How many sliders there are.
    pub(crate) fn sliders(&self) -> usize {
        self.harness.query_all_by_role(Role::Slider).count()
    }

    /// Moves a slider as a screen reader would.
    pub(crate) fn set_slider(&mut self, name: &str, value: f64) {
        self.slider(name).set_value_accesskit(value);
        self.harness.run();
    }

    /// Types into a field and ends with a key.
    pub(crate) fn type_value(&mut self, name: &str, text: &str, end: Key) {
        self.harness
            .get_by_role_and_label(Role::TextInput, name)
            .focus();
        self.harness.run();
        self.harness
            .get_by_role_and_label(Role::TextInput, name)
            .type_text(text);
        self.harness.run();
        self.press(Modifiers::NONE, end);
    }

    /// Presses a key.
    pub(crate) fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    /// Turns the wheel by lines where the pointer is.
    pub(crate) fn wheel(&mut self, lines: f32) {
        self.harness.step();
        self.harness.event(Event::MouseWheel {
            unit: MouseWheelUnit::Line,
            delta: vec2(0.0, lines),
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
            source: MouseWheelSource::Wheel,
        });
        self.harness.run();
    }

    /// Drops a file on the window.
    pub(crate) fn drop_file(&mut self, path: &str) {
        let path = std::path::absolute(path).expect("a path");
        let file = Arc::new(Dropped(path));
        self.harness.input_mut().dropped_files.push(file);
        self.harness.run();
    }

    /// Where what begins with these words stands.
    pub(crate) fn top_of(&self, words: &str) -> f32 {
        let found = self.harness.query_all_by_label_contains(words).next();
        found.expect("something with these words").rect().top()
    }

    /// The whole label that starts with these words.
    pub(crate) fn label_starting(&self, words: &str) -> String {
        self.harness
            .query_all_by_label_contains(words)
            .filter_map(|node| words_of(&node))
            .find(|label| label.starts_with(words))
            .unwrap_or_else(|| panic!("nothing is called \"{words}…\""))
    }
}

/// What a node says: its label, or its value where it is nothing but words.
pub(crate) fn words_of(node: &egui_kittest::Node<'_>) -> Option<String> {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value())
}

/// A file that is dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}
