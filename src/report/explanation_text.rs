//! An explanation as plain text, line by line.

use std::collections::BTreeSet;

use super::explanation::{Explainer, Explanation, Precedent};
use crate::format::exact;
use crate::model::Reference;

const INDENT: &str = "  ";

impl Explainer<'_> {
    /// A number as text; with a depth of two or more also what it comes from, and so on, each
    /// number once.
    pub fn text(&self, reference: Reference, depth: usize) -> String {
        let mut seen = BTreeSet::from([reference]);
        let mut level = vec![reference];
        let mut blocks = Vec::new();
        for _ in 0..depth {
            let mut next = Vec::new();
            for &reference in &level {
                let explanation = self.explain(reference);
                let precedents = explanation.precedents.iter();
                next.extend(
                    precedents
                        .map(|precedent| precedent.reference)
                        .filter(|precedent| seen.insert(*precedent)),
                );
                blocks.push(self.block(&explanation));
            }
            // What is no longer computed is told whole where it is named.
            next.retain(|next| !matches!(next, Reference::Assumption(_)));
            level = next;
        }
        blocks.join("\n")
    }

    fn block(&self, explanation: &Explanation) -> String {
        let texts = &self.locale.text.explanation;
        let mut lines = vec![self.first_line(explanation)];
        lines.push(format!("{INDENT}{}", explanation.meaning));
        if let Some(equation) = &explanation.equation {
            let year = explanation.reference.year();
            let named = equation.text(&texts.equation, &|named| self.name_within(named, year));
            lines.push(format!("{INDENT}{}", texts.formula));
            lines.push(format!("{INDENT}{INDENT}= {named}"));
            let bare = equation.text(&texts.equation, &|named| self.bare_value(named));
            let value = exact(self.value(explanation.reference));
            lines.push(format!("{INDENT}{}", self.heading_of_values(explanation)));
            lines.push(format!("{INDENT}{INDENT}= {bare}"));
            lines.push(format!("{INDENT}{INDENT}= {value}"));
        }
        let is_input = |precedent: &&Precedent| precedent.grounds.is_some();
        let (inputs, computed): (Vec<_>, Vec<_>) =
            explanation.precedents.iter().partition(is_input);
        for (heading, precedents) in [(&texts.comes_from, computed), (&texts.inputs, inputs)] {
            if !precedents.is_empty() {
                lines.push(format!("{INDENT}{heading}"));
                let told = precedents.into_iter().map(|precedent| self.line(precedent));
                lines.extend(told);
            }
        }
        if !explanation.constants.is_empty() {
            lines.push(format!("{INDENT}{}", texts.constants_heading));
            let constants = explanation.constants.iter();
            lines.extend(constants.map(|(value, meaning)| {
                format!("{INDENT}{INDENT}{value}{}{meaning}", texts.colon)
            }));
        }
        lines.push(String::new());
        lines.join("\n")
    }

    /// The heading of the formula with its values: in which unit they are.
    pub fn heading_of_values(&self, explanation: &Explanation) -> String {
        let texts = &self.locale.text.explanation;
        if explanation.unit.is_empty() {
            return texts.with_bare_values.clone();
        }
        texts.with_values.fill(&[("unit", &explanation.unit)])
    }

    fn first_line(&self, explanation: &Explanation) -> String {
        let colon = &self.locale.text.explanation.colon;
        let line = [explanation.title.as_str(), &explanation.value].join(colon);
        self.with_baseline(line, explanation.baseline.as_ref())
    }

    fn line(&self, precedent: &Precedent) -> String {
        let texts = &self.locale.text.explanation;
        let line = [precedent.name.as_str(), &precedent.value].join(&texts.colon);
        let mut line = format!("{INDENT}{INDENT}{line}");
        line = self.with_baseline(line, precedent.baseline.as_ref());
        if let Some(grounds) = &precedent.grounds {
            let sources = grounds.sources.join(&texts.between_sources);
            let told = (texts.source).fill(&[("basis", &grounds.basis), ("sources", &sources)]);
            let next = format!("\n{INDENT}{INDENT}{INDENT}");
            line = [&line, &grounds.range, &told]
                .map(String::as_str)
                .join(&next);
        }
        line
    }

    fn with_baseline(&self, line: String, baseline: Option<&String>) -> String {
        let Some(baseline) = baseline else {
            return line;
        };
        let texts = &self.locale.text.explanation;
        let baseline = texts.in_baseline.fill(&[("value", baseline)]);
        texts.aside.fill(&[("words", &line), ("aside", &baseline)])
    }
}
