//! The commands that have a name: what menus, keys and the palette offer, each written once.

use super::command::{Command, Key, Shortcut};
use super::{App, Export, Present, SlideEdit, SlideFormat, Tab};

/// A command with its name and keys.
pub struct Entry {
    /// The key of its name in the texts.
    pub key: &'static str,
    /// The menu it stands in.
    pub menu: Menu,
    /// Entries of one section of a menu stand together.
    pub section: u8,
    /// Its shortcuts, the first for menus.
    pub shortcuts: &'static [Shortcut],
    /// The command, as it is now.
    pub command: fn(&App) -> Command,
}

/// A menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    /// Scenario files.
    File,
    /// Changes to the scenario.
    Edit,
    /// What is on screen.
    View,
    /// Talks.
    Present,
}

impl Menu {
    /// All menus, in their order.
    pub const ALL: [Self; 4] = [Self::File, Self::Edit, Self::View, Self::Present];
}

const fn ctrl(key: Key) -> Shortcut {
    Shortcut {
        key,
        ctrl: true,
        shift: false,
    }
}

const fn ctrl_shift(key: Key) -> Shortcut {
    Shortcut {
        shift: true,
        ..ctrl(key)
    }
}

const fn alone(key: Key) -> Shortcut {
    Shortcut {
        ctrl: false,
        ..ctrl(key)
    }
}

const fn shift(key: Key) -> Shortcut {
    Shortcut {
        ctrl: false,
        ..ctrl_shift(key)
    }
}

const fn entry(
    key: &'static str,
    (menu, section): (Menu, u8),
    shortcuts: &'static [Shortcut],
    command: fn(&App) -> Command,
) -> Entry {
    Entry {
        key,
        menu,
        section,
        shortcuts,
        command,
    }
}

/// Every command with a name, in the order of the menus.
pub static CATALOGUE: [Entry; 39] = [
    entry("new", (Menu::File, 0), &[ctrl(Key::N)], |_| Command::New),
    entry("open", (Menu::File, 0), &[ctrl(Key::O)], |_| Command::Open),
    entry("save", (Menu::File, 1), &[ctrl(Key::S)], |_| Command::Save),
    entry("save_as", (Menu::File, 1), &[ctrl_shift(Key::S)], |_| {
        Command::SaveAs
    }),
    entry("export_workbook", (Menu::File, 1), &[], |_| {
        Command::Export(Export::Workbook)
    }),
    entry("export_hand_out", (Menu::File, 1), &[], |_| {
        Command::Export(Export::HandOut)
    }),
    entry("describe", (Menu::File, 1), &[ctrl(Key::I)], |_| {
        Command::AskForDescription
    }),
    entry("built_in_dialog", (Menu::File, 2), &[], |app| {
        Command::SetBuiltInDialog(!app.settings().built_in_dialog)
    }),
    entry("quit", (Menu::File, 3), &[ctrl(Key::Q)], |_| Command::Quit),
    entry("undo", (Menu::Edit, 0), &[ctrl(Key::Z)], |_| Command::Undo),
    entry(
        "redo",
        (Menu::Edit, 0),
        &[ctrl_shift(Key::Z), ctrl(Key::Y)],
        |_| Command::Redo,
    ),
    entry("reset_all", (Menu::Edit, 1), &[], |_| Command::ResetAll),
    entry("palette", (Menu::View, 0), &[ctrl(Key::K)], |app| {
        Command::OpenPalette(!app.view().palette)
    }),
    entry("levers", (Menu::View, 0), &[ctrl(Key::L)], |_| {
        Command::ToggleLevers
    }),
    entry("explanation", (Menu::View, 0), &[ctrl(Key::E)], |_| {
        Command::ToggleExplanation
    }),
    entry("overview", (Menu::View, 1), &[ctrl(Key::Num1)], |_| {
        Command::SetTab(Tab::Overview)
    }),
    entry("chain", (Menu::View, 1), &[ctrl(Key::Num2)], |_| {
        Command::SetTab(Tab::Chain)
    }),
    entry("china", (Menu::View, 1), &[ctrl(Key::Num3)], |_| {
        Command::SetTab(Tab::China)
    }),
    entry("leasing", (Menu::View, 1), &[ctrl(Key::Num4)], |_| {
        Command::SetTab(Tab::Leasing)
    }),
    entry("uncertainty", (Menu::View, 1), &[ctrl(Key::Num5)], |_| {
        Command::SetTab(Tab::Uncertainty)
    }),
    entry("results", (Menu::View, 1), &[ctrl(Key::Num6)], |_| {
        Command::SetTab(Tab::Results)
    }),
    entry("compare", (Menu::View, 1), &[ctrl(Key::Num7)], |_| {
        Command::SetTab(Tab::Compare)
    }),
    entry("evidence", (Menu::View, 1), &[ctrl(Key::Num8)], |_| {
        Command::SetTab(Tab::Evidence)
    }),
    entry(
        "zoom_in",
        (Menu::View, 2),
        &[ctrl(Key::Plus), ctrl(Key::Equals)],
        |app| Command::SetZoom(app.view().zoom.larger()),
    ),
    entry("zoom_out", (Menu::View, 2), &[ctrl(Key::Minus)], |app| {
        Command::SetZoom(app.view().zoom.smaller())
    }),
    entry("zoom_reset", (Menu::View, 2), &[ctrl(Key::Num0)], |_| {
        Command::SetZoom(super::Zoom::default())
    }),
    entry("fans", (Menu::View, 3), &[ctrl(Key::F)], |app| {
        Command::SetFans(!app.view().fans)
    }),
    entry("theme", (Menu::View, 3), &[], |app| {
        Command::SetTheme(app.view().theme.toggled())
    }),
    entry("language", (Menu::View, 3), &[], |app| {
        Command::SetLanguage(app.view().language.other())
    }),
    entry("currency", (Menu::View, 3), &[], |app| {
        Command::SetCurrency(app.view().currency.other())
    }),
    entry(
        "frame_times",
        (Menu::View, 4),
        &[ctrl_shift(Key::F)],
        |app| Command::ShowFrameTimes(!app.view().frame_times),
    ),
    entry("copy_diagnostics", (Menu::View, 4), &[], |_| {
        Command::CopyDiagnostics
    }),
    entry("present", (Menu::Present, 0), &[alone(Key::F5)], |_| {
        Command::Present(Present::Start(0))
    }),
    entry(
        "present_from_here",
        (Menu::Present, 0),
        &[shift(Key::F5), alone(Key::F11)],
        |app| Command::Present(Present::Start(app.view().slide)),
    ),
    entry(
        "present_view",
        (Menu::Present, 0),
        &[shift(Key::F11)],
        |_| Command::Present(Present::StartHere),
    ),
    entry("slides", (Menu::Present, 1), &[ctrl(Key::D)], |_| {
        Command::ToggleSlides
    }),
    entry("capture", (Menu::Present, 1), &[ctrl_shift(Key::D)], |_| {
        Command::EditSlides(SlideEdit::Capture)
    }),
    entry("export_slides_pdf", (Menu::Present, 2), &[], |_| {
        Command::Export(Export::Slides(SlideFormat::Pdf))
    }),
    entry("export_slides_png", (Menu::Present, 2), &[], |_| {
        Command::Export(Export::Slides(SlideFormat::Png))
    }),
];

/// The entries of a menu, in their sections.
pub fn of_menu(menu: Menu) -> impl Iterator<Item = &'static Entry> {
    CATALOGUE.iter().filter(move |entry| entry.menu == menu)
}

/// All shortcuts with their commands; those with Shift first: Ctrl+Shift+S is not Ctrl+S.
pub fn shortcuts() -> impl Iterator<Item = (Shortcut, &'static Entry)> {
    let all = |shift: bool| {
        CATALOGUE.iter().flat_map(move |entry| {
            let keys = entry.shortcuts.iter();
            keys.filter(move |keys| keys.shift == shift)
                .map(move |&keys| (keys, entry))
        })
    };
    all(true).chain(all(false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, Text};

    #[test]
    fn every_entry_has_a_name_in_both_languages_and_its_own_keys() {
        for language in [Language::En, Language::Zh] {
            let names = &Text::of(language).window.commands;
            for entry in &CATALOGUE {
                assert!(names.contains_key(entry.key), "{language:?} {}", entry.key);
            }
            assert_eq!(names.len(), CATALOGUE.len(), "names without a command");
        }
        let keys: Vec<Shortcut> = shortcuts().map(|(keys, _)| keys).collect();
        for (index, shortcut) in keys.iter().enumerate() {
            assert!(!keys[..index].contains(shortcut), "{shortcut:?} twice");
        }
    }
}
