//! The page of evidence: where every number comes from, found in a few steps.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use suanli::app::{Command, Section, Tab};
use suanli::format::Numbers;
use suanli::model::{Assumption, Series, Year};
use suanli::scenario::Baseline;
use suanli::text::Language;

use crate::{Session, words_of};

const SEARCH: &str = "Search name, id or source";

fn open(section: Section) -> Session {
    let mut session = Session::open(Language::En, None);
    session.apply(Command::ShowEvidence {
        section,
        words: String::new(),
        assumption: None,
    });
    assert_eq!(session.app().view().tab, Tab::Evidence);
    session
}

/// The rows of the table on screen, from the top.
fn rows(session: &Session) -> Vec<String> {
    let mut rows: Vec<(f32, String)> = session
        .harness
        .query_all_by_role(Role::Row)
        .filter_map(|node| Some((node.rect().top(), words_of(&node)?)))
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.into_iter().map(|(_, words)| words).collect()
}

fn click(session: &mut Session, words: &str) {
    session.harness.get_by_label(words).click();
    session.harness.run();
}

fn search(session: &mut Session, field: &str, words: &str) {
    session
        .harness
        .get_by_role_and_label(Role::TextInput, field)
        .focus();
    session.harness.run();
    session.press(Modifiers::COMMAND, Key::A);
    session
        .harness
        .get_by_role_and_label(Role::TextInput, field)
        .type_text(words);
    session.harness.run();
}

#[test]
fn sections_are_switched_and_each_says_what_it_finds() {
    let mut session = Session::open(Language::En, None);
    session
        .harness
        .get_by_role_and_label(Role::Tab, "Evidence")
        .click();
    session.harness.run();
    for (name, section, finding) in [
        ("Actuals", Section::Actuals, "published values lie within"),
        (
            "Assumptions",
            Section::Assumptions,
            "of 141 assumptions are measured",
        ),
        (
            "Sources",
            Section::Sources,
            "45 sources and our own judgement carry 141 assumptions",
        ),
        ("Limits", Section::Limits, "What the model leaves out"),
        ("Claims", Section::Claims, "14 of 32 published claims hold"),
    ] {
        session
            .harness
            .get_by_role_and_label(Role::RadioButton, name)
            .click();
        session.harness.run();
        assert_eq!(session.app().view().evidence, section);
        session.harness.get_by_label_contains(finding);
    }
}

#[test]
fn a_newcomer_finds_where_a_default_comes_from() {
    let mut session = open(Section::Assumptions);
    // Chinese words are found while the window speaks English.
    search(&mut session, SEARCH, "折现");
    assert_eq!(rows(&session).len(), 1);
    assert!(rows(&session)[0].starts_with("Discount rate: "));
    let id = &Assumption::DiscountRate.info().sources[0];
    let source = suanli::evidence::source(id).expect("a source");
    session.harness.get_by_label(&source.title.en);

    // By a source's name all that rests on it are found, and each shows its sources.
    search(&mut session, SEARCH, "lightcounting");
    let found = rows(&session);
    assert!(found.len() > 1 && found.iter().all(|row| row.contains("LightCounting")));
    click(&mut session, &found[1]);
    session
        .harness
        .get_by_label("Optical transceivers for AI clusters, volumes and prices");
    search(&mut session, SEARCH, "no such thing");
    session
        .harness
        .get_by_label("Nothing here has these words.");
}

#[test]
fn assumptions_are_sorted_by_a_click_and_turned_round_by_a_second() {
    let mut session = open(Section::Assumptions);
    let in_order = rows(&session);
    assert!(in_order[0].starts_with(&Assumption::ModelGrowth.info().label.en));
    click(&mut session, "Assumption");
    let sorted = rows(&session);
    let names: Vec<String> = sorted
        .iter()
        .map(|row| row.split(": ").next().unwrap_or_default().to_lowercase())
        .collect();
    assert!(names.is_sorted() && sorted != in_order, "{names:?}");
    click(&mut session, "Assumption");
    assert!(rows(&session)[0] > sorted[0]);

    click(&mut session, "Basis");
    assert!(rows(&session)[0].contains("measured"));
    click(&mut session, "Basis");
    assert!(rows(&session)[0].contains("judged"));
}

#[test]
fn only_the_changed_assumptions_or_those_of_one_basis() {
    let mut session = open(Section::Assumptions);
    session.set(Assumption::Fx, 7.3);
    click(&mut session, "Changed 1");
    let found = rows(&session);
    assert_eq!(found.len(), 1);
    assert!(
        found[0].contains("7.3\u{a0}CNY per USD, changed from 7.1"),
        "{found:?}"
    );
    session.apply(Command::Undo);
    session
        .harness
        .get_by_label("Nothing here has these words.");
    click(&mut session, "All 141");
    click(&mut session, "derived");
    assert!(rows(&session).iter().all(|row| row.contains(", derived, ")));
}

#[test]
fn a_lever_leads_to_itself_among_all_assumptions_whatever_was_filtered_or_chosen_before() {
    let mut session = open(Section::Assumptions);
    let first = rows(&session)[3].clone();
    click(&mut session, &first);
    click(&mut session, "Changed 0");
    click(&mut session, "derived");
    assert!(rows(&session).is_empty());

    // The id of the first is the beginning of another's; the last is far down the table.
    let last = *Assumption::ALL.last().expect("assumptions");
    for lever in [Assumption::GpuSupply, last] {
        let name = &lever.info().label.en;
        session.apply(Command::SetTab(Tab::Overview));
        session.apply(Command::SeekLever(lever));
        for words in [
            &format!("About {name}"),
            "See it among all assumptions and sources",
        ] {
            session.harness.get_by_label(words).click();
            // The panel scrolls, and the details settle.
            session.harness.run_steps(12);
        }
        let view = session.app().view();
        assert_eq!(view.tab, Tab::Evidence);
        assert!(view.sought_assumption.is_none() && view.evidence_words.is_empty());
        session.harness.get_by_label("All 141");
        session.label_starting(&format!("{} · ", lever.id()));
        let start = format!("{name}: ");
        let shown = session.harness.query_all_by_role(Role::Row);
        let row = shown
            .filter(|row| words_of(row).is_some_and(|words| words.starts_with(&start)))
            .map(|row| row.rect())
            .next()
            .unwrap_or_else(|| panic!("{name} is not in view"));
        assert!(row.top() > 120.0 && row.bottom() < 880.0, "{name}: {row:?}");
    }
}

#[test]
fn words_are_looked_for_among_what_the_filter_lets_through() {
    let mut session = open(Section::Assumptions);
    click(&mut session, "derived");
    search(&mut session, SEARCH, "growth");
    let found = rows(&session);
    let is_both = |row: &String| row.contains(", derived, ");
    assert!(!found.is_empty() && found.iter().all(is_both), "{found:?}");
}

#[test]
fn a_claim_moves_with_the_lever_it_is_about() {
    let mut session = open(Section::Claims);
    search(&mut session, "Search claims", "optical modules");
    let claim = "GPU to optical modules 1:9";
    assert!(session.label_starting(claim).contains("2.30\u{a0}per card"));
    session.set(Assumption::OpticsPerGpu, 2.75);
    assert!(session.label_starting(claim).contains("2.75\u{a0}per card"));

    // A claim about a result follows any lever that moves the result.
    search(&mut session, "Search claims", "per P per year");
    let rent = "Rents 120,000 to 180,000 CNY per P per year";
    let before = session.label_starting(rent);
    session.set(Assumption::BaseRent, 1.8);
    let after = session.label_starting(rent);
    let shown = session.app().run().get(Series::RentCnyPerP, Year::BASE);
    assert_ne!(before, after);
    assert!(
        after.contains(&format!("¥{:.0}k/P", shown * 10.0)),
        "{after} is not {shown}"
    );

    // What is arithmetic of the article alone stays.
    search(&mut session, "Search claims", "gpt-3");
    let fixed = session.label_starting("GPT-3 took 1,024 A100");
    assert!(fixed.contains("33.5\u{a0}%"), "{fixed}");
}

#[test]
fn a_claim_shows_how_it_was_checked_and_by_which_article() {
    let mut session = open(Section::Claims);
    search(&mut session, "Search claims", "optical modules");
    assert_eq!(rows(&session).len(), 1);
    session
        .harness
        .get_by_label("compare with shipped modules per accelerator");
    session
        .harness
        .get_by_label("AI compute infrastructure: professional understanding and patience");
    search(&mut session, "Search claims", "");
    session.press(Modifiers::NONE, Key::Delete);
    click(&mut session, "Off 6");
    assert_eq!(rows(&session).len(), 6);
}

#[test]
fn a_shown_value_of_the_model_is_that_of_the_run() {
    let mut session = open(Section::Actuals);
    for value in [13.0, 16.0] {
        session.set(Assumption::GpuSupply, value);
        let ours = session.app().run().get(Series::Delivered, Year::BASE);
        let name = &Series::Delivered.info().label.en;
        let row = session.label_starting(&format!("{name} 2025, estimate"));
        assert!(
            row.contains(&format!("ours {ours:.1}\u{a0}M")),
            "{row} is not {ours}"
        );
        let off = Numbers::of("en").relative(ours / 13.621);
        assert!(row.ends_with(&format!(", {off}")), "{row}: {off}");
    }
    let early = session.label_starting(&format!("{} 2023", Series::Delivered.info().label.en));
    assert!(early.ends_with("before the model"), "{early}");
}

#[test]
fn a_source_leads_to_the_assumptions_that_rest_on_it() {
    let mut session = open(Section::Sources);
    session
        .harness
        .get_by_label_contains("Epoch AI, used under CC BY 4.0");
    search(&mut session, "Search title or publisher", "bernstein");
    let first = rows(&session)[0].clone();
    click(&mut session, &first);
    session
        .harness
        .get_by_label_contains("in the table")
        .click();
    session.harness.run();
    let view = session.app().view();
    assert_eq!(view.evidence, Section::Assumptions);
    let id = view.evidence_words.clone();
    let resting = Assumption::ALL
        .iter()
        .filter(|assumption| assumption.info().sources.contains(&id));
    assert_eq!(rows(&session).len(), resting.count());
}

#[test]
fn what_is_not_modelled_is_said_with_its_number() {
    let session = open(Section::Limits);
    let run = suanli::scenario::Scenario::new(Baseline::current()).run();
    let share = run.get(Series::NeedOther, Year::BASE) / run.get(Series::Need, Year::BASE);
    let told = session.label_starting("“Other AI” is a remainder");
    assert!(
        told.contains(&format!("{:.1}\u{a0}%", share * 100.0)),
        "{told}"
    );
    session
        .harness
        .get_by_label_contains("it is a conditional forecast");
}

#[test]
fn every_section_fits_small_and_large_windows_in_both_languages() {
    for size in [
        [720.0, 450.0],
        [900.0, 600.0],
        [1280.0, 720.0],
        [1920.0, 1080.0],
    ] {
        for language in [Language::En, Language::Zh] {
            let mut session = Session::sized(language, None, size);
            for &section in Section::ALL {
                session.apply(Command::ShowEvidence {
                    section,
                    words: String::new(),
                    assumption: None,
                });
                // The top bar has its own choices, further up.
                let choices = session.harness.query_all_by_role(Role::RadioButton);
                for rect in choices.map(|choice| choice.rect()) {
                    assert!(
                        rect.top() < 48.0 || rect.right() <= size[0],
                        "{section:?} {size:?} {rect:?}"
                    );
                }
            }
        }
    }
}
