//! The law `check`. With `SHOW` in the environment a find is printed as the law `pair` reads it, to be kept in
//! `tests/cases/inputs/pair`.
#![no_main]
#![allow(dead_code, reason = "a target drives one law of many")]

#[path = "../../it/laws/mod.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if std::env::var_os("SHOW").is_some() {
        println!("{}", laws::written(bytes));
    }
    laws::check(bytes);
});
