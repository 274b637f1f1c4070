//! The law `markdown`.
#![no_main]
#![allow(dead_code, reason = "a target drives one law of many")]

#[path = "../../it/laws/mod.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| laws::markdown(bytes));
