//! The form for a supplier of the user's own: what is typed is neither lost nor mixed up.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use suanli::app::{Command, SupplierForm, Tab};
use suanli::model::Segment;
use suanli::model::suppliers::Origin;
use suanli::scenario::suppliers::{OwnSupplier, SupplierChange};
use suanli::text::{Language, Words};

use crate::Session;

/// The page of suppliers with the form on it.
fn open(form: SupplierForm) -> Session {
    let mut session = Session::open(Language::En, None);
    session.apply(Command::SetTab(Tab::Chain));
    session.apply(Command::AskForSupplier(form));
    session
}

fn is_open(session: &Session) -> bool {
    let shown = session.harness.query_by_label("Ticker").is_some();
    assert_eq!(shown, session.app().view().supplier_form.is_some());
    shown
}

fn type_into(session: &mut Session, name: &str, words: &str) {
    let field = session.harness.get_by_role_and_label(Role::TextInput, name);
    field.focus();
    session.harness.run();
    let field = session.harness.get_by_role_and_label(Role::TextInput, name);
    field.type_text(words);
    session.harness.run();
}

fn value(session: &Session, name: &str) -> String {
    let field = session.harness.get_by_role_and_label(Role::TextInput, name);
    field.accesskit_node().value().unwrap_or_default()
}

fn press(session: &mut Session, button: &str) {
    let button = session.harness.get_by_role_and_label(Role::Button, button);
    button.click();
    session.harness.run_steps(8);
}

/// A supplier named in Chinese only, with a share that no field shows in full.
fn chinese() -> OwnSupplier {
    OwnSupplier {
        name: Words {
            en: String::new(),
            zh: "我的光模块".to_owned(),
        },
        ticker: String::new(),
        segment: Segment::Optics,
        origin: Origin::China,
        share: 0.012_345_678_901_2,
    }
}

fn with_chinese() -> (Session, OwnSupplier) {
    let mut session = Session::open(Language::En, None);
    session.apply(Command::SetTab(Tab::Chain));
    session.apply(Command::ChangeSupplier {
        id: "mine".to_owned(),
        change: SupplierChange::Own(chinese()),
    });
    session.apply(Command::AskForSupplier(SupplierForm::Of("mine".to_owned())));
    assert!(is_open(&session));
    (session, chinese())
}

#[test]
fn shortcuts_do_nothing_under_the_form() {
    let mut session = open(SupplierForm::New);
    type_into(&mut session, "Name", "My Optics");
    for key in [Key::Num1, Key::N, Key::K, Key::I, Key::L] {
        session.press(Modifiers::COMMAND, key);
    }
    let view = session.app().view();
    assert_eq!(view.tab, Tab::Chain);
    assert!(!view.palette && !view.describing && view.levers.is_none());
    assert!(is_open(&session));
    assert_eq!(value(&session, "Name"), "My Optics");
    session.press(Modifiers::COMMAND, Key::Z);
    assert_ne!(value(&session, "Name"), "My Optics", "typing is undone");
}

#[test]
fn a_click_beside_the_form_loses_nothing() {
    let mut session = open(SupplierForm::New);
    type_into(&mut session, "Name", "My Optics");
    session.harness.drag_at(pos2(20.0, 500.0));
    session.harness.drop_at(pos2(20.0, 500.0));
    session.harness.run();
    assert!(is_open(&session));
    assert_eq!(value(&session, "Name"), "My Optics");
    session.press(Modifiers::NONE, Key::Escape);
    assert!(!is_open(&session));
    session.apply(Command::AskForSupplier(SupplierForm::New));
    assert_eq!(value(&session, "Name"), "", "a new form is empty");
}

#[test]
fn a_world_that_is_opened_closes_the_form() {
    let mut session = open(SupplierForm::New);
    type_into(&mut session, "Name", "My Optics");
    session.drop_file("scenarios/export_ban.ron");
    assert!(is_open(&session), "drops wait meanwhile");
    session.apply(Command::OpenPath("scenarios/export_ban.ron".into()));
    assert!(!is_open(&session));
}

#[test]
fn an_empty_form_says_what_is_missing_until_it_is_mended_and_its_buttons_stay() {
    let mut session = open(SupplierForm::New);
    let place = |session: &Session| {
        let add = session.harness.get_by_role_and_label(Role::Button, "Add");
        add.rect()
    };
    let before = place(&session);
    let says = |session: &Session, words| session.harness.query_by_label(words).is_some();
    let (no_name, no_share) = (
        "A supplier needs a name.",
        "A supplier needs a share: 5 means 5 %.",
    );
    assert!(!says(&session, no_name), "nobody is blamed in advance");
    press(&mut session, "Add");
    assert!(says(&session, no_name));
    assert_eq!(place(&session), before);
    type_into(&mut session, "Name", "My Optics");
    assert!(!says(&session, no_name) && says(&session, no_share));
    type_into(&mut session, "Share, %", "9");
    session.harness.get_by_label_contains("Only 8");
    assert_eq!(place(&session), before);
    session.press(Modifiers::COMMAND, Key::A);
    type_into(&mut session, "Share, %", "5");
    assert!(session.harness.query_by_label_contains("Only 8").is_none());
    press(&mut session, "Add");
    assert!(!is_open(&session));
    assert_eq!(session.app().scenario().suppliers.len(), 1);
}

#[test]
fn a_name_in_the_other_language_is_not_copied_into_this_one() {
    let (mut session, own) = with_chinese();
    assert_eq!(value(&session, "Name"), "");
    type_into(&mut session, "Ticker", "300999.SZ");
    press(&mut session, "Apply");
    let expected = OwnSupplier {
        ticker: "300999.SZ".to_owned(),
        ..own
    };
    let now = &session.app().scenario().suppliers["mine"];
    assert_eq!(
        now,
        &SupplierChange::Own(expected),
        "all else to the last bit"
    );
}

#[test]
fn a_form_in_which_nothing_was_changed_is_no_step() {
    let (mut session, own) = with_chinese();
    press(&mut session, "Apply");
    assert!(!is_open(&session));
    let suppliers = &session.app().scenario().suppliers;
    assert_eq!(suppliers["mine"], SupplierChange::Own(own));
    session.apply(Command::Undo);
    assert!(session.app().scenario().suppliers.is_empty());
}
