//! Texts of the page about China.

use serde::Deserialize;

use super::Template;

/// Words in and around the page about China.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct ChinaText {
    pub tab: String,
    pub target_passed: Template,
    pub target_met: Template,
    pub target_missed: Template,
    pub headline_short: Template,
    pub headline_covered: Template,
    pub key_figures: ChinaKeyFigureText,
    pub shares_title: Template,
    pub shares_subtitle: Template,
    pub cards: String,
    pub spending: String,
    pub capacity_binds: Template,
    pub capacity_ample: Template,
    pub capacity_meets: Template,
    pub capacity_subtitle: String,
    pub delivered: String,
    pub target_takes: String,
    pub premium: String,
    pub need_short: Template,
    pub need_met: Template,
    pub need_exceeded: Template,
    pub need_subtitle: String,
    pub need: String,
    pub covered: Template,
    pub foreign_falls: Template,
    pub foreign_peaks: Template,
    pub foreign_grows: Template,
    pub suppliers_subtitle: String,
    pub domestic_cards: String,
    pub foreign_cards: String,
    pub all_cards: String,
    pub compute_title: Template,
    pub compute_subtitle: Template,
    pub revenue_title: Template,
    pub revenue_subtitle: Template,
    pub revenue: String,
    pub forecast_of: Template,
    pub companies: String,
}

/// Short names of the key figures.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct ChinaKeyFigureText {
    pub need: String,
    pub coverage: String,
    pub share_of_cards: String,
    pub share_of_spending: String,
    pub domestic: String,
    pub premium: String,
    pub compute: String,
}
