//! Pictures to be looked at: `GALLERY=folder cargo test --test drawing gallery -- --ignored` draws
//! every exhibit on slides and as a figure. `GALLERY_PAGES=need,money_flow` keeps to some exhibits,
//! `GALLERY_LOOKS=zh-dark,en-light` to some looks, and `GALLERY_WORLDS=gpu_crunch` names scenarios.

use std::path::PathBuf;
use std::{env, fs};

use suanli::report::drawing::Drawing;
use suanli::report::png::png;
use suanli::report::slide_page::PageOptions;
use suanli::theme::Theme;

use crate::worlds::{LANGUAGES, exhibits, figure, scenario, sheet, slide};

const SIZES: [(f32, f32); 2] = [(1920.0, 1080.0), (1280.0, 720.0)];

/// The words of a variable that keeps to some; all where it is not set.
fn is_wanted(variable: &str, name: &str) -> bool {
    env::var(variable).map_or(true, |words| words.split(',').any(|word| word == name))
}

#[test]
#[ignore = "pictures for people, not a check"]
fn gallery() {
    let folder = env::var("GALLERY").unwrap_or_else(|_| "target/gallery".to_owned());
    let folder = PathBuf::from(folder);
    fs::create_dir_all(&folder).expect("a folder for the pictures");
    let worlds = env::var("GALLERY_WORLDS").unwrap_or_else(|_| "gpu_crunch".to_owned());
    for id in worlds.split(',') {
        let scenario = scenario(id);
        for language in LANGUAGES {
            for (theme, mood) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
                let look = format!("{}-{mood}", &language.tag()[..2]);
                for exhibit in exhibits() {
                    let page = exhibit.id().replace(':', "-");
                    if !is_wanted("GALLERY_LOOKS", &look) || !is_wanted("GALLERY_PAGES", &page) {
                        continue;
                    }
                    let write = |kind: &str, drawing: &Drawing| {
                        let picture = png(drawing, theme, drawing.size.0 as u32);
                        let name = format!("{id}-{page}-{look}-{kind}.png");
                        let bytes = picture.expect("not too large");
                        fs::write(folder.join(name), bytes).expect("a picture is written");
                    };
                    for size in SIZES {
                        for is_full in [true, false] {
                            let slide = slide(exhibit, is_full);
                            let options = PageOptions::live(size);
                            let page = sheet(&scenario, language, &slide, options);
                            let kind = if is_full { "talk" } else { "view" };
                            write(&format!("{}-{kind}", size.1), &page.drawing);
                        }
                    }
                    write(
                        "figure",
                        &figure(&scenario, language, exhibit, (1200.0, 675.0)),
                    );
                }
            }
        }
    }
}
