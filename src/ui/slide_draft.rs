//! Words of slides that are being written. They become a step of history once their field is left;
//! those that no file could give back wait in their field until they are mended.

use eframe::egui::{Context, Event, Id, Key, Modifiers, Ui};

use crate::app::{Command, SlideEdit};
use crate::scenario::fault::ProblemKind;
use crate::scenario::slide::Slide;
use crate::scenario::speech::Speech;
use crate::text::{Language, Words};

/// What words of a slide are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// What it says.
    Title,
    /// What stands below that.
    Caption,
    /// What the speaker wants to remember.
    Note,
}

/// Where words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The place of the slide, the first being 0.
    pub slide: usize,
    /// Which of its words.
    pub field: Field,
    /// In which language.
    pub language: Language,
}

impl Place {
    /// The id of its field.
    pub fn id(self) -> Id {
        Id::unique(("words of a slide", self))
    }

    /// The same words in the other language.
    fn in_other(self) -> Self {
        Self {
            language: self.language.other(),
            ..self
        }
    }

    /// What stands there.
    pub fn of(self, slide: &Slide) -> &str {
        let words = match self.field {
            Field::Title => &slide.title,
            Field::Caption => &slide.caption,
            Field::Note => &slide.note,
        };
        match self.language {
            Language::En => &words.en,
            Language::Zh => &words.zh,
        }
    }

    /// What stands there in the other language.
    pub fn other_of(self, slide: &Slide) -> &str {
        self.in_other().of(slide)
    }

    fn of_mut(self, slide: &mut Slide) -> &mut String {
        let words: &mut Words = match self.field {
            Field::Title => &mut slide.title,
            Field::Caption => &mut slide.caption,
            Field::Note => &mut slide.note,
        };
        match self.language {
            Language::En => &mut words.en,
            Language::Zh => &mut words.zh,
        }
    }

    /// Words as they are taken over: only notes have lines.
    fn tidy(self, words: &str) -> String {
        match self.field {
            Field::Note => words.trim_end().to_owned(),
            Field::Title | Field::Caption => words
                .split(['\n', '\r'])
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .collect::<Vec<_>>()
                .join(" "),
        }
    }
}

/// Words that are being written.
#[derive(Clone, Debug, PartialEq)]
struct Draft {
    place: Place,
    /// What stands in the scenario: where that changes, the draft is no longer meant.
    original: String,
    words: String,
}

/// All words that are being written, and in which field.
#[derive(Clone, Debug, Default)]
struct Drafts {
    drafts: Vec<Draft>,
    focused: Option<Place>,
}

impl Drafts {
    fn load(ctx: &Context) -> Self {
        ctx.data(|data| data.get_temp(memory())).unwrap_or_default()
    }

    fn store(self, ctx: &Context) {
        ctx.data_mut(|data| data.insert_temp(memory(), self));
    }

    fn forget(&mut self, place: Place) {
        self.drafts.retain(|draft| draft.place != place);
    }

    /// Forgets drafts of words that are no longer what they were.
    fn keep_those_of(&mut self, slides: &[Slide]) {
        self.drafts.retain(|draft| {
            let slide = slides.get(draft.place.slide);
            slide.is_some_and(|slide| draft.place.of(slide) == draft.original)
        });
    }

    /// Takes the first draft that a slide can have, of those that are wanted.
    fn take(&mut self, slides: &[Slide], is_wanted: impl Fn(Place) -> bool) -> Option<Command> {
        self.keep_those_of(slides);
        let mut wanted = self.drafts.iter().filter(|draft| is_wanted(draft.place));
        let (place, slide) = wanted.find_map(|draft| {
            let slide = slides.get(draft.place.slide)?;
            Some((draft.place, with(slide, draft.place, &draft.words).ok()?))
        })?;
        self.forget(place);
        let edit = SlideEdit::Set(place.slide, Box::new(slide));
        Some(Command::EditSlides(edit))
    }
}

fn memory() -> Id {
    Id::unique("words of slides that are being written")
}

/// What stands in a field: what is being written, or what the slide has.
pub fn words(ui: &Ui, slide: &Slide, place: Place) -> String {
    let original = place.of(slide);
    let drafts = Drafts::load(ui.ctx()).drafts.into_iter();
    let mut drafts = drafts.filter(|draft| draft.place == place && draft.original == original);
    drafts
        .next()
        .map_or_else(|| original.to_owned(), |draft| draft.words)
}

/// Remembers what has been written so far.
pub fn write(ui: &Ui, slide: &Slide, place: Place, words: String) {
    let mut drafts = Drafts::load(ui.ctx());
    drafts.forget(place);
    let original = place.of(slide).to_owned();
    if words != original {
        drafts.drafts.push(Draft {
            place,
            original,
            words,
        });
    }
    drafts.store(ui.ctx());
}

/// Remembers which field is written in.
pub fn focus(ui: &Ui, place: Option<Place>) {
    let mut drafts = Drafts::load(ui.ctx());
    drafts.focused = place;
    drafts.store(ui.ctx());
}

/// Brings back what stood in the field that is written in, where Escape was pressed. To be called
/// before fields are shown: egui has taken the focus away by then.
pub fn follow_escape(ui: &Ui) {
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        let mut drafts = Drafts::load(ui.ctx());
        if let Some(place) = drafts.focused.take() {
            drafts.forget(place);
        }
        drafts.store(ui.ctx());
    }
}

/// Gives the step that words become whose field was left.
pub fn left(ctx: &Context, slides: &[Slide]) -> Option<Command> {
    let mut drafts = Drafts::load(ctx);
    let has_focus = |place: Place| ctx.memory(|memory| memory.has_focus(place.id()));
    let step = drafts.take(slides, |place| !has_focus(place));
    drafts.store(ctx);
    step
}

/// Gives the step that words become whose panel was closed; what cannot be taken over is gone.
pub fn closed(ctx: &Context, slides: &[Slide]) -> Vec<Command> {
    let mut drafts = Drafts::load(ctx);
    let step = drafts.take(slides, |_| true);
    if step.is_none() {
        drafts = Drafts::default();
    }
    drafts.store(ctx);
    step.into_iter().collect()
}

/// Gives the step that words become before something else happens: the window is closed, or keys
/// were pressed that save, open or present.
pub fn before_commands(ctx: &Context, slides: &[Slide]) -> Option<Command> {
    if !ctx.input(|input| {
        let is_closing = input.viewport().close_requested();
        is_closing || input.events.iter().any(is_command)
    }) {
        return None;
    }
    let mut drafts = Drafts::load(ctx);
    let step = drafts.take(slides, |_| true);
    drafts.store(ctx);
    step
}

/// Is this a key that means more than the field it was pressed in?
fn is_command(event: &Event) -> bool {
    let &Event::Key {
        key,
        pressed: true,
        modifiers,
        ..
    } = event
    else {
        return false;
    };
    let is_function = matches!(key, Key::F5 | Key::F11);
    let is_of_document = matches!(key, Key::N | Key::O | Key::Q | Key::S | Key::D);
    is_function || (is_of_document && modifiers.matches_logically(Modifiers::COMMAND))
}

/// The slide with other words in one place.
///
/// # Errors
/// What a file with that slide would be refused for.
fn with(slide: &Slide, place: Place, words: &str) -> Result<Slide, ProblemKind> {
    if let Some(fault) = fault(words) {
        return Err(fault);
    }
    let mut slide = slide.clone();
    *place.of_mut(&mut slide) = place.tidy(words);
    Ok(slide)
}

/// What a file with these words would be refused for, if anything.
pub fn fault(words: &str) -> Option<ProblemKind> {
    let faults = Speech::parse(words).err()?;
    faults.into_iter().next().map(|fault| fault.kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::exhibit::Exhibit;

    const TITLE: Place = Place {
        slide: 0,
        field: Field::Title,
        language: Language::En,
    };

    fn slide(en: &str, zh: &str) -> Slide {
        let (en, zh) = (en.to_owned(), zh.to_owned());
        Slide {
            title: Words { en, zh },
            ..Slide::of(Exhibit::MoneyFlow)
        }
    }

    fn draft(slide: &Slide, words: &str) -> Drafts {
        let draft = Draft {
            place: TITLE,
            original: TITLE.of(slide).to_owned(),
            words: words.to_owned(),
        };
        Drafts {
            drafts: vec![draft],
            focused: None,
        }
    }

    #[test]
    fn words_that_a_file_gives_back_are_taken_once() {
        let slides = [slide("before", "")];
        let mut drafts = draft(&slides[0], " two\n lines of {need@2030} ");
        assert!(drafts.take(&slides, |_| false).is_none());
        let Some(Command::EditSlides(SlideEdit::Set(0, taken))) = drafts.take(&slides, |_| true)
        else {
            panic!("it is not taken");
        };
        assert_eq!(taken.title.en, "two lines of {need@2030}");
        assert_eq!(taken.problems(), []);
        assert!(drafts.take(&slides, |_| true).is_none());
    }

    #[test]
    fn words_that_no_file_gives_back_stay_in_their_field() {
        let slides = [slide("before", "")];
        for words in ["a {nee", "a {capx@2030}", "a [b"] {
            let mut drafts = draft(&slides[0], words);
            assert!(drafts.take(&slides, |_| true).is_none(), "{words}");
            assert_eq!(drafts.drafts[0].words, words);
            let problems = slide(words, "").problems();
            assert_eq!(fault(words), problems.into_iter().next());
        }
    }

    #[test]
    fn a_title_may_be_empty() {
        let slides = [slide("before", "")];
        assert_eq!(fault(""), None);
        assert!(draft(&slides[0], "").take(&slides, |_| true).is_some());
    }

    #[test]
    fn words_of_a_slide_that_became_another_are_no_longer_meant() {
        let mut drafts = draft(&slide("before", ""), "after");
        assert!(drafts.take(&[slide("undone", "")], |_| true).is_none());
        assert!(drafts.drafts.is_empty());
    }
}
