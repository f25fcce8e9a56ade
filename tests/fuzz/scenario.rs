//! Looks for bytes that the reader of scenarios does not take as it should.
#![no_main]

mod properties;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| properties::scenario(bytes));
