//! Every character that can be shown has a glyph, in every window size.

use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use suanli::app::Command;
use suanli::evidence;
use suanli::model::{Assumption, Intermediate, Series, suppliers};
use suanli::scenario::shipped::shipped;
use suanli::text::{Language, Words};
use suanli::ui::Window;

use crate::Session;

/// All texts of the program and its tables, in both languages.
fn texts() -> Vec<String> {
    let mut all = vec![
        include_str!("../../assets/text/en.ron").to_owned(),
        include_str!("../../assets/text/zh-CN.ron").to_owned(),
        include_str!("../../assets/text/numbers-en.ron").to_owned(),
        include_str!("../../assets/text/numbers-zh-CN.ron").to_owned(),
    ];
    let mut add = |words: &Words| all.extend([words.en.clone(), words.zh.clone()]);
    for assumption in Assumption::ALL {
        add(&assumption.info().label);
    }
    for series in Series::ALL {
        add(&series.info().label);
        add(&series.info().meaning);
    }
    for intermediate in Intermediate::ALL {
        add(&intermediate.info().label);
    }
    for supplier in suppliers::all() {
        add(&supplier.name);
    }
    for source in evidence::sources() {
        add(&source.title);
        add(&source.publisher);
    }
    for claim in evidence::claims() {
        for words in [
            &claim.claim,
            &claim.computation,
            &claim.result,
            &claim.verdict,
        ] {
            add(words);
        }
        for value in &claim.live {
            add(&value.name);
        }
    }
    for actual in evidence::actuals() {
        add(&actual.note);
    }
    for shipped in shipped() {
        add(&shipped.scenario().name);
        add(&shipped.scenario().story);
        for slide in &shipped.scenario().slides {
            add(&slide.title);
            add(&slide.caption);
            add(&slide.note);
        }
    }
    all
}

#[test]
fn every_text_has_its_glyphs() {
    // kittest panics where a glyph is missing; both weights are shown.
    let texts = texts();
    let mut is_ready = false;
    let mut harness = Harness::builder()
        .with_size([1200.0, 800.0])
        .build_ui(move |ui| {
            if !std::mem::replace(&mut is_ready, true) {
                Window::install_fonts(ui.ctx());
                return;
            }
            for text in &texts {
                ui.label(text);
                ui.label(eframe::egui::RichText::new(text).font(Window::strong_font()));
            }
        });
    harness.run_steps(3);
}

#[test]
fn nothing_asks_for_a_glyph_that_is_not_there_in_any_scenario() {
    for language in [Language::En, Language::Zh] {
        for shipped in shipped() {
            let mut session = Session::open(language, None);
            session.apply(Command::OpenShipped(shipped.id.to_owned()));
            session.harness.run();
        }
    }
}

#[test]
fn headline_levers_stay_inside_small_and_large_windows() {
    for size in [[900.0, 600.0], [1280.0, 720.0], [1920.0, 1080.0]] {
        for language in [Language::En, Language::Zh] {
            let session = Session::sized(language, None, size);
            let sliders: Vec<_> = session.harness.query_all_by_role(Role::Slider).collect();
            assert!(sliders.len() >= 5, "four levers and the year");
            for slider in sliders {
                let rect = slider.rect();
                let name = slider.accesskit_node().label();
                assert!(
                    rect.right() <= size[0] && rect.bottom() <= size[1],
                    "{name:?} {rect:?}"
                );
            }
        }
    }
}
