//! Choosing a year: what the scrubber and the bars of the value chain have in common.

use eframe::egui::accesskit::{Action, ActionData};
use eframe::egui::{Id, Key, Rect, Response, Sense, Ui, WidgetInfo};

use super::paint::keep_arrows;
use crate::model::Year;
use crate::report::World;

/// Makes `rect` a slider over the years; `index_at` says which year stands at an x.
/// Gives the slider, and the year that pointer, keyboard or screen reader have chosen.
pub fn choose(
    ui: &Ui,
    world: &World<'_>,
    id: Id,
    rect: Rect,
    name: &str,
    index_at: impl Fn(f32) -> usize,
) -> (Response, Option<Year>) {
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let now = f64::from(world.year.calendar());
    response.widget_info(|| WidgetInfo::slider(true, now, name));
    ui.ctx()
        .accesskit_node_builder(id, |node| node.add_action(Action::SetValue));
    let pointed = response
        .interact_pointer_pos()
        .map(|pointer| index_at(pointer.x));
    let index = pointed
        .or_else(|| keyed(ui, &response, world.year))
        .or_else(|| requested(ui, id));
    let year = index.and_then(|index| Year::all().nth(index));
    (response, year.filter(|&year| year != world.year))
}

/// The index of the year that a key leads to.
fn keyed(ui: &Ui, response: &Response, year: Year) -> Option<usize> {
    if !response.has_focus() {
        return None;
    }
    keep_arrows(ui, response);
    let (index, last) = (year.index(), Year::LAST.index());
    let (earlier, later) = (index.saturating_sub(1), (index + 1).min(last));
    let keys = [
        (Key::ArrowLeft, earlier),
        (Key::ArrowDown, earlier),
        (Key::ArrowRight, later),
        (Key::ArrowUp, later),
        (Key::Home, 0),
        (Key::End, last),
    ];
    keys.into_iter()
        .find(|(key, _)| ui.input(|input| input.key_pressed(*key)))
        .map(|(_, index)| index)
}

/// The index of the year that a screen reader asks for.
fn requested(ui: &Ui, id: Id) -> Option<usize> {
    ui.input(|input| {
        input
            .accesskit_action_requests(id, Action::SetValue)
            .find_map(|request| match request.data {
                Some(ActionData::NumericValue(year)) => {
                    Year::from_calendar(year as u16).map(Year::index)
                }
                _ => None,
            })
    })
}
