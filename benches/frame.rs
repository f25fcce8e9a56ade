//! How long the window needs from a moved lever to a frame that could be painted: commands, the
//! model, everything that is shown, and its triangles. Without a graphics card and a screen.
//!
//! `cargo bench --bench frame`

use divan::Bencher;
use eframe::egui::{Context, Pos2, RawInput, Rect, UiBuilder, vec2};
use suanli::app::{Command, Gesture, Settings, Tab};
use suanli::model::Assumption;
use suanli::ui::Window;

fn main() {
    divan::main();
}

/// A window of 1440 by 900 points on no screen.
struct Screen {
    ctx: Context,
    window: Window,
    value: f64,
}

impl Screen {
    fn open(tab: Tab) -> Self {
        let ctx = Context::default();
        let window = Window::new(&ctx, Settings::default(), None, None);
        let mut screen = Self {
            ctx,
            window,
            value: 4.8,
        };
        // Fonts that are set in a frame are there in the next.
        let _ = screen.ctx.run_ui(input(), |_| {});
        screen.apply(Command::OpenShipped("power_wall".to_owned()));
        screen.apply(Command::SetTab(tab));
        screen.frame();
        screen
    }

    fn apply(&mut self, command: Command) {
        self.window.apply(&self.ctx, command);
    }

    /// Moves a lever as a drag does, shows the window, and makes triangles of it.
    fn drag(&mut self) -> usize {
        self.value = if self.value > 6.0 {
            3.0
        } else {
            self.value + 0.01
        };
        self.apply(Command::SetLever {
            assumption: Assumption::ModelGrowth,
            value: self.value,
            gesture: Gesture::Live,
        });
        self.frame()
    }

    fn frame(&mut self) -> usize {
        let window = &mut self.window;
        let output = self.ctx.run_ui(input(), |ui| {
            let whole = ui.ctx().content_rect();
            let mut ui = ui.new_child(UiBuilder::new().max_rect(whole));
            window.show(&mut ui);
        });
        let mut textures = output.textures_delta;
        textures.clear();
        self.ctx
            .tessellate(output.shapes, output.pixels_per_point)
            .len()
    }
}

fn input() -> RawInput {
    RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1440.0, 900.0))),
        ..RawInput::default()
    }
}

/// A drag event to a frame, for each page. Aim: 16 ms for 95 of 100.
#[divan::bench(args = Tab::ALL.iter().copied(), sample_count = 300, sample_size = 1)]
fn drag(bencher: Bencher, tab: Tab) {
    let mut screen = Screen::open(tab);
    bencher.bench_local(|| screen.drag());
}
