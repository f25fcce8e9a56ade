//! What is known of a lever: its range, how well it is known, and from where.

use eframe::egui::{Grid, Id, Popup, PopupCloseBehavior, Rect, RichText, Ui, vec2};

use super::icons::{self, Icon};
use super::lever::Lever;
use super::range_fields;
use super::style::{self, size};
use crate::app::{Command, Section};
use crate::report::evidence::assumptions::{kind, told_basis};
use crate::report::explanation::sources;
use crate::report::{elasticity, likelihood, reading};
use crate::theme::Role;

const WIDTH: f32 = 440.0;
/// Width of the names of the details.
const NAMES: f32 = 104.0;
/// Where a name begins that stands beside a field.
const BESIDE_FIELD: f32 = 5.0;

/// A button that opens the details.
pub fn button(ui: &Ui, lever: &Lever<'_>, place: Rect) -> Option<Command> {
    let locale = &lever.world.locale;
    let label = lever.assumption.info().label.get(locale.language);
    let name = locale.text.levers.details.fill(&[("lever", &label)]);
    let id = Id::unique(("details", lever.assumption.id()));
    let response = icons::button_at(ui, Icon::Help, place, id, &name);
    let popup = Popup::menu(&response)
        .width(WIDTH)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            let command = details(ui, lever, label);
            if ui.link(&locale.text.levers.all_evidence).clicked() {
                ui.close();
                return Some(Command::ShowEvidence {
                    section: Section::Assumptions,
                    words: String::new(),
                    assumption: Some(lever.assumption),
                });
            }
            command
        })?;
    popup.inner
}

/// Shows the details; gives what is wanted of the range.
fn details(ui: &mut Ui, lever: &Lever<'_>, label: &str) -> Option<Command> {
    let locale = &lever.world.locale;
    let texts = &locale.text.levers;
    let info = lever.assumption.info();
    let typed = |value| locale.typed(lever.assumption, value);
    ui.set_max_width(WIDTH);
    ui.label(RichText::new(label).font(style::semibold(size::TITLE)));
    let quiet = style::color(ui, Role::Text2);
    let now = lever.world.scenario.value(lever.assumption);
    let first = format!("{}: {}", typed(now), reading(lever.world, lever.assumption));
    ui.label(RichText::new(first).color(quiet));
    ui.label(RichText::new(likelihood(lever.world, lever.assumption)).color(quiet));
    ui.separator();
    let accepts = texts
        .accepts_ends
        .fill(&[("min", &typed(info.min)), ("max", &typed(info.max))]);
    let id = format!("{} ({})", info.id.id(), kind(locale, info.kind));
    Grid::new(("details of", info.id.id()))
        .spacing(vec2(12.0, 6.0))
        .show(ui, |ui| {
            let command = named(ui, &texts.details_range, BESIDE_FIELD, |ui| {
                range_fields::show(ui, lever)
            });
            let elasticity = elasticity(lever.world, lever.app.view().cell(), lever.assumption);
            row(ui, &texts.details_elasticity, &[elasticity]);
            row(
                ui,
                &texts.details_confidence,
                &[told_basis(locale, info.basis)],
            );
            row(
                ui,
                &texts.details_sources,
                &sources(lever.assumption, locale),
            );
            row(ui, &texts.details_accepts, &[accepts]);
            row(ui, &texts.details_id, &[id]);
            command
        })
        .inner
}

fn row(ui: &mut Ui, name: &str, values: &[String]) {
    named(ui, name, 0.0, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for value in values {
            ui.label(RichText::new(value).font(style::regular(size::LABEL)));
        }
    });
}

/// A row with anything behind its name, which begins at `top`.
fn named<R>(ui: &mut Ui, name: &str, top: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let font = style::regular(size::LABEL);
    let quiet = style::color(ui, Role::Text3);
    ui.vertical(|ui| {
        ui.set_width(NAMES);
        ui.add_space(top);
        ui.label(RichText::new(name).font(font).color(quiet));
    });
    let shown = ui.vertical(|ui| {
        ui.set_width(WIDTH - NAMES - 24.0);
        content(ui)
    });
    ui.end_row();
    shown.inner
}
