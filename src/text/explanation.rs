//! Texts that explain where a number comes from.

use serde::Deserialize;

use super::Template;

/// Words in and around an explanation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct ExplanationText {
    /// Heading of the panel.
    pub title: String,
    /// A value's name with its year.
    pub named: Template,
    /// The same inside a formula of another year.
    pub other_year: Template,
    pub formula: String,
    /// The formula with the values in it; in which unit they are.
    pub with_values: Template,
    pub with_bare_values: String,
    /// What the numbers of a code stand for.
    pub codes: Template,
    /// What a formula names: results and steps, and inputs.
    pub comes_from: String,
    pub inputs: String,
    /// What an input is.
    pub input: String,
    pub input_changed: Template,
    pub range: Template,
    pub step: String,
    /// What the baseline has instead.
    pub in_baseline: Template,
    pub same_as_baseline: String,
    pub source: Template,
    pub between_sources: String,
    /// Between a name and its value.
    pub colon: String,
    /// Words with more in parentheses.
    pub aside: Template,
    pub constants_heading: String,
    pub constants: ConstantText,
    pub panel: ExplanationPanelText,
    pub equation: EquationText,
}

/// What fixed numbers mean.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct ConstantText {
    pub h100e_flop: String,
    pub h100e_pflop: String,
    pub seconds_per_day: String,
    pub seconds_per_year: String,
    pub hours_per_year: String,
}

/// The panel around an explanation, and what opens it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct ExplanationPanelText {
    /// What a number says that can be clicked.
    pub hint: String,
    /// Heading over numbers of a chart that can be explained, and one of them.
    pub explain: String,
    pub explain_this: Template,
    pub back: String,
    pub close: String,
    pub show_lever: String,
}

/// Words in equations.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct EquationText {
    /// One of several cases, and the last of them.
    pub case: Template,
    pub otherwise: String,
    pub least: Template,
    pub greatest: Template,
    /// Between the members of the above.
    pub separator: String,
    pub choice: Template,
}
