//! What can be done with a slide: as a menu, and by keys while the list has the focus.

use eframe::egui::{Button, Key, Modifiers, Ui, vec2};

use crate::app::{Command, Present, SlideEdit};
use crate::report::Locale;

/// Width of the menu.
pub const WIDTH: f32 = 220.0;

/// Shows the menu of the slide at this place of so many; gives what is wanted.
pub fn show(ui: &mut Ui, locale: &Locale, place: usize, count: usize) -> Option<Command> {
    let texts = &locale.text.slides.list;
    let keys = &texts.keys;
    let edit = Command::EditSlides;
    let sections = [
        vec![
            (
                &texts.present,
                "",
                Some(Command::Present(Present::Start(place))),
            ),
            (
                &texts.capture_into,
                "",
                Some(edit(SlideEdit::CaptureInto(place))),
            ),
            (
                &texts.duplicate,
                "",
                Some(edit(SlideEdit::Duplicate(place))),
            ),
        ],
        vec![
            (&texts.move_up, keys.up.as_str(), up(place).map(edit)),
            (&texts.move_down, &keys.down, down(place, count).map(edit)),
        ],
        vec![(
            &texts.remove,
            &keys.remove,
            Some(edit(SlideEdit::Remove(place))),
        )],
    ];
    let mut wanted = None;
    for (index, section) in sections.into_iter().enumerate() {
        if index > 0 {
            ui.separator();
        }
        for (name, keys, command) in section {
            let button = Button::new(name)
                .shortcut_text(keys)
                .min_size(vec2(WIDTH - 12.0, 0.0));
            if ui.add_enabled(command.is_some(), button).clicked() {
                wanted = command;
            }
        }
    }
    wanted
}

/// What the keys want with the slide at this place, and which place is to have the focus then.
pub fn pressed(ui: &Ui, place: usize, count: usize) -> Option<(Option<Command>, usize)> {
    let last = count.saturating_sub(1);
    // With Alt first: without it, egui takes a key for pressed whether Alt is held or not.
    let keys = [
        (Modifiers::ALT, Key::ArrowUp),
        (Modifiers::ALT, Key::ArrowDown),
        (Modifiers::NONE, Key::ArrowUp),
        (Modifiers::NONE, Key::ArrowDown),
        (Modifiers::NONE, Key::Home),
        (Modifiers::NONE, Key::End),
        (Modifiers::NONE, Key::Delete),
        (Modifiers::NONE, Key::Backspace),
    ];
    let pressed = ui.input_mut(|input| {
        let mut keys = keys.into_iter();
        keys.find(|&(modifiers, key)| input.consume_key(modifiers, key))
    });
    let (above, below) = (place.saturating_sub(1), (place + 1).min(last));
    let edit = |edit: Option<SlideEdit>| edit.map(Command::EditSlides);
    let choose = |place| (Some(Command::ChooseSlide(place)), place);
    Some(match pressed? {
        (Modifiers::ALT, Key::ArrowUp) => (edit(up(place)), above),
        (Modifiers::ALT, _) => (edit(down(place, count)), below),
        (_, Key::ArrowUp) => choose(above),
        (_, Key::ArrowDown) => choose(below),
        (_, Key::Home) => choose(0),
        (_, Key::End) => choose(last),
        _ => {
            let next = place.min(last.saturating_sub(1));
            (edit(Some(SlideEdit::Remove(place))), next)
        }
    })
}

fn up(place: usize) -> Option<SlideEdit> {
    let to = place.checked_sub(1)?;
    Some(SlideEdit::Move { from: place, to })
}

fn down(place: usize, count: usize) -> Option<SlideEdit> {
    let to = place + 1;
    (to < count).then_some(SlideEdit::Move { from: place, to })
}
