//! Looks for texts that the reader of typed numbers does not take as it should.
#![no_main]

mod number_property;

libfuzzer_sys::fuzz_target!(|typed: &str| number_property::number(typed));
