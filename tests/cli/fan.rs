//! `suanli fan`.

use super::{output, printed, rows, words};

#[test]
fn a_fan_has_a_row_for_each_result_with_its_percentiles_in_order() {
    let table = printed(&["fan", "--samples", "500"]);
    assert_eq!(table.lines().next(), Some("series,year,p5,p25,p50,p75,p95"));
    let rows = rows(&table);
    assert_eq!(rows.len(), 960);
    for row in &rows {
        let values: Vec<f64> = (2..7)
            .map(|cell| row[cell].parse().expect("a number"))
            .collect();
        assert!(values.is_sorted(), "{row:?}");
    }
}

#[test]
fn chosen_series_stand_in_the_order_of_the_choice_and_are_the_same_without_the_others() {
    let all = printed(&["fan", "--samples", "3000"]);
    let some = printed(&["fan", "--samples", "3000", "--series", "rent,capex"]);
    let some = rows(&some);
    assert_eq!(
        (&some[0][0], &some[8][0], some.len()),
        ("rent", "capex", 16)
    );
    let all = rows(&all);
    assert!(some.iter().all(|row| all.contains(row)));
}

#[test]
fn the_same_seed_gives_the_same_fan_on_any_number_of_threads() {
    let fan = |more: &[&str]| {
        let few = ["fan", "--samples", "4000", "--series", "need"];
        printed(&[&few, more].concat())
    };
    let one = fan(&[]);
    assert_eq!(one, fan(&["--threads", "3"]));
    assert_eq!(one, fan(&["--seed", "1"]));
    assert_ne!(one, fan(&["--seed", "2"]));
    assert_ne!(one, fan(&["--set", "gpu_supply_growth=0.1"]));
}

#[test]
fn a_measurement_is_one_line_of_json() {
    let line = printed(&["fan", "--samples", "300", "--bench", "3"]);
    let found: serde_json::Value = serde_json::from_str(&line).expect("JSON");
    assert_eq!(
        (&found["samples"], &found["threads"]),
        (&300.into(), &1.into())
    );
    assert!(found["median_ms"].as_f64() > Some(0.0) && found["cpu_ms"].is_f64());
    assert_eq!(line.lines().count(), 1);
}

#[test]
fn what_is_no_series_or_no_number_of_draws_is_refused() {
    let refused = output(&["fan", "--samples", "10", "--series", "capexx,needd"]);
    assert_eq!(refused.status.code(), Some(2));
    let words = words(&refused);
    assert!(
        words.contains("`capex`") && words.contains("`need`"),
        "{words}"
    );
    for samples in ["0", "ten", "-1"] {
        let refused = output(&["fan", "--samples", samples]);
        assert_eq!(refused.status.code(), Some(2), "{samples}");
    }
}
