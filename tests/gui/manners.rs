//! The manners of the whole window: keys, palette, zoom, currency, files, and the first start.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use suanli::app::{CATALOGUE, Command, Settings, Tab, Zoom};
use suanli::format::{Currency, Money, Numbers};
use suanli::model::{Assumption, Series};
use suanli::report::Span;
use suanli::text::{Language, Text};

use crate::{Session, words_of};

#[test]
fn the_keys_of_the_pages_lead_to_them() {
    let mut session = Session::open(Language::En, None);
    for (key, tab) in [
        (Key::Num2, Tab::Chain),
        (Key::Num3, Tab::China),
        (Key::Num4, Tab::Leasing),
        (Key::Num5, Tab::Uncertainty),
        (Key::Num6, Tab::Results),
        (Key::Num7, Tab::Compare),
        (Key::Num8, Tab::Evidence),
        (Key::Num1, Tab::Overview),
    ] {
        session.press(Modifiers::COMMAND, key);
        assert_eq!(session.app().view().tab, tab);
    }
}

/// Opens the palette and types into it.
fn find(session: &mut Session, words: &str) {
    session.press(Modifiers::COMMAND, Key::K);
    session
        .harness
        .get_by_role_and_label(Role::TextInput, "Find anything")
        .type_text(words);
    session.harness.run();
}

#[test]
fn the_palette_offers_every_command_that_can_be_carried_out() {
    let mut session = Session::open(Language::En, None);
    let names = &Text::of(Language::En).window.commands;
    // With nothing to undo or to reset, then with something of each.
    for is_changed in [false, true] {
        if is_changed {
            session.set_slider("GPU price", 0.0);
            session.set_slider("GPU supply", 0.4);
            session.apply(Command::Undo);
        }
        for entry in CATALOGUE.iter().filter(|entry| entry.key != "palette") {
            let name = &names[entry.key];
            find(&mut session, name);
            let options = session.harness.query_all_by_role(Role::ListBoxOption);
            let is_found = options
                .filter_map(|option| words_of(&option))
                .any(|words| words == *name);
            let is_enabled = (entry.command)(session.app()).is_enabled(session.app());
            assert_eq!(is_found, is_enabled, "{name}");
            session.press(Modifiers::NONE, Key::Escape);
        }
    }
}

#[test]
fn what_the_palette_found_is_carried_out_on_enter() {
    let mut session = Session::open(Language::En, None);
    for words in ["dark", "leasing", "dollars or yuan"] {
        find(&mut session, words);
        session.press(Modifiers::NONE, Key::Enter);
        assert!(!session.app().view().palette, "{words}");
    }
    let view = session.app().view();
    assert_eq!(view.theme, suanli::theme::Theme::Dark);
    assert_eq!(view.tab, Tab::Leasing);
    assert_eq!(view.currency, Currency::Cny);
}

#[test]
fn escape_leaves_the_palette_with_nothing_done() {
    let mut session = Session::open(Language::En, None);
    session.press(Modifiers::COMMAND, Key::K);
    assert!(session.app().view().palette);
    session.press(Modifiers::NONE, Key::Escape);
    assert!(!session.app().view().palette);
    assert!(session.app().scenario().changes.is_empty());
}

#[test]
fn money_is_shown_in_yuan_at_the_scenarios_rate() {
    let mut session = Session::open(Language::En, None);
    session.harness.get_by_label("¥").click();
    session.harness.run();
    let spent = |session: &Session| {
        let rate = session.app().scenario().value(Assumption::Fx);
        let numbers = Numbers::of("en").with_money(Money::new(Currency::Cny, rate));
        let year = session.app().view().year;
        let capex = session.app().run().get(Series::Capex, year);
        numbers.amount(capex, "billion USD").to_string()
    };
    let shown = session.label_starting("AI infra spending 2030");
    assert!(shown.contains(&spent(&session)), "{shown}");
    session.apply(Command::SetLever {
        assumption: Assumption::Fx,
        value: 8.0,
        gesture: suanli::app::Gesture::Done,
    });
    let shown = session.label_starting("AI infra spending 2030");
    assert!(shown.contains(&spent(&session)), "{shown}");
}

#[test]
fn a_price_typed_in_yuan_is_kept_in_dollars() {
    let mut session = Session::open(Language::En, None);
    session.apply(Command::SetCurrency(Currency::Cny));
    session.apply(Command::SeekLever(Assumption::BaseRent));
    let name = &Assumption::BaseRent.info().label.en;
    session.type_value(name, "14.2", Key::Enter);
    let value = session.app().scenario().value(Assumption::BaseRent);
    assert!(
        (value - 2.0).abs() < 1e-12,
        "14.2 yuan at 7.1 are 2 dollars: {value}"
    );
}

#[test]
fn everything_is_made_larger_and_smaller_within_limits() {
    let mut session = Session::open(Language::En, None);
    session.press(Modifiers::COMMAND, Key::Equals);
    assert_eq!(session.app().view().zoom.percent(), 110);
    for _ in 0..30 {
        session.press(Modifiers::COMMAND, Key::Equals);
    }
    assert_eq!(session.app().view().zoom.percent(), 300);
    session.press(Modifiers::COMMAND, Key::Num0);
    for _ in 0..10 {
        session.press(Modifiers::COMMAND, Key::Minus);
    }
    assert_eq!(session.app().view().zoom.percent(), 60);
    assert_eq!(session.app().settings().zoom, Zoom::from(60), "remembered");
}

#[test]
fn a_file_dropped_on_the_window_is_opened() {
    let mut session = Session::open(Language::En, None);
    session.drop_file("scenarios/export_ban.ron");
    assert_eq!(session.app().scenario().name.en, "Export ban");
}

#[test]
fn a_file_that_is_opened_is_not_given_the_name_that_was_being_typed_for_another() {
    let mut session = Session::open(Language::En, None);
    session.press(Modifiers::COMMAND, Key::I);
    let name = "Name in English";
    let field = session.harness.get_by_role_and_label(Role::TextInput, name);
    field.focus();
    session.harness.run();
    let field = session.harness.get_by_role_and_label(Role::TextInput, name);
    field.type_text("Old world ");
    session.harness.run();

    session.drop_file("scenarios/export_ban.ron");
    assert!(session.app().view().describing, "drops wait meanwhile");
    assert_ne!(session.app().scenario().name.en, "Export ban");

    session.apply(Command::OpenPath("scenarios/export_ban.ron".into()));
    assert!(!session.app().view().describing);
    session.press(Modifiers::COMMAND, Key::I);
    session.harness.get_by_label("Done").click();
    session.harness.run();
    assert_eq!(session.app().scenario().name.en, "Export ban");
    assert!(!session.app().document().is_changed());
}

#[test]
fn files_that_are_dropped_under_a_question_or_the_palette_are_ignored() {
    let mut session = Session::open(Language::En, None);
    session.press(Modifiers::COMMAND, Key::K);
    session.drop_file("scenarios/export_ban.ron");
    assert_ne!(session.app().scenario().name.en, "Export ban");
    session.press(Modifiers::NONE, Key::Escape);

    session.set_slider("GPU price", 0.0);
    session.press(Modifiers::COMMAND, Key::N);
    session.drop_file("scenarios/export_ban.ron");
    session.harness.get_by_label("Don’t save").click();
    session.harness.run();
    assert!(session.app().scenario().changes.is_empty(), "New it was");
}

#[test]
fn name_and_story_are_edited_in_one_step() {
    let mut session = Session::open(Language::En, None);
    session.press(Modifiers::COMMAND, Key::I);
    let name = "Name in English";
    session
        .harness
        .get_by_role_and_label(Role::TextInput, name)
        .focus();
    session.harness.run();
    session.press(Modifiers::COMMAND, Key::A);
    session
        .harness
        .get_by_role_and_label(Role::TextInput, name)
        .type_text("My world");
    session.harness.run();
    session.harness.get_by_label("Done").click();
    session.harness.run();
    assert_eq!(session.app().scenario().name.en, "My world");
    assert!(session.app().document().is_changed());
    session.press(Modifiers::COMMAND, Key::Z);
    assert_ne!(session.app().scenario().name.en, "My world");
}

#[test]
fn the_first_start_shows_a_finished_example_and_asks_nothing() {
    let settings = Settings {
        language: Some(Language::En),
        is_first_start: true,
        ..Settings::default()
    };
    let session = Session::started(settings);
    assert!(!session.app().scenario().changes.is_empty());
    assert!(!session.app().document().is_changed());
    assert!(session.app().question().is_none() && session.app().notice().is_none());
    session.harness.get_by_label_contains("Power is the limit");
    assert!(session.has_settings(), "the next start is not the first");
}

#[test]
fn the_window_starts_with_any_years_that_were_remembered() {
    for (first, last) in [(2022, 2027), (2030, 2025), (2032, 2032), (9, 9), (2032, 9)] {
        let mut session = Session::started(Settings {
            language: Some(Language::En),
            span: Span { first, last },
            ..Settings::default()
        });
        for &tab in Tab::ALL {
            session.apply(Command::SetTab(tab));
        }
        let view = session.app().view();
        assert!(view.span.holds(view.year.calendar()), "{first} to {last}");
    }
}

#[test]
fn levers_are_hidden_for_room_and_come_back() {
    let mut session = Session::open(Language::En, None);
    let wide = session.sliders();
    session.press(Modifiers::COMMAND, Key::L);
    assert_eq!(
        session.sliders(),
        wide,
        "the headline levers stay, as a strip"
    );
    session
        .harness
        .get_by_label("Show or hide the levers")
        .click();
    session.harness.run();
    session
        .harness
        .get_by_label("Search 137 further assumptions");
}

#[test]
fn every_page_works_in_small_windows_and_large_ones() {
    for size in [
        [427.0, 240.0],
        [720.0, 450.0],
        [900.0, 600.0],
        [1920.0, 1080.0],
    ] {
        for language in [Language::En, Language::Zh] {
            let mut session = Session::sized(language, None, size);
            for &tab in Tab::ALL {
                session.apply(Command::SetTab(tab));
            }
            session.apply(Command::ToggleLevers);
            session.apply(Command::ToggleLevers);
        }
    }
}
