//! The model: against hand-worked runs, at its extremes, and in its properties; and what several
//! runs say.

mod attribution;
mod claims;
mod comparing;
mod extremes;
mod fan;
mod formulas;
mod goal_seek;
mod golden;
mod payback_map;
mod properties;
mod sensitivity;
mod tables;
mod tornado;
mod workbook;

use suanli::analysis::Cell;
use suanli::model::{Series, Year};

fn cell(series: Series, calendar: u16) -> Cell {
    let year = Year::from_calendar(calendar).expect("a year of the run");
    Cell { series, year }
}
