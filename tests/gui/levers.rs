//! Levers: where they come from, and back to where they were.

use std::fs;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use suanli::app::{Command, ResetTo};
use suanli::model::Assumption;
use suanli::report::{Locale, World, reading};
use suanli::text::Language;

use crate::Session;

#[test]
fn a_lever_goes_back_to_what_was_saved_to_the_baseline_and_to_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mine.ron");
    fs::copy("scenarios/power_wall.ron", &path).expect("a copy");
    let mut session = Session::open(Language::En, Some(path));
    let growth = Assumption::ModelGrowth;
    let value = |session: &Session| session.app().scenario().value(growth);
    assert!((value(&session) - 5.2).abs() < 1e-12);
    session.set(growth, 6.0);
    session.set(growth, 7.0);

    session.slider("Model growth").click_secondary();
    session.harness.run();
    session
        .harness
        .get_by_label("Back to the value before, ×6/yr")
        .click();
    session.harness.run();
    assert!((value(&session) - 6.0).abs() < 1e-12);

    session
        .harness
        .get_by_label("Reset to the saved value, ×5.2/yr")
        .click();
    session.harness.run();
    assert!((value(&session) - 5.2).abs() < 1e-12);

    session
        .harness
        .get_by_label("Reset to the baseline, ×4.8/yr")
        .click();
    session.harness.run();
    assert!(!session.app().scenario().changes.contains_key(&growth));
    session.press(Modifiers::COMMAND, Key::Z);
    assert!((value(&session) - 5.2).abs() < 1e-12, "a reset is undone");
}

#[test]
fn a_click_on_the_unit_of_a_value_starts_typing() {
    let mut session = Session::open(Language::En, None);
    let name = &Assumption::ModelGrowth.info().label.en;
    let field = session
        .harness
        .get_by_role_and_label(Role::TextInput, name)
        .rect();
    // The unit stands right of what is typed, inside the frame.
    let unit = eframe::egui::pos2(field.right() + 12.0, field.center().y);
    session.harness.hover_at(unit);
    session.harness.step();
    session.harness.drag_at(unit);
    session.harness.step();
    session.harness.drop_at(unit);
    session.harness.run();
    session
        .harness
        .get_by_role_and_label(Role::TextInput, name)
        .type_text("6.5");
    session.harness.run();
    session.press(Modifiers::NONE, Key::Enter);
    let value = session.app().scenario().value(Assumption::ModelGrowth);
    assert!((value - 6.5).abs() < 1e-12, "{value}");
}

#[test]
fn a_right_click_on_a_rail_moves_nothing() {
    let mut session = Session::open(Language::En, None);
    session.slider("GPU supply").click_secondary();
    session.harness.run();
    assert!(session.app().scenario().changes.is_empty());
}

#[test]
fn details_tell_the_source_and_how_well_a_value_is_known() {
    let mut session = Session::open(Language::En, None);
    session
        .harness
        .get_by_label("About Model growth (frontier training compute)")
        .click();
    session.harness.run();
    session
        .harness
        .get_by_label_contains("counted or published");
    let sources = session.harness.query_all_by_label_contains("Epoch AI");
    assert!(sources.count() >= 2, "besides the credit at the bottom");
    let field = |name| session.harness.get_by_role_and_label(Role::TextInput, name);
    field("P5 of Model growth (frontier training compute)");
    field("P95 of Model growth (frontier training compute)");
    session.harness.get_by_label("median ×4.8/yr");
    session.harness.get_by_label_contains("model_growth");
}

#[test]
fn only_changed_levers_are_listed_on_demand() {
    let mut session = Session::open(Language::En, None);
    session.set(Assumption::DiscountRate, 0.2);
    session.harness.get_by_label("Only changed levers").click();
    session.harness.run();
    session.slider("Discount rate");
    assert_eq!(session.sliders(), 4 + 1 + 1, "headline, changed, year");
    session.apply(Command::ResetLever {
        assumption: Assumption::DiscountRate,
        to: ResetTo::Baseline,
    });
    session
        .harness
        .get_by_label("Nothing is changed among these.");
}

#[test]
fn a_lever_says_what_its_value_means_and_how_unusual_it_is() {
    let mut session = Session::open(Language::En, None);
    session.apply(Command::SeekLever(Assumption::PowerLimitGrowth));
    // 25 % a year for seven years: 1.25⁷ is 4.8; ln 2 / ln 1.25 is 3.1 years.
    session.set(Assumption::PowerLimitGrowth, 0.25);
    session
        .harness
        .get_by_label("doubles in 3.1 years; ×4.8 by 2032 at this pace");
    session.set(Assumption::PriceElasticity, 3.9);
    session.apply(Command::SeekLever(Assumption::PriceElasticity));
    session
        .harness
        .get_by_label_contains("1 % dearer: 3.9 % less bought");
}

#[test]
fn the_palette_finds_a_lever_and_puts_the_cursor_into_it() {
    let mut session = Session::open(Language::En, None);
    session.press(Modifiers::COMMAND, Key::K);
    session
        .harness
        .get_by_role_and_label(Role::TextInput, "Find anything")
        .type_text("discount");
    session.harness.run();
    session.press(Modifiers::NONE, Key::Enter);
    let field = session
        .harness
        .get_by_role_and_label(Role::TextInput, "Discount rate");
    assert!(field.is_focused());
    session.harness.run();
    session
        .harness
        .get_by_role_and_label(Role::TextInput, "Discount rate")
        .type_text("20");
    session.press(Modifiers::NONE, Key::Enter);
    let value = session.app().scenario().value(Assumption::DiscountRate);
    assert!((value - 0.2).abs() < 1e-12, "per cent: {value}");
    assert!(session.app().view().sought.is_none());
}

#[test]
fn every_lever_tells_its_value_to_those_who_cannot_see_it() {
    let session = Session::open(Language::En, None);
    let slider = session.slider("GPU supply");
    let told = slider.accesskit_node().value().unwrap_or_default();
    assert_eq!(told, "+28\u{a0}%/yr");
}

#[test]
fn every_lever_has_a_reading_in_both_languages() {
    for language in [Language::En, Language::Zh] {
        let mut session = Session::open(language, None);
        for &lever in Assumption::ALL {
            session.apply(Command::SeekLever(lever));
            assert!(session.app().view().sought.is_none(), "{}", lever.id());
            let app = session.app();
            let world = World {
                fan: None,
                scenario: app.scenario(),
                run: app.run(),
                baseline: app.baseline_run(),
                year: app.view().year,
                span: app.view().span,
                locale: Locale::of(language),
            };
            let told = reading(&world, lever);
            assert!(
                !told.trim().is_empty() && !told.contains(['{', '}']),
                "{told}"
            );
            let is_shown = session
                .harness
                .query_all_by_label_contains(&told)
                .next()
                .is_some();
            assert!(is_shown, "{}: {told}", lever.id());
        }
    }
}
