//! Giving a talk: pages are turned, levers move on a scratch copy, the room guesses, and the
//! document stays as it was.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, pos2};
use egui_kittest::kittest::Queryable as _;
use suanli::app::{Command, Present, Presenting};
use suanli::model::Assumption;
use suanli::text::Language;

use crate::Session;

/// A window in which the first slide of a shipped talk is shown.
fn talk(language: Language) -> Session {
    let mut session = Session::open(language, None);
    session.apply(Command::OpenShipped("who_earns".to_owned()));
    press(&mut session, Key::F5);
    session
}

fn press(session: &mut Session, key: Key) {
    session.harness.key_press_modifiers(Modifiers::NONE, key);
    settle(session);
}

/// Levers take a moment to where they go.
fn settle(session: &mut Session) {
    session.harness.run_steps(8);
    assert!(
        session
            .app()
            .presenting()
            .is_none_or(|talk| !talk.is_moving())
    );
}

/// Carries an action out, and shows nothing yet.
fn act(session: &mut Session, action: Present) {
    let ctx = session.harness.ctx.clone();
    let window = session.harness.state_mut().as_mut();
    window
        .expect("a window")
        .apply(&ctx, Command::Present(action));
}

fn presenting(session: &Session) -> &Presenting {
    session.app().presenting().expect("a talk is given")
}

fn place(session: &Session) -> usize {
    presenting(session).place().0
}

#[test]
fn pages_are_turned_by_keys_and_by_a_clicker() {
    let mut session = talk(Language::En);
    session
        .harness
        .get_by_label_contains("Compute need grows from");
    for (key, wanted) in [
        (Key::ArrowRight, 1),
        (Key::PageDown, 2),
        (Key::Space, 3),
        (Key::PageUp, 2),
        (Key::ArrowLeft, 1),
        (Key::End, 7),
        (Key::ArrowRight, 7),
        (Key::Home, 0),
        (Key::ArrowLeft, 0),
    ] {
        press(&mut session, key);
        assert_eq!(place(&session), wanted, "{key:?}");
    }
    for key in [Key::Num4, Key::Enter] {
        press(&mut session, key);
    }
    assert_eq!(place(&session), 3, "a number and Enter go to that slide");
    press(&mut session, Key::Escape);
    assert!(session.app().presenting().is_none());
    session.harness.get_by_label_contains("Overview");
}

#[test]
fn levers_move_a_scratch_copy_and_one_key_puts_them_back() {
    let mut session = talk(Language::En);
    let document = session.app().scenario().clone();
    let slider = "Usage growth (tokens)";
    session.set_slider(slider, 6.0);
    let lever = Assumption::from_id("token_growth").expect("a lever");
    let value = |session: &Session| presenting(session).scenario().value(lever);
    assert_eq!(value(&session), 6.0);
    assert!(presenting(&session).is_edited());
    press(&mut session, Key::R);
    assert_eq!(value(&session).to_bits(), document.value(lever).to_bits());
    press(&mut session, Key::Num1);
    press(&mut session, Key::ArrowUp);
    assert!(
        value(&session) > document.value(lever),
        "the chosen lever goes up"
    );
    press(&mut session, Key::Escape);
    assert_eq!(*session.app().scenario(), document);
    assert!(!session.app().document().is_changed());
    assert!(session.app().document().history().undoable().is_none());
}

#[test]
fn levers_glide_from_slide_to_slide_and_the_last_change_is_shown_again() {
    let mut session = talk(Language::En);
    let lever = Assumption::from_id("export_restriction").expect("a lever");
    let value = |session: &Session| presenting(session).scenario().value(lever);
    act(&mut session, Present::GoTo(5));
    settle(&mut session);
    let before = value(&session);
    act(&mut session, Present::Next);
    act(&mut session, Present::Advance(0.3));
    let midway = value(&session);
    settle(&mut session);
    let after = value(&session);
    assert_eq!(after, 0.8);
    assert!(
        before < midway && midway < after,
        "{before} {midway} {after}"
    );
    act(&mut session, Present::Replay);
    assert_eq!(value(&session), before);
    settle(&mut session);
    assert_eq!(value(&session), after);
}

#[test]
fn the_room_guesses_before_it_sees_what_the_model_says() {
    let mut session = talk(Language::Zh);
    press(&mut session, Key::H);
    session.harness.get_by_label_contains("您猜");
    let shown = session.harness.query_by_label_contains("3.38");
    assert!(shown.is_none(), "the answer is on the sheet");
    for (year, value) in [(2028, 200.0), (2030, 500.0)] {
        session.apply(Command::Present(Present::Guess { year, value }));
    }
    session.apply(Command::Present(Present::Guess {
        year: 2024,
        value: 1.0,
    }));
    let guess = &presenting(&session).guessing().expect("a guess").values;
    let years: Vec<u16> = guess.keys().copied().collect();
    assert_eq!(years, [2028, 2030], "what was observed is not guessed");
    press(&mut session, Key::H);
    session.harness.get_by_label_contains("五年间");
    press(&mut session, Key::H);
    assert!(presenting(&session).guessing().is_none());
}

#[test]
fn a_guess_is_drawn_with_the_pointer() {
    let mut session = talk(Language::En);
    press(&mut session, Key::H);
    let drag = [pos2(760.0, 500.0), pos2(900.0, 470.0), pos2(1150.0, 400.0)];
    let button = |pressed, at| Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    let mut events = vec![Event::PointerMoved(drag[0]), button(true, drag[0])];
    events.extend(drag.map(Event::PointerMoved));
    events.push(button(false, drag[2]));
    for event in events {
        session.harness.event(event);
        session.harness.step();
    }
    let guess = presenting(&session).guessing().expect("a guess");
    assert!(guess.values.len() >= 3, "{:?}", guess.values);
}

/// Somebody who gave a talk for the first time found the guess only by pressing every letter.
#[test]
fn a_key_says_what_all_keys_do() {
    let mut session = Session::open(Language::En, None);
    session.apply(Command::OpenShipped("who_earns".to_owned()));
    session.press(Modifiers::NONE, Key::F5);
    session.press(Modifiers::NONE, Key::Questionmark);
    session.harness.get_by_label_contains("lets the room guess");
    session.press(Modifiers::NONE, Key::Questionmark);
    let told = session
        .harness
        .query_by_label_contains("lets the room guess");
    assert!(told.is_none());
}

#[test]
fn a_dark_screen_shows_nothing_and_comes_back() {
    let mut session = talk(Language::En);
    press(&mut session, Key::B);
    assert!(presenting(&session).is_black());
    assert!(
        session
            .harness
            .query_by_label_contains("Compute need grows")
            .is_none()
    );
    press(&mut session, Key::B);
    session.harness.get_by_label_contains("Compute need grows");
}

#[test]
fn without_slides_what_is_on_screen_is_presented_with_its_finding() {
    let mut session = Session::open(Language::En, None);
    press(&mut session, Key::F5);
    assert_eq!(presenting(&session).place(), (0, 1));
    let rails = session.harness.query_all_by_role(Role::Slider).count();
    assert_eq!(
        rails, 3,
        "the levers that were moved last, or the headline ones"
    );
}

#[test]
fn shortcuts_of_the_desk_do_nothing_while_a_talk_is_given() {
    let mut session = talk(Language::En);
    session.press(Modifiers::COMMAND, Key::N);
    session.press(Modifiers::COMMAND, Key::Num2);
    assert_eq!(place(&session), 0);
    assert_eq!(session.app().scenario().slides.len(), 8);
}
