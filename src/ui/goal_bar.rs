//! Goal seek as a bar: a question whose gaps can be filled, its answer, and a button to apply it.

use eframe::egui::{
    Align2, FontId, Id, Rect, Response, Role as Access, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::goal_answer::GoalAnswer;
use super::icons::{self, Icon};
use super::paint::{card, focus_ring, line, text, translucent};
use super::style::{self, size, space};
use super::typed_field::TypedField;
use super::{goal_menus, picture_menu};
use crate::app::{App, Command, Picture};
use crate::report::World;
use crate::report::goal::{self, Goal, Question, QuestionPart};
use crate::theme::Role;

/// In a page narrower than this the answer stands under the question.
const NARROW: f32 = 960.0;
/// Height of a row of the bar.
const ROW: f32 = 64.0;
/// Width of the answer with its curve: a part of the bar, and at most.
const ANSWER: (f32, f32) = (0.345, 500.0);
/// Size of the words of the question, and height of its lines.
const SENTENCE: f32 = 14.0;
const LINE: f32 = 27.0;
/// Between two parts of the question.
const BETWEEN: f32 = 6.0;
/// Longest name in the question.
const NAME: f32 = 230.0;
/// Side of the button of the menu.
const MENU_BUTTON: f32 = 22.0;
/// Width of the chevron of a gap.
const CHEVRON: f32 = 16.0;

/// How high the bar is in a page of a width.
pub fn height(width: f32) -> f32 {
    if width < NARROW {
        2.0 * ROW + 20.0
    } else {
        ROW
    }
}

/// Shows the bar; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>, app: &App, rect: Rect) -> Vec<Command> {
    card(ui, rect);
    let mut commands = Vec::new();
    let inner = rect.shrink2(vec2(space::CARD, 4.0));
    commands.extend(menu(ui, world, inner));
    let inner = inner.with_max_x(inner.right() - MENU_BUTTON);
    let asked = &app.view().goal;
    let output = asked.output.name(world);
    let question = asked.question(&output);
    let measure = asked.output.measure(world.scenario, asked.year);
    let sought = app.analysis().and_then(|known| known.sought.as_ref());
    let goal = goal::goal(world, &question, measure, sought);
    let (left, right) = if rect.width() < NARROW {
        let split = inner.bottom() - ROW;
        (inner.with_max_y(split), inner.with_min_y(split))
    } else {
        let split = inner.right() - (inner.width() * ANSWER.0).min(ANSWER.1);
        (
            inner.with_max_x(split - space::MARGIN),
            inner.with_min_x(split),
        )
    };
    let bar = GoalBar {
        world,
        app,
        question: &question,
        goal: &goal,
    };
    commands.extend(bar.sentence(ui, left));
    let refused: Option<Refused> = ui.data(|data| data.get_temp(refused_id()));
    let answer = GoalAnswer {
        world,
        asked,
        goal: &goal,
        refusal: refused.map(|refused| refused.0),
    };
    commands.extend(answer.show(ui, right));
    commands
}

/// What can be done with the answer as a picture: a button at the right end of the bar.
fn menu(ui: &Ui, world: &World<'_>, inner: Rect) -> Option<Command> {
    let middle = pos2(
        inner.right() + 7.0 - MENU_BUTTON / 2.0,
        inner.bottom() - ROW / 2.0 + 4.0,
    );
    let place = Rect::from_center_size(middle, vec2(MENU_BUTTON, MENU_BUTTON));
    let id = Id::unique("menu of the goal");
    picture_menu::button(ui, &world.locale, (id, place), Picture::Goal)
}

/// The bar and what it is about.
struct GoalBar<'a> {
    world: &'a World<'a>,
    app: &'a App,
    question: &'a Question<'a>,
    goal: &'a Goal,
}

/// Why the last typed target was refused.
#[derive(Clone)]
struct Refused(String);

fn refused_id() -> Id {
    Id::unique("refused target")
}

impl GoalBar<'_> {
    /// The question with its gaps.
    fn sentence(&self, ui: &mut Ui, rect: Rect) -> Option<Command> {
        let texts = &self.world.locale.text.uncertainty.goal;
        let (font, ink) = (style::semibold(size::TITLE), style::color(ui, Role::Text1));
        let title = line(ui.painter(), &texts.title, font, ink, f32::INFINITY);
        let place = Align2::LEFT_CENTER.anchor_size(rect.left_center(), title.size());
        ui.painter().galley(place.min, title, ink);
        let room = rect.with_min_x(place.right() + 18.0);
        let widths: Vec<f32> = self
            .goal
            .parts
            .iter()
            .map(|part| self.width(ui, part))
            .collect();
        let mut command = None;
        for (part, place) in self.goal.parts.iter().zip(places(&widths, room)) {
            command = self.part(ui, part, place).or(command);
        }
        command
    }

    fn width(&self, ui: &Ui, part: &QuestionPart) -> f32 {
        let measure = |words: &str, font| {
            let ink = style::color(ui, Role::Text1);
            line(ui.painter(), words, font, ink, f32::INFINITY).size().x
        };
        match part {
            QuestionPart::Words(words) => measure(words.trim(), style::regular(SENTENCE)),
            QuestionPart::Lever(name) | QuestionPart::Output(name) | QuestionPart::Year(name) => {
                measure(name, gap_font()).min(NAME) + CHEVRON
            }
            QuestionPart::Target => {
                let target = &self.goal.target;
                let unit = measure(&target.unit, style::regular(size::CAPTION));
                (measure(&target.number, gap_font()) + unit + 30.0).max(76.0)
            }
        }
    }

    fn part(&self, ui: &mut Ui, part: &QuestionPart, place: Rect) -> Option<Command> {
        let texts = &self.world.locale.text.uncertainty.goal;
        let mut asked = self.app.view().goal.clone();
        match part {
            QuestionPart::Words(words) => {
                let (font, ink) = (style::regular(SENTENCE), style::color(ui, Role::Text1));
                let at = place.left_center();
                text(
                    ui.painter(),
                    at,
                    Align2::LEFT_CENTER,
                    words.trim(),
                    font,
                    ink,
                );
                return None;
            }
            QuestionPart::Lever(name) => {
                let button = gap(
                    ui,
                    "lever",
                    place,
                    name,
                    &texts.lever.fill(&[("name", name)]),
                );
                asked.lever = goal_menus::lever(&button, self.world, &[asked.lever])?;
            }
            QuestionPart::Output(name) => {
                let button = gap(
                    ui,
                    "output",
                    place,
                    name,
                    &texts.output.fill(&[("name", name)]),
                );
                let output = goal_menus::output(&button, self.world, &asked.output)?;
                if output != asked.output {
                    asked.target = None;
                }
                asked.output = output;
            }
            QuestionPart::Year(name) => {
                let button = gap(ui, "year", place, name, &texts.year.fill(&[("year", name)]));
                asked.year = goal_menus::year(&button, asked.year)?;
            }
            QuestionPart::Target => asked.target = Some(self.target(ui, place)?),
        }
        ui.data_mut(|data| data.remove::<Refused>(refused_id()));
        Some(Command::SetGoal(asked))
    }

    /// The field of the target; gives a target that was typed.
    fn target(&self, ui: &mut Ui, place: Rect) -> Option<f64> {
        let locale = &self.world.locale;
        let texts = &locale.text.uncertainty.goal;
        let field = TypedField {
            name: &texts.target,
            hint: &texts.target_hint,
            shown: &self.goal.target,
            font: gap_font(),
            ink: Role::Accent,
            edge: Role::StrokeStrong,
        };
        let id = Id::unique("target");
        let place = place.shrink2(vec2(0.0, 1.5));
        let typed = field.show(ui, id, place)?;
        let unit = self.question.unit;
        let parsed = locale.numbers.parse(&typed, unit, self.goal.target_value);
        if parsed.is_err() {
            let sentence = locale.text.levers.not_a_number.fill(&[("typed", &typed)]);
            ui.data_mut(|data| data.insert_temp(refused_id(), Refused(sentence)));
        }
        parsed.ok()
    }
}

fn gap_font() -> FontId {
    style::semibold(SENTENCE)
}

/// Where parts of these widths stand: in one line where they fit, else in several.
fn places(widths: &[f32], room: Rect) -> Vec<Rect> {
    let mut lines: Vec<Vec<(f32, f32)>> = vec![Vec::new()];
    let mut left = room.left();
    for &width in widths {
        if left + width > room.right() && left > room.left() {
            lines.push(Vec::new());
            left = room.left();
        }
        if let Some(last) = lines.last_mut() {
            last.push((left, width.min(room.width())));
        }
        left += width + BETWEEN;
    }
    let top = room.center().y - LINE * lines.len() as f32 / 2.0;
    let rows = lines.into_iter().enumerate();
    rows.flat_map(|(row, parts)| {
        let y = top + row as f32 * LINE;
        let place = move |(x, width)| Rect::from_min_size(pos2(x, y), vec2(width, LINE));
        parts.into_iter().map(place)
    })
    .collect()
}

/// A gap of the question that opens a menu.
fn gap(ui: &Ui, id: &str, place: Rect, words: &str, name: &str) -> Response {
    let response = ui.interact(place, Id::unique(("goal", id)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, name));
    let accent = style::color(ui, Role::Accent);
    if response.hovered() {
        ui.painter()
            .rect_filled(place, 4.0, style::color(ui, Role::AccentSoft));
    }
    let room = place.width() - CHEVRON;
    let words = line(ui.painter(), words, gap_font(), accent, room);
    let is_cut = words.elided;
    let at = Align2::LEFT_CENTER.anchor_size(place.left_center(), words.size());
    ui.painter().galley(at.min, words, accent);
    let chevron = pos2(place.right() - CHEVRON / 2.0, place.center().y + 1.0);
    icons::paint(ui.painter(), Icon::Open, chevron, translucent(accent, 0.7));
    let under = Stroke::new(1.0, translucent(accent, 0.45));
    ui.painter()
        .hline(place.x_range(), place.center().y + 11.0, under);
    focus_ring(ui, &response, place.shrink(2.0), 4);
    if is_cut {
        return response.on_hover_text(name);
    }
    response
}
