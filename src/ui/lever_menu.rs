//! The menu of a lever: back to its former values, to the ends of its range, and a copy.

use eframe::egui::{Button, Popup, Response, Ui, vec2};

use super::lever::Lever;
use crate::app::{Command, Gesture, ResetTo};

const WIDTH: f32 = 250.0;

/// Opens on a right click on what was shown; gives what is wanted.
pub fn show(response: &Response, lever: &Lever<'_>) -> Option<Command> {
    let menu = Popup::context_menu(response)
        .width(WIDTH)
        .show(|ui| items(ui, lever));
    menu.and_then(|menu| menu.inner)
}

fn items(ui: &mut Ui, lever: &Lever<'_>) -> Option<Command> {
    let (locale, assumption) = (&lever.world.locale, lever.assumption);
    let texts = &locale.text.levers;
    let mut wanted = None;
    for to in [ResetTo::Saved, ResetTo::Baseline, ResetTo::Previous] {
        let is_enabled = lever.app.has_moved_from(assumption, to);
        if item(ui, &reset_name(lever, to), is_enabled) {
            wanted = Some(Command::ResetLever { assumption, to });
        }
    }
    ui.separator();
    let now = lever.world.scenario.value(assumption);
    // Its own range stays where it is; that of the baseline moves with the value, and setting the
    // lever to its end again and again would run away.
    let range = lever.world.scenario.baseline.range(assumption);
    let own = lever.world.scenario.ranges.get(&assumption);
    let (low, high) = own.copied().unwrap_or((range.low, range.high));
    for (sentence, value) in [(&texts.set_to_low, low), (&texts.set_to_high, high)] {
        let name = sentence.fill(&[("value", &locale.typed(assumption, value))]);
        if item(ui, &name, value.to_bits() != now.to_bits()) {
            wanted = Some(Command::SetLever {
                assumption,
                value,
                gesture: Gesture::Done,
            });
        }
    }
    ui.separator();
    let shown = locale.typed(assumption, now);
    if item(ui, &texts.copy_value.fill(&[("value", &shown)]), true) {
        ui.ctx().copy_text(shown);
    }
    wanted
}

fn item(ui: &mut Ui, name: &str, is_enabled: bool) -> bool {
    let button = Button::new(name).min_size(vec2(WIDTH - 12.0, 0.0));
    ui.add_enabled(is_enabled, button).clicked()
}

/// What a reset does, with the value it leads to.
pub fn reset_name(lever: &Lever<'_>, to: ResetTo) -> String {
    let locale = &lever.world.locale;
    let texts = &locale.text.levers;
    let sentence = match to {
        ResetTo::Saved => &texts.reset_to_saved,
        ResetTo::Baseline => &texts.reset_to_baseline,
        ResetTo::Previous => &texts.back_to_previous,
    };
    let former = lever.app.former_value(lever.assumption, to);
    let now = lever.world.scenario.value(lever.assumption);
    let value = locale.typed(lever.assumption, former.unwrap_or(now));
    sentence.fill(&[("value", &value), ("lever", &lever.name())])
}
