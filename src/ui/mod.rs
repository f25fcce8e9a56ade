//! The window. It paints what `report` says and turns gestures into `app` commands;
//! it computes no result itself. Together with `main`, the only place that names egui.

mod card_head;
mod chain;
mod chart;
mod chart_axes;
mod chart_curves;
mod chart_explained;
mod chart_grid;
mod chart_hover;
mod chart_labels;
mod chart_menu;
mod chart_strip;
mod chart_table;
mod china;
mod columns;
mod compare;
mod compare_head;
mod compare_inputs;
mod compare_table;
mod description;
mod dialog_offer;
mod dialogs;
mod displays;
mod drop_down;
mod dropped;
mod equation;
mod equation_block;
mod equation_flow;
mod evidence;
mod explained;
mod explanation;
mod explanation_list;
mod explanation_trail;
mod export_progress;
mod feather;
mod flow_hover;
mod flow_label;
mod flow_ribbon;
mod frame_times;
mod goal_answer;
mod goal_bar;
mod goal_curve;
mod goal_menus;
mod heat_map;
mod icons;
mod key_figure;
mod keys;
mod leasing;
mod lever;
mod lever_details;
mod lever_effect;
mod lever_menu;
mod lever_rail;
mod levers;
mod menu;
mod moved;
mod notice;
mod overview;
mod page_head;
mod page_scroll;
mod paint;
mod palette;
mod path_list;
mod path_places;
mod path_prompt;
mod picture_menu;
mod presenter;
mod presenter_guess;
mod presenter_keys;
mod presenter_levers;
mod question;
mod rail;
mod range_fields;
mod results;
mod ribbon;
mod sankey;
mod scrubber;
mod search_field;
mod search_menu;
mod segmented;
mod segments;
mod share_field;
mod sheet;
mod side_panel;
mod slide_draft;
mod slide_exhibit;
mod slide_form;
mod slide_levers;
mod slide_list;
mod slide_menu;
mod slide_row;
mod slide_words;
mod slides;
mod small_multiple;
mod span_choice;
mod sparkline;
mod status;
mod style;
mod supplier_form;
mod supplier_row;
mod suppliers;
mod system_dialog;
mod table_head;
mod table_rows;
mod tables;
mod tabs;
mod top_bar;
mod tornado;
mod typed_field;
mod uncertainty;
mod value_field;
mod waterfall;
mod window;
mod year_bars;
mod year_choice;

use std::path::PathBuf;
use std::process::ExitCode;

use eframe::egui;

use crate::app::{self, Settings, WindowSize};
use crate::text::{Language, Text};
pub use window::Window;

/// Opens the window, with a file and in a language if they are given, and returns when it is
/// closed.
///
/// Where there is no display or no OpenGL, says so in both languages, with what to do instead.
pub fn run(file: Option<PathBuf>, language: Option<Language>) -> ExitCode {
    if !has_display() {
        refuse(|text| text.window.cannot_start.no_display.clone());
        return ExitCode::FAILURE;
    }
    let settings_path = app::settings_path();
    let mut settings = settings_path
        .as_deref()
        .map_or_else(Settings::default, app::load_settings);
    settings.language = language.or(settings.language);
    let result = eframe::run_native(
        "suanli",
        options(settings.window),
        Box::new(move |creation| {
            Ok(Box::new(Window::new(
                &creation.egui_ctx,
                settings,
                settings_path,
                file,
            )))
        }),
    );
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            refuse(|text| cannot_start(text, &error));
            ExitCode::FAILURE
        }
    }
}

fn options(window: WindowSize) -> eframe::NativeOptions {
    let least = WindowSize::LEAST;
    let size = window.possible();
    let mut viewport = egui::ViewportBuilder::default()
        .with_title("Suanli 算力")
        .with_app_id("suanli")
        .with_inner_size([size.0, size.1])
        .with_maximized(window.maximized)
        .with_min_inner_size([least.0, least.1]);
    let icon = include_bytes!("../../assets/icon/suanli.png");
    if let Ok(icon) = eframe::icon_data::from_png_bytes(icon) {
        viewport = viewport.with_icon(icon);
    }
    eframe::NativeOptions {
        viewport,
        persist_window: false,
        ..Default::default()
    }
}

/// On Linux a window needs a display server; elsewhere there always is one.
fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux")
        || ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"]
            .into_iter()
            .any(is_set)
}

fn cannot_start(text: &Text, error: &eframe::Error) -> String {
    let text = &text.window.cannot_start;
    let reason = error.to_string();
    match error {
        eframe::Error::NoGlutinConfigs(..)
        | eframe::Error::Glutin(_)
        | eframe::Error::OpenGL(_) => text.no_graphics.clone(),
        _ if reason.contains("open connection to X server") => text.no_display.clone(),
        _ => text.other.fill(&[("reason", &reason)]),
    }
}

/// Says a sentence in both languages: whoever started this may read either.
fn refuse(sentence: impl Fn(&Text) -> String) {
    for language in [Language::En, Language::Zh] {
        eprintln!("{}", sentence(Text::of(language)));
    }
}
