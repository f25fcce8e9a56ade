//! What can be done with anything that can be shown to a room: save it as a picture, copy it, put
//! it on a slide.

use eframe::egui::containers::menu::SubMenuButton;
use eframe::egui::{Button, DragValue, Id, Popup, Rect, Ui, vec2};

use super::icons::{self, Icon};
use crate::app::{Command, Export, PICTURE, Picture, PictureFormat, SlideEdit};
use crate::report::Locale;

/// Wide enough for a wall of screens.
const WIDEST: u32 = 16_000;
const NARROWEST: u32 = 200;
/// Width of a menu of its own, and of the one of formats.
const MENU: f32 = 190.0;
const FORMATS: f32 = 200.0;

/// Shows a button that opens a menu of nothing else; gives what is wanted.
pub fn button(
    ui: &Ui,
    locale: &Locale,
    (id, place): (Id, Rect),
    picture: Picture,
) -> Option<Command> {
    let more = icons::button_at(ui, Icon::More, place, id, &locale.text.charts.more);
    let menu = Popup::menu(&more)
        .width(MENU)
        .show(|ui| show(ui, locale, picture, MENU - 12.0));
    menu.and_then(|menu| menu.inner)
}

/// Shows the entries as part of a menu of a width; gives what is wanted.
pub fn show(ui: &mut Ui, locale: &Locale, picture: Picture, width: f32) -> Option<Command> {
    let texts = &locale.text.export;
    let item = |ui: &mut Ui, name: &str| {
        let button = Button::new(name).frame_when_inactive(false);
        ui.add(button.min_size(vec2(width, 0.0))).clicked()
    };
    let mut wanted = None;
    if item(ui, &texts.copy_picture) {
        wanted = Some(Command::CopyPicture {
            picture,
            format: PictureFormat::Png {
                width: 2 * own_width(),
            },
        });
    }
    if item(ui, &texts.copy_svg) {
        wanted = Some(Command::CopyPicture {
            picture,
            format: PictureFormat::Svg,
        });
    }
    SubMenuButton::new(&texts.save_picture).ui(ui, |ui| {
        let chosen = formats(ui, locale);
        wanted = chosen
            .map(|format| Command::Export(Export::Picture { picture, format }))
            .or(wanted.take());
    });
    if let Picture::Exhibit(exhibit) = picture
        && item(ui, &texts.add_slide)
    {
        wanted = Some(Command::EditSlides(SlideEdit::CaptureExhibit(exhibit)));
    }
    wanted
}

/// How wide a picture is at its own size, in pixels.
fn own_width() -> u32 {
    PICTURE.0 as u32
}

/// The formats; gives the one that is chosen.
fn formats(ui: &mut Ui, locale: &Locale) -> Option<PictureFormat> {
    let texts = &locale.text.export;
    ui.set_min_width(FORMATS);
    let mut chosen = None;
    if ui.button(&texts.svg).clicked() {
        chosen = Some(PictureFormat::Svg);
    }
    for width in [own_width(), 2 * own_width()] {
        let pixels = locale.numbers.count(width as usize);
        if ui.button(texts.png.fill(&[("pixels", &pixels)])).clicked() {
            chosen = Some(PictureFormat::Png { width });
        }
    }
    ui.horizontal(|ui| {
        let id = Id::unique("width of a picture");
        let mut width = ui.data(|data| data.get_temp(id)).unwrap_or(4 * own_width());
        let field = DragValue::new(&mut width)
            .range(NARROWEST..=WIDEST)
            .suffix(" px");
        let response = ui.add(field);
        response.clone().accessible_name(&texts.width);
        response.on_hover_text(&texts.width);
        ui.data_mut(|data| data.insert_temp(id, width));
        if ui.button(&texts.png_of_width).clicked() {
            chosen = Some(PictureFormat::Png { width });
        }
    });
    if chosen.is_some() {
        ui.close();
    }
    chosen
}
