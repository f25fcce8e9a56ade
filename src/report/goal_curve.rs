//! The small curve of goal seek: an output over the whole range of a lever.

use super::goal::{Answer, Question};
use super::world::World;
use crate::model::{self, Run};

/// So many runs make the curve.
const RUNS: u32 = 25;

/// An output over the whole range of a lever.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// Where the lever stands, 0 to 1 as its slider measures, and the output.
    pub points: Vec<(f64, f64)>,
    /// The least and the greatest output, the target among them.
    pub range: (f64, f64),
    /// The target, once there is one.
    pub target: Option<f64>,
    /// Where the scenario stands.
    pub now: (f64, f64),
    /// The values that reach the target, with their words.
    pub reached: Vec<(f64, String)>,
    /// The ends of the lever in words.
    pub ends: [String; 2],
    /// It in a sentence.
    pub summary: String,
}

impl Curve {
    /// The output at a place of the lever, between the runs by a straight line.
    pub fn output_at(&self, position: f64) -> Option<f64> {
        let after = self.points.iter().position(|point| point.0 >= position)?;
        let (right, high) = self.points[after];
        let (left, low) = self.points[after.saturating_sub(1)];
        let share = if right > left {
            (position - left) / (right - left)
        } else {
            1.0
        };
        Some(low + share * (high - low)).filter(|output| output.is_finite())
    }

    /// The curve of a question with its answer.
    pub fn new(
        world: &World<'_>,
        question: &Question<'_>,
        measure: impl Fn(&Run) -> f64,
        answer: &Answer,
    ) -> Self {
        let lever = question.lever;
        let info = lever.info();
        let mut assumptions = world.scenario.assumptions();
        let now = (info.position(assumptions[lever]), measure(world.run));
        let mut at = |position: f64| {
            assumptions[lever] = info.value_at(position);
            (position, measure(&model::run(&assumptions)))
        };
        let last = f64::from(RUNS - 1);
        let points: Vec<(f64, f64)> = (0..RUNS).map(|run| at(f64::from(run) / last)).collect();
        let reached = match answer {
            Answer::Reached { values, .. } => values.as_slice(),
            _ => &[],
        };
        let outputs = points.iter().map(|point| point.1);
        let shown = outputs.chain([now.1]).chain(question.target);
        let ends = [info.min, info.max];
        Self {
            range: shown
                .filter(|output| output.is_finite())
                .fold((f64::INFINITY, f64::NEG_INFINITY), |range, output| {
                    (range.0.min(output), range.1.max(output))
                }),
            target: question.target,
            now,
            reached: reached
                .iter()
                .map(|reached| (info.position(reached.value), reached.amount.number.clone()))
                .collect(),
            ends: ends.map(|end| world.locale.numbers.short(end, &info.unit).number),
            summary: summary(world, question, &points),
            points,
        }
    }
}

/// Both ends of it in a sentence.
fn summary(world: &World<'_>, question: &Question<'_>, points: &[(f64, f64)]) -> String {
    let info = question.lever.info();
    let amount = |point: Option<&(f64, f64)>| {
        let output = point.map_or(f64::NAN, |point| point.1);
        world.locale.numbers.amount(output, question.unit)
    };
    world.locale.text.uncertainty.goal.curve.fill(&[
        ("output", &question.output),
        ("year", &question.year.calendar()),
        ("lever", &world.locale.short_name(question.lever)),
        ("low", &world.locale.short(question.lever, info.min)),
        ("atlow", &amount(points.first())),
        ("high", &world.locale.short(question.lever, info.max)),
        ("athigh", &amount(points.last())),
    ])
}
