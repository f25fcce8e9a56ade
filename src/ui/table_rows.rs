//! The rows of a table: they scroll, only those in view are painted, and one of them is chosen.

use eframe::egui::{
    CornerRadius, Id, Rect, Role as Access, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2,
};

use super::paint::focus_ring;
use super::style;
use crate::theme::Role;

/// Space for the bar by which the rows scroll.
pub const BAR: f32 = 8.0;

/// Where rows stand, how many, and which is chosen.
pub struct Rows {
    /// Tells this table from others.
    pub id: Id,
    /// Where they scroll; their bar stands in the last points on the right.
    pub place: Rect,
    /// How high each is.
    pub height: f32,
    /// How many there are.
    pub count: usize,
    /// The chosen one.
    pub chosen: Option<usize>,
    /// Is the chosen one to be brought into view?
    pub follow: bool,
}

/// Shows the rows; `paint` paints one and says it in a sentence. Gives the row that was clicked.
pub fn show(ui: &mut Ui, rows: &Rows, paint: impl Fn(&Ui, usize, Rect) -> String) -> Option<usize> {
    let mut clicked = None;
    let mut inner = ui.new_child(UiBuilder::new().max_rect(rows.place));
    inner.spacing_mut().item_spacing.y = 0.0;
    let mut area = ScrollArea::vertical().id_salt(rows.id).auto_shrink(false);
    if let (true, Some(chosen)) = (rows.follow, rows.chosen) {
        let middle = (rows.place.height() - rows.height) / 2.0;
        let offset = chosen as f32 * rows.height - middle;
        area = area.vertical_scroll_offset(offset.max(0.0));
    }
    area.show_rows(&mut inner, rows.height, rows.count, |ui, in_view| {
        for index in in_view {
            let size = vec2(ui.available_width(), rows.height);
            let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
            let place = whole.with_max_x(rows.place.right() - BAR);
            let response = ui.interact(place, rows.id.with(("row", index)), Sense::click());
            let is_chosen = rows.chosen == Some(index);
            let back = place.shrink2(vec2(0.0, 1.0));
            if is_chosen || response.hovered() {
                let role = if is_chosen {
                    Role::AccentSoft
                } else {
                    Role::Hover
                };
                let corner = CornerRadius::same(5);
                ui.painter()
                    .rect_filled(back, corner, style::color(ui, role));
            }
            let words = paint(ui, index, place);
            let edge = style::color(ui, Role::Stroke);
            ui.painter()
                .hline(place.x_range(), place.bottom() - 0.5, (1.0, edge));
            response.widget_info(|| WidgetInfo::selected(Access::Row, true, is_chosen, &words));
            focus_ring(ui, &response, back.shrink(2.0), 5);
            if response.clicked() {
                clicked = Some(index);
            }
        }
    });
    clicked
}
