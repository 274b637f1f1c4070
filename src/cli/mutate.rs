//! `corroborate mutate`: how many changes of what articles rightly state the claims catch.

use std::io::{self, Write as _};

use corroborate::mutate::{self, Mutant};
use corroborate::render::{fancy::Fancy, mutate as view, written};
use corroborate::{Article, Checker};

use super::arguments::{Mutate, TextFormat};
use super::settings::Project;
use super::{CONSISTENT, UNABLE, complain, pass, standard};

/// Changes every article that agrees with the claims, and writes what was caught and what was missed.
pub(super) fn run(arguments: &Mutate, project: &Project) -> io::Result<u8> {
    let Some(claims) = super::load(
        &project.claims(&arguments.inputs.claims.claims),
        &Fancy::coloured(),
    ) else {
        return Ok(UNABLE);
    };
    let Some(corpus) = project.corpus(&arguments.inputs) else {
        return Ok(UNABLE);
    };
    let mut status = CONSISTENT;
    let checker = Checker::new(&claims);
    let mut found: Vec<(Article, Option<Vec<Mutant>>)> = Vec::new();
    let work = |article: Article| {
        let mutants = mutate::mutants(&claims, &checker, &article);
        (article, mutants)
    };
    pass::over(&corpus, work, |done| {
        match done {
            Ok(done) => found.push(done),
            Err(error) => {
                complain(&error.to_string());
                status = UNABLE;
            }
        }
        Ok(())
    })?;
    let mut out = standard::out();
    match arguments.format {
        TextFormat::Text => write!(out, "{}", view::text(&claims, &found))?,
        TextFormat::Json => writeln!(out, "{}", written::json(&view::json(&claims, &found)))?,
    }
    out.flush()?;
    Ok(status)
}
