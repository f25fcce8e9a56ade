//! One lever: name, field, rail and what its value means.

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Align2, Id, Pos2, Rect, Sense, Ui, pos2, vec2};

use super::icons::{self, Icon};
use super::lever_effect;
use super::paint::{card, describe, line, text, text_within};
use super::rail::Rail;
use super::style::{self, size, space};
use super::value_field::{self, Typed};
use crate::app::{Command, Gesture};
use crate::model::Assumption;
use crate::model::assumptions::Kind;
use crate::report::{World, reading};
use crate::theme::Role;

/// Height of a full card, with or without the bar of its effect.
pub const CARD_HEIGHT: f32 = 119.0;
/// The same where the window is low.
pub const LOW_CARD_HEIGHT: f32 = 97.0;
/// Height of a row of the further assumptions.
pub const ROW_HEIGHT: f32 = 64.0;

/// Shows a headline lever as a card, with what it means and what it moves.
pub fn show_card(ui: &mut Ui, world: &World<'_>, lever: Assumption, height: f32) -> Vec<Command> {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    card(ui, rect);
    let inner = rect.shrink2(vec2(11.0, 0.0));
    let name = short_name(world, lever);
    let mut commands = head(ui, world, lever, name, inner, rect.top() + 20.0, true);
    commands.extend(rail(ui, world, lever, name, inner, rect.top() + 46.0));

    let caption_top = rect.top() + 54.0;
    range_numbers(ui, world, lever, inner, caption_top);
    let reading_at = pos2(inner.left(), rect.top() + 71.0);
    if !refusal(ui, lever, reading_at, inner.width()) {
        let sentence = reading(world, lever).unwrap_or_default();
        let (font, color) = (style::regular(size::LABEL), style::color(ui, Role::Text2));
        let width = inner.width();
        text_within(
            ui.painter(),
            reading_at,
            Align2::LEFT_TOP,
            &sentence,
            font,
            color,
            width,
        );
        let place = Rect::from_min_size(reading_at, vec2(width, 16.0));
        describe(ui, ("reading", lever.id()), place, &sentence);
    }
    if height >= CARD_HEIGHT {
        let effect = Rect::from_min_max(
            pos2(inner.left(), rect.bottom() - 26.0),
            pos2(inner.right(), rect.bottom() - 10.0),
        );
        lever_effect::show(ui, world, lever, effect);
    }
    commands
}

/// Shows any other assumption as a row.
pub fn show_row(ui: &mut Ui, world: &World<'_>, lever: Assumption) -> Vec<Command> {
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, ROW_HEIGHT), Sense::hover());
    if !ui.is_rect_visible(rect) {
        return Vec::new();
    }
    let inner = rect.shrink2(vec2(11.0, 0.0));
    let name = lever.info().label.get(world.locale.language);
    let mut commands = head(ui, world, lever, name, inner, rect.top() + 17.0, false);
    if !refusal(
        ui,
        lever,
        pos2(inner.left(), rect.top() + 36.0),
        inner.width(),
    ) {
        commands.extend(rail(ui, world, lever, name, inner, rect.top() + 44.0));
        if lever.info().kind == Kind::Observed {
            let at = pos2(inner.left(), rect.top() + 58.0);
            let (font, color) = (style::regular(10.5), style::color(ui, Role::Text3));
            let fact = &world.locale.text.levers.fact;
            text(ui.painter(), at, Align2::LEFT_CENTER, fact, font, color);
        }
    }
    commands
}

/// Shows a headline lever in a strip: name, field and rail.
pub fn show_in_strip(
    ui: &mut Ui,
    world: &World<'_>,
    lever: Assumption,
    place: Rect,
) -> Vec<Command> {
    let inner = place.shrink2(vec2(8.0, 0.0));
    let name = short_name(world, lever);
    let mut commands = head(ui, world, lever, name, inner, place.top() + 19.0, true);
    if !refusal(
        ui,
        lever,
        pos2(inner.left(), place.top() + 38.0),
        inner.width(),
    ) {
        commands.extend(rail(ui, world, lever, name, inner, place.top() + 46.0));
    }
    commands
}

/// Name, reset and field in one line around `y`.
fn head(
    ui: &mut Ui,
    world: &World<'_>,
    lever: Assumption,
    name: &str,
    inner: Rect,
    y: f32,
    is_card: bool,
) -> Vec<Command> {
    let locale = &world.locale;
    let value = world.scenario.value(lever);
    let mut commands = Vec::new();
    let field_width = value_field::width(ui, locale, lever, value);
    let field = Rect::from_center_size(
        pos2(inner.right() - field_width / 2.0, y),
        vec2(field_width, space::FIELD),
    );
    match value_field::show(
        ui,
        Id::unique(("field", lever.id())),
        field,
        locale,
        lever,
        value,
    ) {
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

    let is_changed = world.scenario.changes.contains_key(&lever);
    let mut right = field.left() - 4.0;
    if is_changed {
        let side = 20.0;
        let place = Rect::from_center_size(pos2(right - side / 2.0, y), vec2(side, side));
        let base = locale.typed(lever, world.scenario.baseline.range(lever).base);
        let label = locale
            .text
            .levers
            .reset
            .fill(&[("lever", &name), ("value", &base)]);
        let id = Id::unique(("reset", lever.id()));
        if icons::button_at(ui, Icon::Reset, place, id, &label).clicked() {
            remember_refusal(ui, lever, None);
            commands.push(Command::ResetLever(lever));
        }
        right -= side;
    }
    title(
        ui,
        lever,
        name,
        pos2(inner.left(), y),
        right - inner.left() - 4.0,
        is_card,
    );
    commands
}

/// The name: one line on a card, up to two in a row.
fn title(ui: &Ui, lever: Assumption, name: &str, at: Pos2, width: f32, is_card: bool) {
    let painter = ui.painter();
    if is_card {
        let (font, color) = (style::semibold(size::TITLE), style::color(ui, Role::Text1));
        text_within(painter, at, Align2::LEFT_CENTER, name, font, color, width);
        return;
    }
    let mut words = LayoutJob::default();
    let format = |role| TextFormat::simple(style::regular(size::LABEL), style::color(ui, role));
    words.append(name, 0.0, format(Role::Text1));
    words.wrap = TextWrapping {
        max_width: width,
        max_rows: 2,
        ..TextWrapping::default()
    };
    let galley = painter.layout_job(words);
    let is_cut = galley.elided;
    let place = Align2::LEFT_CENTER.anchor_size(at, galley.size());
    painter.galley(place.min, galley, style::color(ui, Role::Text1));
    if is_cut {
        let id = Id::unique(("name", lever.id()));
        ui.interact(place, id, Sense::hover()).on_hover_text(name);
    }
}

fn rail(
    ui: &Ui,
    world: &World<'_>,
    lever: Assumption,
    name: &str,
    inner: Rect,
    y: f32,
) -> Option<Command> {
    let info = lever.info();
    let range = world.scenario.baseline.range(lever);
    let rail = Rail {
        name,
        value: world.scenario.value(lever),
        base: range.base,
        range: (info.min, info.max),
        likely: (range.low, range.high),
        scale: info.scale,
    };
    let center_line = Rect::from_center_size(pos2(inner.center().x, y), vec2(inner.width(), 4.0));
    let (_, moved) = rail.show(ui, Id::unique(("rail", lever.id())), center_line);
    let (value, gesture) = moved?;
    remember_refusal(ui, lever, None);
    Some(Command::SetLever {
        assumption: lever,
        value,
        gesture,
    })
}

/// P5, baseline and P95 under their places on the rail, pushed apart where they would touch.
fn range_numbers(ui: &Ui, world: &World<'_>, lever: Assumption, inner: Rect, top: f32) {
    const GAP: f32 = 7.0;
    let info = lever.info();
    let range = world.scenario.baseline.range(lever);
    let rail = Rail {
        name: "",
        value: range.base,
        base: range.base,
        range: (info.min, info.max),
        likely: (range.low, range.high),
        scale: info.scale,
    };
    let track = inner.shrink2(vec2(7.0, 0.0));
    let font = style::regular(size::CAPTION);
    let entries = [
        (range.low, Role::Text3),
        (range.base, Role::Text1),
        (range.high, Role::Text3),
    ];
    let mut placed: Vec<(f32, std::sync::Arc<eframe::egui::Galley>, Role)> = entries
        .into_iter()
        .map(|(value, role)| {
            let number = world.locale.numbers.short(value, &info.unit).number;
            let color = style::color(ui, role);
            let galley = line(ui.painter(), &number, font.clone(), color, f32::INFINITY);
            let center = track.left() + rail.share(value) as f32 * track.width();
            (center - galley.size().x / 2.0, galley, role)
        })
        .collect();
    let ends =
        |entry: &(f32, std::sync::Arc<eframe::egui::Galley>, Role)| entry.0 + entry.1.size().x;
    placed[0].0 = placed[0]
        .0
        .min(placed[1].0 - GAP - placed[0].1.size().x)
        .max(inner.left());
    placed[1].0 = placed[1].0.max(ends(&placed[0]) + GAP);
    placed[2].0 = placed[2].0.max(ends(&placed[1]) + GAP);
    let overflow = (ends(&placed[2]) - inner.right()).max(0.0);
    if overflow > 0.0 {
        placed[2].0 -= overflow;
        placed[1].0 = placed[1].0.min(placed[2].0 - GAP - placed[1].1.size().x);
        placed[0].0 = placed[0].0.min(placed[1].0 - GAP - placed[0].1.size().x);
    }
    for (left, galley, role) in placed {
        ui.painter()
            .galley(pos2(left, top), galley, style::color(ui, role));
    }
}

/// Shows why the last typed value was refused, if it was.
fn refusal(ui: &Ui, lever: Assumption, at: Pos2, width: f32) -> bool {
    let sentence: Option<String> = ui.data(|data| data.get_temp(refusal_id(lever)));
    let Some(sentence) = sentence else {
        return false;
    };
    let (font, color) = (style::regular(size::LABEL), style::color(ui, Role::Bad));
    let place = text_within(
        ui.painter(),
        at,
        Align2::LEFT_TOP,
        &sentence,
        font,
        color,
        width,
    );
    describe(ui, ("refusal", lever.id()), place, &sentence);
    true
}

fn remember_refusal(ui: &Ui, lever: Assumption, sentence: Option<String>) {
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

/// The name on a card: shorter than the table's.
pub fn short_name<'a>(world: &World<'a>, lever: Assumption) -> &'a str {
    let names = &world.locale.text.levers.short_names;
    names.get(lever.id()).map_or_else(
        || lever.info().label.get(world.locale.language),
        String::as_str,
    )
}
