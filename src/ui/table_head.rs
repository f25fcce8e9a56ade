//! The names of a table's columns: a click sorts, a second one turns the order round.

use eframe::egui::{
    Align2, Color32, FontId, Id, Rangef, Rect, Role as Access, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::columns;
use super::paint::{focus_ring, line, text_within};
use super::style::{self, size};
use crate::theme::Role;

/// Height of the row of names, the line under it included.
pub const HEIGHT: f32 = 28.0;

/// Between two columns.
const GAP: f32 = 14.0;

/// How wide a column is.
#[derive(Clone, Copy)]
pub enum Width {
    /// A part of what is left over.
    Share(f32),
    /// So many points.
    Points(f32),
}

impl Width {
    /// As wide as the widest of these words, so that none is cut.
    pub fn of<'a>(ui: &Ui, words: impl IntoIterator<Item = &'a str>) -> Self {
        Self::Points(columns::width(ui, words))
    }
}

/// A column of a table.
#[derive(Clone)]
pub struct Column<'a> {
    /// Its name.
    pub name: &'a str,
    /// From its left to its right end.
    pub place: Rangef,
    /// Does it hold numbers? They stand at its right end.
    pub is_number: bool,
    /// Can the table be sorted by it?
    pub sorts: bool,
}

impl<'a> Column<'a> {
    /// Columns of relative widths beside each other, each with its name; those of numbers
    /// are named with `true`. All can be sorted by.
    pub fn beside(place: Rangef, columns: &[(&'a str, f32, bool)]) -> Vec<Self> {
        let columns = columns.iter();
        let columns =
            columns.map(|&(name, share, is_number)| (name, Width::Share(share), is_number));
        Self::fitted(place, &columns.collect::<Vec<_>>())
    }

    /// The same with columns of so many points, which take what they need from the relative ones.
    pub fn fitted(place: Rangef, columns: &[(&'a str, Width, bool)]) -> Vec<Self> {
        let gaps = GAP * (columns.len() - 1) as f32;
        let (mut shares, mut fixed) = (0.0, gaps);
        for column in columns {
            match column.1 {
                Width::Share(share) => shares += share,
                Width::Points(points) => fixed += points,
            }
        }
        let left_over = (place.span() - fixed).max(0.0);
        // Where no column takes the rest, all do.
        let more = if shares > 0.0 {
            0.0
        } else {
            left_over / columns.len().max(1) as f32
        };
        let each = left_over / shares.max(f32::EPSILON);
        let mut left = place.min;
        let column = |&(name, width, is_number): &(&'a str, Width, bool)| {
            let wide = match width {
                Width::Share(share) => each * share,
                Width::Points(points) => points + more,
            };
            let place = Rangef::new(left, left + wide);
            left = place.max + GAP;
            Self {
                name,
                place,
                is_number,
                sorts: true,
            }
        };
        columns.iter().map(column).collect()
    }

    /// Paints a cell of the column around `y`.
    pub fn cell(&self, ui: &Ui, y: f32, words: &str, font: FontId, color: Color32) -> Rect {
        let (x, anchor) = self.anchor();
        let width = self.place.span();
        text_within(ui.painter(), pos2(x, y), anchor, words, font, color, width)
    }

    fn anchor(&self) -> (f32, Align2) {
        if self.is_number {
            (self.place.max, Align2::RIGHT_CENTER)
        } else {
            (self.place.min, Align2::LEFT_CENTER)
        }
    }
}

/// Shows the names around `rect`'s middle with a line under them; `sorted` is the column that the
/// table is sorted by, and whether the other way round. Gives the column that was clicked.
pub fn show(
    ui: &Ui,
    id: Id,
    rect: Rect,
    columns: &[Column<'_>],
    sorted: (Option<usize>, bool),
) -> Option<usize> {
    let mut clicked = None;
    let y = rect.center().y;
    for (index, column) in columns.iter().enumerate() {
        let is_on = sorted.0 == Some(index);
        let (font, role) = if is_on {
            (style::semibold(size::LABEL), Role::Accent)
        } else {
            (style::regular(size::LABEL), Role::Text3)
        };
        let arrow = match (is_on, sorted.1) {
            (false, _) => "",
            (true, false) => " ↓",
            (true, true) => " ↑",
        };
        let color = style::color(ui, role);
        // A narrow column gives up the end of its name, never the arrow.
        let (x, anchor) = column.anchor();
        let arrow = line(ui.painter(), arrow, font.clone(), color, f32::INFINITY);
        let width = column.place.span() - arrow.size().x;
        let name = line(ui.painter(), column.name, font, color, width);
        let whole = vec2(name.size().x + arrow.size().x, name.size().y);
        let painted = anchor.anchor_size(pos2(x, y), whole);
        let beside = pos2(painted.left() + name.size().x, painted.top());
        ui.painter().galley(painted.min, name, color);
        ui.painter().galley(beside, arrow, color);
        if column.sorts {
            let place = painted.expand2(vec2(4.0, 6.0));
            let response = ui.interact(place, id.with(index), Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Access::ColumnHeader, true, column.name));
            focus_ring(ui, &response, painted, 3);
            if response.clicked() {
                clicked = Some(index);
            }
        }
    }
    let edge = style::color(ui, Role::Stroke);
    ui.painter()
        .hline(rect.x_range(), rect.bottom(), (1.0, edge));
    clicked
}

/// Sorts by the column that was clicked, or turns the order round where it was sorted by already.
pub fn sort<T: PartialEq>(order: &mut T, reversed: &mut bool, clicked: Option<T>) {
    if let Some(clicked) = clicked {
        *reversed = *order == clicked && !*reversed;
        *order = clicked;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_numbers_get_what_they_need_and_words_the_rest() {
        let widths = |columns: &[(&str, Width, bool)]| -> Vec<f32> {
            let columns = Column::fitted(Rangef::new(10.0, 338.0), columns);
            columns.iter().map(|column| column.place.span()).collect()
        };
        let (words, number) = (Width::Share(2.0), Width::Points(60.0));
        let other = ("more words", Width::Share(1.0), false);
        // 328 less two gaps of 14 and 60 are 240, in three parts.
        let shared = widths(&[("words", words, false), ("number", number, true), other]);
        assert_eq!(shared, [160.0, 60.0, 80.0]);
        // Without words, the numbers share what is left over: 328 − 14 − 120 = 194.
        let numbers = widths(&[("one", number, true), ("two", number, true)]);
        assert_eq!(numbers, [157.0, 157.0]);
    }
}
