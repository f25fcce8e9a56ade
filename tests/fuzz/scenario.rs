//! Looks for bytes that the reader of scenarios does not take as it should.
#![no_main]

mod scenario_property;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| scenario_property::scenario(bytes));
