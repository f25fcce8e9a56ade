//! The choice of the years that charts show.

use eframe::egui::{Button, Ui, vec2};

use crate::app::Command;
use crate::model::Year;
use crate::report::{Locale, Span};

/// Shows the first and the last years there are; gives the years that are wanted.
pub fn show(ui: &mut Ui, span: Span, locale: &Locale) -> Option<Command> {
    let texts = &locale.text.window.menu;
    let mut wanted = None;
    let last_of_model = Year::LAST.calendar();
    ui.label(&texts.first_year);
    row(ui, Span::FIRST..=last_of_model - 1, span.first, |first| {
        let last = span.last.max(first + 1);
        wanted = Some(Span { first, last });
    });
    ui.label(&texts.last_year);
    row(
        ui,
        Year::BASE.calendar() + 1..=last_of_model,
        span.last,
        |last| {
            let first = span.first.min(last - 1);
            wanted = Some(Span { first, last });
        },
    );
    if ui.button(&texts.all_years).clicked() {
        wanted = Some(Span::whole());
    }
    wanted
        .filter(|&wanted| wanted != span)
        .map(Command::SetSpan)
}

fn row(ui: &mut Ui, years: std::ops::RangeInclusive<u16>, on: u16, mut choose: impl FnMut(u16)) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for year in years {
            let button = Button::new(year.to_string())
                .selected(year == on)
                .min_size(vec2(40.0, 0.0));
            if ui.add(button).clicked() {
                choose(year);
            }
        }
    });
}
