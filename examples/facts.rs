//! The test target of a user's crate: `claims/` held against `articles/`, a trial for each article and claim.
//!
//! In a crate of your own this is `tests/facts.rs`, with `harness = false` in its `[[test]]` table.

fn main() -> std::process::ExitCode {
    corroborate::harness::main("claims", "articles")
}
