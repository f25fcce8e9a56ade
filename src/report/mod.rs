//! What the results look like to a reader: charts, key figures and sentences, toolkit-neutral.
//! Screen and pictures paint the same [`chart::Chart`], so they cannot disagree.

pub mod axis;
pub mod chart;
mod effects;
pub mod figures;
pub mod findings;
mod key_figures;
pub mod money_flow;
mod readings;
pub mod sankey;
pub mod segment_table;
pub mod supplier_table;
mod world;

pub use effects::{Effect, Moved, effect, moved};
pub use figures::Figure;
pub use key_figures::{KeyFigure, Trend, key_figures};
pub use readings::reading;
pub use world::{Binding, Locale, Span, World};
