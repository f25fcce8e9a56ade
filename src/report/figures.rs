//! The charts of the overview: one function builds one chart.

use super::axis::Axis;
use super::chart::{Area, Bracket, Chart, Divider, Dots, Label, Line, LineStroke, Note, Point};
use super::findings;
use super::world::World;
use crate::evidence;
use crate::model::{self, Run, Series, Year};
use crate::theme::Role;

/// The first calendar year of every chart: observations begin here.
const FIRST_YEAR: u16 = 2022;
/// Gaps narrower than this, as a share of need, get no bracket.
const WORTH_A_BRACKET: f64 = 0.005;

/// Need by category as stacked areas, and what is installed.
pub fn need(world: &World<'_>) -> Chart {
    let text = &world.locale.text.charts;
    let categories = [
        (Series::NeedTraining, Role::Training, &text.training),
        (Series::NeedInference, Role::Inference, &text.inference),
        (Series::NeedFinetuning, Role::Finetuning, &text.finetuning),
        (Series::NeedOther, Role::Other, &text.other_ai),
    ];
    let mut areas = Vec::new();
    let mut labels = Vec::new();
    let mut lower = [0.0; model::YEARS];
    for (series, role, name) in categories {
        let values = world.run.years(series);
        let upper: [f64; model::YEARS] = std::array::from_fn(|i| lower[i] + values[i]);
        let bounds = Year::all()
            .map(|y| (calendar(y), lower[y.index()], upper[y.index()]))
            .collect();
        areas.push(Area {
            role,
            opacity: 0.82,
            bounds,
            seam: true,
        });
        let last = Year::LAST.index();
        let middle = f64::midpoint(lower[last], upper[last]);
        labels.push(label(world, name, series, middle, values[last], role));
        lower = upper;
    }

    let dots = observed(Series::Stock);
    let mut installed = dots.clone();
    installed.extend(points(world.run, Series::Stock).into_iter().skip(1));
    let mut lines = Vec::new();
    if world.differs() {
        lines.push(ghost(world.baseline, Series::Need, LineStroke::Ghost));
        labels.push(baseline_label(world, Series::Need));
    }
    lines.push(Line {
        role: Role::Text1,
        stroke: LineStroke::Current,
        points: installed,
        over_area: true,
    });
    labels.push(end_label(
        world,
        &text.installed,
        Series::Stock,
        Role::Text1,
        true,
    ));

    let values = [Series::Need, Series::Stock]
        .into_iter()
        .flat_map(|s| world.run.years(s));
    let shown = values.chain(world.baseline.years(Series::Need)).copied();
    let axis = Axis::linear(shown, &Series::Need.info().unit);
    Chart {
        areas,
        lines,
        dots: vec![Dots {
            role: Role::Text1,
            points: dots,
        }],
        bracket: shortage(world),
        labels,
        ..frame(
            world,
            "need",
            findings::need(world),
            &text.need_subtitle,
            &[Series::Need],
            axis,
        )
    }
}

/// The distance between need and stock in the year in view.
fn shortage(world: &World<'_>) -> Option<Bracket> {
    let text = &world.locale.text.charts;
    let (need, stock) = (world.now(Series::Need), world.now(Series::Stock));
    if (need - stock).abs() < WORTH_A_BRACKET * need {
        return None;
    }
    let (sentence, role) = if need > stock {
        (&text.short, Role::Bad)
    } else {
        (&text.spare, Role::Text2)
    };
    let amount = world.locale.amount(Series::Shortage, (need - stock).abs());
    Some(Bracket {
        from: stock,
        to: need,
        text: sentence.fill(&[("amount", &amount)]),
        caption: String::new(),
        role,
    })
}

/// Need and compute per dollar as indices: the scissors.
pub fn scissors(world: &World<'_>) -> Chart {
    let text = &world.locale.text.charts;
    let (need, per_dollar) = (Series::ComputeIndex, Series::PricePerformanceIndex);
    let bounds = Year::all()
        .map(|y| {
            let (a, b) = (world.run.get(need, y), world.run.get(per_dollar, y));
            (calendar(y), a.min(b), a.max(b))
        })
        .collect();
    let mut lines = Vec::new();
    let mut labels = Vec::new();
    if world.differs() {
        lines.push(ghost(world.baseline, need, LineStroke::Ghost));
        lines.push(ghost(world.baseline, per_dollar, LineStroke::GhostDotted));
        labels.push(baseline_label(world, need));
        labels.push(baseline_label(world, per_dollar));
    }
    lines.push(line(world.run, need, Role::Accent, LineStroke::Current));
    lines.push(line(
        world.run,
        per_dollar,
        Role::PerDollar,
        LineStroke::Current,
    ));
    labels.push(end_label(world, &text.need_index, need, Role::Accent, true));
    labels.push(end_label(
        world,
        &text.per_dollar,
        per_dollar,
        Role::PerDollar,
        true,
    ));

    // Observed prices per H100e as compute per dollar, against the base year of the model.
    let base_price = world.run.get(Series::ComputePrice, Year::BASE);
    let dots: Vec<Point> = observed(Series::ComputePrice)
        .into_iter()
        .map(|(year, price)| (year, base_price / price))
        .collect();
    let shown = [need, per_dollar]
        .into_iter()
        .flat_map(|s| world.run.years(s).iter().chain(world.baseline.years(s)))
        .copied()
        .chain(dots.iter().map(|dot| dot.1));
    let axis = Axis::log(shown, &need.info().unit).with_reference(1.0);
    Chart {
        areas: vec![Area {
            role: Role::Accent,
            opacity: 0.1,
            bounds,
            seam: false,
        }],
        lines,
        dots: vec![Dots {
            role: Role::PerDollar,
            points: dots,
        }],
        bracket: scissors_gap(world),
        labels,
        ..frame(
            world,
            "scissors",
            findings::scissors(world),
            &text.scissors_subtitle,
            &[need, per_dollar],
            axis,
        )
    }
}

fn scissors_gap(world: &World<'_>) -> Option<Bracket> {
    if world.year == Year::BASE {
        return None;
    }
    let text = &world.locale.text.charts;
    let factor = |value| {
        world
            .locale
            .numbers
            .amount(value, &Series::Scissors.info().unit)
            .number
    };
    let caption = if world.differs() {
        text.baseline_value
            .fill(&[("value", &factor(world.baseline_now(Series::Scissors)))])
    } else {
        String::new()
    };
    Some(Bracket {
        from: world.now(Series::PricePerformanceIndex),
        to: world.now(Series::ComputeIndex),
        text: factor(world.now(Series::Scissors)),
        caption,
        role: Role::Text1,
    })
}

/// China: the share of cards aimed for and reached, and how much of its need is covered.
pub fn china(world: &World<'_>) -> Chart {
    let text = &world.locale.text.charts;
    let (share, coverage) = (Series::DomesticShareUnits, Series::ChinaCoverage);
    let target = model::domestic_share_plan(&world.scenario.assumptions());
    let plan = Line {
        role: Role::Accent,
        stroke: LineStroke::Dotted,
        points: Year::all().map(|y| (calendar(y), target[y])).collect(),
        over_area: false,
    };
    let dots = observed(share);
    let mut reached = line(world.run, share, Role::Accent, LineStroke::Current);
    let before_base = dots
        .iter()
        .filter(|dot| dot.0 < calendar(Year::BASE))
        .copied();
    reached.points = before_base.chain(reached.points).collect();

    let mut lines = Vec::new();
    let mut labels = Vec::new();
    if world.differs() {
        lines.push(ghost(world.baseline, coverage, LineStroke::Ghost));
        lines.push(ghost(world.baseline, share, LineStroke::GhostDotted));
        labels.push(baseline_label(world, coverage));
        labels.push(baseline_label(world, share));
    }
    lines.push(plan);
    lines.push(reached);
    lines.push(line(
        world.run,
        coverage,
        Role::ChinaCovered,
        LineStroke::Current,
    ));
    labels.push(label(
        world,
        &text.target,
        share,
        target[Year::LAST],
        target[Year::LAST],
        Role::Accent,
    ));
    labels.push(end_label(world, &text.domestic, share, Role::Accent, true));
    labels.push(end_label(
        world,
        &text.covered,
        coverage,
        Role::ChinaCovered,
        true,
    ));

    let shown = [share, coverage]
        .into_iter()
        .flat_map(|s| world.run.years(s).iter().chain(world.baseline.years(s)))
        .copied();
    let axis = Axis::linear(shown.chain([1.0]), &share.info().unit).with_reference(1.0);
    let note = Note {
        at: (f64::from(FIRST_YEAR), 1.0),
        text: text.all_of_need_met.clone(),
        role: Role::Text3,
    };
    Chart {
        lines,
        dots: vec![Dots {
            role: Role::Accent,
            points: dots,
        }],
        notes: vec![note],
        labels,
        ..frame(
            world,
            "china",
            findings::china(world, target[world.year]),
            &text.china_subtitle,
            &[share, coverage],
            axis,
        )
    }
}

/// A chart with its words and axes, and nothing in it yet.
pub(super) fn frame(
    world: &World<'_>,
    id: &'static str,
    title: String,
    subtitle: &str,
    summed_up: &[Series],
    axis: Axis,
) -> Chart {
    let text = &world.locale.text.charts;
    Chart {
        id,
        title,
        subtitle: subtitle.to_owned(),
        summary: summary(world, summed_up),
        years: (FIRST_YEAR, Year::LAST.calendar()),
        year: world.year.calendar(),
        divider: Divider {
            at: calendar(Year::BASE) + 0.5,
            before: text.actual.clone(),
            after: text.forecast.clone(),
        },
        axis,
        areas: Vec::new(),
        lines: Vec::new(),
        dots: Vec::new(),
        bracket: None,
        notes: Vec::new(),
        labels: Vec::new(),
        strip: None,
    }
}

/// Start, year in view and end of each series in words.
fn summary(world: &World<'_>, series: &[Series]) -> String {
    let locale = &world.locale;
    let sentences: Vec<String> = series
        .iter()
        .map(|&series| {
            let at = |year| locale.amount(series, world.run.get(series, year));
            let end = locale.amount(series, world.baseline.get(series, Year::LAST));
            locale.text.charts.summary.fill(&[
                ("name", &series.info().label.get(locale.language)),
                ("start", &Year::BASE.calendar()),
                ("first", &at(Year::BASE)),
                ("year", &world.year.calendar()),
                ("now", &at(world.year)),
                ("end", &Year::LAST.calendar()),
                ("last", &at(Year::LAST)),
                ("baseline", &end),
            ])
        })
        .collect();
    sentences.join(" ")
}

pub(super) fn calendar(year: Year) -> f64 {
    f64::from(year.calendar())
}

pub(super) fn points(run: &Run, series: Series) -> Vec<Point> {
    Year::all()
        .map(|year| (calendar(year), run.get(series, year)))
        .collect()
}

/// What was observed of a series up to the base year.
pub(super) fn observed(series: Series) -> Vec<Point> {
    evidence::of_series(series)
        .filter(|actual| (FIRST_YEAR..=Year::BASE.calendar()).contains(&actual.year))
        .map(|actual| (f64::from(actual.year), actual.value))
        .collect()
}

pub(super) fn line(run: &Run, series: Series, role: Role, stroke: LineStroke) -> Line {
    Line {
        role,
        stroke,
        points: points(run, series),
        over_area: false,
    }
}

pub(super) fn ghost(baseline: &Run, series: Series, stroke: LineStroke) -> Line {
    line(baseline, series, Role::Ghost, stroke)
}

/// A label at the last value of a series.
pub(super) fn end_label(
    world: &World<'_>,
    name: &str,
    series: Series,
    role: Role,
    strong: bool,
) -> Label {
    let value = world.run.get(series, Year::LAST);
    Label {
        strong,
        ..label(world, name, series, value, value, role)
    }
}

pub(super) fn baseline_label(world: &World<'_>, series: Series) -> Label {
    let value = world.baseline.get(series, Year::LAST);
    label(
        world,
        &world.locale.text.charts.baseline,
        series,
        value,
        value,
        Role::Text3,
    )
}

/// A label at `position` that says `value` in the unit of a series, without naming the unit.
fn label(
    world: &World<'_>,
    name: &str,
    series: Series,
    position: f64,
    value: f64,
    role: Role,
) -> Label {
    let value = world.locale.numbers.axis_value(value, &series.info().unit);
    Label {
        value: position,
        text: format!("{name} {value}"),
        role,
        strong: false,
    }
}
