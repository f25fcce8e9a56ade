//! One lever: name, field, rail and what its value means.

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Align, Align2, Id, Pos2, Rect, Response, Role as Access, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::icons::{self, Icon};
use super::paint::{card, describe, text_within};
use super::style::{self, size, space};
use super::value_field::{self, Typed};
use super::{lever_details, lever_effect, lever_menu, lever_rail};
use crate::app::{App, Command, Gesture, ResetTo};
use crate::model::Assumption;
use crate::model::assumptions::Kind;
use crate::report::{Effects, World, reading};
use crate::theme::Role;

/// Height of a full card, with the numbers of its effect.
pub const CARD_HEIGHT: f32 = 115.0;
/// The same where the window is low: the bar has no numbers.
pub const LOW_CARD_HEIGHT: f32 = 97.0;
/// Height of a row of the further assumptions.
pub const ROW_HEIGHT: f32 = 81.0;
/// Height of the strip of headline levers.
pub const STRIP_HEIGHT: f32 = 64.0;
/// Side of the small buttons.
const SIDE: f32 = 20.0;

/// A lever as it is shown.
#[derive(Clone, Copy)]
pub struct Lever<'a> {
    /// The world it belongs to.
    pub world: &'a World<'a>,
    /// What the user is doing.
    pub app: &'a App,
    /// Which one.
    pub assumption: Assumption,
}

impl Lever<'_> {
    /// Shows it as a card, with what it means and what it moves.
    pub fn show_card(&self, ui: &mut Ui, height: f32, effects: &Effects<'_>) -> Vec<Command> {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        card(ui, rect);
        let inner = rect.shrink2(vec2(11.0, 0.0));
        let mut commands = self.come_into_view(ui, rect);
        commands.extend(self.head(ui, inner, rect.top() + 20.0, true));
        commands.extend(lever_rail::show(ui, self, inner, rect.top() + 46.0));
        lever_rail::numbers(ui, self, inner, rect.top() + 54.0);
        self.reading(ui, pos2(inner.left(), rect.top() + 71.0), inner.width());
        if height >= CARD_HEIGHT {
            let place = band(inner, rect.bottom() - 15.0, 16.0);
            lever_effect::show(ui, effects, self.assumption, place);
        } else {
            let place = band(inner, rect.bottom() - 6.0, 8.0);
            lever_effect::show_thin(ui, effects, self.assumption, place);
        }
        commands
    }

    /// Shows it as a row of the list of assumptions.
    pub fn show_row(&self, ui: &mut Ui, effects: &Effects<'_>) -> Vec<Command> {
        let size = vec2(ui.available_width(), ROW_HEIGHT);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let found = self.come_into_view(ui, rect);
        if !ui.is_rect_visible(rect) {
            return found;
        }
        let inner = rect.shrink2(vec2(11.0, 0.0));
        let mut commands = found;
        commands.extend(self.head(ui, inner, rect.top() + 17.0, false));
        commands.extend(lever_rail::show(ui, self, inner, rect.top() + 43.0));
        self.reading(ui, pos2(inner.left(), rect.top() + 53.0), inner.width());
        let place = band(inner, rect.top() + 73.0, 8.0);
        lever_effect::show_thin(ui, effects, self.assumption, place);
        commands
    }

    /// Shows it in a strip: name, field and rail.
    pub fn show_in_strip(&self, ui: &mut Ui, place: Rect) -> Vec<Command> {
        let inner = place;
        let mut commands = self.head(ui, inner, place.top() + 19.0, true);
        let at = pos2(inner.left(), place.top() + 38.0);
        if refusal(ui, self.assumption, at, inner.width()).is_none() {
            commands.extend(lever_rail::show(ui, self, inner, place.top() + 46.0));
        }
        commands
    }

    /// Scrolls to it and puts the cursor into its field, if it is the one that is sought.
    fn come_into_view(&self, ui: &Ui, rect: Rect) -> Vec<Command> {
        if self.app.view().sought != Some(self.assumption) {
            return Vec::new();
        }
        ui.scroll_to_rect(rect, Some(Align::Center));
        if !ui.is_rect_visible(rect) {
            // What is not shown cannot have the focus: once more when it is in view.
            ui.ctx().request_repaint();
            return Vec::new();
        }
        ui.memory_mut(|memory| memory.request_focus(self.field_id()));
        vec![Command::FoundLever]
    }

    fn field_id(&self) -> Id {
        Id::unique(("field", self.assumption.id()))
    }

    /// The name on a card or in a row: short on a card.
    pub fn name(&self) -> &str {
        self.world.locale.short_name(self.assumption)
    }

    /// Name, details, reset and field in one line around `y`.
    fn head(&self, ui: &mut Ui, inner: Rect, y: f32, is_card: bool) -> Vec<Command> {
        let mut commands = Vec::new();
        let field = self.field(ui, inner.right(), y, &mut commands);
        let mut right = field.left() - 4.0;
        let mut place = || {
            let place = Rect::from_center_size(pos2(right - SIDE / 2.0, y), vec2(SIDE, SIDE));
            right -= SIDE;
            place
        };
        if let Some(to) = self.default_reset() {
            let label = lever_menu::reset_name(self, to);
            let id = Id::unique(("reset", self.assumption.id()));
            if icons::button_at(ui, Icon::Reset, place(), id, &label).clicked() {
                commands.push(self.reset(ui, to));
            }
        }
        commands.extend(lever_details::button(ui, self, place()));
        let width = right - inner.left() - 4.0;
        let title = self.title(ui, pos2(inner.left(), y), width, is_card);
        if title.double_clicked()
            && let Some(to) = self.default_reset()
        {
            commands.push(self.reset(ui, to));
        }
        commands.extend(lever_menu::show(&title, self));
        commands
    }

    /// Where the reset button leads: to what was saved, or to the baseline from there.
    fn default_reset(&self) -> Option<ResetTo> {
        [ResetTo::Saved, ResetTo::Baseline]
            .into_iter()
            .find(|&to| self.app.has_moved_from(self.assumption, to))
    }

    fn reset(&self, ui: &Ui, to: ResetTo) -> Command {
        remember_refusal(ui, self.assumption, None);
        Command::ResetLever {
            assumption: self.assumption,
            to,
        }
    }

    /// The field with the value, its right end at `right`; says where it stands.
    fn field(&self, ui: &mut Ui, right: f32, y: f32, commands: &mut Vec<Command>) -> Rect {
        let (locale, lever) = (&self.world.locale, self.assumption);
        let value = self.world.scenario.value(lever);
        let width = value_field::width(ui, locale, lever, value);
        let center = pos2(right - width / 2.0, y);
        let field = Rect::from_center_size(center, vec2(width, space::FIELD));
        match value_field::show(ui, self.field_id(), field, locale, lever, value) {
            Some(Typed::Value(value)) => {
                remember_refusal(ui, lever, None);
                commands.push(Command::SetLever {
                    assumption: lever,
                    value,
                    gesture: Gesture::Done,
                });
            }
            Some(Typed::Refused(sentence)) => remember_refusal(ui, lever, Some(sentence)),
            None => {}
        }
        field
    }

    /// The name: one line on a card, up to two in a row.
    fn title(&self, ui: &Ui, at: Pos2, width: f32, is_card: bool) -> Response {
        let label = self.assumption.info().label.get(self.world.locale.language);
        let (name, font, rows) = if is_card {
            (self.name(), style::semibold(size::TITLE), 1)
        } else {
            (label, style::regular(size::LABEL), 2)
        };
        let color = style::color(ui, Role::Text1);
        let format = TextFormat::simple(font, color);
        let mut words = LayoutJob::single_section(name.to_owned(), format);
        words.wrap = TextWrapping {
            max_width: width,
            max_rows: rows,
            ..TextWrapping::default()
        };
        let galley = ui.painter().layout_job(words);
        let is_cut = galley.elided;
        let place = Align2::LEFT_CENTER.anchor_size(at, galley.size());
        ui.painter().galley(place.min, galley, color);
        let id = Id::unique(("name", self.assumption.id()));
        let area = place.with_max_x(at.x + width);
        let response = ui.interact(area, id, Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Access::Label, true, label));
        if is_cut {
            return response.on_hover_text(label);
        }
        response
    }

    /// What the value means, or why the last typed one was refused.
    fn reading(&self, ui: &Ui, at: Pos2, width: f32) {
        if refusal(ui, self.assumption, at, width).is_some() {
            return;
        }
        let mut sentence = reading(self.world, self.assumption);
        if self.assumption.info().kind == Kind::Observed {
            sentence = format!("{} · {sentence}", self.world.locale.text.levers.fact);
        }
        let (font, color) = (style::regular(size::LABEL), style::color(ui, Role::Text2));
        let anchor = Align2::LEFT_TOP;
        text_within(ui.painter(), at, anchor, &sentence, font, color, width);
        let place = Rect::from_min_size(at, vec2(width, 16.0));
        describe(ui, ("reading", self.assumption.id()), place, &sentence);
    }
}

/// A band across `inner`, around `y`.
fn band(inner: Rect, y: f32, height: f32) -> Rect {
    Rect::from_center_size(pos2(inner.center().x, y), vec2(inner.width(), height))
}

/// Shows why the last typed value was refused, if it was.
fn refusal(ui: &Ui, lever: Assumption, at: Pos2, width: f32) -> Option<()> {
    let sentence: String = ui.data(|data| data.get_temp(refusal_id(lever)))?;
    let (font, color) = (style::regular(size::LABEL), style::color(ui, Role::Bad));
    let anchor = Align2::LEFT_TOP;
    let place = text_within(ui.painter(), at, anchor, &sentence, font, color, width);
    describe(ui, ("refusal", lever.id()), place, &sentence).on_hover_text(&sentence);
    Some(())
}

/// Keeps the sentence about a refused value until the next one.
pub fn remember_refusal(ui: &Ui, lever: Assumption, sentence: Option<String>) {
    ui.data_mut(|data| match sentence {
        Some(sentence) => {
            data.insert_temp(refusal_id(lever), sentence);
        }
        None => data.remove::<String>(refusal_id(lever)),
    });
}

fn refusal_id(lever: Assumption) -> Id {
    Id::unique(("refusal", lever.id()))
}
