//! Where a file may be, at the side of our own file dialog: the system's folders, and those and
//! the files that were used last.

use std::path::{Path, PathBuf};

use eframe::egui::{Align2, Role as Access, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::icons::Icon;
use super::menu::file_name;
use super::paint::{focus_ring, text};
use super::path_list::{ROW, paint_row, plain};
use super::style::{self, size};
use crate::app::App;
use crate::app::file_dialog::{Place, places};
use crate::report::Locale;
use crate::theme::Role;

/// Somewhere to go.
pub enum Destination {
    /// A folder.
    Folder(PathBuf),
    /// A file.
    File(PathBuf),
}

/// What is on offer, as it was when the dialog opened.
pub struct Places {
    system: Vec<(Place, PathBuf)>,
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Places {
    /// Folders, and files where one is to be opened.
    pub fn new(app: &App, with_files: bool) -> Self {
        let system = places();
        let is_other = |folder: &PathBuf| system.iter().all(|(_, place)| place != folder);
        let folders = app.recent_folders().into_iter().filter(is_other).collect();
        let files = app.settings().recent_files.clone();
        Self {
            folders,
            files: if with_files { files } else { Vec::new() },
            system,
        }
    }

    /// Shows them; gives where somebody wants to go.
    pub fn show(
        &self,
        ui: &mut Ui,
        locale: &Locale,
        (height, here): (f32, &Path),
    ) -> Option<Destination> {
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().max_height(height).auto_shrink(false);
        area.show(ui, |ui| self.rows(ui, locale, here)).inner
    }

    fn rows(&self, ui: &mut Ui, locale: &Locale, here: &Path) -> Option<Destination> {
        let texts = &locale.text.window.path_prompt;
        let mut chosen = None;
        if !self.system.is_empty() {
            heading(ui, &texts.places);
        }
        for (place, folder) in &self.system {
            let name = match place {
                Place::Home => &texts.home,
                Place::Documents => &texts.documents,
                Place::Downloads => &texts.downloads,
                Place::Desktop => &texts.desktop,
            };
            if row(ui, (Icon::Folder, name), folder, folder == here) {
                chosen = Some(Destination::Folder(folder.clone()));
            }
        }
        if !self.folders.is_empty() {
            heading(ui, &texts.recent_folders);
        }
        for folder in &self.folders {
            if row(
                ui,
                (Icon::Folder, &file_name(folder)),
                folder,
                folder == here,
            ) {
                chosen = Some(Destination::Folder(folder.clone()));
            }
        }
        if !self.files.is_empty() {
            heading(ui, &texts.recent_files);
        }
        for file in &self.files {
            if row(ui, (Icon::Document, &file_name(file)), file, false) {
                chosen = Some(Destination::File(file.clone()));
            }
        }
        chosen
    }
}

fn heading(ui: &mut Ui, name: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let at = pos2(rect.left() + 6.0, rect.center().y);
    let (font, ink) = (style::semibold(size::LABEL), style::color(ui, Role::Text2));
    text(ui.painter(), at, Align2::LEFT_CENTER, name, font, ink);
}

fn row(ui: &mut Ui, (icon, name): (Icon, &str), path: &Path, is_here: bool) -> bool {
    let size = vec2(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let whole = plain(&path.display().to_string());
    let spoken = format!("{name}: {whole}");
    response.widget_info(|| WidgetInfo::selected(Access::Button, true, is_here, &spoken));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    paint_row(
        ui,
        rect,
        (icon, &plain(name)),
        (is_here, response.hovered()),
    );
    focus_ring(ui, &response, rect.shrink(2.0), 5);
    response.on_hover_text(whole).clicked()
}
