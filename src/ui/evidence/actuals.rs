//! What was published beside the model: a card a series, its values and a small picture.

use eframe::egui::{
    Align2, CursorIcon, Id, Rangef, Rect, Role as Access, ScrollArea, Sense, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::series_plot;
use crate::app::Command;
use crate::report::evidence::actuals::{Comparison, SeriesEvidence};
use crate::report::{Figure, World};
use crate::theme::Role;
use crate::ui::paint::{card, describe, focus_ring, text_within};
use crate::ui::style::{self, size, space};
use crate::ui::table_head::{self, Column, Width};

const ROW: f32 = 26.0;
const HEAD: f32 = 46.0;
const LEAST_HEIGHT: f32 = 170.0;
const PLOT: f32 = 300.0;
/// In narrower pages the legend stands below the note.
const WIDE: f32 = 860.0;
/// Narrower tables leave out kind and source.
const WIDE_TABLE: f32 = 520.0;

/// Shows the section; gives what the user wants to see large.
pub fn show(
    ui: &mut Ui,
    world: &World<'_>,
    rect: Rect,
    groups: &[SeriesEvidence],
    note: &str,
) -> Vec<Command> {
    let mut commands = Vec::new();
    let mut top = rect.with_max_y(rect.top() + 22.0);
    let (font, quiet) = (style::regular(size::LABEL), style::color(ui, Role::Text3));
    let is_wide = rect.width() >= WIDE;
    let width = if is_wide {
        rect.width() - 420.0
    } else {
        rect.width()
    };
    let at = top.left_center();
    let anchor = Align2::LEFT_CENTER;
    let place = text_within(ui.painter(), at, anchor, note, font, quiet, width);
    describe(ui, "actuals note", place, note).on_hover_text(note);
    if !is_wide {
        top = top.translate(vec2(0.0, 22.0));
    }
    series_plot::legend(ui, world, rect.right() - 4.0, top.center().y);

    let list = rect.with_min_y(top.bottom() + 6.0);
    let place = list.with_max_x(list.right() + 8.0);
    let mut inner = ui.new_child(UiBuilder::new().max_rect(place));
    ScrollArea::vertical()
        .id_salt("actuals")
        .auto_shrink(false)
        .show(&mut inner, |ui| {
            for group in groups {
                let height = height(group);
                let size = vec2(rect.width(), height);
                let (place, _) = ui.allocate_exact_size(size, Sense::hover());
                if ui.is_rect_visible(place) {
                    commands.extend(series_card(ui, world, group, place));
                }
            }
        });
    commands
}

fn height(group: &SeriesEvidence) -> f32 {
    let rows = group.comparisons.len() as f32 * ROW;
    (HEAD + table_head::HEIGHT + rows + 20.0).max(LEAST_HEIGHT)
}

/// The card of a series.
fn series_card(ui: &Ui, world: &World<'_>, group: &SeriesEvidence, place: Rect) -> Option<Command> {
    card(ui, place);
    let inner = place.shrink2(vec2(space::CARD, 10.0));
    let width = PLOT.min(inner.width() * 0.34);
    let split = inner.right() - width;
    let command = head(ui, world, group, inner.with_max_x(split - 24.0));
    series_plot::show(ui, world, &group.plot, inner.with_min_x(split));
    let table = Rect::from_min_max(
        pos2(inner.left(), inner.top() + HEAD),
        pos2(split - 24.0, inner.bottom()),
    );
    rows(ui, world, group, table);
    command
}

/// The finding, and which series it is about; a click shows it large.
fn head(ui: &Ui, world: &World<'_>, group: &SeriesEvidence, inner: Rect) -> Option<Command> {
    let locale = &world.locale;
    let info = group.series.info();
    let name = info.label.get(locale.language);
    let (font, ink) = (style::semibold(size::TITLE), style::color(ui, Role::Text1));
    let at = pos2(inner.left(), inner.top() + 9.0);
    let anchor = Align2::LEFT_CENTER;
    let finding = &group.finding;
    let title = text_within(ui.painter(), at, anchor, finding, font, ink, inner.width());
    describe(ui, ("finding", group.series.id()), title, finding);
    let unit = locale.numbers.axis_unit(&info.unit);
    let parts: Vec<&str> = [name, &unit]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let about = parts.join(&locale.text.charts.list_separator);
    let at = pos2(inner.left(), inner.top() + 28.0);
    let font = style::regular(size::LABEL);
    let line = Rect::from_min_size(at - vec2(0.0, 9.0), vec2(inner.width(), 18.0));
    let id = Id::unique(("open actuals", group.series.id()));
    let response = ui.interact(line, id, Sense::click());
    let role = if response.hovered() {
        Role::Accent
    } else {
        Role::Text3
    };
    let color = style::color(ui, role);
    let painted = text_within(ui.painter(), at, anchor, &about, font, color, inner.width());
    let words = locale
        .text
        .evidence
        .actuals
        .open_chart
        .fill(&[("name", &name)]);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &words));
    focus_ring(ui, &response, painted, 3);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    let is_wanted = response.clicked();
    response.on_hover_text(&words);
    is_wanted.then_some(Command::ShowFigure(Figure::Single(group.series)))
}

fn rows(ui: &Ui, world: &World<'_>, group: &SeriesEvidence, table: Rect) {
    let texts = &world.locale.text.evidence.actuals;
    let cells: Vec<[Shown; 6]> = group
        .comparisons
        .iter()
        .map(|comparison| cells_of(world, comparison))
        .collect();
    // Years and numbers are never cut: their columns are as wide as the widest.
    let fitted = |index: usize, name: &str| {
        let words = cells.iter().map(|cells| cells[index].0.as_str());
        Width::of(ui, words.chain([name]))
    };
    let names = [
        (texts.year.as_str(), fitted(0, &texts.year), false),
        (texts.kind.as_str(), Width::Share(2.1), false),
        (texts.published.as_str(), fitted(2, &texts.published), true),
        (texts.model.as_str(), fitted(3, &texts.model), true),
        (texts.deviation.as_str(), fitted(4, &texts.deviation), true),
        (texts.source.as_str(), Width::Share(3.4), false),
    ];
    // A narrow card keeps the numbers.
    let shown: &[usize] = if table.width() >= WIDE_TABLE {
        &[0, 1, 2, 3, 4, 5]
    } else {
        &[0, 2, 3, 4]
    };
    let names: Vec<_> = shown.iter().map(|&index| names[index]).collect();
    let place = Rangef::new(table.left(), table.right());
    let mut columns = Column::fitted(place, &names);
    for column in &mut columns {
        column.sorts = false;
    }
    let head = table.with_max_y(table.top() + table_head::HEIGHT - 4.0);
    table_head::show(
        ui,
        Id::unique(("actuals head", group.series.id())),
        head,
        &columns,
        (None, false),
    );
    for (index, comparison) in group.comparisons.iter().enumerate() {
        let top = head.bottom() + index as f32 * ROW;
        let place = Rect::from_min_size(pos2(table.left(), top), vec2(table.width(), ROW));
        row(ui, &cells[index], place, (shown, &columns));
        let id = ("actual", group.series.id(), index);
        describe(ui, id, place, &comparison.sentence(world));
    }
}

/// Words of a cell, whether they are strong, and their colour.
type Shown = (String, bool, Role);

/// What a row says.
fn cells_of(world: &World<'_>, comparison: &Comparison) -> [Shown; 6] {
    // The unit stands over the table.
    let unit = &comparison.actual.series.info().unit;
    let amount = |value| world.locale.numbers.axis_value(value, unit);
    let ours = comparison.ours.map_or_else(|| "–".to_owned(), amount);
    let deviation_role = match comparison.ratio() {
        None => Role::Text3,
        Some(_) if comparison.actual.bound.is_some() => Role::Text3,
        Some(_) => Role::Text1,
    };
    [
        (comparison.actual.year.to_string(), false, Role::Text1),
        (comparison.kind(world), false, Role::Text3),
        (amount(comparison.actual.value), false, Role::Text1),
        (ours, true, Role::Accent),
        (comparison.deviation(world), true, deviation_role),
        (comparison.source(world), false, Role::Text3),
    ]
}

fn row(ui: &Ui, cells: &[Shown], place: Rect, (shown, columns): (&[usize], &[Column<'_>])) {
    for (&index, column) in shown.iter().zip(columns) {
        let (words, is_strong, role) = &cells[index];
        let font = if *is_strong {
            style::semibold(size::LABEL)
        } else {
            style::regular(size::LABEL)
        };
        column.cell(ui, place.center().y, words, font, style::color(ui, *role));
    }
    let edge = style::color(ui, Role::Stroke);
    ui.painter()
        .hline(place.x_range(), place.bottom(), (1.0, edge));
}
