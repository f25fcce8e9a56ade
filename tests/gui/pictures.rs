//! Pictures of the window, drawn in software: few, and never the only test of a number.
//!
//! `GALLERY=folder cargo test --test gui gallery -- --ignored` draws every page in every language,
//! theme and size, to be looked at. `GALLERY_PAGES=china,leasing` keeps to some pages.

use std::path::Path;

use suanli::app::{Command, Tab};
use suanli::text::Language;
use suanli::theme::Theme;

use crate::Session;

const SIZES: [(u32, u32, f32); 4] = [
    (1440, 900, 1.0),
    (1280, 720, 1.0),
    (1920, 1080, 1.0),
    (1440, 900, 2.0),
];

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
                    let name = format!("{page}-{tag}-{mood}-{size}.png");
                    let picture = session.picture();
                    let path = Path::new(&folder).join(name);
                    picture.save(path).expect("written");
                }
            }
        }
    }
}
