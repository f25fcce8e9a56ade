//! A row of bars under a plot, for a series whose unit is not that of the plot.

use super::frame::{axis, shown};
use crate::model::Series;
use crate::report::axis::{Axis, Scale};
use crate::report::chart::{Label, Strip, StripBar};
use crate::report::world::World;
use crate::theme::Role;

/// A bar a year of a series, standing on `foot`; the axis reaches at least to `top`.
pub fn strip(
    world: &World<'_>,
    series: Series,
    title: (&str, &str),
    (foot, top): (f64, f64),
) -> Strip {
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
    let values = shown(world, &bars_of).filter(|value| value.is_finite());
    let range = values.fold((foot, top), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    let unit = &series.info().unit;
    let axis = Axis {
        range,
        ..axis(world, Scale::Linear, std::iter::empty(), unit).with_reference(foot)
    };
    Strip {
        title: (title.0.to_owned(), title.1.to_owned()),
        bars,
        axis,
        labels: labels(world, series),
    }
}

/// The value of the year in view, and that of the baseline.
fn labels(world: &World<'_>, series: Series) -> Vec<Label> {
    let value = |value| world.locale.numbers.axis_value(value, &series.info().unit);
    let now = world.now(series);
    let mut labels = vec![Label {
        value: now,
        text: format!("{} {}", world.year.calendar(), value(now)),
        role: Role::Accent,
        strong: true,
    }];
    if world.differs() {
        let baseline = world.baseline_now(series);
        let name = &world.locale.text.charts.baseline;
        labels.push(Label {
            value: baseline,
            text: format!("{name} {}", value(baseline)),
            role: Role::Text3,
            strong: false,
        });
    }
    labels
}
