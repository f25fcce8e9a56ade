//! The table of segments: what each takes in, keeps and earns, and the sum of all.

use std::cmp::Ordering;

use super::supplier_table::largest;
use super::world::World;
use crate::model::suppliers::{Origin, Part};
use crate::model::{Measure, Run, Segment, Series, YEARS, Year};

/// A segment, or all of them, with its money.
#[derive(Clone, Debug)]
pub struct SegmentRow {
    /// Which; none for the sum of all.
    pub segment: Option<Segment>,
    /// What it is called.
    pub name: String,
    /// What its customers pay, billion USD; none for all, as segments pay each other.
    pub revenue: Option<f64>,
    /// What it keeps, billion USD; negative where it loses money on its chips.
    pub captured: f64,
    /// Its net profit, billion USD.
    pub profit: f64,
    /// The Chinese part of what it keeps, if it keeps anything.
    pub chinese: Option<f64>,
    /// What it keeps over all spending.
    pub of_spending: f64,
    /// Which measure is in view.
    pub measure: Measure,
    /// The measure in view, of all years, billion USD; none where it has no sum.
    pub measured: Option<[f64; YEARS]>,
    /// The same in the baseline.
    pub baseline: Option<[f64; YEARS]>,
    /// What named suppliers leave of each of its parts, 0 to 1; empty parts are left out.
    pub left: Vec<(Part, f64)>,
    /// The year in view.
    pub year: Year,
}

impl SegmentRow {
    /// The measure in view over that of the base year, if there was any then.
    pub fn multiple(&self) -> Option<f64> {
        let measured = self.measured?;
        let first = measured[Year::BASE.index()];
        let now = measured[self.year.index()];
        (first > 0.0 && now > 0.0).then(|| now / first)
    }

    /// The measure in view over the baseline's, if both are gains.
    pub fn against_baseline(&self) -> Option<f64> {
        let (now, baseline) = (self.measured?, self.baseline?);
        let (now, baseline) = (now[self.year.index()], baseline[self.year.index()]);
        (baseline > 0.0 && now > 0.0).then(|| now / baseline)
    }
}

/// What the table is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SegmentSort {
    /// Name in the language shown.
    Name,
    /// What customers pay.
    Revenue,
    /// What it keeps.
    #[default]
    Captured,
    /// Net profit.
    Profit,
    /// The Chinese part.
    Chinese,
    /// The share of spending.
    OfSpending,
    /// Growth since the base year.
    Multiple,
    /// Difference to the baseline.
    Change,
}

/// All segments in order; multiples, differences and curves are those of one measure.
pub fn segment_rows(
    world: &World<'_>,
    measure: Measure,
    sort: SegmentSort,
    reversed: bool,
) -> Vec<SegmentRow> {
    let segments = Segment::ALL.iter();
    let mut rows: Vec<_> = segments
        .map(|&segment| row(world, segment, measure))
        .collect();
    rows.sort_by(|a, b| {
        let order = compare(a, b, sort);
        if reversed { order.reverse() } else { order }
    });
    rows
}

/// The sum of all segments: what they keep is all that is spent.
pub fn all_segments(world: &World<'_>, measure: Measure) -> SegmentRow {
    let sum = |run: &Run, measure, year| -> f64 {
        let of = |&segment: &Segment| run.get(Series::of_segment(segment, measure), year);
        Segment::ALL.iter().map(of).sum()
    };
    let captured = sum(world.run, Measure::Captured, world.year);
    let years = |run: &Run| {
        let years = Year::all().map(|year| sum(run, measure, year));
        (measure != Measure::Revenue).then(|| by_year(years))
    };
    SegmentRow {
        segment: None,
        name: world.locale.text.chain.segments.all.clone(),
        revenue: None,
        captured,
        profit: sum(world.run, Measure::Profit, world.year),
        chinese: part_of(sum(world.run, Measure::China, world.year), captured),
        of_spending: captured / world.now(Series::Capex),
        measure,
        measured: years(world.run),
        baseline: years(world.baseline),
        left: Vec::new(),
        year: world.year,
    }
}

fn row(world: &World<'_>, segment: Segment, measure: Measure) -> SegmentRow {
    let now = |measure| world.now(Series::of_segment(segment, measure));
    let years = |run: &Run| {
        let of = |year| run.get(Series::of_segment(segment, measure), year);
        Some(by_year(Year::all().map(of)))
    };
    let captured = now(Measure::Captured);
    SegmentRow {
        segment: Some(segment),
        name: segment_name(world, segment).to_owned(),
        revenue: Some(now(Measure::Revenue)),
        captured,
        profit: now(Measure::Profit),
        chinese: part_of(now(Measure::China), captured),
        of_spending: captured / world.now(Series::Capex),
        measure,
        measured: years(world.run),
        baseline: years(world.baseline),
        left: left(world, segment),
        year: world.year,
    }
}

/// What a segment is called among those who keep money.
pub fn segment_name<'a>(world: &World<'a>, segment: Segment) -> &'a str {
    let names = &world.locale.text.chain.captured;
    names.get(segment.id()).map_or(segment.id(), String::as_str)
}

fn left(world: &World<'_>, segment: Segment) -> Vec<(Part, f64)> {
    let parts = Part::all(segment).into_iter();
    parts
        .filter(|part| part.revenue(world.run, world.year) > 0.0)
        .map(|part| (part, world.scenario.share_left(part, None)))
        .collect()
}

/// What named suppliers leave of a segment, as sentences.
pub fn left_in_words(world: &World<'_>, row: &SegmentRow) -> String {
    let texts = &world.locale.text.chain.segments;
    let sentence = |(part, left): &(Part, f64)| {
        let template = match part.origin {
            None => &texts.left,
            Some(Origin::China) => &texts.left_of_china,
            Some(Origin::Foreign) => &texts.left_of_foreign,
        };
        template.fill(&[("share", &world.locale.numbers.share(*left))])
    };
    let sentences: Vec<_> = row.left.iter().map(sentence).collect();
    sentences.join("\n")
}

fn part_of(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| (part / whole).clamp(0.0, 1.0))
}

fn by_year(values: impl Iterator<Item = f64>) -> [f64; YEARS] {
    let mut years = [0.0; YEARS];
    for (year, value) in years.iter_mut().zip(values) {
        *year = value;
    }
    years
}

/// Largest first; names from A.
fn compare(a: &SegmentRow, b: &SegmentRow, by: SegmentSort) -> Ordering {
    let of = |value: fn(&SegmentRow) -> Option<f64>| largest(value(a), value(b));
    match by {
        SegmentSort::Name => a.name.cmp(&b.name),
        SegmentSort::Revenue => of(|row| row.revenue),
        SegmentSort::Captured => of(|row| Some(row.captured)),
        SegmentSort::Profit => of(|row| Some(row.profit)),
        SegmentSort::Chinese => of(|row| row.chinese),
        SegmentSort::OfSpending => of(|row| Some(row.of_spending)),
        SegmentSort::Multiple => of(SegmentRow::multiple),
        SegmentSort::Change => of(SegmentRow::against_baseline),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Locale;
    use crate::scenario::shipped::shipped;
    use crate::text::Language;

    #[test]
    fn segments_sum_to_spending_in_every_world_and_year() {
        for shipped in shipped() {
            let scenario = shipped.scenario();
            let run = scenario.run();
            for year in Year::all() {
                let world = World::alone(scenario, &run, year, Locale::of(Language::En));
                let all = all_segments(&world, Measure::Captured);
                let rows = segment_rows(&world, Measure::Captured, SegmentSort::Name, false);
                let capex = run.get(Series::Capex, year);
                assert!(
                    (all.captured - capex).abs() < 1e-9 * capex,
                    "{}",
                    shipped.id
                );
                let sum: f64 = rows.iter().map(|row| row.captured).sum();
                assert!((sum - capex).abs() < 1e-9 * capex, "{}", shipped.id);
                let profit = run.get(Series::ProfitTotal, year);
                assert!((all.profit - profit).abs() < 1e-9 * profit.abs().max(1.0));
                assert!((all.of_spending - 1.0).abs() < 1e-9);
            }
        }
    }
}
