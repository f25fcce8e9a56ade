//! What people do, step by step.

use std::fs;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable as _;
use suanli::app::Command;
use suanli::model::{Assumption, Series};
use suanli::scenario::{Baseline, Scenario, file};
use suanli::text::Language;

use crate::Session;

const SPENDING: &str = "AI infra spending 2030";

#[test]
fn a_moved_lever_moves_the_key_figures_in_the_same_frame() {
    let mut session = Session::open(Language::En, None);
    let before = session.label_starting(SPENDING);
    session.set_slider("GPU price", 0.0);
    let after = session.label_starting(SPENDING);
    assert_ne!(before, after);
    let shown = session
        .app()
        .run()
        .get(Series::Capex, session.app().view().year);
    assert!(
        after.contains(&format!("${:.2}", shown / 1e3)),
        "{after} is not {shown}"
    );
    assert!(
        session
            .label_starting("Since your last move")
            .contains("GPU price +6\u{a0}% → 0\u{a0}%")
    );
}

#[test]
fn dragging_a_lever_is_one_step_of_history() {
    let mut session = Session::open(Language::En, None);
    let thumb = session.slider("Model growth").rect().center();
    session.harness.drag_at(thumb);
    for step in 1_u8..=10 {
        session
            .harness
            .hover_at(thumb + vec2(6.0 * f32::from(step), 0.0));
        session.harness.step();
        assert!(step == 1 || session.app().is_dragging());
    }
    session.harness.drop_at(thumb + vec2(60.0, 0.0));
    session.harness.run();
    let moved = session.app().scenario().value(Assumption::ModelGrowth);
    assert!(moved > 4.8, "{moved}");
    session.press(Modifiers::COMMAND, Key::Z);
    assert!(
        session.app().scenario().changes.is_empty(),
        "one undo takes all of it back"
    );
    session.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    let again = session.app().scenario().value(Assumption::ModelGrowth);
    assert_eq!(again.to_bits(), moved.to_bits());
}

#[test]
fn a_typed_value_counts_on_enter_and_not_on_escape() {
    let mut session = Session::open(Language::En, None);
    session.type_value(
        "Model growth (frontier training compute)",
        "6.5",
        Key::Escape,
    );
    assert!(
        session.app().scenario().changes.is_empty(),
        "Escape brings the old value back"
    );
    session.type_value(
        "Model growth (frontier training compute)",
        "×5.5",
        Key::Enter,
    );
    assert!((session.app().scenario().value(Assumption::ModelGrowth) - 5.5).abs() < 1e-12);
    session.type_value("GPU supply growth (units)", "７％", Key::Enter);
    assert!((session.app().scenario().value(Assumption::GpuSupplyGrowth) - 0.07).abs() < 1e-12);
}

#[test]
fn a_typed_value_that_cannot_be_says_why_and_changes_nothing() {
    let mut session = Session::open(Language::En, None);
    session.type_value(
        "Model growth (frontier training compute)",
        "nan",
        Key::Enter,
    );
    session.harness.get_by_label_contains("is no number");
    session.type_value("Model growth (frontier training compute)", "99", Key::Enter);
    session.harness.get_by_label_contains("The model takes ×1");
    assert!(session.app().scenario().changes.is_empty());
}

#[test]
fn looking_at_a_field_changes_nothing() {
    let mut session = Session::open(Language::En, None);
    // 1.505 is shown in full; a value with more digits would be rounded if it were read back.
    session.apply(Command::SetLever {
        assumption: Assumption::ModelGrowth,
        value: 4.123_456_789_012,
        gesture: suanli::app::Gesture::Done,
    });
    let name = "Model growth (frontier training compute)";
    session
        .harness
        .get_by_role_and_label(Role::TextInput, name)
        .focus();
    session.harness.run();
    session.harness.key_press(Key::Tab);
    session.harness.run();
    let value = session.app().scenario().value(Assumption::ModelGrowth);
    assert_eq!(value.to_bits(), 4.123_456_789_012_f64.to_bits());
}

#[test]
fn the_keyboard_moves_a_lever() {
    let mut session = Session::open(Language::En, None);
    session.slider("GPU supply").focus();
    session.harness.run();
    session.harness.key_press(Key::ArrowRight);
    session.harness.run();
    let up = session.app().scenario().value(Assumption::GpuSupplyGrowth);
    assert!(up > 0.28 && up < 0.32, "{up}");
    session.harness.key_press(Key::Home);
    session.harness.run();
    let least = session.app().scenario().value(Assumption::GpuSupplyGrowth);
    assert_eq!(
        least.to_bits(),
        Assumption::GpuSupplyGrowth.info().min.to_bits()
    );
}

#[test]
fn the_wheel_over_a_lever_does_not_move_it() {
    let mut session = Session::open(Language::En, None);
    let thumb = session.slider("GPU supply").rect().center();
    session.harness.hover_at(thumb);
    session.harness.step();
    session.harness.event(eframe::egui::Event::MouseWheel {
        unit: eframe::egui::MouseWheelUnit::Line,
        delta: vec2(0.0, -3.0),
        phase: eframe::egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: eframe::egui::MouseWheelSource::Wheel,
    });
    session.harness.run();
    assert!(session.app().scenario().changes.is_empty());
}

#[test]
fn the_language_switches_every_word_and_is_not_undone() {
    let mut session = Session::open(Language::En, None);
    session.set_slider("GPU price", 0.0);
    session.harness.get_by_label("中").click();
    session.harness.run();
    session.label_starting("AI 基建投资 2030");
    session.press(Modifiers::COMMAND, Key::Z);
    assert!(session.app().scenario().changes.is_empty());
    assert_eq!(session.app().view().language, Language::Zh);
}

#[test]
fn a_file_is_opened_edited_undone_and_saved() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mine.ron");
    fs::copy("scenarios/export_ban.ron", &path).expect("a copy");
    let mut session = Session::open(Language::En, Some(path.clone()));
    assert!(!session.app().document().is_changed());
    session
        .harness
        .get_by_label_contains("Export ban (mine.ron)");

    session.set_slider("GPU price", 0.1);
    session.set_slider("GPU supply", 0.4);
    assert!(session.app().document().is_changed());
    session
        .harness
        .get_by_label("Export ban (mine.ron) – Unsaved changes");
    session.press(Modifiers::COMMAND, Key::Z);
    session.press(Modifiers::COMMAND, Key::S);
    assert!(!session.app().document().is_changed());

    let saved = file::read(&path).expect("a scenario");
    assert_eq!(&saved, session.app().scenario());
    assert!((saved.value(Assumption::ChipPriceChange) - 0.1).abs() < 1e-12);
    assert!(
        (saved.value(Assumption::GpuSupplyGrowth) - 0.28).abs() < 1e-12,
        "this was undone"
    );
}

#[test]
fn unsaved_changes_are_asked_about() {
    let mut session = Session::open(Language::En, None);
    session.set_slider("GPU price", 0.0);
    session.press(Modifiers::COMMAND, Key::N);
    session
        .harness
        .get_by_label_contains("Save your changes to");
    session.harness.get_by_label("Cancel").click();
    session.harness.run();
    assert_eq!(session.app().scenario().changes.len(), 1, "nothing is lost");

    session.press(Modifiers::COMMAND, Key::N);
    session.harness.get_by_label("Don’t save").click();
    session.harness.run();
    assert!(session.app().scenario().changes.is_empty());
    assert!(session.app().question().is_none());
}

#[test]
fn escape_leaves_the_question_with_everything_kept() {
    let mut session = Session::open(Language::En, None);
    session.set_slider("GPU price", 0.0);
    session.press(Modifiers::COMMAND, Key::Q);
    session.press(Modifiers::NONE, Key::Escape);
    assert!(session.app().question().is_none() && !session.app().may_close());
    assert_eq!(session.app().scenario().changes.len(), 1);
}

#[test]
fn a_shipped_scenario_is_chosen_from_its_menu() {
    let mut session = Session::open(Language::En, None);
    session.harness.get_by_label("Scenarios").click();
    session.harness.run();
    session.harness.get_by_label("Power wall").click();
    session.harness.run();
    assert_eq!(session.app().scenario().name.en, "Power wall");
    session.harness.get_by_label_contains("Power is the limit");
}

#[test]
fn a_broken_file_is_refused_with_every_problem_and_nothing_is_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("broken.ron");
    let text = fs::read_to_string("scenarios/export_ban.ron").expect("a scenario");
    fs::write(
        &path,
        text.replace("\"export_restriction\"", "\"export_restricton\""),
    )
    .expect("written");
    let mut session = Session::open(Language::En, None);
    session.set_slider("GPU price", 0.0);
    session.apply(Command::OpenPath(path));
    session.harness.get_by_label("Don’t save").click();
    session.harness.run();
    session.harness.get_by_label_contains("was not opened");
    session
        .harness
        .get_by_label_contains("did you mean `export_restriction`");
    session.harness.get_by_label("Close").click();
    session.harness.run();
    assert_eq!(
        session.app().scenario().changes.len(),
        1,
        "what was open is still open"
    );
}

#[test]
fn the_year_in_view_is_scrubbed() {
    let mut session = Session::open(Language::En, None);
    session.set_slider("Year in view", 2027.0);
    session.label_starting("Compute need 2027");
    session
        .harness
        .get_by_role_and_label(Role::Slider, "Year in view")
        .focus();
    session.harness.run();
    session.press(Modifiers::NONE, Key::ArrowRight);
    session.label_starting("Compute need 2028");
}

#[test]
fn the_search_finds_assumptions_in_both_languages() {
    let mut session = Session::open(Language::En, None);
    for (words, name) in [("pue", "PUE"), ("折现", "Discount rate")] {
        let field = session
            .harness
            .get_by_label("Search 137 further assumptions");
        field.focus();
        session.harness.run();
        session
            .harness
            .key_press_modifiers(Modifiers::COMMAND, Key::A);
        session
            .harness
            .get_by_label("Search 137 further assumptions")
            .type_text(words);
        session.harness.run();
        session.harness.get_by_role_and_label(Role::Slider, name);
        assert_eq!(
            session.sliders(),
            4 + 1 + 1,
            "four headline levers, one found, the year"
        );
    }
}

#[test]
fn an_idle_window_paints_nothing() {
    let mut session = Session::open(Language::En, None);
    // `run` goes on until no frame is asked for, and fails where that never comes.
    assert!(session.harness.run() <= 2);
}

#[test]
fn a_saved_file_keeps_its_check_true() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("checked.ron");
    let text = fs::read_to_string("scenarios/export_ban.ron").expect("a scenario");
    let check = "check: { \"capex\": { 2030: 1.0 } }";
    fs::write(&path, text.replace("check: {}", check)).expect("written");
    let mut session = Session::open(Language::En, Some(path.clone()));
    // That the saved result is another one is told first.
    session.apply(Command::DismissNotice);
    session.set_slider("GPU price", 0.1);
    session.press(Modifiers::COMMAND, Key::S);
    assert!(!session.app().document().is_changed());
    let saved = file::read(&path).expect("a scenario");
    let capex = session
        .app()
        .run()
        .get(Series::Capex, session.app().view().year);
    assert_eq!(
        saved.check[&Series::Capex][&2030].to_bits(),
        capex.to_bits()
    );
}

#[test]
fn recent_files_are_remembered_by_their_whole_path() {
    let session = Session::open(Language::En, Some("scenarios/power_wall.ron".into()));
    let recent = &session.app().settings().recent_files;
    assert!(recent[0].is_absolute() && recent[0].ends_with("scenarios/power_wall.ron"));
}

#[test]
fn a_changed_world_is_saved_under_its_own_name_without_a_story_that_is_no_longer_true() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mine.ron");
    let mut session = Session::open(Language::En, None);
    session.set_slider("GPU price", 0.0);
    session.apply(Command::SaveTo(path.clone()));
    assert!(!session.app().document().is_changed());
    let saved = file::read(&path).expect("a scenario");
    assert_eq!(
        (saved.name.en.as_str(), saved.story.en.as_str()),
        ("mine", "")
    );
    session.harness.get_by_label("mine.ron");
}

#[test]
fn a_name_and_a_story_that_were_typed_are_kept_when_the_world_gets_its_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mine.ron");
    let mut session = Session::open(Language::En, None);
    session.set_slider("GPU price", 0.0);
    let words = |en: &str| suanli::text::Words {
        en: en.to_owned(),
        zh: String::new(),
    };
    session.apply(Command::Describe {
        name: words("My world"),
        story: words("Why it is so."),
    });
    session.apply(Command::SaveTo(path.clone()));
    let saved = file::read(&path).expect("a scenario");
    assert_eq!(
        (saved.name.en.as_str(), saved.story.en.as_str()),
        ("My world", "Why it is so.")
    );
    assert!(!session.app().document().is_changed());
    // Before it was described the world had the name it started from: that of the file now.
    session.apply(Command::Undo);
    assert_eq!(session.app().scenario().name.en, "mine");
}

#[test]
fn taking_hold_of_a_thumb_does_not_round_its_value() {
    let mut session = Session::open(Language::En, None);
    session.apply(Command::SetLever {
        assumption: Assumption::ModelGrowth,
        value: 4.123_456_789,
        gesture: suanli::app::Gesture::Done,
    });
    let rail = session.slider("Model growth").rect();
    // 1 to 10 on a log scale, between half-thumbs at both ends of the rail.
    let share = 4.123_456_f32.ln() / 10_f32.ln();
    let thumb = rail.left() + 7.0 + share * (rail.width() - 14.0);
    let at = eframe::egui::pos2(thumb + 2.0, rail.center().y);
    session.harness.drag_at(at);
    session.harness.step();
    session.harness.drop_at(at);
    session.harness.run();
    let value = session.app().scenario().value(Assumption::ModelGrowth);
    assert_eq!(value.to_bits(), 4.123_456_789_f64.to_bits());
}

#[test]
fn results_that_moved_since_saving_are_shown_after_opening() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("old.ron");
    let mut scenario = Scenario::new(Baseline::current());
    let capex = scenario.run().years(Series::Capex)[5];
    let saved = [(2030, capex * 0.5)].into();
    scenario.check.insert(Series::Capex, saved);
    file::save(&path, &scenario).expect("saved");
    let session = Session::open(Language::En, Some(path));
    session.harness.get_by_label_contains("with other results");
    session.harness.get_by_label_contains("in 2030: now");
}

#[test]
fn a_hostile_name_is_one_line_of_the_window() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.ron");
    let mut scenario = Scenario::new(Baseline::current());
    scenario.name.en = format!("\u{202e}Long\nname\u{1b}{}", "N".repeat(100_000));
    scenario.story.en = "A line.\n".repeat(20_000);
    scenario.set(Assumption::Fx, 7.0);
    file::save(&path, &scenario).expect("saved");
    let session = Session::open(Language::En, Some(path));
    assert_eq!(session.app().scenario().name, scenario.name);
    let title = session.label_starting("Long name");
    assert!(title.chars().count() < 300, "{title}");
}
