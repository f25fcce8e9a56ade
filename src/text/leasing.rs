//! Texts of the page about renting out compute.

use serde::Deserialize;

use super::Template;

/// Words in and around the page about renting out compute.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct LeasingText {
    pub tab: String,
    pub headline_within: Template,
    pub headline_late: Template,
    pub headline_never: Template,
    pub rent_per_hour: Template,
    pub rent_per_pflop: Template,
    pub never: String,
    pub key_figures: LeasingKeyFigureText,
    pub rent_above: Template,
    pub rent_below: Template,
    pub rent_subtitle: String,
    pub rent: String,
    pub breakeven: String,
    pub payback_within: Template,
    pub payback_late: Template,
    pub payback_never: Template,
    pub payback_subtitle: String,
    pub payback: String,
    pub life: Template,
    /// Two lines.
    pub margin: (String, String),
    pub own_always: Template,
    pub own_from: Template,
    pub rent_always: Template,
    pub rent_from: Template,
    pub own_subtitle: String,
    pub own_against_rent: String,
    pub own_as_rent: String,
    pub market_title: Template,
    pub market_subtitle: String,
    pub market: String,
    pub map: PaybackMapText,
}

/// Short names of the key figures.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct LeasingKeyFigureText {
    pub rent: String,
    pub payback: String,
    pub margin: String,
    pub net_present_value: String,
    pub breakeven: String,
    pub own_against_rent: String,
}

/// The heat map of payback.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct PaybackMapText {
    pub title_from: Template,
    pub title_all: Template,
    pub title_none: Template,
    pub subtitle: String,
    pub about: String,
    pub summary: Template,
    pub within: Template,
    pub late: Template,
    pub never: Template,
    pub never_mark: String,
    pub own: Template,
    pub legend_within: Template,
    pub legend_late: String,
    pub legend_never: Template,
    pub note: String,
}
