//! A row of the table of suppliers.

use eframe::egui::{Align2, Color32, CornerRadius, Id, Rect, Ui, pos2, vec2};

use super::columns::{cell, words};
use super::icons::{self, Icon};
use super::paint::{describe, text_within};
use super::style::{self, size};
use super::{share_field, sparkline};
use crate::app::{Command, SupplierForm};
use crate::model::{Series, Year};
use crate::report::World;
use crate::report::money_flow::segment_role;
use crate::report::segment_table::segment_name;
use crate::report::supplier_table::{SupplierRow, left};
use crate::theme::Role;

/// Height of a row.
pub const HEIGHT: f32 = 33.0;
/// How much higher a row with a sentence below it is.
pub const SENTENCE: f32 = 18.0;
/// Side of the buttons in a row.
const BUTTON: f32 = 20.0;

/// The numbers of a row as they are shown.
pub struct Cells {
    /// Revenue of the base year, of the year in view, their ratio, and the change.
    pub words: [String; 4],
    change_role: Role,
}

impl Cells {
    /// The numbers of a row.
    pub fn new(world: &World<'_>, row: &SupplierRow) -> Self {
        let numbers = world.locale.numbers;
        let texts = &world.locale.text.chain;
        let money = |value| numbers.axis_value(value, &Series::Capex.info().unit);
        let nothing = || "–".to_owned();
        let (change, change_role) = match row.against_baseline() {
            _ if row.is_own() => (texts.suppliers.own.clone(), Role::Accent),
            None => (nothing(), Role::Text3),
            Some(_) if !row.differs(world) => (nothing(), Role::Text3),
            Some(ratio) if ratio > 1.0 => (numbers.relative(ratio), Role::Good),
            Some(ratio) => (numbers.relative(ratio), Role::Bad),
        };
        let multiple = row.multiple();
        let multiple = multiple.map_or_else(nothing, |times| numbers.multiple(times));
        Self {
            words: [money(row.first()), money(row.now()), multiple, change],
            change_role,
        }
    }
}

/// Shows a row whose columns end at `edges`; gives what the user wants changed.
pub fn show(
    ui: &mut Ui,
    world: &World<'_>,
    row: &SupplierRow,
    cells: &Cells,
    place: Rect,
    edges: &[f32],
) -> Option<Command> {
    let line = place.with_max_y(place.top() + HEIGHT);
    let y = line.center().y;
    let color = style::color(ui, segment_role(row.supplier.segment));
    let [share, first, now, multiple, change, spark] = *edges else {
        return None;
    };
    let field = Rect::from_center_size(
        pos2(share - share_field::WIDTH / 2.0, y),
        vec2(share_field::WIDTH, 22.0),
    );
    let (wanted, free) = buttons(ui, world, row, field.left() - 2.0, y);
    let about = who(ui, world, row, line, free - 6.0, color);
    let typed = share_field::show(ui, world, row, field);

    let [shown_first, shown_now, shown_multiple, shown_change] = &cells.words;
    cell(ui, first, y, shown_first, false, Role::Text3);
    cell(ui, now, y, shown_now, true, Role::Text1);
    cell(ui, multiple, y, shown_multiple, false, Role::Text3);
    cell(ui, change, y, shown_change, true, cells.change_role);
    let curve = Rect::from_min_max(
        pos2(spark - sparkline::WIDTH, line.top() + 8.0),
        pos2(spark, line.bottom() - 8.0),
    );
    let baseline = row.baseline.as_ref().filter(|_| row.differs(world));
    sparkline::show(ui, curve, &row.revenue, baseline, row.year, color);
    if let Some(sentence) = share_field::refusal(ui, row) {
        refusal(ui, &sentence, place);
    }
    let edge = style::color(ui, Role::Stroke);
    ui.painter()
        .hline(place.x_range(), place.bottom(), (1.0, edge));

    let sentence = format!(
        "{about}: {} {shown_first}, {} {shown_now}, {shown_multiple}, {shown_change}",
        Year::BASE.calendar(),
        world.year.calendar(),
    );
    // The numbers only: the field and the buttons beside them are there for themselves.
    let numbers = line.with_min_x(share + 4.0);
    let described = describe(
        ui,
        ("supplier", row.supplier.id.as_str()),
        numbers,
        &sentence,
    );
    if row.is_own() {
        described.on_hover_text(&world.locale.text.chain.suppliers.own_hint);
    }
    wanted.or(typed)
}

/// Reset of a changed share; edit and remove of a supplier of the user's own. Also gives where
/// the buttons begin.
fn buttons(
    ui: &Ui,
    world: &World<'_>,
    row: &SupplierRow,
    right: f32,
    y: f32,
) -> (Option<Command>, f32) {
    let texts = &world.locale.text.chain.suppliers;
    let supplier = &row.supplier;
    let name = supplier.name.get(world.locale.language);
    let place = |number: f32| {
        let center = pos2(right - BUTTON * (number + 0.5), y);
        Rect::from_center_size(center, vec2(BUTTON, BUTTON))
    };
    let id = Id::unique(("supplier", supplier.id.as_str()));
    let back = || Some(Command::ResetSupplier(supplier.id.clone()));
    if row.is_own() {
        let remove = texts.remove.fill(&[("supplier", &name)]);
        let edit = texts.edit.fill(&[("supplier", &name)]);
        let edit = icons::button_at(ui, Icon::Pencil, place(1.0), id.with("edit"), &edit);
        let form = || Command::AskForSupplier(SupplierForm::Of(supplier.id.clone()));
        let wanted = edit.clicked().then(form);
        let remove = icons::button_at(ui, Icon::Close, place(0.0), id.with("remove"), &remove);
        let wanted = wanted.or(remove.clicked().then(back).flatten());
        return (wanted, right - 2.0 * BUTTON);
    }
    if let (Some(share), true) = (row.table_share, row.is_changed()) {
        let value = left(&world.locale, share);
        let reset = (texts.reset).fill(&[("supplier", &name), ("value", &value)]);
        let reset = icons::button_at(ui, Icon::Reset, place(0.0), id.with("reset"), &reset);
        let wanted = reset.clicked().then(back).flatten();
        return (wanted, right - BUTTON);
    }
    (None, right)
}

/// Name, ticker and segment up to `right`; gives them as words.
fn who(
    ui: &Ui,
    world: &World<'_>,
    row: &SupplierRow,
    line: Rect,
    right: f32,
    color: Color32,
) -> String {
    let painter = ui.painter();
    let supplier = &row.supplier;
    let texts = &world.locale.text.chain;
    let tag = Rect::from_min_size(line.min + vec2(0.0, 8.0), vec2(4.0, HEIGHT - 16.0));
    painter.rect_filled(tag, CornerRadius::same(1), color);

    let left = line.left() + 10.0;
    let width = right - left;
    let name = supplier.name.get(world.locale.language);
    words(ui, left, line.top() + 11.0, name, true, width);
    let segment = segment_name(world, supplier.segment);
    let ticker = match supplier.ticker.as_str() {
        "" => texts.suppliers.unlisted.as_str(),
        ticker => ticker,
    };
    let about = format!("{ticker} · {segment}");
    let (font, quiet) = (style::regular(10.5), style::color(ui, Role::Text3));
    let at = pos2(left, line.top() + 24.0);
    text_within(painter, at, Align2::LEFT_CENTER, &about, font, quiet, width);
    format!("{name}, {about}")
}

/// Why the share that was typed is not taken.
fn refusal(ui: &Ui, sentence: &str, place: Rect) {
    let at = pos2(place.left() + 10.0, place.bottom() - SENTENCE / 2.0 - 2.0);
    let (font, color) = (style::regular(size::LABEL), style::color(ui, Role::Bad));
    let width = place.width() - 14.0;
    let painted = text_within(
        ui.painter(),
        at,
        Align2::LEFT_CENTER,
        sentence,
        font,
        color,
        width,
    );
    describe(ui, "refused share", painted, sentence);
}
