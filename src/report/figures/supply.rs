//! The chart of what is wanted outside China, what chips and power allow, and the premium.

use super::Figure;
use super::curves::with_unit;
use super::frame::{
    Heading, axis, baseline_label, calendar, end_label, frame, ghost, line, observed, row, shown,
};
use super::strip::strip;
use crate::model::{Series, Year};
use crate::report::axis::Scale;
use crate::report::chart::{Area, Chart, DotShape, Dots, LineStroke, Note};
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
        labels.push(baseline_label(world, Series::Wanted, None));
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
            shape: DotShape::Circle,
            role: Role::Text1,
            points: dots,
        }],
        notes: note.into_iter().collect(),
        labels,
        strip: Some(strip(
            world,
            Series::Premium,
            (&text.premium, &text.premium_unit),
            (1.0, 1.2),
        )),
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
