//! The chart of what is wanted outside China, what chips and power allow, and the premium.

use super::Figure;
use super::area::unmet;
use super::frame::{
    Heading, axis, baseline_label, calendar, circles, end_label, frame, ghost, line, observed, row,
    shown, with_unit,
};
use super::strip::strip;
use crate::model::{Series, Year};
use crate::report::axis::{Axis, Scale};
use crate::report::chart::{Chart, Label, Line, LineStroke, Note, Point, Row};
use crate::report::findings;
use crate::report::world::{Binding, World};
use crate::theme::Role;

/// What is wanted, what chips and power allow, and the premium that parts them.
pub fn supply(world: &World<'_>) -> Chart {
    let text = &world.locale.text.charts;
    let (lines, labels) = lines(world);
    let delivered = observed(world, Series::Delivered);
    let axis = axis_of(world, &delivered);
    let heading = Heading {
        title: findings::supply(world),
        subtitle: with_unit(world, &text.supply_subtitle, &axis.unit, axis.scale),
        told: &[Series::Wanted, Series::Supply, Series::Premium],
    };
    let premium = (text.premium.as_str(), text.premium_unit.as_str());
    Chart {
        areas: vec![unmet(world, Series::Supply, Series::Wanted)],
        lines,
        notes: delivered_note(world, &delivered).into_iter().collect(),
        dots: vec![circles(Role::Text1, delivered)],
        labels,
        strip: Some(strip(world, Series::Premium, premium, (1.0, 1.2))),
        rows: rows(world),
        ..frame(world, Figure::Supply, heading, axis)
    }
}

/// The baseline's lines, the limits, and on top what is wanted.
fn lines(world: &World<'_>) -> (Vec<Line>, Vec<Label>) {
    let text = &world.locale.text.charts;
    let wanted = Series::Wanted;
    let mut lines = Vec::new();
    let mut labels = Vec::new();
    if world.differs() {
        let supply = Series::Supply;
        lines.push(ghost(world.baseline, wanted, LineStroke::Ghost));
        lines.push(ghost(world.baseline, supply, LineStroke::GhostDotted));
        labels.push(baseline_label(world, wanted, None));
    }
    for limit in [Binding::Chips, Binding::Power] {
        let (line, label) = limit_line(world, limit);
        lines.push(line);
        labels.push(label);
    }
    lines.push(line(world.run, wanted, Role::Accent, LineStroke::Current));
    labels.push(end_label(world, &text.wanted, wanted, Role::Accent, true));
    (lines, labels)
}

/// What chips or power allow, stronger where it is what binds.
fn limit_line(world: &World<'_>, limit: Binding) -> (Line, Label) {
    let text = &world.locale.text.charts;
    let (series, role, text_role, name) = match limit {
        Binding::Power => (
            Series::PowerSupply,
            Role::BindingPower,
            Role::BindingPowerText,
            &text.power_allows,
        ),
        _ => (
            Series::ChipSupply,
            Role::BindingChips,
            Role::BindingChips,
            &text.chips_allow,
        ),
    };
    let binds = limit == world.binding(world.year);
    let stroke = if binds {
        LineStroke::Binding
    } else {
        LineStroke::Secondary
    };
    (
        line(world.run, series, role, stroke),
        end_label(world, name, series, text_role, binds),
    )
}

/// An axis around all that is shown.
fn axis_of(world: &World<'_>, delivered: &[Point]) -> Axis {
    let limiting = [Series::Wanted, Series::ChipSupply, Series::PowerSupply];
    let values = shown(world, &limiting).chain(delivered.iter().map(|dot| dot.1));
    axis(world, Scale::Log, values, &Series::Wanted.info().unit)
}

/// Says at the first observation, if it is early enough for words, that it was delivered.
fn delivered_note(world: &World<'_>, delivered: &[Point]) -> Option<Note> {
    let is_early = |dot: &&Point| dot.0 < calendar(Year::BASE) - 1.0;
    delivered.iter().find(is_early).map(|&at| Note {
        at,
        text: world.locale.text.charts.delivered.clone(),
        role: Role::Text3,
    })
}

fn rows(world: &World<'_>) -> Vec<Row> {
    let text = &world.locale.text.charts;
    [
        (&text.wanted, Series::Wanted, Role::Accent),
        (&text.chips_allow, Series::ChipSupply, Role::BindingChips),
        (&text.power_allows, Series::PowerSupply, Role::BindingPower),
        (&text.premium, Series::Premium, Role::Accent),
    ]
    .map(|(name, series, role)| row(world, name, series, role))
    .into()
}
