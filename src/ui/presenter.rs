//! A talk on the whole screen: the sheet of the slide, and what can be touched on it. There are no
//! menus, no file names and no questions here but those that closing the window asks.

use eframe::egui::{CentralPanel, CursorIcon, Id, Pos2, Rect, Sense, Ui, pos2};

use super::presenter_keys::{self, Pressed};
use super::{paint, presenter_guess, presenter_levers, sheet, style};
use crate::app::{App, Aside, Command, Present, Presenting};
use crate::model::Year;
use crate::report::drawing::Area;
use crate::report::drawing::plot::PlotFrame;
use crate::report::slide_page::{PageOptions, Place, SlidePage, slide_page};
use crate::report::spoken::{plain, spoken};
use crate::report::{Locale, World};
use crate::scenario::exhibit::Exhibit;
use crate::theme::{Role, Theme};

/// After so many seconds without a move the pointer is out of the way.
const POINTER_REST: f32 = 3.0;

/// However long a frame took, levers that glide are not farther after it than this many seconds.
const LONGEST_STEP: f32 = 0.2;

/// Shows the talk; gives what the presenter wants.
pub fn show(ui: &mut Ui, app: &App, talk: &Presenting) -> Vec<Command> {
    let theme = app.view().theme;
    let mut commands = Vec::new();
    let mut actions = Vec::new();
    let locale = Locale::of(app.view().language).in_currency(app.view().currency, talk.scenario());
    let world = talk.world(locale);
    for pressed in presenter_keys::pressed(ui.ctx(), talk, app.view()) {
        match pressed {
            Pressed::Do(action) => actions.push(action),
            Pressed::Step(steps) => {
                actions.extend(presenter_levers::stepped(&world, talk, steps));
            }
            Pressed::Other(command) => commands.push(command),
        }
    }
    if talk.is_moving() {
        let seconds = ui.input(|input| input.stable_dt.min(LONGEST_STEP));
        actions.push(Present::Advance(seconds));
        ui.ctx().request_repaint();
    }
    CentralPanel::no_frame().show(ui, |ui| {
        actions.extend(stage(ui, &world, talk, theme));
    });
    commands.extend(actions.into_iter().map(Command::Present));
    commands
}

fn stage(ui: &Ui, world: &World<'_>, talk: &Presenting, theme: Theme) -> Vec<Present> {
    let rect = ui.max_rect();
    rest_pointer(ui);
    if talk.is_black() {
        let dark = style::color_in(Theme::Dark, Role::Bg);
        ui.painter().rect_filled(rect, 0.0, dark);
        let words = &world.locale.text.predicting.dark;
        paint::describe(ui, "dark", rect, words);
        return Vec::new();
    }
    let slide = talk.slide();
    let (place, count) = talk.place();
    let guessing = presenter_guess::of(world, talk);
    let mut options = PageOptions::live((rect.width(), rect.height()));
    options.held = match &guessing {
        Some(guessing) => Some(guessing.held),
        None => held(ui, world, talk),
    };
    options.until = (guessing.as_ref())
        .filter(|guessing| !guessing.is_revealed)
        .map(|_| Year::BASE.calendar());
    let place = Place {
        number: place + 1,
        count,
    };
    let told;
    let slide = match &guessing {
        Some(guessing) => {
            told = guessing.slide(slide);
            &told
        }
        None => slide,
    };
    let page = slide_page(world, slide, place, options);
    sheet::paint(ui.painter(), &page.drawing, rect.min, theme);
    let (title, summary) = &page.drawing.words;
    let told = format!("{title}. {summary}");
    paint::describe(ui, ("slide", place.number), rect, &told);
    let mut actions = presenter_levers::show(ui, world, talk, &page.levers, rect.min);
    if let Some(plot) = &page.plot {
        actions.extend(match &guessing {
            Some(guessing) => presenter_guess::show(ui, world, guessing, (plot, page.unit), rect),
            None => chosen_year(ui, world, plot, rect).into_iter().collect(),
        });
    }
    match talk.aside() {
        Some(Aside::Note) => {
            let words = plain(&spoken(world, slide.note.get(world.locale.language), None));
            let none = &world.locale.text.predicting.no_note;
            let words = if words.is_empty() { none } else { &words };
            over_foot(ui, ("note", words), &page, rect);
        }
        Some(Aside::Keys) => {
            let keys = &world.locale.text.presenting.hints.all;
            over_foot(ui, ("keys", keys), &page, rect);
        }
        None => {}
    }
    actions
}

/// The range that the axis keeps while levers move: it grows where it must, but does not shrink.
fn held(ui: &Ui, world: &World<'_>, talk: &Presenting) -> Option<(f64, f64)> {
    let Exhibit::Chart(figure) = talk.slide().exhibit else {
        return None;
    };
    let id = Id::unique("axis of the slide");
    let moves = talk.is_moving() || talk.is_touched();
    let now = figure.chart(world).axis.range;
    let last: Option<(usize, (f64, f64))> = ui.data(|data| data.get_temp(id));
    let range = match last {
        Some((place, range)) if moves && place == talk.place().0 => {
            (range.0.min(now.0), range.1.max(now.1))
        }
        _ => now,
    };
    ui.data_mut(|data| data.insert_temp(id, (talk.place().0, range)));
    moves.then_some(range)
}

/// A click on a chart puts the year that is nearest in view.
fn chosen_year(ui: &Ui, world: &World<'_>, plot: &PlotFrame, rect: Rect) -> Option<Present> {
    let area = place_of(plot.plot, rect.min);
    let response = ui.interact(area, Id::unique("slide's years"), Sense::CLICK);
    let clicked = response.clicked().then(|| response.interact_pointer_pos());
    let at = clicked.flatten()?;
    let calendar = plot.year_at(at.x - rect.left()).round();
    let year = Year::from_calendar(calendar as u16)?;
    (year != world.year).then_some(Present::SetYear(year))
}

/// Words over the foot of the sheet: the speaker's note, or what keys do.
fn over_foot(ui: &Ui, (id, words): (&str, &str), page: &SlidePage, rect: Rect) {
    let size = 26.0 * page.unit;
    let margin = 88.0 * page.unit;
    let room = rect.width() - 2.0 * margin;
    let color = style::color(ui, Role::Text1);
    let galley = paint::wrapped(ui.painter(), words, style::regular(size), color, (room, 8));
    let height = galley.size().y + 2.0 * size;
    let behind = rect.with_min_y(rect.bottom() - height);
    ui.painter()
        .rect_filled(behind, 0.0, style::color(ui, Role::Panel));
    ui.painter().hline(
        behind.x_range(),
        behind.top(),
        (2.0 * page.unit, style::color(ui, Role::Accent)),
    );
    let at = pos2(rect.left() + margin, behind.top() + size);
    ui.painter().galley(at, galley, color);
    paint::describe(ui, id, behind, words);
}

/// A pointer that rests is hidden.
fn rest_pointer(ui: &Ui) {
    let rested = ui.input(|input| input.pointer.time_since_last_movement());
    if rested > POINTER_REST {
        ui.set_cursor_icon(CursorIcon::None);
    } else {
        let left = std::time::Duration::from_secs_f32(POINTER_REST - rested + 0.05);
        ui.ctx().request_repaint_after(left);
    }
}

/// Where a part of a sheet stands on screen.
pub fn place_of(area: Area, origin: Pos2) -> Rect {
    Rect::from_min_max(
        pos2(origin.x + area.left, origin.y + area.top),
        pos2(origin.x + area.right, origin.y + area.bottom),
    )
}
