//! Reading the tables that are built into the program.

use serde::de::DeserializeOwned;

/// Parses a table that is part of the program.
///
/// # Panics
/// Where the table is broken: a fault of the program itself, which its tests would have shown.
pub(crate) fn embedded<T: DeserializeOwned>(ron_text: &str) -> T {
    match ron::from_str(ron_text) {
        Ok(table) => table,
        Err(error) => panic!("a built-in table is broken: {error}"),
    }
}
