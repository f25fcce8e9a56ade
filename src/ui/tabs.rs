//! The pages in the top bar: beside each other, or in a list where there is no room.

use eframe::egui::{Button, CornerRadius, Popup, Role as Access, Sense, Ui, WidgetInfo, vec2};

use super::icons::{self, Icon};
use super::paint::{focus_ring, line};
use super::style::{self, size};
use crate::app::{App, Command, Tab};
use crate::report::Locale;
use crate::theme::Role;

/// Space on both sides of a name together, and the least there may be.
const PADDING: [f32; 2] = [15.0, 7.0];
const LIST: f32 = 150.0;

/// The space on both sides of a name with which the pages fit beside each other, if they do.
pub fn padding(ui: &Ui, locale: &Locale, room: f32) -> Option<f32> {
    let names = width(ui, locale);
    let count = Tab::ALL.len() as f32;
    PADDING
        .into_iter()
        .find(|padding| names + count * padding <= room)
}

/// How wide the names of the pages are beside each other.
fn width(ui: &Ui, locale: &Locale) -> f32 {
    let gap = ui.spacing().item_spacing.x;
    let ink = style::color(ui, Role::Text1);
    let of = |tab: &Tab| {
        let font = style::semibold(size::TITLE);
        let galley = line(ui.painter(), name(locale, *tab), font, ink, f32::INFINITY);
        galley.size().x + gap
    };
    Tab::ALL.iter().map(of).sum()
}

/// Shows the pages beside each other; the one that is open has a line under it.
pub fn row(
    ui: &mut Ui,
    app: &App,
    locale: &Locale,
    (padding, height): (f32, f32),
) -> Option<Command> {
    let mut chosen = None;
    for &tab in Tab::ALL {
        let name = name(locale, tab);
        let is_open = tab == app.view().tab;
        let (font, role) = if is_open {
            (style::semibold(size::TITLE), Role::Text1)
        } else {
            (style::regular(size::TITLE), Role::Text2)
        };
        let color = style::color(ui, role);
        let galley = line(ui.painter(), name, font, color, f32::INFINITY);
        let place = vec2(galley.size().x + padding, height);
        let (rect, response) = ui.allocate_exact_size(place, Sense::click());
        response.widget_info(|| WidgetInfo::selected(Access::Tab, true, is_open, name));
        let painter = ui.painter();
        if response.hovered() && !is_open {
            let fill = style::color(ui, Role::Hover);
            painter.rect_filled(rect.shrink2(vec2(0.0, 10.0)), CornerRadius::same(5), fill);
        }
        painter.galley(rect.center() - galley.size() / 2.0, galley, color);
        if is_open {
            let bar = rect
                .shrink2(vec2(padding / 2.0 - 0.5, 0.0))
                .with_min_y(rect.bottom() - 2.0);
            painter.rect_filled(bar, CornerRadius::ZERO, style::color(ui, Role::Accent));
        }
        focus_ring(ui, &response, rect.shrink2(vec2(2.0, 10.0)), 5);
        if response.clicked() && !is_open {
            chosen = Some(Command::SetTab(tab));
        }
    }
    chosen
}

/// Shows the open page as a button that unfolds the others.
pub fn list(ui: &mut Ui, app: &App, locale: &Locale) -> Option<Command> {
    let mut chosen = None;
    let open = app.view().tab;
    // The blanks keep room for the sign that there is more.
    let button = Button::new(format!("{}      ", name(locale, open)));
    let response = ui.add(button.min_size(vec2(0.0, style::space::BUTTON)));
    let at = response.rect.right_center() - vec2(14.0, 0.0);
    icons::paint(ui.painter(), Icon::Open, at, style::color(ui, Role::Text2));
    Popup::menu(&response).width(LIST).show(|ui| {
        for &tab in Tab::ALL {
            let button = Button::new(name(locale, tab))
                .selected(tab == open)
                .min_size(vec2(LIST - 12.0, 0.0));
            if ui.add(button).clicked() {
                chosen = Some(Command::SetTab(tab));
            }
        }
    });
    chosen
}

/// What a page is called.
pub fn name(locale: &Locale, tab: Tab) -> &'static str {
    let text = locale.text;
    match tab {
        Tab::Overview => &text.window.overview,
        Tab::Chain => &text.chain.tab,
        Tab::China => &text.china.tab,
        Tab::Leasing => &text.leasing.tab,
        Tab::Uncertainty => &text.uncertainty.tab,
        Tab::Results => &text.results.tab,
        Tab::Compare => &text.compare.tab,
        Tab::Evidence => &text.evidence.tab,
    }
}
