//! Giving a talk: which slide is shown, and a scratch copy of the scenario that levers move. The
//! document is never touched; leaving gives everything back as it was.

mod guessing;
mod morph;
mod talk;

pub use guessing::Guessing;
pub(super) use talk::{current_view, slide_of};

use std::sync::Arc;

use self::morph::Morph;
use super::{App, Effect, Gesture};
use crate::analysis::{Cell, Fan, FanMaker, FanRequest, Progress, Sampling};
use crate::model::{Assumption, Run, Year};
use crate::number::lanes::Path;
use crate::report::{Locale, Span, World};
use crate::scenario::Scenario;
use crate::scenario::exhibit::Exhibit;
use crate::scenario::slide::Slide;

/// So many draws are made within a frame, for the fan of a slide.
const DRAWS: usize = 4096;

/// An action while a talk is given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Present {
    /// Begin with the slide at this place; with what is on screen where there are none.
    Start(usize),
    /// Show what is on screen large, whatever slides there are.
    StartHere,
    /// End the talk.
    Leave,
    /// Go on.
    Next,
    /// Go back.
    Previous,
    /// Go to the slide at this place; beyond the last: to the last.
    GoTo(usize),
    /// Show nothing, or the slide again.
    Black,
    /// Choose the lever at this place of the slide for the keyboard; again: none.
    Choose(usize),
    /// Move a lever of the scratch copy.
    SetLever {
        /// Which.
        assumption: Assumption,
        /// Where to; ignored where the model does not accept it.
        value: f64,
        /// Is it still moving?
        gesture: Gesture,
    },
    /// Put another year in view.
    SetYear(Year),
    /// Let the levers go back to where the slide has them.
    Restore,
    /// Let the last change happen again.
    Replay,
    /// So much time has passed, in seconds.
    Advance(f32),
    /// Hide what the model says and let the room guess; then show it; then forget the guess.
    Predict,
    /// The room's guess of a calendar year, in the unit of the chart's axis.
    Guess {
        /// The calendar year.
        year: u16,
        /// The guess.
        value: f64,
    },
    /// Take the guess back and let the room guess again.
    ClearGuess,
    /// Show how sure the results are, or not.
    ToggleFan,
    /// Show something over the foot of the slide, or no longer.
    Toggle(Aside),
    /// Go on to the next display, where there are several.
    NextDisplay,
}

/// What the presenter may show over the foot of a slide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// The speaker's note.
    Note,
    /// What all keys do.
    Keys,
}

/// A talk that is being given.
pub struct Presenting {
    slides: Vec<Slide>,
    place: usize,
    /// The open scenario, which the worlds of slides start from.
    document: Scenario,
    /// The world that is shown: that of the slide, with what the presenter moved.
    scenario: Scenario,
    run: Run,
    baseline_run: Run,
    year: Year,
    morph: Option<Morph>,
    /// The world before the last change, for a replay.
    before: Scenario,
    /// The world before the gesture that is going on.
    gesture: Option<Scenario>,
    chosen: Option<usize>,
    is_black: bool,
    aside: Option<Aside>,
    guessing: Option<Guessing>,
    shows_fan: bool,
    fan: Option<Arc<Fan>>,
    maker: FanMaker,
}

impl Presenting {
    /// The talk of a scenario from one of its slides on; never without a slide.
    fn start(scenario: &Scenario, slides: Vec<Slide>, place: usize, shows_fan: bool) -> Self {
        let place = place.min(slides.len().saturating_sub(1));
        let mut talk = Self {
            place,
            document: scenario.clone(),
            scenario: scenario.clone(),
            run: scenario.run(),
            baseline_run: Scenario::new(scenario.baseline).run(),
            year: Year::LAST,
            morph: None,
            before: scenario.clone(),
            gesture: None,
            chosen: None,
            is_black: false,
            aside: None,
            guessing: None,
            shows_fan,
            fan: None,
            maker: FanMaker::default(),
            slides,
        };
        talk.scenario = talk.world_of_slide();
        talk.before = talk.scenario.clone();
        talk.year = talk.slide().year_in_view();
        talk.recompute();
        talk
    }

    /// The slide that is shown.
    pub fn slide(&self) -> &Slide {
        &self.slides[self.place]
    }

    /// Its place among all, the first being 0, and how many there are.
    pub fn place(&self) -> (usize, usize) {
        (self.place, self.slides.len())
    }

    /// The world that is shown.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// Everything that is shown, in a language.
    pub fn world(&self, locale: Locale) -> World<'_> {
        let (first, last) = self.slide().years;
        World {
            scenario: &self.scenario,
            run: &self.run,
            baseline: &self.baseline_run,
            fan: self.fan.as_deref(),
            year: self.year,
            span: Span { first, last },
            locale,
        }
    }

    /// Do levers move by themselves right now?
    pub fn is_moving(&self) -> bool {
        self.morph.is_some()
    }

    /// Is a lever being moved by hand right now?
    pub fn is_touched(&self) -> bool {
        self.gesture.is_some()
    }

    /// Is the room to see nothing?
    pub fn is_black(&self) -> bool {
        self.is_black
    }

    /// What is shown over the foot of the slide.
    pub fn aside(&self) -> Option<Aside> {
        self.aside
    }

    /// Which lever of the slide the keyboard moves.
    pub fn chosen(&self) -> Option<usize> {
        self.chosen
    }

    /// What the room guesses, while it does.
    pub fn guessing(&self) -> Option<&Guessing> {
        self.guessing.as_ref()
    }

    /// Has the presenter moved a lever away from where the slide has it?
    pub fn is_edited(&self) -> bool {
        let target = self.morph.as_ref().map_or(&self.scenario, Morph::target);
        target.changes != self.world_of_slide().changes
    }

    fn world_of_slide(&self) -> Scenario {
        self.document.on_slide(self.slide())
    }

    fn go_to(&mut self, place: usize) {
        let place = place.min(self.slides.len() - 1);
        self.is_black = false;
        if place == self.place {
            return;
        }
        self.settle();
        self.place = place;
        self.chosen = None;
        self.guessing = None;
        self.year = self.slide().year_in_view();
        self.move_to(self.world_of_slide());
    }

    /// Lets the levers go to another world by themselves.
    fn move_to(&mut self, target: Scenario) {
        self.settle();
        self.before = self.scenario.clone();
        self.morph = Morph::between(&self.scenario, target);
        self.recompute();
    }

    /// Ends what moves, by itself or by hand, where it was going.
    fn settle(&mut self) {
        if let Some(morph) = self.morph.take() {
            self.scenario = morph.into_target();
        }
        if let Some(before) = self.gesture.take() {
            self.before = before;
        }
    }

    fn replay(&mut self) {
        self.settle();
        let target = std::mem::replace(&mut self.scenario, self.before.clone());
        self.morph = Morph::between(&self.scenario, target);
        if self.morph.is_none() {
            // Nothing has changed yet: there is nothing to see again.
            self.scenario = self.before.clone();
        }
        self.recompute();
    }

    fn advance(&mut self, seconds: f32) {
        let Some(morph) = &mut self.morph else { return };
        match morph.advance(seconds) {
            Some(shown) => self.scenario = shown,
            None => self.settle(),
        }
        self.recompute();
    }

    fn set_lever(&mut self, assumption: Assumption, value: f64, gesture: Gesture) {
        if !assumption.info().allows(value) {
            return;
        }
        if let Some(morph) = self.morph.take() {
            self.scenario = morph.into_target();
        }
        if self.gesture.is_none() {
            self.gesture = Some(self.scenario.clone());
        }
        self.scenario.set(assumption, value);
        if gesture == Gesture::Done {
            let before = self.gesture.take();
            self.before = before
                .filter(|before| before.changes != self.scenario.changes)
                .unwrap_or_else(|| self.before.clone());
        }
        self.recompute();
    }

    fn choose(&mut self, lever: usize) {
        let is_there = lever < self.slide().levers.len();
        self.chosen = (is_there && self.chosen != Some(lever)).then_some(lever);
    }

    fn recompute(&mut self) {
        self.run = self.scenario.run();
        self.fan = None;
        // A fan that grew while the levers fly would be one more thing that moves.
        if self.shows_fan && self.morph.is_none() {
            self.fan = self.make_fan();
        }
    }

    fn make_fan(&mut self) -> Option<Arc<Fan>> {
        let Exhibit::Chart(figure) = self.slide().exhibit else {
            return None;
        };
        // Which lines carry one does not depend on the language.
        let world = self.world(Locale::of(crate::text::Language::default()));
        let series = figure.banded(&world).into_iter();
        let cells: Vec<Cell> = series.flat_map(Cell::of_series).collect();
        let request = FanRequest {
            spreads: &self.scenario.spreads(),
            cells: &cells,
            watched: None,
            sampling: Sampling {
                samples: DRAWS,
                ..Sampling::default()
            },
            threads: 1,
            path: Path::best(),
        };
        let fan = self.maker.make(&request, &Progress::default())?;
        Some(Arc::new(fan))
    }
}

impl App {
    /// The talk that is being given.
    pub fn presenting(&self) -> Option<&Presenting> {
        self.presenting.as_ref()
    }

    /// Carries out an action of a talk.
    pub(super) fn present(&mut self, action: Present) -> Vec<Effect> {
        match action {
            Present::Start(place) => return self.start_talk(place),
            Present::StartHere => return self.give_talk(vec![current_view(self)], 0),
            Present::Leave if self.presenting.take().is_some() => {
                return vec![Effect::FillScreen(false)];
            }
            _ => {}
        }
        let Some(talk) = &mut self.presenting else {
            return Vec::new();
        };
        match action {
            Present::Next => talk.go_to(talk.place + 1),
            Present::Previous => talk.go_to(talk.place.saturating_sub(1)),
            Present::GoTo(place) => talk.go_to(place),
            Present::Black => talk.is_black = !talk.is_black,
            Present::Choose(lever) => talk.choose(lever),
            Present::SetLever {
                assumption,
                value,
                gesture,
            } => talk.set_lever(assumption, value, gesture),
            Present::SetYear(year) => talk.year = year,
            Present::Restore => {
                talk.year = talk.slide().year_in_view();
                talk.move_to(talk.world_of_slide());
            }
            Present::Replay => talk.replay(),
            Present::Advance(seconds) => talk.advance(seconds),
            Present::Predict => talk.predict(),
            Present::Guess { year, value } => talk.guess(year, value),
            Present::ClearGuess => talk.clear_guess(),
            Present::ToggleFan => {
                talk.shows_fan = !talk.shows_fan;
                talk.recompute();
            }
            Present::Toggle(aside) => {
                talk.aside = Some(aside).filter(|_| talk.aside != Some(aside));
            }
            Present::NextDisplay => return vec![Effect::NextDisplay],
            Present::Start(_) | Present::StartHere | Present::Leave => {}
        }
        Vec::new()
    }

    fn start_talk(&mut self, place: usize) -> Vec<Effect> {
        let slides = self.scenario().slides.clone();
        if slides.is_empty() {
            return self.give_talk(vec![current_view(self)], 0);
        }
        self.give_talk(slides, place)
    }

    fn give_talk(&mut self, slides: Vec<Slide>, place: usize) -> Vec<Effect> {
        self.finish_gesture();
        let fans = self.view.fans;
        self.presenting = Some(Presenting::start(self.scenario(), slides, place, fans));
        vec![Effect::FillScreen(true)]
    }
}
