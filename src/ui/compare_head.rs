//! The head of the comparison: what it shows, a chip for each scenario, one more, and the
//! reference.

use std::path::Path;

use eframe::egui::{
    Align2, Button, CornerRadius, Id, Popup, Pos2, Rect, Response, Role as Access, Sense,
    StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::icons::{self, Icon};
use super::page_head;
use super::paint::{describe, focus_ring, line, text, text_within};
use super::style::{self, BUTTON_RADIUS, size, space};
use crate::app::{App, Command, Source};
use crate::report::Locale;
use crate::report::comparison::Comparison;
use crate::scenario::shipped;
use crate::text::outside;
use crate::theme::Role;

const ROW: f32 = 32.0;
const MENU: f32 = 230.0;
/// Longest name and longest file name on a chip.
const NAME: f32 = 150.0;
const CAPTION: f32 = 130.0;
/// Space for the cross of a chip, and for the plus of the button that adds one.
const CROSS: f32 = 22.0;
const PLUS: f32 = 26.0;

/// Where everything stands: the headline in the window, the rest from the upper left corner.
pub struct Layout {
    /// Height of the whole.
    pub height: f32,
    headline: Rect,
    chips: Vec<Rect>,
    add: Rect,
    against: Rect,
    reference: Rect,
}

impl Layout {
    /// The chips beside the headline where both fit into its place, else below the `head`.
    pub fn new(
        ui: &Ui,
        app: &App,
        comparison: &Comparison<'_>,
        (headline, head): (Rect, f32),
    ) -> Self {
        let texts = &comparison.locale.text.compare;
        let mut widths: Vec<f32> = (0..comparison.worlds.len())
            .map(|index| chip_width(ui, app, comparison, index))
            .collect();
        widths.push(words_width(ui, &texts.add) + PLUS + 14.0);
        let against = words_width(ui, &texts.against) + 4.0;
        let reference = words_width(ui, &comparison.reference().label).min(NAME) + 38.0;
        // The two belong together, in one line.
        widths.push(against + space::GAP + reference);

        let all = widths.iter().sum::<f32>() + space::GAP * (widths.len() - 1) as f32;
        let (font, color) = (
            style::semibold(size::HEADLINE),
            style::color(ui, Role::Text1),
        );
        let words = comparison.headline();
        let wanted = line(ui.painter(), &words, font, color, f32::INFINITY)
            .size()
            .x;
        let is_one_line = wanted + space::MARGIN + all <= headline.width();
        let (start, width) = if is_one_line {
            let left = headline.width() - all;
            (pos2(left, (head - ROW) / 2.0), headline.width())
        } else {
            (pos2(0.0, head + 2.0), ui.available_width())
        };
        let mut places = flow(&widths, start, width);
        let last = places.pop().unwrap_or(Rect::NOTHING);
        let add = places.pop().unwrap_or(Rect::NOTHING);
        Self {
            height: head.max(last.bottom() + 2.0),
            headline,
            chips: places,
            add,
            against: last.with_max_x(last.left() + against),
            reference: last.with_min_x(last.left() + against + space::GAP),
        }
    }
}

/// Places of these widths in lines from `start`, all lines but the first from the left edge.
fn flow(widths: &[f32], start: Pos2, width: f32) -> Vec<Rect> {
    let mut at = start;
    let mut places = Vec::new();
    for &wide in widths {
        if at.x > 0.0 && at.x + wide > width + 0.5 {
            at = pos2(0.0, at.y + ROW);
        }
        let top = at.y + (ROW - space::BUTTON) / 2.0;
        let size = vec2(wide.min(width), space::BUTTON);
        places.push(Rect::from_min_size(pos2(at.x, top), size));
        at.x += wide + space::GAP;
    }
    places
}

/// Shows the head at its upper left corner; gives what the user wants changed.
pub fn show(
    ui: &Ui,
    app: &App,
    comparison: &Comparison<'_>,
    layout: &Layout,
    corner: Pos2,
) -> Vec<Command> {
    let moved = |rect: Rect| rect.translate(corner.to_vec2());
    page_head::show_headline(ui, layout.headline, &comparison.headline());
    let mut commands = Vec::new();
    for (index, &place) in layout.chips.iter().enumerate() {
        commands.extend(chip(ui, app, comparison, index, moved(place)));
    }
    commands.extend(add(ui, app, &comparison.locale, moved(layout.add)));

    let against = moved(layout.against);
    let (font, quiet) = (style::regular(size::BODY), style::color(ui, Role::Text3));
    let texts = &comparison.locale.text.compare;
    text(
        ui.painter(),
        against.right_center() - vec2(2.0, 0.0),
        Align2::RIGHT_CENTER,
        &texts.against,
        font,
        quiet,
    );
    commands.extend(reference(ui, comparison, moved(layout.reference)));
    commands
}

fn words_width(ui: &Ui, words: &str) -> f32 {
    strong_size(ui, words).x
}

fn strong_size(ui: &Ui, words: &str) -> Vec2 {
    let (font, color) = (style::semibold(size::BODY), style::color(ui, Role::Text1));
    line(ui.painter(), words, font, color, f32::INFINITY).size()
}

/// What a chip says behind the name: the file, or the whole name of what is open.
fn caption(app: &App, comparison: &Comparison<'_>, index: usize) -> String {
    let member = &app.comparison().members()[index];
    if let Some(file) = app.file_of(member).and_then(Path::file_name) {
        return outside::one_line(&file.to_string_lossy()).into_owned();
    }
    let world = &comparison.worlds[index];
    let name = world.scenario.shown_name(comparison.locale.language);
    if member.is_open() && name != world.label {
        return name.into_owned();
    }
    String::new()
}

fn chip_width(ui: &Ui, app: &App, comparison: &Comparison<'_>, index: usize) -> f32 {
    let label = words_width(ui, &comparison.worlds[index].label).min(NAME);
    let (font, color) = (style::regular(size::LABEL), style::color(ui, Role::Text3));
    let caption = caption(app, comparison, index);
    let caption = line(ui.painter(), &caption, font, color, CAPTION).size().x;
    let gap = if caption > 0.0 { 6.0 } else { 0.0 };
    let cross = if comparison.worlds.len() > 1 {
        CROSS
    } else {
        4.0
    };
    10.0 + 12.0 + 8.0 + label + gap + caption + 4.0 + cross
}

/// A scenario: its colour, its name, and a cross that takes it out.
fn chip(
    ui: &Ui,
    app: &App,
    comparison: &Comparison<'_>,
    index: usize,
    rect: Rect,
) -> Option<Command> {
    let color = |role| style::color(ui, role);
    let world = &comparison.worlds[index];
    let painter = ui.painter();
    painter.rect(
        rect,
        CornerRadius::same(BUTTON_RADIUS),
        color(Role::Card),
        (1.0, color(Role::Stroke)),
        StrokeKind::Inside,
    );
    let y = rect.center().y;
    let mark = Rect::from_center_size(pos2(rect.left() + 16.0, y), vec2(12.0, 3.0));
    painter.rect_filled(mark, CornerRadius::same(1), color(world.role));
    let at = pos2(mark.right() + 8.0, y);
    let (font, ink) = (style::semibold(size::BODY), color(Role::Text1));
    let name = text_within(
        painter,
        at,
        Align2::LEFT_CENTER,
        &world.label,
        font,
        ink,
        NAME,
    );
    let caption = caption(app, comparison, index);
    let at = pos2(name.right() + 6.0, y);
    let (font, quiet) = (style::regular(size::LABEL), color(Role::Text3));
    text_within(
        painter,
        at,
        Align2::LEFT_CENTER,
        &caption,
        font,
        quiet,
        CAPTION,
    );
    let sentence = format!("{} {caption}", world.label);
    describe(ui, ("compared", index), rect, sentence.trim());

    let command = Command::RemoveFromComparison(index);
    if !command.is_enabled(app) {
        return None;
    }
    let cross = Rect::from_center_size(pos2(rect.right() - 14.0, y), vec2(20.0, 22.0));
    let remove = &comparison.locale.text.compare.remove;
    let remove = remove.fill(&[("name", &world.label)]);
    let id = Id::unique(("remove", index));
    let response = icons::button_at(ui, Icon::Close, cross, id, &remove);
    response.clicked().then_some(command)
}

/// The button that adds a scenario: the open one, one that came with the program, or a file.
fn add(ui: &Ui, app: &App, locale: &Locale, rect: Rect) -> Option<Command> {
    let texts = &locale.text.compare;
    let response = button(ui, rect, "add to comparison", &texts.add);
    let (font, ink) = (style::semibold(size::BODY), style::color(ui, Role::Text1));
    let plus = rect.left_center() + vec2(16.0, 0.0);
    icons::paint(ui.painter(), Icon::Plus, plus, ink);
    let at = rect.left_center() + vec2(PLUS, 0.0);
    text(ui.painter(), at, Align2::LEFT_CENTER, &texts.add, font, ink);
    let mut chosen = None;
    Popup::menu(&response).show(|ui| {
        ui.set_min_width(MENU);
        let name = app.scenario().shown_name(locale.language);
        let name = if name.is_empty() {
            &locale.text.window.untitled
        } else {
            &*name
        };
        let open = texts.add_open.fill(&[("name", &name)]);
        let mut item = |ui: &mut Ui, words: &str, command: Command| {
            let button = Button::new(words).min_size(vec2(MENU, 0.0));
            if ui.add_enabled(command.is_enabled(app), button).clicked() {
                chosen = Some(command);
                ui.close();
            }
        };
        item(ui, &open, Command::AddToComparison(Source::Open));
        ui.separator();
        for shipped in shipped::shipped() {
            let source = Source::Shipped(shipped.id.to_owned());
            let name = shipped.scenario().name.get(locale.language);
            item(ui, name, Command::AddToComparison(source));
        }
        ui.separator();
        item(ui, &texts.add_file, Command::AskWhatToCompare);
    });
    chosen
}

/// The choice of the scenario that the others are held against.
fn reference(ui: &Ui, comparison: &Comparison<'_>, rect: Rect) -> Option<Command> {
    let label = &comparison.reference().label;
    let name = &comparison.locale.text.compare.reference;
    let name = name.fill(&[("name", label)]);
    let response = button(ui, rect, "reference of comparison", &name);
    let (font, ink) = (style::semibold(size::BODY), style::color(ui, Role::Text1));
    let at = rect.left_center() + vec2(10.0, 0.0);
    text_within(
        ui.painter(),
        at,
        Align2::LEFT_CENTER,
        label,
        font,
        ink,
        NAME,
    );
    let chevron = pos2(rect.right() - 15.0, rect.center().y);
    icons::paint(
        ui.painter(),
        Icon::Open,
        chevron,
        style::color(ui, Role::Text2),
    );
    let mut chosen = None;
    Popup::menu(&response).show(|ui| {
        for (index, world) in comparison.worlds.iter().enumerate() {
            let is_on = index == comparison.reference;
            let button = Button::new(&world.label).selected(is_on);
            if ui.add(button.min_size(vec2(MENU / 2.0, 0.0))).clicked() {
                chosen = Some(Command::CompareAgainst(index));
                ui.close();
            }
        }
    });
    chosen
}

/// An empty button with a name.
fn button(ui: &Ui, rect: Rect, id: &str, name: &str) -> Response {
    let response = ui.interact(rect, Id::unique(id), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, name));
    let fill = if response.hovered() {
        Role::Hover
    } else {
        Role::Card
    };
    ui.painter().rect(
        rect,
        CornerRadius::same(BUTTON_RADIUS),
        style::color(ui, fill),
        (1.0, style::color(ui, Role::StrokeStrong)),
        StrokeKind::Inside,
    );
    focus_ring(ui, &response, rect, BUTTON_RADIUS);
    response
}
