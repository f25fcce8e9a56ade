//! Pictures of the window, drawn in software: few, and never the only test of a number.
//!
//! Each is kept at half its size in `tests/gui/pictures`; `UPDATE_SNAPSHOTS=1 cargo test` draws
//! those anew that differ, to be looked at before they are kept.
//!
//! `GALLERY=folder cargo test --test gui gallery -- --ignored` draws every page in every language,
//! theme and size, to be looked at. `GALLERY_PAGES=china,leasing` keeps to some pages, and
//! `GALLERY_EXPLAIN=capex,stock>list_price` opens the panel that explains a number, one by one, some
//! after a walk. `GALLERY_SLIDES=1` opens the panel of slides with a talk in it.

use std::path::Path;

use eframe::egui::{Key, Modifiers, pos2};
use egui_kittest::SnapshotOptions;
use egui_kittest::kittest::Queryable as _;
use image::RgbaImage;
use image::imageops::{FilterType, crop_imm, resize};
use suanli::app::{Command, Draws, Gesture, SlideEdit, Tab};
use suanli::model::{Assumption, Intermediate, Reference, Series, Year};
use suanli::scenario::slide::Slide;
use suanli::text::{Language, Words};
use suanli::theme::Theme;

use crate::Session;

const SIZES: [(u32, u32, f32); 4] = [
    (1440, 900, 1.0),
    (1280, 720, 1.0),
    (1920, 1080, 1.0),
    (1440, 900, 2.0),
];

/// What every picture is of, so that each shows a page, a language and a theme of its own.
fn drawn(language: Language, theme: Theme, tab: Tab, size: [f32; 2]) -> Session {
    let mut session = Session::drawn(language, size, 1280.0 / size[0]);
    session.apply(Command::SetTheme(theme));
    session.apply(Command::OpenShipped("power_wall".to_owned()));
    // Few draws, and all of them made: the picture does not depend on how fast that goes.
    session.apply(Command::SetDraws(Draws::ALL[0]));
    session.apply(Command::SetTab(tab));
    session.wait_for_fan();
    session
}

const WHOLE: [f32; 2] = [1280.0, 720.0];
/// At 200 % zoom half of the points are left.
const ZOOMED: [f32; 2] = [640.0, 360.0];

/// Holds what is on screen against the picture of this name.
fn compare(session: &mut Session, name: &str) {
    let options = SnapshotOptions::new()
        .output_path("tests/gui/pictures")
        .threshold(0.8)
        .max_failed_pixels(40);
    let small = halved(&session.picture());
    egui_kittest::image_snapshot_options(&small, name, &options);
}

/// Without the line at the bottom, which says how long the last run took; half as large.
fn halved(picture: &RgbaImage) -> RgbaImage {
    let (width, height) = (picture.width(), picture.height() - 48);
    let cut = crop_imm(picture, 0, 0, width, height).to_image();
    resize(&cut, width / 2, height / 2, FilterType::Triangle)
}

#[test]
fn every_page_looks_as_it_was_approved() {
    use {Language::En, Language::Zh, Theme::Dark, Theme::Light};
    for (tab, language, theme, name) in [
        (Tab::Overview, En, Light, "overview"),
        (Tab::Chain, Zh, Dark, "chain"),
        (Tab::China, En, Dark, "china"),
        (Tab::Leasing, Zh, Light, "leasing"),
        (Tab::Uncertainty, En, Dark, "uncertainty"),
        (Tab::Results, En, Light, "results"),
        (Tab::Compare, Zh, Dark, "compare"),
        (Tab::Evidence, En, Light, "evidence"),
    ] {
        let mut session = drawn(language, theme, tab, WHOLE);
        compare(&mut session, name);
    }
}

#[test]
fn a_zoomed_page_looks_as_it_was_approved() {
    let mut session = drawn(Language::Zh, Theme::Light, Tab::Overview, ZOOMED);
    compare(&mut session, "zoomed");
}

#[test]
fn a_moved_lever_and_the_crosshair_look_as_they_were_approved() {
    let mut session = drawn(Language::Zh, Theme::Dark, Tab::Overview, WHOLE);
    session.apply(Command::SetLever {
        assumption: Assumption::GpuSupplyGrowth,
        value: 0.6,
        gesture: Gesture::Done,
    });
    session.harness.hover_at(pos2(580.0, 340.0));
    session.harness.run();
    compare(&mut session, "crosshair");
}

#[test]
fn what_opens_over_a_page_looks_as_it_was_approved() {
    let mut session = drawn(Language::En, Theme::Light, Tab::Overview, WHOLE);
    session
        .harness
        .get_by_label_contains("About GPU price change")
        .click();
    session.harness.run();
    compare(&mut session, "details");

    let mut session = drawn(Language::En, Theme::Dark, Tab::Leasing, WHOLE);
    session.press(Modifiers::COMMAND, Key::K);
    compare(&mut session, "palette");
}

/// The number in 2030 that an id names.
fn reference(id: &str) -> Reference {
    let year = Year::from_calendar(2030).expect("a year of the run");
    let series = Series::ALL.iter().find(|series| series.id() == id);
    let step = Intermediate::ALL.iter().find(|step| step.id() == id);
    let input = Assumption::ALL.iter().find(|input| input.id() == id);
    (series.map(|&series| Reference::Series(series, year)))
        .or(step.map(|&step| Reference::Intermediate(step, year)))
        .or(input.map(|&input| Reference::Assumption(input)))
        .unwrap_or_else(|| panic!("nothing is called {id}"))
}

/// Opens the panel of slides with a slide of most pages, one of them with words.
fn open_talk(session: &mut Session) {
    session.apply(Command::ToggleSlides);
    for &tab in &Tab::ALL[..6] {
        session.apply(Command::SetTab(tab));
        session.apply(Command::EditSlides(SlideEdit::Capture));
    }
    let words = |en: &str, zh: &str| Words {
        en: en.to_owned(),
        zh: zh.to_owned(),
    };
    let slide = session.app().scenario().slides[1].clone();
    let slide = Slide {
        title: words(
            "In {year} only [!{coverage} of need] is covered, and prices rise with every year",
            "{year} 年只能满足 [!{coverage} 的算力需求]，而价格逐年上涨",
        ),
        note: words("Wait for the question", "等观众提问"),
        changes: None,
        ..slide
    };
    let edit = SlideEdit::Set(1, Box::new(slide));
    session.apply(Command::EditSlides(edit));
}

#[test]
#[ignore = "draws pictures to look at, and judges none"]
fn gallery() {
    let folder = std::env::var("GALLERY").unwrap_or_else(|_| "target/gallery".to_owned());
    let wanted = |name: &str, value: &str| {
        let words = std::env::var(name).unwrap_or_default();
        words.is_empty() || words.split(',').any(|word| word == value)
    };
    std::fs::create_dir_all(&folder).expect("a folder");
    for &tab in Tab::ALL {
        let page: &str = tab.into();
        for (language, tag) in [(Language::En, "en"), (Language::Zh, "zh")] {
            for (theme, mood) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
                for (width, height, zoom) in SIZES {
                    let size = format!("{width}x{height}@{zoom}");
                    if !wanted("GALLERY_PAGES", page)
                        || !wanted("GALLERY_LOOKS", &format!("{tag}-{mood}"))
                        || !wanted("GALLERY_SIZES", &size)
                    {
                        continue;
                    }
                    let points = [width as f32 / zoom, height as f32 / zoom];
                    let mut session = Session::drawn(language, points, zoom);
                    session.apply(Command::SetTheme(theme));
                    session.apply(Command::OpenShipped("power_wall".to_owned()));
                    session.apply(Command::SetTab(tab));
                    if std::env::var_os("GALLERY_FANS").is_some() {
                        session.apply(Command::SetFans(true));
                        session.wait_for_fan();
                    }
                    if std::env::var_os("GALLERY_SLIDES").is_some() {
                        open_talk(&mut session);
                        session.apply(Command::SetTab(tab));
                    }
                    let name = format!("{page}-{tag}-{mood}-{size}");
                    let save = |session: &mut Session, name: String| {
                        let path = Path::new(&folder).join(name + ".png");
                        session.picture().save(path).expect("written");
                    };
                    let explained = std::env::var("GALLERY_EXPLAIN").unwrap_or_default();
                    for id in explained.split(',').filter(|id| !id.is_empty()) {
                        let mut walk = id.split('>').map(reference);
                        let first = walk.next().expect("a number");
                        session.apply(Command::Explain(first));
                        for next in walk {
                            session.apply(Command::ExplainPrecedent(next));
                        }
                        save(&mut session, format!("{name}-{id}"));
                    }
                    if explained.is_empty() {
                        save(&mut session, name);
                    }
                }
            }
        }
    }
}
