//! What a formula names, line by line: results and steps, assumptions with their sources, and
//! constants.

use eframe::egui::{
    Align2, CornerRadius, CursorIcon, Rect, Role as Access, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::evidence::{basis_role, pill};
use super::explanation::{heading, label};
use super::icons;
use super::paint::{focus_ring, line};
use super::style::{self, BUTTON_RADIUS, size, space};
use crate::app::{Command, Section};
use crate::model::{Assumption, Reference};
use crate::report::Locale;
use crate::report::explanation::{Explanation, Grounds, Precedent};
use crate::theme::Role;

/// Between the edge of a line and its words.
const PADDING: f32 = 6.0;
/// How far the mark of the pointer reaches beyond the words on both sides.
const MARK: f32 = 7.0;
/// Between words below each other.
const LEADING: f32 = 3.0;
/// Names get at least this part of a line.
const NAME: f32 = 0.5;

/// Shows them; gives the number that was clicked, or where an assumption is to be shown.
pub fn show(ui: &mut Ui, locale: &Locale, explanation: &Explanation) -> Option<Command> {
    let texts = &locale.text.explanation;
    let mut command = None;
    if let (Reference::Assumption(assumption), Some(known)) =
        (explanation.reference, &explanation.grounds)
    {
        command = grounds(ui, locale, assumption, known);
    }
    let precedents = explanation.precedents.iter();
    let (inputs, computed): (Vec<&Precedent>, Vec<&Precedent>) =
        precedents.partition(|precedent| precedent.grounds.is_some());
    for (words, precedents) in [(&texts.comes_from, computed), (&texts.inputs, inputs)] {
        if precedents.is_empty() {
            continue;
        }
        heading(ui, words);
        ui.spacing_mut().item_spacing.y = 1.0;
        for precedent in precedents {
            if row(ui, locale, precedent) {
                command = Some(Command::ExplainPrecedent(precedent.reference));
            }
        }
        ui.spacing_mut().item_spacing.y = space::GAP;
    }
    if !explanation.constants.is_empty() {
        heading(ui, &texts.constants_heading);
        for (value, meaning) in &explanation.constants {
            let words = [value.as_str(), meaning].join(&texts.colon);
            label(ui, &words, false, size::LABEL, Role::Text2);
        }
    }
    command
}

/// How well the explained assumption is known, and the ways to its lever and to its evidence.
fn grounds(
    ui: &mut Ui,
    locale: &Locale,
    assumption: Assumption,
    known: &Grounds,
) -> Option<Command> {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    let (role, anchor) = (basis_role(assumption.info().basis), Align2::LEFT_CENTER);
    pill(
        ui,
        rect.left_center(),
        anchor,
        known.basis,
        role,
        rect.width(),
    );
    label(ui, &known.range, false, size::BODY, Role::Text2);
    for source in &known.sources {
        label(ui, source, false, size::LABEL, Role::Text3);
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        let show_lever = &locale.text.explanation.panel.show_lever;
        if icons::text_button(ui, show_lever).clicked() {
            return Some(Command::SeekLever(assumption));
        }
        let is_wanted = icons::text_button(ui, &locale.text.levers.all_evidence).clicked();
        is_wanted.then_some(Command::ShowEvidence {
            section: Section::Assumptions,
            words: String::new(),
            assumption: Some(assumption),
        })
    })
    .inner
}

/// A line about a number: its name and value, what the baseline has instead, and what is known of
/// it; was it clicked?
fn row(ui: &mut Ui, locale: &Locale, precedent: &Precedent) -> bool {
    let texts = &locale.text.explanation;
    let width = ui.available_width();
    let color = |role| style::color(ui, role);
    let (strong, plain) = (style::semibold(size::BODY), style::regular(size::BODY));
    let painter = ui.painter();
    let ink = color(Role::Text1);
    let value = line(painter, &precedent.value, strong, ink, width * NAME);
    let room = width - value.size().x - space::GAP;
    let accent = color(Role::Accent);
    let name = painter.layout(precedent.name.clone(), plain, accent, room);
    let mut below = Vec::new();
    let quiet = |words: String| {
        let font = style::regular(size::CAPTION);
        painter.layout(words, font, color(Role::Text3), width)
    };
    if let Some(baseline) = &precedent.baseline {
        below.push(quiet(texts.in_baseline.fill(&[("value", baseline)])));
    }
    let is_pilled = precedent.grounds.is_some();
    if let Some(known) = &precedent.grounds {
        let sources = known.sources.join(&texts.between_sources);
        below.extend([known.range.clone(), sources].map(quiet));
    }

    let pill_height = if is_pilled { 18.0 + LEADING } else { 0.0 };
    let lines: f32 = below.iter().map(|galley| galley.size().y + LEADING).sum();
    let height = name.size().y.max(value.size().y) + pill_height + lines + 2.0 * PADDING;
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let mark = rect.expand2(vec2(MARK, 0.0));
    let painter = ui.painter();
    if response.hovered() {
        let radius = CornerRadius::same(BUTTON_RADIUS);
        painter.rect_filled(mark, radius, style::color(ui, Role::Hover));
    }
    let inner = rect.shrink2(vec2(0.0, PADDING));
    let at = pos2(inner.right() - value.size().x, inner.top());
    let mut y = inner.top() + name.size().y.max(value.size().y) + LEADING;
    painter.galley(at, value, ink);
    let first = Rect::from_min_size(inner.min, name.size());
    painter.galley(first.min, name, accent);
    if response.hovered() {
        painter.hline(first.x_range(), first.bottom() - 1.0, (1.0, accent));
    }
    if let (Some(known), Reference::Assumption(assumption)) =
        (&precedent.grounds, precedent.reference)
    {
        let (at, role) = (pos2(inner.left(), y), basis_role(assumption.info().basis));
        pill(ui, at, Align2::LEFT_TOP, known.basis, role, inner.width());
        y += pill_height;
    }
    for galley in below {
        let height = galley.size().y + LEADING;
        ui.painter().galley(pos2(inner.left(), y), galley, ink);
        y += height;
    }
    focus_ring(ui, &response, mark.shrink(2.0), BUTTON_RADIUS);
    let sentence = [precedent.name.as_str(), &precedent.value].join(&texts.colon);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &sentence));
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
