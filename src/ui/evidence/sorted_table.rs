//! Tables whose every column sorts: the columns, their heads, and the place of the rows below.

use eframe::egui::{Id, Rangef, Rect, Ui};

use crate::report::World;
use crate::ui::table_head::{self, Column};
use crate::ui::table_rows::{BAR, Rows};

/// A column: what it sorts by, its name, its share of the width, and whether it holds numbers.
pub type Named<'a, O> = (O, &'a String, f32, bool);

/// The columns beside each other in a list.
pub fn columns<'a, O: Copy>(list: Rect, named: &[Named<'a, O>]) -> Vec<(O, Column<'a>)> {
    let place = Rangef::new(list.left() + 6.0, list.right() - 10.0);
    let shares: Vec<(&str, f32, bool)> = named
        .iter()
        .map(|&(_, name, share, is_number)| (name.as_str(), share, is_number))
        .collect();
    let orders = named.iter().map(|column| column.0);
    orders.zip(Column::beside(place, &shares)).collect()
}

/// Shows the heads of the columns; a click sorts by one, a second one turns the order round.
pub fn head<O: Copy + PartialEq>(
    ui: &Ui,
    id: Id,
    list: Rect,
    columns: &[(O, Column<'_>)],
    (order, reversed): (&mut O, &mut bool),
) {
    let sorted = columns.iter().position(|column| column.0 == *order);
    let heads: Vec<Column<'_>> = columns.iter().map(|column| column.1.clone()).collect();
    let place = list.with_max_y(list.top() + table_head::HEIGHT);
    let clicked = table_head::show(ui, id, place, &heads, (sorted, *reversed));
    let clicked = clicked.map(|index| columns[index].0);
    table_head::sort(order, reversed, clicked);
}

/// Where the rows below the heads stand; none where nothing was found, which is then said.
pub fn rows(
    ui: &mut Ui,
    world: &World<'_>,
    id: Id,
    list: Rect,
    (count, height): (usize, f32),
) -> Option<Rows> {
    let place = list.with_min_y(list.top() + table_head::HEIGHT);
    if count == 0 {
        super::nothing_found(ui, world, place);
        return None;
    }
    Some(Rows {
        id,
        place: place.with_max_x(place.right() + BAR),
        height,
        count,
        chosen: None,
        follow: false,
    })
}
