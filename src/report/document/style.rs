//! How the page looks: the style sheet, with the colours of a theme before it.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use maud::{Markup, html};
use strum::VariantArray as _;

use crate::report::drawing::Weight;
use crate::report::drawing::typeface::Font;
use crate::theme::{Role, Theme};

const SHEET: &str = include_str!("../../../assets/document/style.css");

/// The style sheet in a theme: the fonts of Latin letters, a variable a role, and then the rules.
///
/// Words in pictures are set as wide as in these fonts; Chinese ones are as wide in any.
pub fn style(theme: Theme) -> String {
    let mut sheet = String::new();
    for (weight, number) in [(Weight::Regular, 400), (Weight::Semibold, 600)] {
        let font = BASE64.encode(Font::latin(weight).bytes());
        let _ = writeln!(
            sheet,
            "@font-face{{font-family:Inter;font-weight:{number};\
             src:url(data:font/ttf;base64,{font})}}"
        );
    }
    sheet += ":root{";
    for &role in Role::VARIANTS {
        let color = theme.color(role);
        let (red, green, blue) = (color.red, color.green, color.blue);
        // Writing to a string cannot fail.
        let _ = write!(sheet, "--{}:#{red:02x}{green:02x}{blue:02x};", id(role));
    }
    sheet + "}\n" + SHEET
}

/// Sets `--here` of an element to a role: marks and words with that colour take it from there.
pub fn here(role: Role) -> String {
    format!("--here:var(--{})", id(role))
}

/// Words in the colour of a role.
pub fn tinted(role: Role, words: &str) -> Markup {
    html! { span.tinted style=(here(role)) { (words) } }
}

/// Words behind a mark in the colour of a role.
pub fn dotted(role: Role, words: &str) -> Markup {
    html! { span.dot style=(here(role)) {} (words) }
}

fn id(role: Role) -> &'static str {
    role.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_that_the_sheet_names_is_that_of_a_role() {
        let sheet = style(Theme::Light);
        let named = sheet.split("var(--").skip(1);
        for rest in named {
            let name = rest.split([')', ',']).next().expect("a name");
            let is_known = name == "here" || sheet.contains(&format!("--{name}:#"));
            assert!(is_known, "{name}");
        }
        assert_ne!(sheet, style(Theme::Dark));
    }

    #[test]
    fn the_sheet_itself_knows_no_colour() {
        for mark in ["#", "rgb", "hsl", "url(", "@import"] {
            assert!(!SHEET.contains(mark), "{mark}");
        }
        assert!(!SHEET.contains("</"));
    }
}
