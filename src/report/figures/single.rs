//! Any one series: with its baseline, what was observed, and what it is.

use super::Figure;
use super::fan::unfold;
use super::quantity::{Quantity, axis_around, lines};
use crate::model::Series;
use crate::report::axis::Scale;
use crate::report::chart::Chart;
use crate::report::money_flow::segment_role;
use crate::report::world::World;
use crate::theme::Role;

/// The chart of a series.
pub fn single(world: &World<'_>, series: Series) -> Chart {
    let locale = &world.locale;
    let name = series.info().label.get(locale.language);
    let quantity = Quantity::of_series(world, series, name, series_role(series));
    let title = locale.text.charts.single_title.fill(&[
        ("name", &name),
        ("start", &locale.amount(series, world.first(series))),
        ("now", &locale.amount(series, world.now(series))),
        ("year", &world.year.calendar()),
    ]);
    let scale = Scale::around(quantity.shown(world));
    // Words and numbers say which series it is, the end of its line which scenario.
    let (summary, rows) = (quantity.told(world), vec![quantity.row(world)]);
    let quantities = [Quantity {
        name: &locale.text.charts.this_scenario,
        ..quantity
    }];
    let axis = axis_around(world, scale, &quantities, &[]);
    let chart = Chart {
        summary,
        rows,
        ..lines(
            world,
            Figure::Single(series),
            (title, name),
            &quantities,
            axis,
        )
    };
    unfold(world, series, chart)
}

/// The colour of a series: its segment's, or that of the scenario.
fn series_role(series: Series) -> Role {
    let segment = series.segment().map(|(segment, _)| segment);
    segment.map_or(Role::Accent, segment_role)
}
