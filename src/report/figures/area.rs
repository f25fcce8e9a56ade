//! Areas of charts: series on top of each other, and what is missing between two lines.

use super::frame::{calendar, label, row};
use crate::model::{Series, Year, Yearly};
use crate::report::chart::{Area, Bracket, Label, Row};
use crate::report::world::World;
use crate::theme::Role;

/// Distances between need and stock narrower than this, as a share of need, get no bracket.
const WORTH_A_BRACKET: f64 = 0.005;

/// Series on top of each other.
pub struct Stack {
    /// From the bottom.
    pub areas: Vec<Area>,
    /// Words in the middle of each area's end.
    pub labels: Vec<Label>,
    /// The same as numbers.
    pub rows: Vec<Row>,
}

/// Series of one unit on top of each other, from the bottom, each with a colour and a name.
pub fn stack(world: &World<'_>, parts: &[(Series, Role, &str)]) -> Stack {
    let last = world.span.last_year();
    let mut stack = Stack {
        areas: Vec::new(),
        labels: Vec::new(),
        rows: Vec::new(),
    };
    let mut lower = Yearly::from_fn(|_| 0.0);
    for &(series, role, name) in parts {
        let upper = Yearly::from_fn(|year| lower[year] + world.run.get(series, year));
        let bounds = Year::all().map(|year| (calendar(year), lower[year], upper[year]));
        stack.areas.push(Area {
            role,
            opacity: 0.82,
            bounds: bounds.collect(),
            seam: true,
        });
        let middle = f64::midpoint(lower[last], upper[last]);
        let (value, unit) = (world.run.get(series, last), &series.info().unit);
        let label = label(world, name, unit, middle, value, role);
        stack.labels.push(label);
        stack.rows.push(row(world, name, series, role));
        lower = upper;
    }
    stack
}

/// Between what there is and what is wanted, where more is wanted.
pub fn unmet(world: &World<'_>, there_is: Series, wanted: Series) -> Area {
    let bounds = Year::all().map(|year| {
        let there_is = world.run.get(there_is, year);
        let wanted = world.run.get(wanted, year);
        (calendar(year), there_is, wanted.max(there_is))
    });
    Area {
        role: Role::Bad,
        opacity: 0.12,
        bounds: bounds.collect(),
        seam: false,
    }
}

/// The distance between need and stock in the year in view, where it is worth telling.
pub fn shortage(world: &World<'_>, need: Series, stock: Series) -> Option<Bracket> {
    let text = &world.locale.text.charts;
    let (from, to) = (world.now(stock), world.now(need));
    if (to - from).abs() < WORTH_A_BRACKET * to {
        return None;
    }
    let (sentence, role) = if to > from {
        (&text.short, Role::Bad)
    } else {
        (&text.spare, Role::Text2)
    };
    let amount = world.locale.amount(need, (to - from).abs());
    Some(Bracket {
        from,
        to,
        text: sentence.fill(&[("amount", &amount)]),
        caption: String::new(),
        role,
    })
}
