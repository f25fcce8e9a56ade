//! The rail of a lever: the whole range, the likely range, the baseline, and the thumb.

use eframe::egui::accesskit::{Action, ActionData};
use eframe::egui::{
    self, Color32, CornerRadius, CursorIcon, Id, Key, Painter, Pos2, Rect, Response, Sense, Shape,
    Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::paint::{focus_ring, keep_arrows, translucent};
use super::style;
use crate::app::Gesture;
use crate::model::assumptions::AssumptionInfo;
use crate::theme::Role;

const RAIL: f32 = 4.0;
const BAND: f32 = 10.0;
const THUMB: f32 = 7.0;
/// Height that reacts to the pointer.
const HIT: f32 = 28.0;
/// Steps from one end to the other with the arrow keys.
const STEPS: f64 = 100.0;
/// Steps of Page Up and Page Down.
const PAGE: f64 = 10.0;

/// What a rail shows.
pub struct Rail<'a> {
    /// The name of the lever.
    pub name: &'a str,
    /// The value.
    pub value: f64,
    /// The value in words, for those who cannot see the thumb.
    pub words: String,
    /// The value of the baseline.
    pub base: f64,
    /// The value as it was opened or last saved.
    pub saved: f64,
    /// P5 and P95.
    pub likely: (f64, f64),
    /// Its range, and how values are spread on it.
    pub info: &'static AssumptionInfo,
}

impl Rail<'_> {
    /// Shows the rail, and says where a gesture has moved the thumb to.
    ///
    /// Merely showing it moves nothing, whatever the value.
    pub fn show(&self, ui: &Ui, id: Id, center_line: Rect) -> (Response, Option<(f64, Gesture)>) {
        let track = center_line.shrink2(vec2(THUMB, 0.0));
        let hit = Rect::from_center_size(center_line.center(), vec2(center_line.width(), HIT));
        let (response, moved) = self.follow(ui, id, hit, (track, THUMB));
        let value = moved.map_or(self.value, |(value, _)| value);
        self.paint(ui, &response, track, value);
        (response, moved)
    }

    /// The same for a rail that is painted by others: the track is what the middle of the thumb
    /// can reach, `thumb` its radius.
    pub fn follow(
        &self,
        ui: &Ui,
        id: Id,
        hit: Rect,
        (track, thumb): (Rect, f32),
    ) -> (Response, Option<(f64, Gesture)>) {
        let response = ui.interact(hit, id, Sense::click_and_drag());
        let moved = self
            .pointed(ui, &response, (track, thumb))
            .or_else(|| self.keyed(ui, &response))
            .or_else(|| self.requested(ui, id));
        let value = moved.map_or(self.value, |(value, _)| value);
        response.widget_info(|| WidgetInfo::slider(true, value, self.name));
        self.describe(ui, id, &self.words);
        (
            response.on_hover_and_drag_cursor(CursorIcon::ResizeHorizontal),
            moved,
        )
    }

    /// The value so many small steps away.
    pub fn stepped(&self, steps: f64) -> f64 {
        self.rounded(self.info.position(self.value) + steps / STEPS)
    }

    /// Where the pointer has dragged or clicked the thumb to, at the roundest value it covers;
    /// with Shift at a tenth of the speed.
    fn pointed(
        &self,
        ui: &Ui,
        response: &Response,
        (track, grip): (Rect, f32),
    ) -> Option<(f64, Gesture)> {
        if ui.input(|input| input.pointer.secondary_down() || input.pointer.middle_down()) {
            return None;
        }
        let gesture = if response.is_pointer_button_down_on() {
            Gesture::Live
        } else if response.clicked() || response.drag_stopped() {
            return Some((self.value, Gesture::Done));
        } else {
            return None;
        };
        let pointer = response.interact_pointer_pos()?;
        let thumb = track.left() + self.info.position(self.value) as f32 * track.width();
        if !response.dragged() && (pointer.x - thumb).abs() <= grip {
            // Taking hold of the thumb is no move yet: a value with many digits keeps them.
            return None;
        }
        if ui.input(|input| input.modifiers.shift) {
            let moved = f64::from(response.drag_delta().x / track.width()) / PAGE;
            return Some((
                self.info.value_at(self.info.position(self.value) + moved),
                gesture,
            ));
        }
        let share = |x: f32| f64::from((x - track.left()) / track.width()).clamp(0.0, 1.0);
        let aim = ui.input(egui::InputState::aim_radius).max(0.5);
        let (low, high) = (share(pointer.x - aim), share(pointer.x + aim));
        let round = egui::emath::smart_aim::best_in_range_f64(
            self.info.value_at(low),
            self.info.value_at(high),
        );
        Some((round.clamp(self.info.min, self.info.max), gesture))
    }

    /// Where the keyboard has moved the thumb to.
    fn keyed(&self, ui: &Ui, response: &Response) -> Option<(f64, Gesture)> {
        if !response.has_focus() {
            return None;
        }
        keep_arrows(ui, response);
        let share = self.info.position(self.value);
        let step = if ui.input(|input| input.modifiers.shift) {
            1.0 / PAGE
        } else {
            1.0
        } / STEPS;
        let keys = [
            (Key::ArrowLeft, share - step),
            (Key::ArrowDown, share - step),
            (Key::ArrowRight, share + step),
            (Key::ArrowUp, share + step),
            (Key::PageDown, share - PAGE / STEPS),
            (Key::PageUp, share + PAGE / STEPS),
            (Key::Home, 0.0),
            (Key::End, 1.0),
        ];
        let (_, target) = keys
            .into_iter()
            .find(|(key, _)| ui.input(|input| input.key_pressed(*key)))?;
        Some((self.rounded(target), Gesture::Done))
    }

    /// Where a screen reader has moved the thumb to.
    fn requested(&self, ui: &Ui, id: Id) -> Option<(f64, Gesture)> {
        ui.input(|input| {
            let value = input
                .accesskit_action_requests(id, Action::SetValue)
                .find_map(|request| match request.data {
                    Some(ActionData::NumericValue(value)) => Some(value),
                    _ => None,
                });
            let steps = input.num_accesskit_action_requests(id, Action::Increment) as f64
                - input.num_accesskit_action_requests(id, Action::Decrement) as f64;
            let stepped = (steps != 0.0)
                .then(|| self.rounded(self.info.position(self.value) + steps / STEPS));
            let target = value.or(stepped)?.clamp(self.info.min, self.info.max);
            Some((target, Gesture::Done))
        })
    }

    fn describe(&self, ui: &Ui, id: Id, words: &str) {
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_value(words);
            node.set_min_numeric_value(self.info.min);
            node.set_max_numeric_value(self.info.max);
            node.add_action(Action::SetValue);
            node.add_action(Action::Increment);
            node.add_action(Action::Decrement);
        });
    }

    /// The roundest value within half a step of a place.
    fn rounded(&self, share: f64) -> f64 {
        let half = 0.25 / STEPS;
        let share = share.clamp(0.0, 1.0);
        let (low, high) = (
            self.info.value_at(share - half),
            self.info.value_at(share + half),
        );
        let value = egui::emath::smart_aim::best_in_range_f64(low, high);
        value.clamp(self.info.min, self.info.max)
    }

    fn paint(&self, ui: &Ui, response: &Response, track: Rect, value: f64) {
        let color = |role| style::color(ui, role);
        let painter = ui.painter();
        let y = track.center().y;
        let x = |value: f64| {
            let share = self.info.position(value) as f32;
            track.left() + share * track.width()
        };
        let bar = |from: f32, to: f32, height: f32| {
            let (left, right) = (from.min(to), from.max(to));
            Rect::from_min_max(pos2(left, y - height / 2.0), pos2(right, y + height / 2.0))
        };

        let whole = bar(track.left() - THUMB, track.right() + THUMB, RAIL);
        painter.rect_filled(whole, CornerRadius::same(2), color(Role::Rail));
        let strength = if ui.visuals().dark_mode { 0.3 } else { 0.2 };
        let likely = bar(x(self.likely.0), x(self.likely.1), BAND);
        painter.rect_filled(
            likely,
            CornerRadius::same(2),
            translucent(color(Role::Accent), strength),
        );
        // From the baseline to the thumb: its length is the change.
        painter.rect_filled(bar(x(self.base), x(value), RAIL), 0.0, color(Role::Accent));
        let tick = Rect::from_center_size(pos2(x(self.base), y), vec2(2.0, 14.0));
        painter.rect_filled(tick, CornerRadius::same(1), color(Role::Text2));

        let is_apart = |other: f64| self.saved.to_bits() != other.to_bits();
        if is_apart(self.base) && is_apart(value) {
            saved_mark(
                painter,
                pos2(x(self.saved), y - BAND / 2.0 - 1.0),
                color(Role::Accent),
            );
        }

        let thumb = pos2(x(value), y);
        let fill = if response.dragged() {
            Role::AccentSoft
        } else {
            Role::Thumb
        };
        painter.circle(
            thumb,
            THUMB,
            color(fill),
            Stroke::new(2.2, color(Role::Accent)),
        );
        let around = Rect::from_center_size(thumb, vec2(2.0 * THUMB, 2.0 * THUMB));
        focus_ring(ui, response, around, THUMB as u8);
    }
}

/// A small triangle above the rail that points at the saved value.
pub fn saved_mark(painter: &Painter, tip: Pos2, color: Color32) {
    let corners = vec![tip, tip + vec2(-3.5, -5.0), tip + vec2(3.5, -5.0)];
    painter.add(Shape::convex_polygon(corners, color, Stroke::NONE));
}
