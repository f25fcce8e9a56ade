//! Any one series: with its baseline, what was observed, and what it is.

use super::Figure;
use super::curves::{Curve, curves};
use crate::model::Series;
use crate::report::chart::Chart;
use crate::report::money_flow::segment_role;
use crate::report::world::World;
use crate::theme::Role;

/// The chart of a series.
pub fn single(world: &World<'_>, series: Series) -> Chart {
    let locale = &world.locale;
    let name = series.info().label.get(locale.language);
    let role = series_role(series);
    let short = &locale.text.charts.this_scenario;
    let curve = Curve {
        series,
        name: short,
        role,
    };
    let title = world.locale.text.charts.single_title.fill(&[
        ("name", &name),
        ("start", &locale.amount(series, world.first(series))),
        ("now", &locale.amount(series, world.now(series))),
        ("year", &world.year.calendar()),
    ]);
    let mut chart = curves(world, Figure::Single(series), title, name, &[curve]);
    // In a table the column says which series it is, not which scenario.
    for row in &mut chart.rows {
        name.clone_into(&mut row.name);
    }
    chart
}

/// The colour of a series: its segment's, or that of the scenario.
fn series_role(series: Series) -> Role {
    let segment = series.segment().map(|(segment, _)| segment);
    segment.map_or(Role::Accent, segment_role)
}
