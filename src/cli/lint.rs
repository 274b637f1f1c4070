//! `corroborate lint`: the sheets alone.

use std::io::{self, Write};

use corroborate::claim::{Place, Sheet};
use corroborate::corpus::ClaimError;
use corroborate::render::fancy::Fancy;
use corroborate::render::{lint as view, written};
use corroborate::{Checker, ClaimSet, lint};
use miette::{Diagnostic, Severity};
use serde_json::{Value as Json, json};

use super::arguments::{Lint, TextFormat};
use super::settings::Project;
use super::{CONSISTENT, CONTRADICTED, UNABLE, output, standard};

/// Shows every mistake of the sheets, the claims' own sentences that fail, and what nobody can tell apart or needs.
pub(super) fn run(arguments: &Lint, project: &Project) -> io::Result<u8> {
    let mut told = Told {
        fancy: output::fancy(false),
        format: arguments.format,
        out: standard::out(),
        rows: Vec::new(),
        counts: [0; 3],
    };
    let claims = match ClaimSet::load_all(project.claims(&arguments.sheets)) {
        Ok(claims) => claims,
        Err(ClaimError::Sheets(errors)) if matches!(arguments.format, TextFormat::Json) => {
            for mistake in errors.mistakes() {
                told.tell(mistake, mistake.place(), errors.sheets())?;
            }
            return told.finish(None, 0);
        }
        Err(error) => {
            let is_mistake = matches!(error, ClaimError::Sheets(_));
            standard::say(told.fancy.diagnostic(&error));
            return Ok(if is_mistake { CONTRADICTED } else { UNABLE });
        }
    };
    let sheets = claims.sheets();
    for warning in claims.warnings() {
        told.tell(warning, warning.place(), sheets)?;
    }
    let checker = Checker::new(&claims);
    let mut tests = 0;
    for test in lint::own_tests(&claims) {
        tests += 1;
        if let Err(failure) = test.run(&claims, &checker) {
            let finding = failure.diagnostic();
            told.tell(finding, finding.place(), sheets)?;
        }
        for finding in test.quarrels(&claims, &checker) {
            told.tell(&finding, finding.place(), sheets)?;
        }
    }
    let rest = [
        lint::unframed(&claims),
        lint::indistinct(&claims),
        lint::unused_entities(&claims),
    ];
    for finding in rest.into_iter().flatten() {
        told.tell(&finding, finding.place(), sheets)?;
    }
    told.finish(Some(&claims), tests)
}

/// What was said so far.
struct Told<W: Write> {
    fancy: Fancy,
    format: TextFormat,
    out: W,
    rows: Vec<Json>,
    /// Errors, warnings, advice.
    counts: [usize; 3],
}

impl<W: Write> Told<W> {
    fn tell(&mut self, finding: &dyn Diagnostic, place: Place, sheets: &[Sheet]) -> io::Result<()> {
        let [errors, warnings, advice] = &mut self.counts;
        *match finding.severity().unwrap_or(Severity::Error) {
            Severity::Error => errors,
            Severity::Warning => warnings,
            Severity::Advice => advice,
        } += 1;
        match self.format {
            TextFormat::Text => writeln!(self.out, "{}", self.fancy.diagnostic(finding)),
            TextFormat::Json => {
                self.rows.push(view::finding(finding, place, sheets));
                Ok(())
            }
        }
    }

    /// Writes the totals, and says how it ended.
    fn finish(mut self, claims: Option<&ClaimSet>, tests: usize) -> io::Result<u8> {
        let [errors, warnings, advice] = self.counts;
        let number = |count: fn(&ClaimSet) -> usize| claims.map_or(0, count);
        let (sheets, all) = (number(|it| it.sheets().len()), number(|it| it.claims().len()));
        match self.format {
            TextFormat::Json => {
                let summary = json!({
                    "sheets": sheets, "claims": all, "sentences": tests,
                    "errors": errors, "warnings": warnings, "advice": advice,
                });
                let run = json!({ "version": 1, "findings": self.rows, "summary": summary });
                writeln!(self.out, "{}", written::json(&run))?;
            }
            TextFormat::Text => {
                let many = |number: usize, what: &str| match number {
                    1 => format!("1 {what}"),
                    number => format!("{number} {what}s"),
                };
                let untested = number(|claims| {
                    let own = |claim: &&corroborate::claim::Claim| {
                        claim.supports.is_empty() && claim.contradicts.is_empty() && claim.silent.is_empty()
                    };
                    claims.claims().iter().filter(own).count()
                });
                if untested > 0 {
                    writeln!(
                        self.out,
                        "{untested} of {} no sentence of their own: `supports` and `contradicts` show what a claim finds",
                        if all == 1 {
                            "1 claim has".to_owned()
                        } else {
                            format!("{all} claims have")
                        },
                    )?;
                }
                writeln!(
                    self.out,
                    "result: {}. {}, {}, {}; {}, {}, {advice} advice",
                    if errors > 0 { "FAILED" } else { "ok" },
                    many(sheets, "sheet"),
                    many(all, "claim"),
                    many(tests, "sentence"),
                    many(errors, "error"),
                    many(warnings, "warning"),
                )?;
            }
        }
        self.out.flush()?;
        Ok(if errors > 0 { CONTRADICTED } else { CONSISTENT })
    }
}
