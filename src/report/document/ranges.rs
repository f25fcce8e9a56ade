//! How sure the key results of the year in view are.

use maud::{Markup, html};

use super::figure::figures;
use super::results::named;
use super::table::{Column, Row, cell, table};
use crate::analysis::{Cell, Fan, Percentiles, is_code};
use crate::model::Series;
use crate::report::comparison::OUTPUTS;
use crate::report::findings::uncertainty;
use crate::report::world::World;
use crate::scenario::figure::Figure;
use crate::theme::Theme;

/// The result of which is told how often it stays below the baseline.
const WATCHED: Series = Series::Capex;
/// The results whose fans are shown in all years.
const SHOWN: [Figure; 4] = [
    Figure::Single(Series::Need),
    Figure::Single(WATCHED),
    Figure::Single(Series::Premium),
    Figure::Single(Series::Rent),
];

/// What the draws around the scenario give for the key results, beside the scenario itself.
pub fn ranges(world: &World<'_>, theme: Theme) -> Markup {
    let Some(fan) = world.fan else {
        return html! {};
    };
    let text = &world.locale.text;
    let heads = [&text.charts.baseline, &text.document.this_scenario];
    let heads = heads.into_iter().chain(&text.uncertainty.percentiles);
    let mut columns = vec![Column::words(&text.charts.series)];
    columns.extend(heads.map(|head| Column::number(head)));
    let rows = OUTPUTS
        .iter()
        .filter_map(|&series| Some(row(world, series, percentiles(world, fan, series)?)));
    let draws = world.locale.numbers.count(fan.samples());
    let title = &text.document.sections.ranges;
    let finding = text.document.outcome.fill(&[
        ("name", &world.locale.name(WATCHED)),
        ("finding", &uncertainty::headline(world, WATCHED)),
    ]);
    html! {
        p.finding { (finding) }
        (table(&title.fill(&[("year", &world.year.calendar())]), &columns, rows))
        p.quiet { (text.document.ranges.fill(&[("draws", &draws)])) }
        (figures(world, &SHOWN, theme))
    }
}

fn percentiles(world: &World<'_>, fan: &Fan, series: Series) -> Option<Percentiles> {
    let year = world.year;
    fan.get(Cell { series, year }).filter(|_| !is_code(series))
}

fn row(world: &World<'_>, series: Series, percentiles: Percentiles) -> Row {
    let locale = &world.locale;
    let unit = &series.info().unit;
    let value = |value: f64| cell(&locale.numbers.axis_value(value, unit));
    let own = html! { strong { (value(world.now(series))) } };
    let mut cells = vec![
        named(locale, series),
        value(world.baseline_now(series)),
        own,
    ];
    cells.extend(percentiles.map(value));
    Row::plain(cells)
}
