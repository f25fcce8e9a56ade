//! Tables of the page: they scroll in a box of their own where a screen is narrow.

use maud::{Markup, html};

/// A column: what its head says, and what stands in it.
pub struct Column {
    head: Markup,
    class: &'static str,
}

impl Column {
    /// A column of words that may wrap.
    pub fn words(head: &str) -> Self {
        Self::of(html! { (head) }, "words")
    }

    /// A column of short words.
    pub fn short(head: &str) -> Self {
        Self::of(html! { (head) }, "short")
    }

    /// A column of numbers.
    pub fn number(head: &str) -> Self {
        Self::of(html! { (head) }, "number")
    }

    /// A column of numbers whose head is more than words.
    pub fn number_under(head: Markup) -> Self {
        Self::of(head, "number")
    }

    fn of(head: Markup, class: &'static str) -> Self {
        Self { head, class }
    }
}

/// A row: a cell a column, and how it stands out.
pub struct Row {
    class: &'static str,
    cells: Vec<Markup>,
}

impl Row {
    /// A row as most are.
    pub fn plain(cells: Vec<Markup>) -> Self {
        Self { class: "", cells }
    }

    /// A sum.
    pub fn strong(cells: Vec<Markup>) -> Self {
        let class = "strong";
        Self { class, cells }
    }

    /// What others are held against.
    pub fn ghost(cells: Vec<Markup>) -> Self {
        let class = "ghost";
        Self { class, cells }
    }
}

/// Words as a cell.
pub fn cell(words: &str) -> Markup {
    html! { (words) }
}

/// Words with quieter ones on a line below.
pub fn two_lines(words: &str, quiet: &str) -> Markup {
    html! {
        (words)
        @if !quiet.is_empty() { span.quiet { (quiet) } }
    }
}

/// A table with a name for those who cannot see it; the first column names the rows.
pub fn table(name: &str, columns: &[Column], rows: impl IntoIterator<Item = Row>) -> Markup {
    html! {
        div.scroll role="region" aria-label=(name) tabindex="0" {
            table {
                thead {
                    tr {
                        @for column in columns {
                            th scope="col" class=(column.class) { (column.head) }
                        }
                    }
                }
                tbody {
                    @for row in rows {
                        tr class=[class(&row)] { (cells(columns, &row)) }
                    }
                }
            }
        }
    }
}

fn class(row: &Row) -> Option<&'static str> {
    (!row.class.is_empty()).then_some(row.class)
}

fn cells(columns: &[Column], row: &Row) -> Markup {
    html! {
        @for (index, (cell, column)) in row.cells.iter().zip(columns).enumerate() {
            @if index == 0 {
                th scope="row" class=(column.class) { (cell) }
            } @else {
                td class=(column.class) { (cell) }
            }
        }
    }
}
