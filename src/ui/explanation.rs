//! The panel that explains a number: its formula, the values in it, and what it comes from.

use eframe::egui::{Align2, Id, Label, Rect, RichText, ScrollArea, Sense, Ui, Vec2, pos2, vec2};

use super::equation::{Typesetter, Wording};
use super::equation_block::Link;
use super::icons::{self, Icon};
use super::paint::{card, describe, line, text};
use super::style::{self, size, space};
use super::{explanation_list, explanation_trail, keys, side_panel};
use crate::app::{App, Command};
use crate::format::exact;
use crate::model::Reference;
use crate::report::World;
use crate::report::equation::Equation;
use crate::report::explanation::{Explainer, Explanation};
use crate::theme::Role;

/// Height of the line at the top.
const HEAD: f32 = 40.0;

/// Shows the panel while a number is explained; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>, app: &App) -> Option<Command> {
    let reference = app.view().explaining.now()?;
    let command = pressed(ui, app);
    let explainer = Explainer::of_world(world);
    let shown = Shown {
        world,
        app,
        explanation: &explainer.explain(reference),
        explainer: &explainer,
    };
    let chosen = side_panel::show(ui, "explanation", |ui| shown.content(ui));
    command.or(chosen)
}

/// Escape closes the panel, Alt with the left arrow goes back.
fn pressed(ui: &Ui, app: &App) -> Option<Command> {
    if keys::take_escape(ui) {
        return Some(Command::ToggleExplanation);
    }
    let place = app.view().explaining.trail().len().checked_sub(2)?;
    keys::take_back(ui).then_some(Command::ExplainBack(place))
}

/// What the panel shows.
struct Shown<'a> {
    world: &'a World<'a>,
    app: &'a App,
    explanation: &'a Explanation,
    explainer: &'a Explainer<'a>,
}

impl Shown<'_> {
    fn content(&self, ui: &mut Ui) -> Option<Command> {
        ui.spacing_mut().item_spacing.y = space::GAP;
        let mut command = self.head(ui);
        let bar = ui.spacing().scroll.allocated_width();
        ScrollArea::vertical()
            .id_salt("explanation")
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.set_max_width(ui.available_width() - bar.min(4.0));
                let trail = self.app.view().explaining.trail();
                let back = explanation_trail::show(ui, self.explainer, trail);
                command = command.take().or(back);
                self.value(ui);
                let chosen = self.formula(ui);
                let listed = explanation_list::show(ui, &self.world.locale, self.explanation);
                command = command.take().or(chosen).or(listed);
                ui.add_space(space::MARGIN);
            });
        command
    }

    /// The name of the panel, the way back, and the way out.
    fn head(&self, ui: &mut Ui) -> Option<Command> {
        let texts = &self.world.locale.text.explanation;
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
        let place = |right: f32| {
            let center = pos2(rect.right() - right, rect.center().y);
            Rect::from_center_size(center, Vec2::splat(26.0))
        };
        let id = |name: &str| Id::unique(("explanation", name));
        let mut command = None;
        let close = &texts.panel.close;
        if icons::button_at(ui, Icon::Close, place(13.0), id("close"), close).clicked() {
            command = Some(Command::ToggleExplanation);
        }
        let before = self.app.view().explaining.trail().len().checked_sub(2);
        if let Some(before) = before {
            let back = &texts.panel.back;
            if icons::button_at(ui, Icon::Back, place(41.0), id("back"), back).clicked() {
                command = Some(Command::ExplainBack(before));
            }
        }
        let (font, ink) = (style::semibold(size::TITLE), style::color(ui, Role::Text1));
        let at = pos2(rect.left() + 2.0, rect.center().y);
        text(
            ui.painter(),
            at,
            Align2::LEFT_CENTER,
            &texts.title,
            font,
            ink,
        );
        command
    }

    /// What it is called, how much it is, and what it means.
    fn value(&self, ui: &mut Ui) {
        let Explanation {
            title,
            value,
            meaning,
            baseline,
            ..
        } = self.explanation;
        let texts = &self.world.locale.text.explanation;
        let width = ui.available_width();
        ui.spacing_mut().item_spacing.y = 4.0;
        label(ui, title, true, size::BRAND, Role::Text1);
        let fits = |points: &f32| {
            let (font, ink) = (style::semibold(*points), style::color(ui, Role::Text1));
            line(ui.painter(), value, font, ink, f32::INFINITY).size().x <= width
        };
        let points = [size::KEY_FIGURE, size::HEADLINE].into_iter().find(fits);
        label(ui, value, true, points.unwrap_or(size::BRAND), Role::Text1);
        if let Some(baseline) = baseline {
            let words = texts.in_baseline.fill(&[("value", baseline)]);
            label(ui, &words, false, size::LABEL, Role::Text3);
        }
        ui.add_space(4.0);
        label(ui, meaning, false, size::BODY, Role::Text2);
        ui.spacing_mut().item_spacing.y = space::GAP;
    }

    /// The formula, and the same with its values.
    fn formula(&self, ui: &mut Ui) -> Option<Command> {
        let equation = self.explanation.equation.as_ref()?;
        let texts = &self.world.locale.text.explanation;
        let year = self.explanation.reference.year();
        let called = |reference: Reference| {
            let name = self.explainer.name_within(reference, year);
            let mut told = self.explanation.precedents.iter();
            let told = told.find(|precedent| precedent.reference == reference);
            let value = told.map_or_else(String::new, |precedent| precedent.value.clone());
            [name.as_str(), &value].join(&texts.colon)
        };
        let link = |reference, is_stop| Link {
            reference,
            name: called(reference),
            is_stop,
        };
        let by_name = |reference| {
            let words = self.explainer.name_within(reference, year);
            (words, link(reference, true))
        };
        let by_value = |reference| {
            let words = self.explainer.bare_value(reference);
            (words, link(reference, false))
        };
        let result = exact(self.explainer.value(self.explanation.reference));
        let names = Wording {
            of: &by_name,
            ink: Role::Accent,
            texts: &texts.equation,
        };
        let values = Wording {
            of: &by_value,
            ink: Role::Text1,
            texts: &texts.equation,
        };
        heading(ui, &texts.formula);
        let first = formula_card(ui, "formula", names, equation, None);
        heading(ui, &self.explainer.heading_of_values(self.explanation));
        let second = formula_card(ui, "values", values, equation, Some(&result));
        self.describe_formula(ui, equation);
        first.or(second).map(Command::ExplainPrecedent)
    }

    /// The formula as a sentence, for those who cannot see it.
    fn describe_formula(&self, ui: &Ui, equation: &Equation) {
        let texts = &self.world.locale.text.explanation;
        let year = self.explanation.reference.year();
        let words = equation.text(&texts.equation, &|reference| {
            self.explainer.name_within(reference, year)
        });
        let sentence = [texts.formula.as_str(), &words].join(&texts.colon);
        describe(ui, "formula in words", ui.min_rect(), &sentence);
    }
}

/// An equation in a card of its own; gives the number that was clicked.
fn formula_card(
    ui: &mut Ui,
    id: &str,
    wording: Wording<'_>,
    equation: &Equation,
    result: Option<&str>,
) -> Option<Reference> {
    let padding = vec2(space::CARD - 2.0, 11.0);
    let width = ui.available_width();
    let typesetter = Typesetter { ui, wording };
    let block = typesetter.typeset(equation, result, width - 2.0 * padding.x);
    let size = vec2(width, block.size.y + 2.0 * padding.y);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    card(ui, rect);
    block.show(ui, id, rect.min + padding)
}

/// A heading over what follows.
pub fn heading(ui: &mut Ui, words: &str) {
    ui.add_space(6.0);
    label(ui, words, true, size::LABEL, Role::Text3);
}

/// Words that wrap.
pub fn label(ui: &mut Ui, words: &str, is_strong: bool, points: f32, role: Role) {
    let font = if is_strong {
        style::semibold(points)
    } else {
        style::regular(points)
    };
    let color = style::color(ui, role);
    ui.add(Label::new(RichText::new(words).font(font).color(color)).wrap());
}
