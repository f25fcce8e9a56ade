//! Goal seek as a picture that stands by itself: the question as its title, the answer below, and
//! the curve with its axes.

use super::axis::Axis;
use super::goal::{Answer, Goal, Question};
use super::world::World;

/// The picture of a question and its answer.
#[derive(Clone, Debug)]
pub struct GoalFigure {
    /// The question.
    pub title: String,
    /// The answer.
    pub subtitle: String,
    /// What stands upward: the output with its year and its unit.
    pub measure: String,
    /// What stands across: the lever.
    pub lever: String,
    /// Where the lever stands now.
    pub now: String,
    /// The target with its unit; empty where there is none.
    pub target: String,
    /// The axis of the output.
    pub axis: Axis,
    /// Its numbers, each with its words.
    pub ticks: Vec<(f64, String)>,
    /// The curve, with the question and its answer.
    pub goal: Goal,
}

impl GoalFigure {
    /// The picture of an answered question.
    pub fn new(world: &World<'_>, question: &Question<'_>, goal: Goal) -> Self {
        let numbers = &world.locale.numbers;
        let (least, greatest) = goal.curve.range;
        let factor = numbers.factor(question.unit);
        let axis = Axis::fitted([least, greatest].into_iter(), question.unit, factor);
        let tick = |tick| (tick, numbers.tick(tick, question.unit));
        let lever = world.locale.short_name(question.lever);
        let value = world.scenario.value(question.lever);
        let now = world.locale.short(question.lever, value);
        let target = question.target.map(|_| goal.target.to_string());
        Self {
            title: title(world, question, target.as_deref()),
            subtitle: answer(&goal.answer, world),
            measure: measure(world, question),
            lever: lever.to_owned(),
            now: (world.locale.text.uncertainty.goal.now).fill(&[("value", &now)]),
            target: target.unwrap_or_default(),
            ticks: axis.ticks().into_iter().map(tick).collect(),
            axis,
            goal,
        }
    }
}

/// The question; before there is a target, what the curve shows.
fn title(world: &World<'_>, question: &Question<'_>, target: Option<&str>) -> String {
    let text = &world.locale.text.uncertainty.goal;
    let lever = world.locale.short_name(question.lever);
    let year = question.year.calendar();
    match target {
        Some(target) => text.picture.fill(&[
            ("lever", &lever),
            ("output", &question.output),
            ("target", &target),
            ("year", &year),
        ]),
        None => text.picture_without_target.fill(&[
            ("lever", &lever),
            ("output", &question.output),
            ("year", &year),
        ]),
    }
}

/// The answer, with where the lever stands now; nothing before anything was asked.
fn answer(answer: &Answer, world: &World<'_>) -> String {
    match answer {
        Answer::NoTarget(_) => String::new(),
        Answer::OutOfReach(sentence) => sentence.clone(),
        Answer::Reached {
            sentence, from_now, ..
        } => {
            let between = &world.locale.text.charts.list_separator;
            format!("{sentence}{between}{}", from_now[0])
        }
    }
}

fn measure(world: &World<'_>, question: &Question<'_>) -> String {
    let locale = &world.locale;
    let year = question.year.calendar();
    let output =
        (locale.text.uncertainty.measure).fill(&[("name", &question.output), ("year", &year)]);
    let unit = locale.numbers.axis_unit(question.unit);
    if unit.is_empty() {
        return output;
    }
    format!("{output}{}{unit}", locale.text.charts.list_separator)
}
