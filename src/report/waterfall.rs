//! Why a result is not what it is in the baseline: steps from one to the other, one a change.

use super::axis::Axis;
use super::findings::uncertainty as findings;
use super::payback::is_never;
use super::tsv::Tsv;
use super::world::World;
use crate::analysis::{Attribution, Cell, Part, is_code};
use crate::model::assumptions::Kind;
use crate::model::{Assumption, Series};
use crate::theme::Role;

/// Steps that together move less than this part of the result would be hairlines on an axis from
/// zero: there the axis begins closer to them.
const FLAT: f64 = 0.15;
/// How far below the steps such an axis begins, in their height.
const MARGIN: f64 = 0.5;

/// Steps from the result of the baseline to that of the scenario.
#[derive(Clone, Debug)]
pub struct Waterfall {
    /// What explains the difference, as a finding.
    pub title: String,
    /// What is measured, and how the difference was split.
    pub subtitle: String,
    /// What one is looking at.
    pub about: String,
    /// The steps in words, for those who cannot see them.
    pub summary: String,
    /// The axis of the result.
    pub axis: Axis,
    /// The bars from the left; none where there is nothing to split.
    pub bars: Vec<Bar>,
    /// Why there is nothing to split, where that is so.
    pub empty: Option<String>,
    /// What stands over the columns of a copy.
    columns: [String; 2],
}

/// A bar of a waterfall.
#[derive(Clone, Debug)]
pub struct Bar {
    /// What it is.
    pub kind: BarKind,
    /// What stands below it.
    pub name: String,
    /// Is that set in semi-bold?
    pub is_strong: bool,
    /// The number at its end.
    pub text: String,
    /// Where it begins.
    pub from: f64,
    /// Where it ends: the next one begins there.
    pub to: f64,
    /// Its colour.
    pub role: Role,
    /// All of it in a sentence.
    pub sentence: String,
}

/// What a bar of a waterfall stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarKind {
    /// A result, from the foot of the axis.
    Result,
    /// What a change contributes.
    Change(Assumption),
    /// What all further changes contribute.
    Others,
}

/// The picture of a difference; at most `most` changes have a bar of their own.
pub fn waterfall(
    world: &World<'_>,
    cell: Cell,
    attribution: &Attribution,
    most: usize,
) -> Waterfall {
    let text = &world.locale.text.uncertainty.waterfall;
    let empty = emptiness(world, cell, attribution);
    let bars = match empty {
        Some(_) => Vec::new(),
        None => bars(world, cell, attribution, most),
    };
    let title = match &empty {
        Some(_) => text.title_empty.clone(),
        None => findings::waterfall(world, attribution),
    };
    let axis = axis(world, cell.series, &bars);
    Waterfall {
        title,
        subtitle: subtitle(world, cell, attribution, &axis),
        about: text.about.clone(),
        summary: empty.clone().unwrap_or_else(|| summary(world, &bars)),
        axis,
        bars,
        empty,
        columns: text.columns.clone(),
    }
}

impl Waterfall {
    /// All bars as tab-separated text with all digits, as a spreadsheet takes it.
    pub fn to_tsv(&self) -> String {
        let mut tsv = Tsv::titled(&self.title, &self.subtitle);
        tsv.line(self.columns.iter().map(String::as_str), []);
        for bar in &self.bars {
            let value = match bar.kind {
                BarKind::Result => bar.to,
                BarKind::Change(_) | BarKind::Others => bar.to - bar.from,
            };
            tsv.line([&*bar.name], [(value * self.axis.factor).to_string()]);
        }
        tsv.text()
    }
}

/// Why there is nothing to split, where that is so.
fn emptiness(world: &World<'_>, cell: Cell, attribution: &Attribution) -> Option<String> {
    let text = &world.locale.text.uncertainty.waterfall;
    let is_endless = |value| cell.series == Series::LeasePayback && is_never(value);
    let year = cell.year.calendar();
    if attribution.parts.is_empty() {
        return Some(text.no_changes.clone());
    }
    if is_code(cell.series) {
        return Some(text.is_word.clone());
    }
    if is_endless(attribution.from) || is_endless(attribution.to) {
        return Some(text.not_comparable.clone());
    }
    let has_effect = attribution
        .parts
        .iter()
        .any(|part| part.contribution != 0.0);
    (!has_effect).then(|| text.no_effect.fill(&[("year", &year)]))
}

fn bars(world: &World<'_>, cell: Cell, attribution: &Attribution, most: usize) -> Vec<Bar> {
    let text = &world.locale.text.uncertainty.waterfall;
    let mut bars = vec![result(
        world,
        cell,
        (&text.baseline, attribution.from),
        Role::Ghost,
    )];
    let mut level = attribution.from;
    // One bar for one other change would be no smaller than that of the change itself.
    let all = attribution.parts.len();
    let own = if all <= most + 1 { all } else { most };
    for part in &attribution.parts[..own] {
        bars.push(change(world, cell, part, level));
        level += part.contribution;
    }
    if own < all {
        bars.push(others(world, cell, all - own, (level, attribution.to)));
    }
    bars.push(result(
        world,
        cell,
        (&text.scenario, attribution.to),
        Role::Accent,
    ));
    bars
}

/// The bar of a result with its name.
fn result(world: &World<'_>, cell: Cell, (name, value): (&str, f64), role: Role) -> Bar {
    let amount = world.locale.amount(cell.series, value);
    let sentence = &world.locale.text.uncertainty.waterfall.result;
    Bar {
        kind: BarKind::Result,
        name: name.to_owned(),
        is_strong: true,
        text: world
            .locale
            .numbers
            .axis_value(value, &cell.series.info().unit),
        from: 0.0,
        to: value,
        role,
        sentence: sentence.fill(&[("name", &name), ("value", &amount)]),
    }
}

/// The bar of a change that starts at `from`.
fn change(world: &World<'_>, cell: Cell, part: &Part, from: f64) -> Bar {
    let locale = &world.locale;
    let lever = part.assumption;
    let baseline = world.scenario.baseline.range(lever).base;
    let [before, after] = locale.two_values(lever, (baseline, world.scenario.value(lever)));
    let unnamed = step(world, cell, (from, from + part.contribution));
    let name = locale.short_name(lever);
    let sentence = locale.text.uncertainty.waterfall.change.fill(&[
        ("name", &name),
        ("before", &before),
        ("after", &after),
        ("contribution", &unnamed.text),
    ]);
    Bar {
        kind: BarKind::Change(lever),
        name: name.to_owned(),
        is_strong: lever.info().kind == Kind::Headline,
        sentence,
        ..unnamed
    }
}

/// The bar of all further changes, up to the result of the scenario.
fn others(world: &World<'_>, cell: Cell, count: usize, ends: (f64, f64)) -> Bar {
    let text = &world.locale.text.uncertainty.waterfall;
    let unnamed = step(world, cell, ends);
    let name = text.others.fill(&[("count", &count)]);
    let sentence = text
        .result
        .fill(&[("name", &name), ("value", &unnamed.text)]);
    Bar {
        name,
        sentence,
        ..unnamed
    }
}

/// A bar from one level to the next, not yet with a name.
fn step(world: &World<'_>, cell: Cell, (from, to): (f64, f64)) -> Bar {
    let unit = &cell.series.info().unit;
    Bar {
        kind: BarKind::Others,
        name: String::new(),
        is_strong: false,
        text: world.locale.numbers.difference(to, from, unit),
        from,
        to,
        role: if to < from { Role::Bad } else { Role::Good },
        sentence: String::new(),
    }
}

/// An axis from zero; closer to the steps where they would not be seen on that.
fn axis(world: &World<'_>, series: Series, bars: &[Bar]) -> Axis {
    let unit = &series.info().unit;
    let factor = world.locale.numbers.factor(unit);
    let levels = || bars.iter().map(|bar| bar.to);
    let (least, greatest) = levels().fold((f64::INFINITY, f64::NEG_INFINITY), |range, level| {
        (range.0.min(level), range.1.max(level))
    });
    let height = greatest - least;
    if least > 0.0 && height < FLAT * greatest && height > 0.0 {
        let foot = least - MARGIN * height;
        let close = Axis::fitted(levels().chain([foot]), unit, factor);
        return close.clone().with_reference(close.range.0);
    }
    Axis::linear(levels(), unit, factor)
}

fn subtitle(world: &World<'_>, cell: Cell, attribution: &Attribution, axis: &Axis) -> String {
    let text = &world.locale.text.uncertainty.waterfall;
    let measure = world.locale.measure(cell.series, cell.year);
    let mut subtitle = match attribution.error() {
        None => text.subtitle.fill(&[("measure", &measure)]),
        Some(error) => text.subtitle_estimated.fill(&[
            ("measure", &measure),
            ("orders", &Attribution::ORDERS),
            ("error", &deviation(world, cell, error)),
        ]),
    };
    let foot = axis.range.0;
    if foot > 0.0 {
        let foot = world.locale.numbers.tick(foot, &axis.unit);
        subtitle += &text.axis_from.fill(&[("foot", &foot)]);
    }
    subtitle
}

/// A standard error without its sign.
fn deviation(world: &World<'_>, cell: Cell, error: f64) -> String {
    let unit = &cell.series.info().unit;
    let signed = world.locale.numbers.difference(error, 0.0, unit);
    signed.trim_start_matches('+').to_owned()
}

fn summary(world: &World<'_>, bars: &[Bar]) -> String {
    let sentences: Vec<&str> = bars.iter().map(|bar| bar.sentence.as_str()).collect();
    let text = &world.locale.text.uncertainty.tornado;
    sentences.join(&text.between_sentences)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Year;
    use crate::report::world::Locale;
    use crate::scenario::{Baseline, Scenario};
    use crate::text::Language;

    const LEVERS: [Assumption; 4] = [
        Assumption::ModelGrowth,
        Assumption::GpuSupplyGrowth,
        Assumption::ChipPriceChange,
        Assumption::Fx,
    ];

    /// A waterfall from 2000 with contributions of the levers above, estimated with an error.
    fn of(contributions: &[f64], error: Option<f64>, most: usize) -> Waterfall {
        let part = |(&contribution, &assumption)| Part {
            assumption,
            contribution,
            error,
        };
        let parts: Vec<Part> = contributions.iter().zip(&LEVERS).map(part).collect();
        let attribution = Attribution {
            from: 2000.0,
            to: 2000.0 + contributions.iter().sum::<f64>(),
            parts,
        };
        let scenario = Scenario::new(Baseline::current());
        let run = scenario.run();
        let world = World::alone(&scenario, &run, Year::LAST, Locale::of(Language::En));
        let cell = Cell {
            series: Series::Capex,
            year: Year::LAST,
        };
        waterfall(&world, cell, &attribution, most)
    }

    #[test]
    fn each_bar_begins_where_the_last_one_ends() {
        let picture = of(&[-900.0, 400.0, -50.0], None, 8);
        let ends: Vec<(f64, f64)> = picture.bars.iter().map(|bar| (bar.from, bar.to)).collect();
        let steps = [(2000.0, 1100.0), (1100.0, 1500.0), (1500.0, 1450.0)];
        let results = ((0.0, 2000.0), (0.0, 1450.0));
        assert_eq!(ends, [&[results.0], &steps[..], &[results.1]].concat());
        let texts: Vec<&str> = picture.bars.iter().map(|bar| bar.text.as_str()).collect();
        assert_eq!(texts, ["2,000", "−900", "+400", "−50", "1,450"]);
        let roles: Vec<Role> = picture.bars.iter().map(|bar| bar.role).collect();
        let changes = [Role::Bad, Role::Good, Role::Bad];
        assert_eq!(
            roles,
            [&[Role::Ghost], &changes[..], &[Role::Accent]].concat()
        );
        let title = "Model growth explains most of the fall; GPU supply pushes back";
        assert_eq!(picture.title, title);
        assert_eq!(picture.axis.range.0, 0.0);
        assert!(
            picture
                .to_tsv()
                .ends_with("GPU price\t-50\nThis scenario\t1450\n")
        );
    }

    #[test]
    fn what_has_no_bar_of_its_own_is_in_the_last_one() {
        let parts = [-400.0, -200.0, 100.0, -20.0];
        assert_eq!(of(&parts, None, 3).bars.len(), 6, "one other has its own");
        let picture = of(&parts, None, 2);
        let others = &picture.bars[3];
        assert_eq!(
            (others.kind, others.name.as_str()),
            (BarKind::Others, "2 others")
        );
        assert_eq!((others.from, others.to), (1400.0, 1480.0));
    }

    #[test]
    fn an_estimate_tells_its_error_and_a_close_axis_its_foot() {
        let picture = of(&[40.0, -10.0], Some(1.6), 8);
        assert!(picture.subtitle.contains("256"), "{}", picture.subtitle);
        assert!(
            picture.subtitle.contains("standard error at most 1.6"),
            "{}",
            picture.subtitle
        );
        // The levels are 2000, 2040 and 2030, and half their height is left below.
        assert_eq!(picture.axis.range, (1980.0, 2040.0));
        assert!(
            picture.subtitle.ends_with("axis from 1,980"),
            "{}",
            picture.subtitle
        );
    }

    #[test]
    fn nothing_to_split_is_said_so() {
        let unchanged = of(&[], None, 8);
        assert!(unchanged.bars.is_empty() && unchanged.empty.is_some());
        let without_effect = of(&[0.0], None, 8);
        let empty = without_effect.empty.expect("a sentence");
        assert!(empty.contains("2032"), "{empty}");
    }

    #[test]
    fn the_title_knows_which_way_it_went() {
        for (contributions, title) in [
            (&[90.0][..], "Model growth explains all of the rise"),
            (&[90.0, 10.0], "Model growth explains most of the rise"),
            (&[-90.0, -10.0], "Model growth explains most of the fall"),
            (
                &[-90.0, 60.0, 50.0],
                "GPU supply and others outweigh Model growth",
            ),
        ] {
            assert_eq!(of(contributions, None, 8).title, title);
        }
    }
}
