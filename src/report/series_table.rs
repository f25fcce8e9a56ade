//! The table of all results as a file that spreadsheets open with a double click.

use std::io;

use super::csv_file::CsvFile;
use super::world::Locale;
use crate::model::{Run, Series, Year};
use crate::text::Language;

/// All results of a run as CSV for spreadsheets: id and unit as in the model, both in words, and
/// a value a year at full precision.
///
/// # Errors
/// None that could be: what is written stays in memory.
pub fn series_table(run: &Run, language: Language) -> io::Result<Vec<u8>> {
    let locale = Locale::of(language);
    let years = Year::all().map(|year| year.calendar().to_string());
    let names = ["series", "unit", "name", "unit_name"].map(str::to_owned);
    let mut table = CsvFile::new(names.into_iter().chain(years))?;
    for &series in Series::ALL {
        let info = series.info();
        let words = [
            series.id(),
            &info.unit,
            info.label.get(language),
            locale.numbers.plain_name(&info.unit),
        ];
        table.row(words, run.years(series).iter().copied())?;
    }
    table.bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Baseline, Scenario};

    #[test]
    fn a_spreadsheet_reads_it_in_both_languages() {
        let run = Scenario::new(Baseline::current()).run();
        for (language, need) in [
            (
                Language::En,
                "need,million H100e,Total compute need,million H100e,",
            ),
            (Language::Zh, "need,million H100e,总算力需求,百万 H100e,"),
        ] {
            let bytes = series_table(&run, language).expect("a table");
            let text = String::from_utf8(bytes).expect("UTF-8");
            let table = text.strip_prefix('\u{feff}').expect("a mark");
            assert!(table.starts_with("series,unit,name,unit_name,2025,"));
            let lines: Vec<&str> = table.split_terminator("\r\n").collect();
            assert_eq!(lines.len(), 1 + Series::ALL.len());
            assert!(!lines.iter().any(|line| line.contains('\n')));
            let first = run.get(Series::Need, Year::BASE);
            let is_need = |line: &&&str| line.starts_with(&format!("{need}{first},"));
            assert_eq!(lines.iter().filter(is_need).count(), 1);
        }
    }
}
