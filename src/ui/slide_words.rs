//! A field for words of a slide, with what is wrong with them, and a menu that puts results in.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{
    CornerRadius, Event, Id, Key, Rect, Response, Sense, Stroke, StrokeKind, TextEdit, Ui, Vec2,
    pos2, vec2,
};

use super::explanation::label;
use super::goal_menus;
use super::icons::{self, Icon};
use super::paint::text;
use super::search_menu::SearchMenu;
use super::slide_draft::{self as draft, Field, Place};
use super::style::{self, BUTTON_RADIUS, size};
use crate::model::Series;
use crate::report::World;
use crate::report::slide_world::title_of;
use crate::scenario::fault::ProblemKind;
use crate::scenario::slide::Slide;
use crate::scenario::slide_fault::SlideFault;
use crate::text::Language;
use crate::text::slides::SlideWordsText;
use crate::theme::Role;

/// Height of the line with the field's name.
const HEAD: f32 = 22.0;

/// A field and what it is about.
pub struct WordsField<'a> {
    /// The world of the slide.
    pub world: &'a World<'a>,
    /// The slide.
    pub slide: &'a Slide,
    /// Which of its words.
    pub place: Place,
}

impl WordsField<'_> {
    /// Shows the name, the field, and what is wrong with what stands in it. Gives whether it is
    /// written in.
    pub fn show(&self, ui: &mut Ui) -> bool {
        ui.spacing_mut().item_spacing.y = 3.0;
        let words = draft::words(ui, self.slide, self.place);
        let chosen = self.head(ui);
        let (field, typed) = self.field(ui, words.clone());
        if typed != words {
            draft::write(ui, self.slide, self.place, typed.clone());
        }
        if let Some(series) = chosen {
            self.insert(ui, &field, &typed, series);
        }
        let is_written = field.has_focus();
        if let Some(fault) = draft::fault(&typed) {
            self.say(ui, &fault, is_written);
            if !is_written {
                mark(ui, field.rect);
            }
        }
        ui.add_space(4.0);
        is_written
    }

    fn texts(&self) -> &'static SlideWordsText {
        let form = &self.world.locale.text.slides.form;
        match self.place.field {
            Field::Title => &form.title,
            Field::Caption => &form.caption,
            Field::Note => &form.note,
        }
    }

    /// The name, and the menu of results; gives the one to put in.
    fn head(&self, ui: &mut Ui) -> Option<Series> {
        let texts = self.texts();
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
        let (font, quiet) = (style::semibold(size::LABEL), style::color(ui, Role::Text3));
        let anchor = eframe::egui::Align2::LEFT_CENTER;
        let at = rect.left_center();
        text(ui.painter(), at, anchor, &texts.name, font, quiet);
        let center = pos2(rect.right() - 11.0, rect.center().y);
        let place = Rect::from_center_size(center, Vec2::splat(HEAD));
        let id = Id::unique(("insert a result", self.place.field));
        let button = icons::button_at(ui, Icon::Plus, place, id, &texts.insert);
        let text = self.world.locale.text;
        let menu = SearchMenu {
            hint: &text.slides.form.search_results,
            nothing_found: &text.uncertainty.nothing_found,
        };
        menu.show(&button, |words| {
            goal_menus::series(self.world, words, None, true)
        })
    }

    /// The field; gives what stands in it now.
    fn field(&self, ui: &mut Ui, mut words: String) -> (Response, String) {
        let has_lines = self.place.field == Field::Note;
        let mut edit = TextEdit::multiline(&mut words)
            .id(self.place.id())
            .desired_rows(if has_lines { 3 } else { 2 })
            .desired_width(f32::INFINITY)
            .hint_text(self.hint());
        if !has_lines {
            edit = edit.return_key(None);
        }
        let field = ui.add(edit);
        field.clone().accessible_name(&self.texts().name);
        if field.has_focus() && !has_lines && is_entered(ui) {
            ui.memory_mut(|memory| memory.surrender_focus(field.id));
        }
        (field, words)
    }

    /// What stands in the field while it is empty: the words that are shown instead.
    fn hint(&self) -> String {
        let other = self.place.other_of(self.slide);
        let texts = &self.world.locale.text.slides.form;
        if other.is_empty() {
            return match self.place.field {
                Field::Title => {
                    let finding = title_of(self.world, self.slide);
                    texts.as_finding.fill(&[("words", &finding)])
                }
                Field::Caption => texts.caption_hint.clone(),
                Field::Note => texts.note_hint.clone(),
            };
        }
        // The sentence names the other language, whatever the window speaks.
        let sentence = match self.place.language {
            Language::En => &texts.as_chinese,
            Language::Zh => &texts.as_english,
        };
        sentence.fill(&[("words", &other)])
    }

    /// Puts a result in where the cursor stands, and goes on writing behind it.
    fn insert(&self, ui: &Ui, field: &Response, words: &str, series: Series) {
        let mut result = format!("{{{}@{}}}", series.id(), self.slide.year);
        let mut state = TextEdit::load_state(ui.ctx(), field.id).unwrap_or_default();
        let count = words.chars().count();
        let range = state.cursor.char_range();
        let at = range.map_or(count, |range| range.primary.index.0.min(count));
        let mut with_result: String = words.chars().take(at).collect();
        // The space that was typed before a choice is gone: words that are left are tidied.
        if with_result.ends_with(char::is_alphanumeric) {
            result.insert(0, ' ');
        }
        with_result += &result;
        with_result.extend(words.chars().skip(at));
        draft::write(ui, self.slide, self.place, with_result);
        let behind = CCursor::new(at + result.chars().count());
        let cursor = Some(CCursorRange::one(behind));
        state.cursor.set_char_range(cursor);
        state.store(ui.ctx(), field.id);
        ui.memory_mut(|memory| memory.request_focus(field.id));
    }

    /// What is wrong, or what may stand where something is still being written.
    fn say(&self, ui: &mut Ui, fault: &ProblemKind, is_written: bool) {
        let texts = &self.world.locale.text.slides.form;
        let is_open = matches!(
            fault,
            ProblemKind::Slide(SlideFault::UnclosedBrace | SlideFault::UnclosedBracket)
        );
        if is_written && is_open {
            return label(ui, &texts.braces, false, size::CAPTION, Role::Text3);
        }
        let sentence = fault.sentence(self.world.locale.language);
        let (what, hint) = (&sentence.what, &sentence.hint);
        let words = texts.refused.fill(&[("what", what), ("hint", hint)]);
        let role = if is_written { Role::Text2 } else { Role::Bad };
        label(ui, &words, false, size::CAPTION, role);
    }
}

/// Was Enter pressed to end the words? Not where it ended the input of a character.
fn is_entered(ui: &Ui) -> bool {
    ui.input(|input| {
        let is_composing = |event: &Event| matches!(event, Event::Ime(_));
        input.key_pressed(Key::Enter) && !input.events.iter().any(is_composing)
    })
}

/// Marks a field whose words are not taken over.
fn mark(ui: &Ui, rect: Rect) {
    let edge = Stroke::new(1.0, style::color(ui, Role::Bad));
    let radius = CornerRadius::same(BUTTON_RADIUS);
    ui.painter()
        .rect_stroke(rect, radius, edge, StrokeKind::Inside);
}
