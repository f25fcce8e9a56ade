//! Keys while a talk is given: those of a keyboard, and those that a presenter's clicker sends.

use eframe::egui::{Context, Event, Id, Key};

use crate::app::{Aside, Command, Present, Presenting, View};

/// What a key that was pressed asks for.
pub enum Pressed {
    /// An action of the talk.
    Do(Present),
    /// So many small steps of the lever that is chosen.
    Step(f64),
    /// An action of the window.
    Other(Command),
}

/// A step with Shift, in small steps.
const FINE: f64 = 0.1;
/// Nobody has more slides; longer numbers are slips.
const MOST: usize = 9_999;

/// Takes all keys that were pressed: nothing else is to act on them. While an input method is at
/// work none is meant for the talk.
pub fn pressed(ctx: &Context, talk: &Presenting, view: &View) -> Vec<Pressed> {
    let keys: Vec<(Key, bool)> = ctx.input_mut(|input| {
        let is_ime = |event: &Event| matches!(event, Event::Ime(_));
        if input.events.iter().any(is_ime) {
            return Vec::new();
        }
        let keys = input.events.iter().filter_map(|event| match event {
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } if !modifiers.command && !modifiers.alt => Some((*key, modifiers.shift)),
            _ => None,
        });
        let keys = keys.collect();
        let is_key = |event: &Event| matches!(event, Event::Key { .. } | Event::Text(_));
        input.events.retain(|event| !is_key(event));
        keys
    });
    let pressed = keys.into_iter().filter_map(|(key, shift)| {
        let number = take_number(ctx, key);
        match (key, number) {
            (Key::Enter, Some(number)) => {
                Some(Pressed::Do(Present::GoTo(number.saturating_sub(1))))
            }
            _ => meaning(talk, view, (key, shift)),
        }
    });
    pressed.collect()
}

fn meaning(talk: &Presenting, view: &View, (key, shift): (Key, bool)) -> Option<Pressed> {
    use Present as P;
    let has_lever = talk.chosen().is_some();
    let is_guessing = talk.guessing().is_some();
    let step = if shift { FINE } else { 1.0 };
    Some(match key {
        Key::ArrowUp if has_lever => Pressed::Step(step),
        Key::ArrowDown if has_lever => Pressed::Step(-step),
        Key::T => Pressed::Other(Command::SetTheme(view.theme.toggled())),
        Key::L => Pressed::Other(Command::SetLanguage(view.language.other())),
        _ => Pressed::Do(match key {
            Key::Backspace | Key::Delete if is_guessing => P::ClearGuess,
            Key::ArrowRight | Key::ArrowDown | Key::PageDown | Key::Space | Key::Enter => P::Next,
            Key::ArrowLeft | Key::ArrowUp | Key::PageUp | Key::Backspace => P::Previous,
            Key::Home => P::GoTo(0),
            Key::End => P::GoTo(usize::MAX),
            Key::B | Key::Period => P::Black,
            Key::R => P::Restore,
            Key::A => P::Replay,
            Key::H => P::Predict,
            Key::F => P::ToggleFan,
            Key::N => P::Toggle(Aside::Note),
            Key::Questionmark | Key::Slash | Key::F1 => P::Toggle(Aside::Keys),
            Key::M => P::NextDisplay,
            Key::Num1 => P::Choose(0),
            Key::Num2 => P::Choose(1),
            Key::Num3 => P::Choose(2),
            Key::Escape | Key::F5 | Key::F11 => P::Leave,
            _ => return None,
        }),
    })
}

/// Follows the number that is being typed, and gives it once Enter ends it.
fn take_number(ctx: &Context, key: Key) -> Option<usize> {
    let id = Id::unique("number of a slide");
    let typed: Option<usize> = ctx.data(|data| data.get_temp(id)).flatten();
    let next = digit(key).map(|digit| typed.unwrap_or(0) * 10 + digit);
    let next = next.filter(|&number| number <= MOST);
    ctx.data_mut(|data| data.insert_temp(id, next));
    typed.filter(|_| key == Key::Enter)
}

fn digit(key: Key) -> Option<usize> {
    let digits = [
        Key::Num0,
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
        Key::Num9,
    ];
    digits.into_iter().position(|digit| digit == key)
}
