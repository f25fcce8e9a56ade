//! The table of segments: what each takes in, keeps and earns, and the sum of all.

use eframe::egui::{Align2, CornerRadius, Id, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use super::columns::{self, Head, Order, cell, words};
use super::paint::describe;
use super::style;
use super::{explained, sparkline, suppliers};
use crate::app::Command;
use crate::model::{Measure, Reference, Segment, Series, Year};
use crate::report::World;
use crate::report::money_flow::segment_role;
use crate::report::segment_table::{
    SegmentRow, SegmentSort, all_segments, left_in_words, segment_rows,
};
use crate::theme::Role;

const ROW: f32 = 28.0;
const HEAD: f32 = 24.0;

/// How high the table is when it shows every row.
pub fn height(ui: &Ui, world: &World<'_>, width: f32, measure: Measure) -> f32 {
    let rows = Segment::ALL.len() + 1;
    let note = suppliers::note_height(ui, &note(world, measure), width);
    HEAD + ROW * rows as f32 + note
}

/// What is to be known of the sums.
fn note(world: &World<'_>, measure: Measure) -> String {
    let texts = &world.locale.text.chain;
    let spent = world.locale.amount(Series::Capex, world.now(Series::Capex));
    let measured = measure_name(world, measure);
    (texts.segments.sums).fill(&[("spent", &spent), ("measure", &measured)])
}

/// Shows the table in `inner`; gives the number that is to be explained.
pub fn show(ui: &mut Ui, world: &World<'_>, inner: Rect, measure: Measure) -> Option<Command> {
    let mut clicked = None;
    let memory = Id::unique("segment order");
    let order: Order<SegmentSort> = ui.data(|data| data.get_temp(memory)).unwrap_or(Order {
        sort: SegmentSort::Captured,
        reversed: false,
    });
    let rows = segment_rows(world, measure, order.sort, order.reversed);
    let all = all_segments(world, measure);
    let shown: Vec<Cells> = rows.iter().map(|row| Cells::new(world, row)).collect();
    let sum = Cells::new(world, &all);
    let cells: Vec<&Cells> = shown.iter().chain([&sum]).collect();
    let edges = edges(ui, world, inner, order, &cells);
    let order = heads(ui, world, inner, &edges, order);
    ui.data_mut(|data| data.insert_temp(memory, order));

    let sentence = note(world, measure);
    let below = suppliers::note_height(ui, &sentence, inner.width());
    let foot = Rect::from_min_max(
        pos2(inner.left(), inner.bottom() - below - ROW),
        pos2(inner.right(), inner.bottom() - below),
    );
    let list = Rect::from_min_max(
        pos2(inner.left(), inner.top() + HEAD),
        pos2(inner.right() + 8.0, foot.top()),
    );
    let wanted = ROW * rows.len() as f32;
    // The sum stands under the rows, and stays in view where they scroll.
    let foot = foot.translate(vec2(0.0, (wanted - list.height()).min(0.0)));
    let mut list_ui = ui.new_child(UiBuilder::new().max_rect(list));
    let scroll = ScrollArea::vertical()
        .id_salt("segments")
        .auto_shrink(false);
    scroll.show(&mut list_ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (row, cells) in rows.iter().zip(&shown) {
            let size = vec2(inner.width(), ROW);
            let (place, _) = ui.allocate_exact_size(size, Sense::hover());
            if ui.is_rect_visible(place) {
                clicked = show_row(ui, world, row, cells, place, &edges).or(clicked.take());
            }
        }
    });
    let of_sum = show_row(ui, world, &all, &sum, foot, &edges);
    suppliers::note(ui, &sentence, inner);
    clicked.or(of_sum)
}

/// What a measure is called.
pub fn measure_name<'a>(world: &World<'a>, measure: Measure) -> &'a str {
    let texts = &world.locale.text.chain;
    match measure {
        Measure::Revenue => &texts.revenue,
        Measure::Profit => &texts.profit,
        Measure::Captured | Measure::China => &texts.captured_value,
    }
}

/// Revenue, captured, profit, Chinese, of spending, multiple, change.
const COLUMNS: usize = 7;

/// What the columns sort by.
const SORTS: [SegmentSort; COLUMNS] = [
    SegmentSort::Revenue,
    SegmentSort::Captured,
    SegmentSort::Profit,
    SegmentSort::Chinese,
    SegmentSort::OfSpending,
    SegmentSort::Multiple,
    SegmentSort::Change,
];
/// Width of the curve of a row.
const CURVE: f32 = 38.0;

/// The numbers of a row as they are shown.
struct Cells {
    words: [String; COLUMNS],
    roles: [Role; COLUMNS],
}

impl Cells {
    fn new(world: &World<'_>, row: &SegmentRow) -> Self {
        let numbers = world.locale.numbers;
        let nothing = || "–".to_owned();
        let money = |value| numbers.axis_value(value, &Series::Capex.info().unit);
        let change = row.against_baseline().filter(|_| world.differs());
        let words = [
            row.revenue.map_or_else(nothing, money),
            money(row.captured),
            money(row.profit),
            row.chinese
                .map_or_else(nothing, |share| numbers.share(share)),
            numbers.share(row.of_spending),
            (row.multiple()).map_or_else(nothing, |times| numbers.multiple(times)),
            change.map_or_else(nothing, |ratio| numbers.relative(ratio)),
        ];
        let of_money = |value: f64| if value < 0.0 { Role::Bad } else { Role::Text1 };
        let direction = match change {
            None => Role::Text3,
            Some(ratio) if ratio > 1.0 => Role::Good,
            Some(_) => Role::Bad,
        };
        let roles = [
            Role::Text1,
            of_money(row.captured),
            of_money(row.profit),
            Role::Text2,
            Role::Text2,
            Role::Text3,
            direction,
        ];
        Self { words, roles }
    }
}

fn head_words<'a>(world: &World<'a>) -> [&'a str; COLUMNS] {
    let texts = &world.locale.text.chain;
    [
        &texts.revenue,
        &texts.captured_value,
        &texts.profit,
        &texts.chinese,
        &texts.segments.of_spending,
        &texts.suppliers.multiple,
        &texts.segments.change,
    ]
}

fn edges(
    ui: &Ui,
    world: &World<'_>,
    inner: Rect,
    order: Order<SegmentSort>,
    cells: &[&Cells],
) -> Vec<f32> {
    let heads = head_words(world).into_iter().zip(SORTS);
    let heads = heads.map(|(words, sort)| columns::head_words(words, sort, order));
    let mut widths: Vec<f32> = heads
        .enumerate()
        .map(|(column, head)| {
            let cells = cells.iter().map(|cells| cells.words[column].as_str());
            columns::width(ui, cells.chain([head.as_str()]))
        })
        .collect();
    widths.push(CURVE);
    columns::edges(inner.right() - 4.0, 0.0, &widths)
}

fn heads(
    ui: &Ui,
    world: &World<'_>,
    inner: Rect,
    edges: &[f32],
    order: Order<SegmentSort>,
) -> Order<SegmentSort> {
    let y = inner.top() + 10.0;
    let mut heads = vec![Head {
        sort: SegmentSort::Name,
        words: &world.locale.text.chain.segments.name,
        at: pos2(inner.left() + 10.0, y),
        anchor: Align2::LEFT_CENTER,
    }];
    for ((sort, words), &edge) in SORTS.into_iter().zip(head_words(world)).zip(edges) {
        heads.push(Head {
            sort,
            words,
            at: pos2(edge, y),
            anchor: Align2::RIGHT_CENTER,
        });
    }
    let order = columns::heads(ui, "segments", &heads, order);
    let edge = style::color(ui, Role::Stroke);
    let line = inner.top() + HEAD - 1.0;
    ui.painter().hline(inner.x_range(), line, (1.0, edge));
    order
}

fn show_row(
    ui: &Ui,
    world: &World<'_>,
    row: &SegmentRow,
    cells: &Cells,
    place: Rect,
    edges: &[f32],
) -> Option<Command> {
    let measured = match row.measure {
        Measure::Revenue => SegmentSort::Revenue,
        Measure::Profit => SegmentSort::Profit,
        Measure::Captured | Measure::China => SegmentSort::Captured,
    };
    let y = place.center().y;
    let is_sum = row.segment.is_none();
    let color = style::color(ui, row.segment.map_or(Role::Neutral, segment_role));
    if !is_sum {
        let tag = Rect::from_center_size(pos2(place.left() + 2.0, y), vec2(4.0, ROW - 14.0));
        ui.painter().rect_filled(tag, CornerRadius::same(1), color);
    }
    let first = columns::width(ui, [cells.words[0].as_str()]);
    let left = place.left() + 10.0;
    let room = edges[0] - first - 6.0 - left;
    words(ui, left, y, &row.name, is_sum, room);
    let mut places = Vec::new();
    for (column, &edge) in edges.iter().take(COLUMNS).enumerate() {
        let is_strong = is_sum || SORTS[column] == measured || column == COLUMNS - 1;
        let role = cells.roles[column];
        let shown = cell(ui, edge, y, &cells.words[column], is_strong, role);
        places.push(shown);
    }
    if let (Some(values), Some(&right)) = (&row.measured, edges.last()) {
        let curve = Rect::from_min_max(
            pos2(right - CURVE, place.top() + 6.0),
            pos2(right, place.bottom() - 6.0),
        );
        let baseline = row.baseline.as_ref().filter(|_| world.differs());
        sparkline::show(ui, curve, values, baseline, row.year, color);
    }
    let edge = style::color(ui, Role::Stroke);
    ui.painter()
        .hline(place.x_range(), place.bottom(), (1.0, edge));
    let id = row.segment.map_or("all", |segment| segment.id());
    let described = describe(ui, ("segment", id), place, &sentence(world, row, cells));
    let hint = hint(world, row);
    if !hint.is_empty() {
        described.on_hover_text(hint);
    }
    let mut wanted = None;
    for (column, (shown, words)) in places.into_iter().zip(&cells.words).enumerate() {
        if let Some(series) = explained_series(row, SORTS[column]) {
            let reference = Reference::Series(series, world.year);
            let id = ("segment cell", id, column);
            wanted = explained::cell(ui, id, shown, words, reference).or(wanted);
        }
    }
    wanted
}

/// The result that a cell shows as it is, if it does.
fn explained_series(row: &SegmentRow, column: SegmentSort) -> Option<Series> {
    let of = |measure, of_all| match row.segment {
        Some(segment) => Some(Series::of_segment(segment, measure)),
        None => of_all,
    };
    match column {
        SegmentSort::Revenue => of(Measure::Revenue, None),
        SegmentSort::Captured => of(Measure::Captured, Some(Series::CapturedTotal)),
        SegmentSort::Profit => of(Measure::Profit, Some(Series::ProfitTotal)),
        _ => None,
    }
}

fn sentence(world: &World<'_>, row: &SegmentRow, cells: &Cells) -> String {
    let [
        revenue,
        captured,
        profit,
        chinese,
        spending,
        multiple,
        change,
    ] = &cells.words;
    world.locale.text.chain.segments.row.fill(&[
        ("name", &row.name),
        ("year", &world.year.calendar()),
        ("revenue", revenue),
        ("captured", captured),
        ("profit", profit),
        ("chinese", chinese),
        ("spending", spending),
        ("multiple", multiple),
        ("first", &Year::BASE.calendar()),
        ("change", change),
    ])
}

/// What is to be known of a row: a loss, a sum that is none, what named suppliers leave.
fn hint(world: &World<'_>, row: &SegmentRow) -> String {
    let texts = &world.locale.text.chain.segments;
    if row.segment.is_none() {
        return texts.overlap.clone();
    }
    let left = left_in_words(world, row);
    if row.captured < 0.0 {
        return format!("{}\n{left}", texts.loss);
    }
    left
}
