//! Looks for texts that the reader of typed numbers does not take as it should.
#![no_main]

mod properties;

libfuzzer_sys::fuzz_target!(|typed: &str| properties::number(typed));
