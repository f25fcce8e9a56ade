//! Writing for others: a workbook, pictures, slides, a hand-out.

use egui_kittest::kittest::Queryable as _;
use suanli::app::{Command, Export, Goal, GoalOutput, Picture, PictureFormat, SlideFormat, Tab};
use suanli::model::{Assumption, Series, Year};
use suanli::report::{Figure, Locale};
use suanli::scenario::exhibit::Exhibit;
use suanli::text::Language;

use crate::Session;

#[test]
fn a_workbook_is_written_and_the_world_stays_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mine.xlsx");
    let mut session = Session::open(Language::En, None);
    session.set_slider("GPU price", 0.0);
    session.apply(Command::ExportTo {
        what: Export::Workbook,
        path: path.clone(),
    });
    session.wait_for_export();
    let bytes = std::fs::read(&path).expect("a file");
    assert!(bytes.starts_with(b"PK"), "it is no archive");
    session
        .harness
        .get_by_label_contains("The workbook is written");
    // A copy is no save.
    assert!(session.app().document().is_changed());
    session.harness.get_by_label("Close").click();
    session.harness.run();
    assert!(session.app().notice().is_none());
}

#[test]
fn a_workbook_that_cannot_be_written_is_told_in_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let nowhere = folder.path().join("no folder").join("mine.xlsx");
    let mut session = Session::open(Language::Zh, None);
    session.apply(Command::ExportTo {
        what: Export::Workbook,
        path: nowhere,
    });
    session.wait_for_export();
    session.harness.get_by_label_contains("未能写入");
}

/// Writes something of a shipped talk to a path in a folder.
fn written(session: &mut Session, what: Export, path: &std::path::Path) {
    session.apply(Command::OpenShipped("renting_out".to_owned()));
    let path = path.to_owned();
    session.apply(Command::ExportTo { what, path });
    session.wait_for_export();
    session.apply(Command::DismissNotice);
}

#[test]
fn charts_the_flow_and_slides_are_written_as_what_they_are() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut session = Session::open(Language::Zh, None);
    let picture = |exhibit, format| Export::Picture {
        picture: Picture::Exhibit(exhibit),
        format,
    };
    let rent = Exhibit::Chart(Figure::Payback);
    let png = PictureFormat::Png { width: 600 };
    for (name, what, start) in [
        ("a.svg", picture(rent, PictureFormat::Svg), &b"<svg"[..]),
        ("a.png", picture(Exhibit::MoneyFlow, png), b"\x89PNG"),
        (
            "b.png",
            picture(Exhibit::Tornado(Series::Capex), png),
            b"\x89PNG",
        ),
        ("a.pdf", Export::Slides(SlideFormat::Pdf), b"%PDF"),
    ] {
        let path = folder.path().join(name);
        written(&mut session, what, &path);
        let bytes = std::fs::read(&path).expect("a file");
        assert!(bytes.starts_with(start), "{name}");
    }
    let slides = folder.path().join("slides");
    written(&mut session, Export::Slides(SlideFormat::Png), &slides);
    let count = std::fs::read_dir(&slides).expect("a folder").count();
    assert_eq!(count, session.app().scenario().slides.len());
}

/// The text of an SVG of a picture on screen.
fn drawn(session: &mut Session, path: &std::path::Path, picture: Picture) -> String {
    let format = PictureFormat::Svg;
    session.apply(Command::ExportTo {
        what: Export::Picture { picture, format },
        path: path.to_owned(),
    });
    session.wait_for_export();
    std::fs::read_to_string(path).expect("a drawing")
}

#[test]
fn goal_seek_is_drawn_with_its_question_and_its_answer() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut session = Session::open(Language::En, None);
    session.apply(Command::SetGoal(Goal {
        lever: Assumption::ModelGrowth,
        output: GoalOutput::Series(Series::Capex),
        year: Year::LAST,
        target: Some(1500.0),
    }));
    let drawing = drawn(&mut session, &folder.path().join("goal.svg"), Picture::Goal);
    assert!(drawing.contains("What Model growth makes"), "no question");
    assert!(drawing.contains("over Model growth: "), "no curve");
}

#[test]
fn a_small_chart_of_the_comparison_is_drawn_with_all_of_its_worlds() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut session = Session::open(Language::En, None);
    session.apply(Command::SetTab(Tab::Compare));
    let picture = Picture::Compared(Series::Capex);
    let drawing = drawn(&mut session, &folder.path().join("a.svg"), picture);
    let labels = session.app().labelled(&Locale::of(Language::En));
    assert!(labels.len() > 1, "nothing is compared");
    for (label, _, _) in labels {
        assert!(drawing.contains(&label), "{label} is missing");
    }
}

#[test]
fn a_hand_out_that_is_stopped_leaves_what_is_written_and_says_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut session = Session::open(Language::En, None);
    session.apply(Command::ExportTo {
        what: Export::HandOut,
        path: folder.path().join("handout"),
    });
    session.apply(Command::CancelExport);
    session.wait_for_export();
    assert!(session.app().notice().is_none());
    let written = std::fs::read_dir(folder.path().join("handout"));
    let count = written.map_or(0, Iterator::count);
    assert!(count < 40, "{count} files: it went on");
}

#[test]
fn a_hand_out_from_the_page_that_compares_is_about_all_of_its_worlds() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut session = Session::open(Language::En, None);
    session.apply(Command::OpenShipped("power_wall".to_owned()));
    session.apply(Command::SetTab(Tab::Compare));
    let count = session.app().compared().count();
    assert!(count > 1, "nothing is compared");
    let path = folder.path().join("handout");
    let what = Export::HandOut;
    session.apply(Command::ExportTo {
        what,
        path: path.clone(),
    });
    session.wait_for_export();
    session
        .harness
        .get_by_label_contains("The hand-out is written");
    let names = std::fs::read_dir(&path).expect("a folder");
    let names = names.map(|entry| entry.expect("a file").file_name());
    let names: Vec<_> = names
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    let workbooks = names.iter().filter(|name| name.contains(".xlsx")).count();
    assert_eq!(workbooks, count);
    assert!(names.contains(&"comparison-inputs.csv".to_owned()));
}
