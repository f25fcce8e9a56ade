//! The charts of the overview: one function builds one chart.

use super::Figure;
use super::curves::with_unit;
use super::frame::{
    Heading, axis, baseline_label, calendar, end_label, frame, ghost, label, line, observed,
    points, row, shown,
};
use crate::model::{self, Series, Year};
use crate::report::axis::Scale;
use crate::report::chart::{
    Area, Bracket, Chart, DotShape, Dots, Line, LineStroke, Note, Point, Row,
};
use crate::report::findings;
use crate::report::world::World;
use crate::theme::Role;

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
    let unit = &Series::Need.info().unit;
    let mut areas = Vec::new();
    let mut labels = Vec::new();
    let mut rows = vec![row(world, &text.need_index, Series::Need, Role::Text2)];
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
        let last = world.span.last_year().index();
        let middle = f64::midpoint(lower[last], upper[last]);
        labels.push(label(world, name, unit, middle, values[last], role));
        rows.push(row(world, name, series, role));
        lower = upper;
    }

    rows.push(row(world, &text.installed, Series::Stock, Role::Text1));
    let dots = observed(world, Series::Stock);
    let mut installed = dots.clone();
    installed.extend(points(world.run, Series::Stock).into_iter().skip(1));
    let mut lines = Vec::new();
    if world.differs() {
        lines.push(ghost(world.baseline, Series::Need, LineStroke::Ghost));
        labels.push(baseline_label(world, Series::Need, None));
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

    let heading = Heading {
        title: findings::need(world),
        subtitle: with_unit(world, &text.need_subtitle, unit, Scale::Linear),
        told: &[Series::Need],
    };
    let values = shown(world, &[Series::Need, Series::Stock]);
    let axis = axis(world, Scale::Linear, values, unit);
    Chart {
        areas,
        lines,
        dots: vec![Dots {
            shape: DotShape::Circle,
            role: Role::Text1,
            points: dots,
        }],
        bracket: shortage(world),
        labels,
        rows,
        ..frame(world, Figure::Need, heading, axis)
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
        labels.push(baseline_label(world, need, Some(&text.need_index)));
        labels.push(baseline_label(world, per_dollar, Some(&text.per_dollar)));
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
    let dots: Vec<Point> = observed(world, Series::ComputePrice)
        .into_iter()
        .map(|(year, price)| (year, base_price / price))
        .collect();
    let unit = &need.info().unit;
    let both = [need, per_dollar];
    let values = shown(world, &both).chain(dots.iter().map(|dot| dot.1));
    let axis = axis(world, Scale::Log, values, unit).with_reference(1.0);
    let heading = Heading {
        title: findings::scissors(world),
        subtitle: text.scissors_subtitle.clone(),
        told: &both,
    };
    Chart {
        areas: vec![Area {
            role: Role::Accent,
            opacity: 0.1,
            bounds,
            seam: false,
        }],
        lines,
        dots: vec![Dots {
            shape: DotShape::Circle,
            role: Role::PerDollar,
            points: dots,
        }],
        bracket: scissors_gap(world),
        labels,
        rows: vec![
            row(world, &text.need_index, need, Role::Accent),
            row(world, &text.per_dollar, per_dollar, Role::PerDollar),
            row(world, &text.gap, Series::Scissors, Role::Text1),
        ],
        ..frame(world, Figure::Scissors, heading, axis)
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
pub fn china_target(world: &World<'_>) -> Chart {
    let text = &world.locale.text.charts;
    let (share, coverage) = (Series::DomesticShareUnits, Series::ChinaCoverage);
    let target = model::domestic_share_plan(&world.scenario.assumptions());
    let plan: Vec<Point> = Year::all().map(|y| (calendar(y), target[y])).collect();
    let dots = observed(world, share);
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
        labels.push(baseline_label(world, coverage, Some(&text.covered)));
        labels.push(baseline_label(world, share, Some(&text.domestic)));
    }
    lines.push(Line {
        role: Role::Accent,
        stroke: LineStroke::Dotted,
        points: plan.clone(),
        over_area: false,
    });
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
        &share.info().unit,
        target[world.span.last_year()],
        target[world.span.last_year()],
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

    let both = [share, coverage];
    let values = shown(world, &both).chain([1.0]);
    let axis = axis(world, Scale::Linear, values, &share.info().unit).with_reference(1.0);
    let note = Note {
        at: (f64::from(world.span.first), 1.0),
        text: text.all_of_need_met.clone(),
        role: Role::Text3,
    };
    let heading = Heading {
        title: findings::china(world, target[world.year]),
        subtitle: text.china_subtitle.clone(),
        told: &both,
    };
    let mut rows = vec![
        row(world, &text.domestic, share, Role::Accent),
        row(world, &text.covered, coverage, Role::ChinaCovered),
    ];
    rows.insert(
        1,
        Row {
            name: text.target.clone(),
            role: Role::Accent,
            unit: share.info().unit.clone(),
            values: plan.clone(),
            baseline: Vec::new(),
            observed: Vec::new(),
        },
    );
    Chart {
        lines,
        dots: vec![Dots {
            shape: DotShape::Circle,
            role: Role::Accent,
            points: dots,
        }],
        notes: vec![note],
        labels,
        rows,
        ..frame(world, Figure::ChinaTarget, heading, axis)
    }
}
