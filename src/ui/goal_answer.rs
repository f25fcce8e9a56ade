//! The answer of goal seek: a small curve, the value that reaches the target, and a button to set it.

use eframe::egui::{
    Align2, Button, Direction, Id, Layout, Pos2, Rect, Response, Role as Access, Sense, Stroke, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use super::goal_curve;
use super::paint::{describe, focus_ring, line, text, translucent, wrapped};
use super::style::{self, size, space};
use crate::app::{Command, Gesture, Goal as Asked};
use crate::report::World;
use crate::report::goal::{Answer, Goal, Reached};
use crate::theme::Role;

/// Width of the curve.
const CURVE: f32 = 160.0;
/// Width of the button.
const BUTTON: f32 = 64.0;
/// Size of the value.
const VALUE: f32 = 26.0;

/// An answer and what it is about.
pub struct GoalAnswer<'a> {
    /// The world.
    pub world: &'a World<'a>,
    /// What is asked.
    pub asked: &'a Asked,
    /// The answer.
    pub goal: &'a Goal,
    /// Why the last typed target was refused, if it was.
    pub refusal: Option<String>,
}

impl GoalAnswer<'_> {
    /// The curve, and the answer beside it.
    pub fn show(&self, ui: &mut Ui, rect: Rect) -> Option<Command> {
        let curve = rect.with_max_x(rect.left() + CURVE).shrink2(vec2(0.0, 4.0));
        if let Some(target) = goal_curve::show(ui, &self.goal.curve, curve) {
            return Some(Command::SetGoal(Asked {
                target: Some(target),
                ..self.asked.clone()
            }));
        }
        let beside = rect.with_min_x(curve.right() + space::MARGIN);
        if let Some(sentence) = &self.refusal {
            words(ui, beside, sentence, Role::Bad);
            return None;
        }
        match &self.goal.answer {
            Answer::NoTarget(sentence) => {
                words(ui, beside, sentence, Role::Text2);
                None
            }
            Answer::OutOfReach(sentence) => {
                words(ui, beside, sentence, Role::Text1);
                None
            }
            Answer::Reached {
                values,
                from_now,
                sentence,
            } => self.reached(ui, beside, values, (from_now, sentence)),
        }
    }

    /// The nearest value large, where the lever stands now, other values, and the button.
    fn reached(
        &self,
        ui: &mut Ui,
        rect: Rect,
        values: &[Reached],
        (from_now, sentence): (&[String; 2], &str),
    ) -> Option<Command> {
        let texts = &self.world.locale.text.uncertainty.goal;
        let (nearest, others) = values.split_first()?;
        let size = vec2(BUTTON, space::BUTTON);
        let place = Align2::RIGHT_CENTER.anchor_size(rect.right_center(), size);
        let layout = Layout::centered_and_justified(Direction::LeftToRight);
        let mut around = ui.new_child(UiBuilder::new().max_rect(place).layout(layout));
        let apply = around.add_enabled(!nearest.is_now, Button::new(&texts.apply));
        let name = self.set_name(nearest);
        let mut wanted = apply.clicked().then_some(nearest.value);
        apply.on_hover_text(name);

        let ink = style::color(ui, Role::Accent);
        let at = rect.left_center();
        let number = &nearest.amount.number;
        let font = style::semibold(VALUE);
        let number = text(ui.painter(), at, Align2::LEFT_CENTER, number, font, ink);
        let small = rect
            .with_min_x(number.right() + 12.0)
            .with_max_x(place.left() - 8.0);
        describe(ui, "goal answer", rect.with_max_x(small.right()), sentence)
            .on_hover_text(sentence);
        let lines = if nearest.is_now {
            [&from_now[0], &texts.is_there]
        } else {
            [&from_now[0], &from_now[1]]
        };
        wanted = self.beside_answer(ui, small, lines, others).or(wanted);
        Some(Command::SetLever {
            assumption: self.asked.lever,
            value: wanted?,
            gesture: Gesture::Done,
        })
    }

    /// Where the lever stands, and how far that is or the other values as buttons under it; gives
    /// one that was clicked.
    fn beside_answer(
        &self,
        ui: &Ui,
        rect: Rect,
        [now, change]: [&String; 2],
        others: &[Reached],
    ) -> Option<f64> {
        let quiet = style::color(ui, Role::Text2);
        let font = style::regular(size::LABEL);
        let mut lines = vec![now];
        if others.is_empty() {
            lines.push(change);
        }
        let rows = lines.len() + usize::from(!others.is_empty());
        let mut y = rect.center().y - 8.0 * (rows as f32 - 1.0);
        for words in lines {
            let words = line(ui.painter(), words, font.clone(), quiet, rect.width());
            let place = Align2::LEFT_CENTER.anchor_size(pos2(rect.left(), y), words.size());
            ui.painter().galley(place.min, words, quiet);
            y += 16.0;
        }
        let sentence = &self.world.locale.text.uncertainty.goal.other;
        let mut clicked = None;
        let mut left = rect.left();
        for (index, other) in others.iter().enumerate() {
            let words = sentence.fill(&[("value", &other.amount)]);
            let (response, right) = link(ui, index, pos2(left, y), &words);
            left = right + 8.0;
            if response.clicked() {
                clicked = Some(other.value);
            }
            response.on_hover_text(self.set_name(other));
        }
        clicked
    }

    fn set_name(&self, reached: &Reached) -> String {
        let locale = &self.world.locale;
        locale.text.uncertainty.goal.apply_name.fill(&[
            ("lever", &locale.short_name(self.asked.lever)),
            ("value", &reached.amount),
        ])
    }
}

/// Words to click; gives where they end.
fn link(ui: &Ui, index: usize, at: Pos2, words: &str) -> (Response, f32) {
    let (font, accent) = (style::regular(size::LABEL), style::color(ui, Role::Accent));
    let place = text(ui.painter(), at, Align2::LEFT_CENTER, words, font, accent);
    let response = ui.interact(place, Id::unique(("other value", index)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::Link, true, words));
    let under = Stroke::new(
        1.0,
        translucent(accent, if response.hovered() { 1.0 } else { 0.45 }),
    );
    ui.painter().hline(place.x_range(), place.bottom(), under);
    focus_ring(ui, &response, place, 3);
    (response, place.right())
}

/// A sentence in place of an answer.
fn words(ui: &Ui, rect: Rect, sentence: &str, role: Role) {
    let (font, ink) = (style::regular(size::BODY), style::color(ui, role));
    let galley = wrapped(ui.painter(), sentence, font, ink, (rect.width(), 3));
    let place = Align2::LEFT_CENTER.anchor_size(rect.left_center(), galley.size());
    ui.painter().galley(place.min, galley, ink);
    describe(ui, "goal answer", place, sentence).on_hover_text(sentence);
}
