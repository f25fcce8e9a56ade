//! What is known of a lever: its range, how well it is known, and from where.

use eframe::egui::{Grid, Id, Popup, PopupCloseBehavior, Rect, RichText, Ui, vec2};

use super::icons::{self, Icon};
use super::lever::Lever;
use super::style::{self, size};
use crate::app::{Command, Section};
use crate::evidence;
use crate::report::evidence::assumptions::{kind, told_basis};
use crate::report::evidence::published;
use crate::report::{likelihood, reading};
use crate::theme::Role;

const WIDTH: f32 = 380.0;
/// Width of the names of the details.
const NAMES: f32 = 104.0;

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
            details(ui, lever, label);
            let is_wanted = ui.link(&locale.text.levers.all_evidence).clicked();
            if is_wanted {
                ui.close();
            }
            is_wanted
        })?;
    popup.inner.then(|| Command::ShowEvidence {
        section: Section::Assumptions,
        words: String::new(),
        assumption: Some(lever.assumption),
    })
}

fn details(ui: &mut Ui, lever: &Lever<'_>, label: &str) {
    let locale = &lever.world.locale;
    let texts = &locale.text.levers;
    let info = lever.assumption.info();
    let range = lever.world.scenario.baseline.range(lever.assumption);
    let typed = |value| locale.typed(lever.assumption, value);
    ui.set_max_width(WIDTH);
    ui.label(RichText::new(label).font(style::semibold(size::TITLE)));
    let quiet = style::color(ui, Role::Text2);
    let now = lever.world.scenario.value(lever.assumption);
    let first = format!("{}: {}", typed(now), reading(lever.world, lever.assumption));
    ui.label(RichText::new(first).color(quiet));
    ui.label(RichText::new(likelihood(lever.world, lever.assumption)).color(quiet));
    ui.separator();
    let ends = texts.range_ends.fill(&[
        ("low", &typed(range.low)),
        ("base", &typed(range.base)),
        ("high", &typed(range.high)),
    ]);
    let accepts = texts
        .accepts_ends
        .fill(&[("min", &typed(info.min)), ("max", &typed(info.max))]);
    let id = format!("{} ({})", info.id.id(), kind(locale, info.kind));
    Grid::new(("details of", info.id.id()))
        .spacing(vec2(12.0, 6.0))
        .show(ui, |ui| {
            row(ui, &texts.details_range, &[ends]);
            row(
                ui,
                &texts.details_confidence,
                &[told_basis(locale, info.basis)],
            );
            row(ui, &texts.details_sources, &sources(lever));
            row(ui, &texts.details_accepts, &[accepts]);
            row(ui, &texts.details_id, &[id]);
        });
}

/// The sources, each with its publisher and date.
fn sources(lever: &Lever<'_>) -> Vec<String> {
    let locale = &lever.world.locale;
    let told = |id: &String| {
        let Some(source) = evidence::source(id) else {
            return id.clone();
        };
        let title = source.title.get(locale.language);
        [title, &published(source, locale)].join(&locale.text.evidence.dot)
    };
    lever.assumption.info().sources.iter().map(told).collect()
}

fn row(ui: &mut Ui, name: &str, values: &[String]) {
    let font = style::regular(size::LABEL);
    let quiet = style::color(ui, Role::Text3);
    ui.vertical(|ui| {
        ui.set_width(NAMES);
        ui.label(RichText::new(name).font(font.clone()).color(quiet));
    });
    ui.vertical(|ui| {
        ui.set_width(WIDTH - NAMES - 24.0);
        ui.spacing_mut().item_spacing.y = 2.0;
        for value in values {
            ui.label(RichText::new(value).font(font.clone()));
        }
    });
    ui.end_row();
}
