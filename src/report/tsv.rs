//! A picture's numbers as tab-separated text, as a spreadsheet takes it.

/// What a picture shows, and one line for each of its bars under the names of the columns.
pub(super) fn tsv(
    title: &str,
    subtitle: &str,
    columns: &[String],
    bars: impl Iterator<Item = String>,
) -> String {
    let head = [title.to_owned(), subtitle.to_owned(), columns.join("\t")];
    let lines: Vec<String> = head.into_iter().chain(bars).collect();
    lines.join("\n") + "\n"
}
