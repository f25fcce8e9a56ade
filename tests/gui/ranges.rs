//! Likely ranges of levers, typed in their details; what the ranges do to the chosen output.

use std::fs;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use suanli::app::{Command, Tab};
use suanli::model::{Assumption, Series};
use suanli::scenario::file;
use suanli::text::Language;

use crate::Session;

const GROWTH: Assumption = Assumption::ModelGrowth;
const LOW: &str = "P5 of Model growth (frontier training compute)";
const HIGH: &str = "P95 of Model growth (frontier training compute)";

/// The window on a file of its own, with the details of a lever open.
fn with_details(file: &str) -> (Session, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mine.ron");
    fs::copy(file, &path).expect("a copy");
    let mut session = Session::open(Language::En, Some(path));
    open_details(&mut session, Language::En);
    (session, folder)
}

fn open_details(session: &mut Session, language: Language) {
    let name = match language {
        Language::En => "About Model growth (frontier training compute)",
        Language::Zh => "模型增长（前沿训练算力）：说明",
    };
    session.harness.get_by_label(name).click();
    session.harness.run();
}

#[test]
fn a_typed_end_becomes_the_scenarios_own_and_can_be_given_back() {
    let (mut session, _folder) = with_details("scenarios/baseline.ron");
    session.type_value(HIGH, "7.5", Key::Enter);
    assert_eq!(session.app().scenario().ranges[&GROWTH], (3.8, 7.5));
    session.harness.get_by_label("your range");
    session.harness.get_by_label_contains("90 of 100 draws lie");
    session.type_value(LOW, "3", Key::Enter);
    assert_eq!(session.app().scenario().ranges[&GROWTH], (3.0, 7.5));
    assert!(session.app().document().is_changed());

    let undo = "Undo: likely range of Model growth (frontier training compute)";
    session.harness.get_by_label(undo);
    session.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(session.app().scenario().ranges[&GROWTH], (3.8, 7.5));
    session.press(Modifiers::COMMAND, Key::Z);
    assert!(session.app().scenario().ranges.is_empty());
    session.press(Modifiers::COMMAND, Key::Y);

    session
        .harness
        .get_by_label("Reset to baseline (×3.8 to ×6/yr)")
        .click();
    session.harness.run();
    assert!(session.app().scenario().ranges.is_empty());
    assert!(session.harness.query_by_label("your range").is_none());
}

#[test]
fn a_range_is_saved_and_opened_again() {
    let (mut session, folder) = with_details("scenarios/baseline.ron");
    session.type_value(HIGH, "7.5", Key::Enter);
    session.press(Modifiers::COMMAND, Key::S);
    assert!(!session.app().document().is_changed());
    let path = folder.path().join("mine.ron");
    let saved = file::read(&path).expect("valid");
    assert_eq!(saved.ranges[&GROWTH], (3.8, 7.5));

    let mut session = Session::open(Language::En, Some(path));
    open_details(&mut session, Language::En);
    session.harness.get_by_label("your range");
    session.harness.get_by_label_contains("×3.8/yr and ×7.5/yr");
}

#[test]
fn ends_on_the_wrong_side_of_the_value_are_refused_in_words() {
    let (mut session, _folder) = with_details("scenarios/baseline.ron");
    session.type_value(LOW, "5.5", Key::Enter);
    session
        .harness
        .get_by_label("P5 must lie from ×1/yr to ×4.8/yr.");
    session.type_value(HIGH, "much", Key::Enter);
    session.harness.get_by_label_contains("“much” is no number");
    assert!(session.app().scenario().ranges.is_empty());
    session.type_value(HIGH, "6.5", Key::Enter);
    assert!(
        session
            .harness
            .query_by_label_contains("is no number")
            .is_none()
    );
}

#[test]
fn a_lever_with_an_own_range_counts_as_changed() {
    let mut session = Session::open(Language::En, None);
    session.apply(Command::New);
    session.apply(Command::SetRange {
        assumption: Assumption::DiscountRate,
        range: Some((0.05, 0.2)),
    });
    session.harness.get_by_label("Only changed levers").click();
    session.harness.run();
    session.slider("Discount rate");
    assert_eq!(session.sliders(), 4 + 1 + 1, "headline, changed, year");
    session
        .harness
        .get_by_label("Reset all levers to the baseline")
        .click();
    session.harness.run();
    assert!(session.app().scenario().ranges.is_empty());
}

#[test]
fn bars_say_what_each_lever_does_to_the_chosen_output() {
    let mut session = Session::open(Language::En, None);
    session.apply(Command::New);
    session
        .label_starting("AI infrastructure spending in 2030 against now. Light bar, P5 (×3.8/yr)");
    session.apply(Command::SetOutput(Series::Rent));
    session.apply(Command::SeekLever(Assumption::BaseRent));
    session.label_starting("Rent in 2030 against now. Light bar, P5 ($");
    session.label_starting("Rent in 2030: this lever does not move it");
    let caption = "Bars: effect on Rent 2030";
    session
        .harness
        .get_by_role_and_label(Role::Link, caption)
        .click();
    session.harness.run();
    assert_eq!(session.app().view().tab, Tab::Uncertainty);
}

#[test]
fn details_tell_how_steeply_the_chosen_output_follows() {
    for (language, name, output, point) in [
        (
            Language::En,
            "Elasticity",
            "moves AI infrastructure spending in 2030 by ",
            "at this point",
        ),
        (
            Language::Zh,
            "弹性",
            "使 2030 年“AI 基建投资”变动",
            "在当前取值处",
        ),
    ] {
        let mut session = Session::open(language, None);
        open_details(&mut session, language);
        session.harness.get_by_label(name);
        let sentence = session.harness.get_by_label_contains(output);
        let told = crate::words_of(&sentence).expect("words");
        assert!(told.contains(point), "{told}");
    }
}

#[test]
fn an_end_that_is_left_by_a_click_beside_the_details_is_kept() {
    let (mut session, _folder) = with_details("scenarios/baseline.ron");
    session
        .harness
        .get_by_role_and_label(Role::TextInput, HIGH)
        .focus();
    session.harness.run();
    session
        .harness
        .get_by_role_and_label(Role::TextInput, HIGH)
        .type_text("7.5");
    session.harness.run();
    let beside = eframe::egui::pos2(1000.0, 700.0);
    session.harness.hover_at(beside);
    session.harness.step();
    session.harness.drag_at(beside);
    session.harness.step();
    session.harness.drop_at(beside);
    session.harness.run();
    assert!(session.harness.query_by_label(HIGH).is_none(), "closed");
    assert_eq!(session.app().scenario().ranges[&GROWTH], (3.8, 7.5));
}
