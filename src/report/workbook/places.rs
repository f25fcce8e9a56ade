//! Where everything stands in the workbook, and how formulas name it.

use std::collections::HashMap;

use rust_xlsxwriter::utility::{row_col_to_cell, row_col_to_cell_absolute};
use rust_xlsxwriter::{ColNum, RowNum};
use strum::VariantArray as _;

use crate::model::series::Stage;
use crate::model::{Assumption, Intermediate, Reference, Series, Year};
use crate::report::world::Locale;
use crate::text::Words;

/// The row with the names of the columns; the same on all sheets with a table.
pub(super) const HEAD: RowNum = 0;
/// The column with the values of the assumptions, on their sheet.
pub(super) const VALUE: ColNum = 2;
/// The column of the base year, on the sheet of a stage.
pub(super) const FIRST_YEAR: ColNum = 3;

/// A sheet of the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sheet {
    About,
    Assumptions,
    Charts,
    Stage(Stage),
    Suppliers,
    Sources,
}

impl Sheet {
    /// All sheets in their order.
    pub fn all() -> Vec<Self> {
        let mut sheets = vec![Self::About, Self::Assumptions, Self::Charts];
        sheets.extend(Stage::VARIANTS.iter().copied().map(Self::Stage));
        sheets.extend([Self::Suppliers, Self::Sources]);
        sheets
    }

    /// Its id among the texts.
    pub fn id(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Assumptions => "assumptions",
            Self::Charts => "charts",
            Self::Stage(stage) => stage.into(),
            Self::Suppliers => "suppliers",
            Self::Sources => "sources",
        }
    }
}

/// What has a row on the sheet of a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Quantity {
    Series(Series),
    Intermediate(Intermediate),
}

impl Quantity {
    pub fn at(self, year: Year) -> Reference {
        match self {
            Self::Series(series) => Reference::Series(series, year),
            Self::Intermediate(intermediate) => Reference::Intermediate(intermediate, year),
        }
    }

    pub fn id(self) -> &'static str {
        match self {
            Self::Series(series) => series.id(),
            Self::Intermediate(intermediate) => intermediate.id(),
        }
    }

    pub fn label(self) -> &'static Words {
        match self {
            Self::Series(series) => &series.info().label,
            Self::Intermediate(intermediate) => &intermediate.info().label,
        }
    }

    pub fn unit(self) -> &'static str {
        match self {
            Self::Series(series) => &series.info().unit,
            Self::Intermediate(intermediate) => &intermediate.info().unit,
        }
    }
}

/// The results of a stage in table order.
pub(super) fn results(stage: Stage) -> Vec<Quantity> {
    let all = Series::ALL.iter().copied();
    let of_stage = all.filter(|series| series.info().group == stage);
    of_stage.map(Quantity::Series).collect()
}

/// The steps of a stage in table order.
pub(super) fn steps(stage: Stage) -> Vec<Quantity> {
    let all = Intermediate::ALL.iter().copied();
    let of_stage = all.filter(|intermediate| intermediate.info().group == stage);
    of_stage.map(Quantity::Intermediate).collect()
}

/// The row under which the results of a stage stand.
pub(super) const RESULTS_HEAD: RowNum = HEAD + 1;

/// The row under which the steps of a stage stand: an empty one parts them from the results.
pub(super) fn steps_head(stage: Stage) -> RowNum {
    RESULTS_HEAD + results(stage).len() as RowNum + 2
}

/// The row of an assumption on its sheet.
pub(super) fn row_of(assumption: Assumption) -> RowNum {
    HEAD + 1 + assumption as RowNum
}

/// The column of a year on the sheet of a stage.
pub(super) fn column_of(year: Year) -> ColNum {
    FIRST_YEAR + year.index() as ColNum
}

/// The names of the sheets, and where each result and each step stands.
pub(super) struct Places {
    names: HashMap<&'static str, String>,
    rows: HashMap<Quantity, (Stage, RowNum)>,
}

impl Places {
    pub fn of(locale: &Locale) -> Self {
        let named = |sheet: Sheet| {
            let texts = match sheet {
                Sheet::Stage(_) => &locale.text.results.stages,
                _ => &locale.text.workbook.sheets,
            };
            let id = sheet.id();
            let name = texts.get(id).map_or(id, String::as_str);
            (id, name.to_owned())
        };
        let mut rows = HashMap::new();
        for &stage in Stage::VARIANTS {
            let below = |head: RowNum| (head + 1..).map(move |row| (stage, row));
            rows.extend(results(stage).into_iter().zip(below(RESULTS_HEAD)));
            rows.extend(steps(stage).into_iter().zip(below(steps_head(stage))));
        }
        Self {
            names: Sheet::all().into_iter().map(named).collect(),
            rows,
        }
    }

    /// The name of a sheet.
    pub fn name(&self, sheet: Sheet) -> &str {
        self.names
            .get(sheet.id())
            .map_or(sheet.id(), String::as_str)
    }

    /// The sheet and the row of a result or a step.
    pub fn row(&self, quantity: Quantity) -> (Sheet, RowNum) {
        let (stage, row) = self.rows[&quantity];
        (Sheet::Stage(stage), row)
    }

    /// What a formula on a sheet calls a value. Assumptions are absolute: a formula may be copied
    /// to another year.
    pub fn address(&self, reference: Reference, from: Sheet) -> String {
        let (sheet, cell) = match reference {
            Reference::Assumption(assumption) => {
                let cell = row_col_to_cell_absolute(row_of(assumption), VALUE);
                (Sheet::Assumptions, cell)
            }
            Reference::Series(series, year) => self.yearly(Quantity::Series(series), year),
            Reference::Intermediate(intermediate, year) => {
                self.yearly(Quantity::Intermediate(intermediate), year)
            }
        };
        if sheet == from {
            cell
        } else {
            format!("{}!{cell}", self.quoted(sheet))
        }
    }

    /// The name of a sheet as it stands in references.
    pub fn quoted(&self, sheet: Sheet) -> String {
        format!("'{}'", self.name(sheet).replace('\'', "''"))
    }

    fn yearly(&self, quantity: Quantity, year: Year) -> (Sheet, String) {
        let (sheet, row) = self.row(quantity);
        (sheet, row_col_to_cell(row, column_of(year)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use rust_xlsxwriter::utility::check_sheet_name;

    #[test]
    fn sheets_have_short_names_that_differ() {
        for language in [Language::En, Language::Zh] {
            let places = Places::of(&Locale::of(language));
            let mut names: Vec<&str> = Sheet::all()
                .into_iter()
                .map(|sheet| places.name(sheet))
                .collect();
            for name in &names {
                assert!(check_sheet_name(name).is_ok(), "{name}");
            }
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), Sheet::all().len());
        }
    }

    #[test]
    fn values_are_called_by_their_cells() {
        let places = Places::of(&Locale::of(Language::En));
        let demand = Sheet::Stage(Stage::Demand);
        let run = Reference::Series(Series::FrontierRun, Year::BASE);
        assert_eq!(places.address(run, demand), "D3");
        assert_eq!(places.address(run, Sheet::Suppliers), "'Demand'!D3");
        let growth = Reference::Assumption(Assumption::ModelGrowth);
        assert_eq!(places.address(growth, demand), "'Assumptions'!$C$2");
    }
}
