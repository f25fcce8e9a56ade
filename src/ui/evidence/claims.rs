//! The table of published claims, and how the chosen one was computed again.

use eframe::egui::{Align2, Id, Rect, Ui, pos2, vec2};
use strum::VariantArray as _;

use super::detail::{self, pill};
use super::sorted_table;
use crate::app::{Command, Section};
use crate::evidence::Standing;
use crate::report::World;
use crate::report::evidence::claims::{
    self, ClaimOrder, ClaimRow, ClaimSelection, Recomputed, claim_rows,
};
use crate::theme::Role;
use crate::ui::paint::{card, text_within};
use crate::ui::segmented;
use crate::ui::style::{self, size, space};
use crate::ui::table_head::{self, Column, Width};
use crate::ui::table_rows::{self, Rows};

const ROW: f32 = 40.0;
/// Narrower tables leave the formula to the detail.
const FORMULA_FROM: f32 = 860.0;
/// What a verdict's ground and the arrow of its column add to its words; its greatest width.
const PILL: f32 = 14.0;
const VERDICT: f32 = 112.0;

/// What is remembered of the section.
#[derive(Clone, Default)]
struct State {
    selection: ClaimSelection,
    /// Id of the chosen claim.
    chosen: Option<&'static str>,
}

/// Shows the section; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>, rect: Rect, words: &str) -> Option<Command> {
    let mut state: State = super::load(ui, Section::Claims);
    words.clone_into(&mut state.selection.words);
    let (table, beside) = super::split(rect);
    card(ui, table);
    let inner = table.shrink2(vec2(space::CARD, 10.0));
    let command = head(ui, world, inner, &mut state.selection);

    let rows = claim_rows(world, &state.selection);
    let chosen = rows
        .iter()
        .position(|row| Some(row.claim.id.as_str()) == state.chosen)
        .unwrap_or(0);
    let list = inner.with_min_y(inner.top() + 38.0);
    if let Some(clicked) = body(ui, world, list, &rows, (chosen, &mut state.selection)) {
        state.chosen = rows.get(clicked).map(|row| row.claim.id.as_str());
    }
    super::store(ui, Section::Claims, state);
    detail::show(ui, beside, "claims", |ui| {
        if let Some(row) = rows.get(chosen) {
            show_detail(ui, world, row);
        }
    });
    command
}

/// The search field and the choice of a standing.
fn head(
    ui: &mut Ui,
    world: &World<'_>,
    inner: Rect,
    selection: &mut ClaimSelection,
) -> Option<Command> {
    let texts = &world.locale.text.evidence.claims;
    let all = crate::evidence::claims().len();
    let mut words = vec![texts.all.fill(&[("count", &all)])];
    let mut choices = vec![None];
    for &standing in Standing::VARIANTS {
        let id: &str = standing.into();
        if let Some(name) = texts.standings.get(id) {
            words.push(name.fill(&[("count", &claims::count(standing))]));
            choices.push(Some(standing));
        }
    }
    let on = choices
        .iter()
        .position(|&standing| standing == selection.standing)
        .unwrap_or(0);
    let at = pos2(inner.right(), inner.top() + 14.0);
    let id = Id::unique("claim standing");
    let (chosen, left) = segmented::show(ui, id, at, &words, on);
    if let Some(chosen) = chosen {
        selection.standing = choices[chosen];
    }
    let right = (left - 12.0).min(inner.left() + 300.0);
    let field = Rect::from_min_max(inner.min, pos2(right, inner.top() + space::BUTTON));
    let (font, quiet) = (style::regular(size::CAPTION), style::color(ui, Role::Text3));
    let at = pos2(right + 28.0, field.center().y);
    let width = left - 40.0 - right;
    if width > 60.0 {
        let swatch = Rect::from_center_size(at - vec2(9.0, 0.0), vec2(9.0, 9.0));
        ui.painter()
            .rect_filled(swatch, 2.0, style::color(ui, Role::Accent));
        text_within(
            ui.painter(),
            at,
            Align2::LEFT_CENTER,
            &texts.legend,
            font,
            quiet,
            width,
        );
    }
    super::search(ui, Section::Claims, field, &texts.search, &selection.words)
}

/// The names of the columns and the rows; gives the row that was clicked.
fn body(
    ui: &mut Ui,
    world: &World<'_>,
    list: Rect,
    rows: &[ClaimRow],
    (chosen, selection): (usize, &mut ClaimSelection),
) -> Option<usize> {
    let (texts, language) = (&world.locale.text.evidence.claims, world.locale.language);
    let with_formula = list.width() >= FORMULA_FROM;
    // A number is never cut: its column is as wide as the widest.
    let first = || rows.iter().filter_map(|row| row.values.first());
    let claimed = first().filter_map(|value| value.claimed.as_deref());
    let now = first().map(|value| value.value.as_str());
    let deviation = first().filter_map(|value| Some(value.deviation.as_ref()?.text.as_str()));
    let verdicts = rows.iter().map(|row| row.claim.verdict.get(language));
    let verdict = match Width::of(ui, verdicts.chain([texts.verdict.as_str()])) {
        Width::Points(points) => Width::Points((points + PILL).min(VERDICT)),
        share @ Width::Share(_) => share,
    };
    let claimed = Width::of(ui, claimed.chain([texts.claimed.as_str()]));
    let now = Width::of(ui, now.chain([texts.recomputed.as_str()]));
    let deviation = Width::of(ui, deviation.chain([texts.deviation.as_str()]));
    let mut names = vec![
        (texts.claim.as_str(), Width::Share(1.5), false),
        (texts.formula.as_str(), Width::Share(1.0), false),
        (texts.claimed.as_str(), claimed, true),
        (texts.recomputed.as_str(), now, true),
        (texts.deviation.as_str(), deviation, true),
        (texts.verdict.as_str(), verdict, false),
    ];
    if !with_formula {
        names.remove(1);
    }
    let place = list.x_range();
    let place = eframe::egui::Rangef::new(place.min + 6.0, place.max - 10.0);
    let mut columns = Column::fitted(place, &names);
    let verdict = columns.len() - 1;
    for (index, column) in columns.iter_mut().enumerate() {
        column.sorts = index == 0 || index == verdict;
    }
    let sorted = match selection.order {
        ClaimOrder::Article => None,
        ClaimOrder::Claim => Some(0),
        ClaimOrder::Verdict => Some(verdict),
    };
    let head = list.with_max_y(list.top() + table_head::HEIGHT);
    let id = Id::unique("claims");
    let clicked = table_head::show(ui, id, head, &columns, (sorted, selection.reversed));
    let clicked = clicked.map(|index| {
        if index == 0 {
            ClaimOrder::Claim
        } else {
            ClaimOrder::Verdict
        }
    });
    table_head::sort(&mut selection.order, &mut selection.reversed, clicked);

    let in_view = Rows {
        chosen: Some(chosen),
        ..sorted_table::rows(ui, world, id, list, (rows.len(), ROW))?
    };
    table_rows::show(ui, &in_view, |ui, index, place| {
        show_row(ui, world, &rows[index], place, &columns);
        rows[index].sentence(world)
    })
}

fn show_row(ui: &Ui, world: &World<'_>, row: &ClaimRow, place: Rect, columns: &[Column<'_>]) {
    let language = world.locale.language;
    let (strong, plain) = (style::semibold(size::LABEL), style::regular(size::LABEL));
    let color = |role| style::color(ui, role);
    let y = place.center().y;
    let words = row.claim.claim.get(language);
    columns[0].cell(
        ui,
        y - 8.0,
        words,
        style::regular(size::BODY),
        color(Role::Text1),
    );
    let article = row.published(world);
    let quiet = style::regular(size::CAPTION);
    columns[0].cell(ui, y + 9.0, &article, quiet.clone(), color(Role::Text3));

    let Some(value) = row.values.first() else {
        return;
    };
    let [.., claimed, now, deviation, verdict] = columns else {
        return;
    };
    if columns.len() > 5 {
        columns[1].cell(
            ui,
            y - 8.0,
            &value.formula,
            plain.clone(),
            color(Role::Text2),
        );
        columns[1].cell(ui, y + 9.0, &value.name, quiet, color(Role::Text3));
    }
    let none = "–";
    let text = value.claimed.as_deref().unwrap_or(none);
    claimed.cell(ui, y, text, plain.clone(), color(Role::Text2));
    let role = if value.moves {
        Role::Accent
    } else {
        Role::Text1
    };
    now.cell(ui, y, &value.value, strong, color(role));
    if let Some(found) = &value.deviation {
        let role = if found.agrees {
            Role::Good
        } else {
            Role::Text2
        };
        deviation.cell(ui, y, &found.text, plain, color(role));
    }
    let at = pos2(verdict.place.min, y);
    let words = row.claim.verdict.get(language);
    let role = claims::role(row.claim.standing);
    pill(
        ui,
        at,
        Align2::LEFT_CENTER,
        words,
        role,
        verdict.place.span(),
    );
}

/// Everything about the chosen claim.
fn show_detail(ui: &mut Ui, world: &World<'_>, row: &ClaimRow) {
    let language = world.locale.language;
    let texts = &world.locale.text.evidence.claims;
    detail::title(ui, row.claim.claim.get(language));
    ui.add_space(4.0);
    let (place, _) = ui.allocate_exact_size(
        vec2(ui.available_width(), 20.0),
        eframe::egui::Sense::hover(),
    );
    let verdict = row.claim.verdict.get(language);
    let role = claims::role(row.claim.standing);
    let at = place.left_center();
    pill(ui, at, Align2::LEFT_CENTER, verdict, role, place.width());

    detail::heading(ui, &texts.recomputed);
    for value in &row.values {
        show_value(ui, world, value);
    }
    detail::heading(ui, &texts.how);
    detail::sentence(ui, row.claim.computation.get(language));
    detail::sentence(ui, row.claim.result.get(language));
    detail::heading(ui, &texts.article);
    if let Some(article) = row.article {
        detail::source(ui, world, article);
    }
}

fn show_value(ui: &mut Ui, world: &World<'_>, value: &Recomputed) {
    let texts = &world.locale.text.evidence.claims;
    ui.add_space(4.0);
    let line = texts
        .value
        .fill(&[("name", &value.name), ("value", &value.value)]);
    detail::value(ui, &line);
    detail::sentence(ui, &value.formula);
    let mut notes = Vec::new();
    if let Some(claimed) = &value.claimed {
        notes.push(texts.claimed_value.fill(&[("value", claimed)]));
        notes.extend(value.deviation.as_ref().map(|found| found.text.clone()));
    }
    if let Some(baseline) = &value.baseline {
        notes.push(texts.baseline_value.fill(&[("value", baseline)]));
    }
    if value.moves {
        notes.push(texts.moves.clone());
    }
    if !notes.is_empty() {
        detail::quiet(ui, &notes.join(&world.locale.text.evidence.dot));
    }
}
