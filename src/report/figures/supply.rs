//! The chart of what is wanted outside China, what chips and power allow, and the premium.

use super::Figure;
use super::curves::with_unit;
use super::frame::{
    Heading, axis, baseline_label, calendar, end_label, frame, ghost, line, observed, row, shown,
};
use crate::model::{Series, Year};
use crate::report::axis::{Axis, Scale};
use crate::report::chart::{Area, Chart, Dots, Label, LineStroke, Note, Strip, StripBar};
use crate::report::findings;
use crate::report::world::{Binding, World};
use crate::theme::Role;

/// What is wanted, what chips and power allow, and the premium that parts them.
pub fn supply(world: &World<'_>) -> Chart {
    let text = &world.locale.text.charts;
    let binding = world.binding(world.year);
    let limits = [
        (
            Series::ChipSupply,
            Role::BindingChips,
            Role::BindingChips,
            &text.chips_allow,
            Binding::Chips,
        ),
        (
            Series::PowerSupply,
            Role::BindingPower,
            Role::BindingPowerText,
            &text.power_allows,
            Binding::Power,
        ),
    ];
    let mut lines = Vec::new();
    let mut labels = Vec::new();
    if world.differs() {
        lines.push(ghost(world.baseline, Series::Wanted, LineStroke::Ghost));
        lines.push(ghost(
            world.baseline,
            Series::Supply,
            LineStroke::GhostDotted,
        ));
        labels.push(baseline_label(world, Series::Wanted));
    }
    for (series, role, text_role, name, constraint) in limits {
        let binds = constraint == binding;
        let stroke = if binds {
            LineStroke::Binding
        } else {
            LineStroke::Secondary
        };
        lines.push(line(world.run, series, role, stroke));
        labels.push(end_label(world, name, series, text_role, binds));
    }
    lines.push(line(
        world.run,
        Series::Wanted,
        Role::Accent,
        LineStroke::Current,
    ));
    labels.push(end_label(
        world,
        &text.wanted,
        Series::Wanted,
        Role::Accent,
        true,
    ));

    let dots = observed(world, Series::Delivered);
    let note = dots
        .iter()
        .find(|dot| dot.0 < calendar(Year::BASE) - 1.0)
        .map(|&(year, value)| Note {
            at: (year, value),
            text: text.delivered.clone(),
            role: Role::Text3,
        });
    let unit = &Series::Wanted.info().unit;
    let limiting = [Series::Wanted, Series::ChipSupply, Series::PowerSupply];
    let values = shown(world, &limiting).chain(dots.iter().map(|dot| dot.1));
    let axis = axis(world, Scale::Log, values, unit);
    let heading = Heading {
        title: findings::supply(world),
        subtitle: with_unit(world, &text.supply_subtitle, unit, Scale::Log),
        told: &[Series::Wanted, Series::Supply, Series::Premium],
    };
    let rows = [
        (&text.wanted, Series::Wanted, Role::Accent),
        (&text.chips_allow, Series::ChipSupply, Role::BindingChips),
        (&text.power_allows, Series::PowerSupply, Role::BindingPower),
        (&text.premium, Series::Premium, Role::Accent),
    ];
    Chart {
        areas: vec![unmet(world)],
        lines,
        dots: vec![Dots {
            role: Role::Text1,
            points: dots,
        }],
        notes: note.into_iter().collect(),
        labels,
        strip: Some(premium(world)),
        rows: rows
            .into_iter()
            .map(|(name, series, role)| row(world, name, series, role))
            .collect(),
        ..frame(world, Figure::Supply, heading, axis)
    }
}

/// Between what is wanted and what can be deployed.
fn unmet(world: &World<'_>) -> Area {
    let bounds = Year::all()
        .map(|year| {
            let supply = world.run.get(Series::Supply, year);
            (
                calendar(year),
                supply,
                world.run.get(Series::Wanted, year).max(supply),
            )
        })
        .collect();
    Area {
        role: Role::Bad,
        opacity: 0.12,
        bounds,
        seam: false,
    }
}

fn premium(world: &World<'_>) -> Strip {
    let text = &world.locale.text.charts;
    let series = Series::Premium;
    let bars = world
        .span
        .years()
        .map(|year| StripBar {
            year: year.calendar(),
            value: world.run.get(series, year),
            baseline: world.differs().then(|| world.baseline.get(series, year)),
        })
        .collect();
    let bars_of = [series];
    let values = shown(world, &bars_of);
    let (low, high) = values.fold((1.0_f64, 1.2_f64), |(low, high), v| {
        (low.min(v), high.max(v))
    });
    let axis = Axis {
        range: (low, high),
        ..axis(
            world,
            Scale::Linear,
            std::iter::empty(),
            &series.info().unit,
        )
        .with_reference(1.0)
    };
    let value = |value| world.locale.numbers.axis_value(value, &series.info().unit);
    let label = |number: f64, text: String, role, strong| Label {
        value: number,
        text,
        role,
        strong,
    };
    let now = world.now(series);
    let mut labels = vec![label(
        now,
        format!("{} {}", world.year.calendar(), value(now)),
        Role::Accent,
        true,
    )];
    if world.differs() {
        let baseline = world.baseline_now(series);
        let text = format!("{} {}", text.baseline, value(baseline));
        labels.push(label(baseline, text, Role::Text3, false));
    }
    Strip {
        title: (text.premium.clone(), text.premium_unit.clone()),
        bars,
        axis,
        labels,
    }
}
