//! The document of a hand-out: one page of HTML that needs nothing else, neither the net nor a
//! script, and is as good on a phone as on paper.

mod case;
mod comparison;
mod edition;
mod evidence;
mod figure;
mod inputs;
mod money;
mod ranges;
mod results;
mod scenario;
mod style;
mod table;
mod talk;

use maud::{DOCTYPE, Markup, PreEscaped, html};

pub use self::case::{Case, side_by_side};
pub use self::edition::Edition;
pub(super) use self::inputs::changed_assumptions;
use super::world::Locale;
use crate::theme::Role;

/// The page about some scenarios; several are compared, with the first as reference. The same
/// cases give the same page.
pub fn document(cases: &[Case<'_>], edition: &Edition) -> String {
    Page::new(cases, edition).html().into_string()
}

/// What the page is made from.
struct Page<'a> {
    cases: &'a [Case<'a>],
    edition: &'a Edition,
    locale: Locale,
}

impl<'a> Page<'a> {
    fn new(cases: &'a [Case<'a>], edition: &'a Edition) -> Self {
        Self {
            cases,
            edition,
            locale: Locale::of(edition.language),
        }
    }

    fn html(&self) -> Markup {
        let text = self.locale.text;
        let title = self.title();
        html! {
            (DOCTYPE)
            html lang=(self.locale.language.tag()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (text.document.page.fill(&[("name", &title)])) }
                    style { (PreEscaped(style::style(self.edition.theme))) }
                }
                body {
                    (self.body(&title))
                    footer {
                        p { (text.evidence.sources.credit) }
                        p { (self.made()) " " (text.document.closing) }
                    }
                }
            }
        }
    }

    /// The name of the only scenario, or that several are compared.
    fn title(&self) -> String {
        match self.cases {
            [only] => only.title().into_owned(),
            cases => {
                let text = &self.locale.text.document;
                text.compared.fill(&[("count", &cases.len())])
            }
        }
    }

    /// When it was made, and by which program.
    fn made(&self) -> String {
        let text = &self.locale.text.document;
        let version = env!("CARGO_PKG_VERSION");
        text.made
            .fill(&[("date", &self.edition.day()), ("version", &version)])
    }

    fn body(&self, title: &str) -> Markup {
        let parts = self.parts();
        html! {
            header {
                h1 { (title) }
                @if let [only] = self.cases { (scenario::opening(only)) }
                p.made { (self.made()) }
                (self.notice())
                (contents(&parts, &self.locale))
            }
            main {
                @for part in &parts {
                    section id=(part.id) {
                        h2.world[part.role.is_some()] style=[part.role.map(style::here)] {
                            (part.title)
                        }
                        (part.body)
                    }
                }
            }
        }
    }

    /// What the page is, before anything that it says.
    fn notice(&self) -> Markup {
        let text = &self.locale.text.document;
        let year = self.edition.year.calendar();
        html! {
            div.notice {
                strong { (text.what) }
                p { (text.what_it_is.fill(&[("year", &year)])) }
            }
        }
    }

    /// The one scenario section by section; or the comparison, and then every scenario.
    fn parts(&self) -> Vec<Part> {
        let mut parts = match self.cases {
            [only] => scenario::parts(only, self.edition),
            cases => {
                let wholes = cases.iter().enumerate();
                let wholes = wholes.map(|(index, case)| scenario::whole(case, index, self.edition));
                let compared = comparison::part(cases, self.edition);
                compared.into_iter().chain(wholes).collect()
            }
        };
        parts.extend(evidence::parts(self.cases));
        parts
    }
}

/// A part of the page that the contents name.
struct Part {
    /// Where links lead.
    id: String,
    title: String,
    /// The colour of the scenario, where it is all about one of several.
    role: Option<Role>,
    body: Markup,
}

fn contents(parts: &[Part], locale: &Locale) -> Markup {
    html! {
        nav aria-label=(locale.text.document.contents) {
            ul {
                @for part in parts {
                    li { a href={ "#" (part.id) } { (part.title) } }
                }
            }
        }
    }
}
