//! Texts of the window.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Template;

/// Menus, buttons, questions and everything else that is not about results.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct WindowText {
    pub app_name: String,
    pub untitled: String,
    pub unsaved: String,
    pub overview: String,
    pub menu: MenuText,
    /// Names of the commands, by their keys in the catalogue.
    pub commands: BTreeMap<String, String>,
    pub palette: PaletteText,
    pub description: DescriptionText,
    pub drop: String,
    pub key_figures: KeyFigureText,
    pub moved: MovedText,
    pub ribbon: RibbonText,
    pub question: QuestionText,
    pub comments: CommentsText,
    pub outside: OutsideText,
    pub recovery: RecoveryText,
    pub difference: DifferenceText,
    pub reasons: ReasonText,
    pub notice: NoticeText,
    pub path_prompt: super::path_prompt::PathPromptText,
    pub status: StatusText,
    pub file_kind: String,
    pub workbook_kind: String,
    pub svg_kind: String,
    pub png_kind: String,
    pub pdf_kind: String,
    pub frame_times: Template,
    pub year_in_view: String,
    pub cannot_start: CannotStartText,
}

/// Menus and buttons.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct MenuText {
    pub file: String,
    pub edit: String,
    pub view: String,
    pub present: String,
    pub scenarios: String,
    pub all: String,
    pub open_recent: String,
    pub no_recent: String,
    pub years_shown: String,
    pub first_year: String,
    pub last_year: String,
    pub all_years: String,
    pub rate: Template,
    pub undo_what: Template,
    pub redo_what: Template,
    pub lever_step: Template,
    pub range_step: Template,
    pub supplier_share: Template,
    pub supplier_added: Template,
    pub supplier_edited: Template,
    pub supplier_removed: Template,
    /// Steps of history: `{number}` of the slide.
    pub slide_added: Template,
    pub slide_edited: Template,
    pub slide_moved: Template,
    pub slide_removed: Template,
    pub ctrl: String,
    pub shift: String,
    pub to_dark: String,
    pub to_light: String,
}

/// The palette of everything that can be done or seen.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct PaletteText {
    pub title: String,
    pub hint: String,
    pub nothing_found: String,
    pub command: String,
    pub lever: String,
    pub result: String,
    pub supplier: String,
    pub scenario: String,
    pub file: String,
}

/// The window in which a scenario is given a name and a story.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct DescriptionText {
    pub title: String,
    pub step: String,
    pub name_en: String,
    pub name_zh: String,
    pub story_en: String,
    pub story_zh: String,
    pub done: String,
}

/// Short names of the key figures.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct KeyFigureText {
    pub need: String,
    pub coverage: String,
    pub premium: String,
    pub capex: String,
    pub china_captured_share: String,
    pub rent: String,
    pub of_spending: String,
    pub as_baseline: String,
}

/// The strip of what moved.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct MovedText {
    pub title: String,
    pub hint: String,
    pub more: String,
    pub story: Template,
    pub nothing: Template,
    /// Short names of series, by their ids; the table's name where there is none.
    pub names: BTreeMap<String, String>,
}

/// The ribbon of what binds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct RibbonText {
    pub title: String,
    pub caption: String,
    pub demand: String,
    pub chips: String,
    pub power: String,
    pub ample: String,
}

/// The question before something is lost.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct QuestionText {
    pub title: Template,
    pub body: String,
    pub save: String,
    pub discard: String,
    pub cancel: String,
}

/// The question before comments in a file are lost.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct CommentsText {
    pub title: Template,
    pub body: String,
    pub save_as: String,
    pub replace: String,
}

/// The question about what another program has made of the open file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct OutsideText {
    pub title: Template,
    pub body: String,
    pub theirs: String,
    pub mine: String,
    pub compare: String,
    pub take: String,
    pub keep: String,
    pub step: String,
}

/// The question about work that was never saved.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct RecoveryText {
    pub title: String,
    pub body: String,
    pub entry: Template,
    pub without_file: String,
    pub unchanged: String,
    pub more: Template,
    pub restore: String,
    pub restore_name: Template,
    pub forget: String,
    pub forget_name: Template,
    pub later: String,
    pub step: String,
}

/// What is not the same in two states of a scenario.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct DifferenceText {
    pub input: Template,
    pub baseline: String,
    pub name: String,
    pub story: String,
    pub ranges: String,
    pub suppliers: String,
    pub slides: String,
}

/// Why the system refused something.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct ReasonText {
    pub full: String,
    pub too_large: String,
    pub not_allowed: String,
    pub read_only: String,
    pub no_folder: String,
    pub folder: String,
    pub name: String,
    pub busy: String,
}

/// What went wrong, and what to do.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct NoticeText {
    pub cannot_open: Template,
    pub cannot_save: Template,
    pub exported: Template,
    pub handed_out: Template,
    pub written: Template,
    pub cannot_export: Template,
    pub reloaded: Template,
    pub file_gone: Template,
    pub broken_outside: Template,
    pub kept_copy: Template,
    pub journal_failed: Template,
    pub settings_set_aside: Template,
    pub settings_unreadable: Template,
    pub fan_failed: Template,
    pub export_failed: Template,
    pub diagnostics_copied: Template,
    pub moved: Template,
    pub moved_result: Template,
    pub close: String,
}

/// The line at the bottom.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct StatusText {
    pub model_time: Template,
    pub conditional: String,
    pub zoom: Template,
    pub not_modelled: String,
    pub sources: Template,
}

/// Why there is no window.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct CannotStartText {
    pub no_display: String,
    pub no_graphics: String,
    pub no_library: Template,
    pub no_answer: Template,
    pub other: Template,
    pub log: Template,
}

/// The panel of levers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct LeversText {
    pub title: String,
    pub changed: Template,
    pub legend_range: String,
    pub legend_base: String,
    pub legend_scenario: String,
    pub reset: Template,
    pub effect_ends: Template,
    pub effect_none: Template,
    pub effect_no_change: Template,
    /// What the bars of all levers are.
    pub effects_caption: Template,
    pub effects_hint: String,
    pub group_changed: Template,
    pub fact: String,
    pub field_hint: Template,
    pub not_a_number: Template,
    pub out_of_range: Template,
    pub search: Template,
    pub nothing_found: String,
    pub short_names: BTreeMap<String, String>,
    pub groups: BTreeMap<String, String>,
    /// What a value means, by the id of its assumption or by its unit.
    pub meanings: BTreeMap<String, Template>,
    pub as_observed: Template,
    pub not_observed: Template,
    pub at_baseline: String,
    pub no_range: String,
    pub draws_higher: Template,
    pub draws_lower: Template,
    pub beyond_high: Template,
    pub beyond_low: Template,
    pub filter_changed: String,
    pub nothing_changed: String,
    pub legend_saved: String,
    pub details: Template,
    pub details_unit: String,
    pub details_accepts: String,
    pub details_range: String,
    pub details_confidence: String,
    pub details_sources: String,
    pub details_id: String,
    pub all_evidence: String,
    /// An end of a range: the name of its field, and what that says when the pointer is over it.
    pub end_name: Template,
    pub end_hint: Template,
    pub end_out_of_range: Template,
    pub median: Template,
    pub own_mark: String,
    pub own_range: Template,
    pub own_certain: Template,
    pub reset_range: Template,
    pub details_elasticity: String,
    pub elasticity: Template,
    pub elasticity_step: Template,
    pub elasticity_zero: Template,
    pub elasticity_none: Template,
    pub accepts_ends: Template,
    pub reset_to_saved: Template,
    pub reset_to_baseline: Template,
    pub back_to_previous: Template,
    pub set_to_low: Template,
    pub set_to_high: Template,
    pub copy_value: Template,
    /// How well a default is known, by its basis.
    pub kinds: BTreeMap<String, String>,
    pub reading_model_growth: Template,
    pub reading_gpu_supply: Template,
    pub reading_chip_price: Template,
    pub reading_domestic_share: Template,
    pub binds_demand: String,
    pub binds_chips: String,
    pub binds_power: String,
    pub binds_nothing: String,
}

/// Words in and around charts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct ChartText {
    pub actual: String,
    pub forecast: String,
    pub baseline: String,
    /// The baseline of one of several series: `name`, `value`.
    pub baseline_of: Template,
    pub baseline_value: Template,
    pub this_scenario: String,
    pub single_title: Template,
    /// What each figure shows, by its id.
    pub about: BTreeMap<String, Template>,
    pub about_single: Template,
    pub what_is_this: String,
    pub expand: String,
    pub more: String,
    pub show_as_table: String,
    pub show_as_chart: String,
    pub copy_data: String,
    pub against_baseline: String,
    /// What the unit is that compute is counted in.
    pub h100e: String,
    pub series: String,
    pub unit: String,
    pub row_baseline: Template,
    pub row_unit: Template,
    pub log_scale: String,
    pub list_separator: String,
    pub summary: Template,
    pub need_subtitle: String,
    pub training: String,
    pub finetuning: String,
    pub inference: String,
    pub other_ai: String,
    pub installed: String,
    pub short: Template,
    pub spare: Template,
    pub supply_subtitle: String,
    pub wanted: String,
    pub chips_allow: String,
    pub power_allows: String,
    pub delivered: String,
    pub premium: String,
    pub premium_unit: String,
    pub scissors_subtitle: String,
    pub need_index: String,
    pub per_dollar: String,
    pub gap: String,
    pub china_subtitle: String,
    pub domestic: String,
    pub target: String,
    pub covered: String,
    pub all_of_need_met: String,
    pub not_comparable: String,
}

/// Sentences that say what the results show.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct FindingText {
    pub power_is_the_limit: Template,
    pub chips_are_the_limit: Template,
    pub short_after_digestion: Template,
    pub supply_meets_need: Template,
    pub demand_is_the_limit: Template,
    pub china_is_short: Template,
    pub glut: Template,
    pub need_outruns_stock: Template,
    pub stock_outruns_need: Template,
    pub stock_keeps_pace: Template,
    pub capacity_idles: Template,
    pub power_caps_deliveries: Template,
    pub chips_cap_deliveries: Template,
    pub chips_sell_below_list: Template,
    pub chips_sell_at_list: Template,
    pub chips_fall_short_at_list: Template,
    pub scissors_open: Template,
    pub scissors_close: Template,
    pub scissors_never_open: Template,
    pub china_passes_target: Template,
    pub china_misses_target: Template,
    pub china_on_target: Template,
}
