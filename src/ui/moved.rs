//! The strip that says what the last gesture moved.

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Align, Align2, CornerRadius, CursorIcon, Frame, Id, Layout, Margin, Panel, Popup, Rect,
    Role as Access, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::key_figure::{paint_change, trend_color};
use super::paint::{card, describe, focus_ring, line, text_within};
use super::style::{self, BUTTON_RADIUS, size, space};
use crate::app::{App, Command, LastMove};
use crate::report::{self, Figure, Moved, World};
use crate::theme::Role;

/// Height of the strip below a page.
const HEIGHT: f32 = 46.0;
/// Pages lower or narrower than this need their room for themselves.
const LOW: f32 = 480.0;
const NARROW: f32 = 760.0;
/// Width of a story that is opened.
const STORY_WIDTH: f32 = 560.0;
/// Cells for the lever and for the results that are told.
const CELLS: f32 = 6.0;

/// Shows the lever that was moved and the results that changed most; a click on one opens its
/// chart.
pub fn show(ui: &Ui, world: &World<'_>, app: &App, rect: Rect) -> Option<Command> {
    card(ui, rect);
    let texts = &world.locale.text.window.moved;
    let Some(moved) = app.last_move() else {
        // A story is true of the world it was written for, not of what became of it.
        let is_true = !app.document().is_changed();
        let language = world.locale.language;
        let (name, story) = (
            world.scenario.shown_name(language),
            world.scenario.shown_story(language),
        );
        let story = if is_true && !story.is_empty() {
            texts.story.fill(&[("name", &name), ("story", &story)])
        } else {
            String::new()
        };
        story_or(ui, rect, &story, (&texts.hint, &texts.more));
        return None;
    };
    let movements = report::moved(world, &moved.run_before);
    if movements.is_empty() {
        sentence(
            ui,
            rect,
            &texts.nothing.fill(&[("year", &world.year.calendar())]),
        );
        return None;
    }
    let inner = rect.shrink2(vec2(space::CARD, 0.0));
    let width = inner.width() / CELLS;
    lever_cell(
        ui,
        world,
        moved,
        Rect::from_min_size(inner.min, vec2(width, rect.height())),
    );
    let mut chosen = None;
    for (index, movement) in movements.iter().enumerate() {
        let left = inner.left() + width * (index + 1) as f32;
        let cell = Rect::from_min_size(pos2(left, inner.top()), vec2(width, rect.height()));
        let edge = style::color(ui, Role::Stroke);
        ui.painter()
            .vline(left, rect.top() + 8.0..=rect.bottom() - 8.0, (1.0, edge));
        if result_cell(ui, movement, cell) {
            chosen = Some(Command::ShowFigure(Figure::of_series(movement.series)));
        }
    }
    chosen
}

/// The same below a page that has no place for it, once something was moved.
pub fn show_below(ui: &mut Ui, world: &World<'_>, app: &App) -> Option<Command> {
    if app.last_move().is_none() || ui.available_height() < LOW || ui.available_width() < NARROW {
        return None;
    }
    let frame = Frame::new()
        .fill(style::color(ui, Role::Bg))
        .inner_margin(Margin {
            left: space::MARGIN as i8,
            right: space::MARGIN as i8,
            top: 0,
            bottom: 8,
        });
    Panel::bottom("moved")
        .exact_size(HEIGHT + 8.0)
        .show_separator_line(false)
        .frame(frame)
        .show(ui, |ui| show(ui, world, app, ui.max_rect()))
        .inner
}

fn sentence(ui: &Ui, rect: Rect, words: &str) {
    let at = pos2(rect.left() + space::CARD, rect.center().y);
    let (font, color) = (style::regular(size::BODY), style::color(ui, Role::Text3));
    let width = rect.width() - 2.0 * space::CARD;
    text_within(
        ui.painter(),
        at,
        Align2::LEFT_CENTER,
        words,
        font,
        color,
        width,
    );
    describe(ui, "moved", rect, words);
}

/// Before the first move: what happens in this world, or how to begin.
fn story_or(ui: &Ui, rect: Rect, story: &str, (hint, more): (&str, &str)) {
    if story.is_empty() {
        sentence(ui, rect, hint);
        return;
    }
    let color = style::color(ui, Role::Text2);
    let width = rect.width() - 2.0 * space::CARD;
    let told = |width: f32| {
        let format = TextFormat::simple(style::regular(size::LABEL), color);
        let mut words = LayoutJob::single_section(story.to_owned(), format);
        words.wrap = TextWrapping {
            max_width: width,
            max_rows: 2,
            ..TextWrapping::default()
        };
        ui.painter().layout_job(words)
    };
    let at = pos2(rect.left() + space::CARD, rect.center().y);
    let whole = told(width);
    if !whole.elided {
        let place = Align2::LEFT_CENTER.anchor_size(at, whole.size());
        ui.painter().galley(place.min, whole, color);
        describe(ui, "story", rect, story);
        return;
    }
    let id = Id::unique("whole story");
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, story));
    focus_ring(ui, &response, rect, style::CARD_RADIUS);
    let (font, accent) = (style::semibold(size::LABEL), style::color(ui, Role::Accent));
    let link = line(ui.painter(), more, font, accent, f32::INFINITY);
    // The lines end before the link, so that their ellipsis stays whole.
    let beginning = told(width - link.size().x - 8.0);
    let place = Align2::LEFT_CENTER.anchor_size(at, beginning.size());
    ui.painter().galley(place.min, beginning, color);
    let corner = pos2(rect.right() - space::CARD, place.bottom());
    let link_place = Align2::RIGHT_BOTTOM.anchor_size(corner, link.size());
    ui.painter().galley(link_place.min, link, accent);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    Popup::menu(&response)
        .width(STORY_WIDTH)
        .layout(Layout::top_down(Align::LEFT))
        .show(|ui| ui.label(story));
}

fn lever_cell(ui: &Ui, world: &World<'_>, moved: &LastMove, cell: Rect) {
    let painter = ui.painter();
    let title = &world.locale.text.window.moved.title;
    let unit = &moved.assumption.info().unit;
    let number = |value| world.locale.numbers.short(value, unit).number;
    let name = world.locale.short_name(moved.assumption);
    let values = format!("{} → {}", number(moved.before), number(moved.after));
    let words = format!("{name} {values}");
    let width = cell.width() - 8.0;
    let (quiet, ink) = (style::color(ui, Role::Text3), style::color(ui, Role::Text1));
    let mut above = line(painter, title, style::regular(size::CAPTION), quiet, width);
    let mut below = line(painter, &words, style::semibold(size::LABEL), ink, width);
    if below.elided {
        above = line(painter, name, style::regular(size::CAPTION), quiet, width);
        below = line(painter, &values, style::semibold(size::LABEL), ink, width);
    }
    for (galley, y, color) in [(above, 15.0, quiet), (below, 33.0, ink)] {
        let at = pos2(cell.left(), cell.top() + y - galley.size().y / 2.0);
        painter.galley(at, galley, color);
    }
    describe(ui, "moved", cell, &format!("{title}: {words}"));
}

fn result_cell(ui: &Ui, moved: &Moved, cell: Rect) -> bool {
    let painter = ui.painter();
    let response = ui.interact(
        cell.shrink2(vec2(3.0, 4.0)),
        Id::unique(("moved", moved.series.id())),
        Sense::click(),
    );
    if response.hovered() {
        let fill = style::color(ui, Role::Hover);
        painter.rect_filled(response.rect, CornerRadius::same(BUTTON_RADIUS), fill);
    }
    let cell = cell
        .with_min_x(cell.left() + 12.0)
        .with_max_x(cell.right() - 8.0);
    let (top, bottom) = (cell.top() + 15.0, cell.top() + 33.0);
    let mut right = cell.right();
    if let Some(trend) = moved.trend {
        let (font, color) = (style::semibold(size::LABEL), trend_color(ui, trend));
        right -= line(painter, &moved.change, font, color, f32::INFINITY)
            .size()
            .x
            + 12.0;
        paint_change(ui, pos2(right, top), &moved.change, trend);
    }
    let quiet = style::color(ui, Role::Text3);
    let width = right - cell.left() - 6.0;
    let name = line(
        painter,
        &moved.name,
        style::regular(size::CAPTION),
        quiet,
        width,
    );
    painter.galley(pos2(cell.left(), top - name.size().y / 2.0), name, quiet);

    let (font, color) = (style::regular(size::LABEL), style::color(ui, Role::Text1));
    let mut values = line(painter, &moved.values, font.clone(), color, cell.width());
    if values.elided {
        // Better no unit than half of one: the name says what it is.
        values = line(painter, &moved.bare_values, font, color, cell.width());
    }
    painter.galley(
        pos2(cell.left(), bottom - values.size().y / 2.0),
        values,
        color,
    );
    let sentence = format!("{}: {}, {}", moved.name, moved.values, moved.change);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &sentence));
    focus_ring(ui, &response, response.rect, BUTTON_RADIUS);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
