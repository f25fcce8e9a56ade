//! Slides of the open scenario: each edit is one step of history. Results do not depend on them, so
//! nothing is run again.

use super::presenting::{current_view, slide_of};
use super::{App, Change, SlideChange};
use crate::scenario::exhibit::Exhibit;
use crate::scenario::slide::Slide;

/// A change of the slides. Places count from 0; those that are not there are ignored.
#[derive(Clone, Debug, PartialEq)]
pub enum SlideEdit {
    /// Add a slide of what is on screen, after the chosen one.
    Capture,
    /// Add a slide of an exhibit with the world as it stands, after the chosen one.
    CaptureExhibit(Exhibit),
    /// Let the slide at this place show the world as it stands: its levers, years and year in view.
    /// Its words and its exhibit stay.
    CaptureInto(usize),
    /// Let the slide at this place be this one.
    Set(usize, Box<Slide>),
    /// Move a slide to another place.
    Move {
        /// From here.
        from: usize,
        /// To here.
        to: usize,
    },
    /// Add the same slide again, after the one at this place.
    Duplicate(usize),
    /// Remove the slide at this place.
    Remove(usize),
}

impl App {
    /// Changes the slides, and chooses the one that was changed.
    pub(super) fn edit_slides(&mut self, edit: SlideEdit) {
        self.finish_gesture();
        let count = self.scenario().slides.len();
        let after_chosen = (self.view.slide + 1).min(count);
        match edit {
            SlideEdit::Capture => {
                self.add_slide(after_chosen, current_view(self));
                self.view.show_slides();
            }
            SlideEdit::CaptureExhibit(exhibit) => {
                self.add_slide(after_chosen, slide_of(self, exhibit));
                self.view.show_slides();
            }
            SlideEdit::Duplicate(place) => {
                if let Some(slide) = self.scenario().slides.get(place).cloned() {
                    self.add_slide(place + 1, slide);
                }
            }
            SlideEdit::CaptureInto(place) => {
                if let Some(slide) = self.scenario().slides.get(place).cloned() {
                    let now = slide_of(self, slide.exhibit);
                    let seen = Slide {
                        year: now.year,
                        years: now.years,
                        changes: now.changes,
                        ..slide
                    };
                    self.set_slide(place, seen);
                }
            }
            SlideEdit::Set(place, slide) => self.set_slide(place, *slide),
            SlideEdit::Move { from, to } if from != to && from.max(to) < count => {
                self.change_slides(SlideChange::Moved, to, |slides| {
                    let slide = slides.remove(from);
                    slides.insert(to, slide);
                });
            }
            SlideEdit::Remove(place) if place < count => {
                self.change_slides(SlideChange::Removed, place, |slides| {
                    slides.remove(place);
                });
                self.view.slide = place.min(count.saturating_sub(2));
            }
            SlideEdit::Move { .. } | SlideEdit::Remove(_) => {}
        }
    }

    fn add_slide(&mut self, place: usize, slide: Slide) {
        self.change_slides(SlideChange::Added, place, |slides| {
            slides.insert(place, slide);
        });
    }

    fn set_slide(&mut self, place: usize, slide: Slide) {
        let is_new = |there: &Slide| *there != slide;
        if self.scenario().slides.get(place).is_some_and(is_new) {
            self.change_slides(SlideChange::Edited, place, |slides| slides[place] = slide);
        }
    }

    fn change_slides(
        &mut self,
        change: SlideChange,
        place: usize,
        edit: impl FnOnce(&mut Vec<Slide>),
    ) {
        self.document.edit(|scenario| edit(&mut scenario.slides));
        let number = place + 1;
        self.document.step(Change::Slide(change, number));
        self.view.slide = place;
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Command, Gesture, Settings, Tab};
    use super::*;
    use crate::model::Assumption;
    use crate::text::Words;

    fn edit(app: &mut App, edit: SlideEdit) {
        app.apply(Command::EditSlides(edit));
    }

    fn exhibits(app: &App) -> Vec<String> {
        let slides = app.scenario().slides.iter();
        slides.map(|slide| slide.exhibit.id()).collect()
    }

    /// A program whose world has three slides.
    fn three() -> App {
        let mut app = App::new(Settings::default());
        for tab in [Tab::Chain, Tab::China, Tab::Leasing] {
            app.apply(Command::SetTab(tab));
            edit(&mut app, SlideEdit::Capture);
        }
        app
    }

    #[test]
    fn slides_are_captured_one_after_the_other_and_every_edit_is_undone() {
        let mut app = three();
        let [flow, china, leasing] = ["money_flow", "key_figures_china", "key_figures_leasing"];
        assert_eq!(exhibits(&app), [flow, china, leasing]);
        edit(&mut app, SlideEdit::Move { from: 2, to: 0 });
        assert_eq!(exhibits(&app), [leasing, flow, china]);
        edit(&mut app, SlideEdit::Duplicate(1));
        assert_eq!(exhibits(&app), [leasing, flow, flow, china]);
        edit(&mut app, SlideEdit::Remove(0));
        assert_eq!(exhibits(&app), [flow, flow, china]);
        for wanted in [4, 3, 3, 2, 1, 0] {
            app.apply(Command::Undo);
            assert_eq!(exhibits(&app).len(), wanted);
        }
        assert!(!app.document().is_changed());
    }

    #[test]
    fn what_was_captured_stays_when_levers_move_on() {
        let mut app = App::new(Settings::default());
        let lever = |app: &mut App, value| {
            app.apply(Command::SetLever {
                assumption: Assumption::ModelGrowth,
                value,
                gesture: Gesture::Done,
            });
        };
        lever(&mut app, 6.0);
        edit(&mut app, SlideEdit::Capture);
        lever(&mut app, 3.0);
        let world = app.scenario().on_slide(&app.scenario().slides[0]);
        assert_eq!(world.value(Assumption::ModelGrowth), 6.0);
        assert_eq!(app.scenario().slides[0].levers[0], Assumption::ModelGrowth);
        edit(&mut app, SlideEdit::CaptureInto(0));
        let world = app.scenario().on_slide(&app.scenario().slides[0]);
        assert_eq!(world.value(Assumption::ModelGrowth), 3.0);
    }

    #[test]
    fn an_edit_that_changes_nothing_or_no_slide_is_no_step() {
        let mut app = three();
        let same = Box::new(app.scenario().slides[1].clone());
        for nothing in [
            SlideEdit::Set(1, same),
            SlideEdit::Move { from: 1, to: 1 },
            SlideEdit::Move { from: 1, to: 3 },
            SlideEdit::Remove(3),
            SlideEdit::Duplicate(3),
        ] {
            let before = exhibits(&app);
            edit(&mut app, nothing);
            assert_eq!(exhibits(&app), before);
        }
        let titled = Slide {
            title: Words {
                en: "Who earns".to_owned(),
                zh: String::new(),
            },
            ..app.scenario().slides[1].clone()
        };
        edit(&mut app, SlideEdit::Set(1, Box::new(titled)));
        let step = Some(&Change::Slide(SlideChange::Edited, 2));
        assert_eq!(app.document().history().undoable(), step);
    }
}
