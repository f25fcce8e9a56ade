//! The form for a slide: its words in both languages, what it shows, its levers and its world.

use eframe::egui::{Align2, Id, Sense, Ui, vec2};

use super::paint::text;
use super::slide_draft::{self as draft, Field, Place};
use super::slide_words::WordsField;
use super::style::{self, size, space};
use super::{segmented, slide_exhibit, slide_levers};
use crate::app::{Command, SlideEdit};
use crate::report::World;
use crate::scenario::slide::Slide;
use crate::text::Language;
use crate::theme::Role;

/// The languages that words can be written in, in their order.
const LANGUAGES: [Language; 2] = [Language::En, Language::Zh];

/// The form and what it is about.
pub struct SlideForm<'a> {
    /// The world of the slide.
    pub world: &'a World<'a>,
    /// The slide.
    pub slide: &'a Slide,
    /// Its place, the first being 0.
    pub place: usize,
}

/// In which language words are written, since the window spoke this one.
#[derive(Clone, Copy)]
struct Writing {
    window: Language,
    language: Language,
}

impl SlideForm<'_> {
    /// Shows the form; gives what the user wants.
    pub fn show(&self, ui: &mut Ui) -> Option<Command> {
        let language = self.head(ui);
        draft::follow_escape(ui);
        let fields = [Field::Title, Field::Caption, Field::Note];
        let places = fields.map(|field| Place {
            slide: self.place,
            field,
            language,
        });
        let written = places.into_iter().filter(|&place| {
            let (world, slide) = (self.world, self.slide);
            WordsField {
                world,
                slide,
                place,
            }
            .show(ui)
        });
        // All of them are shown, whichever is written in.
        let written = written.last();
        draft::focus(ui, written);
        let (world, slide) = (self.world, self.slide);
        let exhibit = slide_exhibit::show(ui, world, slide);
        let years = slide_exhibit::show_years(ui, world, slide);
        let levers = slide_levers::show(ui, world, slide);
        let edited = exhibit.or(years).or(levers);
        let edited = edited.map(|slide| SlideEdit::Set(self.place, Box::new(slide)));
        let shown_with = slide_levers::show_world(ui, world, slide, self.place);
        edited.map(Command::EditSlides).or(shown_with)
    }

    /// The number of the slide, and the choice of the language; gives the one that is chosen.
    fn head(&self, ui: &mut Ui) -> Language {
        let texts = &self.world.locale.text.slides.form;
        let size = vec2(ui.available_width(), space::BUTTON);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let number = self.place + 1;
        let heading = texts.heading.fill(&[("number", &number)]);
        let (font, ink) = (style::semibold(size::TITLE), style::color(ui, Role::Text1));
        let at = rect.left_center() + vec2(2.0, 0.0);
        let anchor = Align2::LEFT_CENTER;
        text(ui.painter(), at, anchor, &heading, font, ink);
        let window = self.world.locale.language;
        let id = Id::unique("language of slides");
        let writing: Option<Writing> = ui.data(|data| data.get_temp(id));
        let writing = writing.filter(|writing| writing.window == window);
        let mut language = writing.map_or(window, |writing| writing.language);
        let on = LANGUAGES.iter().position(|&there| there == language);
        let right = rect.right_center();
        let (chosen, _) = segmented::show(ui, id, right, &texts.languages, on.unwrap_or_default());
        if let Some(chosen) = chosen {
            language = LANGUAGES[chosen];
        }
        ui.data_mut(|data| data.insert_temp(id, Writing { window, language }));
        language
    }
}
