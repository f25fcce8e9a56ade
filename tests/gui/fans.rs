//! Fans in charts: shown and hidden, while a lever moves and after it.

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use suanli::analysis::{Cell, Percentiles};
use suanli::app::{Command, Draws, Gesture, Tab};
use suanli::model::{Assumption, Series, Year};
use suanli::text::Language;

use super::Session;

fn spending(session: &Session) -> Percentiles {
    let cell = Cell {
        series: Series::Capex,
        year: Year::from_calendar(2030).expect("a year of the run"),
    };
    let fan = session.app().fan().expect("a fan");
    fan.get(cell).expect("spending is in it")
}

fn drag(session: &mut Session, value: f64, gesture: Gesture) {
    session.apply(Command::SetLever {
        assumption: Assumption::GpuSupplyGrowth,
        value,
        gesture,
    });
    session.harness.run();
}

#[test]
fn a_key_shows_fans_in_charts_and_hides_them() {
    let mut session = Session::open(Language::En, None);
    assert!(session.app().fan().is_none(), "nothing is drawn unasked");
    session.press(Modifiers::COMMAND, Key::F);
    session.wait_for_fan();
    let fan = session.app().fan().expect("a fan");
    assert_eq!(fan.samples(), Draws::default().count());
    assert!(fan.is_whole());
    session.harness.get_by_label_contains("32,768 samples");
    session.press(Modifiers::COMMAND, Key::F);
    assert!(session.app().fan().is_none());
}

#[test]
fn a_fan_follows_the_finger_and_is_whole_after_it() {
    let mut session = Session::open(Language::En, None);
    session.apply(Command::SetTab(Tab::Uncertainty));
    session.apply(Command::SetDraws(Draws::ALL[0]));
    session.wait_for_fan();
    let before = spending(&session);
    drag(&mut session, 0.9, Gesture::Live);
    let during = spending(&session);
    assert!(
        !session.app().is_making_fan(),
        "a drag leaves the worker alone"
    );
    assert_ne!(before, during);
    drag(&mut session, 0.9, Gesture::Done);
    session.wait_for_fan();
    // The same draws of the same scenario: the number does not jump when the finger is lifted.
    assert_eq!(spending(&session), during);
    // Not until all is quiet: on a busy machine the window tells how far the fan has come.
    (session.harness).key_press_modifiers(Modifiers::COMMAND, Key::Z);
    session.harness.step();
    session.wait_for_fan();
    assert_eq!(
        spending(&session),
        before,
        "the same scenario, the same fan"
    );
}

#[test]
fn what_has_nothing_to_do_with_the_scenario_leaves_the_fan_alone() {
    let mut session = Session::open(Language::En, None);
    session.apply(Command::SetFans(true));
    session.wait_for_fan();
    let before = spending(&session);
    session.apply(Command::SetLanguage(Language::Zh));
    session.apply(Command::SetTab(Tab::Leasing));
    assert!(
        !session.app().is_making_fan(),
        "all results are in it already"
    );
    assert_eq!(spending(&session), before);
}
