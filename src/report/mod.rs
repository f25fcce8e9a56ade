//! What the results look like to a reader: charts, key figures and sentences, toolkit-neutral.
//! Screen and pictures paint the same [`chart::Chart`], so they cannot disagree.

pub mod axis;
pub mod chart;
mod chart_data;
pub mod comparison;
pub mod drawing;
mod effects;
mod elasticity;
pub mod equation;
pub mod evidence;
pub mod explanation;
mod explanation_text;
pub mod figures;
pub mod findings;
pub mod goal;
pub mod goal_curve;
pub mod heat_map;
mod key_figures;
pub mod money_flow;
pub mod payback;
pub mod payback_map;
mod readings;
mod rent_unit;
pub mod sankey;
pub mod search;
pub mod segment_table;
mod series_list;
pub mod series_table;
pub mod supplier_table;
pub mod tornado;
mod tsv;
pub mod waterfall;
pub mod workbook;
mod world;

pub use chart_data::{ChartTable, ReadingEntry, TableLine, YearReading};
pub use effects::{Effect, Effects, Moved, moved};
pub use elasticity::elasticity;
pub use figures::Figure;
pub use key_figures::{KeyFigure, Trend, china_key_figures, key_figures, leasing_key_figures};
pub use readings::{likelihood, reading};
pub use rent_unit::RentUnit;
pub use series_list::{SeriesEntry, SeriesLine, is_meant, series_list};
pub use world::{Binding, Locale, Span, World};
