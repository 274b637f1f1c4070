//! The sample story, and the README, held against their claims: a trial for each article and claim.

use std::process::ExitCode;

use corroborate::harness::Harness;

fn main() -> ExitCode {
    Harness::new()
        .claims("claims")
        // The story's contradictions are there to be found: they show as ignored.
        .claims("tests/known.toml")
        .articles("tests/articles")
        .articles("README.md")
        .run()
}
