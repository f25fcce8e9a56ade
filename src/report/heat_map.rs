//! A table of coloured numbers that knows no toolkit: cells with their roles and words.

use crate::theme::Role;

/// A table of coloured numbers over two inputs.
#[derive(Clone, Debug)]
pub struct HeatMap {
    /// What it shows, as a finding.
    pub title: String,
    /// What is measured, and what stands across and upward.
    pub subtitle: String,
    /// What one is looking at.
    pub about: String,
    /// What it says, for those who cannot see it.
    pub summary: String,
    /// Words under the columns, from the left.
    pub columns: Vec<String>,
    /// Words beside the rows, from the top.
    pub rows: Vec<String>,
    /// The cells of each row, from the top.
    pub cells: Vec<Vec<Cell>>,
    /// Where the scenario stands.
    pub own: Own,
    /// What the tints mean, and what stands in the cells without a number.
    pub legend: Vec<(Tint, String)>,
    /// What cannot be seen in a tint.
    pub note: String,
}

/// A cell of a heat map.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The number, or what stands for none.
    pub text: String,
    /// Its colour.
    pub tint: Tint,
    /// Both inputs and the value, in a sentence.
    pub sentence: String,
}

/// A colour in a strength.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tint {
    /// The colour.
    pub role: Role,
    /// How much of it there is: 1 hides what is behind it.
    pub strength: f32,
}

/// Where the scenario itself stands, between the cells.
#[derive(Clone, Debug)]
pub struct Own {
    /// From the left edge of the first column, in columns.
    pub column: f64,
    /// From the upper edge of the first row, in rows.
    pub row: f64,
    /// Its value of the columns' input.
    pub column_text: String,
    /// Its value of the rows' input.
    pub row_text: String,
    /// Both inputs and the value, in a sentence.
    pub sentence: String,
}
