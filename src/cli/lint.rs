//! `corroborate lint`: the sheets alone.

use std::io::{self, BufWriter, Write};

use corroborate::corpus::ClaimError;
use corroborate::render::fancy::Fancy;
use corroborate::{Checker, ClaimSet, lint};

use super::arguments::Lint;
use super::settings::Project;
use super::{CONSISTENT, CONTRADICTED, UNABLE};

/// Shows every mistake of the sheets, the claims' own sentences that fail, and entities that nobody needs.
pub(super) fn run(arguments: &Lint, project: &Project) -> io::Result<u8> {
    let fancy = Fancy::coloured();
    let mut out = BufWriter::new(anstream::stdout().lock());
    let claims = match ClaimSet::load_all(project.claims(&arguments.sheets)) {
        Ok(claims) => claims,
        Err(error) => {
            let status = if matches!(error, ClaimError::Sheets(_)) {
                CONTRADICTED
            } else {
                UNABLE
            };
            write!(anstream::stderr(), "{}", fancy.diagnostic(&error))?;
            return Ok(status);
        }
    };
    let checker = Checker::new(&claims);
    let mut failures = 0;
    let mut tests = 0;
    for warning in claims.warnings() {
        writeln!(out, "{}", fancy.diagnostic(warning))?;
    }
    for test in lint::own_tests(&claims) {
        tests += 1;
        if let Err(failure) = test.run(&claims, &checker) {
            failures += 1;
            writeln!(out, "{}", fancy.diagnostic(failure.diagnostic()))?;
        }
    }
    let idle = lint::unused_entities(&claims);
    for finding in &idle {
        writeln!(out, "{}", fancy.diagnostic(finding))?;
    }
    let count =
        |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
    writeln!(
        out,
        "result: {}. {}, {}, {}: {failures} failed; {}, {} advice",
        if failures > 0 { "FAILED" } else { "ok" },
        count(claims.sheets().len(), "sheet", "sheets"),
        count(claims.claims().len(), "claim", "claims"),
        count(tests, "sentence", "sentences"),
        count(claims.warnings().len(), "warning", "warnings"),
        idle.len(),
    )?;
    out.flush()?;
    Ok(if failures > 0 { CONTRADICTED } else { CONSISTENT })
}
