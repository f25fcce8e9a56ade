//! `suanli list`.

use suanli::evidence::{claims, sources};
use suanli::model::{Assumption, Series, suppliers};
use suanli::scenario::Baseline;
use suanli::scenario::shipped::shipped;

use super::{printed, rows};

#[test]
fn every_list_has_its_header_and_all_its_rows() {
    let lists = [
        (
            "assumptions",
            "id,group,kind,unit,low,base,high,min,max,scale,label_en,label_zh,basis,source",
            Assumption::ALL.len(),
        ),
        (
            "series",
            "id,group,unit,label_en,label_zh,better",
            Series::ALL.len(),
        ),
        (
            "suppliers",
            "id,name_en,name_zh,ticker,segment,origin,share,basis,source",
            suppliers::all().len(),
        ),
        ("sources", "id,title,publisher,date,kind", sources().len()),
        ("scenarios", "id,name_en,name_zh,changes", shipped().len()),
        (
            "claims",
            "id,seed,claim,computation,result,verdict",
            claims().len(),
        ),
    ];
    for (name, header, count) in lists {
        let table = printed(&["list", name]);
        assert_eq!(table.lines().next(), Some(header), "{name}");
        assert_eq!(rows(&table).len(), count, "{name}");
        assert!(table.ends_with('\n') && !table.contains('\r'), "{name}");
    }
}

#[test]
fn assumptions_are_listed_to_the_last_bit() {
    for (row, assumption) in rows(&printed(&["list", "assumptions"]))
        .iter()
        .zip(Assumption::ALL)
    {
        let (info, range) = (assumption.info(), Baseline::current().range(*assumption));
        let values = [range.low, range.base, range.high, info.min, info.max];
        for (cell, value) in row.iter().skip(4).zip(values) {
            let cell: f64 = cell.parse().expect("a number");
            assert_eq!(cell.to_bits(), value.to_bits(), "{}", assumption.id());
        }
        assert_eq!(&row[13], info.sources.join("; "));
    }
}

#[test]
fn the_baseline_is_listed_first_and_changes_nothing() {
    let rows = rows(&printed(&["list", "scenarios"]));
    assert_eq!((&rows[0][0], &rows[0][3]), ("baseline", ""));
}
