//! From the outline of a file to a scenario: everything is checked, and all that is wrong is
//! reported at once.

use std::collections::{BTreeMap, HashMap};

use super::entry;
use super::fault::{FormFault, NameFault, ProblemKind, Shape, SyntaxFault, ValueFault};
use super::layout::{FIELDS, LANGUAGES, NAME, blank};
use super::nearest::nearest;
use super::outline::{Content, Field, Node};
use super::slide::Slide;
use super::source::{Source, excerpt};
use super::suppliers::SupplierChange;
use super::syntax::Finding;
use super::version::VERSION;
use super::{Baseline, Scenario};
use crate::model::{Assumption, Series};
use crate::text::Words;

/// Nobody reads more problems of one file.
const MOST_LISTED: usize = 200;

/// The fields a file can do without: by their absence they are empty.
const OPTIONAL: [&str; 4] = ["ranges", "suppliers", "slides", "check"];

/// The scenario that an outline of version 1 describes, or all that keeps it from being one.
pub(super) fn scenario(root: &Node, source: &Source) -> Result<Scenario, Vec<Finding>> {
    let mut checker = Checker {
        source,
        findings: Vec::new(),
    };
    let scenario = checker.scenario(root);
    let mut findings = checker.findings;
    findings.sort_by_key(|(at, _)| *at);
    if let (Some(last), true) = (findings.last(), findings.len() > MOST_LISTED) {
        let listed = MOST_LISTED;
        let more = (last.0, FormFault::TooMany { listed }.into());
        findings.truncate(MOST_LISTED);
        findings.push(more);
    }
    match scenario {
        Some(scenario) if findings.is_empty() => Ok(scenario),
        // Without a scenario there is a finding; should there be none, it is still no scenario.
        None if findings.is_empty() => Err(vec![(root.start, FormFault::NotScenario.into())]),
        _ => Err(findings),
    }
}

/// Collects what is wrong while it walks the outline.
pub(super) struct Checker<'a> {
    source: &'a Source<'a>,
    findings: Vec<Finding>,
}

impl Checker<'_> {
    pub fn report(&mut self, at: usize, fault: impl Into<ProblemKind>) {
        self.findings.push((at, fault.into()));
    }

    /// Has it found more than anyone reads?
    pub fn is_full(&self) -> bool {
        self.findings.len() > MOST_LISTED
    }

    fn scenario(&mut self, root: &Node) -> Option<Scenario> {
        let fields = self.root_fields(root)?;
        let values = self.fields(root.start, fields, &FIELDS);
        let value = |name| values.get(name).copied();
        if let Some(node) = value("version") {
            self.version(node);
        }
        let baseline = value("baseline").and_then(|node| self.baseline(node));
        let name = value("name").and_then(|node| self.words(node));
        let story = value("story").and_then(|node| self.words(node));
        let changes = value("changes").map(|node| self.changes(node));
        let ranges = value("ranges").map(|node| self.ranges(node));
        let suppliers = value("suppliers").map(|node| self.present_suppliers(node));
        let slides = value("slides").map(|node| self.present_slides(node));
        let check = value("check").map(|node| self.check(node));
        Some(Scenario {
            baseline: baseline?,
            name: name?,
            story: story?,
            changes: changes?,
            ranges: ranges.unwrap_or_default(),
            suppliers: suppliers.unwrap_or_default(),
            slides: slides.unwrap_or_default(),
            check: check.unwrap_or_default(),
        })
    }

    /// The fields of the file, if it is a scenario or may be meant as one.
    fn root_fields<'n>(&mut self, root: &'n Node) -> Option<&'n [Field<'n>]> {
        let (name, fields) = match &root.content {
            Content::Fields { name, fields } => (*name, fields.as_slice()),
            Content::Word(name) => (Some(*name), [].as_slice()),
            _ => {
                self.report(root.start, FormFault::NotScenario);
                return None;
            }
        };
        let Some(wrong) = name.filter(|name| *name != NAME) else {
            return Some(fields);
        };
        let found = excerpt(wrong);
        self.report(root.start, FormFault::WrongName { found });
        nearest(wrong, [NAME]).map(|_| fields)
    }

    /// The values of fields by their names. All fields must be `known`, and all but the optional
    /// ones must be there.
    fn fields<'n>(
        &mut self,
        start: usize,
        fields: &'n [Field<'n>],
        known: &'static [&'static str],
    ) -> HashMap<&'n str, &'n Node<'n>> {
        let values = self.known_fields(fields, known);
        self.missing(start, &values, known);
        values
    }

    /// The values of fields by their names. All fields must be `known`; some may be missing.
    pub fn known_fields<'n>(
        &mut self,
        fields: &'n [Field<'n>],
        known: &'static [&'static str],
    ) -> HashMap<&'n str, &'n Node<'n>> {
        let mut values = HashMap::new();
        let mut first_places = HashMap::new();
        for field in fields {
            if self.is_full() {
                break;
            }
            if let Some(first) = first_places.insert(field.name, field.start) {
                first_places.insert(field.name, first);
                self.duplicate(field.start, field.name, first);
            } else if known.contains(&field.name) {
                values.insert(field.name, &field.value);
            } else if let Some(meant) = self.unknown_field(field, known) {
                values.entry(meant).or_insert(&field.value);
            }
        }
        values
    }

    /// Reports the wanted fields that are not there, but for the optional ones.
    pub fn missing(
        &mut self,
        start: usize,
        values: &HashMap<&str, &Node>,
        wanted: &[&'static str],
    ) {
        for name in wanted {
            if !values.contains_key(name) && !OPTIONAL.contains(name) {
                let blank = blank(name);
                self.report(start, FormFault::MissingField { name, blank });
            }
        }
    }

    /// Reports a field there is not, and gives the one that may be meant.
    fn unknown_field(
        &mut self,
        field: &Field,
        known: &'static [&'static str],
    ) -> Option<&'static str> {
        let nearest = nearest(field.name, known.iter().copied());
        let fault = match Assumption::from_id(field.name) {
            Some(id) => FormFault::OutsideChanges { id },
            None => FormFault::UnknownField {
                name: excerpt(field.name),
                nearest,
                known,
            },
        };
        self.report(field.start, fault);
        nearest
    }

    pub fn duplicate(&mut self, at: usize, name: &str, first: usize) {
        let (name, line) = (excerpt(name), self.source.line(first));
        self.report(at, FormFault::Duplicate { name, line });
    }

    fn version(&mut self, node: &Node) {
        let found = match node.content {
            Content::Word(word) if ron::from_str(word) == Ok(VERSION) => return,
            Content::Word(word) | Content::Text(word) => excerpt(word),
            _ => return self.wrong_type(node, Shape::Number),
        };
        let known = VERSION;
        self.report(node.start, FormFault::BadVersion { found, known });
    }

    fn baseline(&mut self, node: &Node) -> Option<&'static Baseline> {
        let id = self.text(node)?;
        let baseline = Baseline::by_id(&id);
        if baseline.is_none() {
            let known = Baseline::all().map(Baseline::id).collect();
            let id = excerpt(&id);
            self.report(node.start, NameFault::UnknownBaseline { id, known });
        }
        baseline
    }

    pub fn words(&mut self, node: &Node) -> Option<Words> {
        let Content::Fields { name: None, fields } = &node.content else {
            self.wrong_type(node, Shape::Words);
            return None;
        };
        let values = self.fields(node.start, fields, &LANGUAGES);
        let [en, zh] = LANGUAGES.map(|language| {
            let node = values.get(language).copied();
            node.and_then(|node| self.text(node))
        });
        Some(Words { en: en?, zh: zh? })
    }

    pub fn changes(&mut self, node: &Node) -> BTreeMap<Assumption, f64> {
        self.entries(node, entry::assumption, entry::change)
    }

    fn ranges(&mut self, node: &Node) -> BTreeMap<Assumption, (f64, f64)> {
        let node = present(node);
        node.map(|node| self.entries(node, entry::assumption, entry::range))
            .unwrap_or_default()
    }

    fn present_suppliers(&mut self, node: &Node) -> BTreeMap<String, SupplierChange> {
        let node = present(node);
        node.map(|node| self.suppliers(node)).unwrap_or_default()
    }

    fn present_slides(&mut self, node: &Node) -> Vec<Slide> {
        let node = present(node);
        node.map(|node| self.slides(node)).unwrap_or_default()
    }

    fn check(&mut self, node: &Node) -> BTreeMap<Series, BTreeMap<u16, f64>> {
        let node = present(node);
        node.map(|node| self.entries(node, entry::series, entry::years))
            .unwrap_or_default()
    }

    pub fn text(&mut self, node: &Node) -> Option<String> {
        match node.content {
            Content::Text(quoted) => {
                let text = ron::from_str(quoted).ok();
                if text.is_none() {
                    let found = excerpt(quoted);
                    self.report(node.start, SyntaxFault::Unexpected { found });
                }
                text
            }
            Content::Word(word) => {
                let name = excerpt(word);
                self.report(node.start, ValueFault::MissingQuotes { name });
                None
            }
            _ => {
                self.wrong_type(node, Shape::Text);
                None
            }
        }
    }

    pub fn wrong_type(&mut self, node: &Node, expected: Shape) {
        let found = shape(&node.content);
        self.report(node.start, ValueFault::WrongType { expected, found });
    }
}

/// The value of an optional field: itself, or what stands in `Some(…)`; none for `None`.
pub(super) fn present<'n>(node: &'n Node<'n>) -> Option<&'n Node<'n>> {
    match &node.content {
        Content::Word("None") => None,
        Content::Items {
            name: Some("Some"),
            items,
        } => match items.as_slice() {
            [inner] => Some(inner),
            _ => Some(node),
        },
        _ => Some(node),
    }
}

fn shape(content: &Content) -> Shape {
    match content {
        Content::Fields { .. } => Shape::Fields,
        Content::Items { .. } => Shape::Items,
        Content::List(_) => Shape::List,
        Content::Map(_) => Shape::Map,
        Content::Text(_) => Shape::Text,
        Content::Word(word) if ron::from_str::<f64>(word).is_ok() => Shape::Number,
        Content::Word(_) => Shape::Word,
        Content::Literal => Shape::Literal,
    }
}
