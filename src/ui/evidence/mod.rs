//! Evidence: where the numbers come from, how they compare with what was published, and what the
//! model does not know.

mod actuals;
mod assumption_table;
mod claims;
mod detail;
mod limits;
mod series_plot;
mod sorted_table;
mod source_table;

pub use assumption_table::basis_role;
pub use detail::pill;

use eframe::egui::{Id, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use super::chart_grid::row;
use super::overview::page;
use super::style::space;
use super::{page_head, page_scroll, search_field, segmented};
use crate::app::{App, Command, Section};
use crate::report::World;
use crate::report::evidence as report;

const HEAD: f32 = 36.0;
/// Below this width a table and its detail stand below each other.
const NARROW: f32 = 980.0;
/// Sections need this height; lower windows scroll.
const LEAST: f32 = 420.0;
/// Height of a table with its detail below it.
const STACKED: f32 = 860.0;
const DETAIL: f32 = 280.0;
/// Height of the detail below its table.
const DETAIL_BELOW: f32 = 340.0;

/// Shows the page; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>, app: &App) -> Vec<Command> {
    let mut commands = Vec::new();
    page(ui, |ui| {
        let available = ui.available_rect_before_wrap();
        let is_stacked = available.width() < NARROW;
        let least = if is_stacked { HEAD + STACKED } else { LEAST };
        if available.height() >= least {
            commands = section(ui, world, app, available);
            ui.allocate_rect(available, Sense::hover());
            return;
        }
        page_scroll::show(ui, "evidence page", |ui| {
            let rect = row(ui, least);
            commands = section(ui, world, app, rect);
        });
    });
    commands
}

/// The headline, the choice of the section, and the section.
fn section(ui: &mut Ui, world: &World<'_>, app: &App, rect: Rect) -> Vec<Command> {
    let view = app.view();
    let mut commands = Vec::new();
    let top = rect.with_max_y(rect.top() + HEAD);
    let (chosen, left, below) = sections(ui, world, view.evidence, top);
    if let Some(section) = chosen {
        commands.push(Command::ShowEvidence {
            section,
            words: String::new(),
            assumption: None,
        });
    }
    let content = rect.with_min_y(below + 2.0);
    let headline = match view.evidence {
        Section::Claims => {
            commands.extend(claims::show(ui, world, content, &view.evidence_words));
            report::claims::headline(world)
        }
        Section::Actuals => {
            let groups = report::actuals::by_series(world);
            let (headline, note) = report::actuals::headline(world, &groups);
            commands.extend(actuals::show(ui, world, content, &groups, &note));
            headline
        }
        Section::Assumptions => {
            commands.extend(assumption_table::show(ui, world, content, view));
            report::assumptions::headline(world)
        }
        Section::Sources => {
            commands.extend(source_table::show(ui, world, content, &view.evidence_words));
            report::sources::headline(world)
        }
        Section::Limits => {
            limits::show(ui, world, content);
            world.locale.text.evidence.limits.headline.clone()
        }
    };
    let width = if below > top.bottom() {
        rect.width()
    } else {
        left - rect.left() - 16.0
    };
    let place = top.with_max_x(top.left() + width);
    page_head::show_headline(ui, place, &headline);
    commands
}

/// The choice of the section, at the right of the headline or below it; gives the section that was
/// chosen, the left end of the choice, and where the page goes on.
fn sections(ui: &Ui, world: &World<'_>, on: Section, top: Rect) -> (Option<Section>, f32, f32) {
    let names = &world.locale.text.evidence.sections;
    let words: Vec<String> = Section::ALL
        .iter()
        .map(|&section| {
            let id: &str = section.into();
            names.get(id).cloned().unwrap_or_else(|| id.to_owned())
        })
        .collect();
    let is_below = top.width() < NARROW;
    let right = if is_below {
        let width = segmented::width(ui, &words);
        pos2(top.left() + width, top.bottom() + 14.0)
    } else {
        pos2(top.right(), top.center().y - 1.0)
    };
    let index = Section::ALL.iter().position(|&section| section == on);
    let id = Id::unique("evidence section");
    let (chosen, left) = segmented::show(ui, id, right, &words, index.unwrap_or(0));
    let below = if is_below {
        top.bottom() + 34.0
    } else {
        top.bottom()
    };
    (chosen.map(|index| Section::ALL[index]), left, below)
}

/// A table with what is known of the chosen row, beside it or below it.
fn split(rect: Rect) -> (Rect, Rect) {
    if rect.width() < NARROW {
        let table = rect.with_max_y(rect.bottom() - DETAIL_BELOW - space::GAP);
        return (table, rect.with_min_y(rect.bottom() - DETAIL_BELOW));
    }
    let width = DETAIL.min(rect.width() * 0.25);
    let at = rect.right() - width;
    (rect.with_max_x(at - space::GAP), rect.with_min_x(at))
}

/// The search field of a section; gives the words where they were changed.
fn search(ui: &mut Ui, section: Section, rect: Rect, hint: &str, words: &str) -> Option<Command> {
    let mut typed = words.to_owned();
    let id = Id::unique(("evidence search", section));
    search_field::show(ui, id, rect, hint, &mut typed);
    (typed != words).then_some(Command::SearchEvidence(typed))
}

/// Says that nothing was found.
fn nothing_found(ui: &mut Ui, world: &World<'_>, place: Rect) {
    let words = &world.locale.text.evidence.nothing_found;
    let mut inner = ui.new_child(UiBuilder::new().max_rect(place.shrink2(vec2(0.0, 8.0))));
    inner.label(words);
}

/// What is remembered of a section while the window is open: its order, its filter, its choice.
fn load<T: Clone + Default + Send + Sync + 'static>(ui: &Ui, section: Section) -> T {
    let id = Id::unique(("evidence state", section));
    ui.data(|data| data.get_temp(id)).unwrap_or_default()
}

fn store<T: Clone + Send + Sync + 'static>(ui: &Ui, section: Section, state: T) {
    let id = Id::unique(("evidence state", section));
    ui.data_mut(|data| data.insert_temp(id, state));
}
