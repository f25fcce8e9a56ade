//! Icons as painted shapes: sharp at every zoom.

use eframe::egui::{
    Button, Color32, CornerRadius, Painter, Pos2, Rect, Response, Role as Access, Sense, Shape,
    Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::paint::focus_ring;
use super::style::{self, BUTTON_RADIUS};
use crate::theme::Role;

/// An icon on a box of 16 by 16.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// Back to the baseline.
    Reset,
    /// Take back.
    Undo,
    /// Bring back.
    Redo,
    /// Dark theme.
    Moon,
    /// Light theme.
    Sun,
    /// Something to unfold.
    Closed,
    /// Something unfolded.
    Open,
    /// Something to look for.
    Search,
    /// Let it run.
    Play,
    /// Let it rest.
    Pause,
    /// Show it large.
    Expand,
    /// Back to where one came from.
    Back,
    /// More that can be done.
    More,
    /// What is this?
    Help,
    /// Only some of them.
    Filter,
    /// Away with it.
    Close,
    /// One more.
    Plus,
    /// All menus in one.
    Menu,
    /// The panel of levers.
    Levers,
    /// A scenario and its file.
    Document,
    /// A folder.
    Folder,
    /// To what is above.
    Up,
    /// Change what is written.
    Pencil,
}

const STROKE: f32 = 1.4;

/// A button with an icon, and its name for those who cannot see it and in its tooltip.
pub fn button(ui: &mut Ui, icon: Icon, size: f32, name: &str, enabled: bool) -> Response {
    let sense = if enabled {
        Sense::click()
    } else {
        Sense::hover()
    };
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), sense);
    paint_button(ui, icon, rect, &response, enabled);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, enabled, name));
    response.on_hover_text(name)
}

/// The same at a given place.
pub fn button_at(ui: &Ui, icon: Icon, rect: Rect, id: eframe::egui::Id, name: &str) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    paint_button(ui, icon, rect, &response, true);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, name));
    response.on_hover_text(name)
}

/// A button that stays pressed while it is on.
pub fn toggle_at(
    ui: &Ui,
    icon: Icon,
    rect: Rect,
    id: eframe::egui::Id,
    (name, is_on): (&str, bool),
) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    let radius = CornerRadius::same(BUTTON_RADIUS);
    let (fill, edge, ink) = match (is_on, response.hovered()) {
        (true, _) => (Role::AccentSoft, Role::Accent, Role::Accent),
        (false, true) => (Role::Hover, Role::StrokeStrong, Role::Text2),
        (false, false) => (Role::Card, Role::StrokeStrong, Role::Text2),
    };
    let color = |role| style::color(ui, role);
    let stroke = Stroke::new(1.0, color(edge));
    let inside = eframe::egui::StrokeKind::Inside;
    ui.painter().rect(rect, radius, color(fill), stroke, inside);
    paint(ui.painter(), icon, rect.center(), color(ink));
    focus_ring(ui, &response, rect.shrink(2.0), BUTTON_RADIUS);
    response.widget_info(|| WidgetInfo::selected(Access::Button, true, is_on, name));
    response.on_hover_text(name)
}

fn paint_button(ui: &Ui, icon: Icon, rect: Rect, response: &Response, enabled: bool) {
    if response.hovered() && enabled {
        let fill = style::color(ui, Role::Hover);
        ui.painter()
            .rect_filled(rect, CornerRadius::same(BUTTON_RADIUS), fill);
    }
    let role = if enabled {
        Role::Text2
    } else {
        Role::StrokeStrong
    };
    paint(ui.painter(), icon, rect.center(), style::color(ui, role));
    focus_ring(ui, response, rect.shrink(2.0), BUTTON_RADIUS);
}

/// A button with words, at the height of the others.
pub fn text_button(ui: &mut Ui, text: &str) -> Response {
    ui.add(Button::new(text).min_size(vec2(0.0, style::space::BUTTON)))
}

/// Paints an icon around `center`.
#[expect(clippy::too_many_lines, reason = "one arm for each icon")]
pub fn paint(painter: &Painter, icon: Icon, center: Pos2, color: Color32) {
    let stroke = Stroke::new(STROKE, color);
    let at = |x: f32, y: f32| pos2(center.x + x - 8.0, center.y + y - 8.0);
    match icon {
        Icon::Reset => {
            painter.add(Shape::line(arc(center, 4.6, -60.0, 225.0), stroke));
            painter.add(Shape::line(
                vec![at(3.2, 2.6), at(3.6, 6.0), at(7.0, 5.8)],
                stroke,
            ));
        }
        Icon::Undo => {
            painter.add(Shape::line(hook(center, 1.0), stroke));
            painter.add(Shape::line(
                vec![at(6.2, 3.2), at(3.2, 6.2), at(6.2, 9.2)],
                stroke,
            ));
        }
        Icon::Redo => {
            painter.add(Shape::line(hook(center, -1.0), stroke));
            painter.add(Shape::line(
                vec![at(9.8, 3.2), at(12.8, 6.2), at(9.8, 9.2)],
                stroke,
            ));
        }
        Icon::Moon => {
            // Two circles that meet: the sickle is what the smaller one leaves of the larger.
            let mut outline = arc(center, 5.0, 13.6, 242.8);
            outline.extend(arc(
                pos2(center.x + 2.6, center.y - 2.6),
                4.4,
                210.9,
                -151.8,
            ));
            painter.add(Shape::closed_line(outline, stroke));
        }
        Icon::Sun => {
            painter.circle_stroke(center, 2.8, stroke);
            for turn in 0..8 {
                let direction = Vec2::angled(turn as f32 * std::f32::consts::FRAC_PI_4);
                painter.line_segment([center + direction * 4.8, center + direction * 6.6], stroke);
            }
        }
        Icon::Closed => {
            painter.add(Shape::line(
                vec![at(6.2, 4.6), at(9.6, 8.0), at(6.2, 11.4)],
                stroke,
            ));
        }
        Icon::Open => {
            painter.add(Shape::line(
                vec![at(4.6, 6.2), at(8.0, 9.6), at(11.4, 6.2)],
                stroke,
            ));
        }
        Icon::Play => {
            let triangle = vec![at(5.2, 3.6), at(12.6, 8.0), at(5.2, 12.4)];
            painter.add(Shape::convex_polygon(triangle, color, Stroke::NONE));
        }
        Icon::Pause => {
            for left in [4.6, 9.2] {
                let bar = Rect::from_min_max(at(left, 3.8), at(left + 2.6, 12.2));
                painter.rect_filled(bar, CornerRadius::same(1), color);
            }
        }
        Icon::Expand => {
            for (corner, x, y) in [(at(13.0, 3.0), -4.0, 4.0), (at(3.0, 13.0), 4.0, -4.0)] {
                let beside = vec![corner + vec2(x, 0.0), corner, corner + vec2(0.0, y)];
                painter.add(Shape::line(beside, stroke));
                painter.line_segment([corner, corner + vec2(x, y) * 0.95], stroke);
            }
        }
        Icon::Back => {
            painter.line_segment([at(3.2, 8.0), at(13.0, 8.0)], stroke);
            let tip = vec![at(7.0, 4.2), at(3.2, 8.0), at(7.0, 11.8)];
            painter.add(Shape::line(tip, stroke));
        }
        Icon::More => {
            for x in [3.6, 8.0, 12.4] {
                painter.circle_filled(at(x, 8.0), 1.3, color);
            }
        }
        Icon::Help => {
            painter.circle_stroke(center, 5.8, stroke);
            let mut hook = arc(at(8.0, 6.7), 1.9, 190.0, 215.0);
            hook.push(at(8.0, 9.2));
            painter.add(Shape::line(hook, stroke));
            painter.circle_filled(at(8.0, 11.2), 0.9, color);
        }
        Icon::Filter => {
            for (y, half) in [(4.4, 5.2), (8.0, 3.4), (11.6, 1.6)] {
                painter.line_segment([at(8.0 - half, y), at(8.0 + half, y)], stroke);
            }
        }
        Icon::Close => {
            painter.line_segment([at(4.4, 4.4), at(11.6, 11.6)], stroke);
            painter.line_segment([at(11.6, 4.4), at(4.4, 11.6)], stroke);
        }
        Icon::Plus => {
            painter.line_segment([at(8.0, 3.4), at(8.0, 12.6)], stroke);
            painter.line_segment([at(3.4, 8.0), at(12.6, 8.0)], stroke);
        }
        Icon::Menu => {
            for y in [4.2, 8.0, 11.8] {
                painter.line_segment([at(2.8, y), at(13.2, y)], stroke);
            }
        }
        Icon::Levers => {
            for (y, knob) in [(4.2, 10.4), (8.0, 5.4), (11.8, 9.0)] {
                painter.line_segment([at(2.8, y), at(13.2, y)], stroke);
                painter.circle_filled(at(knob, y), 2.1, color);
            }
        }
        Icon::Document => {
            let outline = vec![
                at(9.4, 2.4),
                at(4.2, 2.4),
                at(4.2, 13.6),
                at(11.8, 13.6),
                at(11.8, 4.8),
            ];
            painter.add(Shape::closed_line(outline, stroke));
            painter.line_segment([at(6.4, 8.0), at(9.6, 8.0)], stroke);
            painter.line_segment([at(6.4, 10.6), at(9.6, 10.6)], stroke);
        }
        Icon::Folder => {
            let outline = vec![
                at(2.6, 12.8),
                at(2.6, 3.8),
                at(6.4, 3.8),
                at(8.0, 5.6),
                at(13.4, 5.6),
                at(13.4, 12.8),
            ];
            painter.add(Shape::closed_line(outline, stroke));
        }
        Icon::Up => {
            painter.line_segment([at(8.0, 13.0), at(8.0, 3.2)], stroke);
            let tip = vec![at(4.2, 7.0), at(8.0, 3.2), at(11.8, 7.0)];
            painter.add(Shape::line(tip, stroke));
        }
        Icon::Pencil => {
            let outline = vec![
                at(3.4, 12.6),
                at(4.2, 9.8),
                at(10.4, 3.6),
                at(12.4, 5.6),
                at(6.2, 11.8),
            ];
            painter.add(Shape::closed_line(outline, stroke));
        }
        Icon::Search => {
            painter.circle_stroke(at(7.2, 7.2), 3.8, stroke);
            painter.line_segment([at(10.0, 10.0), at(13.0, 13.0)], stroke);
        }
    }
}

/// Points of an arc, in degrees clockwise from three o'clock.
fn arc(center: Pos2, radius: f32, start: f32, sweep: f32) -> Vec<Pos2> {
    const STEPS: u8 = 20;
    (0..=STEPS)
        .map(|step| {
            let degrees = start + sweep * f32::from(step) / f32::from(STEPS);
            center + Vec2::angled(degrees.to_radians()) * radius
        })
        .collect()
}

/// The bow of an undo arrow; `side` −1 mirrors it.
fn hook(center: Pos2, side: f32) -> Vec<Pos2> {
    let mut points = vec![pos2(center.x - 4.6 * side, center.y - 1.8)];
    let bow = pos2(center.x + 1.4 * side, center.y + 1.6);
    points.extend(arc(bow, 3.4, -90.0, 180.0).into_iter().map(|point| {
        if side > 0.0 {
            point
        } else {
            pos2(2.0 * bow.x - point.x, point.y)
        }
    }));
    points.push(pos2(center.x - 1.8 * side, center.y + 5.0));
    points
}

/// The sign of the program: three rising bars on a blue square.
pub fn brand(ui: &mut Ui) {
    const SIZE: f32 = 24.0;
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(SIZE), Sense::hover());
    let painter = ui.painter();
    painter.rect_filled(
        rect,
        CornerRadius::same(BUTTON_RADIUS),
        style::color(ui, Role::Accent),
    );
    let bar_color = style::color(ui, Role::Card);
    for (index, height) in [5.0, 9.0, 13.0].into_iter().enumerate() {
        let left = rect.left() + 5.5 + 5.0 * index as f32;
        let bar = Rect::from_min_max(
            pos2(left, rect.bottom() - 5.5 - height),
            pos2(left + 3.2, rect.bottom() - 5.5),
        );
        painter.rect_filled(bar, CornerRadius::same(1), bar_color);
    }
}

/// ▲ or ▼ as a shape, `size` wide.
pub fn triangle(painter: &Painter, center: Pos2, size: f32, up: bool, color: Color32) {
    let (half, tip) = (size / 2.0, if up { -size * 0.42 } else { size * 0.42 });
    let points = vec![
        pos2(center.x - half, center.y - tip),
        pos2(center.x + half, center.y - tip),
        pos2(center.x, center.y + tip),
    ];
    painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
}
