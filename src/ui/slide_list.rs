//! The list of slides: choose one, bring it to another place by pointer or keys, and more.

use eframe::egui::{DragAndDrop, Id, Popup, Rect, Response, Sense, Stroke, Ui, Vec2, pos2, vec2};

use super::icons::{self, Icon};
use super::paint::{focus_ring, keep_arrows, translucent};
use super::slide_menu;
use super::slide_row::{self, HEIGHT, SlideRow};
use super::style::{self, BUTTON_RADIUS};
use crate::app::{Command, Present, SlideEdit};
use crate::report::World;
use crate::report::slide_world::SlideWorld;
use crate::scenario::Scenario;
use crate::scenario::slide::Slide;
use crate::theme::Role;

/// So near to an end of the list a slide that is dragged lets it scroll, and so far in a frame.
const NEAR: f32 = 20.0;
const SCROLL: f32 = 6.0;

/// The place of a slide that is being dragged.
struct Dragged(usize);

/// Which slide was chosen when the list was shown last, and which is to have the focus next.
#[derive(Clone, Copy, Default)]
struct Seen {
    chosen: Option<usize>,
    count: usize,
    focus: Option<usize>,
}

/// The list and what it is about.
pub struct SlideList<'a> {
    /// The world in view, for its language.
    pub world: &'a World<'a>,
    /// The slides.
    pub slides: &'a [Slide],
    /// The scenario without its slides, from which their worlds are made.
    pub scenario: &'a Scenario,
    /// The place of the slide that is chosen.
    pub chosen: usize,
}

impl SlideList<'_> {
    /// Shows all slides; gives what the user wants.
    pub fn show(&self, ui: &mut Ui) -> Option<Command> {
        ui.spacing_mut().item_spacing.y = 0.0;
        let size = vec2(ui.available_width(), HEIGHT * self.slides.len() as f32);
        let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
        let mut seen: Seen = ui.data(|data| data.get_temp(memory())).unwrap_or_default();
        self.follow(ui, whole, &mut seen);
        let mut wanted = None;
        for (place, slide) in self.slides.iter().enumerate() {
            let command = self.row(ui, slide, place, (row(whole, place), &mut seen));
            wanted = wanted.or(command);
        }
        wanted = self.drop(ui, whole).or(wanted);
        ui.data_mut(|data| data.insert_temp(memory(), seen));
        wanted
    }

    /// Brings the slide into view that was chosen since, by whatever means.
    fn follow(&self, ui: &Ui, whole: Rect, seen: &mut Seen) {
        let count = self.slides.len();
        if seen.chosen != Some(self.chosen) || seen.count != count {
            ui.scroll_to_rect(row(whole, self.chosen), None);
        }
        if let Some(place) = seen.focus.take() {
            ui.memory_mut(|memory| memory.request_focus(row_id(place)));
        }
        (seen.chosen, seen.count) = (Some(self.chosen), count);
    }

    fn row(
        &self,
        ui: &mut Ui,
        slide: &Slide,
        place: usize,
        (rect, seen): (Rect, &mut Seen),
    ) -> Option<Command> {
        let response = ui.interact(rect, row_id(place), Sense::click_and_drag());
        response.dnd_set_drag_payload(Dragged(place));
        let line = || {
            let shown = SlideWorld::of(self.scenario, slide);
            let world = shown.world(slide, self.world);
            SlideRow::of(&world, slide, place, place == self.chosen)
        };
        response.widget_info(|| line().describe(&self.world.locale));
        // What a slide says takes a run of the model: only lines in view are worth it.
        if ui.is_rect_visible(rect) {
            line().paint(ui, rect, response.hovered());
        }
        focus_ring(ui, &response, rect.shrink(2.0), BUTTON_RADIUS);
        if response.dragged() {
            let veil = translucent(style::color(ui, Role::Panel), 0.6);
            ui.painter().rect_filled(rect, 0.0, veil);
        }
        let count = self.slides.len();
        let menu = self.menu(ui, &response, (place, count), rect);
        if response.clicked() || response.secondary_clicked() {
            response.request_focus();
        }
        if menu.is_some() {
            return menu;
        }
        if response.double_clicked() {
            return Some(Command::Present(Present::Start(place)));
        }
        if response.clicked() || response.secondary_clicked() {
            return Some(Command::ChooseSlide(place));
        }
        if !response.has_focus() {
            return None;
        }
        keep_arrows(ui, &response);
        let (command, focus) = slide_menu::pressed(ui, place, count)?;
        seen.focus = Some(focus);
        // The keys are pressed here, so the next slide is what they mean next.
        ui.ctx().request_repaint();
        command
    }

    /// What can be done with a slide, at a right click, and behind a button where it is chosen or
    /// the pointer is over it.
    fn menu(
        &self,
        ui: &Ui,
        response: &Response,
        (place, count): (usize, usize),
        rect: Rect,
    ) -> Option<Command> {
        let locale = &self.world.locale;
        let show = |ui: &mut Ui| slide_menu::show(ui, locale, place, count);
        let opened = Popup::context_menu(response)
            .width(slide_menu::WIDTH)
            .show(show);
        let wanted = opened.and_then(|menu| menu.inner);
        if place != self.chosen && !ui.rect_contains_pointer(rect) {
            return wanted;
        }
        let center = pos2(rect.right() - slide_row::BUTTON / 2.0, rect.center().y);
        let at = Rect::from_center_size(center, Vec2::splat(26.0));
        let number = place + 1;
        let name = locale.text.slides.list.more.fill(&[("number", &number)]);
        let id = row_id(place).with("more");
        let more = icons::button_at(ui, Icon::More, at, id, &name);
        let opened = Popup::menu(&more).width(slide_menu::WIDTH).show(show);
        let wanted = wanted.or(opened.and_then(|menu| menu.inner));
        // It stays open while its slide is chosen.
        wanted.or(more.clicked().then_some(Command::ChooseSlide(place)))
    }

    /// Where a slide that is dragged would go: a line between two others, and the move once it is
    /// let go.
    fn drop(&self, ui: &Ui, whole: Rect) -> Option<Command> {
        let from = DragAndDrop::payload::<Dragged>(ui.ctx())?.0;
        let pointer = ui.input(|input| input.pointer.interact_pos())?;
        let view = ui.clip_rect();
        if !view.expand(HEIGHT).contains(pointer) {
            return None;
        }
        scroll_near_ends(ui, view, pointer.y);
        let count = self.slides.len();
        let gap = ((pointer.y - whole.top()) / HEIGHT).round().max(0.0);
        let gap = (gap as usize).min(count);
        let y = whole.top() + gap as f32 * HEIGHT;
        let line = Stroke::new(2.0, style::color(ui, Role::Accent));
        let y = y.clamp(view.top() + 1.0, view.bottom() - 1.0);
        ui.painter().hline(whole.x_range(), y, line);
        if !ui.input(|input| input.pointer.any_released()) {
            return None;
        }
        let from = DragAndDrop::take_payload::<Dragged>(ui.ctx()).map_or(from, |taken| taken.0);
        // Taken out first, so what stood below it has moved up.
        let to = if gap > from { gap - 1 } else { gap };
        (to != from).then_some(Command::EditSlides(SlideEdit::Move { from, to }))
    }
}

/// The place of a line.
fn row(whole: Rect, place: usize) -> Rect {
    let top = whole.top() + place as f32 * HEIGHT;
    Rect::from_min_size(pos2(whole.left(), top), vec2(whole.width(), HEIGHT))
}

fn row_id(place: usize) -> Id {
    Id::unique(("slide", place))
}

fn scroll_near_ends(ui: &Ui, view: Rect, y: f32) {
    let step = if y < view.top() + NEAR {
        SCROLL
    } else if y > view.bottom() - NEAR {
        -SCROLL
    } else {
        return;
    };
    ui.scroll_with_delta(vec2(0.0, step));
    ui.ctx().request_repaint();
}

fn memory() -> Id {
    Id::unique("list of slides")
}
