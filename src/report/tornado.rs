//! What swings a result: a bar for each assumption, moved alone from its P5 to its P95.

use super::axis::Axis;
use super::findings::uncertainty as findings;
use super::payback::is_never;
use super::tsv::Tsv;
use super::world::World;
use crate::analysis::{Cell, Swing, is_code};
use crate::model::assumptions::Kind;
use crate::model::{Assumption, Series};

/// So many bars are told in the summary.
const TOLD: usize = 3;

/// What swings a result, the widest bar first.
#[derive(Clone, Debug)]
pub struct Tornado {
    /// Which assumption swings it most, as a finding.
    pub title: String,
    /// What is measured, and how the bars came about.
    pub subtitle: String,
    /// What one is looking at.
    pub about: String,
    /// The widest bars in words, for those who cannot see them.
    pub summary: String,
    /// What the two colours of a bar mean: the end at P5, and at P95.
    pub legend: [String; 2],
    /// The axis of the result; as wide as the bars need it.
    pub axis: Axis,
    /// The numbers of the axis, each with its words.
    pub ticks: Vec<(f64, String)>,
    /// The result of the scenario itself.
    pub base: f64,
    /// The same in words.
    pub base_text: String,
    /// The bars from the top.
    pub bars: Vec<Bar>,
    /// What stands over the columns of a copy.
    columns: [String; 5],
}

/// The swing of one assumption.
#[derive(Clone, Debug)]
pub struct Bar {
    /// The assumption.
    pub assumption: Assumption,
    /// Its short name.
    pub name: String,
    /// Is it a headline lever?
    pub is_strong: bool,
    /// Its P5 and its P95 in words.
    pub inputs: String,
    /// The end at its P5.
    pub low: End,
    /// The end at its P95.
    pub high: End,
    /// That both ends lie on one side of the scenario's own result, where they do.
    pub note: Option<String>,
    /// All of it in a sentence.
    pub sentence: String,
}

/// An end of a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// The value of the assumption.
    pub input: f64,
    /// The result with it.
    pub value: f64,
    /// The result in words.
    pub text: String,
}

/// The picture of swings that are sorted, the widest first; of at most `rows` of them.
pub fn tornado(world: &World<'_>, cell: Cell, swings: &[Swing], rows: usize) -> Tornado {
    let text = &world.locale.text.uncertainty.tornado;
    let base = world.run.get(cell.series, cell.year);
    let base_text = result(world, cell.series, base);
    // A payback that never comes may swing by thousands of years, and still never comes.
    let is_told = |bar: &Bar| {
        let texts = [&bar.low.text, &bar.high.text];
        !is_endless(cell.series, base) || texts.iter().any(|text| **text != base_text)
    };
    let bars: Vec<Bar> = swings
        .iter()
        .filter(|swing| swing.width() > 0.0)
        .map(|swing| bar(world, cell, swing, base))
        .filter(is_told)
        .take(rows)
        .collect();
    let axis = axis(world, cell.series, base, &bars);
    Tornado {
        title: findings::tornado(world, cell, &bars),
        subtitle: subtitle(world, cell, swings.len()),
        about: text.about.clone(),
        summary: summary(world, cell, base, &bars),
        legend: text.legend.clone(),
        ticks: ticks(world, cell.series, &axis),
        axis,
        base,
        base_text,
        bars,
        columns: text.columns.clone(),
    }
}

impl Tornado {
    /// All bars as tab-separated text with all digits, as a spreadsheet takes it.
    pub fn to_tsv(&self) -> String {
        let money = self.axis.factor;
        let mut tsv = Tsv::titled(&self.title, &self.subtitle);
        tsv.line(self.columns.iter().map(String::as_str), []);
        for bar in &self.bars {
            let (low, high) = (&bar.low, &bar.high);
            let numbers = [low.input, high.input, low.value * money, high.value * money];
            tsv.line([&*bar.name], numbers.map(|number| number.to_string()));
        }
        tsv.text()
    }
}

fn bar(world: &World<'_>, cell: Cell, swing: &Swing, base: f64) -> Bar {
    let locale = &world.locale;
    let text = &locale.text.uncertainty.tornado;
    let end = |input, value| End {
        input,
        value,
        text: result(world, cell.series, value),
    };
    let (low, high) = (end(swing.low, swing.at_low), end(swing.high, swing.at_high));
    let note = swing.is_one_sided(base).then(|| {
        let is_lower = swing.at_low < base;
        if is_lower {
            &text.both_lower
        } else {
            &text.both_higher
        }
        .clone()
    });
    let name = locale.short_name(swing.assumption);
    let [first, second] = locale.two_values(swing.assumption, (swing.low, swing.high));
    let amount = |value| locale.amount(cell.series, value);
    let mut sentence = text.bar.fill(&[
        ("name", &name),
        ("low", &locale.short(swing.assumption, swing.low)),
        ("atlow", &amount(swing.at_low)),
        ("high", &locale.short(swing.assumption, swing.high)),
        ("athigh", &amount(swing.at_high)),
    ]);
    if let Some(note) = &note {
        sentence = text
            .bar_with_note
            .fill(&[("bar", &sentence), ("note", note)]);
    }
    Bar {
        assumption: swing.assumption,
        name: name.to_owned(),
        is_strong: swing.assumption.info().kind == Kind::Headline,
        inputs: text.inputs.fill(&[("low", &first), ("high", &second)]),
        low,
        high,
        note,
        sentence,
    }
}

/// Is it a payback that never comes?
fn is_endless(series: Series, value: f64) -> bool {
    series == Series::LeasePayback && is_never(value)
}

/// A result beside the axis: without its unit, and in words where a number would mislead.
fn result(world: &World<'_>, series: Series, value: f64) -> String {
    if is_code(series) || is_endless(series, value) {
        world.locale.amount(series, value)
    } else {
        world.locale.numbers.axis_value(value, &series.info().unit)
    }
}

/// An axis as wide as the bars, that fills the room it has.
fn axis(world: &World<'_>, series: Series, base: f64, bars: &[Bar]) -> Axis {
    let unit = &series.info().unit;
    let is_drawn = |value: &f64| !is_endless(series, *value);
    let ends = bars.iter().flat_map(|bar| [bar.low.value, bar.high.value]);
    let values: Vec<f64> = ends.chain([base]).filter(is_drawn).collect();
    let fitted = Axis::fitted(
        values.iter().copied(),
        unit,
        world.locale.numbers.factor(unit),
    );
    let (least, greatest) = values.iter().fold(
        (f64::INFINITY, f64::NEG_INFINITY),
        |(least, greatest), &value| (least.min(value), greatest.max(value)),
    );
    if least < greatest {
        Axis {
            range: (least, greatest),
            ..fitted
        }
    } else {
        fitted
    }
}

/// Round values with their words; of a code only the values that stand for one.
fn ticks(world: &World<'_>, series: Series, axis: &Axis) -> Vec<(f64, String)> {
    let is_shown = |tick: &f64| !is_code(series) || tick.fract() == 0.0;
    let words = |tick| {
        if is_code(series) {
            world.locale.amount(series, tick)
        } else {
            world.locale.numbers.tick(tick, &axis.unit)
        }
    };
    let ticks = axis.ticks().into_iter().filter(is_shown);
    ticks.map(|tick| (tick, words(tick))).collect()
}

fn subtitle(world: &World<'_>, cell: Cell, all: usize) -> String {
    let text = &world.locale.text.uncertainty.tornado;
    text.subtitle.fill(&[
        ("measure", &world.locale.measure(cell.series, cell.year)),
        ("all", &all),
    ])
}

fn summary(world: &World<'_>, cell: Cell, base: f64, bars: &[Bar]) -> String {
    let text = &world.locale.text.uncertainty.tornado;
    let of_base = text.base.fill(&[
        ("output", &world.locale.name(cell.series)),
        ("year", &cell.year.calendar()),
        ("value", &world.locale.amount(cell.series, base)),
    ]);
    let widest = bars.iter().take(TOLD).map(|bar| bar.sentence.clone());
    let sentences: Vec<String> = [of_base].into_iter().chain(widest).collect();
    sentences.join(&text.between_sentences)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis;
    use crate::model::Year;
    use crate::report::world::Locale;
    use crate::scenario::{Baseline, Scenario};
    use crate::text::Language;

    const CAPEX: Series = Series::Capex;

    fn with_world(language: Language, test: impl FnOnce(&World<'_>)) {
        let scenario = Scenario::new(Baseline::current());
        let run = scenario.run();
        test(&World::alone(
            &scenario,
            &run,
            Year::LAST,
            Locale::of(language),
        ));
    }

    fn swing(assumption: Assumption, (low, high): (f64, f64), ends: (f64, f64)) -> Swing {
        Swing {
            assumption,
            low,
            high,
            at_low: ends.0,
            at_high: ends.1,
        }
    }

    fn cell(world: &World<'_>) -> Cell {
        Cell {
            series: CAPEX,
            year: world.year,
        }
    }

    #[test]
    fn bars_stand_in_order_with_their_numbers() {
        with_world(Language::En, |world| {
            let base = world.now(CAPEX);
            let swings = [
                swing(
                    Assumption::ModelGrowth,
                    (5.1, 8.1),
                    (base - 900.0, base + 500.0),
                ),
                swing(Assumption::Fx, (6.0, 8.0), (base - 300.0, base - 100.0)),
                swing(Assumption::Pue, (1.1, 1.3), (base, base)),
            ];
            let tornado = tornado(world, cell(world), &swings, 12);
            assert_eq!(tornado.bars.len(), 2, "what swings nothing has no bar");
            let [first, second] = &tornado.bars[..] else {
                panic!("two bars");
            };
            assert!(first.is_strong && !second.is_strong);
            assert_eq!(first.inputs, "×5.1 … ×8.1/yr");
            assert_eq!(first.note, None);
            assert_eq!(second.note.as_deref(), Some("both ends lower"));
            assert_eq!(tornado.axis.range, (base - 900.0, base + 500.0));
            assert!(
                tornado.title.starts_with("Model growth "),
                "{}",
                tornado.title
            );
            assert!(
                tornado.subtitle.ends_with("widest of 3"),
                "{}",
                tornado.subtitle
            );
            let copied = tornado.to_tsv();
            assert_eq!(copied.lines().count(), 5);
            let last = copied.lines().last().expect("a line");
            assert!(last.ends_with(&format!("6\t8\t{}\t{}", base - 300.0, base - 100.0)));
        });
    }

    #[test]
    fn only_so_many_bars_are_drawn_as_there_are_rows() {
        with_world(Language::Zh, |world| {
            let values = world.scenario.assumptions();
            let swings = analysis::tornado(&values, &world.scenario.spreads(), false, cell(world));
            let tornado = tornado(world, cell(world), &swings, 6);
            assert_eq!(tornado.bars.len(), 6);
            let (least, greatest) = tornado.axis.range;
            for bar in &tornado.bars {
                assert!((least..=greatest).contains(&bar.low.value));
                assert!((least..=greatest).contains(&bar.high.value));
            }
            assert!(tornado.ticks.len() >= 2);
        });
    }

    #[test]
    fn a_result_that_nothing_swings_says_so() {
        with_world(Language::En, |world| {
            let tornado = tornado(world, cell(world), &[], 12);
            assert_eq!(tornado.title, "No assumption swings it in 2032");
            assert!(tornado.axis.position(tornado.base).is_finite());
        });
    }

    #[test]
    fn codes_are_told_in_words() {
        with_world(Language::En, |world| {
            let cell = Cell {
                series: Series::Constraint,
                year: world.year,
            };
            let swings = [swing(Assumption::Fx, (6.0, 8.0), (0.0, 2.0))];
            let tornado = tornado(world, cell, &swings, 12);
            assert_eq!(tornado.bars[0].low.text, "Demand");
            assert_eq!(tornado.bars[0].high.text, "Power");
            let ticks: Vec<&str> = tornado.ticks.iter().map(|tick| tick.1.as_str()).collect();
            assert_eq!(ticks, ["Demand", "Chips", "Power"]);
        });
    }
}
