//! How well the results are founded: claims, published values, sources, and what is left out.

use maud::{Markup, html};

use super::style::tinted;
use super::table::{Column, Row, cell, table, two_lines};
use super::{Case, Part};
use crate::report::evidence::claims::{self, ClaimRow, ClaimSelection, claim_rows};
use crate::report::evidence::sources::{self, SourceSelection, source_rows};
use crate::report::evidence::{actuals, assumptions, limits, source_kind};
use crate::report::world::World;
use crate::theme::Role;

/// The parts of the page about evidence, computed in the first scenario.
pub fn parts(cases: &[Case<'_>]) -> Vec<Part> {
    let Some(case) = cases.first() else {
        return Vec::new();
    };
    let world = case.world();
    let text = world.locale.text;
    let of = text.document.evidence_of.fill(&[("name", &case.label)]);
    let of = Some(of.as_str()).filter(|_| cases.len() > 1);
    let named = |id: &str| text.evidence.sections.get(id).cloned().unwrap_or_default();
    let limits = text.evidence.limits.headline.clone();
    let parts = [
        ("actuals", named("actuals"), actual_table(&world, of)),
        ("claims", named("claims"), claim_table(&world, of)),
        ("sources", named("sources"), source_table(&world)),
        ("limits", limits, left_out(&world)),
    ];
    let part = |(id, title, body): (&str, String, Markup)| Part {
        id: id.to_owned(),
        title,
        role: None,
        body,
    };
    parts.map(part).into()
}

/// What was published beside what the model has: what it comes to, series by series.
fn actual_table(world: &World<'_>, of: Option<&str>) -> Markup {
    let groups = actuals::by_series(world);
    let (headline, note) = actuals::headline(world, &groups);
    let text = &world.locale.text;
    let heads = &text.evidence.actuals;
    let columns = [
        Column::words(&text.charts.series),
        Column::number(&heads.year),
        Column::number(&heads.published),
        Column::number(&heads.model),
        Column::number(&heads.deviation),
        Column::words(&heads.source),
    ];
    let rows = groups.iter().flat_map(|group| {
        group.comparisons.iter().map(|comparison| {
            let series = group.series;
            let amount = |value| world.locale.amount(series, value);
            let ours = comparison.ours.map_or_else(|| "–".to_owned(), amount);
            Row::plain(vec![
                cell(world.locale.name(series)),
                cell(&comparison.actual.year.to_string()),
                cell(&amount(comparison.actual.value)),
                cell(&ours),
                cell(&comparison.deviation(world)),
                two_lines(&comparison.source(world), &comparison.kind(world)),
            ])
        })
    });
    html! {
        p.finding { (headline) }
        p.quiet { (note) @if let Some(of) = of { " " (of) } }
        (table(&heads.published, &columns, rows))
    }
}

/// Published claims, each computed again.
fn claim_table(world: &World<'_>, of: Option<&str>) -> Markup {
    let heads = &world.locale.text.evidence.claims;
    let columns = [
        Column::words(&heads.claim),
        Column::words(&heads.formula),
        Column::number(&heads.claimed),
        Column::number(&heads.recomputed),
        Column::number(&heads.deviation),
        Column::words(&heads.verdict),
    ];
    let rows = claim_rows(world, &ClaimSelection::default());
    let rows = rows.iter().map(|row| Row::plain(claim_cells(world, row)));
    html! {
        p.finding { (claims::headline(world)) }
        p.quiet { (heads.legend) @if let Some(of) = of { " " (of) } }
        (table(&heads.claim, &columns, rows))
    }
}

fn claim_cells(world: &World<'_>, row: &ClaimRow) -> Vec<Markup> {
    let language = world.locale.language;
    let verdict = tinted(
        claims::role(row.claim.standing),
        row.claim.verdict.get(language),
    );
    let claim = two_lines(row.claim.claim.get(language), &row.published(world));
    let Some(value) = row.values.first() else {
        let nothing = || html! {};
        return vec![claim, nothing(), nothing(), nothing(), nothing(), verdict];
    };
    let deviation = value.deviation.as_ref();
    let moving = if value.moves {
        tinted(Role::Accent, &value.value)
    } else {
        cell(&value.value)
    };
    vec![
        claim,
        two_lines(&value.formula, &value.name),
        cell(value.claimed.as_deref().unwrap_or("–")),
        html! { strong { (moving) } },
        cell(deviation.map_or("", |found| &found.text)),
        verdict,
    ]
}

/// All sources, and how much rests on each.
fn source_table(world: &World<'_>) -> Markup {
    let locale = &world.locale;
    let heads = &locale.text.evidence.sources;
    let columns = [
        Column::words(&heads.title),
        Column::words(&heads.publisher),
        Column::short(&heads.date),
        Column::short(&heads.kind),
        Column::number(&heads.assumptions),
    ];
    let rows = source_rows(locale, &SourceSelection::default());
    let rows = rows.iter().map(|row| {
        let source = row.source;
        Row::plain(vec![
            cell(source.title.get(locale.language)),
            cell(source.publisher.get(locale.language)),
            cell(&source.date),
            cell(source_kind(source, locale)),
            cell(&row.assumptions.len().to_string()),
        ])
    });
    html! {
        p.finding { (assumptions::headline(world)) }
        p.quiet { (sources::headline(world)) }
        (table(&heads.title, &columns, rows))
    }
}

/// What the model leaves out.
fn left_out(world: &World<'_>) -> Markup {
    html! {
        dl.points {
            @for (title, sentence) in limits(world) {
                div {
                    dt { (title) }
                    dd { (sentence) }
                }
            }
        }
    }
}
