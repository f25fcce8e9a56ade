//! How the window is to start, and whether it can.

use std::env;
use std::path::PathBuf;

use strum::{IntoStaticStr, VariantArray};

use crate::text::Language;

/// What was asked for when the window was started.
#[derive(Debug, Default)]
pub struct Start {
    /// The file to open.
    pub file: Option<PathBuf>,
    /// Is there a file that cannot be opened? The window then says so.
    pub is_file_bad: bool,
    /// The language to show, where one was asked for.
    pub language: Option<Language>,
    /// Is the window to have its first size again?
    pub reset_window: bool,
    /// What is to paint the window, where somebody has a wish.
    pub renderer: Option<Renderer>,
}

/// What paints the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum Renderer {
    /// OpenGL.
    Glow,
    /// Vulkan, Metal, DirectX, or OpenGL by another way.
    Wgpu,
}

impl Renderer {
    /// All, the one that is tried first in front.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Its name.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Was the program built with it?
    pub fn is_built_in(self) -> bool {
        match self {
            Self::Glow => cfg!(feature = "gui"),
            Self::Wgpu => cfg!(feature = "wgpu"),
        }
    }

    /// Those that are built in, in the order in which they are tried.
    pub fn to_try(wanted: Option<Self>) -> Vec<Self> {
        let others = Self::ALL.iter().copied();
        let others = others.filter(|&renderer| Some(renderer) != wanted);
        let all = wanted.into_iter().chain(others);
        all.filter(|renderer| renderer.is_built_in()).collect()
    }
}

/// Is there something to show a window on? On Linux that needs a display server; elsewhere there
/// always is one.
pub fn has_display() -> bool {
    !cfg!(target_os = "linux") || has_wayland() || is_set("DISPLAY")
}

/// Is the window to be shown by Wayland?
pub fn has_wayland() -> bool {
    WAYLAND.into_iter().any(is_set)
}

/// The variables that lead to Wayland.
pub const WAYLAND: [&str; 2] = ["WAYLAND_DISPLAY", "WAYLAND_SOCKET"];

/// Can X11 show the window where Wayland cannot?
pub fn has_x11_instead() -> bool {
    cfg!(target_os = "linux") && has_wayland() && is_set("DISPLAY")
}

fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wished_for_is_tried_first_and_only_what_is_built_in() {
        for wanted in [None, Some(Renderer::Glow), Some(Renderer::Wgpu)] {
            let tried = Renderer::to_try(wanted);
            assert!(tried.iter().all(|renderer| renderer.is_built_in()));
            if let Some(wanted) = wanted.filter(|wanted| wanted.is_built_in()) {
                assert_eq!(tried[0], wanted);
            }
            let built_in = Renderer::ALL.iter().filter(|it| it.is_built_in());
            assert_eq!(tried.len(), built_in.count());
        }
    }
}
