//! Keys: those of the catalogue as egui knows them, and as a menu shows them.

use eframe::egui::{
    Context, Id, Key as EguiKey, KeyboardShortcut, ModalResponse, Modifiers, Popup, Ui,
};

use crate::app::{App, Command, Key, Shortcut, shortcuts};
use crate::report::Locale;

/// The command whose keys were pressed.
///
/// In a text field Ctrl+Z takes back typing, so history is left alone there.
pub fn pressed(ctx: &Context, app: &App) -> Option<Command> {
    let is_typing = ctx.text_edit_focused();
    shortcuts().find_map(|(shortcut, entry)| {
        let command = (entry.command)(app);
        let is_history = matches!(command, Command::Undo | Command::Redo);
        if (is_history && is_typing) || !command.is_enabled(app) {
            return None;
        }
        let is_pressed = ctx.input_mut(|input| input.consume_shortcut(&egui_shortcut(shortcut)));
        is_pressed.then_some(command)
    })
}

/// Whether Escape belongs to a field or to something that is open: in this frame, and before it.
#[derive(Clone, Copy, Default)]
struct EscapeTaken {
    now: bool,
    before: bool,
}

fn escape_memory() -> Id {
    Id::unique("who takes Escape")
}

/// Follows, as each frame begins, to whom Escape belongs: egui takes the focus away on Escape
/// before anything is shown.
pub fn follow_escape(ctx: &Context) {
    let now = ctx.text_edit_focused()
        || Popup::is_any_open(ctx)
        || ctx.memory(|memory| memory.top_modal_layer().is_some());
    ctx.data_mut(|data| {
        let taken: EscapeTaken = data.get_temp(escape_memory()).unwrap_or_default();
        let before = taken.now;
        data.insert_temp(escape_memory(), EscapeTaken { now, before });
    });
}

/// Was Escape pressed while nothing else wanted it? Then it is taken.
pub fn take_escape(ui: &Ui) -> bool {
    let taken: Option<EscapeTaken> = ui.data(|data| data.get_temp(escape_memory()));
    let taken = taken.unwrap_or_default();
    !taken.now
        && !taken.before
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, EguiKey::Escape))
}

/// Was Alt pressed with the left arrow while nothing was typed in? Then it is taken.
pub fn take_back(ui: &Ui) -> bool {
    !ui.ctx().text_edit_focused()
        && ui.input_mut(|input| input.consume_key(Modifiers::ALT, EguiKey::ArrowLeft))
}

/// Was Escape pressed to close this window? Unlike egui's own rule, a click beside it does not
/// close it: what was typed would be lost.
pub fn is_escaped<T>(ui: &Ui, modal: &ModalResponse<T>) -> bool {
    modal.is_top_modal
        && !modal.any_popup_open
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, EguiKey::Escape))
}

fn egui_shortcut(shortcut: Shortcut) -> KeyboardShortcut {
    let with = |is_held, modifier| if is_held { modifier } else { Modifiers::NONE };
    let modifiers =
        with(shortcut.ctrl, Modifiers::COMMAND) | with(shortcut.shift, Modifiers::SHIFT);
    KeyboardShortcut::new(modifiers, egui_key(shortcut.key))
}

fn egui_key(key: Key) -> EguiKey {
    match key {
        Key::D => EguiKey::D,
        Key::E => EguiKey::E,
        Key::F => EguiKey::F,
        Key::I => EguiKey::I,
        Key::K => EguiKey::K,
        Key::L => EguiKey::L,
        Key::N => EguiKey::N,
        Key::O => EguiKey::O,
        Key::Q => EguiKey::Q,
        Key::S => EguiKey::S,
        Key::Y => EguiKey::Y,
        Key::Z => EguiKey::Z,
        Key::Num0 => EguiKey::Num0,
        Key::Num1 => EguiKey::Num1,
        Key::Num2 => EguiKey::Num2,
        Key::Num3 => EguiKey::Num3,
        Key::Num4 => EguiKey::Num4,
        Key::Num5 => EguiKey::Num5,
        Key::Num6 => EguiKey::Num6,
        Key::Num7 => EguiKey::Num7,
        Key::Num8 => EguiKey::Num8,
        Key::Plus => EguiKey::Plus,
        Key::Equals => EguiKey::Equals,
        Key::Minus => EguiKey::Minus,
        Key::F5 => EguiKey::F5,
        Key::F11 => EguiKey::F11,
    }
}

/// The keys as a menu shows them.
pub fn name(locale: &Locale, shortcut: Shortcut) -> String {
    let texts = &locale.text.window.menu;
    let ctrl = if cfg!(target_os = "macos") {
        "⌘"
    } else {
        &texts.ctrl
    };
    let key = egui_key(shortcut.key).symbol_or_name();
    let mut parts = Vec::new();
    if shortcut.ctrl {
        parts.push(ctrl);
    }
    if shortcut.shift {
        parts.push(&texts.shift);
    }
    parts.push(key);
    parts.join("+")
}
