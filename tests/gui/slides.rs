//! Building a talk: slides are captured, put into words, brought into order, and kept in the file.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Options, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use suanli::app::{Command, Presenting, Tab};
use suanli::model::Assumption;
use suanli::scenario::exhibit::{Exhibit, Topic};
use suanli::scenario::file;
use suanli::scenario::slide::Slide;
use suanli::text::Language;

use crate::Session;

const FIELD: Role = Role::MultilineTextInput;
const ROW: Role = Role::ListBoxOption;

/// The window with its panel of slides and one slide of each of these pages.
fn with_slides(pages: &[Tab]) -> Session {
    let mut session = Session::open(Language::En, None);
    session.press(Modifiers::COMMAND, Key::D);
    for &page in pages {
        session.apply(Command::SetTab(page));
        click(&mut session, Role::Button, "Capture this view");
    }
    session
}

fn three() -> Session {
    with_slides(&[Tab::Chain, Tab::China, Tab::Leasing])
}

fn click(session: &mut Session, role: Role, name: &str) {
    session.harness.get_by_role_and_label(role, name).click();
    session.harness.run();
}

/// The line of the slide with this number.
fn row(session: &Session, number: usize) -> String {
    let start = format!("Slide {number}: ");
    let mut rows = session
        .harness
        .query_all_by_role(ROW)
        .filter_map(|row| crate::words_of(&row))
        .filter(|name| name.starts_with(&start));
    rows.next()
        .unwrap_or_else(|| panic!("no slide has the number {number}"))
}

/// Gives a line of the list the focus, as a click does.
fn choose(session: &mut Session, number: usize) {
    let name = row(session, number);
    click(session, ROW, &name);
}

/// Types into a field in place of what stands there, and stays in it.
fn type_into(session: &mut Session, name: &str, words: &str) {
    session.harness.get_by_role_and_label(FIELD, name).focus();
    session.harness.run();
    session.press(Modifiers::COMMAND, Key::A);
    session
        .harness
        .get_by_role_and_label(FIELD, name)
        .type_text(words);
    session.harness.run();
}

fn slides(session: &Session) -> &[Slide] {
    &session.app().scenario().slides
}

fn exhibits(session: &Session) -> Vec<String> {
    let exhibits = slides(session).iter();
    exhibits.map(|slide| slide.exhibit.id()).collect()
}

const FLOW: &str = "money_flow";
const CHINA: &str = "key_figures_china";
const LEASING: &str = "key_figures_leasing";

#[test]
fn a_captured_view_is_a_line_of_the_list() {
    let mut session = with_slides(&[]);
    session
        .harness
        .get_by_label_contains("Two example talks are under Scenarios");
    session.set(Assumption::ModelGrowth, 6.0);
    session.apply(Command::SetTab(Tab::China));
    click(&mut session, Role::Button, "Capture this view");
    let line = row(&session, 1);
    assert!(
        line.contains("Key figures: China") && line.contains("1 lever differs"),
        "{line}"
    );
    let china = Exhibit::KeyFigures(Topic::China);
    assert_eq!(slides(&session)[0].exhibit, china);
    click(&mut session, Role::Button, "Close the slides");
    assert!(!session.app().view().slides);
    session.press(Modifiers::COMMAND, Key::Z);
    assert!(slides(&session).is_empty());
}

#[test]
fn a_title_is_one_step_of_history_and_is_read_with_its_results() {
    let mut session = three();
    type_into(&mut session, "Title", "Need in {year}: {need@2030}");
    assert_eq!(slides(&session)[2].title.en, "", "too early");
    session.press(Modifiers::NONE, Key::Enter);
    assert_eq!(slides(&session)[2].title.en, "Need in {year}: {need@2030}");
    let line = row(&session, 3);
    assert!(
        line.contains("Need in 2030: ") && !line.contains('{'),
        "{line}"
    );
    session.harness.get_by_label_contains("Undo: edit slide 3");
    session.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(slides(&session)[2].title.en, "");
}

#[test]
fn a_slide_without_a_title_says_what_its_chart_shows() {
    let mut session = three();
    let said = |session: &Session| row(session, 3);
    let before = said(&session);
    assert!(before.contains("pays back"), "{before}");
    session.set(Assumption::RentalUtilisation, 0.35);
    assert_eq!(
        said(&session),
        before,
        "it keeps the levers it was captured with"
    );
    click(&mut session, Role::Button, "Follow the scenario");
    assert_ne!(said(&session), before);
}

#[test]
fn escape_brings_words_back_and_another_slide_takes_them_over() {
    let mut session = three();
    type_into(&mut session, "Caption", "not meant");
    session.press(Modifiers::NONE, Key::Escape);
    assert_eq!(slides(&session)[2].caption.en, "");
    assert!(session.app().view().slides, "Escape was the field's");
    type_into(&mut session, "Caption", "meant");
    choose(&mut session, 1);
    assert_eq!(slides(&session)[2].caption.en, "meant");
    assert_eq!(session.app().view().slide, 0, "what was clicked is chosen");
    choose(&mut session, 3);
    type_into(&mut session, "Speaker’s note", "closed while writing");
    session.press(Modifiers::COMMAND, Key::D);
    assert_eq!(slides(&session)[2].note.en, "closed while writing");
}

#[test]
fn a_title_that_no_file_gives_back_is_told_and_not_taken_over() {
    let mut session = three();
    let before = session.app().scenario().clone();
    type_into(&mut session, "Title", "Only {capx");
    session
        .harness
        .get_by_label_contains("Results follow in braces");
    type_into(&mut session, "Title", "Only {capx@2030}");
    session.press(Modifiers::NONE, Key::Enter);
    let told = session.label_starting("Not taken over yet");
    assert!(told.contains("capx") && told.contains("capex"), "{told}");
    assert_eq!(*session.app().scenario(), before);
    let field = session.harness.get_by_role_and_label(FIELD, "Title");
    assert_eq!(field.value().as_deref(), Some("Only {capx@2030}"));
    type_into(&mut session, "Title", "Only {capex@2030}");
    session.press(Modifiers::NONE, Key::Enter);
    assert_eq!(slides(&session)[2].title.en, "Only {capex@2030}");
    assert!(
        session
            .harness
            .query_by_label_contains("Not taken over yet")
            .is_none()
    );
}

#[test]
fn words_are_written_in_both_languages() {
    let mut session = three();
    type_into(&mut session, "Title", "Rents");
    click(&mut session, Role::RadioButton, "中文");
    assert_eq!(slides(&session)[2].title.en, "Rents", "the field is left");
    type_into(&mut session, "Title", "租金");
    session.press(Modifiers::NONE, Key::Enter);
    let title = &slides(&session)[2].title;
    assert_eq!((title.en.as_str(), title.zh.as_str()), ("Rents", "租金"));
    assert!(
        row(&session, 3).contains("Rents"),
        "the window speaks English"
    );
    session.apply(Command::SetLanguage(Language::Zh));
    session.harness.get_by_label_contains("第 3 页：租金");
}

#[test]
fn keys_bring_slides_into_order_and_remove_them() {
    let mut session = three();
    choose(&mut session, 1);
    session.press(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(exhibits(&session), [CHINA, FLOW, LEASING]);
    // The focus goes with the slide.
    session.press(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(exhibits(&session), [CHINA, LEASING, FLOW]);
    session.press(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(exhibits(&session), [CHINA, LEASING, FLOW]);
    session.press(Modifiers::NONE, Key::ArrowUp);
    assert_eq!(session.app().view().slide, 1);
    session.press(Modifiers::NONE, Key::Delete);
    assert_eq!(exhibits(&session), [CHINA, FLOW]);
    session.press(Modifiers::NONE, Key::Delete);
    assert_eq!(exhibits(&session), [CHINA]);
    session.press(Modifiers::NONE, Key::Delete);
    session.harness.get_by_label_contains("Two example talks");
    for count in 1..=3 {
        session.press(Modifiers::COMMAND, Key::Z);
        assert_eq!(slides(&session).len(), count, "undone");
    }
    assert_eq!(exhibits(&session), [CHINA, LEASING, FLOW]);
}

#[test]
fn the_pointer_drags_a_slide_between_two_others() {
    let mut session = three();
    let place = |session: &Session, number| {
        let name = row(session, number);
        session.harness.get_by_role_and_label(ROW, &name).rect()
    };
    let (first, last) = (place(&session, 1), place(&session, 3));
    session.harness.hover_at(first.center());
    session.harness.step();
    session.harness.drag_at(first.center());
    for target in [
        first.center() + vec2(0.0, 12.0),
        last.center() - vec2(0.0, 6.0),
    ] {
        session.harness.hover_at(target);
        session.harness.step();
    }
    session.harness.drop_at(last.center() - vec2(0.0, 6.0));
    session.harness.run();
    assert_eq!(
        exhibits(&session),
        [CHINA, FLOW, LEASING],
        "above the middle of the last"
    );
    session.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(exhibits(&session), [FLOW, CHINA, LEASING], "one step");
}

#[test]
fn the_menu_of_a_slide_does_what_it_says() {
    let mut session = three();
    let choose_item = |session: &mut Session, name: &str| {
        let number = session.app().view().slide + 1;
        let menu = format!("What to do with slide {number}");
        click(session, Role::Button, &menu);
        session.harness.get_by_label_contains(name).click();
        session.harness.run();
    };
    choose(&mut session, 2);
    choose_item(&mut session, "Duplicate");
    assert_eq!(exhibits(&session), [FLOW, CHINA, CHINA, LEASING]);
    choose_item(&mut session, "Move up");
    choose_item(&mut session, "Move up");
    assert_eq!(exhibits(&session), [CHINA, FLOW, CHINA, LEASING]);
    session.set(Assumption::ModelGrowth, 6.0);
    choose_item(&mut session, "Show this view instead");
    let levers = slides(&session)[0].changes.as_ref().expect("its own world");
    assert_eq!(levers.get(&Assumption::ModelGrowth), Some(&6.0));
    choose_item(&mut session, "Delete");
    assert_eq!(exhibits(&session), [FLOW, CHINA, LEASING]);
    choose_item(&mut session, "Present from here");
    assert!(session.app().presenting().is_some());
}

#[test]
fn a_double_click_presents_from_a_slide() {
    let mut session = three();
    // Each event of a test takes a frame of a quarter of a second.
    let options = |options: &mut Options| options.input_options.max_double_click_delay = 1.0;
    session.harness.ctx.options_mut(options);
    session.harness.run_steps(16);
    let name = row(&session, 2);
    let node = session.harness.get_by_role_and_label(ROW, &name);
    node.click();
    node.click();
    session.harness.run();
    let place = session.app().presenting().map(Presenting::place);
    assert_eq!(place, Some((1, 3)));
}

#[test]
fn a_slide_shows_another_chart_other_years_and_other_levers() {
    let mut session = three();
    click(&mut session, Role::Button, "Shows: Key figures: leasing");
    session
        .harness
        .get_by_role_and_label(Role::TextInput, "Search charts and results")
        .type_text("scissors");
    session.harness.run();
    session.press(Modifiers::NONE, Key::Enter);
    assert_eq!(slides(&session)[2].exhibit.id(), "scissors");

    click(&mut session, Role::Button, "Year in view: 2030");
    click(&mut session, Role::Button, "2028");
    click(&mut session, Role::Button, "Years shown: 2022–2032");
    let year = session.harness.query_all_by_label("2027").last();
    year.expect("a last year").click();
    session.harness.run();
    let slide = &slides(&session)[2];
    assert_eq!(
        (slide.year, slide.years),
        (2027, (2022, 2027)),
        "still shown"
    );

    let count = slides(&session)[2].levers.len();
    assert_eq!(count, 3);
    let add = session.harness.get_by_label("Add a lever");
    assert!(add.accesskit_node().is_disabled(), "no room for a fourth");
    click(
        &mut session,
        Role::Button,
        "Remove Model growth from the slide",
    );
    assert_eq!(slides(&session)[2].levers.len(), count - 1);
    click(&mut session, Role::Button, "Add a lever");
    session
        .harness
        .get_by_role_and_label(Role::TextInput, "Search assumptions")
        .type_text("fx");
    session.harness.run();
    session.press(Modifiers::NONE, Key::Enter);
    assert_eq!(slides(&session)[2].levers.last(), Some(&Assumption::Fx));

    click(&mut session, Role::Button, "Follow the scenario");
    assert_eq!(slides(&session)[2].changes, None);
    assert!(row(&session, 3).contains("follows the scenario"));
    assert_eq!(slides(&session)[2].problems(), []);
}

#[test]
fn a_result_is_inserted_where_the_cursor_stands() {
    let mut session = three();
    type_into(&mut session, "Title", "It takes  of compute");
    for _ in 0.." of compute".len() {
        session.press(Modifiers::NONE, Key::ArrowLeft);
    }
    click(&mut session, Role::Button, "Insert a result into the title");
    session
        .harness
        .get_by_role_and_label(Role::TextInput, "Search results")
        .type_text("total compute need");
    session.harness.run();
    session.press(Modifiers::NONE, Key::Enter);
    session.harness.run();
    session.press(Modifiers::NONE, Key::Enter);
    let title = &slides(&session)[2].title.en;
    assert_eq!(title, "It takes {need@2030} of compute");
}

#[test]
fn slides_are_kept_in_the_file_and_opened_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("talk.ron");
    let mut session = three();
    type_into(&mut session, "Speaker’s note", "still being written");
    session.apply(Command::SaveTo(path.clone()));
    session.press(Modifiers::COMMAND, Key::S);
    let kept = slides(&session).to_vec();
    assert_eq!(
        kept[2].note.en, "still being written",
        "saving takes it over"
    );
    let read = file::read(&path).expect("a valid file");
    assert_eq!(read.slides, kept);
    let mut again = Session::open(Language::Zh, Some(path));
    again.press(Modifiers::COMMAND, Key::D);
    assert_eq!(slides(&again), kept);
    again.harness.get_by_label_contains("第 3 页：");
}

#[test]
fn the_panel_and_the_one_that_explains_numbers_take_turns() {
    let mut session = three();
    session.press(Modifiers::COMMAND, Key::E);
    assert!(!session.app().view().slides);
    session.press(Modifiers::COMMAND, Key::D);
    assert_eq!(session.app().view().explaining.now(), None);
    row(&session, 1);
}

#[test]
fn everything_in_the_panel_stays_inside_small_windows() {
    for language in [Language::En, Language::Zh] {
        for size in [[640.0, 360.0], [900.0, 600.0], [1280.0, 720.0]] {
            let mut session = Session::sized(language, None, size);
            session.apply(Command::ToggleSlides);
            session.apply(Command::EditSlides(suanli::app::SlideEdit::Capture));
            let fields: Vec<_> = session.harness.query_all_by_role(FIELD).collect();
            assert_eq!(fields.len(), 3, "{size:?}");
            for field in fields {
                let rect = field.rect();
                assert!(
                    rect.right() <= size[0] && rect.width() > 200.0,
                    "{size:?} {rect:?}"
                );
            }
        }
    }
}
