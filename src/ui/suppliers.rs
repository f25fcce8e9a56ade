//! The table of suppliers.

use eframe::egui::{
    Align2, Color32, CornerRadius, Id, Pos2, Rect, Role as Access, ScrollArea, Sense, Shape,
    Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::paint::{card, describe, text, text_within};
use super::style::{self, size, space};
use super::{search_field, segmented};
use crate::model::YEARS;
use crate::model::suppliers::Origin;
use crate::model::{Series, Year};
use crate::report::World;
use crate::report::money_flow::segment_role;
use crate::report::supplier_table::{
    Selection, SortBy, SupplierRow, supplier_count, supplier_rows,
};
use crate::theme::Role;

const ROW: f32 = 33.0;
const SPARK: f32 = 62.0;

/// Right edges of the columns, measured from the right end of the table.
struct Columns {
    first: f32,
    now: f32,
    multiple: f32,
    change: f32,
}

const COLUMNS: Columns = Columns {
    first: 244.0,
    now: 190.0,
    multiple: 140.0,
    change: 76.0,
};

/// Shows the table as a card in `rect`.
pub fn show(ui: &mut Ui, world: &World<'_>, rect: Rect) {
    card(ui, rect);
    let inner = rect.shrink2(vec2(space::CARD, 12.0));
    let mut selection = load(ui);
    head(ui, world, inner, &mut selection);
    column_heads(ui, world, inner, inner.top() + 78.0, &mut selection);
    store(ui, &selection);

    let rows = supplier_rows(world, &selection);
    let list = Rect::from_min_max(
        pos2(inner.left(), inner.top() + 90.0),
        pos2(inner.right() + 8.0, inner.bottom() - 34.0),
    );
    let mut ui_list = ui.new_child(UiBuilder::new().max_rect(list));
    ScrollArea::vertical()
        .id_salt("suppliers")
        .auto_shrink(false)
        .show(&mut ui_list, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if rows.is_empty() {
                ui.add_space(space::GAP);
                ui.label(&world.locale.text.chain.suppliers.none);
            }
            for row in &rows {
                let (place, _) = ui.allocate_exact_size(vec2(inner.width(), ROW), Sense::hover());
                if ui.is_rect_visible(place) {
                    show_row(ui, world, row, place);
                }
            }
        });
    let note = &world.locale.text.chain.suppliers.note;
    let color = style::color(ui, Role::Text3);
    let galley = ui.painter().layout(
        note.clone(),
        style::regular(size::CAPTION),
        color,
        inner.width(),
    );
    ui.painter().galley(
        pos2(inner.left(), inner.bottom() - galley.size().y),
        galley,
        color,
    );
}

/// Title, the choice of origin, and the search.
fn head(ui: &mut Ui, world: &World<'_>, inner: Rect, selection: &mut Selection) {
    let texts = &world.locale.text.chain.suppliers;
    let y = inner.top() + 12.0;
    let (font, ink) = (style::semibold(size::TITLE), style::color(ui, Role::Text1));
    text(
        ui.painter(),
        pos2(inner.left(), y),
        Align2::LEFT_CENTER,
        &texts.title,
        font,
        ink,
    );
    let origins = [None, Some(Origin::China), Some(Origin::Foreign)];
    let words = [&texts.all, &texts.china, &texts.foreign];
    let words: Vec<String> = words
        .into_iter()
        .zip(origins)
        .map(|(words, origin)| words.fill(&[("count", &supplier_count(origin))]))
        .collect();
    let on = origins
        .iter()
        .position(|&origin| origin == selection.origin)
        .unwrap_or(0);
    let id = Id::unique("supplier origin");
    let (chosen, _) = segmented::show(ui, id, pos2(inner.right(), y), &words, on);
    if let Some(chosen) = chosen {
        selection.origin = origins[chosen];
    }

    let field = Rect::from_min_size(
        pos2(inner.left(), inner.top() + 32.0),
        vec2(inner.width(), space::BUTTON),
    );
    let id = Id::unique("supplier search");
    search_field::show(ui, id, field, &texts.search, &mut selection.words);
}

/// Names of the columns: a click sorts, a second one turns the order round.
fn column_heads(ui: &Ui, world: &World<'_>, inner: Rect, y: f32, selection: &mut Selection) {
    let texts = &world.locale.text.chain.suppliers;
    let right = inner.right() - 4.0;
    let heads = [
        (
            SortBy::Name,
            texts.name.clone(),
            pos2(inner.left() + 10.0, y),
            Align2::LEFT_CENTER,
        ),
        (
            SortBy::First,
            Year::BASE.calendar().to_string(),
            at(right, COLUMNS.first, y),
            RIGHT,
        ),
        (
            SortBy::Now,
            world.year.calendar().to_string(),
            at(right, COLUMNS.now, y),
            RIGHT,
        ),
        (
            SortBy::Multiple,
            texts.multiple.clone(),
            at(right, COLUMNS.multiple, y),
            RIGHT,
        ),
        (
            SortBy::Change,
            texts.against_baseline.clone(),
            at(right, COLUMNS.change, y),
            RIGHT,
        ),
    ];
    for (sort, words, place, anchor) in heads {
        let is_on = selection.sort == sort;
        let role = if is_on { Role::Accent } else { Role::Text3 };
        let font = if is_on {
            style::semibold(size::LABEL)
        } else {
            style::regular(size::LABEL)
        };
        let arrow = match (is_on, selection.reversed) {
            (false, _) => "",
            (true, false) => " ↓",
            (true, true) => " ↑",
        };
        let shown = format!("{words}{arrow}");
        let painted = text(
            ui.painter(),
            place,
            anchor,
            &shown,
            font,
            style::color(ui, role),
        );
        let id = Id::unique(("sort suppliers", words.clone()));
        let response = ui.interact(painted.expand2(vec2(4.0, 6.0)), id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Access::ColumnHeader, true, &words));
        super::paint::focus_ring(ui, &response, painted, 3);
        if response.clicked() {
            selection.reversed = is_on && !selection.reversed;
            selection.sort = sort;
        }
    }
    let edge = style::color(ui, Role::Stroke);
    ui.painter().hline(inner.x_range(), y + 12.0, (1.0, edge));
}

const RIGHT: Align2 = Align2::RIGHT_CENTER;

fn at(right: f32, distance: f32, y: f32) -> Pos2 {
    pos2(right - distance, y)
}

fn show_row(ui: &Ui, world: &World<'_>, row: &SupplierRow, place: Rect) {
    let right = place.right() - 4.0;
    let color = style::color(ui, segment_role(row.supplier.segment));
    let about = who(ui, world, row, place, color);
    let cells = Cells::new(world, row);
    cells.paint(ui, right, place.center().y);
    let spark = Rect::from_min_max(
        pos2(right - SPARK, place.top() + 8.0),
        pos2(right, place.bottom() - 8.0),
    );
    sparkline(ui, world, row, spark, color);
    let edge = style::color(ui, Role::Stroke);
    ui.painter()
        .hline(place.x_range(), place.bottom(), (1.0, edge));
    let sentence = format!(
        "{about}: {} {}, {} {}, {}, {}",
        Year::BASE.calendar(),
        cells.first,
        world.year.calendar(),
        cells.now,
        cells.multiple,
        cells.change,
    );
    describe(ui, ("supplier", row.supplier.id.as_str()), place, &sentence);
}

/// Name, ticker and segment; gives them as words.
fn who(ui: &Ui, world: &World<'_>, row: &SupplierRow, place: Rect, color: Color32) -> String {
    let painter = ui.painter();
    let supplier = row.supplier;
    let texts = &world.locale.text.chain;
    let tag = Rect::from_min_size(place.min + vec2(0.0, 8.0), vec2(4.0, ROW - 16.0));
    painter.rect_filled(tag, CornerRadius::same(1), color);

    let left = place.left() + 10.0;
    let width = place.right() - 4.0 - COLUMNS.first - 44.0 - left;
    let name = supplier.name.get(world.locale.language);
    let (font, ink) = (style::semibold(size::LABEL), style::color(ui, Role::Text1));
    let at = pos2(left, place.top() + 11.0);
    text_within(painter, at, Align2::LEFT_CENTER, name, font, ink, width);
    let segment: &str = supplier.segment.into();
    let segment = texts.captured.get(segment).map_or(segment, String::as_str);
    let ticker = match supplier.ticker.as_str() {
        "" => texts.suppliers.unlisted.as_str(),
        ticker => ticker,
    };
    let about = format!("{ticker} · {segment}");
    let (font, quiet) = (style::regular(10.5), style::color(ui, Role::Text3));
    let at = pos2(left, place.top() + 24.0);
    text_within(painter, at, Align2::LEFT_CENTER, &about, font, quiet, width);
    format!("{name}, {about}")
}

/// The numbers of a row as they are shown.
struct Cells {
    first: String,
    now: String,
    multiple: String,
    change: String,
    change_role: Role,
}

impl Cells {
    fn new(world: &World<'_>, row: &SupplierRow) -> Self {
        let numbers = world.locale.numbers;
        let money = |value| numbers.axis_value(value, &Series::Capex.info().unit);
        let not_comparable = || world.locale.text.chain.not_comparable.clone();
        let against_baseline = row.against_baseline();
        let (change, change_role) = match against_baseline {
            None => (not_comparable(), Role::Text3),
            Some(_) if !world.differs() => ("–".to_owned(), Role::Text3),
            Some(ratio) if ratio > 1.0 => (numbers.relative(ratio), Role::Good),
            Some(ratio) => (numbers.relative(ratio), Role::Bad),
        };
        let multiple = row.multiple();
        Self {
            first: money(row.first()),
            now: money(row.now()),
            multiple: multiple.map_or_else(not_comparable, |times| format!("×{times:.1}")),
            change,
            change_role,
        }
    }

    fn paint(&self, ui: &Ui, right: f32, y: f32) {
        let (plain, strong) = (style::regular(size::LABEL), style::semibold(size::LABEL));
        let cells = [
            (COLUMNS.first, &self.first, plain.clone(), Role::Text3),
            (COLUMNS.now, &self.now, strong.clone(), Role::Text1),
            (COLUMNS.multiple, &self.multiple, plain, Role::Text3),
            (COLUMNS.change, &self.change, strong, self.change_role),
        ];
        for (distance, words, font, role) in cells {
            let color = style::color(ui, role);
            text(
                ui.painter(),
                at(right, distance, y),
                RIGHT,
                words,
                font,
                color,
            );
        }
    }
}

fn sparkline(ui: &Ui, world: &World<'_>, row: &SupplierRow, rect: Rect, color: Color32) {
    let most = row
        .revenue
        .iter()
        .chain(&row.baseline)
        .copied()
        .fold(1e-12, f64::max);
    let curve = |values: &[f64; YEARS]| -> Vec<Pos2> {
        let place = |(index, value): (usize, &f64)| {
            let x = rect.left() + rect.width() * index as f32 / (YEARS - 1) as f32;
            pos2(x, rect.bottom() - rect.height() * (value / most) as f32)
        };
        values.iter().enumerate().map(place).collect()
    };
    let painter = ui.painter();
    if world.differs() {
        let ghost = Stroke::new(1.1, style::color(ui, Role::Ghost));
        painter.extend(Shape::dashed_line(&curve(&row.baseline), ghost, 3.0, 2.5));
    }
    let points = curve(&row.revenue);
    painter.line(points.clone(), Stroke::new(1.5, color));
    painter.circle_filled(points[world.year.index()], 2.2, color);
}

fn load(ui: &Ui) -> Selection {
    ui.data(|data| data.get_temp(selection_id()))
        .unwrap_or_default()
}

fn store(ui: &Ui, selection: &Selection) {
    ui.data_mut(|data| data.insert_temp(selection_id(), selection.clone()));
}

fn selection_id() -> Id {
    Id::unique("supplier selection")
}
