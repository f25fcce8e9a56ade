//! Goal seek as a reader meets it: a question with gaps, its answer, and a small curve between.

use super::goal_curve::Curve;
use super::world::World;
use crate::analysis::Sought;
use crate::format::Amount;
use crate::model::{Assumption, Run, Year};
use crate::text::Piece;

/// What is asked.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// The lever that is to bring it about.
    pub lever: Assumption,
    /// What the output is called.
    pub output: &'a str,
    /// Its unit.
    pub unit: &'a str,
    /// When.
    pub year: Year,
    /// Where to; none until somebody has said so.
    pub target: Option<f64>,
}

/// A question and its answer.
#[derive(Clone, Debug)]
pub struct Goal {
    /// The question from its beginning.
    pub parts: Vec<QuestionPart>,
    /// The target as it could be typed; before there is one, what the scenario gives.
    pub target: Amount,
    /// The same as a number.
    pub target_value: f64,
    /// The answer.
    pub answer: Answer,
    /// The output over the lever.
    pub curve: Curve,
}

/// A part of the question.
#[derive(Clone, Debug, PartialEq)]
pub enum QuestionPart {
    /// Words as they stand.
    Words(String),
    /// The name of the lever.
    Lever(String),
    /// The name of the output.
    Output(String),
    /// The target, to be typed.
    Target,
    /// The year.
    Year(String),
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Nothing was asked yet; says what to do.
    NoTarget(String),
    /// These values reach the target, the nearest first.
    Reached {
        /// The values.
        values: Vec<Reached>,
        /// Where the lever stands now, and how far the nearest is from there.
        from_now: [String; 2],
        /// The values in a sentence.
        sentence: String,
    },
    /// There is no such value; says why.
    OutOfReach(String),
}

/// A value of the lever that reaches the target.
#[derive(Clone, Debug, PartialEq)]
pub struct Reached {
    /// The value to the last bit.
    pub value: f64,
    /// The same in words.
    pub amount: Amount,
    /// Does the lever stand there already?
    pub is_now: bool,
}

/// The question and its answer; `measure` reads the output off a run, and `sought` is what was
/// found for the target.
pub fn goal(
    world: &World<'_>,
    question: &Question<'_>,
    measure: impl Fn(&Run) -> f64,
    sought: Option<&Sought>,
) -> Goal {
    let numbers = &world.locale.numbers;
    let now = measure(world.run);
    let (target_value, target) = match question.target {
        Some(target) => (target, numbers.typed(target, question.unit)),
        None => (now, numbers.short(now, question.unit)),
    };
    let answer = answer(world, question, now, sought);
    Goal {
        parts: parts(world, question),
        target,
        target_value,
        curve: Curve::new(world, question, measure, &answer),
        answer,
    }
}

fn parts(world: &World<'_>, question: &Question<'_>) -> Vec<QuestionPart> {
    let locale = &world.locale;
    let pieces = locale.text.uncertainty.goal.question.pieces();
    let part = |piece| match piece {
        Piece::Words(words) => QuestionPart::Words(words.to_owned()),
        Piece::Gap("lever") => QuestionPart::Lever(locale.short_name(question.lever).to_owned()),
        Piece::Gap("output") => QuestionPart::Output(question.output.to_owned()),
        Piece::Gap("year") => QuestionPart::Year(question.year.calendar().to_string()),
        Piece::Gap(_) => QuestionPart::Target,
    };
    pieces.into_iter().map(part).collect()
}

fn answer(world: &World<'_>, question: &Question<'_>, now: f64, sought: Option<&Sought>) -> Answer {
    let text = &world.locale.text.uncertainty.goal;
    let amount = |value| world.locale.numbers.amount(value, question.unit);
    let Some(sought) = sought.filter(|_| question.target.is_some()) else {
        return Answer::NoTarget(text.no_target.fill(&[("now", &amount(now))]));
    };
    let lever = world.locale.short_name(question.lever);
    if !sought.has_effect {
        let sentence = text.no_effect.fill(&[
            ("output", &question.output),
            ("year", &question.year.calendar()),
            ("lever", &lever),
        ]);
        return Answer::OutOfReach(sentence);
    }
    if sought.values.is_empty() {
        let (least, greatest) = sought.reachable;
        let (least, greatest) = world.locale.numbers.pair(least, greatest, question.unit);
        let sentence = text.out_of_reach.fill(&[
            ("lever", &lever),
            ("least", &least),
            ("greatest", &greatest),
        ]);
        return Answer::OutOfReach(sentence);
    }
    reached(world, question.lever, &sought.values)
}

fn reached(world: &World<'_>, lever: Assumption, values: &[f64]) -> Answer {
    let text = &world.locale.text.uncertainty.goal;
    let now = world.scenario.value(lever);
    let unit = &lever.info().unit;
    let words: Vec<String> = values.iter().map(|&v| said(world, lever, v)).collect();
    let sentence = match &words[..] {
        [one] => text.reached.fill(&[("value", one)]),
        several => text.reached_by.fill(&[
            ("count", &several.len()),
            ("values", &several.join(&text.between_values)),
        ]),
    };
    let change = world.locale.numbers.difference(values[0], now, unit);
    Answer::Reached {
        from_now: [
            text.now.fill(&[("value", &said(world, lever, now))]),
            change,
        ],
        values: values
            .iter()
            .map(|&value| Reached {
                value,
                amount: world.locale.numbers.short(value, unit),
                is_now: value == now,
            })
            .collect(),
        sentence,
    }
}

/// A value of the lever; with its unit where that stands behind it.
fn said(world: &World<'_>, lever: Assumption, value: f64) -> String {
    let amount = world.locale.numbers.short(value, &lever.info().unit);
    if amount.unit_leads {
        amount.number
    } else {
        amount.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Series;
    use crate::report::world::Locale;
    use crate::scenario::{Baseline, Scenario};
    use crate::text::Language;

    const LEVER: Assumption = Assumption::DomesticShareTarget;

    fn asked(language: Language, target: Option<f64>, sought: Option<&Sought>) -> Goal {
        let scenario = Scenario::new(Baseline::current());
        let run = scenario.run();
        let world = World::alone(&scenario, &run, Year::LAST, Locale::of(language));
        let question = Question {
            lever: LEVER,
            output: "revenue",
            unit: "billion USD",
            year: Year::LAST,
            target,
        };
        let measure = |run: &Run| run.get(Series::RevAcceleratorsDomestic, Year::LAST);
        goal(&world, &question, measure, sought)
    }

    fn found(values: &[f64]) -> Sought {
        Sought {
            values: values.to_vec(),
            reachable: (40.0, 200.0),
            has_effect: true,
        }
    }

    #[test]
    fn each_language_asks_for_all_four() {
        use QuestionPart::{Lever, Output, Target, Words, Year};
        for language in [Language::En, Language::Zh] {
            let parts = asked(language, None, None).parts;
            let count =
                |is: fn(&QuestionPart) -> bool| parts.iter().filter(|part| is(part)).count();
            assert_eq!(count(|part| matches!(part, Lever(_))), 1);
            assert_eq!(count(|part| matches!(part, Output(_))), 1);
            assert_eq!(count(|part| matches!(part, Year(_))), 1);
            assert_eq!(count(|part| matches!(part, Target)), 1);
            assert!(count(|part| matches!(part, Words(_))) > 1);
        }
    }

    #[test]
    fn without_a_target_the_field_holds_what_the_scenario_gives() {
        let goal = asked(Language::En, None, None);
        assert!(
            matches!(&goal.answer, Answer::NoTarget(words) if words.starts_with("Type a target"))
        );
        assert_eq!(goal.target_value, goal.curve.now.1);
        assert_eq!(goal.curve.points.len(), 25);
        assert_eq!(goal.curve.target, None);
    }

    #[test]
    fn one_value_is_told_against_where_the_lever_stands() {
        let base = Baseline::current().range(LEVER).base;
        let sought = found(&[base - 0.07]);
        let goal = asked(Language::En, Some(136.5), Some(&sought));
        let Answer::Reached {
            from_now, values, ..
        } = goal.answer
        else {
            panic!("not reached");
        };
        assert_eq!(from_now[1].replace('\u{a0}', " "), "−7.0 pts");
        assert!(!values[0].is_now);
        assert_eq!(
            goal.target.to_string().replace('\u{a0}', " "),
            "$136.5 billion"
        );
        assert_eq!(goal.curve.reached[0].0, LEVER.info().position(base - 0.07));
    }

    #[test]
    fn several_values_are_all_told() {
        let sought = found(&[0.83, 0.41]);
        let Answer::Reached { sentence, .. } =
            asked(Language::En, Some(90.0), Some(&sought)).answer
        else {
            panic!("not reached");
        };
        let sentence = sentence.replace('\u{a0}', " ");
        assert_eq!(
            sentence,
            "Reached by 2 values: 83 % of cards and 41 % of cards"
        );
    }

    #[test]
    fn what_cannot_be_reached_says_how_far_the_lever_goes() {
        let said = |sought: &Sought| match asked(Language::En, Some(500.0), Some(sought)).answer {
            Answer::OutOfReach(sentence) => sentence,
            other => panic!("{other:?}"),
        };
        let short = said(&found(&[]));
        assert!(short.contains("$40.0 and $200\u{a0}billion"), "{short}");
        let idle = Sought {
            has_effect: false,
            ..found(&[])
        };
        assert!(said(&idle).contains("does not depend on"));
    }
}
