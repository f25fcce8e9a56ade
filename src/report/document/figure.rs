//! Figures of the page: a finding, the picture, what it shows, and its numbers.

use maud::{Markup, PreEscaped, html};

use super::money::flow_table;
use super::style::dotted;
use super::table::{Column, Row, cell, table};
use crate::report::chart::Chart;
use crate::report::chart_data::TableLine;
use crate::report::drawing::exhibit::{Exhibited, Showing};
use crate::report::drawing::look::Look;
use crate::report::drawing::{self, Area, Drawing, Place};
use crate::report::figures::Figure;
use crate::report::svg::{Letters, svg};
use crate::report::world::{Locale, World};
use crate::scenario::exhibit::Exhibit;
use crate::theme::{Role, Theme};

/// Width and height of the picture of a chart, in points: little less wide than a column of the
/// page, little wider than a phone.
const CHART: Place = (500.0, 330.0);
/// The same where several scenarios are compared in many small charts.
const SMALL: Place = (440.0, 290.0);
/// The same of the flow of money, which takes both columns.
const FLOW: Place = (1180.0, 700.0);
/// What stays free under the flow.
const FOOT: f32 = 14.0;
/// The same of anything else on a slide, which takes both columns.
const LARGE: Place = (1180.0, 560.0);
/// How large letters are against those of a page of its own.
const LETTERS: f32 = 0.93;

/// Some figures, side by side where there is room.
pub fn figures(world: &World<'_>, shown: &[Figure], theme: Theme) -> Markup {
    html! {
        div.figures {
            @for figure in shown {
                (chart(&world.locale, &figure.chart(world), (CHART, theme)))
            }
        }
    }
}

/// A small chart in which several scenarios are compared.
pub fn small(locale: &Locale, shown: &Chart, theme: Theme) -> Markup {
    chart(locale, shown, (SMALL, theme))
}

fn chart(locale: &Locale, chart: &Chart, (size, theme): (Place, Theme)) -> Markup {
    html! {
        figure {
            h4 { (chart.title) }
            @if !chart.subtitle.is_empty() { p.quiet { (chart.subtitle) } }
            (picture(&drawn(locale, chart, size), theme))
            figcaption { (chart.about) }
            (numbers(locale, &chart_table(locale, chart)))
        }
    }
}

/// The flow of money.
pub fn flow(world: &World<'_>, theme: Theme) -> Markup {
    html! {
        figure.wide {
            (picture_of(world, Exhibit::MoneyFlow, theme))
            (numbers(&world.locale, &flow_table(world)))
        }
    }
}

/// An exhibit without words around it.
pub fn picture_of(world: &World<'_>, exhibit: Exhibit, theme: Theme) -> Markup {
    let (size, foot) = match exhibit {
        // The lowest label reaches a little below its node.
        Exhibit::MoneyFlow => (FLOW, FOOT),
        _ => (LARGE, 0.0),
    };
    let exhibited = Exhibited::new(world, exhibit);
    let mut drawing = Drawing::new(size, Role::Card);
    drawing.words = (exhibited.title(), exhibited.summary());
    let area = Area::new((0.0, 0.0), (size.0, size.1 - foot));
    exhibited.draw(&mut drawing, area, &look(), Showing::default());
    picture(&drawing, theme)
}

fn picture(drawing: &Drawing, theme: Theme) -> Markup {
    html! {
        div.picture { (PreEscaped(svg(drawing, theme, Letters::Text))) }
    }
}

fn drawn(locale: &Locale, chart: &Chart, size: Place) -> Drawing {
    let mut drawing = Drawing::new(size, Role::Card);
    drawing.words = (chart.title.clone(), chart.summary.clone());
    let area = Area::new((0.0, 0.0), size);
    drawing::chart::draw(&mut drawing, chart, locale, area, &chart.axis, &look());
    drawing
}

fn look() -> Look {
    Look::page().scaled(LETTERS)
}

/// What a figure shows in numbers, for those who ask for it.
fn numbers(locale: &Locale, table: &Markup) -> Markup {
    html! {
        details {
            summary { (locale.text.document.numbers) }
            (table)
        }
    }
}

fn chart_table(locale: &Locale, chart: &Chart) -> Markup {
    let numbers = chart.table(locale);
    let mut columns = vec![Column::short(&locale.text.charts.series)];
    columns.extend(
        numbers
            .years
            .iter()
            .map(|year| Column::number(&year.to_string())),
    );
    let row = |line: &TableLine| {
        let values = line.cells.iter().map(|value| cell(value));
        let name = dotted(line.role, &line.name);
        let cells = std::iter::once(name).chain(values).collect();
        if line.is_baseline {
            Row::ghost(cells)
        } else {
            Row::plain(cells)
        }
    };
    table(&chart.title, &columns, numbers.lines.iter().map(row))
}
